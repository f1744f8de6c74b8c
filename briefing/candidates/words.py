"""Text cut into words and sentences, with every offset kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_SAME_WIDTH = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-", "“": '"', "”": '"', "\t": " ", "\n": " "}
    | dict.fromkeys("\u00a0\u2007\u2009\u200a\u202f\u3000", " ")
)
_TOKENS = {
    "en": r"(?:[a-z]\.){2,}|'(?:ll|s|re|ve)\b|[^\W_]+(?:-[^\W_]+)*|[^\w\s]",
    "fr": r"(?:[a-zé]\.-?){2,}|[^\W_]+'|[^\W_]+(?:-[^\W_]+)*|[^\w\s]",
}
_STOP = re.compile(r"[.!?…]+[\"')\]»]*\s+(?=[\"'(\[«]?\s?[^\W_a-zà-ÿ])")
_ABBREVIATIONS = """
mr mrs ms dr st no nos vol art para paras pp jan feb mar apr aug sept oct nov dec gen sen hon rep
e.g i.e vs approx cf m mm mme mmes al inc ltd fig prof lt col maj
"""
_LONGEST = 4000
"""Characters from which no stretch is read as one sentence: time would grow with its square."""
_INITIALS = re.compile(r"(?:^|[^\w])((?:\w\.)*\w)$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a mark of punctuation: folded, and where it stands."""

    text: str
    start: int
    end: int
    capital: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage as words; offsets are the passage's."""

    text: str
    """The whole passage as it is compared, character for character."""
    start: int
    end: int
    words: tuple[Word, ...]


def shadow(text: str) -> str:
    """The text as rules compare it: lower case, plain quotes, every character in its place."""
    plain = text.translate(_SAME_WIDTH)
    low = plain.lower()
    if len(low) == len(plain):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in plain)


def tokens(lang: str, compounds: Iterable[str]) -> re.Pattern[str]:
    """How a language's text is cut into words; compounds stay whole."""
    whole = "|".join(re.escape(words) for words in sorted(compounds, key=len, reverse=True))
    single = _TOKENS.get(lang, _TOKENS["en"])
    return re.compile(rf"(?<!\w)(?:{whole})(?:(?<=')|(?!\w))|{single}" if whole else single)


def sentences(text: str, pattern: re.Pattern[str]) -> list[Sentence]:
    """The sentences of a passage in English or French."""
    low = shadow(text)
    found = []
    for start, end in _bounds(text.translate(_SAME_WIDTH)):
        words = tuple(
            Word(m.group(), m.start(), m.end(), text[m.start()].isupper())
            for m in pattern.finditer(low, start, end)
        )
        if words:
            found.append(Sentence(low, start, end, words))
    return found


def _bounds(text: str) -> list[tuple[int, int]]:
    bounds, start = [], 0
    for match in _STOP.finditer(text):
        if not _is_abbreviation(text, match.start()):
            bounds.append((start, match.end()))
            start = match.end()
    bounds.append((start, len(text)))
    return [piece for bound in bounds for piece in _pieces(text, *bound)]


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, or what is too long for one in pieces that end with a word."""
    while end - start > _LONGEST:
        cut = text.rfind(" ", start + 1, start + _LONGEST) + 1 or start + _LONGEST
        yield start, cut
        start = cut
    if start < end:
        yield start, end


def _is_abbreviation(text: str, stop: int) -> bool:
    if text[stop] != ".":
        return False
    match = _INITIALS.search(text, max(0, stop - 12), stop)
    if match is not None and (len(match[1]) == 1 or "." in match[1]):
        return match[1] not in {"I", "A"}
    word = re.search(r"[\w.]+$", text[max(0, stop - 12) : stop])
    return word is not None and word.group().lower() in _ABBREVIATIONS.split()
