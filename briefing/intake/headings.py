"""Which blocks are headings, and how deep they stand."""

# ruff: noqa: PLR2004 - thresholds are read best where they are used

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from statistics import median

from briefing.intake.endings import CLOSED, LEAD_IN, SENTENCE
from briefing.intake.judged import Judged
from briefing.intake.lexicon import words
from briefing.intake.marks import BULLET, style_of
from briefing.text import HAN
from briefing.things import PassageKind

_LATIN_WORD = re.compile(r"[A-Za-z\u00c0-\u024f][\w’'-]*")
_HAN = re.compile(f"[{HAN}]")
_STOP = re.compile(f"[,，、;；]$|[{HAN}][,，]")
_FULL_LINE = 0.8
LONGEST = 16
"""Words of a heading that nothing but its shape gives away."""
_LONGEST_DECLARED = 40
_SECTION_STYLES = frozenset({"1.", "1.1", "I.", "I-", "A.", "一、", "(一)", "1-"})


@dataclass(frozen=True, slots=True)
class _Peers:
    """What the blocks with one style of mark have in common."""

    count: int
    closed: float
    size: float


@dataclass(frozen=True, slots=True)
class _Page:
    """What one has to know of a document to tell its headings."""

    body: float
    """The size of its type; 0 where unknown."""
    plain: bool
    """Whether nothing sets headings apart but their shape."""
    peers: dict[str, _Peers]


def mark_headings(kept: list[Judged]) -> None:
    """Make headings of the blocks that are, with their levels."""
    declared = any(one.block.first.level for one in kept)
    body = _body_size(kept)
    strong = any(_stands_out(one, body) for one in kept)
    page = _Page(body, not (declared or strong), _peers(kept))
    found = [one for at, one in enumerate(kept) if _is_heading(kept, at, page)]
    for one in found:
        one.kind = PassageKind.HEADING
    _rank(found, body)


def looks_like_heading(one: Judged, longest: int = LONGEST) -> bool:
    """Whether a block is short, begins as a heading does and is not closed as a sentence is."""
    text = one.text
    if one.size > longest or CLOSED.search(text) or _STOP.search(text):
        return False
    first = next((char for char in text if char.isalnum()), "")
    return bool(first) and not first.islower() and not text.isdigit()


def _is_heading(kept: list[Judged], at: int, page: _Page) -> bool:
    one = kept[at]
    first = one.block.first
    if at + 1 == len(kept):
        return False
    if first.level or first.run_in:
        return one.size <= _LONGEST_DECLARED
    if _stands_out(one, page.body):
        return _may_close(one) and not _is_emphasis(kept, at)
    if one.block.mark:
        return _is_marked_heading(kept, at, page.peers)
    return (page.plain or _is_title_case(one.text)) and _is_plain_heading(kept, at)


def _peers(kept: list[Judged]) -> dict[str, _Peers]:
    found: dict[str, list[Judged]] = defaultdict(list)
    for one in kept:
        if one.block.mark:
            found[style_of(one.block.mark)].append(one)
    return {
        style: _Peers(
            len(alike),
            sum(bool(CLOSED.search(one.text)) for one in alike) / len(alike),
            median(one.size for one in alike),
        )
        for style, alike in found.items()
    }


def _is_plain_heading(kept: list[Judged], at: int) -> bool:
    one = kept[at]
    first = one.block.first
    fills_line = bool(first.measure) and first.reach > _FULL_LINE
    return one.block.count <= 2 and not fills_line and looks_like_heading(one) and _leads(kept, at)


def _may_close(one: Judged) -> bool:
    return not SENTENCE.search(one.text) or one.size <= 6


def _is_emphasis(kept: list[Judged], at: int) -> bool:
    """Whether the bold line stands among others, as in a list of bold items."""
    around = kept[max(0, at - 2) : at] + kept[at + 1 : at + 3]
    return sum(one.block.first.bold for one in around) >= 3


def _stands_out(one: Judged, body: float) -> bool:
    first = one.block.first
    larger = bool(body) and first.size > body * 1.12
    return (first.bold or larger or _is_caps(one.text)) and one.size <= 2 * LONGEST


def _is_caps(text: str) -> bool:
    letters = [char for char in text if char.isalpha() and not _HAN.match(char)]
    return len(letters) > 8 and " " in text and all(char.isupper() for char in letters)


def _is_title_case(text: str) -> bool:
    """Whether every word but the small ones begins with a capital letter."""
    found = [word for word in _LATIN_WORD.findall(text) if word.lower() not in words("small")]
    capital = sum(word[0].isupper() for word in found)
    return len(found) >= 2 and capital >= 0.8 * len(found)


def _leads(kept: list[Judged], at: int) -> bool:
    """Whether a block stands over text, and after text that has ended."""
    following = kept[at + 1]
    text = following.is_body or CLOSED.search(following.text)
    over = text or following.block.mark or looks_like_heading(following)
    above = kept[at - 1] if at else None
    ended = above is None or bool(CLOSED.search(above.text)) or above.size > 3
    return bool(over) and ended and not (above and LEAD_IN.search(above.text))


def _is_marked_heading(kept: list[Judged], at: int, peers: dict[str, _Peers]) -> bool:
    """Whether a short marked line is the title of what follows and no item among items."""
    one = kept[at]
    if not looks_like_heading(one, LONGEST - 4):
        return False
    style = style_of(one.block.mark)
    if style in _SECTION_STYLES:
        following = kept[at + 1]
        in_list = following.block.mark and style_of(following.block.mark) == style
        return not in_list and (following.is_body or bool(following.block.mark))
    alike = peers[style]
    if style != BULLET or not _is_title_case(one.text) or alike.count <= 2:
        return False
    return alike.closed > 0.6 and alike.size > 2 * one.size


def _body_size(kept: list[Judged]) -> float:
    """The size of type that most of the text is set in."""
    letters: dict[float, int] = {}
    for one in kept:
        size = one.block.first.size
        letters[size] = letters.get(size, 0) + len(one.text)
    return max(letters, key=lambda size: letters[size], default=0.0)


def _rank(found: list[Judged], body: float) -> None:
    """Levels from 1: declared ones in their order, the others under them as they first appear."""
    declared = sorted({one.block.first.level for one in found if one.block.first.level})
    looks: dict[tuple[object, ...], int] = {}
    sizes = sorted({_type_size(one, body) for one in found}, reverse=True)
    for one in sorted(found, key=lambda one: sizes.index(_type_size(one, body))):
        if not one.block.first.level:
            looks.setdefault(_look(one, body), len(looks))
    for one in found:
        level = one.block.first.level
        one.level = (
            declared.index(level) + 1 if level else len(declared) + looks[_look(one, body)] + 1
        )


def _type_size(one: Judged, body: float) -> int:
    return round(one.block.first.size - body) if body else 0


def _look(one: Judged, body: float) -> tuple[object, ...]:
    style = style_of(one.block.mark) if one.block.mark else ""
    style = "" if style == BULLET else style
    return _type_size(one, body), _is_caps(one.text), one.block.first.bold, style
