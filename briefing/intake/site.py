"""What a web site or a news desk puts around a text, known by its words."""

from __future__ import annotations

from briefing.intake.judged import Judged
from briefing.intake.lexicon import pattern, patterns

COMMENTS = "comment-form"
_SHORT = 45
"""Words of the longest line of furniture."""


def mark_furniture(judged: list[Judged]) -> None:
    """Give a reason to each block that is a site's and not the instrument's."""
    for one in judged:
        if one.kept and one.size <= _SHORT:
            one.reason = _reason(one)
    _mark_comments(judged)
    _mark_tail(judged)


def _reason(one: Judged) -> str:
    for name, words in patterns("furniture"):
        if words.search(one.text):
            return name
    return ""


def _mark_comments(judged: list[Judged]) -> None:
    """After the form for comments come comments, unless most of the text comes there."""
    first = next((at for at, one in enumerate(judged) if one.reason == COMMENTS), None)
    if first is None:
        return
    sizes = [one.size for one in judged]
    if sum(sizes[first:]) > sum(sizes[:first]):
        return
    for one in judged[first:]:
        one.reason = one.reason or COMMENTS


def _mark_tail(judged: list[Judged]) -> None:
    """Between the last of the text and the end, what stands among furniture is furniture."""
    last = max((at for at, one in enumerate(judged) if one.kept and one.is_body), default=-1)
    tail = judged[last + 1 :]
    start = next((at for at, one in enumerate(tail) if one.reason in _ENDS), len(tail))
    for one in tail[start:]:
        if one.kept and not one.block.mark and not pattern("signature").search(one.text):
            one.reason = "menu"


_ENDS = frozenset({"menu", "share", "link-list", "advertisement", "copyright", COMMENTS})
