"""Commitments by the dozen, and outcomes with what follows from them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from briefing.edits import EditName
from briefing.errors import Refused
from briefing.operations import commitments, outcomes
from briefing.operations.outcomes import Follows, Point
from briefing.prose import Item, List, Paragraph, Prose, Run
from briefing.templates import Draws, Template, TemplateSection
from briefing.things import (
    Annotation,
    Book,
    Candidate,
    CandidateState,
    Commitment,
    Firmness,
    Insert,
    InsertKind,
    Kind,
    Meeting,
    Note,
    Outcome,
    Party,
    Raised,
    Section,
    Status,
    StatusEntry,
    Topic,
)
from tests.shelf import Shelf

TODAY = date(2026, 11, 26)
CLIMATE, HEALTH = Topic(uid="t1", name="Climate"), Topic(uid="t2", name="Health")
TREES = Commitment(uid="c1", action="Plant trees", topics=("t1", "t3"))
HEDGES = Commitment(uid="c2", action="Plant hedges", parent="c1", lead="Desk")
SEAS = Topic(uid="t3", name="Seas")


@pytest.fixture
def shelf() -> Shelf:
    return Shelf.with_book(CLIMATE, HEALTH, SEAS, TREES, HEDGES)


def both(shelf: Shelf) -> list[Commitment]:
    return [shelf.get(Commitment, uid) for uid in ("c1", "c2")]


def test_several_change_alike_in_one_step_and_those_that_are_so_stay(shelf: Shelf) -> None:
    edit = shelf.run(commitments.change_commitments(both(shelf), lead="Desk", kind=Kind.SOFT))

    assert edit.name is EditName.CHANGE_COMMITMENTS
    assert {(c.lead, c.kind) for c in both(shelf)} == {("Desk", Kind.SOFT)}
    again = commitments.change_commitments(both(shelf), lead="Desk")
    assert again.changes == ()


def test_a_topic_takes_the_place_of_the_one_that_listed_it(shelf: Shelf) -> None:
    shelf.run(commitments.list_under(both(shelf), HEALTH))
    assert [c.topics for c in both(shelf)] == [("t2", "t3"), ("t2",)]

    shelf.run(commitments.add_topic_to(both(shelf), CLIMATE))
    assert [c.topics for c in both(shelf)] == [("t2", "t3", "t1"), ("t2", "t1")]


def test_several_get_a_status_entry_each_in_one_step(shelf: Shelf) -> None:
    shelf.run(commitments.add_statuses(both(shelf), status=Status.DONE, as_of=TODAY))

    assert [(e.commitment, e.status) for e in shelf.all(StatusEntry)] == [
        ("c1", Status.DONE),
        ("c2", Status.DONE),
    ]


def test_several_go_in_one_step_with_what_hung_on_them(shelf: Shelf) -> None:
    shelf.run(commitments.add_statuses(both(shelf), status=Status.DONE, as_of=TODAY))
    entry = shelf.all(StatusEntry)[0]
    shelf.things.setdefault(Candidate, {})["k"] = Candidate(
        uid="k",
        source="s",
        anchors=(),
        firmness=Firmness.WILL,
        reasons=(),
        confidence=1,
        state=CandidateState.ACCEPTED,
        commitment="c1",
    )
    shelf.things.setdefault(Annotation, {})["r"] = Annotation(
        uid="r", body=Prose(), commitment="c2"
    )
    shelf.things.setdefault(Outcome, {})["o"] = Outcome(
        uid="o", point="Trees", commitment="c1", status_entry=entry.uid, new_commitment="c2"
    )

    shelf.run(commitments.remove_commitments(shelf, both(shelf)))

    assert shelf.all(Commitment) == shelf.all(StatusEntry) == shelf.all(Annotation) == []
    assert shelf.get(Candidate, "k").state is CandidateState.PROPOSED
    assert shelf.get(Outcome, "o") == Outcome(uid="o", point="Trees")


def test_none_goes_while_a_note_shows_one_of_them(shelf: Shelf) -> None:
    insert = Insert(uid="i", note="n", kind=InsertKind.COMMITMENT, commitment="c2")
    shelf.things[Insert] = {"i": insert}

    with pytest.raises(Refused):
        commitments.remove_commitments(shelf, both(shelf))


def test_the_parts_of_one_that_goes_are_set_free(shelf: Shelf) -> None:
    shelf.run(commitments.remove_commitment(shelf, TREES))

    assert shelf.all(Commitment) == [replace(HEDGES, parent=None)]


# Outcomes

TEMPLATE = Template(
    name="card",
    titles={"en": "Card"},
    sections=(
        TemplateSection(name="points", titles={}, hints={}, points=4),
        TemplateSection(name="reply", titles={}, hints={}, draws=Draws.TALKING_POINTS),
        TemplateSection(name="background", titles={}, hints={}),
    ),
)


def _runs(words: str) -> tuple[Run, ...]:
    return (Run(text=words),)


def test_the_points_of_a_note_are_its_items_and_the_commitments_that_it_shows(
    shelf: Shelf,
) -> None:
    note = Note(uid="n", title="Climate", template="card", topic="t1")
    listed = List(items=(Item(runs=_runs("Ask for the tariff")), Item(runs=_runs(" "))))
    sections = {
        "points": Prose((Paragraph(runs=_runs("First:")), listed)),
        "reply": Prose((Paragraph(runs=_runs("We count on it")),)),
        "background": Prose((listed,)),
    }
    shelf.things[Section] = {
        name: Section(uid=name, note="n", name=name, body=body) for name, body in sections.items()
    }
    insert = Insert(uid="i", note="n", kind=InsertKind.COMMITMENT, commitment="c2")
    shelf.things[Insert] = {"i": insert}

    assert outcomes.points_of(shelf, note, {"card": TEMPLATE}) == [
        Point("We count on it", "n"),
        Point("Plant hedges", "n", "c2"),
    ]
    bare = replace(TEMPLATE, sections=(TEMPLATE.sections[0], TEMPLATE.sections[2]))
    assert outcomes.points_of(shelf, note, {"card": bare})[0] == Point("Ask for the tariff", "n")
    assert outcomes.points_of(shelf, replace(note, template="none"), {}) == [
        Point("Plant hedges", "n", "c2")
    ]


def test_an_outcome_is_entered_with_a_status_and_a_new_commitment_in_one_step() -> None:
    ours, theirs = Party(uid="p1", code="XA", name="Aldmark"), Party(uid="p2", code="XM", name="M")
    meeting = Meeting(uid="m", parties=("p1", "p2"))
    shelf = Shelf.with_book(CLIMATE, SEAS, TREES, ours, theirs, meeting)
    book = shelf.all(Book)[0]
    shelf.things[Book] = {book.uid: replace(book, own_party="p1")}
    outcome = Outcome(
        uid="o",
        point="Trees",
        commitment="c1",
        raised=Raised.PARTLY,
        reply="By May",
        promise="A list of places",
    )

    shelf.run(
        outcomes.record_outcome(
            shelf, outcome, Follows(status=Status.UNDER_WAY, as_of=TODAY, promised=True)
        )
    )

    entered = shelf.get(Outcome, "o")
    entry = shelf.get(StatusEntry, entered.status_entry or "")
    promised = shelf.get(Commitment, entered.new_commitment or "")
    assert (entry.commitment, entry.status, entry.evidence) == ("c1", Status.UNDER_WAY, "By May")
    assert (promised.action, promised.promisors) == ("A list of places", ("p2",))
    assert (promised.promisees, promised.topics) == (("p1",), TREES.topics)

    corrected = replace(entered, reply="By June")
    edit = shelf.run(outcomes.record_outcome(shelf, corrected, Follows(as_of=TODAY, promised=True)))
    assert edit.name is EditName.CHANGE_OUTCOME
    assert len(shelf.all(Commitment)) == 2
    assert outcomes.record_outcome(shelf, corrected, Follows(as_of=TODAY)).changes == ()


@pytest.mark.parametrize(
    ("promise", "value"),
    [
        ("A list of places by the end of 2030", "2030"),
        ("2030年底前提交名单", "2030"),
        ("A list of places", ""),
    ],
)
def test_a_promise_at_the_meeting_has_the_deadline_that_its_words_name(
    promise: str, value: str
) -> None:
    shelf = Shelf.with_book(CLIMATE, SEAS, TREES)
    outcome = Outcome(uid="o", point="Trees", promise=promise)

    shelf.run(outcomes.record_outcome(shelf, outcome, Follows(as_of=TODAY, promised=True)))

    made = shelf.get(Commitment, shelf.get(Outcome, "o").new_commitment or "")
    assert made.deadline.value.startswith(value)
    assert bool(made.deadline.value) == bool(value)
