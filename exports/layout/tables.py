"""Tables: rows that may divide between lines, heads that are repeated on each page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from exports.layout.looks import Look
from exports.layout.pages import Area, Colour, Node, Page, Rule
from exports.layout.slabs import Frame, Slab, kept_together, nothing
from exports.layout.styles import INK, LIGHT, WASH
from exports.tree import Cell, Table, TableRole

if TYPE_CHECKING:
    from exports.layout.blocks import BlockSetter

_PAD = 5.0
_WHOLE = 110.0
"""A row no higher than this, in points, is never divided."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A slab in a row, with how far below the row's top it begins."""

    slab: Slab
    top: float

    @property
    def foot(self) -> float:
        return self.top + self.slab.height


def table_slabs(setter: BlockSetter, table: Table, node: Node, frame: Frame) -> list[Slab]:
    """The caption, the heads and the rows of a table."""
    wide = frame if table.role is TableRole.FIELDS else _wide(setter, frame)
    own = node.add(Node("Table", summary=table.description, lang=setter.other(table.lang)))
    caption = _caption(setter, table, own, wide)
    heads: list[Slab] = []
    if table.heads:
        group = own.add(Node("THead"))
        for row in table.rows[: table.heads]:
            heads += _row(setter, table, row, group, wide, head=True)
        heads = [replace(slab, keep=True) for slab in heads]
    body: list[Slab] = []
    group = own.add(Node("TBody"))
    for row in table.rows[table.heads :]:
        body += _row(setter, table, row, group, wide, head=False)
    body = [replace(slab, heads=tuple(heads)) for slab in body]
    slabs = [*caption, *heads, *body]
    if slabs and table.uid:
        slabs[0] = replace(slabs[0], names=(*slabs[0].names, table.uid))
    return slabs


def _wide(setter: BlockSetter, frame: Frame) -> Frame:
    """Tables of running text take the page's full width; in a panel or list they stay inside."""
    if frame.left > setter.sheet.indent:
        return frame
    return Frame(0.0, setter.sheet.frame_width)


def _caption(setter: BlockSetter, table: Table, node: Node, frame: Frame) -> list[Slab]:
    if not table.caption:
        return []
    own = node.add(Node("Caption"))
    lines = setter.text(table.caption, setter.sheet.caption, own, frame.width, table.lang)
    slabs = kept_together(setter.line_slabs(lines, frame))
    slabs.append(Slab(height=3, draw=nothing, keep=True))
    return [replace(slab, keep=True) for slab in slabs]


def _row(
    setter: BlockSetter,
    table: Table,
    row: Sequence[Cell],
    group: Node,
    frame: Frame,
    *,
    head: bool,
) -> list[Slab]:
    """A row as one slab or, where it is high, as several that a page may end between."""
    own = group.add(Node("TR"))
    placed: list[_Placed] = []
    left = frame.left
    pad = _PAD if table.role is not TableRole.FIELDS else 3.0
    for cell, share in zip(row, table.widths, strict=True):
        width = frame.width * share
        placed += _cell(setter, cell, own, Frame(left + pad, width - 2 * pad), pad, head=head)
        left += width
    height = max((one.foot for one in placed), default=pad) + pad
    cuts = [0.0, *(_cuts(placed, height) if height > _WHOLE else ()), height]
    return [
        _fragment(placed, start, end, frame, _rules(head=head, last=end == height))
        for start, end in pairwise(cuts)
    ]


def _cell(
    setter: BlockSetter, cell: Cell, node: Node, frame: Frame, pad: float, *, head: bool
) -> list[_Placed]:
    scope = "Column" if head else "Row"
    own = node.add(Node("TH", scope=scope) if cell.head else Node("TD"))
    look = Look.head(setter.sheet) if cell.head else Look.cell(setter.sheet)
    placed: list[_Placed] = []
    at = pad
    for slab in setter.column(cell.blocks, own, frame, look):
        at += slab.gap if placed else 0.0
        placed.append(_Placed(slab, at))
        at += slab.height
    return placed


def _cuts(placed: Sequence[_Placed], height: float) -> list[float]:
    """Heights at which no line of any cell is cut through, two lines from either end."""
    feet = sorted({one.foot for one in placed})
    low = min(one.slab.height for one in placed) * 2
    return [
        foot
        for foot in feet
        if low < foot < height - low
        and not any(one.top + 0.5 < foot < one.foot - 0.5 for one in placed)
    ]


@dataclass(frozen=True, slots=True)
class _Rules:
    """What is drawn under the words of a row."""

    wash: bool
    foot: float
    colour: Colour


def _rules(*, head: bool, last: bool) -> _Rules:
    if head:
        return _Rules(wash=True, foot=0.9, colour=INK)
    return _Rules(wash=False, foot=0.4 if last else 0.0, colour=LIGHT)


def _fragment(
    placed: Sequence[_Placed], start: float, end: float, frame: Frame, rules: _Rules
) -> Slab:
    own = [one for one in placed if start - 0.5 <= one.top < end - 0.5]

    def draw(page: Page, x: float, y: float, _gap: float) -> None:
        left, foot = x + frame.left, y - (end - start)
        if rules.wash:
            page.placed.append(Area(left, foot, frame.width, end - start, fill=WASH))
        if rules.foot:
            page.placed.append(Rule(left, foot, left + frame.width, foot, rules.foot, rules.colour))
        for one in own:
            one.slab.draw(page, x, y - (one.top - start), 0.0)

    return Slab(
        height=end - start,
        draw=draw,
        notes=tuple(note for one in own for note in one.slab.notes),
        names=tuple(name for one in own for name in one.slab.names),
    )
