"""A sentence together with what its language knows: what every reading step looks at."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from briefing.candidates.lexicon import Lexicon
from briefing.candidates.verbs import Verbs
from briefing.candidates.words import Sentence

_OPENERS = frozenset({":", "(", ")"})
_PART_OF_A_VALUE = frozenset("%$€£°'")


@dataclass(frozen=True)
class View:
    """One sentence, its words by number, and the passage as written."""

    sentence: Sentence
    lexicon: Lexicon
    text: str

    @cached_property
    def verbs(self) -> Verbs:
        """Which of the words are verbs."""
        return Verbs(self.sentence.words, self.lexicon)

    @property
    def size(self) -> int:
        """How many words there are."""
        return len(self.sentence.words)

    def word(self, place: int) -> str:
        """The folded word at a place; nothing outside the sentence."""
        words = self.sentence.words
        return words[place].text if 0 <= place < len(words) else ""

    def has(self, name: str, place: int) -> bool:
        """Whether the word at a place stands in a list of the lexicon."""
        return self.lexicon.has(name, self.word(place))

    def is_filler(self, place: int) -> bool:
        """Whether an adverb or auxiliary stands at a place."""
        return self.lexicon.is_filler(self.word(place))

    def past(self, place: int, end: int) -> int:
        """Past adverbs, colons and brackets."""
        while place < end and (self.is_filler(place) or self.word(place) in _OPENERS):
            place += 1
        return place

    def is_verb_after(self, mark: int, end: int) -> bool:
        """Whether "to" stands at a place, with a verb after it."""
        if not self.has("infinitive_marks", mark):
            return False
        return self.verbs.is_base(self.past(mark + 1, end), sure=True)

    def place_at(self, offset: int) -> int:
        """The first word that begins at or after an offset."""
        return bisect_left(self.sentence.words, offset, key=lambda word: word.start)

    def written(self, first: int, last: int) -> str:
        """The words from one to before another, as written."""
        words = self.sentence.words
        return self.text[words[first].start : words[last - 1].end]

    def trim(self, first: int, stop: int) -> tuple[int, int] | None:
        """A stretch of text without closing punctuation and joining words."""
        words = self.sentence.words
        while stop > first:
            if self._is_trailing(first, stop):
                stop -= 1
            elif self.is_filler(stop - 1) and self.word(stop - 2) == ",":
                stop -= 2  # an adverb of the next verb
            else:
                break
        return (words[first].start, words[stop - 1].end) if stop > first else None

    def _is_trailing(self, first: int, stop: int) -> bool:
        text = self.word(stop - 1)
        if text == ")":
            return "(" not in {self.word(k) for k in range(first, stop)}
        if text in {'"', "»"}:
            marks = sum(self.word(k) in {'"', "«", "»"} for k in range(first, stop))
            return marks % 2 == 1
        if text in _PART_OF_A_VALUE:
            return False
        closing = text in self.lexicon.words("joiners") or self.lexicon.has("trailing", text)
        return closing or not text[0].isalnum()
