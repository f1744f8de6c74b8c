"""Edits, their history, and taking them back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from itertools import count
from pathlib import Path

import pytest

from briefing.anchor import Anchor
from briefing.edits import Add, Drop, Edit, EditName, Replace
from briefing.operations.books import archive_edition, next_edition
from briefing.prose import Prose
from briefing.store import BookStore, StaleEdit
from briefing.things import (
    Commitment,
    Deadline,
    DeadlineKind,
    Edition,
    Note,
    Party,
    Passage,
    PassageKind,
    Section,
    Source,
    Topic,
)
from tests.histories import BOOK

CANADA = Party(uid="p1", code="CA", name="Canada", names=("le Canada", "加拿大"))
FRANCE = Party(uid="p2", code="FR", name="France")
NOTE = Note(uid="n1", title="Climate", template="information")
BODY = Section(uid="s1", note="n1", name="issue")


def adding(*things: Party | Note | Section | Topic | Commitment) -> Edit:
    return Edit(EditName.ADD_PARTY, tuple(map(Add, things)))


def writing(before: Section, text: str) -> Edit:
    change = Replace(before, replace(before, body=Prose.plain(text)))
    return Edit(EditName.WRITE_NOTE, (change,), "Climate")


@pytest.fixture
def noted(store: BookStore) -> BookStore:
    store.apply(Edit(EditName.ADD_NOTE, (Add(NOTE), Add(BODY)), "Climate"))
    return store


def test_an_edit_that_fails_in_the_middle_leaves_nothing(store: BookStore) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        store.apply(adding(CANADA, FRANCE, CANADA))

    assert store.all(Party) == []
    assert store.search("Canada") == []
    assert len(store.history()) == 1


def test_an_edit_that_leaves_a_name_without_a_thing_leaves_nothing(store: BookStore) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        store.apply(adding(BODY))

    assert store.all(Section) == []


def test_a_thing_that_is_named_cannot_go(noted: BookStore) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        noted.apply(Edit(EditName.REMOVE_NOTE, (Drop(NOTE),)))

    assert noted.all(Note) == [NOTE]


def test_things_may_be_named_before_they_are_added(store: BookStore) -> None:
    store.apply(adding(BODY, NOTE))

    assert store.all(Section) == [BODY]


def test_one_edit_may_change_a_thing_several_times(store: BookStore) -> None:
    renamed = replace(CANADA, name="CANADA")
    again = replace(renamed, names=("Kanada",))
    changes = (Add(CANADA), Replace(CANADA, renamed), Replace(renamed, again), Add(FRANCE))

    store.apply(Edit(EditName.ADD_PARTY, changes))

    assert store.all(Party) == [again, FRANCE]
    store.undo()
    assert store.all(Party) == []


@pytest.mark.parametrize(
    "change",
    [
        Replace(replace(CANADA, name="Kanada"), CANADA),
        Replace(replace(CANADA, names=()), replace(CANADA, name="x")),
        Replace(FRANCE, replace(FRANCE, name="x")),
        Drop(replace(CANADA, code="XX")),
        Replace(CANADA, replace(FRANCE, name="x")),
    ],
    ids=["another name", "other names", "not there", "another code", "another uid"],
)
def test_an_edit_of_another_state_than_the_book_holds_is_refused(
    store: BookStore, change: Replace | Drop
) -> None:
    store.apply(adding(CANADA))

    with pytest.raises(StaleEdit):
        store.apply(Edit(EditName.CHANGE_PARTY, (change,)))

    assert store.all(Party) == [CANADA]
    assert len(store.history()) == 2


def test_what_a_book_begins_with_is_part_of_its_making(tmp_path: Path) -> None:
    with BookStore.create(tmp_path / "b.briefing", BOOK, (Add(CANADA),)) as store:
        assert store.all(Party) == [CANADA]
        assert len(store.history()) == 1
        assert store.undo() is None


def test_the_making_of_a_book_is_in_its_history_and_cannot_be_undone(store: BookStore) -> None:
    (line,) = store.history()

    assert (line.name, line.subject, line.kept) == (EditName.MAKE_BOOK, BOOK.title, False)
    assert store.undo() is None
    assert store.redo() is None


def test_the_history_says_what_was_done_when_and_by_whom(path: Path) -> None:
    noon = datetime(2027, 3, 14, 12, tzinfo=UTC)
    with BookStore.create(path, BOOK, clock=lambda: noon) as store:
        store.apply(Edit(EditName.ADD_PARTY, (Add(CANADA),), "Canada"), "Ana")
        store.apply(Edit(EditName.ADD_PARTY, (Add(FRANCE),), "France"), "Bo")
        store.undo()

        lines = store.history()

    assert [(line.author, line.subject, line.undone) for line in lines] == [
        ("Bo", "France", True),
        ("Ana", "Canada", False),
        ("", "Before the meeting", False),
    ]
    assert {line.made for line in lines} == {"2027-03-14T12:00:00+00:00"}
    assert [line.number for line in lines] == [3, 2, 1]


def test_undo_and_redo_say_which_edit_they_made(store: BookStore) -> None:
    edit = adding(CANADA)
    store.apply(edit)

    assert store.undo() == edit.inverse
    assert store.redo() == edit


def test_a_new_edit_ends_what_can_be_redone_but_not_what_is_remembered(store: BookStore) -> None:
    store.apply(Edit(EditName.ADD_PARTY, (Add(CANADA),), "Canada"))
    store.undo()

    store.apply(Edit(EditName.ADD_PARTY, (Add(FRANCE),), "France"))

    assert store.redo() is None
    assert [(x.subject, x.undone, x.kept) for x in store.history()][:2] == [
        ("France", False, True),
        ("Canada", True, False),
    ]
    assert store.undo() is not None
    assert store.undo() is None


def test_no_undo_takes_an_edition_back_nor_stands_in_the_way_of_others(noted: BookStore) -> None:
    noted.apply(writing(BODY, "First"))
    noted.apply(writing(noted.get(Section, "s1"), "Second"))
    noted.undo()

    noted.apply(archive_edition(noted, noted.keep(b"%PDF"), "2026-11-24T10:30"))

    assert noted.redo().name is EditName.WRITE_NOTE
    assert noted.undo().name is EditName.WRITE_NOTE
    assert noted.undo().name is EditName.WRITE_NOTE
    assert noted.get(Section, "s1") == BODY
    assert [edition.number for edition in noted.all(Edition)] == [1]
    assert noted.history(1)[0].name is EditName.ARCHIVE_EDITION
    assert next_edition(noted) == 2


def test_the_last_two_hundred_edits_can_be_undone_after_reopening(store: BookStore) -> None:
    states = [CANADA]
    store.apply(adding(CANADA))
    for number in range(205):
        states.append(replace(CANADA, name=str(number)))
        store.apply(Edit(EditName.CHANGE_PARTY, (Replace(*states[-2:]),)))
    store.close()

    with BookStore.open(store.path) as again:
        undone = 0
        while again.undo():
            undone += 1
            assert again.all(Party) == [states[-1 - undone]]
        assert undone == 200
        assert len(again.history(1000)) == 207


def test_typing_in_one_text_is_one_step_to_undo(noted: BookStore) -> None:
    noted.apply(writing(BODY, "The"), merge=True)
    middle = noted.get(Section, "s1")
    noted.apply(writing(middle, "The issue"), merge=True)
    noted.apply(writing(noted.get(Section, "s1"), "The issue is"), merge=True)

    assert len(noted.history()) == 3
    assert [hit.text for hit in noted.search("issue")] == ["The issue is"]
    noted.undo()
    assert noted.get(Section, "s1") == BODY
    assert noted.search("issue") == []
    noted.redo()
    assert noted.get(Section, "s1").body.text == "The issue is"


def test_typing_that_follows_an_undo_is_a_step_of_its_own(noted: BookStore) -> None:
    noted.apply(writing(BODY, "one"))
    one = noted.get(Section, "s1")
    noted.apply(writing(one, "two"))
    noted.undo()

    noted.apply(writing(one, "three"), merge=True)

    noted.undo()
    assert noted.get(Section, "s1") == one


def test_typing_that_follows_a_deed_is_a_step_of_its_own(noted: BookStore) -> None:
    noted.apply(writing(BODY, "pasted"))
    pasted = noted.get(Section, "s1")

    noted.apply(writing(pasted, "pasted and typed"), merge=True)

    noted.undo()
    assert noted.get(Section, "s1") == pasted


def test_typing_is_not_merged_into_something_else(noted: BookStore) -> None:
    other = replace(BODY, uid="s2")
    noted.apply(adding(other))
    noted.apply(writing(BODY, "one"), "Ana", merge=True)
    noted.apply(writing(other, "two"), "Ana", merge=True)
    noted.apply(writing(noted.get(Section, "s2"), "three"), "Bo", merge=True)
    renamed = Replace(NOTE, replace(NOTE, title="Energy"))
    noted.apply(Edit(EditName.CHANGE_NOTE, (renamed,)), "Bo", merge=True)

    assert [line.name for line in noted.history()][:4] == [
        EditName.CHANGE_NOTE,
        EditName.WRITE_NOTE,
        EditName.WRITE_NOTE,
        EditName.WRITE_NOTE,
    ]


def test_typing_in_another_sitting_is_another_step(noted: BookStore) -> None:
    noted.apply(writing(BODY, "one"))
    noted.close()

    with BookStore.open(noted.path) as again:
        again.apply(writing(again.get(Section, "s1"), "two"), merge=True)
        again.undo()
        assert again.get(Section, "s1").body.text == "one"


def test_things_are_found_by_their_fields(store: BookStore) -> None:
    digest = store.keep(b"")
    source = Source(
        uid="d1",
        title="",
        file_name="",
        media_type="",
        original=digest,
        size=0,
        text="",
    )
    passage = Passage(
        uid="a1",
        source="d1",
        position=0,
        kind=PassageKind.PARAGRAPH,
        text="",
        lang="en",
        start=0,
        end=0,
    )
    anchor = Anchor(source="d1", passage="a1", start=0, end=0, quote="")
    topic = Topic(uid="t1", name="Climate")
    sooner = Commitment(
        uid="c1",
        action="a",
        anchors=(anchor,),
        topics=("t1",),
        deadline=Deadline(kind=DeadlineKind.DATE, value="2030"),
    )
    later = Commitment(uid="c2", action="b", parent="c1", promisors=("p2", "p1"))
    store.apply(
        Edit(
            EditName.IMPORT_SOURCE,
            tuple(map(Add, (source, passage, CANADA, FRANCE, topic, sooner, later))),
        )
    )

    assert store.where(Commitment, topics="t1") == [sooner]
    assert store.where(Commitment, promisors="p1", parent="c1") == [later]
    assert store.where(Commitment, parent=None) == [sooner]
    assert store.where(Commitment, anchors__passage="a1") == [sooner]
    assert store.where(Commitment, deadline__value="2030") == [sooner]
    assert store.where(Commitment, topics="t1", parent="c1") == []
    assert store.find(Commitment, "c9") is None
    assert store.find(Commitment, None) is None
    assert store.count(Commitment) == 2
    with pytest.raises(KeyError):
        store.get(Commitment, "c9")


def test_things_come_in_the_order_of_their_uids_also_after_undo(store: BookStore) -> None:
    store.apply(adding(FRANCE, CANADA))
    store.apply(Edit(EditName.REMOVE_PARTY, (Drop(CANADA),)))
    store.undo()

    assert store.all(Party) == [CANADA, FRANCE]


@pytest.fixture
def questions(store: BookStore) -> Iterator[list[str]]:
    asked: list[str] = []
    store._conn.set_trace_callback(asked.append)
    yield asked
    store._conn.set_trace_callback(None)


def test_reading_many_things_takes_no_more_queries_than_reading_one(
    store: BookStore, questions: list[str]
) -> None:
    store.apply(
        adding(CANADA, *(Commitment(uid=f"c{n}", action="", promisors=("p1",)) for n in range(500)))
    )
    questions.clear()

    assert len(store.all(Commitment)) == 500

    assert len(questions) == 5


def test_an_edit_writes_only_the_columns_that_differ(
    store: BookStore, questions: list[str]
) -> None:
    store.apply(adding(CANADA))
    questions.clear()

    store.apply(Edit(EditName.CHANGE_PARTY, (Replace(CANADA, replace(CANADA, name="x")),)))

    (update,) = [q for q in questions if q.startswith('UPDATE "party"')]
    assert "code" not in update
    assert not [q for q in questions if "party_name" in q and not q.startswith("SELECT")]


def test_ten_thousand_things_are_added_in_one_edit(store: BookStore) -> None:
    numbers = count()
    topics = [Topic(uid=f"t{next(numbers):05}", name=f"Topic {n}") for n in range(10_000)]

    store.apply(adding(*topics))

    assert store.all(Topic) == topics
    store.undo()
    assert store.count(Topic) == 0


def test_the_clock_of_a_history_is_universal_time(path: Path) -> None:
    ottawa = datetime(2027, 3, 14, 20, 30, tzinfo=timezone(timedelta(hours=-5)))
    with BookStore.create(path, BOOK, clock=lambda: ottawa) as store:
        assert store.history()[0].made == "2027-03-15T01:30:00+00:00"
