"""What stands at the head of a text and says what it is: title, dateline, signature."""

# ruff: noqa: PLR2004 - thresholds are read best where they are used

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from briefing.intake.dates import find_date, without_dates
from briefing.intake.endings import CLOSED, LEAD_IN
from briefing.intake.headings import looks_like_heading
from briefing.intake.judged import Judged
from briefing.intake.lexicon import pattern
from briefing.text import fold

TITLE = "title"
DATELINE = "dateline"
SIGNATURE = "signature"
LETTERHEAD = "letterhead"
RELEASE = "release-line"

_SITE = re.compile(r"\s[|»·]\s|\s::\s")
_SITE_AFTER_DASH = re.compile(r"\s[-–—]\s(?=[^-–—]+$)")
_PAGE = re.compile(r"\s{2,}.*$|\s*\b(?:page|p\.)\s*\d+.*$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_SAME = 90.0
_LONGEST_HEAD = 40
"""Blocks that may stand before the first sentence."""


def bare_title(text: str) -> str:
    """A title without the name of the site that shows it."""
    return max(_SITE.split(text), key=_weight).strip()


def _weight(text: str) -> tuple[bool, int]:
    return pattern("instrument_words").search(text) is not None, len(text)


def same_title(text: str, title: str) -> bool:
    """Whether a text is the title, with or without a site's name after it."""
    if not title or not text:
        return False
    plain = fold(bare_title(text))
    other = fold(bare_title(title))
    shorter = fold(_SITE_AFTER_DASH.split(title)[0])
    return max(fuzz.ratio(plain, other), fuzz.ratio(plain, shorter)) >= _SAME


def mark_neutral(part: Sequence[Judged], title: str) -> None:
    """Give a reason to each block of one part that names the text and is none of it."""
    head = _head(part)
    for at, one in enumerate(part):
        if one.kept:
            one.reason = _neutral_anywhere(one, in_head=at < len(head))
    named = _title_of([one for one in head if one.kept], part, title)
    if named is not None:
        named.reason = TITLE
    for one in head:
        if one.kept and _is_title_again(one, named, title):
            one.reason = TITLE
    _mark_signatures(part)


def _head(part: Sequence[Judged]) -> list[Judged]:
    head: list[Judged] = []
    for one in part[:_LONGEST_HEAD]:
        if one.kept and (one.is_body or one.block.mark):
            break
        head.append(one)
    return head


def _neutral_anywhere(one: Judged, *, in_head: bool) -> str:
    if one.block.mark or one.size > 30:
        return ""
    if pattern("release_line").search(one.text) and one.size <= 12:
        return RELEASE
    if _is_dateline(one, words=12 if in_head else 3):
        return DATELINE
    if in_head and one.size <= 14 and pattern("letterhead").search(one.text):
        return LETTERHEAD
    return ""


def _is_dateline(one: Judged, words: int) -> bool:
    if find_date(one.text) is None or (one.size > 8 and CLOSED.search(one.text)):
        return False
    return len(_WORD.findall(without_dates(one.text))) <= words


def _title_of(head: list[Judged], part: Sequence[Judged], title: str) -> Judged | None:
    """The block of a head that is the title, if one is."""
    for one in head:
        if same_title(one.text, title):
            return one
    short = [one for one in head if not LEAD_IN.search(one.text)]
    for one in short:
        if pattern("instrument_words").search(one.text) and not _is_a_section(one, part):
            return one
    sizes = [one.block.first.size for one in part if one.kept]
    biggest = max(short, key=lambda one: one.block.first.size, default=None)
    if biggest and biggest.block.first.size and sizes.count(max(sizes)) == 1:
        return biggest if biggest.block.first.size == max(sizes) else None
    levels = [one for one in short if one.block.first.level == 1]
    if len(levels) == 1 and sum(one.block.first.level == 1 for one in part) == 1:
        return levels[0]
    return short[0] if len(short) > 1 and looks_like_heading(short[0]) else None


def _is_a_section(one: Judged, part: Sequence[Judged]) -> bool:
    """Whether the format declares it a heading among others of the same level."""
    level = one.block.first.level
    return level > 1 and sum(other.block.first.level == level for other in part) > 1


def _is_title_again(one: Judged, named: Judged | None, title: str) -> bool:
    return same_title(one.text, title) or (named is not None and same_title(one.text, named.text))


def _mark_signatures(part: Sequence[Judged]) -> None:
    """Names under a quotation or at the end; two together, so that no heading is taken for one."""
    signed = {
        at
        for at, one in enumerate(part)
        if one.kept and not one.block.mark and _is_signature(one.text, one.size)
    }
    end = max((at for at, one in enumerate(part) if one.kept and one.is_body), default=-1)
    for at in signed:
        beside = {at - 1, at + 1} & signed
        quoted = at > 0 and part[at - 1].text.endswith(("”", "»", '"', "」"))
        if beside or quoted or at > end:
            part[at].reason = SIGNATURE


def _is_signature(text: str, size: int) -> bool:
    return size <= 9 and not CLOSED.search(text) and pattern("signature").search(text) is not None
