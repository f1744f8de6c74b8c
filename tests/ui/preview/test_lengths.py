"""Notes that are longer than they may be are known before anybody looks at their pages."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from briefing.operations import notes
from briefing.prose import Prose
from briefing.things import Note
from tests.ui.book.conftest import entered
from tests.ui.preview.conftest import PATIENCE
from ui.faults import place_of
from ui.places import Place, Room
from ui.preview.choices import Choices, remember
from ui.preview.counting import note_pages

ENERGY, HEALTH = "Clean Energy and Climate", "Health Preparedness"


@pytest.fixture
def health(window):
    """A note on two pages, which is all that it may have."""
    return next(n for n in window.context.session.store.all(Note) if n.title == HEALTH)


def too_long(window):
    """What the list says of notes that are too long: title and pages."""
    faults = window.context.readiness.faults
    return {fault.words: fault.detail for fault in faults if fault.check == "too-many-pages"}


def listed(qtbot, window):
    """The same, once every note was counted."""
    window.context.readiness.start()
    qtbot.waitUntil(lambda: bool(too_long(window)), timeout=PATIENCE)
    return too_long(window)


def lengthen(window, note):
    """Write a page more than there was."""
    session = window.context.session
    paragraph = "The laboratories have been inspected twice. " * 12
    body = Prose.plain("\n".join([paragraph] * 5))
    session.run(notes.write_section(session.store, note, "background", body))


def test_a_note_that_is_too_long_is_listed_before_anybody_opened_its_pages(qtbot, window):
    assert listed(qtbot, window) == {ENERGY: "4"}


def test_what_an_edit_makes_too_long_is_listed_until_it_is_undone(qtbot, window, health):
    listed(qtbot, window)

    lengthen(window, health)
    qtbot.waitUntil(lambda: too_long(window) == {ENERGY: "4", HEALTH: "3"}, timeout=PATIENCE)

    window.context.session.undo()
    qtbot.waitUntil(lambda: too_long(window) == {ENERGY: "4"}, timeout=PATIENCE)


def test_larger_print_has_all_notes_counted_again(qtbot, window):
    listed(qtbot, window)

    remember(window.context, Choices(large_print=True))

    qtbot.waitUntil(lambda: len(too_long(window)) > 1, timeout=PATIENCE)


def test_only_what_was_written_in_is_counted_again(qtbot, monkeypatch, window, health):
    listed(qtbot, window)
    asked = []
    shop = window.context.book_shop
    book_job = shop.book_job

    def noting(function, *arguments, **options):
        if function is note_pages:
            asked.append(arguments[1])
        return book_job(function, *arguments, **options)

    monkeypatch.setattr(shop, "book_job", noting)
    lengthen(window, health)
    qtbot.waitUntil(lambda: HEALTH in too_long(window), timeout=PATIENCE)

    assert asked == [(health.uid,)]


def test_the_note_says_so_beside_its_title_and_where_it_is_signed_off(qtbot, window, health):
    book = entered(qtbot, window)
    window.context.places.go(Place(Room.BOOK, Note, health.uid))
    said = lambda pane: " ".join(label.text() for label in pane.findChildren(QLabel))  # noqa: E731
    qtbot.waitUntil(lambda: "2 of 2 pages" in said(book.note.header), timeout=PATIENCE)
    assert not book.preview.isVisible()
    window.context.actions["note.sign-off"].trigger()
    assert "of 2 pages" not in said(book.note.sign_bar)

    lengthen(window, health)

    qtbot.waitUntil(lambda: "▲ 3 of 2 pages" in said(book.note.header), timeout=PATIENCE)
    assert "▲ 3 of 2 pages: longer than its format allows." in said(book.note.sign_bar)


def test_the_list_leads_to_the_note(qtbot, window, health):
    listed(qtbot, window)
    (fault,) = [f for f in window.context.readiness.faults if f.check == "too-many-pages"]

    place = place_of(fault, window.context.session.store)

    assert (place.room, place.kind, place.uid) == (Room.BOOK, Note, fault.uid)
