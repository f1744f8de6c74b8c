"""Commitments counted by the database."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.edits import EditName
from briefing.operations import books, commitments
from briefing.sample import make_sample
from briefing.store import BookStore
from briefing.things import Commitment, Deadline, DeadlineKind, Party, Standing, Status, StatusEntry


@pytest.fixture
def store(tmp_path):
    with make_sample(tmp_path / "sample.briefing") as store:
        yield store


def status_of(store: BookStore, uid: str) -> Status:
    return Standing.of(store.where(StatusEntry, commitment=uid)).status


def counted(store: BookStore) -> dict[tuple[str | None, Status], int]:
    return {(s.topic, s.status): s.count for s in store.overview().counts}


def counted_by_hand(store: BookStore) -> dict[tuple[str | None, Status], int]:
    found: dict[tuple[str | None, Status], int] = {}
    for commitment in store.all(Commitment):
        topic = commitment.topics[0] if commitment.topics else None
        key = topic, status_of(store, commitment.uid)
        found[key] = found.get(key, 0) + 1
    return found


def test_the_counts_are_those_of_the_things(store):
    assert counted(store) == counted_by_hand(store)


def test_a_commitment_stands_where_the_slowest_of_its_parties_is(store):
    commitment = store.all(Commitment)[0]
    one, other = store.all(Party)[:2]
    for party, status, day in (
        (one, Status.NOT_STARTED, date(2030, 1, 1)),
        (one, Status.DONE, date(2030, 2, 1)),
        (other, Status.UNDER_WAY, date(2030, 1, 15)),
    ):
        store.apply(commitments.add_status(commitment, status=status, as_of=day, party=party.uid))

    assert counted(store) == counted_by_hand(store)


def test_of_two_entries_of_one_day_the_one_recorded_later_counts(store):
    commitment = store.all(Commitment)[0]
    for status, recorded in (
        (Status.DONE, "2030-01-01T10:00:00+00:00"),
        (Status.NOT_DONE, "2030-01-01T09:00:00+00:00"),
    ):
        store.apply(
            commitments.add_status(
                commitment, status=status, as_of=date(2030, 1, 1), recorded=recorded
            )
        )

    assert counted(store) == counted_by_hand(store)


@pytest.mark.parametrize(
    ("kind", "value", "day"),
    [
        (DeadlineKind.DATE, "2027", date(2027, 12, 31)),
        (DeadlineKind.DATE, "2028-02", date(2028, 2, 29)),
        (DeadlineKind.DATE, "2027-03-14", date(2027, 3, 14)),
        (DeadlineKind.RANGE, "2027-01/2027-04", date(2027, 4, 30)),
    ],
)
def test_a_commitment_is_due_on_the_last_day_of_its_deadline(store, kind, value, day):
    deadline = Deadline(kind=kind, value=value)
    commitment = store.all(Commitment)[0]
    store.apply(commitments.change_commitment(commitment, deadline=deadline))

    assert deadline.last_day == day
    assert day in {due.day for due in store.overview().dues}


def test_what_is_settled_is_told_apart(store):
    dated = [c for c in store.all(Commitment) if c.deadline.last_day]
    standings = [Standing.of(store.where(StatusEntry, commitment=c.uid)) for c in dated]

    dues = store.overview().dues
    assert sum(due.count for due in dues if due.settled) == sum(s.settled for s in standings)
    assert sum(due.count for due in dues) == len(dated)


def test_one_that_is_due_alone_is_named(store):
    day = Deadline(kind=DeadlineKind.DATE, value="2031-07-01")
    commitment = store.all(Commitment)[0]
    store.apply(commitments.change_commitment(commitment, deadline=day))

    due = next(due for due in store.overview().dues if due.day == day.last_day)

    assert (due.count, due.uid, due.action) == (1, commitment.uid, commitment.action)


def test_an_unreadable_deadline_is_due_on_no_day(store):
    deadline = Deadline(kind=DeadlineKind.DATE, value="")
    commitment = store.all(Commitment)[0]
    before = sum(due.count for due in store.overview().dues)
    gone = commitment.deadline.last_day is not None
    store.apply(commitments.change_commitment(commitment, deadline=deadline))

    assert sum(due.count for due in store.overview().dues) == before - gone


def test_the_history_tells_what_was_done_between_two_of_its_lines(store):
    before = store.history(1)[0].number
    store.apply(books.change_book(store, title="One"))
    store.apply(books.change_book(store, title="Two"))
    store.apply(books.change_meeting(store, place="Quay"))
    store.undo()

    (done,) = store.done_between(before, store.history(1)[0].number)

    assert (done.name, done.count, done.subject) == (EditName.CHANGE_BOOK, 2, "Two")
