"""What is typed on a full disk stays where it is typed, and is written when there is room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from briefing.things import Annotation, Commitment, Meeting, Note, Source
from tests.full_disk import filled_up
from ui.places import Place, Room


def labels(window) -> set[str]:
    return {label.text() for label in window.findChildren(QLabel) if label.isVisible()}


def named(widget, name: str) -> QLineEdit:
    (field,) = (f for f in widget.findChildren(QLineEdit) if f.accessibleName() == name)
    return field


def retype(qtbot, field, words: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, words)


@pytest.fixture
def store(window):
    return window.context.session.store


@pytest.fixture
def field(window) -> QLineEdit:
    """The place of the meeting, on the overview."""
    window.context.places.go(Place(Room.OVERVIEW))
    return named(window.workspace(Room.OVERVIEW), "Place")


def test_a_line_of_the_overview_waits_in_its_field(qtbot, monkeypatch, window, store, field):
    full = filled_up(monkeypatch, store)

    retype(qtbot, field, "Harbour House")
    field.clearFocus()

    assert field.text() == "Harbour House"
    assert "Not saved" in labels(window)
    full.clear()
    window.context.session.flush()
    assert store.all(Meeting)[0].place == "Harbour House"
    assert {"Saved"} == labels(window) & {"Saved", "Not saved"}


def test_it_is_tried_again_without_anybody_asking(qtbot, monkeypatch, store, field):
    full = filled_up(monkeypatch, store)
    retype(qtbot, field, "Harbour House")
    field.clearFocus()

    full.clear()

    there = lambda: store.all(Meeting)[0].place == "Harbour House"  # noqa: E731
    qtbot.waitUntil(there, timeout=10_000)


def test_the_window_stays_while_a_line_is_nowhere_else(qtbot, monkeypatch, window, store, field):
    full = filled_up(monkeypatch, store)
    retype(qtbot, field, "Harbour House")

    window.close()

    assert window.isVisible()
    assert not window.context.session.closed
    full.clear()


def test_another_commitment_is_not_shown_in_place_of_words_that_wait(
    qtbot, monkeypatch, window, store
):
    window.context.places.go(Place(Room.COMMITMENTS))
    workspace = window.workspace(Room.COMMITMENTS)
    qtbot.waitUntil(lambda: bool(workspace.detail.uid))
    first, action = workspace.detail.uid, workspace.detail.page.particulars.action
    other = next(uid for uid in workspace.register.uids_of_all() if uid != first)
    full = filled_up(monkeypatch, store)
    action.setFocus()
    action.selectAll()
    qtbot.keyClicks(action, "open the harbour")

    workspace.pane.view.choose(other)

    qtbot.waitUntil(lambda: workspace.pane.view.current_uid() == first)
    assert workspace.detail.uid == first
    assert action.toPlainText() == "open the harbour"
    full.clear()
    workspace.pane.view.choose(other)
    qtbot.waitUntil(lambda: workspace.detail.uid == other)
    assert store.get(Commitment, first).action == "open the harbour"


def test_an_annotation_beside_a_note_waits_on_its_card(qtbot, monkeypatch, window, store):
    window.context.places.go(Place(Room.BOOK))
    book = window.workspace(Room.BOOK)
    qtbot.waitUntil(lambda: book.begun)
    here, other = (n for n in store.all(Note)[:2])
    window.context.places.go(Place(Room.BOOK, Note, here.uid))
    window.context.actions["note.annotate"].trigger()
    full = filled_up(monkeypatch, store)
    qtbot.keyClicks(QApplication.focusWidget(), "Ask the Minister")

    window.context.places.go(Place(Room.BOOK, Note, other.uid))

    assert book.note.note.uid == here.uid
    qtbot.waitUntil(lambda: book.outline.current == book.model.tab_of_note(here.uid))
    assert "Not saved" in labels(window)
    full.clear()
    window.context.places.go(Place(Room.BOOK, Note, other.uid))
    assert book.note.note.uid == other.uid
    assert "Ask the Minister" in {a.body.text for a in store.where(Annotation, note=here.uid)}
    assert "Saved" in labels(window)


def test_an_annotation_in_a_source_keeps_the_window_and_the_source_open(
    qtbot, monkeypatch, window, store
):
    window.context.places.go(Place(Room.SOURCES))
    sources = window.workspace(Room.SOURCES)
    qtbot.waitUntil(lambda: bool(sources.reader.source_uid))
    here = sources.reader.source_uid
    other = next(source for source in store.all(Source) if source.uid != here)
    sources.reader.text.setFocus()
    qtbot.keyClick(sources.reader.text, Qt.Key.Key_N)
    full = filled_up(monkeypatch, store)
    qtbot.keyClicks(QApplication.focusWidget(), "Ask the Minister")

    window.context.places.go(Place(Room.SOURCES, Source, other.uid))
    window.close()

    assert sources.reader.source_uid == here
    assert window.isVisible()
    full.clear()
    window.context.places.go(Place(Room.SOURCES, Source, other.uid))
    assert sources.reader.source_uid == other.uid
    assert "Ask the Minister" in {a.body.text for a in store.all(Annotation)}
