"""Lines that the page needs and the text does not: running heads, page numbers."""

# ruff: noqa: PLR2004 - thresholds are read best where they are used

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from briefing.intake.endings import SENTENCE
from briefing.intake.lexicon import pattern
from briefing.intake.lines import Line

RUNNING_HEAD = "running-head"
PAGE_NUMBER = "page-number"

_LONGEST_HEAD = 130
_NUMBER = re.compile(r"\d+")
_LONE = re.compile(r"[-–—\[(|\s]*(?P<n>\d{1,4})[-–—\])|\s]*(?P<dot>\.?)$")
_PARAGRAPH = 1200
"""Letters between two lone numbers; more means that they number pages, not paragraphs."""


def without_furniture(lines: Sequence[Line]) -> list[Line]:
    """The lines, with a place given to those that belong to the page."""
    heads = _running_heads(lines)
    kept = [
        replace(line, place=RUNNING_HEAD) if at in heads else line for at, line in enumerate(lines)
    ]
    return _lone_numbers(kept)


def _running_heads(lines: Sequence[Line]) -> set[int]:
    found: dict[tuple[str, float], list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        if _may_be_head(line):
            found[_masked(line.text), line.size].append(at)
    pages = max((line.page for line in lines), default=0)
    heads = (
        places
        for (text, _), places in found.items()
        if _is_head(text, [lines[place] for place in places], pages)
    )
    return {at for places in heads for at in places}


def _may_be_head(line: Line) -> bool:
    if line.place or line.level or len(line.text) > _LONGEST_HEAD:
        return False
    return not line.text[0].islower() and not SENTENCE.search(line.text)


def _masked(text: str) -> str:
    return " ".join(_NUMBER.sub("#", text.casefold()).split())


def _is_head(text: str, copies: list[Line], pages: int) -> bool:
    """Whether lines that are equal but for their numbers are heads of pages."""
    if pages < 2 and all(line.whole for line in copies):
        return False
    if _LONE.match(copies[0].text):
        return False
    numbered = pattern("page_numbers").search(text) is not None
    at_edge = [line for line in copies if line.edge]
    if pages > 1:
        enough = 2 if pages < 4 or numbered else max(3, pages // 4)
        return len({line.page for line in at_edge}) >= enough or (numbered and bool(at_edge))
    if numbered:
        return len(copies) > 1 or pattern("page_numbers").fullmatch(text) is not None
    return len(copies) > 2 and not any(line.mark for line in copies) and len(text) > 3


def _lone_numbers(lines: list[Line]) -> list[Line]:
    """Numbers alone on their line: of pages, of paragraphs, or a piece of the text."""
    lone = {at: match for at, line in enumerate(lines) if (match := _candidate(line))}
    values = Counter(int(match["n"]) for match in lone.values())
    if not lone:
        return lines
    of_paragraphs = _numbers_paragraphs(lines, list(lone))
    done: list[Line] = []
    mark = ""
    for at, line in enumerate(lines):
        match = lone.get(at)
        if match is None:
            done.append(replace(line, mark=mark) if mark and not line.place else line)
            mark = "" if not line.place else mark
        elif of_paragraphs and _counts(int(match["n"]), values) and at + 1 < len(lines):
            mark = match.group().strip()
        elif line.edge or line.text != match["n"] or _counts(int(match["n"]), values):
            done.append(replace(line, place=PAGE_NUMBER))
        else:
            done.append(line)
    return done


def _candidate(line: Line) -> re.Match[str] | None:
    return None if line.place or line.mark or line.level else _LONE.fullmatch(line.text)


def _counts(value: int, values: Counter[int]) -> bool:
    return bool(values[value - 1] or values[value + 1])


def _numbers_paragraphs(lines: list[Line], lone: list[int]) -> bool:
    if len(lone) < 3 or any(lines[at].edge for at in lone):
        return False
    stretch = sum(len(line.text) for line in lines[lone[0] : lone[-1]])
    return stretch / (len(lone) - 1) < _PARAGRAPH
