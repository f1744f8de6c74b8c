"""The contents: a line for each part, with the page that it begins on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from exports.layout.lines import SetLine
from exports.layout.pages import LinkArea, Node, Page, Rule
from exports.layout.slabs import BASELINE, Column, Hung, Slab
from exports.layout.styles import GREY, TextStyle
from exports.tree import Contents, ContentsEntry, Text

if TYPE_CHECKING:
    from exports.layout.blocks import BlockSetter

_NUMBERS = 44.0
"""Room for page numbers, at the right."""
_DOTS = (0.6, 3.0)


def contents_slabs(setter: BlockSetter, contents: Contents, node: Node) -> list[Slab]:
    """The entries; each leads to its part."""
    own = node.add(Node("TOC", lang=setter.other(contents.lang)))
    column = Column()
    for entry in contents.entries:
        column.add([_entry(setter, entry, own)], 6, 6)
    return column.slabs


def _entry(setter: BlockSetter, entry: ContentsEntry, node: Node) -> Slab:
    sheet = setter.sheet
    style = replace(sheet.body, family="sans")
    bold = replace(style, semibold=True)
    link = node.add(Node("TOCI")).add(Node("Reference")).add(Node("Link"))
    number = str(setter.starts.get(entry.target, ""))
    label = setter.text(entry.label, bold, link.add(Node("Span")), sheet.frame_width)
    title = _title(setter, entry, link, style)
    pages = setter.text(number, style, link.add(Node("Span")), sheet.frame_width)
    height = style.leading * max(len(title), 1)
    first, last = BASELINE * style.leading, height - (1 - BASELINE) * style.leading
    end = sheet.frame_width - sum(line.width for line in pages)
    hung = [Hung(line, 0.0, first) for line in label]
    hung += [
        Hung(line, sheet.indent, first + place * style.leading) for place, line in enumerate(title)
    ]
    hung += [Hung(line, end, last) for line in pages]
    begin = sheet.indent + (title[-1].width if title else 0.0)
    words = " ".join(part for part in (entry.label, entry.title, number) if part)

    def draw(page: Page, x: float, y: float) -> None:
        base = y - last + 1
        page.placed.append(Rule(x + begin + 6, base, x + end - 6, base, 0.6, GREY, dash=_DOTS))
        area = LinkArea(x, y - height, sheet.frame_width, height, link)
        area.target, area.words = entry.target, words
        page.links.append(area)

    return Slab(height, hung, draw)


def _title(
    setter: BlockSetter, entry: ContentsEntry, link: Node, style: TextStyle
) -> list[SetLine]:
    """The words of an entry, its remark smaller behind them."""
    width = setter.sheet.frame_width - setter.sheet.indent - _NUMBERS
    atoms = setter.atoms((Text(text=f"{entry.title} "),), style, link.add(Node("Span")))
    if entry.remark:
        small = replace(style, colour=GREY, size=0.88 * style.size)
        remark = link.add(Node("Span"))
        atoms += setter.atoms((Text(text=f"({entry.remark})"),), small, remark)
    return setter.set(atoms, style, width)
