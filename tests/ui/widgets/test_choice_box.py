"""A box with a choice in it."""

from __future__ import annotations

from PySide6.QtWidgets import QStyle, QStyleOptionComboBox

from ui.widgets.choice_box import ChoiceBox


def shown(qtbot, words: str) -> tuple[ChoiceBox, list[str]]:
    """A narrow box, and the colours down the last column of pixels that words may stand in."""
    box = ChoiceBox()
    qtbot.addWidget(box)
    box.addItem(words)
    box.setFixedWidth(120)
    box.show()
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    complex_, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
    room = box.style().subControlRect(complex_, option, part, box)
    picture = box.grab().toImage()
    down = range(room.top(), room.bottom())
    return box, [picture.pixelColor(room.right() - 2, y).name() for y in down]


def test_words_that_are_longer_than_the_box_end_before_its_edge(qtbot):
    _empty, clear = shown(qtbot, "")

    for words in ("Feuille de route pour un partenariat", "m" * 40, "关" * 40):
        _box, edge = shown(qtbot, words)
        assert edge == clear
