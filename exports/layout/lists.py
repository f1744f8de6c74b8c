"""Lists: labels hang, deeper blocks stand under their item's words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from exports.layout.looks import Look
from exports.layout.pages import Node
from exports.layout.slabs import Column, Frame, Slab, hang
from exports.tree import List, ListItem

if TYPE_CHECKING:
    from exports.layout.blocks import BlockSetter

_CLOSE = 0.55
"""Items stand closer than paragraphs."""
_LABEL = 15.0


def list_slabs(
    setter: BlockSetter, block: List, node: Node, frame: Frame, look: Look
) -> list[Slab]:
    """The items, their labels in one column as wide as the widest of them."""
    own = node.add(Node("L", lang=setter.other(block.lang)))
    indent = _LABEL * setter.sheet.scale
    items: list[tuple[ListItem, Node]] = [(item, own.add(Node("LI"))) for item in block.items]
    labels = [
        setter.text(item.label, look.body, li.add(Node("Lbl")), frame.width) for item, li in items
    ]
    indent = max([indent, *(label[0].width + 6 for label in labels if label)])
    inner = frame.inset(min(indent, frame.width / 2))
    column = Column()
    for (item, li), label in zip(items, labels, strict=True):
        slabs = _item(setter, item, li, inner, look, block.lang)
        if slabs and label:
            slabs[0].lines.insert(0, hang(label[0], frame.left))
        column.add(slabs, look.gap * _CLOSE, look.gap * _CLOSE)
    return column.slabs


def _item(
    setter: BlockSetter, item: ListItem, node: Node, frame: Frame, look: Look, lang: str
) -> list[Slab]:
    body = node.add(Node("LBody"))
    words = body.add(Node("P"))
    lines = setter.lines(item.inlines, look.body, words, frame.width, lang)
    slabs = setter.slabs(lines, frame, body) or [Slab(look.body.leading)]
    if item.uid:
        slabs[0].names.append(item.uid)
    column = Column()
    column.add(slabs, 0.0, look.gap * _CLOSE)
    if item.blocks:
        # What an item announces does not leave it.
        slabs[-1].keep = True
        deeper = setter.column(item.blocks, body, frame, replace(look, outer=False))
        column.add(deeper, look.gap * _CLOSE, 0.0)
    return column.slabs
