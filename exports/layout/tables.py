"""Tables: rows that may divide between lines, heads that are repeated on each page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from exports.layout.columns import column_widths
from exports.layout.looks import Look
from exports.layout.pages import Area, Colour, Node, Page, Rule
from exports.layout.slabs import (
    Behind,
    Draw,
    Frame,
    Hung,
    Slab,
    blank,
    keep_all,
    line_slab,
    stretches,
)
from exports.layout.styles import INK, LIGHT, WASH
from exports.tree import Cell, Table, TableRole

if TYPE_CHECKING:
    from exports.layout.blocks import BlockSetter

_PAD = 5.0
_WHOLE = 0.25
"""A row no higher than this share of a page is never divided."""
_LEAST = 3
"""So many lines stand before and behind where a row is divided."""
_MOST_HEADS = 0.3
"""Heads that are higher than this share of a page are not repeated."""
_NEARLY = 0.5


@dataclass(frozen=True, slots=True)
class _Grid:
    """What the rows of a table have in common."""

    table: Table
    frame: Frame
    pad: float
    widths: Sequence[float]
    """Of the columns, in points."""
    whole: float
    """How high a row may be without being divided."""


@dataclass(slots=True)
class _Row:
    """Slabs of all cells of a row, each with how far below the row's top it begins."""

    cells: list[list[tuple[Slab, float]]]
    height: float

    @property
    def placed(self) -> Iterable[tuple[Slab, float]]:
        return (one for cell in self.cells for one in cell)


def table_slabs(setter: BlockSetter, table: Table, node: Node, frame: Frame) -> list[Slab]:
    """The caption, the heads and the rows of a table."""
    wide = frame if table.role is TableRole.FIELDS else _wide(setter, frame)
    own = node.add(Node("Table", summary=table.description, lang=setter.other(table.lang)))
    pad = (3.0 if table.role is TableRole.FIELDS else _PAD) * setter.sheet.scale
    widths = column_widths(setter, table, wide.width, 2 * pad)
    grid = _Grid(table, wide, pad, widths, setter.sheet.room * _WHOLE)
    caption = _caption(setter, table, own, wide)
    heads: list[Slab] = []
    if table.heads:
        heads = _rows(setter, grid, table.rows[: table.heads], own.add(Node("THead")), head=True)
        keep_all(heads)
    body = _rows(setter, grid, table.rows[table.heads :], own.add(Node("TBody")), head=False)
    repeated = [*_running_caption(setter, table, wide), *heads]
    if sum(slab.height for slab in repeated) <= setter.sheet.room * _MOST_HEADS:
        for slab in body:
            slab.heads = repeated
    slabs = [*caption, *heads, *body]
    if slabs and table.uid:
        slabs[0].names.append(table.uid)
    return slabs


def _wide(setter: BlockSetter, frame: Frame) -> Frame:
    """Tables of running text take the page's full width; in a panel or list they stay inside."""
    if frame.left > setter.sheet.indent:
        return frame
    return Frame(0.0, setter.sheet.frame_width)


# The caption


def _caption(setter: BlockSetter, table: Table, node: Node, frame: Frame) -> list[Slab]:
    if not table.caption:
        return []
    own = node.add(Node("Caption"))
    lines = setter.text(table.caption, setter.sheet.caption, own, frame.width, table.lang)
    slabs = [*(line_slab(line, frame.left) for line in lines), blank(3)]
    keep_all(slabs)
    return slabs


def _running_caption(setter: BlockSetter, table: Table, frame: Frame) -> list[Slab]:
    """The caption again, where a table runs on."""
    if not table.caption:
        return []
    style = replace(setter.sheet.cell_small, italic=True)
    words = f"{table.caption} ({setter.continued})"
    line, *_ = setter.text(words, style, Node("Artifact"), frame.width, table.lang)
    return [line_slab(line, frame.left), blank(3)]


# Rows


