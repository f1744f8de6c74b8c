from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.anchoring import make_anchor
from briefing.errors import Refused
from briefing.operations import triage
from briefing.operations.commitments import remove_commitment
from briefing.operations.proposals import Proposals, Sections
from briefing.things import (
    Candidate,
    CandidateState,
    Commitment,
    Firmness,
    Insert,
    InsertKind,
    Kind,
    Passage,
    PassageKind,
    Source,
    Topic,
)
from briefing.uid import new_uid
from tests.shelf import Shelf

TEXTS = [
    ("#", "en", "Clean water"),
    ("", "en", "They agreed to clean 40 rivers, train 300 engineers and open a fund."),
    ("#", "fr", "De l’eau propre"),
    ("", "fr", "Ils ont convenu d’assainir 40 rivières."),
    ("#", "en", "Safe harbours"),
    ("", "en", "They directed their pilots to meet."),
]


@pytest.fixture
def shelf() -> Shelf:
    source = Source(
        uid="s",
        title="Roadmap",
        file_name="roadmap.txt",
        media_type="text/plain",
        original="0",
        size=1,
        text="\n".join(text for _, _, text in TEXTS),
        langs=("en", "fr"),
    )
    passages = []
    heading = None
    for position, (mark, lang, text) in enumerate(TEXTS):
        kind = PassageKind.HEADING if mark else PassageKind.PARAGRAPH
        passage = Passage(
            uid=f"p{position}",
            source="s",
            position=position,
            kind=kind,
            text=text,
            lang=lang,
            start=0,
            end=len(text),
            level=1 if mark else 0,
            section=None if mark else heading,
        )
        heading = passage.uid if mark else heading
        passages.append(passage)
    return Shelf.with_book(source, *passages)


def propose(shelf: Shelf, passage: str, quote: str, group: str = "") -> Candidate:
    found = shelf.get(Passage, passage)
    start = found.text.index(quote)
    candidate = Candidate(
        uid=new_uid(),
        source="s",
        anchors=(make_anchor(shelf.get(Source, "s"), found, start, start + len(quote)),),
        firmness=Firmness.DIRECTED if "directed" in quote else Firmness.AGREED,
        reasons=("trigger:agreed to",),
        confidence=0.9,
        group=group,
    )
    shelf.things.setdefault(Candidate, {})[candidate.uid] = candidate
    return candidate


def test_accepted_versions_are_one_commitment_with_an_anchor_in_each(shelf: Shelf) -> None:
    french = propose(shelf, "p3", "Ils ont convenu d’assainir 40 rivières", "g")
    english = propose(shelf, "p1", "They agreed to clean 40 rivers", "g")

    shelf.run(triage.accept(shelf, [french.uid]))

    (commitment,) = shelf.all(Commitment)
    assert commitment.action == "They agreed to clean 40 rivers"
    assert [anchor.lang for anchor in commitment.anchors] == ["en", "fr"]
    states = {c.uid: c.state for c in shelf.all(Candidate)}
    assert states == dict.fromkeys([french.uid, english.uid], CandidateState.ACCEPTED)


def test_a_copy_that_comes_later_adds_its_anchor_to_the_commitment(shelf: Shelf) -> None:
    first = propose(shelf, "p1", "They agreed to clean 40 rivers", "g")
    shelf.run(triage.accept(shelf, [first.uid]))
    second = propose(shelf, "p3", "Ils ont convenu d’assainir 40 rivières", "g")

    shelf.run(triage.accept(shelf, [second.uid]))

    (commitment,) = shelf.all(Commitment)
    assert len(commitment.anchors) == 2


def test_sections_propose_the_topics_in_their_order(shelf: Shelf) -> None:
    late = propose(shelf, "p5", "They directed their pilots to meet")
    early = propose(shelf, "p1", "train 300 engineers")

    shelf.run(triage.accept(shelf, [late.uid, early.uid]))

    topics = sorted(shelf.all(Topic), key=lambda topic: topic.position)
    assert [topic.name for topic in topics] == ["Clean water", "Safe harbours"]
    by_action = {c.action: c.topics for c in shelf.all(Commitment)}
    assert by_action["train 300 engineers"] == (topics[0].uid,)


def test_a_topic_that_is_there_is_used_whatever_its_case(shelf: Shelf) -> None:
    known = Topic(uid="t", name="CLEAN WATER")
    shelf.things[Topic] = {"t": known}
    candidate = propose(shelf, "p1", "open a fund")

    shelf.run(triage.accept(shelf, [candidate.uid]))

    assert shelf.all(Topic) == [known]
    assert shelf.all(Commitment)[0].topics == ("t",)


def test_a_tasking_is_recorded_as_one(shelf: Shelf) -> None:
    candidate = propose(shelf, "p5", "They directed their pilots to meet")

    shelf.run(triage.accept(shelf, [candidate.uid]))

    assert shelf.all(Commitment)[0].kind is Kind.TASKING


def test_several_at_once_are_marked_as_not_looked_at(shelf: Shelf) -> None:
    one = propose(shelf, "p1", "open a fund")
    other = propose(shelf, "p5", "They directed their pilots to meet")

    shelf.run(triage.accept(shelf, [one.uid, other.uid]))

    assert all(candidate.in_bulk for candidate in shelf.all(Candidate))


