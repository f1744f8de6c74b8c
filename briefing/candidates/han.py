"""Chinese text cut into clauses and words, with every offset kept."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from briefing.text import simplified

if TYPE_CHECKING:
    from types import ModuleType

_NARROW = str.maketrans("，：；（）！？％　“”", ',:;()!?% ""')
_STOPS = re.compile(r"[。!?]")
_LONGEST = 4000
"""Characters from which no stretch is read as one sentence."""
_OPENING, _CLOSING = "《「『(〈【", "》」』)〉】"


def han_shadow(text: str) -> str:
    """The text as rules compare it: simplified, plain punctuation, every character in place."""
    return simplified(text).translate(_NARROW)


@dataclass(frozen=True, slots=True)
class Clause:
    """What lies between two commas of a sentence."""

    start: int
    end: int
    strong: bool = False
    """Whether a semicolon stands before it."""


@dataclass(frozen=True)
class HanText:
    """A passage as it is compared, and the words that a segmenter sees in it."""

    text: str

    @cached_property
    def words(self) -> list[tuple[int, int, str]]:
        """Start, end and kind of each word."""
        found, place = [], 0
        for word, kind in _segmenter().tag(self.text):
            found.append((place, place + len(word), kind))
            place += len(word)
        return found

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _, _ in self.words]

    def word_at(self, place: int) -> tuple[int, int, str]:
        """The word in which a character stands."""
        index = max(0, bisect_right(self._starts, place) - 1)
        return self.words[index] if self.words else (place, place, "")

    def ends_word(self, place: int) -> bool:
        """Whether a word ends before a character."""
        return place >= len(self.text) or self.word_at(place)[0] == place

    def words_in(self, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """The words that begin in a stretch."""
        index = bisect_right(self._starts, start - 1)
        for word in self.words[index:]:
            if word[0] >= end:
                return
            yield word

    def sentences(self) -> Iterator[list[Clause]]:
        """The clauses of each sentence."""
        start = 0
        for match in [*_STOPS.finditer(self.text), None]:
            end = match.start() if match else len(self.text)
            clauses = list(self._clauses(start, min(end, start + _LONGEST)))
            if clauses:
                yield clauses
            start = match.end() if match else end

    def _clauses(self, start: int, end: int) -> Iterator[Clause]:
        depth, strong = 0, False
        for place in range(start, end):
            char = self.text[place]
            depth += (char in _OPENING) - (char in _CLOSING and depth > 0)
            if (char == "," and depth == 0 and not self._is_number(place)) or char == ";":
                yield from self._stripped(start, place, strong=strong)
                start, strong = place + 1, char == ";"
                depth = 0
        yield from self._stripped(start, end, strong=strong)

    def _is_number(self, place: int) -> bool:
        return self.text[place - 1 : place].isdigit() and self.text[place + 1 : place + 2].isdigit()

    def _stripped(self, start: int, end: int, *, strong: bool) -> Iterator[Clause]:
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        if start < end:
            yield Clause(start, end, strong)


def _segmenter() -> ModuleType:
    # A fifth of a second and a dictionary: only texts in Chinese pay for it.
    import rjieba  # noqa: PLC0415

    return rjieba
