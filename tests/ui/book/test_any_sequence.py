"""Whatever is done in whatever order, the book holds what the editors show."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from briefing.store import BookStore
from briefing.things import Insert, Note, Section
from tests.ui.book.conftest import closed, entered

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
STEPS = 120
WORDS = ("promise ", "Émile ", "承诺", "🎈 ", "x", "and then ")


class Hand:
    """Somebody who types, takes back, inserts, walks and waits, in no order."""

    def __init__(self, qtbot, book, seed):
        self.qtbot, self.book, self.dice = qtbot, book, random.Random(seed)
        self.deeds = (
            *[self.write] * 6,
            *[self.undo] * 4,
            *[self.redo] * 3,
            self.rub_out,
            self.new_line,
            self.insert,
            self.flush,
            self.other_section,
            self.other_note,
            self.duplicate,
            self.move_tab,
            self.remove_tab,
            self.copy_all_here_twice,
        )

    def go(self):
        self.dice.choice(self.deeds)()

    @property
    def surface(self):
        sheet = self.book.note.sheet
        if not self.book.note.sections.blocks:
            return None
        if sheet.block is None:
            sheet.begin()
        return sheet.block.editor.surface

    def write(self):
        if self.surface is not None:
            self.surface.setFocus()
            self.surface.insertPlainText(self.dice.choice(WORDS))

    def rub_out(self):
        if self.surface is not None:
            for _ in range(self.dice.randint(1, 12)):
                self.qtbot.keyClick(self.surface, Key.Key_Backspace)

    def new_line(self):
        if self.surface is not None:
            self.surface.textCursor().movePosition(QTextCursor.MoveOperation.End)
            self.qtbot.keyClick(self.surface, Key.Key_Return, SHIFT)

    def undo(self):
        self.book.context.actions["edit.undo"].trigger()

    def redo(self):
        self.book.context.actions["edit.redo"].trigger()

    def insert(self):
        self.book.context.actions["material.next"].trigger()

    def flush(self):
        self.book.context.session.flush()

    def other_section(self):
        blocks = self.book.note.sections.blocks
        if blocks:
            self.book.note.sheet.go_to(self.dice.choice(blocks).name)

    def other_note(self):
        row = self.dice.randrange(self.book.model.rowCount())
        self.book.outline.show_tab(self.book.model.row_at(row).tab.uid)

    def duplicate(self):
        self.book.context.actions["note.duplicate"].trigger()

    def move_tab(self):
        self.book.outline.shift(self.dice.choice((-1, 1)))

    def remove_tab(self):
        if self.dice.random() < 0.3 and self.book.model.rowCount() > 6:
            self.book.outline.remove()

    def copy_all_here_twice(self):
        if self.surface is not None and not self.surface.isReadOnly():
            self.surface.selectAll()
            self.surface.copy()
            cursor = self.surface.textCursor()
            cursor.movePosition(QTextCursor.MoveOperation.End)
            self.surface.setTextCursor(cursor)
            if len(self.surface.toPlainText()) < 3000:
                self.surface.paste()


def shown(book):
    return {
        block.name: block.editor.prose()
        for block in book.note.sections.blocks
        if block.editor.prose()
    }


def stored(store, note):
    return {s.name: s.body for s in store.where(Section, note=note.uid) if s.body}


def dangling(store):
    held = {insert.uid: insert.note for insert in store.all(Insert)}
    named = [(uid, s.note) for s in store.all(Section) for uid in s.body.inserts]
    assert len(named) == len({uid for uid, _note in named})
    return [uid for uid, note in named if held.get(uid) != note]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_book_holds_what_is_shown_whatever_was_done(qtbot, program, sample_book, seed):
    book = entered(qtbot, program.open_book(sample_book))
    hand = Hand(qtbot, book, seed)
    session = book.context.session
    for _ in range(STEPS):
        hand.go()
        if hand.dice.random() < 0.2 and book.note.note is not None:
            session.flush()
            assert shown(book) == stored(session.store, book.note.note)
            assert dangling(session.store) == []
    session.flush()
    written = {note.uid: stored(session.store, note) for note in session.store.all(Note)}
    QApplication.clipboard().clear()

    closed(qtbot, book.window())

    with BookStore.open(sample_book) as again:
        assert {note.uid: stored(again, note) for note in again.all(Note)} == written
        steps = 0
        while again.undo() is not None:
            steps += 1
        for _ in range(steps):
            again.redo()
        assert {note.uid: stored(again, note) for note in again.all(Note)} == written
