"""Which blocks are list items, and how deep they stand in their list."""

from __future__ import annotations

from collections import defaultdict
from statistics import mean

from briefing.intake.endings import LEAD_IN
from briefing.intake.judged import Judged
from briefing.intake.marks import BULLET, style_of
from briefing.things import PassageKind

_PARAGRAPHS = frozenset({"1.", "1.1", "I.", "I-", "一、", "1-"})
_LONG = 35
"""Words; what is numbered and longer on average are paragraphs."""


def mark_items(kept: list[Judged]) -> None:
    """Make items of the marked blocks that are no headings and no numbered paragraphs."""
    long = _long_styles(kept)
    stack: list[tuple[str, float]] = []
    above: Judged | None = None
    for one in kept:
        mark = one.block.mark
        led = above is not None and LEAD_IN.search(above.text) is not None
        if one.kind is PassageKind.HEADING or not mark or (style_of(mark) in long and not led):
            stack, above = [], one
            continue
        one.kind = PassageKind.ITEM
        stack = _stack(stack, _key(mark), one.block.first.indent)
        depth = one.block.first.depth
        one.level = depth if depth >= 0 else len(stack) - 1


def _long_styles(kept: list[Judged]) -> set[str]:
    """The styles of marks that number paragraphs: what they stand before is long."""
    sizes: dict[str, list[int]] = defaultdict(list)
    for one in kept:
        if one.block.mark and one.kind is not PassageKind.HEADING:
            sizes[style_of(one.block.mark)].append(one.size)
    return {style for style in _PARAGRAPHS & sizes.keys() if mean(sizes[style]) > _LONG}


def _key(mark: str) -> str:
    style = style_of(mark)
    return mark if style == BULLET else style


def _stack(stack: list[tuple[str, float]], style: str, indent: float) -> list[tuple[str, float]]:
    """The open lists, outermost first, once an item of that look has come."""
    for at, (other, place) in enumerate(stack):
        if other == style and indent <= place + 1.5:
            return [*stack[:at], (style, indent)]
    return [*(entry for entry in stack if entry[1] <= indent), (style, indent)]
