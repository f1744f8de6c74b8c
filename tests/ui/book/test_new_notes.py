from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListView

from briefing.operations.topics import add_topic
from briefing.things import Commitment, Insert, InsertKind, Note, Section, Topic

Key = Qt.Key


def pick(book, *names):
    view = book.middle.new_notes.findChild(QListView)
    model = view.model()
    rows = [r for r in range(model.rowCount()) if any(n in model.index(r).data() for n in names)]
    view.clearSelection()
    for row in rows:
        view.selectionModel().select(model.index(row), view.selectionModel().SelectionFlag.Select)
    return view


def test_tab_goes_through_the_page_as_one_reads(qtbot, book):
    book.context.actions["note.draft"].trigger()
    walked = []
    while (focus := QApplication.focusWidget()) not in walked and len(walked) < 60:
        walked.append(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)

    names = [widget.accessibleName() for widget in walked]
    assert names[:2] == ["Topics", "Title of a note without a topic"]
    assert names[-2:] == ["Format of the notes", "Language of the notes"]


def test_topics_without_a_note_are_drafted_in_three_movements(qtbot, book):
    session = book.context.session
    for note in session.store.all(Note):
        if note.topic:
            book.outline.show_tab(book.model.tab_of_note(note.uid))
            book.context.actions["tab.remove"].trigger()

    book.context.actions["note.draft"].trigger()
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)

    notes = [note for note in session.store.all(Note) if note.topic]
    assert len(notes) == 5
    for note in notes:
        inserts = session.store.where(Insert, note=note.uid)
        assert any(insert.kind is InsertKind.TABLE for insert in inserts)
        assert session.store.where(Section, note=note.uid)
    assert book.note.note.uid in {note.uid for note in notes}
    session.undo()
    assert [note for note in session.store.all(Note) if note.topic] == []


def test_one_topic_is_chosen_from_the_list(qtbot, book):
    store = book.context.session.store
    book.context.actions["note.new"].trigger()

    view = pick(book, "Health")
    qtbot.keyClick(view, Key.Key_Return)

    health = [note for note in store.all(Note) if note.title == "Health Preparedness"]
    assert len(health) == 2
    assert book.note.note == health[1]


def test_a_note_without_a_topic_needs_only_a_title(qtbot, book):
    before = book.context.session.store.count(Note)
    book.context.actions["note.new"].trigger()
    field = QApplication.focusWidget()  # typed at once, with a space that might choose a topic

    qtbot.keyClicks(field, "Steering note")
    qtbot.keyClick(field, Key.Key_Return)

    assert book.context.session.store.count(Note) == before + 1
    assert book.note.note.title == "Steering note"
    assert book.note.note.topic is None
    assert book.note.sheet.isAncestorOf(QApplication.focusWidget())


def test_escape_leaves_without_a_note(qtbot, book):
    before = book.context.session.store.count(Note)
    book.context.actions["note.new"].trigger()

    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Escape)

    assert book.note.isVisible()
    assert book.context.session.store.count(Note) == before


def test_topics_say_how_much_they_hold(qtbot, qtmodeltester, book):
    session = book.context.session
    session.run(add_topic(session.store, "Nothing yet"))
    book.context.actions["note.new"].trigger()
    view = book.middle.new_notes.findChild(QListView)
    model = view.model()

    rows = [model.index(row).data() for row in range(model.rowCount())]

    assert rows[-1] == "Nothing yet"
    assert all("commitment" in row and "has a note" in row for row in rows[:5])
    assert len(session.store.all(Topic)) == len(rows)
    assert session.store.count(Commitment)
    qtmodeltester.check(model)
