"""Passages that look as if some of their words were lost."""

# ruff: noqa: PLR2004 - thresholds are read best where they are used

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

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
    closes = _share([_is_closed(one) for one in texts]) >= _MOST
    lists = _lists(kept)
    found = []
    for at, one in enumerate(kept):
        text = one.kind is not PassageKind.HEADING
        peers = lists.get(at, _NO_LIST).without(one)
        start = text and _starts_inside(one, kept[at - 1] if at else None, peers)
        end = text and _ends_inside(one, peers, closes=closes)
        found.append(_cut(start=start, end=end))
    return found


def _cut(*, start: bool, end: bool) -> Cut:
    if start:
        return Cut.BOTH if end else Cut.START
    return Cut.END if end else Cut.NO


@dataclass(slots=True)
class _List:
    """How the items of one level of one list begin and end."""

    count: int = 0
    closed: int = 0
    listed: int = 0
    """End with a comma or a semicolon, and perhaps "and"."""
    lower: int = 0

    def add(self, one: Judged, times: int = 1) -> None:
        """Count an item in."""
        self.count += times
        self.closed += times * _is_closed(one)
        self.listed += times * _is_listed(one)
        self.lower += times * one.text[0].islower()

    def without(self, one: Judged) -> _List:
        """The list as the neighbours of one of its items."""
        others = replace(self)
        if self.count:
            others.add(one, -1)
        return others


_NO_LIST = _List()


def _lists(kept: Sequence[Judged]) -> dict[int, _List]:
    """The list of each item, by its place; a list ends where something else stands."""
    found: dict[int, _List] = {}
    open_lists: dict[int, _List] = {}
    for at, one in enumerate(kept):
        if one.kind is not PassageKind.ITEM:
            open_lists = {}
            continue
        found[at] = open_lists.setdefault(one.level, _List())
        found[at].add(one)
    return found


def _ends_inside(one: Judged, peers: _List, *, closes: bool) -> bool:
    if _is_closed(one):
        return False
    if peers.count > 1 and _is_listed(one):
        return peers.listed < 0.5 * peers.count
    if peers.count > 2:
        return peers.closed >= _MOST * peers.count
    return closes or _ends_with_small_word(one.text)


def _is_closed(one: Judged) -> bool:
    return CLOSED.search(one.text) is not None


def _is_listed(one: Judged) -> bool:
    return _LIST_END.search(one.text) is not None


def _ends_with_small_word(text: str) -> bool:
    return text.rpartition(" ")[2].lower() in words("never_last")


def _starts_inside(one: Judged, above: Judged | None, peers: _List) -> bool:
    text = one.text
    if _CLOSING_FIRST.match(text):
        return True
    if not text[0].islower() or (text[1:2] and not text[1].islower() and text[1] != " "):
        return False
    if above and (LEAD_IN.search(above.text) or _is_listed(above)):
        return False
    return peers.lower < 0.5 * peers.count or not peers.count


def _share(answers: Sequence[bool]) -> float:
    return sum(answers) / len(answers) if answers else 0.0
