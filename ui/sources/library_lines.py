"""Which sources the library shows, in which order, and which of them belong together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from briefing.store import SourceLine
from briefing.text import fold


class Order(StrEnum):
    """How the library is sorted."""

    DATE = "date"
    TITLE = "title"
    ISSUER = "issuer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What is asked of a source to be shown; the empty one asks nothing."""

    words: str = ""
    lang: str = ""
    instrument: str = ""
    undecided: bool = False

    def lets(self, line: SourceLine) -> bool:
        """Whether a source is shown."""
        return (
            (not self.lang or self.lang in line.langs)
            and (not self.instrument or line.instrument == self.instrument)
            and (not self.undecided or line.candidates > 0)
            and self._says(line)
        )

    def _says(self, line: SourceLine) -> bool:
        text = fold(f"{line.title} {line.issuer} {line.file_name}")
        return all(word in text for word in fold(self.words).split())


Release = tuple[SourceLine, ...]
"""A source with its copies and language versions."""


def releases(lines: Iterable[SourceLine], wanted: Filter, order: Order) -> tuple[Release, ...]:
    """What is shown, in order; within a release the oldest source comes first."""
    found: dict[str, list[SourceLine]] = defaultdict(list)
    for line in lines:
        if wanted.lets(line):
            found[line.release].append(line)
    key = _KEYS[order]
    return tuple(sorted(map(tuple, found.values()), key=lambda release: key(release[0])))


_KEYS: dict[Order, Callable[[SourceLine], tuple[object, ...]]] = {
    Order.DATE: lambda line: (-(line.issued or date.min).toordinal(), fold(line.title)),
    Order.TITLE: lambda line: (fold(line.title),),
    Order.ISSUER: lambda line: (not line.issuer, fold(line.issuer), fold(line.title)),
}
