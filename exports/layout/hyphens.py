"""Where a word may be divided, by the patterns of its language."""

from __future__ import annotations

import re
from functools import cache

from pyphen import Pyphen  # type: ignore[import-untyped]

_DICTIONARIES = {"en": "en_GB", "fr": "fr", "zh": "en_GB"}
"""Latin words in a Chinese text are mostly English."""
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]+")
_SHORTEST = 6
_BEFORE, _AFTER = 3, 3
"""How many letters are left on either line at least."""


def divisions(word: str, lang: str) -> list[int]:
    """Lengths of what may stand before a hyphen, the shortest first."""
    if len(word) < _SHORTEST or not _LATIN.fullmatch(word) or lang[:2] not in _DICTIONARIES:
        return []
    return [int(place) for place in _dictionary(_DICTIONARIES[lang[:2]]).positions(word)]


@cache
def _dictionary(name: str) -> Pyphen:
    # Loaded only when a word has to be divided: it takes a tenth of a second.
    return Pyphen(lang=name, left=_BEFORE, right=_AFTER)
