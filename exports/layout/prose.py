"""Headings, paragraphs and quotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.layout.boxes import comment_slabs
from exports.layout.looks import Look
from exports.layout.pages import Node, OutlineEntry, Page, Rule
from exports.layout.slabs import Frame, Ground, Slab, hang, keep_all, lay_behind, line_slab
from exports.layout.styles import ACCENT, GREY, LIGHT
from exports.layout.words import plain_text
from exports.tree import Heading, Paragraph, Quote, Role, Text

if TYPE_CHECKING:
    from exports.layout.blocks import BlockSetter

_SECTION = 2
"""Headings down to this level stand at the frame's edge, left of the words below them."""
_GAPS = {1: (0.0, 14.0), 2: (20.0, 5.0)}
_SMALLER_GAPS = (13.0, 3.0)
_EM_SPACE = "\u2003"


def heading_slabs(
    setter: BlockSetter, block: Heading, node: Node, frame: Frame, look: Look
) -> tuple[list[Slab], float, float]:
    """A heading, kept to what follows, with the gaps before and after."""
    style = setter.sheet.heading(block.level)
    own = node.add(Node(f"H{min(block.level, 6)}", lang=setter.other(block.lang)))
    outer = look.outer and block.level <= _SECTION
    frame = Frame(0.0, setter.sheet.frame_width) if outer else frame
    inlines = block.inlines
    if block.number:
        inlines = (Text(text=f"{block.number}{_EM_SPACE}"), *inlines)
    lines = setter.title(inlines, style, own, frame.width, block.lang)
    slabs = setter.slabs(lines, frame, node) or [Slab(style.leading)]
    name = block.uid or f"{setter.setter.part}-h{len(setter.outline)}-{block.level}"
    slabs[0].names.append(name)
    if block.level == 1:
        slabs.append(_underline(frame))
    else:
        setter.outline.append(OutlineEntry(block.level, plain_text(block.inlines), name))
    slabs += comment_slabs(setter, block.comments, node, frame)
    keep_all(slabs)
    scale = setter.sheet.scale
    before, after = _GAPS.get(block.level, _SMALLER_GAPS)
    return slabs, before * scale, after * scale


def _underline(frame: Frame) -> Slab:
    def rule(page: Page, x: float, y: float) -> None:
        left = x + frame.left
        page.placed.append(Rule(left, y - 4, left + frame.width, y - 4, 1.2, ACCENT))

    return Slab(6.0, drawing=rule)


def paragraph_slabs(
    setter: BlockSetter, block: Paragraph, node: Node, frame: Frame, look: Look
) -> list[Slab]:
    """A paragraph with its number, its handling label and its comments."""
    # In a cell there is no margin to hang anything in.
    inner = frame.inset(8.0) if block.handling and not look.outer else frame
    handling = _handling_label(setter, block, node, inner)
    own = node.add(Node("P", lang=setter.other(block.lang)))
    slabs = (
        _numbered(setter, block, node, own, inner, look)
        if block.number
        else _words(setter, block, node, own, inner, look)
    )
    if block.role is Role.LEAD and look.outer:
        lay_behind(_side_rule(inner.left - 13, 2.4, setter), slabs)
    slabs = [*handling, *slabs]
    if handling:
        left = frame.left - 10 if look.outer else frame.left
        lay_behind(Ground(Frame(left, 0.0), rule=1.6, colour=GREY), slabs)
    if slabs and block.uid:
        slabs[0].names.append(block.uid)
    return slabs + comment_slabs(setter, block.comments, node, frame)


def _side_rule(left: float, width: float, setter: BlockSetter) -> Ground:
    return Ground(Frame(left, 0.0), rule=width * setter.sheet.scale, colour=ACCENT)


def _words(
    setter: BlockSetter, block: Paragraph, parent: Node, node: Node, frame: Frame, look: Look
) -> list[Slab]:
    lines = setter.lines(block.inlines, look.of(block.role), node, frame.width, block.lang)
    return setter.slabs(lines, frame, parent)


def _numbered(
    setter: BlockSetter, block: Paragraph, parent: Node, node: Node, frame: Frame, look: Look
) -> list[Slab]:
    """A paragraph with its number in the margin, or before it where there is none."""
    style = setter.sheet.number if look.outer else look.of(block.role)
    number = node.add(Node("Span"))
    label = setter.text(block.number, style, number, setter.sheet.frame_width)[0]
    room = label.width + 10 * setter.sheet.scale
    if frame.left < room or not look.outer:
        frame = frame.inset(room)
    # With a child of its own, the paragraph's words need one too, to stand in order.
    slabs = _words(setter, block, parent, node.add(Node("Span")), frame, look)
    if slabs:
        drop = slabs[0].lines[0].drop
        slabs[0].lines.insert(0, hang(label, frame.left - room)._replace(drop=drop))
    return slabs


def _handling_label(setter: BlockSetter, block: Paragraph, node: Node, frame: Frame) -> list[Slab]:
    if not block.handling:
        return []
    own = node.add(Node("P"))
    lines = setter.text(block.handling, setter.sheet.label, own, frame.width)
    slabs = [line_slab(line, frame.left) for line in lines]
    keep_all(slabs)
    return slabs


def quote_slabs(
    setter: BlockSetter, block: Quote, node: Node, frame: Frame, look: Look
) -> list[Slab]:
    """A quotation, set in behind a rule."""
    own = node.add(Node("BlockQuote", lang=setter.other(block.lang)))
    inner = frame.inset(14 * setter.sheet.scale)
    words = own.add(Node("P"))
    lines = setter.lines(block.inlines, look.quote, words, inner.width, block.lang)
    slabs = setter.slabs(lines, inner, own)
    lay_behind(Ground(Frame(frame.left + 2, 0.0), rule=1.6, colour=LIGHT), slabs)
    if slabs and block.uid:
        slabs[0].names.append(block.uid)
    return slabs + comment_slabs(setter, block.comments, node, inner)
