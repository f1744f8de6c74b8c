"""Widths of a table's columns: as asked, but none narrower than the longest word of its head."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from exports.layout.looks import Look
from exports.layout.words import plain_text
from exports.tree import Cell, Heading, Paragraph, Table

if TYPE_CHECKING:
    from exports.layout.blocks import BlockSetter

_MOST = 0.35
"""A word takes at most this share of the table from its neighbours."""


def column_widths(
    setter: BlockSetter, table: Table, width: float, padding: float
) -> Sequence[float]:
    """The columns' widths in points; they add up to `width`."""
    asked = [share * width for share in table.widths]
    least = [min(asked_for, _MOST * width) for asked_for in asked]
    for row in table.rows:
        for place, cell in enumerate(row):
            if cell.head:
                needed = _longest(setter, cell) + padding + 1
                least[place] = min(max(least[place], needed), _MOST * width)
    return _shared(asked, least)


def _shared(asked: Sequence[float], least: Sequence[float]) -> Sequence[float]:
    """What narrow columns lack is taken from the others, from the widest the most."""
    lacking = [max(lower - given, 0.0) for given, lower in zip(asked, least, strict=True)]
    short = sum(lacking)
    if not short:
        return asked
    spare = [0.0 if lack else given for given, lack in zip(asked, lacking, strict=True)]
    total = sum(spare)
    if total <= short:
        return asked
    return [
        given + lack - short * room / total
        for given, lack, room in zip(asked, lacking, spare, strict=True)
    ]


def _longest(setter: BlockSetter, cell: Cell) -> float:
    """Width of the longest word of a head."""
    style = Look.head(setter.sheet).body
    face, shaper = style.face(), setter.setter.shaper
    widths = (shaper.shape(face, word).width for text in _texts(cell) for word in text.split())
    return max(widths, default=0.0) * style.size / 1000


def _texts(cell: Cell) -> Iterator[str]:
    for block in cell.blocks:
        if isinstance(block, Paragraph | Heading):
            yield plain_text(block.inlines)
