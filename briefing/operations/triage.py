"""What an adviser does with candidates: accept, reject, split, join, trim."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Any

from briefing.anchor import Anchor
from briefing.anchoring import make_anchor
from briefing.edits import Add, Change, Drop, Edit, EditName, Replace
from briefing.errors import Refused
from briefing.operations.proposals import Proposals
from briefing.progress import PIECE, Steps, finish, in_pieces
from briefing.things import (
    Candidate,
    CandidateState,
    Commitment,
    Firmness,
    Passage,
    Reader,
    Source,
    Topic,
)
from briefing.uid import new_uid


def accept(
    book: Reader,
    uids: Collection[str],
    topic: Topic | None = None,
    proposals: Proposals | None = None,
) -> Edit:
    """Make commitments of candidates, one of each group, with an anchor in each version.

    Without a topic, the section that a candidate stands in proposes one.
    """
    return finish(accepting(book, list(uids), topic, proposals))


def accepting(
    book: Reader,
    uids: Sequence[str],
    topic: Topic | None = None,
    proposals: Proposals | None = None,
) -> Steps[Edit]:
    """Do as `accept` does, a step at a time."""
    chosen: list[Candidate] = []
    alike: dict[str, Candidate] = {}
    for piece in in_pieces(uids):
        named = book.among(Candidate, "uid", piece)
        found = [c for c in named if c.state is not CandidateState.ACCEPTED]
        chosen += found
        alike.update((c.uid, c) for c in _with_their_groups(book, found))
        if len(piece) == PIECE:
            yield len(chosen), 2 * len(uids)
    topics = proposals or Proposals(book)
    changes: list[Change] = []
    groups = _groups([alike[uid] for uid in sorted(alike)], sorted(chosen, key=lambda c: c.uid))
    for some in in_pieces(groups):
        for members in some:
            changes += _recorded(book, members, topic, topics, in_bulk=len(chosen) > 1)
        if len(some) == PIECE:
            yield len(uids) + len(changes) // 2, 2 * len(uids)
    first = _lead(groups[0], topics.lang).quote if groups else ""
    return Edit(EditName.ACCEPT_CANDIDATES, (*topics.added, *changes), first)


def _recorded(
    book: Reader,
    members: Sequence[Candidate],
    topic: Topic | None,
    topics: Proposals,
    *,
    in_bulk: bool,
) -> Iterator[Change]:
    """A group becomes a commitment, or part of the one that it is already."""
    recorded = next((c.commitment for c in members if c.commitment), None)
    if recorded is not None:
        commitment = book.get(Commitment, recorded)
        yield Replace(commitment, _with_anchors(commitment, members))
    else:
        uid = topic.uid if topic else topics.topic_for(members)
        lead = _lead(members, topics.lang)
        made = _commitment_of(lead, members, (uid,) if uid else (), topics.lang)
        recorded = made.uid
        yield Add(made)
    yield from _accepted(members, recorded, in_bulk=in_bulk)


def _lead(members: Sequence[Candidate], lang: str) -> Candidate:
    return min(members, key=lambda c: _version(c, lang))


def _with_their_groups(book: Reader, chosen: Sequence[Candidate]) -> list[Candidate]:
    """The chosen candidates and all that say the same.

    Asked for by their groups: a book holds thousands of candidates, and a key is waiting.
    """
    groups = {candidate.group for candidate in chosen if candidate.group}
    return [*chosen, *book.among(Candidate, "group", groups)]


def _groups(all_of: Sequence[Candidate], chosen: Sequence[Candidate]) -> list[list[Candidate]]:
    """The chosen candidates, each with the others of its group that were not rejected."""
    uids = {candidate.uid for candidate in chosen}
    by_group: dict[str, list[Candidate]] = {}
    for candidate in all_of:
        if candidate.state is not CandidateState.REJECTED or candidate.uid in uids:
            by_group.setdefault(candidate.group or candidate.uid, []).append(candidate)
    return [by_group[key] for key in dict.fromkeys(c.group or c.uid for c in chosen)]


def _version(candidate: Candidate, lang: str) -> tuple[bool, str]:
    return candidate.anchors[0].lang != lang, candidate.uid


def _commitment_of(
    lead: Candidate, members: Sequence[Candidate], topics: tuple[str, ...], lang: str
) -> Commitment:
    ordered = sorted(members, key=lambda c: (c is not lead, *_version(c, lang)))
    return Commitment(
        uid=new_uid(),
        action=lead.quote,
        promisors=lead.promisors,
        promisees=lead.promisees,
        delegate=lead.delegate,
        kind=lead.firmness.kind,
        firmness=lead.firmness,
        deadline=lead.deadline,
        topics=topics,
        anchors=_distinct(anchor for member in ordered for anchor in member.anchors),
    )


def _with_anchors(commitment: Commitment, members: Sequence[Candidate]) -> Commitment:
    new = (a for c in members if c.state is not CandidateState.ACCEPTED for a in c.anchors)
    return replace(commitment, anchors=_distinct((*commitment.anchors, *new)))


def _distinct(anchors: Any) -> tuple[Anchor, ...]:
    return tuple(dict.fromkeys(anchors))


def _accepted(members: Sequence[Candidate], commitment: str, *, in_bulk: bool) -> list[Change]:
    return [
        Replace(
            c,
            replace(c, state=CandidateState.ACCEPTED, commitment=commitment, in_bulk=in_bulk),
        )
        for c in members
        if c.state is not CandidateState.ACCEPTED
    ]


def record_words(
    book: Reader, source: Source, anchors: Sequence[Anchor], proposals: Proposals | None = None
) -> Edit:
    """Make a commitment of words that the program did not propose; whoever speaks promises it."""
    topics = proposals or Proposals(book)
    seen = Candidate(
        uid=new_uid(),
        source=source.uid,
        anchors=tuple(anchors),
        firmness=Firmness.WILL,
        reasons=(),
        confidence=1.0,
        promisors=source.parties,
    )
    uid = topics.topic_for([seen])
    made = _commitment_of(seen, [seen], (uid,) if uid else (), topics.lang)
    return Edit(EditName.ADD_COMMITMENT, (*topics.added, Add(made)), made.action)


def reject(book: Reader, uids: Collection[str]) -> Edit:
    """Say that candidates, and all that say the same, are not commitments.

    They are remembered and not proposed again. Refused for one that was accepted.
    """
    chosen = book.among(Candidate, "uid", uids)
    for candidate in chosen:
        if candidate.state is CandidateState.ACCEPTED:
            raise Refused("candidate-accepted", candidate.quote)
    changes = _turned(book, chosen, CandidateState.PROPOSED, CandidateState.REJECTED)
    return Edit(EditName.REJECT_CANDIDATES, changes, chosen[0].quote if chosen else "")


def reconsider(book: Reader, uids: Collection[str]) -> Edit:
    """Propose rejected candidates, and all that say the same, again."""
    chosen = book.among(Candidate, "uid", uids)
    changes = _turned(book, chosen, CandidateState.REJECTED, CandidateState.PROPOSED)
    return Edit(EditName.RECONSIDER_CANDIDATES, changes, chosen[0].quote if chosen else "")


def _turned(
    book: Reader, chosen: Sequence[Candidate], before: CandidateState, after: CandidateState
) -> tuple[Change, ...]:
    """The chosen candidates and their groups, those that are in one state taken to another."""
    alike = {c.uid: c for c in _with_their_groups(book, chosen) if c.state is before}
    return tuple(Replace(c, replace(c, state=after)) for c in alike.values())


def change_candidate(candidate: Candidate, **details: Any) -> Edit:
    """Correct what the program read: parties, deadline, firmness."""
    after = replace(candidate, **details)
    return Edit(EditName.CHANGE_CANDIDATE, (Replace(candidate, after),), after.quote)


def trim(book: Reader, candidate: Candidate, start: int, end: int) -> Edit:
    """Give the words of a candidate other ends, in code points of its passage."""
    anchor = _anchor_at(book, candidate, start, end)
    return change_candidate(candidate, anchors=(anchor, *candidate.anchors[1:]))


def split(book: Reader, candidate: Candidate, at: int) -> Edit:
    """Make two candidates of one, at a code point of its passage."""
    anchor = candidate.anchors[0]
    if not anchor.start < at < anchor.end:
        raise Refused("split-outside-quote", candidate.quote)
    left = replace(candidate, anchors=(_anchor_at(book, candidate, anchor.start, at),))
    right = replace(
        candidate,
        uid=new_uid(),
        group="",
        anchors=(_anchor_at(book, candidate, at, anchor.end), *candidate.anchors[1:]),
    )
    changes = (Replace(candidate, left), Add(right))
    return Edit(EditName.SPLIT_CANDIDATE, changes, candidate.quote)


def join(book: Reader, one: Candidate, other: Candidate) -> Edit:
    """Make one candidate of two: one stretch in one passage, else several anchors."""
    if CandidateState.ACCEPTED in {one.state, other.state}:
        raise Refused("candidate-accepted", one.quote)
    first, second = sorted((one, other), key=lambda c: (c.anchors[0].passage, c.anchors[0].start))
    a, b = first.anchors[0], second.anchors[-1]
    single = len(first.anchors) == len(second.anchors) == 1 and a.passage == b.passage
    anchors: tuple[Anchor, ...] = (*first.anchors, *second.anchors)
    if single:
        anchors = (_anchor_at(book, first, a.start, max(a.end, b.end)),)
    joined = replace(first, anchors=anchors, group=first.group or second.group)
    return Edit(EditName.JOIN_CANDIDATES, (Replace(first, joined), Drop(second)), joined.quote)


def _anchor_at(book: Reader, candidate: Candidate, start: int, end: int) -> Anchor:
    passage = book.get(Passage, candidate.anchors[0].passage)
    text = passage.text[start:end]
    if not 0 <= start < end <= len(passage.text) or not text.strip():
        raise Refused("outside-passage", passage.text)
    start += len(text) - len(text.lstrip())
    end -= len(text) - len(text.rstrip())
    return make_anchor(book.get(Source, candidate.source), passage, start, end)
