"""Tables: rows that may divide between lines, heads that are repeated on each page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from exports.layout.columns import column_widths
from exports.layout.looks import Look
from exports.layout.pages import Area, Colour, Node, Page, Rule
from exports.layout.rows import Row, cuts_of, fragments
from exports.layout.slabs import (
    Frame,
    Hung,
    Slab,
    blank,
    keep_all,
    line_slab,
)
from exports.layout.styles import INK, LIGHT, WASH
from exports.tree import Cell, Table, TableRole

if TYPE_CHECKING:
    from exports.layout.blocks import BlockSetter

_PAD = 5.0
_WHOLE = 0.2
"""A row no higher than this share of a page is never divided."""
_MOST_HEADS = 0.3
"""Heads that are higher than this share of a page are not repeated, and divided."""


@dataclass(frozen=True, slots=True)
class _Grid:
    """What the rows of a table have in common."""

    table: Table
    frame: Frame
    pad: float
    widths: Sequence[float]
    """Of the columns, in points."""
    room: float
    """Height of a page."""


def table_slabs(setter: BlockSetter, table: Table, node: Node, frame: Frame) -> list[Slab]:
    """The caption, the heads and the rows of a table."""
    wide = frame if table.role is TableRole.FIELDS else _wide(setter, frame)
    own = node.add(Node("Table", summary=table.description, lang=setter.other(table.lang)))
    pad = (3.0 if table.role is TableRole.FIELDS else _PAD) * setter.sheet.scale
    widths = column_widths(setter, table, wide.width, 2 * pad)
    grid = _Grid(table, wide, pad, widths, setter.sheet.room)
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
    for cells in rows:
        row = _row(setter, grid, cells, group.add(Node("TR")), head=head)
        whole = grid.room * (_MOST_HEADS if head else _WHOLE)
        cuts = cuts_of(row) if row.height > whole else []
        own = list(fragments(row, cuts))
        for slab in own:
            _draw_ground(grid, slab, head=head, first=not slabs, last=slab is own[-1])
            slabs.append(slab)
        for slab in own[1:]:
            slab.lead, slab.again = grid.pad, [] if head else _row_heads(cells, row)
    return slabs


def _row_heads(cells: Sequence[Cell], row: Row) -> list[Hung]:
    """The first words of the cells that name a row, for where it runs on."""
    return [
        line
        for cell, placed in zip(cells, row.cells, strict=True)
        if cell.head
        for slab, _ in placed[:1]
        for line in slab.lines
    ]


def _row(setter: BlockSetter, grid: _Grid, cells: Sequence[Cell], node: Node, *, head: bool) -> Row:
    left, placed = grid.frame.left, []
    for cell, width in zip(cells, grid.widths, strict=True):
        inner = Frame(left + grid.pad, width - 2 * grid.pad)
        placed.append(_cell(setter, cell, node, inner, grid.pad, head=head))
        left += width
    feet = [top + slab.height for cell in placed for slab, top in cell]
    return Row(placed, max(feet, default=2 * grid.pad) + grid.pad)


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


# Rules and washes


def _draw_ground(grid: _Grid, slab: Slab, *, head: bool, first: bool, last: bool) -> None:
    """A wash under heads; a light rule under each row, and above the first without heads."""
    height, own = slab.height, slab.drawing

    def draw(page: Page, x: float, y: float) -> None:
        left, width, foot = x + grid.frame.left, grid.frame.width, y - height
        if head:
            page.placed.append(Area(left, foot, width, height, fill=WASH))
        elif first and not grid.table.heads:
            _rule(page, left, y, width, 0.4, LIGHT)
        if last:
            weight, colour = (0.9, INK) if head else (0.4, LIGHT)
            _rule(page, left, foot, width, weight, colour)
        if own is not None:
            own(page, x, y)

    slab.drawing = draw


def _rule(page: Page, left: float, y: float, width: float, weight: float, colour: Colour) -> None:
    page.placed.append(Rule(left, y, left + width, y, weight, colour))
