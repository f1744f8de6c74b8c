"""What is new, and the first steps."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from briefing.operations import books, commitments
from briefing.store import BookStore
from briefing.store.overview import Due
from briefing.things import Book, Commitment, Deadline, DeadlineKind, Note
from briefing.uid import new_uid
from ui.overview.bars_view import BarsView
from ui.overview.charts import Charts
from ui.overview.lately import Lately
from ui.places import Place, Room


def said(overview) -> str:
    labels = (label for label in overview.findChildren(QLabel) if label.isVisible())
    return "\n".join(label.text() for label in labels)


@pytest.fixture
def empty_window(qtbot, program, tmp_path):
    path = tmp_path / "empty.briefing"
    BookStore.create(path, Book(uid=new_uid(), title="Untitled")).close()
    window = program.open_book(path)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.context.places.go(Place(Room.OVERVIEW))
    return window


def test_an_empty_book_says_what_to_begin_with(qtbot, empty_window):
    overview = empty_window.workspace(Room.OVERVIEW)
    assert "Begin with a source" in said(overview)

    button = next(b for b in overview.findChildren(QPushButton) if b.text() == "Import sources…")
    button.click()

    assert empty_window.context.places.here.room is Room.SOURCES


def test_whoever_comes_in_has_the_keyboard_in_the_bars_the_second_time_too(qtbot, window, overview):
    bars = window.findChild(BarsView)
    qtbot.waitUntil(bars.hasFocus)

    window.context.places.go(Place(Room.SOURCES))
    qtbot.waitUntil(lambda: not bars.hasFocus())
    window.context.places.go(Place(Room.OVERVIEW))

    assert bars.hasFocus()


def test_the_next_deadline_is_named(qtbot, window, overview):
    session = window.context.session
    tomorrow = date.today() + timedelta(days=1)  # noqa: DTZ011 - the adviser's own day
    commitment = session.store.all(Commitment)[0]
    deadline = Deadline(kind=DeadlineKind.DATE, value=tomorrow.isoformat())

    session.run(
        commitments.change_commitment(commitment, deadline=deadline, action="Open the bridge")
    )

    qtbot.waitUntil(lambda: "in 1 day: Open the bridge" in said(overview))


def test_who_comes_back_is_told_what_others_have_done(qtbot, program, sample_book):
    window = program.open_book(sample_book)
    window.show()
    window.context.places.go(Place(Room.OVERVIEW))
    window.close()
    with BookStore.open(sample_book) as store:
        store.apply(books.change_meeting(store, place="Quay"), "Somebody else")
        store.apply(books.change_meeting(store, place="Harbour"), "Somebody else")

    again = program.open_book(sample_book)
    qtbot.addWidget(again)
    again.show()
    qtbot.waitExposed(again)
    again.context.places.go(Place(Room.OVERVIEW))

    words = said(again.workspace(Room.OVERVIEW))
    assert "Since you were here: Change the meeting (2)." in words


def test_the_first_time_one_is_told_when_the_book_was_worked_on(overview):
    assert "Last worked on" in said(overview)


def test_what_one_did_last_is_told_when_one_comes_back_to_the_overview(window, overview):
    session, places = window.context.session, window.context.places
    places.go(Place(Room.COMMITMENTS))
    session.run(commitments.remove_commitments(session.store, session.store.all(Commitment)[:1]))

    places.go(Place(Room.OVERVIEW))

    assert ": Remove a commitment." in said(overview)


def test_what_one_has_just_typed_is_told_too(qtbot, window, overview):
    session, places = window.context.session, window.context.places
    session.run(commitments.remove_commitments(session.store, session.store.all(Commitment)[:1]))
    places.go(Place(Room.BOOK, Note, session.store.all(Note)[0].uid, "issue"))
    book = window.workspace(Room.BOOK)
    qtbot.keyClicks(book.note.sheet.block.editor.surface, "And more")

    places.go(Place(Room.OVERVIEW))

    assert ": Write in a note." in said(overview)


def test_of_a_book_that_was_only_made_nothing_is_told(empty_window):
    assert "Last worked on" not in said(empty_window.workspace(Room.OVERVIEW))


@pytest.mark.parametrize(("days", "words"), [(400, "in 400 days"), (8_800, "in 24 years")])
def test_what_is_far_off_is_told_in_years(qtbot, window, overview, days, words):
    lately = overview.findChild(Lately)
    today = date(2026, 11, 27)
    due = Due(today + timedelta(days=days), settled=False, count=1, uid="", action="Net zero")

    lately.show_dues([due], today)

    assert f"{words}: Net zero." in said(overview)


def test_nothing_is_counted_while_another_room_is_shown(qtbot, window, overview):
    session, charts = window.context.session, overview.findChild(Charts)
    window.context.places.go(Place(Room.BOOK))
    commitment = session.store.all(Commitment)[0]

    with qtbot.assertNotEmitted(charts.counted, wait=300):
        session.run(commitments.remove_commitments(session.store, [commitment]))

    with qtbot.waitSignal(charts.counted):
        window.context.places.go(Place(Room.OVERVIEW))
