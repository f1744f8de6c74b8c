"""Where words begin and end, for who moves the end of a quotation by a word."""

from __future__ import annotations

import re

from briefing.text import HAN

_WORD = re.compile(rf"[{HAN}]|[^\W{HAN}](?:[^\s{HAN}]*[^\W{HAN}])?")
"""A Han character, or what stands between blanks without the punctuation around it."""


def word_start(text: str, at: int, by: int) -> int:
    """Where the word before (`by` is -1) or after (1) the one at a place begins."""
    starts = [match.start() for match in _WORD.finditer(text)]
    if by < 0:
        return max((start for start in starts if start < at), default=at)
    return min((start for start in starts if start > at), default=at)


def word_edge(text: str, at: int) -> int:
    """Where the word begins that a place is inside of; the place itself between two words."""
    inside = (m.start() for m in _WORD.finditer(text) if m.start() < at < m.end())
    return next(inside, at)


def word_end(text: str, at: int, by: int) -> int:
    """Where the word before (`by` is -1) or after (1) the one that ends at a place ends."""
    ends = [match.end() for match in _WORD.finditer(text)]
    if by < 0:
        return max((end for end in ends if end < at), default=at)
    return min((end for end in ends if end > at), default=at)
