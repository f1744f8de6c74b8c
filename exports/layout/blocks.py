"""Blocks become slabs: what stands in a column, from top to bottom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import assert_never

from exports.layout import charts, front, tables
from exports.layout.atoms import Atom, Setter
from exports.layout.lines import SetLine, draw_line, set_lines
from exports.layout.looks import Look
from exports.layout.pages import Area, Colour, Node, OutlineEntry, Page, Rule
from exports.layout.slabs import (
    Column,
    Draw,
    FootnoteBody,
    Frame,
    Slab,
    beside,
    kept_together,
    nothing,
    with_orphans,
)
from exports.layout.styles import ACCENT, GREY, LIGHT, WASH, StyleSheet, TextStyle
from exports.tree import (
    Block,
    Chart,
    Comment,
    Contents,
    Cover,
    FootnoteCall,
    Heading,
    Inline,
    Link,
    List,
    ListItem,
    Panel,
    Paragraph,
    Quote,
    Role,
    Table,
    Text,
)

BASELINE = 0.75
"""Where the baseline lies in a line's height, from its top."""


@dataclass
class BlockSetter:
    """Sets the blocks of one part."""

    setter: Setter
    sheet: StyleSheet
    lang: str
    starts: dict[str, int]
    """The page that each part begins on, for the contents."""
    outline: list[OutlineEntry] = field(default_factory=list)

    # The closed union

    def column(self, blocks: Sequence[Block], node: Node, frame: Frame, look: Look) -> list[Slab]:
        """The blocks as slabs, with the gaps between them."""
        column = Column()
        for place, block in enumerate(blocks):
            slabs, before, after = self._block(block, node, frame, look)
            following = blocks[place + 1] if place + 1 < len(blocks) else None
            if slabs and _leads_in(block, following):
                slabs[-1] = replace(slabs[-1], keep=True)
            column.add(slabs, before, after)
        return column.slabs

    def _block(  # noqa: C901, PLR0911 - a case for each block
        self, block: Block, node: Node, frame: Frame, look: Look
    ) -> tuple[list[Slab], float, float]:
        gap = look.gap
        match block:
            case Heading():
                return self._heading(block, node, frame)
            case Paragraph():
                return self._paragraph(block, node, frame, look), gap, gap
            case Quote():
                return self._quote(block, node, frame, look), gap + 1, gap + 2
            case List():
                return self._list(block, node, frame, look), gap, gap
            case Table():
                return tables.table_slabs(self, block, node, frame), 2 * gap, 2.2 * gap
            case Panel():
                return self._panel(block, node, frame, look), 1.5 * gap, 1.8 * gap
            case Chart():
                return charts.chart_slabs(self, block, node, frame), 2 * gap, 2 * gap
            case Contents():
                return front.contents_slabs(self, block, node), 2 * gap, gap
            case Cover():
                return front.cover_slabs(self, block, node), 0.0, 0.0
            case _:
                assert_never(block)

    # Words

    def atoms(
        self, inlines: Sequence[Inline], style: TextStyle, node: Node, lang: str = ""
    ) -> list[Atom]:
        """The atoms of inlines in a language, the part's own unless said."""
        return self.setter.atoms(inlines, style, node, lang or self.lang)

    def text(
        self, text: str, style: TextStyle, node: Node, width: float, lang: str = ""
    ) -> list[SetLine]:
        """Plain words as lines."""
        return set_lines(self.atoms((Text(text=text),), style, node, lang), style, width)

    def line_slabs(
        self, lines: Sequence[SetLine], frame: Frame, parent: Node | None = None
    ) -> list[Slab]:
        """A slab for each line; the footnotes that it calls are set under `parent`."""
        return [
            Slab(
                height=line.style.leading,
                draw=line_drawer(line, frame.left),
                notes=tuple(self._note(call, parent) for call in line.calls) if parent else (),
            )
            for line in lines
        ]

    def words(
        self,
        inlines: Sequence[Inline],
        style: TextStyle,
        node: Node,
        frame: Frame,
        lang: str = "",
        parent: Node | None = None,
    ) -> list[Slab]:
        """Inlines as the lines of one paragraph."""
        spoken = lang or self.lang
        lines = set_lines(
            self.atoms(inlines, style, node, lang), style, frame.width, fill=spoken == "zh"
        )
        return with_orphans(self.line_slabs(lines, frame, parent or node))

    def _note(self, call: FootnoteCall, parent: Node) -> FootnoteBody:
        """A footnote: its number and its words, in the structure behind what called it."""
        name = self.setter.note_name(call.number)
        node = parent.add(Node("Note", lang=call.lang, uid=name))
        style = self.sheet.footnote
        column = Frame(self.sheet.indent, self.sheet.frame_width - self.sheet.indent)
        frame = column.inset(16 * self.sheet.scale)
        label = self.text(str(call.number), style, node.add(Node("Lbl")), 30)
        body = node.add(Node("P"))
        lines = set_lines(self.atoms(call.note, style, body, call.lang), style, frame.width)
        slabs = self.line_slabs(lines, frame)
        slabs[0] = replace(beside(slabs[0], line_drawer(label[0], column.left)), names=(name,))
        return FootnoteBody(name, tuple(slabs))

    # Blocks of words

    def _heading(self, block: Heading, node: Node, frame: Frame) -> tuple[list[Slab], float, float]:
        style = self.sheet.heading(block.level)
        own = node.add(Node(f"H{block.level}", lang=self.other(block.lang)))
        inlines = block.inlines
        title = plain_text(inlines)
        left = Frame(0.0, self.sheet.frame_width) if block.level <= 2 else frame  # noqa: PLR2004
        if block.number:
            inlines = (Text(text=f"{block.number}\u2003"), *inlines)
        slabs = self.words(inlines, style, own, left, block.lang, node)
        name = block.uid or f"{self.setter.part}-h{len(self.outline)}"
        slabs[0] = replace(slabs[0], names=(*slabs[0].names, name))
        if block.level == 1:
            slabs = self._underlined(slabs)
        else:
            self.outline.append(OutlineEntry(block.level, title, name))
        slabs = [replace(slab, keep=True) for slab in slabs]
        slabs += self._comments(block.comments, node, frame)
        scale = self.sheet.scale
        before, after = {1: (0.0, 12.0), 2: (20.0, 5.0)}.get(block.level, (13.0, 3.0))
        return slabs, before * scale, after * scale

    def _underlined(self, slabs: list[Slab]) -> list[Slab]:
        width = self.sheet.frame_width

        def rule(page: Page, x: float, y: float, _gap: float) -> None:
            page.placed.append(Rule(x, y - 4, x + width, y - 4, 1.2, ACCENT))

        return [*slabs, Slab(height=6, draw=rule, keep=True)]

    def _paragraph(self, block: Paragraph, node: Node, frame: Frame, look: Look) -> list[Slab]:
        style = look.of(block.role)
        own = node.add(Node("P", lang=self.other(block.lang)))
        inlines = block.inlines
        label = None
        if block.number:
            label = self.text(block.number, self.sheet.label, own.add(Node("Span")), 60)[0]
            # With a child of its own, the paragraph's words need one too, to stand in order.
            own = own.add(Node("Span"))
        handling = self._handling_label(block.handling, node, frame, own)
        slabs = self.words(inlines, style, own, frame, block.lang, node)
        if label is not None and slabs:
            left = frame.left - 12 * self.sheet.scale - label.width
            slabs[0] = beside(slabs[0], line_drawer(label, max(left, 0.0)))
        if block.role is Role.LEAD and look.lead.size > look.body.size:
            slabs = [_ruled(slab, frame.left - 12, 2.2, ACCENT) for slab in slabs]
        if handling:
            slabs = [_ruled(slab, frame.left - 9, 1.4, GREY) for slab in slabs]
        slabs = [*handling, *slabs]
        if slabs and block.uid:
            slabs[0] = replace(slabs[0], names=(block.uid,))
        return slabs + self._comments(block.comments, node, frame)

    def _handling_label(self, words: str, node: Node, frame: Frame, before: Node) -> list[Slab]:
        if not words:
            return []
        own = Node("P")
        node.children.insert(_place_of(node, before), own)
        lines = self.text(words.upper(), self.sheet.label, own, frame.width)
        return [replace(slab, keep=True) for slab in self.line_slabs(lines, frame)]

    def _quote(self, block: Quote, node: Node, frame: Frame, look: Look) -> list[Slab]:
        own = node.add(Node("BlockQuote", lang=self.other(block.lang)))
        inner = frame.inset(14 * self.sheet.scale)
        slabs = self.words(block.inlines, look.quote, own.add(Node("P")), inner, block.lang, own)
        slabs = [_ruled(slab, frame.left + 3, 1.6, LIGHT) for slab in slabs]
        if slabs and block.uid:
            slabs[0] = replace(slabs[0], names=(block.uid,))
        return slabs + self._comments(block.comments, node, inner)

    def _list(self, block: List, node: Node, frame: Frame, look: Look) -> list[Slab]:
        own = node.add(Node("L", lang=self.other(block.lang)))
        column = Column()
        for item in block.items:
            slabs = self._item(item, own, frame, look, block.lang)
            column.add(slabs, look.gap * 0.55, look.gap * 0.55)
        return column.slabs

    def _item(self, item: ListItem, node: Node, frame: Frame, look: Look, lang: str) -> list[Slab]:
        own = node.add(Node("LI"))
        label = self.text(item.label, look.body, own.add(Node("Lbl")), frame.width)
        body = own.add(Node("LBody"))
        indent = max(15 * self.sheet.scale, label[0].width + 6 if label else 0.0)
        inner = frame.inset(indent)
        slabs = self.words(item.inlines, look.body, body.add(Node("P")), inner, lang, body)
        if slabs and label:
            slabs[0] = beside(slabs[0], line_drawer(label[0], frame.left))
        if slabs and item.uid:
            slabs[0] = replace(slabs[0], names=(item.uid,))
        column = Column()
        column.add(slabs, 0.0, look.gap * 0.55)
        if item.blocks:
            column.add(self.column(item.blocks, body, inner, look), look.gap * 0.55, 0.0)
        return column.slabs

    def _panel(self, block: Panel, node: Node, frame: Frame, look: Look) -> list[Slab]:
        own = node.add(Node("Div", lang=self.other(block.lang)))
        inner = frame.inset(12, 10)
        title = self.text(block.title.upper(), self.sheet.label, own.add(Node("P")), inner.width)
        column = Column()
        column.add([Slab(height=5, draw=nothing, keep=True)], 0.0, 0.0)
        column.add(kept_together(self.line_slabs(title, inner)), 0.0, 2.0)
        column.slabs[-1] = replace(column.slabs[-1], keep=True)
        column.add(self.column(block.blocks, own, inner, look), 2.0, 0.0)
        if column.slabs:
            column.slabs[-1] = replace(column.slabs[-1], keep=True)
        column.add([Slab(height=8, draw=nothing)], 0.0, 0.0)
        return _washed(column.slabs, frame)

    def _comments(self, comments: Sequence[Comment], node: Node, frame: Frame) -> list[Slab]:
        found: list[Slab] = []
        for comment in comments:
            own = node.add(Node("P"))
            who = " · ".join(w for w in (comment.kind, comment.author, comment.written[:10]) if w)
            inlines = (Text(text=f"{who}: ", bold=True), Text(text=comment.text))
            slabs = self.words(inlines, self.sheet.small, own, frame.inset(14, 8))
            found += _washed(slabs, frame.inset(4))
        return found

    def other(self, lang: str) -> str:
        """The language where it differs from the part's, else ""."""
        return lang if lang != self.lang else ""


