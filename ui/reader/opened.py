"""A source that lies open in the reader, as one value; every edit makes the next one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from briefing.anchor import Anchor
from briefing.edits import Change, Drop, Edit, Replace, thing_of
from briefing.store import BookStore
from briefing.things import (
    Annotation,
    Candidate,
    Commitment,
    Exclusion,
    Passage,
    Repair,
    Source,
    Thing,
    WholeBook,
)
from ui.reader.marks import Marks, marks_of, renewed

T = TypeVar("T", bound=Thing)


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
    """On its passages, and on the commitments that rest on them."""

    @classmethod
    def read(cls, store: BookStore, uid: str) -> OpenSource:
        """The source as the book has it; KeyError if it has none of that uid."""
        source = store.get(Source, uid)
        passages = sorted(store.where(Passage, source=uid), key=lambda p: p.position)
        uids = [passage.uid for passage in passages]
        commitments = _by_uid(store.where(Commitment, anchors__source=uid))
        return cls(
            source,
            tuple(passages),
            _by_uid(store.among(Exclusion, "passage", uids)),
            _by_uid(store.among(Repair, "passage", uids)),
            _by_uid(store.where(Candidate, source=uid)),
            commitments,
            _remarks(store, uid, commitments),
        )

    def after(self, edit: Edit) -> OpenSource:
        """The source after an edit; itself if the edit does not touch it."""
        coming = (thing_of(change) for change in edit.changes)
        resting = {t.uid for t in coming if isinstance(t, Commitment) and self.rests_here(t)}
        mine = [c for c in edit.changes if self._has(thing_of(c), resting)]
        if not mine:
            return self
        source = next((t for c in mine if isinstance(t := thing_of(c), Source)), self.source)
        after = replace(
            self,
            source=source,
            exclusions=_changed(self.exclusions, Exclusion, mine),
            repairs=_changed(self.repairs, Repair, mine),
            candidates=_changed(self.candidates, Candidate, mine),
            commitments=_changed(self.commitments, Commitment, mine, self.rests_here),
            annotations=_changed(self.annotations, Annotation, mine),
        )
        return after.following(self, mine)

    def with_remarks(self, store: BookStore) -> OpenSource:
        """With the annotations as the book has them."""
        remarks = _remarks(store, self.source.uid, self.commitments)
        if remarks == self.annotations:
            return self
        after = replace(self, annotations=remarks)
        known = ("place_of", "number_of", "excluded", "order")
        after.__dict__.update({name: v for name, v in self.__dict__.items() if name in known})
        return after

    def following(self, before: OpenSource, changes: Sequence[Change]) -> OpenSource:
        """Take over what was worked out before the changes: a key waits, and few things change."""
        for name in ("place_of", "number_of", "excluded"):
            if name in before.__dict__ and before.exclusions is self.exclusions:
                self.__dict__[name] = before.__dict__[name]
        if "marks_of" in before.__dict__:
            self.__dict__["marks_of"] = self._marks_after(before, changes)
        old = before.candidates
        same = before.exclusions is self.exclusions and old.keys() == self.candidates.keys()
        if same and "order" in before.__dict__ and all(_still(c) for c in changes):
            self.__dict__["order"] = tuple(self.candidates[c.uid] for c in before.order)
        return self

    def _marks_after(self, before: OpenSource, changes: Iterable[Change]) -> Marks:
        uids = {thing_of(change).uid for change in changes}
        old, new = (marks_of(opened.among(uids), self.source.uid) for opened in (before, self))
        return renewed(before.marks_of, old, new)

    def among(self, uids: Collection[str]) -> Iterator[Candidate | Commitment | Annotation]:
        """What lies over the text, of these."""
        for things in (self.candidates, self.commitments, self.annotations):
            yield from (things[uid] for uid in uids if uid in things)

    def rests_here(self, commitment: Commitment) -> bool:
        """Whether some of a commitment's words are in this source."""
        return any(anchor.source == self.source.uid for anchor in commitment.anchors)

    def _has(self, thing: Thing, resting: Collection[str]) -> bool:
        match thing:
            case Source():
                return thing.uid == self.source.uid
            case Candidate():
                return thing.source == self.source.uid
            case Commitment():
                return thing.uid in resting or thing.uid in self.commitments
            case Annotation():
                here = thing.anchor is not None and thing.anchor.source == self.source.uid
                return here or thing.commitment in self.commitments or thing.commitment in resting
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
        """The candidates as they stand in the text; none in passages that are left out."""
        kept = (c for c in self.candidates.values() if c.anchors[0].passage not in self.excluded)
        return tuple(sorted(kept, key=lambda c: self._where(c.anchors[0])))

    def begins(self, candidate: Candidate) -> tuple[int, int]:
        """Where a candidate begins: the place of its passage, and the letter in it."""
        return self._where(candidate.anchors[0])[:2]

    @cached_property
    def marks_of(self) -> Marks:
        """What lies over each passage, in reading order."""
        held = (self.candidates, self.commitments, self.annotations)
        return marks_of((thing for things in held for thing in things.values()), self.source.uid)

    def anchors_here(self, thing: Candidate | Commitment | Annotation) -> tuple[Anchor, ...]:
        """Where a thing rests in this source, in reading order."""
        if isinstance(thing, Annotation):
            commitment = self.commitments.get(thing.commitment or "")
            anchors = commitment.anchors if commitment else ()
            anchors = anchors if thing.anchor is None else (thing.anchor,)
        else:
            anchors = thing.anchors
        here = (a for a in anchors if a.source == self.source.uid and a.passage in self.place_of)
        return tuple(sorted(here, key=self._where))

    def _where(self, anchor: Anchor) -> tuple[int, int, int]:
        return self.place_of.get(anchor.passage, -1), anchor.start, anchor.end


def _still(change: Change) -> bool:
    """Whether a change leaves every candidate where it was in the text."""
    if isinstance(change, Replace) and isinstance(change.after, Candidate):
        assert isinstance(change.before, Candidate)  # noqa: S101 - of one kind
        return change.before.anchors == change.after.anchors
    return not isinstance(thing_of(change), Candidate)


def _remarks(store: BookStore, uid: str, commitments: Collection[str]) -> dict[str, Annotation]:
    own = store.where(Annotation, anchor__source=uid)
    return _by_uid((*own, *store.among(Annotation, "commitment", list(commitments))))


def _by_uid(things: Iterable[T]) -> dict[str, T]:
    return {thing.uid: thing for thing in things}


def _changed(
    held: Mapping[str, T],
    kind: type[T],
    changes: Iterable[Change],
    stays: Callable[[T], bool] = lambda _: True,
) -> Mapping[str, T]:
    after: dict[str, T] | None = None
    for change in changes:
        thing = thing_of(change)
        if isinstance(thing, kind):
            after = dict(held) if after is None else after
            if isinstance(change, Drop) or not stays(thing):
                after.pop(thing.uid, None)
            else:
                after[thing.uid] = thing
    return held if after is None else after
