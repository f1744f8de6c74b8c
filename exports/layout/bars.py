"""Bars of commitments by status, that read in greyscale and say their counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from exports.layout.drawing import Canvas, Drawing
from exports.layout.lines import SetLine
from exports.layout.pages import Colour, Node
from exports.layout.styles import INK
from exports.tree import Bar, Chart

if TYPE_CHECKING:
    from exports.layout.blocks import BlockSetter

_WHITE: Colour = (1.0, 1.0, 1.0)
_GAP = 8.0
"""Between the bars, and around names and keys."""
_NAMES = 0.36
"""Share of the width that the names of bars take."""
_TOTALS = 26.0
_SWATCH = 15.0


@dataclass(frozen=True, slots=True)
class _Fill:
    """How a status is drawn; `ink` is the colour of a count on it."""

    colour: Colour
    pattern: str = ""
    ink: Colour = INK


_FILLS = {
    # The further along, the darker; neighbours differ in pattern too, for printers without tones.
    # What is unknown has dots and what is not begun has nothing, as on the overview.
    "◌": _Fill((0.93, 0.94, 0.94), "dots"),
    "○": _Fill(_WHITE),
    "◎": _Fill((0.74, 0.82, 0.88)),
    "◐": _Fill((0.45, 0.60, 0.72), "hatch"),
    "●": _Fill((0.09, 0.25, 0.39), ink=_WHITE),
    "×": _Fill((0.28, 0.28, 0.28), "hatch"),
    "→": _Fill((0.80, 0.80, 0.78), "hatch"),
}
_OTHER_FILL = _Fill((0.6, 0.6, 0.6))


@dataclass(frozen=True, slots=True)
class _Sizes:
    """Lengths that grow with the print."""

    width: float
    bar: float
    leading: float
    names: float
    unit: float
    """Width of one commitment."""


def bars_drawing(setter: BlockSetter, bars: Sequence[Bar], width: float, node: Node) -> Drawing:
    """The bars under each other, then a key to their fills."""
    style, scale = setter.sheet.cell, setter.sheet.scale
    names_width = width * _NAMES
    most = max((_count(bar) for bar in bars), default=0) or 1
    unit = (width - names_width - _TOTALS * scale) / most
    sizes = _Sizes(width, 15 * scale, style.leading, names_width, unit)
    rows = [_row(setter, bar, node, sizes) for bar in bars]
    key = _key(setter, bars, node, sizes)
    height = sum(row.height for row in rows)

    def draw(canvas: Canvas) -> None:
        top = 0.0
        for row in rows:
            row.draw(replace(canvas, top=canvas.top - top))
            top += row.height
        key.draw(replace(canvas, top=canvas.top - top))

    return Drawing(height + key.height, draw)


def _count(bar: Bar) -> int:
    return sum(count for _, _, count in bar.stretches)


def _row(setter: BlockSetter, bar: Bar, node: Node, sizes: _Sizes) -> Drawing:
    """A name, its bar, and how many there are in all."""
    style = setter.sheet.cell
    names = setter.text(bar.name, style, node, sizes.names - _GAP)
    total = setter.text(str(_count(bar)), replace(style, bold=True), node, sizes.width)
    counts = [_count_line(setter, symbol, count, node) for _, symbol, count in bar.stretches]
    height = max(sizes.bar, len(names) * sizes.leading)
    top = (height - sizes.bar) / 2
    first = height / 2 - len(names) * sizes.leading / 2 + 0.75 * sizes.leading
    base = height / 2 + 0.25 * sizes.leading

    def draw(canvas: Canvas) -> None:
        for place, name in enumerate(names):
            canvas.words(name, 0.0, first + place * sizes.leading)
        at = sizes.names
        for (_, symbol, count), words in zip(bar.stretches, counts, strict=True):
            width = sizes.unit * count
            fill = _FILLS.get(symbol, _OTHER_FILL)
            canvas.area((at, top, width, sizes.bar), fill.colour, fill.pattern)
            _draw_count(canvas, words, (at, top, width, sizes.bar), base, patterned=fill.pattern)
            at += width
        for line in total:
            canvas.words(line, at + 6, base)

    return Drawing(height + _GAP, draw)


def _count_line(setter: BlockSetter, symbol: str, count: int, node: Node) -> SetLine:
    fill = _FILLS.get(symbol, _OTHER_FILL)
    colour = INK if fill.pattern else fill.ink
    style = replace(setter.sheet.cell_small, colour=colour, semibold=True)
    return setter.text(str(count), style, node, setter.sheet.frame_width)[0]


def _draw_count(
    canvas: Canvas,
    words: SetLine,
    box: tuple[float, float, float, float],
    base: float,
    *,
    patterned: str,
) -> None:
    """A count in the middle of its stretch, where there is room; on white where it is patterned."""
    left, top, width, height = box
    if width < words.width + 5:
        return
    x = left + (width - words.width) / 2
    if patterned:
        canvas.area((x - 2, top + 2, words.width + 4, height - 4), _WHITE, stroke=None)
    canvas.words(words, x, base - 0.4)


def _key(setter: BlockSetter, bars: Sequence[Bar], node: Node, sizes: _Sizes) -> Drawing:
    """What each fill means, as symbol and word."""
    statuses = dict.fromkeys((symbol, word) for bar in bars for word, symbol, _ in bar.stretches)
    keys: list[tuple[str, SetLine, float, float]] = []
    at, row = 0.0, 0.0
    step = sizes.leading + 3
    for symbol, word in statuses:
        line = setter.text(f"{symbol} {word}", setter.sheet.cell, node, sizes.width)[0]
        needed = _SWATCH + 5 + line.width
        if at and at + needed > sizes.width:
            at, row = 0.0, row + step
        keys.append((symbol, line, at, row))
        at += needed + 2 * _GAP

    def draw(canvas: Canvas) -> None:
        for symbol, line, x, y in keys:
            fill = _FILLS.get(symbol, _OTHER_FILL)
            base = y + _GAP + 0.75 * sizes.leading
            canvas.area((x, base - 8, _SWATCH, 9), fill.colour, fill.pattern)
            canvas.words(line, x + _SWATCH + 5, base)

    return Drawing(_GAP + row + step, draw)


def in_words(chart: Chart) -> str:
    """The facts of a part of a chart, as far as they need no words of their own."""
    bars = (
        f"{bar.name}: " + ", ".join(f"{word} {count}" for word, _, count in bar.stretches)
        for bar in chart.bars
    )
    events = (f"{event.label or event.day}: {event.name}" for event in chart.events)
    return ". ".join((*bars, *events))
