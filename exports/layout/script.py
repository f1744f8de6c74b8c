"""Where a line may end: Latin words, Han clusters, and the spaces that French sets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing.text import HAN

OPENING = "（《〈「『【〔［｛“‘"
HALVES = "，。、；：！？）》〉」』】〕］｝”’"
"""Closing marks whose right half is blank in a Chinese face."""
CLOSING = HALVES + "…—·～％"
_TIES = "\u00a0\u202f"
_OPENS = OPENING + "([{«‹" + _TIES
_CLOSES = CLOSING + ".,;:!?)]}%»›" + _TIES
_MARKS = "“”‘’…—·"
_WIDE = f"{HAN}\u3000-\u303f\uff00-\uffef"
# In another language quotation marks are Chinese only between Chinese words: they may quote them.
_HAN_RUN = re.compile(f"[{_WIDE}]+(?:[{_MARKS}]+[{_WIDE}]+)*")
# In Chinese they are, but for those that stand among Latin words, and apostrophes.
_HAN_RUN_ZH = re.compile(
    f"(?:[{_WIDE}]|[“‘…—·]+(?=[{_WIDE}])|(?<=[{_WIDE}])[{_MARKS}]+|(?<=[{_WIDE}] )[“‘]"
    f"|”(?= ?[{_WIDE}])|(?<![A-Za-z])’(?=[{_WIDE}]))+"
)
_CLUSTER = re.compile(f"[{OPENING}]*[^{OPENING}{CLOSING}]?[{CLOSING}]*")
_IDEOGRAPH = re.compile(f"[{HAN}]")
_WORD = re.compile(r"([^ \t\n]+)([ \t\n]*)")
_PIECE = re.compile(r"[^-‐–—/]+[-‐–—/]*|[-‐–—/]+")
_ADDRESS = re.compile(r"[^/.?&=_#]*(?:://[^/.?&=_#]+|[/.?&=_#]+)|[^/.?&=_#]+")
_FRENCH_BEFORE = re.compile(r"[ \u00a0]([;:!?»])")
_FRENCH_AFTER = re.compile(r"«[ \u00a0]")
_FRENCH_NUMBER = re.compile(r"(?<=\d)[ \u00a0](?=\d{3}(?!\d)|[%€$])")
_SHORTEST = 3
"""A piece of one or two letters is not worth a line of its own: "-5", "1990-91", "and/or"."""


@dataclass(frozen=True, slots=True)
class Token:
    """Characters that stay together. `breaks` says that a line may end behind them."""

    text: str
    han: bool = False
    space: str = ""
    breaks: bool = False


def tokens(text: str, lang: str) -> Iterator[Token]:
    """A text as tokens; their texts and spaces joined are the text."""
    if lang == "fr":
        text = french_spaces(text)
    at = 0
    for match in (_HAN_RUN_ZH if lang == "zh" else _HAN_RUN).finditer(text):
        yield from _latin(text[at : match.start()], before_han=True)
        yield from _han(match.group())
        at = match.end()
    yield from _latin(text[at:], before_han=False)


def french_spaces(text: str) -> str:
    """Narrow spaces that do not break before high punctuation, in guillemets and in numbers."""
    text = _FRENCH_AFTER.sub("«\u202f", _FRENCH_BEFORE.sub("\u202f\\1", text))
    return _FRENCH_NUMBER.sub("\u202f", text)


def _latin(text: str, *, before_han: bool) -> Iterator[Token]:
    if not text:
        return
    if text[0] in " \t\n":
        # Space at the very beginning: a token of its own that a line may end behind.
        yield Token("", space=" ", breaks=True)
    words: list[tuple[str, str]] = _WORD.findall(text)
    last = len(words) - 1
    for place, (word, space) in enumerate(words):
        if space:
            # A dash between spaces may end a line, but not begin one.
            dash = place < last and words[place + 1][0] in "–—"
            yield from _word(word, spaced=True, breaks=not dash)
        else:
            yield from _word(word, spaced=False, breaks=before_han and word[-1] not in _OPENS)


@lru_cache(maxsize=20_000)
def _word(word: str, *, spaced: bool, breaks: bool) -> tuple[Token, ...]:
    *first, last = _pieces(word)
    end = Token(last, space=" " if spaced else "", breaks=breaks)
    return (*(Token(piece, breaks=True) for piece in first), end)


def _pieces(word: str) -> Sequence[str]:
    """A word at its hyphens, dashes and slashes; a number's minus or range is left whole."""
    if word.isalpha():
        return (word,)
    joined: list[str] = []
    for piece in (_ADDRESS if "://" in word else _PIECE).findall(word):
        if joined and (len(piece.strip("-‐–—/")) < _SHORTEST or len(joined[-1]) <= _SHORTEST):
            joined[-1] += piece
        else:
            joined.append(piece)
    return joined


@lru_cache(maxsize=5_000)
def _cluster(text: str) -> Token:
    return Token(text, han=True, breaks=text[-1] not in OPENING)


def _han(run: str) -> Iterator[Token]:
    return (_cluster(text) for text in _CLUSTER.findall(run) if text)


def closes(text: str) -> bool:
    """Whether a text begins with what may not begin a line."""
    return bool(text) and text[0] in _CLOSES


def apart(before: str, after: str) -> float:
    """Room between a Chinese word and another without a space, in shares of the size.

    A quarter of a Han character parts scripts; two marks that meet give up their blank halves.
    """
    if not before or not after:
        return 0.0
    if after[0] in OPENING and before[-1] in HALVES + OPENING:
        return -0.5
    ideographs = bool(_IDEOGRAPH.match(before[-1])) + bool(_IDEOGRAPH.match(after[0]))
    alike = ideographs != 1
    plain = before[-1].isalnum() and after[0].isalnum()
    return 0.0 if alike or not plain else 0.2
