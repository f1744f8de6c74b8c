"""Which blocks are list items, and how deep they stand in their list."""

from __future__ import annotations

from briefing.intake.endings import LEAD_IN
from briefing.intake.judged import Judged
from briefing.intake.marks import BULLET, style_of
from briefing.things import PassageKind

_PARAGRAPHS = frozenset({"1.", "1.1", "I.", "I-", "一、", "1-"})
_LONG = 35
"""Words; what is numbered and longer on average are paragraphs."""


def mark_items(kept: list[Judged]) -> None:
    """Make items of the marked blocks that are no headings and no numbered paragraphs."""
    stack: list[tuple[str, float]] = []
    for at, one in enumerate(kept):
        mark = one.block.mark
        if one.kind is PassageKind.HEADING or not mark or _is_numbered_paragraph(kept, at):
            stack = []
        else:
            one.kind = PassageKind.ITEM
            stack = _stack(stack, _key(mark), one.block.first.indent)
            depth = one.block.first.depth
            one.level = depth if depth >= 0 else len(stack) - 1


def _key(mark: str) -> str:
    style = style_of(mark)
    return mark if style == BULLET else style


def _stack(stack: list[tuple[str, float]], style: str, indent: float) -> list[tuple[str, float]]:
    """The open lists, outermost first, once an item of that look has come."""
    for at, (other, place) in enumerate(stack):
        if other == style and indent <= place + 1.5:
            return [*stack[:at], (style, indent)]
    return [*(entry for entry in stack if entry[1] <= indent), (style, indent)]


def _is_numbered_paragraph(kept: list[Judged], at: int) -> bool:
    style = style_of(kept[at].block.mark)
    if style not in _PARAGRAPHS:
        return False
    run = [one for one in kept if one.block.mark and style_of(one.block.mark) == style]
    above = next((other for other in reversed(kept[:at]) if other not in run), None)
    if above and LEAD_IN.search(above.text):
        return False
    return sum(one.size for one in run) / len(run) > _LONG
