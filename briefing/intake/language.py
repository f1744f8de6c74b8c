"""The language of a passage, by its script and its commonest words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from briefing.intake.lexicon import rules
from briefing.text import HAN

_WORD = re.compile(r"[^\W\d_]+")
_HAN = re.compile(f"[{HAN}]")
_KANA = re.compile("[\u3041-\u30ff]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]+")

_LONG = 120
"""Letters; a shorter text has to show two common words of its language."""


def language(text: str) -> str:
    """The code of the language, or "" where the text is too short to say."""
    if len(_HAN.findall(text)) >= max(1, len(_LATIN.findall(text))):
        return "" if len(_KANA.findall(text)) > len(text) / 10 else "zh"
    counts = dict.fromkeys(_languages(), 0)
    for word in _WORD.findall(text.lower()):
        for lang in _owners().get(word, ()):
            counts[lang] += 1
    first, second = sorted(counts, key=lambda lang: -counts[lang])[:2]
    enough = 1 if len(text) > _LONG else 2
    return first if counts[first] - counts[second] >= enough else ""


def languages(texts: Sequence[str], *, surely: int = 40) -> list[str]:
    """The language of each text; a short one takes that of the next long one, else of the last."""
    found = [language(text) if len(text) >= _enough(text, surely) else "" for text in texts]
    following = ""
    for at in range(len(found) - 1, -1, -1):
        following = found[at] = found[at] or following
    for at in range(1, len(found)):
        found[at] = found[at] or found[at - 1]
    if not any(found) and texts:
        return [language(" ".join(texts)) or "en"] * len(texts)
    return found


def _enough(text: str, surely: int) -> int:
    """A Han character says about as much as three letters."""
    return surely // 3 if _HAN.search(text) else surely


@cache
def _languages() -> tuple[str, ...]:
    return tuple(rules()["stop_words"])


@cache
def _owners() -> dict[str, tuple[str, ...]]:
    owners: dict[str, tuple[str, ...]] = {}
    for lang, stop_words in rules()["stop_words"].items():
        for word in stop_words:
            owners[word] = (*owners.get(word, ()), lang)
    return owners
