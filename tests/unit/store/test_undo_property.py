"""Any history of edits can be walked back to every earlier book, and forward again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.codec import book_from_plain, book_to_plain, edit_from_plain, edit_to_plain
from briefing.edits import Edit
from briefing.store import BookStore
from briefing.store.search import rebuild
from briefing.things import KINDS, Thing
from tests.histories import BOOK, ORIGINALS, histories

patient = [HealthCheck.too_slow, HealthCheck.data_too_large]
thorough = settings(deadline=None, max_examples=50, suppress_health_check=patient)
brisk = settings(thorough, max_examples=25)


@contextmanager
def new_store() -> Iterator[BookStore]:
    with (
        TemporaryDirectory() as folder,
        BookStore.create(Path(folder) / "b.briefing", BOOK) as store,
    ):
        for data in ORIGINALS.values():
            store.keep(data)
        yield store


def things_of(store: BookStore) -> list[list[Thing]]:
    """Everything in the order in which it is listed; a dictionary would hide the order."""
    return [store.all(kind) for kind in KINDS]


def reopened(store: BookStore) -> BookStore:
    store.close()
    return BookStore.open(store.path)


def searched(store: BookStore) -> list[tuple[str, str, str]]:
    rows = store._conn.execute("SELECT kind, thing, words FROM searched ORDER BY thing")
    return rows.fetchall()


@given(histories())
@thorough
def test_walking_back_through_a_history_meets_every_earlier_book(history: list[Edit]) -> None:
    with new_store() as store:
        books = [things_of(store)]
        for edit in history:
            store.apply(edit)
            books.append(things_of(store))

        for earlier in reversed(books[:-1]):
            assert store.undo() is not None
            assert things_of(store) == earlier
        assert store.undo() is None

        for later in books[1:]:
            assert store.redo() is not None
            assert things_of(store) == later
        assert store.redo() is None


@given(histories(longest=6))
@brisk
def test_a_history_is_walked_back_and_forward_in_a_book_that_is_closed_between(
    history: list[Edit],
) -> None:
    with new_store() as store:
        books = [things_of(store)]
        for edit in history:
            store.apply(edit)
            books.append(things_of(store))

        for earlier in reversed(books[:-1]):
            store = reopened(store)  # noqa: PLW2901 - the same book
            assert store.undo() is not None
            assert things_of(store) == earlier
        for later in books[1:]:
            store = reopened(store)  # noqa: PLW2901 - the same book
            assert store.redo() is not None
            assert things_of(store) == later
        store.close()


@given(histories())
@brisk
def test_after_any_history_the_search_is_as_if_made_anew(history: list[Edit]) -> None:
    with new_store() as store:
        for edit in history:
            store.apply(edit)
        store.undo()
        kept = searched(store)
        store._conn.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")

        rebuild(store._conn)
        assert searched(store) == kept


@given(histories())
@brisk
def test_edits_and_books_come_back_from_their_plain_form(history: list[Edit]) -> None:
    with new_store() as store:
        for edit in history:
            assert edit_from_plain(edit_to_plain(edit)) == edit
            store.apply(edit)

        whole = store.whole()
        assert book_from_plain(book_to_plain(whole)) == whole


@given(histories(), st.data())
@brisk
def test_an_edit_that_is_left_in_the_midst_leaves_no_trace(
    history: list[Edit], data: st.DataObject
) -> None:
    with patch("briefing.progress.PIECE", 1), new_store() as store:
        for edit in history:
            before, lines = things_of(store), store.history(100)
            steps = store.applying(edit)
            for _ in range(data.draw(st.integers(0, len(edit.changes)))):
                next(steps)
            steps.close()
            assert (things_of(store), store.history(100)) == (before, lines)

            store.apply(edit)
        for edit in reversed(history):
            assert store.undo() == edit.inverse
        assert store.undo() is None
