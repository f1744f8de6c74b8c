"""The vertical list: what pages are built of, from top to bottom."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from exports.layout.lines import SetLine, draw_line
from exports.layout.pages import Area, Colour, Page, Rule

Draw: TypeAlias = Callable[[Page, float, float], None]
"""Draws on (page, left edge of the frame, top of the slab)."""

BASELINE = 0.75
"""Where the baseline lies in a line's height, from its top."""

_TRAIL = 5.0


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a block may stand, from the left edge of the page's frame."""

    left: float
    width: float

    def inset(self, left: float, right: float = 0.0) -> Frame:
        """A narrower frame in this one."""
        return Frame(self.left + left, self.width - left - right)


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """What lies behind several slabs as one: a wash, a rule along their left side."""

    frame: Frame
    fill: Colour | None = None
    rule: float = 0.0
    """Width of the rule; 0 for none."""
    colour: Colour = (0.0, 0.0, 0.0)

    def draw(self, page: Page, x: float, top: float, foot: float) -> None:
        """Draw it once, behind all of them that stand on a page."""
        left = x + self.frame.left
        if self.fill is not None:
            page.placed.append(Area(left, foot, self.frame.width, top - foot, fill=self.fill))
        if self.rule:
            middle = left + self.rule / 2
            page.placed.append(Rule(middle, top, middle, foot, self.rule, self.colour))


class Hung(NamedTuple):
    """A line in a slab: how far from the frame's left edge, its baseline below the slab's top."""

    line: SetLine
    left: float
    drop: float


class Behind(NamedTuple):
    """A ground and the stretch of a slab that it lies behind, down from the slab's top."""

    ground: Ground
    top: float
    foot: float


@dataclass(slots=True, eq=False)
class FootnoteBody:
    """A footnote as lines; `name` is where its call leads to."""

    name: str
    slabs: list[Slab]


@dataclass(slots=True, eq=False)
class Slab:
    """A stretch of a column that is never divided.

    A page drops the gap above its first slab, and does not end behind a slab that keeps to the
    next. `heads` are drawn again where a page begins with this slab: a table's head rows.
    """

    height: float
    lines: list[Hung] = field(default_factory=list)
    drawing: Draw | None = None
    """What is drawn beneath the lines."""
    gap: float = 0.0
    keep: bool = False
    lead: float = 0.0
    """Room above it at the top of a page."""
    again: list[Hung] = field(default_factory=list)
    """Drawn with it at the top of a page, for the eye: the heads of a row that runs on."""
    notes: list[FootnoteBody] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    """Destinations at its top."""
    heads: Sequence[Slab] = ()
    grounds: list[Behind] = field(default_factory=list)

    def draw(self, page: Page, x: float, y: float) -> None:
        """Draw it with its top at `y`, without its grounds."""
        if self.drawing is not None:
            self.drawing(page, x, y)
        for line, left, drop in self.lines:
            draw_line(page, line, x + left, y - drop)


def hang(line: SetLine, left: float) -> Hung:
    """A line at the top of its slab."""
    return Hung(line, left, BASELINE * line.style.leading)


def line_slab(line: SetLine, left: float) -> Slab:
    """A line as high as its leading."""
    return Slab(line.style.leading, [hang(line, left)])


def blank(height: float, *, keep: bool = True) -> Slab:
    """Room, kept to what follows."""
    return Slab(height, keep=keep)


def keep_all(slabs: Iterable[Slab]) -> None:
    """Let no page end behind any of the slabs."""
    for slab in slabs:
        slab.keep = True


def keep_together(slabs: Sequence[Slab]) -> None:
    """Let a page end behind the last of the slabs at the earliest."""
    keep_all(slabs[:-1])


def keep_pairs(slabs: Sequence[Slab]) -> None:
    """Let no page begin or end with a single line of a paragraph."""
    if len(slabs) > 1:
        slabs[0].keep = slabs[-2].keep = True


def lay_behind(ground: Ground, slabs: Iterable[Slab]) -> None:
    """Put the slabs on a ground, beneath the grounds that they have."""
    for slab in slabs:
        slab.grounds.insert(0, Behind(ground, 0.0, slab.height))


def stretches(placed: Iterable[tuple[Slab, float]]) -> Iterator[Behind]:
    """The grounds of slabs in a column, each once; tops and feet down from where it begins."""
    found: dict[Ground, tuple[float, float]] = {}
    for slab, top in placed:
        for ground, above, below in slab.grounds:
            begun, ended = found.get(ground, (top + above, top + below))
            found[ground] = min(begun, top + above), max(ended, top + below)
    return (Behind(ground, top, foot) for ground, (top, foot) in found.items())


def draw_column(
    page: Page,
    x: float,
    y: float,
    placed: Sequence[tuple[Slab, float]],
    lead: float = 0.0,
    running: Collection[Ground] = (),
) -> None:
    """Draw slabs that begin so far below `y`; the first one's grounds take its lead too.

    Grounds that run on over the page reach a little below its last words.
    """
    first = placed[0][1] if placed else 0.0
    for ground, top, foot in stretches(placed):
        above = lead if top == first else 0.0
        below = _TRAIL if ground in running and ground.fill else 0.0
        ground.draw(page, x, y - top + above, y - foot - below)
    for slab, top in placed:
        slab.draw(page, x, y - top)


@dataclass(slots=True)
class Column:
    """Slabs in the making, with the gap that the next one gets."""

    slabs: list[Slab] = field(default_factory=list)
    gap: float = 0.0

    def add(self, slabs: Sequence[Slab], before: float, after: float) -> None:
        """Append slabs; of two gaps that meet, the larger one counts."""
        if not slabs:
            return
        slabs[0].gap = max(self.gap, before)
        self.slabs.extend(slabs)
        self.gap = after


def height_of(slabs: Iterable[Slab]) -> float:
    """Of slabs without gaps between them."""
    return sum(slab.height for slab in slabs)
