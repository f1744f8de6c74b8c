"""A whole book as one value, for work that looks at all of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from briefing.things.book import Book, Meeting
from briefing.things.commitment import StatusEntry
from briefing.things.note import Section, Tab
from briefing.things.source import Exclusion, Passage, PassageKind
from briefing.things.thing import Thing

T = TypeVar("T", bound=Thing)


@dataclass(frozen=True)
class WholeBook:
    """Every thing of a book by kind and uid.

    Exporting, checking and drafting are functions of this value; it can be sent to another process.
    """

    things: dict[type[Thing], dict[str, Thing]] = field(default_factory=dict)

    @classmethod
    def of(cls, things: Iterable[Thing]) -> WholeBook:
        """The book that holds these things."""
        by_kind: dict[type[Thing], dict[str, Thing]] = defaultdict(dict)
        for thing in things:
            by_kind[type(thing)][thing.uid] = thing
        return cls(dict(by_kind))

    def all(self, kind: type[T]) -> list[T]:
        """Every thing of a kind, oldest first."""
        return list(self._kind(kind).values())

    def get(self, kind: type[T], uid: str) -> T:
        """The thing of that kind and uid, or KeyError."""
        return self._kind(kind)[uid]

    def find(self, kind: type[T], uid: str | None) -> T | None:
        """The thing of that kind and uid, if there is one."""
        return None if uid is None else self._kind(kind).get(uid)

    def where(self, kind: type[T], **equals: object) -> list[T]:
        """The things of a kind whose fields have these values, oldest first."""
        return [
            thing
            for thing in self._kind(kind).values()
            if all(getattr(thing, name) == value for name, value in equals.items())
        ]

    def among(self, kind: type[T], name: str, values: Collection[str]) -> list[T]:
        """The things one of whose values of that field is among these, oldest first."""
        wanted = set(values)
        field, _, inner = name.partition("__")
        return [
            thing
            for thing in self._kind(kind).values()
            if wanted.intersection(_values(getattr(thing, field), inner))
        ]

    def uids_among(self, kind: type[Thing], name: str, values: Collection[str]) -> list[str]:
        """The uids of those that `among` would give."""
        return [thing.uid for thing in self.among(kind, name, values)]

    def _kind(self, kind: type[T]) -> dict[str, T]:
        return self.things.get(kind, {})  # type: ignore[return-value]

    @property
    def book(self) -> Book:
        """The book's own details."""
        return self.all(Book)[0]

    @property
    def meeting(self) -> Meeting | None:
        """What the book is for, if it has been entered."""
        return next(iter(self.all(Meeting)), None)

    @property
    def tabs(self) -> list[Tab]:
        """The places of the book in order."""
        return sorted(self.all(Tab), key=lambda tab: tab.position)

    @cached_property
    def excluded(self) -> frozenset[str]:
        """Uids of the passages that are judged not part of their instrument."""
        return frozenset(exclusion.passage for exclusion in self.all(Exclusion))

    @cached_property
    def passages_of(self) -> dict[str, tuple[Passage, ...]]:
        """The passages of each source in reading order, excluded ones too."""
        found: dict[str, list[Passage]] = defaultdict(list)
        for passage in self.all(Passage):
            found[passage.source].append(passage)
        return {s: tuple(sorted(ps, key=lambda p: p.position)) for s, ps in found.items()}

    @cached_property
    def number_of(self) -> dict[str, int]:
        """The number that each passage is cited by: per source, headings and exclusions skipped."""
        numbers: dict[str, int] = {}
        for passages in self.passages_of.values():
            counted = (
                p
                for p in passages
                if p.kind is not PassageKind.HEADING and p.uid not in self.excluded
            )
            numbers.update({p.uid: number for number, p in enumerate(counted, start=1)})
        return numbers

    @cached_property
    def entries_of(self) -> dict[str, tuple[StatusEntry, ...]]:
        """The status entries of each commitment, oldest first."""
        found: dict[str, list[StatusEntry]] = defaultdict(list)
        for entry in self.all(StatusEntry):
            found[entry.commitment].append(entry)
        key = lambda e: (e.as_of, e.recorded, e.uid)  # noqa: E731 - shorter than a function
        return {c: tuple(sorted(entries, key=key)) for c, entries in found.items()}

    @cached_property
    def sections_of(self) -> dict[str, dict[str, Section]]:
        """The written sections of each note, by the name that its template gives them."""
        found: dict[str, dict[str, Section]] = defaultdict(dict)
        for section in self.all(Section):
            found[section.note][section.name] = section
        return dict(found)


def _values(value: object, inner: str) -> list[object]:
    """The values of a field that may hold several, or the named part of each."""
    several = list(value) if isinstance(value, tuple) else [value]
    return [getattr(one, inner, None) for one in several] if inner else several
