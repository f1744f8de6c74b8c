"""A stretch of a page to draw on, from its upper left corner."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from exports.layout.lines import SetLine, draw_line
from exports.layout.pages import Area, Colour, Node, Page, Rule
from exports.layout.styles import INK


@dataclass(frozen=True, slots=True)
class Canvas:
    """Where a chart is drawn; `y` counts down from its top."""

    page: Page
    left: float
    top: float
    node: Node

    def area(
        self,
        box: tuple[float, float, float, float],
        fill: Colour,
        pattern: str = "",
        stroke: Colour | None = INK,
    ) -> None:
        """A rectangle: (left, top, width, height)."""
        x, y, width, height = box
        foot = self.top - y - height
        self.page.placed.append(
            Area(self.left + x, foot, width, height, fill, stroke, 0.5, self.node, pattern)
        )

    def rule(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        width: float,
        colour: Colour,
        dash: tuple[float, ...] = (),
    ) -> None:
        """A straight line between two points."""
        (x1, y1), (x2, y2) = start, end
        left, top = self.left, self.top
        self.page.placed.append(
            Rule(left + x1, top - y1, left + x2, top - y2, width, colour, self.node, dash)
        )

    def words(self, line: SetLine, x: float, y: float) -> None:
        """Words with their baseline at `y`."""
        draw_line(self.page, line, self.left + x, self.top - y)


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is drawn, and how high it is."""

    height: float
    draw: Callable[[Canvas], None]
