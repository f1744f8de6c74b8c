"""Panels, and the comments of those who work on the book."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from exports.layout.looks import Look
from exports.layout.pages import Node
from exports.layout.slabs import (
    Column,
    Frame,
    Ground,
    Slab,
    blank,
    keep_all,
    lay_behind,
    line_slab,
)
from exports.layout.styles import GREY, WASH
from exports.tree import Comment, Panel, Text

if TYPE_CHECKING:
    from exports.layout.blocks import BlockSetter

_DAY = len("2026-11-24")


def panel_slabs(
    setter: BlockSetter, block: Panel, node: Node, frame: Frame, look: Look
) -> list[Slab]:
    """Blocks on a wash under their title; a page may end between them."""
    own = node.add(Node("Div", lang=setter.other(block.lang)))
    inner = frame.inset(13, 10)
    lines = setter.text(block.title, setter.sheet.label, own.add(Node("P")), inner.width)
    title = [blank(6), *(line_slab(line, inner.left) for line in lines)]
    keep_all(title)
    column = Column()
    column.add(title, 0.0, 2.0)
    inside = replace(look, outer=False)
    column.add(setter.column(block.blocks, own, inner, inside), 2.0, 0.0)
    column.slabs[-1].keep = True
    column.add([blank(8, keep=False)], 0.0, 0.0)
    for slab in column.slabs[1:]:
        # Where a page begins with the panel, its ground begins before its words.
        slab.lead = max(slab.lead, 6.0)
    lay_behind(Ground(frame, WASH, 2.0, GREY), column.slabs)
    return column.slabs


def comment_slabs(
    setter: BlockSetter, comments: Sequence[Comment], node: Node, frame: Frame
) -> list[Slab]:
    """A small note for each comment, under what it is about."""
    column = Column()
    for comment in comments:
        own = node.add(Node("P"))
        facts = (comment.kind, comment.author, comment.written[:_DAY])
        who = " · ".join(fact for fact in facts if fact)
        inlines = (Text(text=f"{who}: ", bold=True), Text(text=comment.text))
        inner = frame.inset(20, 6)
        lines = setter.lines(inlines, setter.sheet.small, own, inner.width)
        slabs = [blank(3), *setter.slabs(lines, inner, node), blank(4, keep=False)]
        slabs[-2].keep = True
        lay_behind(Ground(frame.inset(12), WASH), slabs)
        column.add(slabs, 4.0, 4.0)
    return column.slabs
