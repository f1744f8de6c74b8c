"""Running text in bold and plain stretches, as web pages and Word files have it."""

# ruff: noqa: PLR2004 - thresholds are read best where they are used

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.intake.clean import clean
from briefing.intake.lexicon import words

_CALL = re.compile(r"\s*[\[(]?(?:\d{1,3}|[*†‡])(?:\s*,\s*\d{1,3})*[\])]?\s*$")
_UNIT = re.compile(r"(?:^|[\s\d])[kcdm]?m$")
_END = re.compile(r"[.:–—]\s*$|。$|：$")
_START = re.compile(r"\s*[:–—-]\s+|\s*[:：]")
_LONGEST = 90
_SHORTEST_REST = 40
_ALL = 0.97


class Runs:
    """The text of one block, with where it is bold."""

    def __init__(self) -> None:
        self._texts: list[tuple[str, bool]] = []

    def add(self, text: str, *, bold: bool) -> None:
        """More text."""
        self._texts.append((text, bold))

    def raw(self) -> str:
        """The text as it was added."""
        return "".join(text for text, _ in self._texts)

    def text(self) -> str:
        """The text, cleaned."""
        return clean(self.raw())

    def is_call(self, raised: str) -> bool:
        """Whether a raised text calls a footnote and is no exponent."""
        before = "".join(text for text, _ in self._texts[-4:])
        return bool(_CALL.match(raised)) and not _UNIT.search(before[-4:])

    def split(self, shortest_rest: int = _SHORTEST_REST) -> Iterator[tuple[str, bool, bool]]:
        """The text as one piece, or as a run-in title and the rest: (text, bold, run in)."""
        text = self.text()
        if not text:
            return
        lead, rest = self._lead()
        if len(clean(rest)) >= shortest_rest and _is_title(lead, rest):
            yield clean(lead).rstrip(" .:–—-。："), True, True
            yield clean(_START.sub("", rest, count=1)), False, False
            return
        yield text, self._is_bold(), False

    def _is_bold(self) -> bool:
        bold = sum(len(text.strip()) for text, is_bold in self._texts if is_bold)
        return bold >= _ALL * sum(len(text.strip()) for text, _ in self._texts)

    def _lead(self) -> tuple[str, str]:
        """The bold text that the block begins with, and what follows."""
        at = 0
        while at < len(self._texts) and (self._texts[at][1] or not self._texts[at][0].strip()):
            at += 1
        lead = "".join(text for text, _ in self._texts[:at])
        return lead, "".join(text for text, _ in self._texts[at:])


def _is_title(lead: str, rest: str) -> bool:
    """Whether bold words are a title; many texts print "We commit" in bold inside sentences."""
    title = lead.strip()
    if not 2 < len(title) <= _LONGEST:
        return False
    if title.split()[0] in words("openers") or title[0].islower():
        return False
    return bool(_END.search(lead) or _START.match(rest))
