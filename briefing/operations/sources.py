"""What an adviser does to sources: overlays that can be taken off again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from briefing.anchor import Anchor
from briefing.edits import Add, Change, Drop, Edit, EditName, Replace
from briefing.errors import Refused
from briefing.operations.parties import party_named
from briefing.things import (
    Annotation,
    Book,
    Candidate,
    Commitment,
    Exclusion,
    Insert,
    Pair,
    Party,
    Passage,
    Reader,
    Repair,
    Source,
    StatusEntry,
)
from briefing.uid import new_uid

BY_ADVISER = "adviser"
"""The reason of an exclusion that a person made."""


def change_source(source: Source, **details: Any) -> Edit:
    """Correct what is said about a source; its bytes and its text stay."""
    after = replace(source, **details)
    return Edit(EditName.CHANGE_SOURCE, (Replace(source, after),), after.title)


def name_speakers(book: Reader, source: Source, names: Sequence[str]) -> Edit:
    """Say by codes or names who speaks in a source. Refused where nobody knows one of them."""
    held = book.all(Party)
    lang = next((found.lang for found in book.all(Book)), "en")
    named = [party_named(held, words, lang) for words in names]
    after = replace(source, parties=tuple(dict.fromkeys(party.uid for party in named)))
    new = tuple(Add(party) for party in named if party not in held)
    return Edit(EditName.CHANGE_SOURCE, (*new, Replace(source, after)), after.title)


def exclude(book: Reader, passages: Sequence[Passage], reason: str = BY_ADVISER) -> Edit:
    """Judge passages not part of their instrument. Refused where a commitment rests on one."""
    uids = [passage.uid for passage in passages]
    used = {anchor.passage for anchor in _anchors_in(book, uids)}
    for passage in passages:
        if passage.uid in used:
            raise Refused("passage-in-use", passage.text)
    known = {exclusion.passage for exclusion in book.among(Exclusion, "passage", uids)}
    changes = tuple(
        Add(Exclusion(uid=new_uid(), passage=passage.uid, reason=reason))
        for passage in passages
        if passage.uid not in known
    )
    return Edit(EditName.EXCLUDE_PASSAGE, changes, passages[0].text)


def restore(book: Reader, passages: Sequence[Passage]) -> Edit:
    """Put excluded passages back into the text."""
    uids = [passage.uid for passage in passages]
    changes = tuple(Drop(e) for e in book.among(Exclusion, "passage", uids))
    return Edit(EditName.RESTORE_PASSAGE, changes, passages[0].text)


def repair(passage: Passage, text: str, at: int | None = None, **details: Any) -> Edit:
    """Add words to a cut passage, shown in brackets; `at` None means where it looks cut."""
    place = len(passage.text) if at is None else at
    if not 0 <= place <= len(passage.text):
        raise Refused("outside-passage", passage.text)
    made = Repair(uid=new_uid(), passage=passage.uid, at=place, text=text, **details)
    return Edit(EditName.REPAIR_PASSAGE, (Add(made),), passage.text)


def change_repair(mended: Repair, **details: Any) -> Edit:
    """Correct an editor's addition."""
    after = replace(mended, **details)
    return Edit(EditName.REPAIR_PASSAGE, (Replace(mended, after),), after.text)


def remove_repair(mended: Repair) -> Edit:
    """Take an editor's addition away again."""
    return Edit(EditName.REMOVE_REPAIR, (Drop(mended),), mended.text)


def pair_passages(book: Reader, pair: Pair) -> Edit:
    """Set a pair by hand: it takes the place of every pair that its passages were in."""
    fixed = replace(pair, fixed=True, confidence=1.0)
    old = _pairs_of(book, (*pair.left, *pair.right))
    return Edit(EditName.PAIR_PASSAGES, (*(Drop(p) for p in old), Add(fixed)))


def remove_source(book: Reader, source: Source) -> Edit:
    """Take a source out of the book. Refused while anything of the adviser's rests on it."""
    for thing in _resting(book, source.uid):
        raise Refused("source-in-use", getattr(thing, "action", source.title))
    passages = book.where(Passage, source=source.uid)
    uids = [passage.uid for passage in passages]
    changes: list[Change] = [Drop(c) for c in book.where(Candidate, source=source.uid)]
    changes += [Drop(p) for p in _pairs_of(book, uids)]
    changes += [Drop(r) for r in book.among(Repair, "passage", uids)]
    changes += [Drop(e) for e in book.among(Exclusion, "passage", uids)]
    changes += [
        Replace(copy, replace(copy, copy_of=None))
        for copy in book.where(Source, copy_of=source.uid)
    ]
    changes += [Drop(passage) for passage in passages]
    return Edit(EditName.REMOVE_SOURCE, (*changes, Drop(source)), source.title)


def _anchors_in(book: Reader, passages: Sequence[str]) -> Iterator[Anchor]:
    """The anchors of what the adviser has attached to passages; not the whole book is read."""
    for commitment in book.among(Commitment, "anchors__passage", passages):
        yield from commitment.anchors
    others: list[Annotation | Insert | StatusEntry] = [
        *book.among(Annotation, "anchor__passage", passages),
        *book.among(Insert, "anchor__passage", passages),
        *book.among(StatusEntry, "anchor__passage", passages),
    ]
    evidence = (r.evidence for r in book.among(Repair, "evidence__passage", passages))
    yield from (anchor for anchor in (*(o.anchor for o in others), *evidence) if anchor)


def _resting(book: Reader, source: str) -> Iterator[object]:
    """What the adviser has attached to a source."""
    yield from book.among(Commitment, "anchors__source", [source])
    yield from book.among(Annotation, "anchor__source", [source])
    yield from book.among(Insert, "anchor__source", [source])
    yield from book.among(StatusEntry, "anchor__source", [source])
    yield from book.among(Repair, "evidence__source", [source])


def _pairs_of(book: Reader, passages: Sequence[str]) -> list[Pair]:
    """The pairs in which any of these passages stands."""
    found = (*book.among(Pair, "left", passages), *book.among(Pair, "right", passages))
    return list({pair.uid: pair for pair in found}.values())
