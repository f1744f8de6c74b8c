"""The words of all sources, prepared once for many questions.

The passages of a book stay while its notes are written. What was found out about them, and about a
quotation in them, is kept until a passage comes or goes.
"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

from rapidfuzz import fuzz

from briefing.text import fold
from briefing.things import Passage, WholeBook

NEARLY = 88
"""Likeness in per cent from which a typed quotation was meant to be the source's words."""
_EXPANSION = re.compile(r"[(（]\s*([A-Z][A-Z0-9&]*[A-Z][A-Z0-9]*)s?\s*[)）]")


class Corpus:
    """Passages, and what is asked of them."""

    def __init__(self, texts: tuple[str, ...]) -> None:
        self._texts = texts
        self._altered: dict[str, bool] = {}

    @cached_property
    def expanded(self) -> frozenset[str]:
        """The acronyms that are spelt out in some passage."""
        return expansions(self._joined)

    def altered(self, words: str) -> bool:
        """Whether words nearly, but not quite, stand in a passage."""
        if words not in self._altered:
            self._altered[words] = words not in self._joined and self._nearly(words)
        return self._altered[words]

    def _nearly(self, words: str) -> bool:
        wanted = fold(words)
        return any(
            len(text) >= len(wanted) * 0.9 and fuzz.partial_ratio(wanted, text, score_cutoff=NEARLY)
            for text in self._folded
        )

    @cached_property
    def _joined(self) -> str:
        return "\n".join(self._texts)

    @cached_property
    def _folded(self) -> list[str]:
        return [fold(text) for text in self._texts]


def expansions(text: str) -> frozenset[str]:
    """The acronyms that stand in brackets, as they do behind what they mean."""
    return frozenset(_EXPANSION.findall(text))


def everything(whole: WholeBook) -> Corpus:
    """All passages of a book."""
    return _kept(tuple(passage.text for passage in whole.all(Passage)))


def instruments(whole: WholeBook) -> Corpus:
    """The passages that are judged part of their instruments."""
    excluded = whole.excluded
    return _kept(tuple(p.text for p in whole.all(Passage) if p.uid not in excluded))


@lru_cache(maxsize=2)
def _kept(texts: tuple[str, ...]) -> Corpus:
    return Corpus(texts)
