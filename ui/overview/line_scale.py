"""The scale of the time line. Knows no Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

MARGIN = 40
"""Pixels before the first day and behind the last."""
MARK = 28
"""Pixels of a mark, as wide as a finger needs."""
_DAYS_OF_YEAR = 365.25


class Zoom(StrEnum):
    """What has room on a screen."""

    YEAR = "year"
    QUARTER = "quarter"


_PIXELS_A_DAY = {Zoom.YEAR: 170 / _DAYS_OF_YEAR, Zoom.QUARTER: 4 * 260 / _DAYS_OF_YEAR}
DAYS_APART = {zoom: (MARK + 4) / pixels for zoom, pixels in _PIXELS_A_DAY.items()}
"""How far apart marks are at least, so that each can be pointed at."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Days from left to right."""

    first: date = date.min
    last: date = date.min
    today: date = date.min
    zoom: Zoom = Zoom.YEAR

    @property
    def width(self) -> int:
        """Pixels of the whole line."""
        return int(self.x(self.last)) + MARGIN

    def x(self, day: date) -> float:
        """Where a day lies, in pixels from the left end."""
        return MARGIN + (day - self.first).days * _PIXELS_A_DAY[self.zoom]

    def day_at(self, x: float) -> date:
        """The day that lies there."""
        days = int((x - MARGIN) / _PIXELS_A_DAY[self.zoom])
        return self.first + timedelta(days=max(days, 0))

    def ticks(self) -> Iterator[tuple[date, int]]:
        """The first days of years, or of quarters, each with the number of its quarter."""
        months = (1,) if self.zoom is Zoom.YEAR else (1, 4, 7, 10)
        for year in range(self.first.year, self.last.year + 1):
            for month in months:
                yield date(year, month, 1), 1 + (month - 1) // 3
