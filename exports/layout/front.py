"""The cover and the contents."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from exports.layout.lines import SetLine, draw_line
from exports.layout.pages import LinkArea, Node, Page, Rule
from exports.layout.slabs import Column, Frame, Slab, nothing
from exports.layout.styles import ACCENT, GREY, LIGHT, TextStyle
from exports.tree import Contents, ContentsEntry, Cover

if TYPE_CHECKING:
    from exports.layout.blocks import BlockSetter

_BASELINE = 0.75


def cover_slabs(setter: BlockSetter, cover: Cover, node: Node) -> list[Slab]:
    """The front page: what it is for, in the order in which a reader asks."""
    sheet = setter.sheet
    width = sheet.frame_width
    column = Column()
    column.add([Slab(height=84, draw=nothing, keep=True)], 0, 0)
    if cover.office:
        office = TextStyle("sans", 12, 16, GREY, semibold=True)
        column.add(_words(setter, cover.office, office, node.add(Node("P")), width), 0, 16)
    title = TextStyle("serif", 34, 40, ACCENT, bold=True)
    slabs = _words(setter, cover.title, title, node.add(Node("H1")), width)
    slabs[0] = replace(slabs[0], names=(f"{setter.setter.part}-title",))
    column.add(slabs, 0, 14)
    if cover.subtitle:
        style = TextStyle("serif", 16, 22)
        column.add(_words(setter, cover.subtitle, style, node.add(Node("P")), width), 0, 14)
    column.add([_line_across(width)], 8, 26)
    for label, value in cover.lines:
        column.add(_fact(setter, label, value, node, width), 0, 9)
    if cover.edition:
        style = TextStyle("sans", 10.5, 14, GREY)
        words = _words(setter, cover.edition, style, node.add(Node("P")), width)
        column.add(words, 40, 0)
    return column.slabs


def _words(
    setter: BlockSetter, text: str, style: TextStyle, node: Node, width: float
) -> list[Slab]:
    return setter.line_slabs(setter.text(text, style, node, width), Frame(0.0, width))


def _line_across(width: float) -> Slab:
    def draw(page: Page, x: float, y: float, _gap: float) -> None:
        page.placed.append(Rule(x, y, x + width, y, 2.0, ACCENT))

    return Slab(height=2, draw=draw)


def _fact(setter: BlockSetter, label: str, value: str, node: Node, width: float) -> list[Slab]:
    """A label and its value beside each other, read as one paragraph."""
    own = node.add(Node("P"))
    scale = setter.sheet.scale
    tag = TextStyle("sans", 10 * scale, 18 * scale, GREY, semibold=True)
    style = TextStyle("serif", 13 * scale, 18 * scale)
    left = 118.0
    head = setter.text(label, tag, own.add(Node("Span")), left - 10)
    lines = setter.text(value, style, own.add(Node("Span")), width - left)
    slabs: list[Slab] = []
    for place in range(max(len(head), len(lines))):
        pairs = [
            (side[place], at) for side, at in ((head, 0.0), (lines, left)) if place < len(side)
        ]
        slabs.append(_side_by_side(pairs, style.leading))
    return slabs


def _side_by_side(pairs: list[tuple[SetLine, float]], height: float) -> Slab:
    def draw(page: Page, x: float, y: float, _gap: float) -> None:
        for line, left in pairs:
            draw_line(page, line, x + left, y - _BASELINE * height)

    return Slab(height=height, draw=draw)


def contents_slabs(setter: BlockSetter, contents: Contents, node: Node) -> list[Slab]:
    """A line for each part: its label, its title, and the page that it begins on."""
    own = node.add(Node("TOC"))
    column = Column()
    for entry in contents.entries:
        column.add([_entry(setter, entry, own)], 5, 5)
    return column.slabs


def _entry(setter: BlockSetter, entry: ContentsEntry, node: Node) -> Slab:
    sheet = setter.sheet
    width = sheet.frame_width
    style = replace(sheet.body, family="sans")
    bold = replace(style, semibold=True)
    link = node.add(Node("TOCI")).add(Node("Reference")).add(Node("Link"))
    indent = sheet.indent
    remark = f" ({entry.remark})" if entry.remark else ""
    label = setter.text(entry.label, bold, link.add(Node("Span")), indent)
    lines = setter.text(entry.title + remark, style, link.add(Node("Span")), width - indent - 50)
    number = str(setter.starts.get(entry.target, ""))
    pages = setter.text(number, style, link.add(Node("Span")), 60)
    height = style.leading * max(len(lines), 1)

    def draw(page: Page, x: float, y: float, _gap: float) -> None:
        base = y - _BASELINE * style.leading
        if label:
            draw_line(page, label[0], x, base)
        for place, line in enumerate(lines):
            draw_line(page, line, x + indent, base - place * style.leading)
        last = base - (len(lines) - 1) * style.leading
        end = x + width - (pages[0].width if pages else 0.0)
        if pages:
            draw_line(page, pages[0], end, last)
        begin = x + indent + (lines[-1].width if lines else 0.0) + 6
        page.placed.append(Rule(begin, last + 1, end - 6, last + 1, 0.6, LIGHT, dash=(0.6, 3)))
        words = f"{entry.label} {entry.title} {number}".strip()
        page.links.append(
            LinkArea(x, y - height, width, height, link, target=entry.target, words=words)
        )

    return Slab(height=height, draw=draw)
