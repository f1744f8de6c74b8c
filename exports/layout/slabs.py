"""The vertical list: what pages are built of, from top to bottom."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from exports.layout.lines import SetLine
from exports.layout.pages import Page

Draw: TypeAlias = Callable[[Page, float, float, float], None]
"""Draws on (page, left edge of the frame, top of the slab, gap above it that was kept)."""


@dataclass(slots=True, eq=False)
class FootnoteBody:
    """A footnote as lines; `name` is where its call leads to."""

    name: str
    slabs: tuple[Slab, ...]


@dataclass(slots=True, eq=False)
class Slab:
    """A stretch of a column that is never divided.

    The gap above is dropped at the top of a page. A page does not end behind a slab that keeps to
    the next. `heads` are drawn again where a page begins with this slab: a table's head rows.
    """

    height: float
    draw: Draw
    gap: float = 0.0
    keep: bool = False
    notes: tuple[FootnoteBody, ...] = ()
    names: tuple[str, ...] = ()
    """Destinations at its top."""
    heads: tuple[Slab, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a block may stand, from the left edge of the page's frame."""

    left: float
    width: float

    def inset(self, left: float, right: float = 0.0) -> Frame:
        """A narrower frame in this one."""
        return Frame(self.left + left, self.width - left - right)


def beside(slab: Slab, draw: Draw) -> Slab:
    """The slab with something drawn before it: a rule, a label, a wash."""
    own = slab.draw

    def both(page: Page, x: float, y: float, gap: float) -> None:
        draw(page, x, y, gap)
        own(page, x, y, gap)

    return replace(slab, draw=both)


def nothing(_page: Page, _x: float, _y: float, _gap: float) -> None:
    """Draws nothing: a slab that only takes room."""


def kept_together(slabs: Sequence[Slab]) -> list[Slab]:
    """The slabs as one: a page ends behind the last of them at the earliest."""
    return [replace(slab, keep=True) for slab in slabs[:-1]] + list(slabs[-1:])


def with_orphans(slabs: Sequence[Slab]) -> list[Slab]:
    """Lines of a paragraph so that a page never begins or ends with a single one of them."""
    count = len(slabs)
    return [
        replace(slab, keep=slab.keep or place == 0 < count - 1 or place == count - 2)
        for place, slab in enumerate(slabs)
    ]


@dataclass(slots=True)
class Column:
    """Slabs in the making, with the gap that the next one gets."""

    slabs: list[Slab] = field(default_factory=list)
    gap: float = 0.0

    def add(self, slabs: Sequence[Slab], before: float, after: float) -> None:
        """Append slabs; of two gaps that meet, the larger one counts."""
        if not slabs:
            return
        first = replace(slabs[0], gap=max(self.gap, before))
        self.slabs.extend([first, *slabs[1:]])
        self.gap = after


def line_height(line: SetLine) -> float:
    """From one baseline to the next."""
    return line.style.leading
