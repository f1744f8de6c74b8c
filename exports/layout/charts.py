"""Charts as drawings: bars that read in greyscale, deadlines on a time line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from exports.layout.lines import SetLine, draw_line
from exports.layout.pages import Area, Colour, Node, Page, Rule
from exports.layout.slabs import Frame, Slab, kept_together, nothing
from exports.layout.styles import ACCENT, GREY, INK, LIGHT
from exports.tree import Bar, Chart, Event

if TYPE_CHECKING:
    from exports.layout.blocks import BlockSetter

_ROW = 24.0
_BAR = 15.0
_NAMES = 0.34
"""Share of the width that the names of bars take."""
_FILLS: dict[str, tuple[Colour, str]] = {
    # The further along, the darker; neighbours differ in pattern too, for printers without tones.
    "◌": ((1.0, 1.0, 1.0), ""),
    "○": ((0.93, 0.94, 0.94), "dots"),
    "◎": ((0.74, 0.82, 0.88), ""),
    "◐": ((0.45, 0.60, 0.72), "hatch"),
    "●": ((0.09, 0.25, 0.39), ""),
    "×": ((0.28, 0.28, 0.28), "hatch"),
    "→": ((0.80, 0.80, 0.78), "hatch"),
}
_OTHER_FILL: tuple[Colour, str] = ((0.6, 0.6, 0.6), "")


@dataclass(frozen=True, slots=True)
class Canvas:
    """A stretch of the page that a chart draws on; `y` counts down from its top."""

    page: Page
    left: float
    top: float
    node: Node

    def area(self, x: float, y: float, width: float, height: float, fill: str) -> None:
        """A filled bar."""
        colour, pattern = _FILLS.get(fill, _OTHER_FILL)
        left, foot = self.left + x, self.top - y - height
        self.page.placed.append(
            Area(left, foot, width, height, colour, INK, 0.4, self.node, pattern)
        )

    def rule(
        self, x1: float, y1: float, x2: float, y2: float, width: float, colour: Colour
    ) -> None:
        """A straight line."""
        self.page.placed.append(
            Rule(
                self.left + x1,
                self.top - y1,
                self.left + x2,
                self.top - y2,
                width,
                colour,
                self.node,
            )
        )

    def words(self, line: SetLine, x: float, y: float) -> None:
        """Words with their baseline at `y`."""
        draw_line(self.page, line, self.left + x, self.top - y)


def chart_slabs(setter: BlockSetter, chart: Chart, node: Node, frame: Frame) -> list[Slab]:
    """The drawing as one slab, its caption above."""
    figure = node.add(Node("Figure", alt=chart.description, lang=setter.other(chart.lang)))
    slabs: list[Slab] = []
    if chart.caption:
        caption = figure.add(Node("Caption"))
        lines = setter.text(chart.caption, setter.sheet.caption, caption, frame.width, chart.lang)
        slabs = [replace(s, keep=True) for s in kept_together(setter.line_slabs(lines, frame))]
        slabs.append(Slab(height=5, draw=nothing, keep=True))
    # What is drawn belongs to a leaf of its own: an element holds words or elements, never both.
    leaf = figure.add(Node("Span")) if chart.caption else figure
    drawing = (
        _bars(setter, chart.bars, leaf, frame)
        if chart.bars
        else _time_line(setter, chart, leaf, frame)
    )
    drawing = replace(drawing, names=(chart.uid,) if chart.uid else ())
    return [*slabs, _boxed(drawing, figure, frame)]


def _boxed(slab: Slab, figure: Node, frame: Frame) -> Slab:
    own = slab.draw

    def draw(page: Page, x: float, y: float, gap: float) -> None:
        left = x + frame.left
        figure.bbox = (left, y - slab.height, left + frame.width, y)
        own(page, x, y, gap)

    return replace(slab, draw=draw)


def _bars(setter: BlockSetter, bars: Sequence[Bar], node: Node, frame: Frame) -> Slab:
    style = setter.sheet.cell
    statuses = list(dict.fromkeys((w, s) for bar in bars for w, s, _ in bar.stretches))
    most = max(sum(count for _, _, count in bar.stretches) for bar in bars)
    names_width = frame.width * _NAMES
    unit = (frame.width - names_width - 24) / most
    names = [setter.text(bar.name, style, node, names_width - 8)[:2] for bar in bars]
    totals = [setter.text(_total(bar), style, node, 24)[0] for bar in bars]
    keys = [
        setter.text(f"{symbol} {word}", style, node, frame.width)[0] for word, symbol in statuses
    ]
    key_rows = _rows_of([(s, key) for (_, s), key in zip(statuses, keys, strict=True)], frame.width)
    height = len(bars) * _ROW + 10 + len(key_rows) * 16

    def draw(page: Page, x: float, y: float, _gap: float) -> None:
        canvas = Canvas(page, x + frame.left, y, node)
        for row, bar in enumerate(bars):
            top = row * _ROW
            _draw_name(canvas, names[row], top)
            at = names_width
            for _word, symbol, count in bar.stretches:
                canvas.area(at, top + 3, unit * count, _BAR, symbol)
                at += unit * count
            canvas.words(totals[row], at + 5, top + 3 + _BAR - 4)
        _draw_keys(canvas, key_rows, len(bars) * _ROW + 10)

    return Slab(height=height, draw=draw)


def _total(bar: Bar) -> str:
    return str(sum(count for _, _, count in bar.stretches))


def _draw_name(canvas: Canvas, lines: Sequence[SetLine], top: float) -> None:
    first = top + 3 + _BAR - 4 - (5 if len(lines) > 1 else 0)
    for place, line in enumerate(lines):
        canvas.words(line, 0, first + place * 10.5)


def _rows_of(
    keys: Sequence[tuple[str, SetLine]], width: float
) -> list[list[tuple[str, SetLine, float]]]:
    """The keys in rows: (symbol, its words, where it stands)."""
    rows: list[list[tuple[str, SetLine, float]]] = [[]]
    at = 0.0
    for fill, key in keys:
        needed = key.width + 34
        if rows[-1] and at + needed > width:
            rows.append([])
            at = 0.0
        rows[-1].append((fill, key, at))
        at += needed
    return rows


def _draw_keys(
    canvas: Canvas, rows: Sequence[Sequence[tuple[str, SetLine, float]]], top: float
) -> None:
    for row, keys in enumerate(rows):
        y = top + row * 16
        for fill, key, at in keys:
            canvas.area(at, y + 1, 14, 9, fill)
            canvas.words(key, at + 19, y + 9)


def _time_line(setter: BlockSetter, chart: Chart, node: Node, frame: Frame) -> Slab:
    """Events from the top down in order of time, each on a row of its own: no label collides."""
    style = setter.sheet.cell
    bold = replace(style, bold=True)
    day_width = 96 * setter.sheet.scale
    axis = day_width + 12
    rows = _with_today(chart)
    days = [setter.text(event.label or event.day, style, node, day_width)[0] for event in rows]
    names = [
        setter.text(event.name, bold if event.overdue else style, node, frame.width - axis - 14)
        for event in rows
    ]
    heights = [max(len(lines), 1) * style.leading + 5 for lines in names]

    def draw(page: Page, x: float, y: float, _gap: float) -> None:
        canvas = Canvas(page, x + frame.left, y, node)
        canvas.rule(axis, 2, axis, sum(heights) - 2, 1.2, GREY)
        top = 0.0
        for event, day, lines, height in zip(rows, days, names, heights, strict=True):
            base = top + 0.75 * style.leading + 2
            canvas.words(day, day_width - day.width, base)
            _draw_point(canvas, axis, base - 3, event)
            for place, line in enumerate(lines):
                canvas.words(line, axis + 14, base + place * style.leading)
            top += height

    return Slab(height=sum(heights), draw=draw)


def _with_today(chart: Chart) -> list[Event]:
    events = sorted(chart.events, key=lambda event: event.day)
    if chart.today is None:
        return events
    return sorted([chart.today, *events], key=lambda event: event.day)


def _draw_point(canvas: Canvas, x: float, y: float, event: Event) -> None:
    if not event.name:
        canvas.rule(x - 8, y, x + 40, y, 1.0, ACCENT)
        return
    canvas.rule(x - 4, y, x + 8, y, 3.0 if event.overdue else 1.2, INK if event.overdue else LIGHT)
