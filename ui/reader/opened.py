"""A source that lies open in the reader, as one value; every edit makes the next one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import TypeAlias, TypeVar

from briefing.anchor import Anchor
from briefing.edits import Change, Drop, Edit, thing_of
from briefing.store import BookStore
from briefing.things import (
    Annotation,
    Candidate,
    CandidateState,
    Commitment,
    Exclusion,
    Passage,
    Repair,
    Source,
    Thing,
    WholeBook,
)

T = TypeVar("T", bound=Thing)
Overlay: TypeAlias = Candidate | Commitment | Annotation | Exclusion | Repair


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


@dataclass(frozen=True)
class OpenSource:
    """A source with its passages in order, and what lies over them by uid."""

    source: Source
    passages: tuple[Passage, ...]
    exclusions: Mapping[str, Exclusion]
    repairs: Mapping[str, Repair]
    candidates: Mapping[str, Candidate]
    commitments: Mapping[str, Commitment]
    annotations: Mapping[str, Annotation]

    @classmethod
    def read(cls, store: BookStore, uid: str) -> OpenSource:
        """The source as the book has it; KeyError if it has none of that uid."""
        source = store.get(Source, uid)
        passages = sorted(store.where(Passage, source=uid), key=lambda p: p.position)
        uids = [passage.uid for passage in passages]
        return cls(
            source,
            tuple(passages),
            _by_uid(store.among(Exclusion, "passage", uids)),
            _by_uid(store.among(Repair, "passage", uids)),
            _by_uid(store.where(Candidate, source=uid)),
            _by_uid(store.where(Commitment, anchors__source=uid)),
            _by_uid(store.where(Annotation, anchor__source=uid)),
        )

    def after(self, edit: Edit) -> OpenSource:
        """The source after an edit; itself if the edit does not touch it."""
        mine = [change for change in edit.changes if self._has(thing_of(change))]
        if not mine:
            return self
        source = next((t for c in mine if isinstance(t := thing_of(c), Source)), self.source)
        return replace(
            self,
            source=source,
            exclusions=_changed(self.exclusions, Exclusion, mine),
            repairs=_changed(self.repairs, Repair, mine),
            candidates=_changed(self.candidates, Candidate, mine),
            commitments=_changed(self.commitments, Commitment, mine),
            annotations=_changed(self.annotations, Annotation, mine),
        )

    def _has(self, thing: Thing) -> bool:
        match thing:
            case Source():
                return thing.uid == self.source.uid
            case Candidate():
                return thing.source == self.source.uid
            case Commitment():
                here = any(anchor.source == self.source.uid for anchor in thing.anchors)
                return here or thing.uid in self.commitments
            case Annotation():
                return thing.anchor is not None and thing.anchor.source == self.source.uid
            case Exclusion() | Repair():
                return thing.passage in self.place_of
            case _:
                return False

    # What can be asked

    @cached_property
    def place_of(self) -> dict[str, int]:
        """The place of each passage in the reading order."""
        return {passage.uid: place for place, passage in enumerate(self.passages)}

    @cached_property
    def excluded(self) -> dict[str, Exclusion]:
        """The exclusion over each passage that is left out."""
        return {exclusion.passage: exclusion for exclusion in self.exclusions.values()}

    @cached_property
    def number_of(self) -> dict[str, int]:
        """The number that each passage is cited by."""
        return WholeBook.of((*self.passages, *self.exclusions.values())).number_of

    @cached_property
    def repairs_of(self) -> dict[str, tuple[Repair, ...]]:
        """The editor's additions to each passage, in the order of their places."""
        found: dict[str, list[Repair]] = defaultdict(list)
        for repair in sorted(self.repairs.values(), key=lambda r: (r.at, r.uid)):
            found[repair.passage].append(repair)
        return {passage: tuple(repairs) for passage, repairs in found.items()}

    @cached_property
    def order(self) -> tuple[Candidate, ...]:
        """The candidates as they stand in the text."""
        return tuple(sorted(self.candidates.values(), key=lambda c: self._where(c.anchors[0])))

    @cached_property
    def marks_of(self) -> dict[str, tuple[Mark, ...]]:
        """What lies over each passage, in reading order."""
        found: dict[str, list[Mark]] = defaultdict(list)
        for candidate in self.candidates.values():
            if candidate.state is CandidateState.PROPOSED:
                self._mark(found, MarkKind.CANDIDATE, candidate.uid, candidate.anchors)
        for commitment in self.commitments.values():
            self._mark(found, MarkKind.COMMITMENT, commitment.uid, commitment.anchors)
        for annotation in self.annotations.values():
            if annotation.anchor is not None:
                self._mark(found, MarkKind.ANNOTATION, annotation.uid, (annotation.anchor,))
        key = lambda mark: (mark.start, mark.end)  # noqa: E731 - shorter than a function
        return {passage: tuple(sorted(marks, key=key)) for passage, marks in found.items()}

    def anchors_here(self, thing: Candidate | Commitment | Annotation) -> tuple[Anchor, ...]:
        """Where a thing rests in this source, in reading order."""
        if isinstance(thing, Annotation):
            anchors: tuple[Anchor, ...] = () if thing.anchor is None else (thing.anchor,)
        else:
            anchors = thing.anchors
        here = (a for a in anchors if a.source == self.source.uid and a.passage in self.place_of)
        return tuple(sorted(here, key=self._where))

    def _where(self, anchor: Anchor) -> tuple[int, int, int]:
        return self.place_of.get(anchor.passage, -1), anchor.start, anchor.end

    def _mark(
        self, found: dict[str, list[Mark]], kind: MarkKind, uid: str, anchors: Iterable[Anchor]
    ) -> None:
        for anchor in anchors:
            if anchor.source == self.source.uid:
                found[anchor.passage].append(Mark(kind, uid, anchor.start, anchor.end))


def _by_uid(things: Iterable[T]) -> dict[str, T]:
    return {thing.uid: thing for thing in things}


def _changed(held: Mapping[str, T], kind: type[T], changes: Iterable[Change]) -> Mapping[str, T]:
    after: dict[str, T] | None = None
    for change in changes:
        thing = thing_of(change)
        if isinstance(thing, kind):
            after = dict(held) if after is None else after
            if isinstance(change, Drop):
                after.pop(thing.uid, None)
            else:
                after[thing.uid] = thing
    return held if after is None else after
