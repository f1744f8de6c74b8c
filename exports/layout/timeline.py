"""Deadlines from the top down in order of time, each on a row of its own: no label collides."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from exports.layout.drawing import Canvas, Drawing
from exports.layout.lines import SetLine
from exports.layout.pages import Colour, Node
from exports.layout.styles import ACCENT, GREY, INK
from exports.tree import Chart, Event

if TYPE_CHECKING:
    from exports.layout.blocks import BlockSetter

_DAYS = 0.27
"""Share of the width that the days take."""
_AXIS = 14.0
_BETWEEN = 5.0
_WHITE: Colour = (1.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class _Row:
    """An event, the lines that say it, and where its first baseline lies."""

    event: Event
    days: list[SetLine]
    names: list[SetLine]
    top: float
    height: float
    today: bool


def timeline_drawing(setter: BlockSetter, chart: Chart, width: float, node: Node) -> Drawing:
    """The days at the left of an axis, what is due at its right, today across it."""
    style = setter.sheet.cell
    days = width * _DAYS
    axis = days + _AXIS
    names_left = axis + _AXIS
    rows: list[_Row] = []
    top = 0.0
    for event, today in _in_order(chart):
        words = replace(style, bold=True) if event.overdue or today else style
        colour = ACCENT if today else INK
        words = replace(words, colour=colour)
        said = setter.text(event.label or event.day, words, node, days)
        names = setter.text(event.name, words, node, width - names_left)
        height = max(len(said), len(names), 1) * style.leading + _BETWEEN
        rows.append(_Row(event, said, names, top, height, today))
        top += height
    total = top

    def draw(canvas: Canvas) -> None:
        if rows:
            canvas.rule((axis, 2), (axis, total - _BETWEEN), 1.0, GREY)
        for row in rows:
            base = row.top + 0.75 * style.leading + 1
            for place, line in enumerate(row.days):
                canvas.words(line, days - line.width, base + place * style.leading)
            for place, line in enumerate(row.names):
                canvas.words(line, names_left, base + place * style.leading)
            _draw_mark(canvas, row, axis, base - 0.3 * style.size, width)

    return Drawing(max(total, 1.0), draw)


def _in_order(chart: Chart) -> list[tuple[Event, bool]]:
    """Events by day; whether each is today."""
    events = [(event, False) for event in chart.events]
    if chart.today is not None:
        events.insert(0, (chart.today, True))
    return sorted(events, key=lambda pair: pair[0].day)


def _draw_mark(canvas: Canvas, row: _Row, x: float, y: float, width: float) -> None:
    """Filled and large for what is overdue, hollow for what is to come, a line for today."""
    if row.today:
        right = x + _AXIS - 4 if row.names else width
        canvas.rule((x - _AXIS + 4, y), (right, y), 1.2, ACCENT, dash=(4.0, 2.5))
    elif row.event.overdue:
        canvas.area((x - 4, y - 4, 8, 8), INK)
    else:
        canvas.area((x - 3, y - 3, 6, 6), _WHITE)
