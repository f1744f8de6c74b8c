"""An adviser's evening with the book: notes drafted, written, filled, ordered and signed off."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit

from briefing.operations.commitments import add_status
from briefing.prose import InsertBlock, Paragraph
from briefing.store import BookStore
from briefing.things import (
    Annotation,
    Commitment,
    Insert,
    InsertKind,
    Note,
    NoteState,
    Section,
    Status,
)
from ui.places import Place, Room

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
DAY = date(2026, 11, 20)
PATIENCE = 60_000


def titles(book):
    return [book.model.index(row).data() for row in range(book.model.rowCount())]


def stored(store, note, name):
    found = store.where(Section, note=note, name=name)
    return found[0].body.blocks if found else ()


def opened(qtbot, program, path):
    window = program.open(path)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.context.places.go(Place(Room.BOOK))
    qtbot.waitUntil(lambda: window.workspace(Room.BOOK).begun)
    return window


def closed(qtbot, window):
    gone = []
    window.destroyed.connect(lambda: gone.append(True))
    window.close()
    qtbot.waitUntil(lambda: bool(gone), timeout=PATIENCE)


def steps_back(store):
    steps = 0
    while store.undo() is not None:
        steps += 1
    return steps


def test_from_topics_to_a_note_that_is_signed_off(qtbot, program, sample_book):
    window = opened(qtbot, program, sample_book)
    book, session = window.workspace(Room.BOOK), window.context.session
    actions, store = window.context.actions, session.store

    book.outline.show_tab(book.model.tab_of_note(next(n.uid for n in store.all(Note) if n.topic)))
    qtbot.keyClick(book.outline.view, Key.Key_End, SHIFT)
    actions["tab.remove"].trigger()
    assert titles(book)[-1].startswith("Meeting")

    actions["note.draft"].trigger()
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    assert len(store.all(Note)) == 6
    health = next(note for note in store.all(Note) if note.title == "Health Preparedness")
    book.context.places.go(Place(Room.BOOK, Note, health.uid, "issue"))

    surface = book.note.sheet.block.editor.surface
    qtbot.keyClicks(surface, "The centre opens in January.")
    qtbot.keyClick(surface, Key.Key_A, CTRL | SHIFT)
    book.note.sheet.go_to("next-steps")
    surface = book.note.sheet.block.editor.surface
    surface.moveCursor(QTextCursor.MoveOperation.End)
    for _ in range(3):
        qtbot.keyClick(surface, Key.Key_Return, CTRL)
    session.flush()
    assert stored(store, health.uid, "issue") == (
        Paragraph(runs=stored(store, health.uid, "issue")[0].runs, handling="usable"),
    )
    placed = [b for b in stored(store, health.uid, "next-steps") if isinstance(b, InsertBlock)]
    assert len(placed) == 3

    actions["note.annotate"].trigger()
    qtbot.keyClicks(QApplication.focusWidget(), "Ask the Ministry for the budget")
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Escape)
    assert store.where(Annotation, note=health.uid)[0].body.text.startswith("Ask the Ministry")

    table = next(i for i in store.where(Insert, note=health.uid) if i.kind is InsertKind.TABLE)
    first = store.among(Commitment, "topics", [health.topic])[0]
    session.run(add_status(first, status=Status.DONE, as_of=DAY))
    shown = " ".join(book.note.sections.views.view_of(table.uid).lines)
    assert "● Done" in shown

    book.outline.view.setFocus()
    before = titles(book)
    for _ in range(2):
        qtbot.keyClick(book.outline.view, Key.Key_Up, ALT)
    assert titles(book).index("Health Preparedness") == before.index("Health Preparedness") - 2

    actions["note.sign-off"].trigger()
    name = next(f for f in book.note.sign_bar.findChildren(QLineEdit) if f.isVisible())
    name.selectAll()
    qtbot.keyClicks(name, "Head of Desk")
    qtbot.keyClick(name, Key.Key_Return)
    qtbot.waitUntil(
        lambda: store.get(Note, health.uid).state is NoteState.SIGNED_OFF, timeout=PATIENCE
    )
    frozen = store.where(Insert, note=health.uid)
    assert all(insert.frozen is not None for insert in frozen)

    closed(qtbot, window)
    with BookStore.open(sample_book) as again:
        assert again.get(Note, health.uid).signed_by == "Head of Desk"
        assert steps_back(again) >= 10
