"""Charts as drawings of areas, rules and words; each is a figure that says its facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from exports.layout.bars import bars_drawing, in_words
from exports.layout.drawing import Canvas, Drawing
from exports.layout.pages import Node, Page
from exports.layout.slabs import Frame, Slab, blank, keep_all, line_slab
from exports.layout.timeline import timeline_drawing
from exports.tree import Bar, Chart, Event

if TYPE_CHECKING:
    from exports.layout.blocks import BlockSetter

_HIGHEST = 0.75
"""A chart is divided into figures no higher than this share of a page."""


def chart_slabs(setter: BlockSetter, chart: Chart, node: Node, frame: Frame) -> list[Slab]:
    """The caption and the drawing; one that is higher than a page as several figures."""
    slabs: list[Slab] = []
    for place, part in enumerate(_parts(setter, chart, frame)):
        slabs += _figure(setter, part, node, frame)
        if place == 0 and slabs and chart.uid:
            slabs[0].names.append(chart.uid)
    return slabs


def _parts(setter: BlockSetter, chart: Chart, frame: Frame) -> list[Chart]:
    """The chart, or as many charts as its height asks for, each describing itself."""
    height = _drawing(setter, chart, frame, Node("Artifact")).height
    count = max(1, round(height / (setter.sheet.room * _HIGHEST) + 0.5))
    rows: Sequence[Bar | Event] = chart.bars or chart.events
    if count == 1 or len(rows) < count:
        return [chart]
    size = -(-len(rows) // count)
    parts: list[Chart] = []
    for start in range(0, len(rows), size):
        part = replace(
            chart,
            bars=chart.bars[start : start + size],
            events=chart.events[start : start + size],
            caption="" if start else chart.caption,
            today=None if start else chart.today,
        )
        parts.append(replace(part, description=in_words(part)))
    return parts


def _drawing(setter: BlockSetter, chart: Chart, frame: Frame, node: Node) -> Drawing:
    if chart.bars:
        return bars_drawing(setter, chart.bars, frame.width, node)
    return timeline_drawing(setter, chart, frame.width, node)


def _figure(setter: BlockSetter, chart: Chart, node: Node, frame: Frame) -> list[Slab]:
    figure = node.add(Node("Figure", alt=chart.description, lang=setter.other(chart.lang)))
    slabs: list[Slab] = []
    if chart.caption:
        own = figure.add(Node("Caption"))
        lines = setter.text(chart.caption, setter.sheet.caption, own, frame.width, chart.lang)
        slabs = [*(line_slab(line, frame.left) for line in lines), blank(5)]
        keep_all(slabs)
    # What is drawn belongs to a leaf of its own: an element holds words or elements, never both.
    leaf = figure.add(Node("Span")) if chart.caption else figure
    drawing = _drawing(setter, chart, frame, leaf)

    def draw(page: Page, x: float, y: float) -> None:
        left = x + frame.left
        figure.bbox = (left, y - drawing.height, left + frame.width, y)
        drawing.draw(Canvas(page, left, y, leaf))

    return [*slabs, Slab(drawing.height, drawing=draw)]
