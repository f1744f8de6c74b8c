"""Where a line may end: Latin words, Han clusters, and the spaces that French sets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.text import HAN

_OPENING = "（《〈「『【〔［｛"
_CLOSING = "，。、；：！？）》〉」』】〕］｝…—·～％"
_QUOTES_OPEN = "“‘"
_QUOTES_CLOSE = "”’"
_WIDE = f"{HAN}\u3000-\u303f\uff00-\uffef"
_HAN_RUN = re.compile(f"[{_WIDE}]+")
_HAN_RUN_ZH = re.compile(f"[{_WIDE}{_QUOTES_OPEN}{_QUOTES_CLOSE}…—·]+")
_CLUSTER = re.compile(
    f"[{_OPENING}{_QUOTES_OPEN}]*"
    f"[^{_OPENING}{_CLOSING}{_QUOTES_OPEN}{_QUOTES_CLOSE}]?"
    f"[{_CLOSING}{_QUOTES_CLOSE}]*"
)
_WORD = re.compile(r"[^ \t\n]+")
_PIECE = re.compile(r"[^-‐–—/]+[-‐–—/]*|[-‐–—/]+")
_FRENCH_BEFORE = re.compile(r"[ \u00a0]([;:!?»])")
_FRENCH_AFTER = re.compile(r"«[ \u00a0]")


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
    runs = _HAN_RUN_ZH if lang == "zh" else _HAN_RUN
    at = 0
    for match in runs.finditer(text):
        yield from _latin(text[at : match.start()], before_han=True)
        yield from _han(match.group())
        at = match.end()
    yield from _latin(text[at:], before_han=False)


def french_spaces(text: str) -> str:
    """Narrow spaces that do not break before high punctuation and inside guillemets."""
    return _FRENCH_AFTER.sub("«\u202f", _FRENCH_BEFORE.sub("\u202f\\1", text))


def _latin(text: str, *, before_han: bool) -> Iterator[Token]:
    at = 0
    for match in _WORD.finditer(text):
        if match.start() > at:
            # Space at the very beginning: a token of its own that a line may end behind.
            yield Token("", space=" ", breaks=True)
        at = match.end()
        while at < len(text) and text[at] in " \t\n":
            at += 1
        space = " " if at > match.end() else ""
        *first, last = _pieces(match.group())
        yield from (Token(piece, breaks=True) for piece in first)
        at_end = at >= len(text)
        breaks = bool(space) or (at_end and before_han and last[-1] not in "([{")
        yield Token(last, space=space, breaks=breaks)
    if text and not _WORD.search(text):
        yield Token("", space=" ", breaks=True)


def _pieces(word: str) -> list[str]:
    """A word at its hyphens, dashes and slashes; a number's minus or range is left whole."""
    pieces = _PIECE.findall(word)
    joined: list[str] = []
    for piece in pieces:
        # "-5", "1990-91", "and/or": a piece of one or two letters is not worth a line of its own.
        if joined and (len(piece.strip("-‐–—/")) < 3 or len(joined[-1]) < 4):  # noqa: PLR2004
            joined[-1] += piece
        else:
            joined.append(piece)
    return joined


def _han(run: str) -> Iterator[Token]:
    clusters = [match.group() for match in _CLUSTER.finditer(run) if match.group()]
    for cluster in clusters:
        yield Token(cluster, han=True, breaks=cluster[-1] not in _OPENING + _QUOTES_OPEN)


def closes(text: str) -> bool:
    """Whether a text begins with what may not begin a line."""
    return bool(text) and text[0] in _CLOSING + _QUOTES_CLOSE + ".,;:!?)]}%"
