"""A file that was read becomes a source of the book, with everything the program makes of it.

Heavy, and a function of values: it may run in another process, and its edit be applied here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from briefing.alignment import align, group_candidates, versions
from briefing.candidates import find
from briefing.candidates.gazetteer import gazetteer
from briefing.edits import Add, Change, Edit, EditName, Replace
from briefing.intake import Reading
from briefing.intake.copies import Copy, copy_of
from briefing.interchange import interchange
from briefing.operations.parties import party_named
from briefing.progress import Progress, unwatched
from briefing.things import (
    Book,
    Candidate,
    CandidateState,
    Exclusion,
    Pair,
    Party,
    Passage,
    Reader,
    Source,
)

_VERSION = 0.55
"""Mean confidence from which two sources of one day in two languages are versions."""
_LEAST = 0.3
"""Share of the smaller source's passages that must be paired for it."""


@dataclass(frozen=True)
class Known:
    """What a book holds already, as far as a new source can touch it."""

    sources: tuple[Source, ...]
    passages: Mapping[str, tuple[Passage, ...]]
    """Of each source, those that are not excluded, in order."""
    parties: tuple[Party, ...]
    candidates: tuple[Candidate, ...]
    lang: str = "en"
    """Of the book, in which new parties are named."""

    @classmethod
    def of(cls, book: Reader) -> Known:
        """What this book holds."""
        excluded = {exclusion.passage for exclusion in book.all(Exclusion)}
        passages: dict[str, list[Passage]] = {}
        for passage in book.all(Passage):
            if passage.uid not in excluded:
                passages.setdefault(passage.source, []).append(passage)
        ordered = {
            uid: tuple(sorted(found, key=lambda p: p.position)) for uid, found in passages.items()
        }
        return cls(
            tuple(book.all(Source)),
            ordered,
            tuple(book.all(Party)),
            tuple(book.all(Candidate)),
            next((found.lang for found in book.all(Book)), "en"),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """A source ready to be taken in."""

    edit: Edit
    source: Source
    passages: int
    excluded: int
    candidates: int
    copy_of: Source | None = None
    version_of: Source | None = None


def receive(
    reading: Reading,
    known: Known,
    details: Mapping[str, Any] | None = None,
    parties: Sequence[str] = (),
    progress: Progress = unwatched,
    *,
    look: bool = True,
) -> Received:
    """Read commitments out of a reading and place it among what the book holds.

    `details` replace what was recognised; `parties` are codes or names of those who speak in it,
    Refused where neither the book nor the gazetteer knows them. Without `look`, no candidates are
    proposed.
    """
    given = [party_named(known.parties, words, known.lang) for words in parties]
    held = (*known.parties, *(party for party in given if party not in known.parties))
    source = replace(reading.source, **dict(details or {}))
    if given:
        source = replace(source, parties=tuple(party.uid for party in given))
    kept = [replace(p, source=source.uid) for p in reading.kept]
    finds = find(source, kept, held, progress=progress)
    found = [_named(party, known.lang) for party in (*held[len(known.parties) :], *finds.parties)]
    if not source.parties:
        source = replace(source, parties=finds.speakers)
    copy = copy_of(reading, ((s, known.passages.get(s.uid, ())) for s in known.sources))
    original = next((s for s in known.sources if copy and s.uid == copy.source), None)
    if original is not None:
        source = replace(source, copy_of=original.uid)
    inner = _inner_pairs(kept)
    version, outer = _version(source, kept, known, original)
    changes = _changes(reading, source, found, (*inner, *outer))
    proposed = finds.candidates if look else ()
    candidates = grouped(proposed, known, (*inner, *outer), copy)
    return Received(
        edit=Edit(EditName.IMPORT_SOURCE, (*changes, *candidates), source.title),
        source=source,
        passages=len(kept),
        excluded=len(reading.exclusions),
        candidates=len(proposed),
        copy_of=original,
        version_of=version,
    )


def in_interchange_form(reading: Reading) -> dict[str, Any]:
    """What intake, candidates and alignment make of a file, without any book."""
    finds = find(reading.source, reading.kept)
    return interchange(
        reading.source,
        reading.passages,
        reading.exclusions,
        finds.candidates,
        finds.parties,
        _inner_pairs(reading.kept),
    )


def _named(party: Party, lang: str) -> Party:
    """A party that was found, by the name that the book's language has for it."""
    names = gazetteer()
    if party.code not in names.entries:
        return party
    known = names.party(party.code, lang)
    return replace(party, name=known.name, names=known.names)


def _inner_pairs(passages: Sequence[Passage]) -> tuple[Pair, ...]:
    """The pairs of the language versions that one source holds, each with the longest."""
    first, *others = [*versions(passages).values()] or [[]]
    return tuple(
        pair for other in others for pair in align(first, other) if pair.left and pair.right
    )


def _version(
    source: Source, passages: Sequence[Passage], known: Known, original: Source | None
) -> tuple[Source | None, tuple[Pair, ...]]:
    """A source of the same day in another language that says the same, and the pairs with it."""
    ours = versions(passages)
    best: tuple[float, Source | None, tuple[Pair, ...]] = (_VERSION, None, ())
    for other in known.sources:
        same_day = other.issued is not None and other.issued == source.issued
        if not same_day or other is original:
            continue
        theirs = versions(known.passages.get(other.uid, ()))
        pairs, score = _cross_pairs(theirs, ours)
        if score > best[0]:
            best = (score, other, pairs)
    return best[1], best[2]


def _cross_pairs(
    theirs: Mapping[str, list[Passage]], ours: Mapping[str, list[Passage]]
) -> tuple[tuple[Pair, ...], float]:
    """Pairs between languages that only one of the two has, with their mean confidence."""
    pairs: list[Pair] = []
    scores: list[float] = []
    lead = next(iter(theirs), None)
    for lang, passages in ours.items():
        if lead is None or lang in theirs:
            continue
        found = [p for p in align(theirs[lead], passages) if p.left and p.right]
        smaller = min(len(theirs[lead]), len(passages))
        if smaller and len(found) >= _LEAST * smaller:
            pairs.extend(found)
            scores.extend(pair.confidence for pair in found)
    return tuple(pairs), sum(scores) / len(scores) if scores else 0.0


def _changes(
    reading: Reading, source: Source, parties: Iterable[Party], pairs: Iterable[Pair]
) -> list[Change]:
    things = (*parties, source, *reading.passages, *reading.exclusions, *pairs)
    return [Add(thing) for thing in things]


def grouped(
    found: Sequence[Candidate], known: Known, pairs: Sequence[Pair], copy: Copy | None
) -> list[Change]:
    """New candidates in groups with those of the book, as changes.

    What was rejected in a copy is not proposed again: it arrives as rejected.
    """
    copies = [(match.left, match.right) for match in copy.matches] if copy else []
    before = {candidate.uid: candidate for candidate in known.candidates}
    grouped = group_candidates((*known.candidates, *found), pairs, copies)
    rejected = {
        c.group
        for c in grouped
        if c.group and c.uid in before and c.state is CandidateState.REJECTED
    }
    changes: list[Change] = []
    for candidate in grouped:
        old = before.get(candidate.uid)
        if old is None:
            again = candidate.group in rejected
            state = CandidateState.REJECTED if again else candidate.state
            changes.append(Add(replace(candidate, state=state)))
        elif old != candidate:
            changes.append(Replace(old, candidate))
    return changes