def plain_text(inlines: Sequence[Inline]) -> str:
    """The words of some inlines, footnotes left out."""
    words: list[str] = []
    for inline in inlines:
        match inline:
            case Text():
                words.append(inline.text)
            case Link():
                words.extend(text.text for text in inline.words)
            case FootnoteCall():
                pass
            case _:
                assert_never(inline)
    return "".join(words)


def line_drawer(line: SetLine, left: float) -> Draw:
    """Draws a line at a place of the frame."""

    def draw(page: Page, x: float, y: float, _gap: float) -> None:
        draw_line(page, line, x + left, y - BASELINE * line.style.leading)

    return draw


def _ruled(slab: Slab, left: float, width: float, colour: Colour) -> Slab:
    """The slab with a rule along its side; over several slabs the rules run together."""

    def draw(page: Page, x: float, y: float, _gap: float) -> None:
        page.placed.append(Rule(x + left, y, x + left, y - slab.height, width, colour))

    return beside(slab, draw)


def _washed(slabs: Sequence[Slab], frame: Frame) -> list[Slab]:
    """Slabs on one light ground that also fills the gaps between them."""
    return [_on_wash(slab, frame, first=place == 0) for place, slab in enumerate(slabs)]


def _on_wash(slab: Slab, frame: Frame, *, first: bool) -> Slab:
    def draw(page: Page, x: float, y: float, gap: float) -> None:
        left, foot = x + frame.left, y - slab.height
        top = y if first else y + gap
        page.placed.append(Area(left, foot, frame.width, top - foot, fill=WASH))
        page.placed.append(Rule(left + 1, top, left + 1, foot, 2, LIGHT))

    return beside(slab, draw)


def _leads_in(block: Block, following: Block | None) -> bool:
    """Whether a block must not end a page: it announces what follows."""
    if following is None or not isinstance(block, Paragraph):
        return False
    announces = plain_text(block.inlines).rstrip().endswith((":", "："))
    return announces and isinstance(following, List | Table | Quote)


def _place_of(node: Node, child: Node) -> int:
    return node.children.index(child) if child in node.children else len(node.children)
