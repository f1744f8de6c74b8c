"""A box with a choice in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionComboBox

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


def kept(box: ChoiceBox, key: Qt.Key, text: str, held=Qt.KeyboardModifier.NoModifier) -> bool:
    """Whether the open list has a key before those who have a command for it."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, held, text)
    event.ignore()
    QApplication.sendEvent(box.view(), event)
    return event.isAccepted()


def test_words_that_are_longer_than_the_box_end_before_its_edge(qtbot):
    _empty, clear = shown(qtbot, "")

    for words in ("Feuille de route pour un partenariat", "m" * 40, "关" * 40):
        _box, edge = shown(qtbot, words)
        assert edge == clear


def test_words_that_the_box_was_made_for_are_shown_whole(qtbot):
    for words in ("Deadline", "Échéance", "Pas d’échéance", "Under way", "截止日期", "W" * 9):
        box, wide = ChoiceBox(), ChoiceBox()
        for one, more in ((box, 0), (wide, 40)):
            qtbot.addWidget(one)
            one.addItem(words)
            one.resize(one.sizeHint().width() + more, one.sizeHint().height())
        words_only = QRect(2, 2, box.width() - 26, box.height() - 4)
        assert box.grab(words_only).toImage() == wide.grab(words_only).toImage(), words


def test_letters_choose_by_the_words_behind_a_symbol(qtbot):
    chosen = []
    for typed in ("p", "und", "ech"):
        box = ChoiceBox()
        qtbot.addWidget(box)
        box.addItems(["◌ Unknown", "◎ Under way", "◐ Partly done", "× Échue"])
        qtbot.keyClicks(box, typed)
        chosen.append(box.currentText())

    assert chosen == ["◐ Partly done", "◎ Under way", "× Échue"]


def test_letters_are_for_the_open_list_before_they_are_for_the_pane_around_it(qtbot):
    box = ChoiceBox()
    qtbot.addWidget(box)
    box.addItems(["Background", "Sensitivity", "Question"])
    box.show()
    box.showPopup()

    assert kept(box, Qt.Key.Key_S, "s")
    assert kept(box, Qt.Key.Key_S, "S", Qt.KeyboardModifier.ShiftModifier)
    assert not kept(box, Qt.Key.Key_Z, "\x1a", Qt.KeyboardModifier.ControlModifier)

    qtbot.keyClicks(box.view(), "s")
    qtbot.keyClick(box.view(), Qt.Key.Key_Return)

    assert box.currentText() == "Sensitivity"
    assert not box.view().isVisible()
