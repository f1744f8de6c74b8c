"""Charts as drawings of areas, rules and words; each is a figure that says its facts."""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING

from exports.layout.bars import bars_drawing, in_words
from exports.layout.drawing import Canvas, Drawing
from exports.layout.pages import Node, Page
from exports.layout.slabs import Frame, Slab, blank, keep_all, line_slab
from exports.layout.timeline import timeline_drawing
from exports.tree import Chart, Event

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
    count = ceil(height / (setter.sheet.room * _HIGHEST))
    events = sorted(chart.events, key=lambda event: event.day)
    rows = len(chart.bars or events)
    if count <= 1 or rows < count:
        return [chart]
    size = -(-rows // count)
    parts = [
        replace(
            chart,
            bars=chart.bars[start : start + size],
            events=tuple(events[start : start + size]),
            caption="" if start else chart.caption,
            today=None,
        )
        for start in range(0, rows, size)
    ]
    parts = _with_today(parts, chart.today)
    return [replace(part, description=in_words(part)) for part in parts]


def _with_today(parts: list[Chart], today: Event | None) -> list[Chart]:
    """The parts of a time line with today in the one that it falls in."""
    if today is None:
        return parts
    ends = [part.events[-1].day for part in parts]
    place = min(sum(end < today.day for end in ends), len(parts) - 1)
    return [replace(part, today=today) if n == place else part for n, part in enumerate(parts)]


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
