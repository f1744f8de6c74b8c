"""Widths of a table's columns: as asked, but none narrower than the longest of its words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from briefing.text import HAN
from exports.layout.looks import Look
from exports.layout.styles import TextStyle
from exports.layout.words import plain_text
from exports.tree import Cell, Heading, Paragraph, Table, Text

if TYPE_CHECKING:
    from exports.layout.blocks import BlockSetter

_MOST = 0.35
"""A head's word takes at most this share of the table from its neighbours."""
_MOST_WORDS = 0.2
"""Another word that is longer than this share is divided instead."""
_ROWS = 200
"""So many rows are looked at: tables are alike from top to bottom."""
_SHORT_HEAD = 5
"""A Chinese head of so many characters stays on one line."""
_BREAKS = re.compile(r"[^\S\u00a0\u202f]+")
"""Where a line may end; a sign and the word that it is tied to are one."""
_HAN = re.compile(f"[{HAN}]")


def column_widths(
    setter: BlockSetter, table: Table, width: float, padding: float
) -> Sequence[float]:
    """The columns' widths in points; they add up to `width`."""
    asked = [share * width for share in table.widths]
    least = [0.0] * len(asked)
    head, body = Look.head(setter.sheet).body, Look.cell(setter.sheet).body
    for row in table.rows[:_ROWS]:
        for place, cell in enumerate(row):
            most = (_MOST if cell.head else _MOST_WORDS) * width
            style = head if cell.head else body
            longest = max(_widths(setter, style, cell, most - padding), default=0.0)
            least[place] = max(least[place], longest + padding + 1)
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


def _widths(setter: BlockSetter, style: TextStyle, cell: Cell, most: float) -> Iterator[float]:
    """Widths of a cell's words; words that are divided anyhow are left out."""
    shaper = setter.setter.shaper
    for text, bold in _texts(cell):
        face = style.face(bold=bold)
        for word in set(_BREAKS.split(text)) - {""}:
            if not _HAN.search(word) or (cell.head and len(word) <= _SHORT_HEAD):
                width = shaper.shape(face, word).width * style.size / 1000
                if width <= most:
                    yield width


def _texts(cell: Cell) -> Iterator[tuple[str, bool]]:
    """The words of a cell, and whether any of them are bold, and so wider."""
    for block in cell.blocks:
        if isinstance(block, Paragraph | Heading):
            bold = any(isinstance(inline, Text) and inline.bold for inline in block.inlines)
            yield plain_text(block.inlines), bold