def test_what_is_rejected_stays_so_until_it_is_proposed_again(shelf: Shelf) -> None:
    candidate = propose(shelf, "p1", "open a fund")

    shelf.run(triage.reject(shelf, [candidate.uid]))
    assert shelf.get(Candidate, candidate.uid).state is CandidateState.REJECTED

    shelf.run(triage.reconsider(shelf, [candidate.uid]))
    assert shelf.get(Candidate, candidate.uid).state is CandidateState.PROPOSED


def test_what_says_the_same_is_rejected_and_proposed_again_with_it(shelf: Shelf) -> None:
    one = propose(shelf, "p1", "open a fund", group="g")
    other = propose(shelf, "p5", "They directed their pilots to meet", group="g")

    shelf.run(triage.reject(shelf, [one.uid]))
    assert shelf.get(Candidate, other.uid).state is CandidateState.REJECTED

    shelf.run(triage.reconsider(shelf, [other.uid]))
    assert shelf.get(Candidate, one.uid).state is CandidateState.PROPOSED


def test_what_is_a_commitment_cannot_be_rejected(shelf: Shelf) -> None:
    candidate = propose(shelf, "p1", "open a fund")
    shelf.run(triage.accept(shelf, [candidate.uid]))

    with pytest.raises(Refused) as refused:
        triage.reject(shelf, [candidate.uid])

    assert refused.value.reason == "candidate-accepted"


def test_a_candidate_is_split_between_two_words(shelf: Shelf) -> None:
    candidate = propose(shelf, "p1", "train 300 engineers and open a fund")
    at = shelf.get(Passage, "p1").text.index("and open")

    shelf.run(triage.split(shelf, candidate, at))

    quotes = sorted(c.quote for c in shelf.all(Candidate))
    assert quotes == ["and open a fund", "train 300 engineers"]
    text = shelf.get(Passage, "p1").text
    for found in shelf.all(Candidate):
        (anchor,) = found.anchors
        assert text[anchor.start : anchor.end] == anchor.quote


def test_a_split_outside_the_words_is_refused(shelf: Shelf) -> None:
    candidate = propose(shelf, "p1", "open a fund")

    with pytest.raises(Refused):
        triage.split(shelf, candidate, 0)


def test_two_pieces_of_one_passage_are_joined_to_one_stretch(shelf: Shelf) -> None:
    one = propose(shelf, "p1", "train 300 engineers")
    other = propose(shelf, "p1", "open a fund")

    shelf.run(triage.join(shelf, other, one))

    (joined,) = shelf.all(Candidate)
    assert joined.quote == "train 300 engineers and open a fund"


def test_pieces_of_two_passages_are_joined_with_an_anchor_each(shelf: Shelf) -> None:
    one = propose(shelf, "p1", "open a fund")
    other = propose(shelf, "p5", "They directed their pilots to meet")

    shelf.run(triage.join(shelf, one, other))

    (joined,) = shelf.all(Candidate)
    assert len(joined.anchors) == 2


def test_trimmed_words_lose_the_spaces_at_their_ends(shelf: Shelf) -> None:
    candidate = propose(shelf, "p1", "train 300 engineers")
    text = shelf.get(Passage, "p1").text
    start = text.index("300") - 1

    shelf.run(triage.trim(shelf, candidate, start, start + len(" 300 engineers ")))

    assert shelf.all(Candidate)[0].quote == "300 engineers"


def test_a_commitment_that_goes_gives_its_candidates_back(shelf: Shelf) -> None:
    candidate = propose(shelf, "p1", "open a fund")
    shelf.run(triage.accept(shelf, [candidate.uid]))

    shelf.run(remove_commitment(shelf, shelf.all(Commitment)[0]))

    assert shelf.all(Candidate) == [replace(candidate, in_bulk=False)]


def test_a_commitment_that_a_note_shows_cannot_go(shelf: Shelf) -> None:
    candidate = propose(shelf, "p1", "open a fund")
    shelf.run(triage.accept(shelf, [candidate.uid]))
    commitment = shelf.all(Commitment)[0]
    insert = Insert(uid="i", note="n", kind=InsertKind.COMMITMENT, commitment=commitment.uid)
    shelf.things[Insert] = {"i": insert}

    with pytest.raises(Refused):
        remove_commitment(shelf, commitment)


def test_words_that_were_not_proposed_become_a_commitment_of_who_speaks(shelf: Shelf) -> None:
    source = shelf.get(Source, "s")
    anchor = make_anchor(source, shelf.get(Passage, "p1"), 5, 30)

    edit = shelf.run(triage.record_words(shelf, source, [anchor]))

    (made,) = shelf.all(Commitment)
    assert (made.action, made.anchors) == (anchor.quote, (anchor,))
    assert made.promisors == source.parties
    assert edit.subject == anchor.quote
    assert [topic.name for topic in shelf.all(Topic)] == ["Clean water"]


def test_topics_of_sections_are_worked_out_once_for_who_asks_often(shelf: Shelf) -> None:
    candidate = propose(shelf, "p1", "train 300 engineers")
    sections: Sections = {}
    Proposals(shelf, sections).topic_for([candidate])
    assert list(sections) == ["s"]

    sections["s"] = ()

    assert Proposals(shelf, sections).topic_for([candidate]) is None
