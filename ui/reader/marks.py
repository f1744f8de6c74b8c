"""What lies over the words of a source, passage by passage."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from briefing.anchor import Anchor
from briefing.things import Annotation, Candidate, CandidateState, Commitment, Thing


class MarkKind(StrEnum):
    """What lies over some words; the names are those of the colours."""

    CANDIDATE = "candidate"
    COMMITMENT = "commitment"
    ANNOTATION = "annotation"


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a passage that something rests on, in code points of the passage."""

    kind: MarkKind
    uid: str
    start: int
    end: int


Marks: TypeAlias = Mapping[str, tuple[Mark, ...]]
"""The marks over each passage, in reading order."""


def marks_of(things: Iterable[Thing], source: str) -> Marks:
    """The marks that things make in a source."""
    found: dict[str, list[Mark]] = defaultdict(list)
    for thing in things:
        match thing:
            case Candidate(state=CandidateState.PROPOSED):
                kind, anchors = MarkKind.CANDIDATE, thing.anchors
            case Commitment():
                kind, anchors = MarkKind.COMMITMENT, thing.anchors
            case Annotation(anchor=Anchor() as anchor):
                kind, anchors = MarkKind.ANNOTATION, (anchor,)
            case _:
                continue
        for anchor in anchors:
            if anchor.source == source:
                found[anchor.passage].append(Mark(kind, thing.uid, anchor.start, anchor.end))
    return {passage: _sorted(marks) for passage, marks in found.items()}


def renewed(marks: Marks, gone: Marks, new: Marks) -> Marks:
    """The marks when some of them are gone and new ones have come."""
    after = dict(marks)
    for passage in gone.keys() | new.keys():
        old = gone.get(passage, ())
        kept = (mark for mark in marks.get(passage, ()) if mark not in old)
        after[passage] = _sorted((*kept, *new.get(passage, ())))
    return after


def _sorted(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    return tuple(sorted(marks, key=lambda mark: (mark.start, mark.end)))
