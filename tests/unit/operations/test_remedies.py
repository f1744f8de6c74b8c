"""Edits that mend faults of the readiness list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from briefing.checking.findings import findings
from briefing.edits import Edit, EditName, Replace
from briefing.markings import load_scheme
from briefing.operations import commitments, remedies
from briefing.progress import finish, unwatched
from briefing.sample import make_sample
from briefing.store import BookStore
from briefing.things import (
    Candidate,
    Commitment,
    Note,
    NoteState,
    Party,
    Passage,
    Source,
    Status,
    StatusEntry,
)

TODAY = date(2026, 11, 24)


@pytest.fixture
def store(tmp_path):
    with make_sample(tmp_path / "sample.briefing") as store:
        yield store


def uids(store: BookStore, check: str) -> list[str]:
    found = findings(store.whole(), TODAY, {}, unwatched)
    return [fault.uid for batch in found for fault in batch if fault.check == check]


def spoil(store: BookStore, *things) -> None:
    """Bring things into another state than the one they have."""
    befores = [store.get(type(thing), thing.uid) for thing in things]
    changes = tuple(Replace(*pair) for pair in zip(befores, things, strict=True))
    store.apply(Edit(EditName.CHANGE_NOTE, changes))


def test_an_unknown_status_is_entered_for_who_has_none(store):
    without = uids(store, "no-status")
    assert without

    store.apply(finish(remedies.confirm_status(store, without, TODAY, "2026-11-24T10:00:00+00:00")))

    assert not uids(store, "no-status")
    (entry,) = store.where(StatusEntry, commitment=without[0])
    assert (entry.status, entry.as_of, entry.party) == (Status.UNKNOWN, TODAY, None)


def test_a_stale_status_is_confirmed_for_each_party_whose_outcome_is_open(store):
    known = {entry.commitment for entry in store.all(StatusEntry)}
    commitment = next(c for c in store.all(Commitment) if c.uid not in known)
    one, other = store.all(Party)[:2]
    for party, status in ((one, Status.UNDER_WAY), (other, Status.DONE)):
        long_ago = date(2020, 1, 1)
        store.apply(
            commitments.add_status(commitment, status=status, as_of=long_ago, party=party.uid)
        )

    store.apply(finish(remedies.confirm_status(store, [commitment.uid], TODAY, "2026-11-24")))

    made = [e for e in store.where(StatusEntry, commitment=commitment.uid) if e.as_of == TODAY]
    assert [(entry.party, entry.status) for entry in made] == [(one.uid, Status.UNDER_WAY)]


def test_what_was_accepted_in_bulk_is_looked_at_with_one_edit(store):
    candidates = [c for c in store.all(Candidate) if c.commitment][:3]
    spoil(store, *(replace(c, in_bulk=True) for c in candidates))

    store.apply(remedies.have_looked_at(store, {c.source for c in candidates}))

    assert not set(uids(store, "accepted-unseen")) & {c.source for c in candidates}
    store.undo()
    assert set(uids(store, "accepted-unseen")) >= {c.source for c in candidates}


def test_a_commitment_takes_the_topic_of_its_section(store):
    commitment = next(c for c in store.all(Commitment) if c.topics and c.anchors)
    spoil(store, replace(commitment, topics=()))

    store.apply(finish(remedies.take_topics(store, [commitment.uid])))

    assert store.get(Commitment, commitment.uid).topics


def test_a_commitment_rests_on_what_its_passage_says_in_a_language_that_it_lacks(store):
    lacking = uids(store, "missing-version")
    before = {uid: store.get(Commitment, uid).anchors for uid in lacking}

    store.apply(finish(remedies.take_versions(store, lacking)))

    assert lacking
    assert not uids(store, "missing-version")
    assert not uids(store, "orphaned-anchor")
    for uid, anchors in before.items():
        after = store.get(Commitment, uid).anchors
        assert after[: len(anchors)] == anchors
        assert all(a.quote == store.get(Passage, a.passage).text for a in after[len(anchors) :])


def test_a_commitment_takes_the_parties_of_its_source(store):
    commitment = next(c for c in store.all(Commitment) if c.anchors)
    source = store.get(Source, commitment.anchors[0].source)
    spoil(store, replace(commitment, promisors=()))

    store.apply(finish(remedies.take_promisors(store, [commitment.uid])))

    assert set(source.parties) <= set(store.get(Commitment, commitment.uid).promisors)


def test_the_book_is_raised_to_the_highest_marking_of_its_parts(store):
    note = store.all(Note)[0]
    spoil(store, replace(note, marking="secret"))
    above = uids(store, "marking-above")
    assert above == [note.uid]

    store.apply(remedies.raise_marking(store, load_scheme("canada"), above))

    assert not uids(store, "marking-above")


def test_a_part_is_lowered_to_the_marking_of_the_book(store):
    source = store.all(Source)[0]
    spoil(store, replace(source, marking="secret"))

    edit = remedies.lower_markings(store, [source.uid])
    store.apply(edit)

    assert edit.name is EditName.CHANGE_SOURCE
    assert not uids(store, "marking-above")


def test_a_signed_note_keeps_its_marking(store):
    note = store.all(Note)[0]
    spoil(store, replace(note, marking="secret", state=NoteState.SIGNED_OFF))

    assert not remedies.lower_markings(store, [note.uid]).changes


def test_what_is_gone_meanwhile_is_passed_over(store):
    gone = ["00000000000000000000000000000000"]

    assert not finish(remedies.confirm_status(store, gone, TODAY, "")).changes
    assert not finish(remedies.take_topics(store, gone)).changes
    assert not finish(remedies.take_promisors(store, gone)).changes
    assert not remedies.lower_markings(store, gone).changes
