"""The cover: what the book is for, in the order in which a reader asks."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from exports.layout.pages import Area, Node, Page, Rule
from exports.layout.slabs import (
    Column,
    Frame,
    Hung,
    Slab,
    blank,
    hang,
    height_of,
    keep_all,
    line_slab,
)
from exports.layout.styles import ACCENT, GREY, INK, LIGHT, TextStyle
from exports.tree import Cover, Text

if TYPE_CHECKING:
    from exports.layout.blocks import BlockSetter

_OFFICE = TextStyle("sans", 12.5, 17, INK, semibold=True)
_TITLE = TextStyle("serif", 33, 39, ACCENT, bold=True)
_SUBTITLE = TextStyle("serif", 16, 22)
_EDITION = TextStyle("sans", 10.5, 14, GREY)
_LABELS = 112.0
"""Width of the labels beside the facts."""
_HIGH = 0.16
"""How far down the page the title begins, as a share of its height."""
_FACTS = 0.46
"""How far down the facts begin at least."""


def cover_slabs(setter: BlockSetter, cover: Cover, node: Node) -> list[Slab]:
    """Office, title and facts from the top, the edition at the foot."""
    room = setter.sheet.room
    column = Column()
    if cover.office:
        column.add(_words(setter, cover.office, _OFFICE, node.add(Node("P"))), 0, 0)
    _go_down(column, _HIGH * room)
    column.add([_mark()], 0, 16)
    title = _words(setter, cover.title, _TITLE, node.add(Node("H1")))
    if title:
        title[0].names.append(f"{setter.setter.part}-title")
    column.add(title, 0, 12)
    if cover.subtitle:
        column.add(_words(setter, cover.subtitle, _SUBTITLE, node.add(Node("P"))), 0, 12)
    if cover.lines:
        _go_down(column, max(_FACTS * room, _down(column) + 36))
        column.add(_facts(setter, cover, node), 0, 0)
    if cover.edition:
        edition = _words(setter, cover.edition, _EDITION, node.add(Node("P")))
        _go_down(column, max(room - height_of(edition), _down(column) + 24))
        column.add(edition, 0, 0)
    keep_all(column.slabs[:-1])
    return column.slabs


def _down(column: Column) -> float:
    return sum(slab.height + slab.gap for slab in column.slabs)


def _go_down(column: Column, height: float) -> None:
    """Leave blank what lies between here and so far down."""
    rest = height - _down(column) - column.gap
    if rest > 0:
        column.add([blank(rest)], 0, 0)


def _words(setter: BlockSetter, text: str, style: TextStyle, node: Node) -> list[Slab]:
    width = setter.sheet.frame_width
    lines = setter.title((Text(text=text),), style, node, width)
    return [line_slab(line, 0.0) for line in lines]


def _mark() -> Slab:
    def draw(page: Page, x: float, y: float) -> None:
        page.placed.append(Area(x, y - 5, 64, 5, fill=ACCENT))

    return Slab(5.0, drawing=draw)


def _facts(setter: BlockSetter, cover: Cover, node: Node) -> list[Slab]:
    """Labels and values between light rules."""
    width = setter.sheet.frame_width
    slabs = [_rule(width)]
    for label, value in cover.lines:
        slabs += [*_fact(setter, label, value, node), _rule(width)]
    return slabs


def _rule(width: float) -> Slab:
    def draw(page: Page, x: float, y: float) -> None:
        page.placed.append(Rule(x, y - 4, x + width, y - 4, 0.5, LIGHT))

    return Slab(9.0, drawing=draw)


def _fact(setter: BlockSetter, label: str, value: str, node: Node) -> list[Slab]:
    """A label and its value beside each other, read as one paragraph."""
    own, scale = node.add(Node("P")), setter.sheet.scale
    style = TextStyle("serif", 12.5 * scale, 17 * scale)
    tag = TextStyle("sans", 10 * scale, 17 * scale, GREY, semibold=True)
    left = _LABELS * scale
    frame = Frame(left, setter.sheet.frame_width - left)
    labels = setter.text(label, tag, own.add(Node("Span")), left - 10)
    values = setter.text(value, style, own.add(Node("Span")), frame.width)
    slabs: list[Slab] = []
    for one, other in zip_longest(labels, values):
        sides: list[Hung] = []
        if one is not None:
            sides.append(hang(one, 0.0))
        if other is not None:
            sides.append(hang(other, left))
        slabs.append(Slab(style.leading, sides))
    return slabs
