"""A publication part by part: what has not changed since the last time is not laid out again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import NamedTuple

from briefing.progress import Progress, unwatched
from exports.layout.document import (
    LaidPart,
    Numbering,
    joined,
    lay_out_part,
    starts_of,
    uncollected,
)
from exports.layout.pages import LaidOut
from exports.layout.shaping import Shaper
from exports.layout.styles import StyleSheet
from exports.tree import Contents, Form, Part, Publication

_TRIES = 3
"""The contents are set until their own length no longer moves what they list."""


class _Key(NamedTuple):
    """All that the pages of a part depend on."""

    part: Part
    form: Form
    lang: str
    title: str
    continued: str
    starts: tuple[tuple[str, int], ...]


class Kept(NamedTuple):
    """A part on its pages, and a number that no other pages have."""

    serial: int
    laid: LaidPart

    @property
    def length(self) -> int:
        """How many pages it has."""
        return len(self.laid.pages.pages)


@dataclass
class PartwiseLayout:
    """Lays parts out, and keeps those that were asked for last."""

    _kept: dict[_Key, Kept] = field(default_factory=dict)
    _lengths: dict[str, tuple[int, int]] = field(default_factory=dict)
    """For parts that were only counted: a hash of their key, and how many pages they have."""
    _shaper: Shaper = field(default_factory=Shaper)
    _serials: Iterator[int] = field(default_factory=lambda: count(1))

    def part(self, publication: Publication, part: Part) -> Kept:
        """A part that does not depend on where others begin."""
        return self._part(publication, part, {})

    def length(self, publication: Publication, part: Part) -> int:
        """How many pages a part has that does not depend on where others begin; none is kept."""
        key = _key(publication, part, {})
        if key in self._kept:
            return self._kept[key].length
        known, length = self._lengths.get(part.uid, (0, 0))
        if not length or known != hash(key):
            length = len(self._laid(publication, part, {}).pages.pages)
            self._lengths[part.uid] = hash(key), length
        return length

    def parts(self, publication: Publication, progress: Progress = unwatched) -> list[Kept]:
        """Every part; what the publication has no more is forgotten."""
        before, self._kept = self._kept, {}
        try:
            with uncollected():
                return self._all(publication, progress, before)
        except BaseException:
            self._kept = before | self._kept  # stopped on the way: nothing was in vain
            raise

    def _all(
        self, publication: Publication, progress: Progress, before: dict[_Key, Kept]
    ) -> list[Kept]:
        def laid(part: Part, starts: dict[str, int]) -> Kept:
            key = _key(publication, part, starts)
            if key in before:
                self._kept[key] = before[key]
            return self._part(publication, part, starts)

        found: list[Kept | None] = []
        for done, part in enumerate(publication.parts):
            progress(done, len(publication.parts))
            found.append(None if _waits(part) else laid(part, {}))
        return _settled(publication, found, laid)

    def _part(self, publication: Publication, part: Part, starts: dict[str, int]) -> Kept:
        key = _key(publication, part, starts)
        if key not in self._kept:
            made = self._laid(publication, part, starts)
            self._kept[key] = Kept(next(self._serials), made)
        return self._kept[key]

    def _laid(self, publication: Publication, part: Part, starts: dict[str, int]) -> LaidPart:
        sheet = StyleSheet.of(publication.form)
        return lay_out_part(part, publication, sheet, self._shaper, starts)

    def alone(self, publication: Publication, kept: Kept, first: int, total: int) -> LaidOut:
        """One part as a document, numbered from `first` as in a book of `total` pages.

        Without a `total`, its pages do not say where in the book they are.
        """
        sheet = StyleSheet.of(publication.form)
        numbering = Numbering({kept.laid.part.uid: first}, total)
        return joined(publication, sheet, self._shaper, [kept.laid], numbering)


def _waits(part: Part) -> bool:
    """Whether a part lists where the others begin."""
    return any(isinstance(block, Contents) for block in part.blocks)


def _key(publication: Publication, part: Part, starts: dict[str, int]) -> _Key:
    return _Key(
        part,
        publication.form,
        publication.lang,
        publication.title,
        publication.words.continued,
        tuple(starts.items()),
    )


def _settled(
    publication: Publication,
    found: Sequence[Kept | None],
    laid: Callable[[Part, dict[str, int]], Kept],
) -> list[Kept]:
    lengths = [one.length if one else 1 for one in found]
    done: list[Kept] = []
    for _ in range(_TRIES):
        starts = starts_of(publication, lengths)
        done = [
            one or laid(part, starts) for part, one in zip(publication.parts, found, strict=True)
        ]
        now = [one.length for one in done]
        if now == lengths:
            break
        lengths = now
    return done
