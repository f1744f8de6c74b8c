"""A row of a table, and where it is divided if it is high."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from exports.layout.pages import Page
from exports.layout.slabs import Behind, Draw, Hung, Slab, stretches

_LEAST = 3
"""So many lines stand before and behind where a row is divided."""
_NEARLY = 0.5


@dataclass(slots=True)
class Row:
    """Slabs of all cells of a row, each with how far below the row's top it begins."""

    cells: list[list[tuple[Slab, float]]]
    height: float

    @property
    def placed(self) -> Iterable[tuple[Slab, float]]:
        """The slabs of all cells."""
        return (one for cell in self.cells for one in cell)


def cuts_of(row: Row) -> list[float]:
    """Heights at which no line of any cell is cut through, some lines from either end."""
    least = _LEAST * max((slab.height for slab, _ in row.placed if slab.lines), default=0.0)
    feet = sorted({top + slab.height for slab, top in row.placed})
    for kept in (True, False):
        cuts: list[float] = []
        blocked = iter([*_blocked(row, kept=kept), (row.height, row.height)])
        begin, end = next(blocked)
        for foot in feet:
            while end <= foot + _NEARLY and end < row.height:
                begin, end = next(blocked)
            if foot <= begin + _NEARLY and least < foot < row.height - least:
                cuts.append(foot)
        if cuts:
            return cuts
    return []


def _blocked(row: Row, *, kept: bool) -> list[tuple[float, float]]:
    """Stretches in which a row may not be divided, from the top down and apart from each other."""
    found: list[tuple[float, float]] = []
    for cell in row.cells:
        for place, (slab, top) in enumerate(cell):
            foot = top + slab.height
            if kept and slab.keep and place + 1 < len(cell):
                following, below = cell[place + 1]
                foot = below + following.height
            found.append((top, foot))
    merged: list[tuple[float, float]] = []
    for top, foot in sorted(found):
        if merged and top < merged[-1][1] - _NEARLY:
            merged[-1] = merged[-1][0], max(merged[-1][1], foot)
        else:
            merged.append((top, foot))
    return merged


def fragments(row: Row, cuts: Sequence[float]) -> Iterator[Slab]:
    """A row as slabs between the heights at which it is divided."""
    starts = [0.0, *cuts]
    held: list[list[tuple[Slab, float]]] = [[] for _ in starts]
    for slab, top in row.placed:
        place = bisect_right(starts, top + _NEARLY) - 1
        held[place].append((slab, top - starts[place]))
    for own, (start, end) in zip(held, pairwise([*starts, row.height]), strict=True):
        yield _fragment(own, end - start)


def _fragment(own: Sequence[tuple[Slab, float]], height: float) -> Slab:
    made = Slab(height, drawing=_drawings(own))
    made.grounds = [
        Behind(ground, max(top, 0.0), min(foot, height)) for ground, top, foot in stretches(own)
    ]
    for slab, top in own:
        made.lines += [Hung(line, left, drop + top) for line, left, drop in slab.lines]
        made.notes += slab.notes
        made.names += slab.names
    return made


def _drawings(placed: Sequence[tuple[Slab, float]]) -> Draw | None:
    """The drawings of the slabs in a row as one."""
    drawn = [(slab.drawing, top) for slab, top in placed if slab.drawing is not None]
    if not drawn:
        return None

    def draw(page: Page, x: float, y: float) -> None:
        for drawing, top in drawn:
            drawing(page, x, y - top)

    return draw
