"""Passages that look as if some of their words were lost."""

# ruff: noqa: PLR2004 - thresholds are read best where they are used

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.intake.endings import CLOSED, LEAD_IN
from briefing.intake.judged import Judged
from briefing.intake.lexicon import words
from briefing.things import Cut, PassageKind

_LIST_END = re.compile(r"[,;，；、](?:\s+\w{1,3})?$")
_CLOSING_FIRST = re.compile(r"[，。、；：！？」』》）,;!?%]|\)|\.(?!\d)")
_MOST = 0.6


def cuts(kept: Sequence[Judged]) -> list[Cut]:
    """Where each passage looks cut off; judged by how its neighbours begin and end."""
    texts = [one for one in kept if one.kind is not PassageKind.HEADING]
    closes = _share(_is_closed(one) for one in texts) >= _MOST
    found = []
    for at, one in enumerate(kept):
        start = one.kind is not PassageKind.HEADING and _starts_inside(kept, at)
        end = one.kind is not PassageKind.HEADING and _ends_inside(kept, at, closes=closes)
        found.append(_cut(start=start, end=end))
    return found


def _cut(*, start: bool, end: bool) -> Cut:
    if start:
        return Cut.BOTH if end else Cut.START
    return Cut.END if end else Cut.NO


def _ends_inside(kept: Sequence[Judged], at: int, *, closes: bool) -> bool:
    one = kept[at]
    if _is_closed(one):
        return False
    peers = _peers(kept, at)
    if len(peers) > 1 and _LIST_END.search(one.text):
        return _share(bool(_LIST_END.search(peer.text)) for peer in peers) < 0.5
    if len(peers) > 2:
        return _share(_is_closed(peer) for peer in peers) >= _MOST
    return closes or _ends_with_small_word(one.text)


def _is_closed(one: Judged) -> bool:
    return CLOSED.search(one.text) is not None


def _ends_with_small_word(text: str) -> bool:
    return text.rpartition(" ")[2].lower() in words("never_last")


def _starts_inside(kept: Sequence[Judged], at: int) -> bool:
    text = kept[at].text
    if _CLOSING_FIRST.match(text):
        return True
    if not text[0].islower() or (text[1:2] and not text[1].islower() and text[1] != " "):
        return False
    if at and (LEAD_IN.search(kept[at - 1].text) or _LIST_END.search(kept[at - 1].text)):
        return False
    peers = _peers(kept, at)
    return _share(peer.text[0].islower() for peer in peers) < 0.5


def _peers(kept: Sequence[Judged], at: int) -> list[Judged]:
    """The other items of its list, or the other paragraphs."""
    one = kept[at]
    if one.kind is not PassageKind.ITEM:
        return []
    return [*_run(kept, at, -1), *_run(kept, at, 1)]


def _run(kept: Sequence[Judged], at: int, step: int) -> Iterator[Judged]:
    one = kept[at]
    at += step
    while 0 <= at < len(kept) and kept[at].kind is PassageKind.ITEM:
        if kept[at].level == one.level:
            yield kept[at]
        at += step


def _share(found: Iterator[bool] | list[bool]) -> float:
    answers = list(found)
    return sum(answers) / len(answers) if answers else 0.0