def _rows(
    setter: BlockSetter, grid: _Grid, rows: Sequence[Sequence[Cell]], group: Node, *, head: bool
) -> list[Slab]:
    slabs: list[Slab] = []
    for place, cells in enumerate(rows):
        row = _row(setter, grid, cells, group.add(Node("TR")), head=head)
        cuts = _cuts(row) if not head and row.height > grid.whole else []
        for start, end in pairwise([0.0, *cuts, row.height]):
            last = end == row.height
            drawing = _ground(grid, end - start, first=place == 0 and not start, last=last)
            if head:
                drawing = _head_ground(grid, end - start)
            slab = _fragment(row, start, end, drawing)
            slab.lead = grid.pad if start else 0.0
            slabs.append(slab)
    return slabs


def _row(
    setter: BlockSetter, grid: _Grid, cells: Sequence[Cell], node: Node, *, head: bool
) -> _Row:
    left, placed = grid.frame.left, []
    for cell, width in zip(cells, grid.widths, strict=True):
        inner = Frame(left + grid.pad, width - 2 * grid.pad)
        placed.append(_cell(setter, cell, node, inner, grid.pad, head=head))
        left += width
    feet = [top + slab.height for cell in placed for slab, top in cell]
    return _Row(placed, max(feet, default=2 * grid.pad) + grid.pad)


def _cell(
    setter: BlockSetter, cell: Cell, node: Node, frame: Frame, pad: float, *, head: bool
) -> list[tuple[Slab, float]]:
    scope = "Column" if head else "Row"
    own = node.add(Node("TH", scope=scope) if cell.head else Node("TD"))
    look = Look.head(setter.sheet) if cell.head else Look.cell(setter.sheet)
    placed: list[tuple[Slab, float]] = []
    at = pad
    for slab in setter.column(cell.blocks, own, frame, look):
        at += slab.gap if placed else 0.0
        placed.append((slab, at))
        at += slab.height
    return placed


# Where a row is divided


def _cuts(row: _Row) -> list[float]:
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


def _blocked(row: _Row, *, kept: bool) -> list[tuple[float, float]]:
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


def _fragment(row: _Row, start: float, end: float, drawing: Draw) -> Slab:
    """What of a row stands between two heights, as one slab."""
    own = [
        (slab, top - start)
        for slab, top in row.placed
        if start - _NEARLY <= top < end - _NEARLY or (top >= end and end == row.height)
    ]
    made = Slab(end - start, drawing=_with_drawings(drawing, own))
    made.grounds = [
        Behind(ground, max(top, 0.0), min(foot, end - start))
        for ground, top, foot in stretches(own)
    ]
    for slab, top in own:
        made.lines += [Hung(line, left, drop + top) for line, left, drop in slab.lines]
        made.notes += slab.notes
        made.names += slab.names
    return made


def _with_drawings(ground: Draw, placed: Sequence[tuple[Slab, float]]) -> Draw:
    """A row's own drawing, then those of the slabs in it."""
    drawn = [(slab.drawing, top) for slab, top in placed if slab.drawing is not None]
    if not drawn:
        return ground

    def draw(page: Page, x: float, y: float) -> None:
        ground(page, x, y)
        for drawing, top in drawn:
            drawing(page, x, y - top)

    return draw


# Rules and washes


def _head_ground(grid: _Grid, height: float) -> Draw:
    def draw(page: Page, x: float, y: float) -> None:
        left, width, foot = x + grid.frame.left, grid.frame.width, y - height
        page.placed.append(Area(left, foot, width, height, fill=WASH))
        _rule(page, left, foot, width, 0.9, INK)

    return draw


def _ground(grid: _Grid, height: float, *, first: bool, last: bool) -> Draw:
    """A light rule under each row, and above the first where there are no heads."""

    def draw(page: Page, x: float, y: float) -> None:
        left, width = x + grid.frame.left, grid.frame.width
        if first and not grid.table.heads:
            _rule(page, left, y, width, 0.4, LIGHT)
        if last:
            _rule(page, left, y - height, width, 0.4, LIGHT)

    return draw


def _rule(page: Page, left: float, y: float, width: float, weight: float, colour: Colour) -> None:
    page.placed.append(Rule(left, y, left + width, y, weight, colour))
