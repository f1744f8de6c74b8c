"""What an adviser types into a search box, and where its words stand in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.text import has_han, search_text, words_at

PREFIX_LETTERS = 3
"""From how many letters on the last word may be the beginning of a longer one."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Folded words that stand side by side; the last may be the beginning of a word."""

    words: tuple[str, ...]
    open: bool = False

    @property
    def fts(self) -> str:
        """The phrase as FTS5 asks for it. Folded words hold letters and digits alone."""
        return f'"{" ".join(self.words)}"' + (" *" if self.open else "")


def phrases_of(asked: str) -> tuple[Phrase, ...]:
    """The phrases to look for, all of them: each word as typed, or what stands in quotes."""
    parts = [(quoted or bare, not quoted) for quoted, bare in _parts(asked)]
    folded = [(tuple(search_text(part).split()), bare) for part, bare in parts]
    folded = [(words, bare) for words, bare in folded if words]
    last = len(folded) - 1
    return tuple(
        Phrase(words, bare and place == last and _may_go_on(asked, words[-1]))
        for place, (words, bare) in enumerate(folded)
    )


def is_begun(asked: str, phrases: tuple[Phrase, ...]) -> bool:
    """Whether the last of several words is being typed, with too few letters to look for yet."""
    last = phrases[-1].words[-1]
    typing = asked[-1:].isalpha() and not has_han(last)
    return typing and len(phrases) > 1 and len(last) < PREFIX_LETTERS


def spans_of(phrases: tuple[Phrase, ...], text: str) -> tuple[Span, ...]:
    """Where the phrases stand in a text as it is written, in order and without overlap."""
    words = list(words_at(text))
    found = sorted(span for phrase in phrases for span in _spans_of_one(phrase, words))
    merged: list[Span] = []
    for start, end in found:
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return tuple(merged)


def _parts(asked: str) -> list[tuple[str, str]]:
    straight = re.sub("[“”„«»＂]", '"', asked)
    return re.findall(r'"([^"]*)"|([^\s"]+)', straight)


def _may_go_on(asked: str, word: str) -> bool:
    ended = asked[-1:].isspace()
    return len(word) >= PREFIX_LETTERS and not ended and not has_han(word)


def _spans_of_one(phrase: Phrase, words: list[tuple[str, int, int]]) -> list[Span]:
    size = len(phrase.words)
    return [
        (words[place][1], words[place + size - 1][2])
        for place in range(len(words) - size + 1)
        if _stands_at(phrase, words, place)
    ]


def _stands_at(phrase: Phrase, words: list[tuple[str, int, int]], place: int) -> bool:
    *first, last = phrase.words
    if any(words[place + i][0] != word for i, word in enumerate(first)):
        return False
    found = words[place + len(first)][0]
    return found.startswith(last) if phrase.open else found == last
