"""Blocks become slabs: what stands in a column, from top to bottom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import assert_never

from exports.layout.adjoining import stays_with
from exports.layout.atoms import Atom, Setter
from exports.layout.boxes import panel_slabs
from exports.layout.charts import chart_slabs
from exports.layout.contents import contents_slabs
from exports.layout.cover import cover_slabs
from exports.layout.lines import SetLine, balanced, set_lines
from exports.layout.lists import list_slabs
from exports.layout.looks import Look
from exports.layout.pages import Node, OutlineEntry
from exports.layout.prose import heading_slabs, paragraph_slabs, quote_slabs
from exports.layout.slabs import Column, FootnoteBody, Frame, Slab, hang, keep_pairs, line_slab
from exports.layout.styles import StyleSheet, TextStyle
from exports.layout.tables import table_slabs
from exports.tree import (
    Block,
    Chart,
    Contents,
    Cover,
    FootnoteCall,
    Heading,
    Inline,
    List,
    Panel,
    Paragraph,
    Quote,
    Table,
    Text,
)

_NOTE_INDENT = 17.0


@dataclass
class BlockSetter:
    """Sets the blocks of one part."""

    setter: Setter
    sheet: StyleSheet
    lang: str
    starts: dict[str, int]
    """The page that each part begins on, for the contents."""
    continued: str = "…"
    """Said where a table or a footnote runs on."""
    outline: list[OutlineEntry] = field(default_factory=list)

    # The closed union

    def column(self, blocks: Sequence[Block], node: Node, frame: Frame, look: Look) -> list[Slab]:
        """The blocks as slabs, with the gaps between them."""
        column = Column()
        for place, block in enumerate(blocks):
            slabs, before, after = self._block(block, node, frame, look)
            following = blocks[place + 1] if place + 1 < len(blocks) else None
            if slabs and stays_with(block, following):
                slabs[-1].keep = True
            column.add(slabs, before, after)
        return column.slabs

    def _block(  # noqa: C901, PLR0911 - a case for each block
        self, block: Block, node: Node, frame: Frame, look: Look
    ) -> tuple[list[Slab], float, float]:
        gap = look.gap
        match block:
            case Heading():
                return heading_slabs(self, block, node, frame, look)
            case Paragraph():
                return paragraph_slabs(self, block, node, frame, look), gap, gap
            case Quote():
                return quote_slabs(self, block, node, frame, look), gap + 1, gap + 2
            case List():
                return list_slabs(self, block, node, frame, look), gap, gap
            case Table():
                return table_slabs(self, block, node, frame), 2 * gap, 2.2 * gap
            case Panel():
                return panel_slabs(self, block, node, frame, look), 1.5 * gap, 1.8 * gap
            case Chart():
                return chart_slabs(self, block, node, frame), 2 * gap, 2 * gap
            case Contents():
                return contents_slabs(self, block, node), 2 * gap, gap
            case Cover():
                return cover_slabs(self, block, node), 0.0, 0.0
            case _:
                assert_never(block)

    # Words

    def atoms(
        self, inlines: Sequence[Inline], style: TextStyle, node: Node, lang: str = ""
    ) -> list[Atom]:
        """The atoms of inlines in a language, the part's own unless said."""
        return self.setter.atoms(inlines, style, node, lang or self.lang)

    def lines(
        self,
        inlines: Sequence[Inline],
        style: TextStyle,
        node: Node,
        width: float,
        lang: str = "",
    ) -> list[SetLine]:
        """Inlines as lines; those of Chinese fill their measure."""
        atoms = self.atoms(inlines, style, node, lang)
        fill = (lang or self.lang) == "zh" and 2 * sum(atom.han for atom in atoms) > len(atoms)
        return set_lines(atoms, style, width, self.setter.shaper, fill=fill)

    def text(
        self, text: str, style: TextStyle, node: Node, width: float, lang: str = ""
    ) -> list[SetLine]:
        """Plain words as lines."""
        return self.set(self.atoms((Text(text=text),), style, node, lang), style, width)

    def set(self, atoms: Sequence[Atom], style: TextStyle, width: float) -> list[SetLine]:
        """Atoms as lines."""
        return set_lines(atoms, style, width, self.setter.shaper)

    def title(
        self, inlines: Sequence[Inline], style: TextStyle, node: Node, width: float, lang: str = ""
    ) -> list[SetLine]:
        """Inlines as lines of about one length."""
        return balanced(self.atoms(inlines, style, node, lang), style, width, self.setter.shaper)

    def slabs(self, lines: Sequence[SetLine], frame: Frame, parent: Node) -> list[Slab]:
        """The lines of one paragraph; the footnotes that they call are set under `parent`."""
        slabs = [line_slab(line, frame.left) for line in lines]
        for line, slab in zip(lines, slabs, strict=True):
            slab.notes = [self._note(call, parent) for call in line.calls]
        keep_pairs(slabs)
        return slabs

    def _note(self, call: FootnoteCall, parent: Node) -> FootnoteBody:
        """A footnote: its number and its words, in the structure behind what called it."""
        name = self.setter.note_name(call.number)
        node = parent.add(Node("Note", lang=self.other(call.lang), uid=name))
        style = self.sheet.footnote
        frame = Frame(self.sheet.indent, self.sheet.frame_width - self.sheet.indent)
        (label,) = self.text(str(call.number), style, node.add(Node("Lbl")), frame.width)
        inner = frame.inset(max(_NOTE_INDENT * self.sheet.scale, label.width + 5))
        lines = self.lines(call.note, style, node.add(Node("P")), inner.width, call.lang)
        slabs = [line_slab(line, inner.left) for line in lines] or [Slab(style.leading)]
        slabs[0].lines.insert(0, hang(label, frame.left))
        slabs[0].names.append(name)
        return FootnoteBody(name, slabs)

    def other(self, lang: str) -> str:
        """The language where it differs from the part's, else ""."""
        return lang if lang != self.lang else ""
