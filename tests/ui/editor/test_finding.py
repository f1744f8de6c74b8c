"""Words found and replaced, in one text and across several."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from briefing.prose import Paragraph, Prose, Run
from tests.ui.editor.proses import words
from ui.editor.editor import FindBar, ProseEditor

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


def chosen(editor: ProseEditor) -> str:
    return editor.surface.textCursor().selectedText()


def said(editor: QWidget) -> list[str]:
    return [label.text() for label in editor.findChildren(QLabel) if label.isVisible()]


def fields(widget: QWidget) -> list[QLineEdit]:
    return [one for one in widget.findChildren(QLineEdit) if one.isVisible()]


def test_find_goes_from_place_to_place_and_round(qtbot, editor):
    editor.set_prose(Prose.plain("a COVAX pledge\nno COVAX"))

    qtbot.keyClick(editor.surface, Key.Key_F, CTRL)
    qtbot.keyClicks(QApplication.focusWidget(), "covax")
    assert "2 places" in said(editor)

    blocks = []
    for _turn in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
        assert chosen(editor) == "COVAX"
        blocks.append(editor.block_cursor.block)
    assert blocks == [0, 1, 0]

    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return, SHIFT)
    assert editor.block_cursor.block == 1


def test_escape_goes_back_to_the_place_that_was_found(qtbot, editor):
    editor.set_prose(Prose.plain("one two"))
    qtbot.keyClick(editor.surface, Key.Key_F, CTRL)
    qtbot.keyClicks(QApplication.focusWidget(), "two")
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Escape)

    assert editor.surface.hasFocus()
    assert chosen(editor) == "two"
    assert editor.surface.extraSelections() == []


def test_what_is_not_there_is_said_not_to_be(qtbot, editor):
    editor.set_prose(Prose.plain("one"))
    qtbot.keyClick(editor.surface, Key.Key_F, CTRL)
    qtbot.keyClicks(QApplication.focusWidget(), "two")

    assert "Not found" in said(editor)


def test_replace_all_is_one_step_and_keeps_the_marks(qtbot, editor):
    before = Prose((Paragraph(runs=(Run(text="aid", bold=True), Run(text=" and aid"))),))
    editor.set_prose(before)
    qtbot.keyClick(editor.surface, Key.Key_H, CTRL)
    find, instead = fields(editor)
    qtbot.keyClicks(find, "aid")
    qtbot.keyClicks(instead, "relief")
    every = next(b for b in editor.findChildren(QPushButton) if b.text() == "Replace &all")
    qtbot.mouseClick(every, Qt.MouseButton.LeftButton)

    assert editor.prose().blocks[0].runs == (
        Run(text="relief", bold=True),
        Run(text=" and relief"),
    )
    assert editor.surface.hasFocus()
    editor.surface.undo()
    assert editor.prose() == before


def test_tab_goes_from_what_is_sought_to_what_replaces_it(qtbot, editor):
    editor.set_prose(Prose.plain("aid"))
    qtbot.keyClick(editor.surface, Key.Key_H, CTRL)
    find, instead = fields(editor)
    qtbot.keyClicks(find, "aid")

    qtbot.keyClick(find, Key.Key_Tab)
    assert instead.hasFocus()
    qtbot.keyClicks(instead, "relief")
    qtbot.keyClick(instead, Key.Key_Tab)
    assert QApplication.focusWidget().text() == "&Replace"


def test_replace_goes_on_to_the_next(qtbot, editor):
    editor.set_prose(Prose.plain("a a a"))
    qtbot.keyClick(editor.surface, Key.Key_H, CTRL)
    find, instead = fields(editor)
    qtbot.keyClicks(find, "a")
    qtbot.keyClick(find, Key.Key_Return)
    qtbot.keyClicks(instead, "b")
    qtbot.keyClick(instead, Key.Key_Return)

    assert editor.prose().text in {"b a a", "a b a"}
    assert chosen(editor) == "a"


@pytest.fixture
def pane(qtbot, context):
    """Two sections and one bar, as a note has them."""
    pane = QWidget()
    column = QVBoxLayout(pane)
    pane.editors = [ProseEditor(context), ProseEditor(context)]
    pane.bar = FindBar(context, lambda: pane.editors)
    for editor, text in zip(pane.editors, ("one aid", "two aid"), strict=True):
        editor.set_prose(Prose.plain(text))
        editor.set_find_bar(pane.bar)
        column.addWidget(editor)
    column.addWidget(pane.bar)
    qtbot.addWidget(pane)
    pane.show()
    pane.editors[0].setFocus()
    return pane


def test_one_bar_finds_across_sections(qtbot, pane):
    first, second = pane.editors
    qtbot.keyClick(first.surface, Key.Key_F, CTRL)
    qtbot.keyClicks(QApplication.focusWidget(), "aid")
    assert "2 places" in said(pane)

    with qtbot.waitSignal(pane.bar.went) as went:
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    assert went.args == [first]
    with qtbot.waitSignal(pane.bar.went) as went:
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    assert went.args == [second]
    assert chosen(second) == "aid"


def test_replace_all_reaches_every_section(qtbot, pane):
    first, second = pane.editors
    qtbot.keyClick(first.surface, Key.Key_H, CTRL)
    find, instead = fields(pane.bar)
    qtbot.keyClicks(find, "aid")
    qtbot.keyClicks(instead, "help")
    every = next(b for b in pane.findChildren(QPushButton) if b.text() == "Replace &all")
    qtbot.mouseClick(every, Qt.MouseButton.LeftButton)

    assert [e.prose().blocks[0].runs for e in (first, second)] == [
        words("one help"),
        words("two help"),
    ]
    assert "2 places replaced" in said(pane)
