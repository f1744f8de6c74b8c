"""In what size pages are shown."""

from __future__ import annotations

from dataclasses import dataclass

from ui.preview.arrangement import GAP, Arrangement

FIT_WIDTH = "width"
FIT_PAGE = "page"
LEAST, MOST = 0.5, 4.0
STEPS = (0.5, 0.67, 0.75, 0.9, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
_TURN = 1.1
"""By how much a notch of the wheel enlarges."""
POINT = 96 / 72
"""Pixels for a point at 100 %."""
_TINY = 0.1
"""A page that is fitted into a narrow pane may be smaller than one that is chosen to be."""


@dataclass(frozen=True, slots=True)
class Zoom:
    """A size, or the pane's width or height that the pages fit into."""

    fit: str = ""
    factor: float = 1.0

    def scale(self, arrangement: Arrangement, width: int, height: int) -> float:
        """1.0 is the printed size."""
        if not self.fit:
            return self.factor
        columns, (wide, high) = arrangement.columns, arrangement.size
        across = (width - (columns + 1) * GAP) / (columns * wide * POINT)
        if self.fit == FIT_WIDTH:
            return min(max(across, _TINY), MOST)
        down = (height - 2 * GAP) / (high * POINT)
        return min(max(min(across, down), _TINY), MOST)

    def times(self, now: float, turns: float) -> Zoom:
        """Larger or smaller by notches of a wheel."""
        return Zoom("", min(max(now * _TURN**turns, LEAST), MOST))

    def step(self, now: float, direction: int) -> Zoom:
        """The next size up or down."""
        nearly = 0.01
        if direction > 0:
            larger = [size for size in STEPS if size > now + nearly]
            return Zoom("", larger[0] if larger else MOST)
        smaller = [size for size in STEPS if size < now - nearly]
        return Zoom("", smaller[-1] if smaller else LEAST)
