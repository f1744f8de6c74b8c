"""Finding words in an open source, whatever their case, accents and width."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing.anchoring import places_of
from briefing.text import fold
from briefing.things import Passage
from ui.reader.paper import Stretch


@dataclass(frozen=True, slots=True)
class _Answer:
    """A passage that holds the words, and how often."""

    passage: Passage
    count: int


class Finder:
    """The answers in some passages. Places are worked out only for those that are looked at."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._folded = [(passage, _folded(passage.text)) for passage in passages]
        self._answers: list[_Answer] = []
        self._words = ""

    @property
    def words(self) -> str:
        """What is looked for."""
        return self._words

    @property
    def count(self) -> int:
        """How many answers there are."""
        return sum(answer.count for answer in self._answers)

    def look_for(self, words: str) -> None:
        """Look for other words."""
        self._words = words if fold(words) else ""
        wanted = fold(words)
        self._answers = [
            _Answer(passage, count)
            for passage, text in self._folded
            if wanted and (count := text.count(wanted))
        ]

    def spans(self, passage: Passage) -> list[tuple[int, int]]:
        """Where in a passage the words stand, none within another."""
        spans: list[tuple[int, int]] = []
        for start, end in places_of(self._words, passage.text) if self._words else ():
            if not spans or start >= spans[-1][1]:
                spans.append((start, end))
        return spans

    def answer(self, number: int) -> Stretch | None:
        """The answer of that number, from 0, in reading order."""
        for answer in self._answers:
            if number < answer.count:
                spans = self.spans(answer.passage)
                start, end = spans[min(number, len(spans) - 1)]
                return Stretch(answer.passage.uid, start, end)
            number -= answer.count
        return None

    def number_at(self, place: int, at: int, positions: dict[str, int]) -> int:
        """The number of the first answer at or after a place: a passage's, and a code point."""
        number = 0
        for answer in self._answers:
            here = positions[answer.passage.uid]
            if here > place:
                return number
            if here == place:
                return number + sum(start < at for start, _end in self.spans(answer.passage))
            number += answer.count
        return number


@lru_cache(maxsize=16_384)
def _folded(text: str) -> str:
    return fold(text)
