"""What two versions of a sentence have in common whatever their languages.

Numbers, acronyms, Latin words inside Chinese, stems that English and French share, and the notions
of the glossary. Measured on a Chinese-English release: lengths alone pair 70 of 100 passages,
with the shared signs 95, with the glossary 99.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources

from briefing.text import fold, has_han

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_ACRONYM = re.compile(r"\b[A-Z][A-Z0-9&]{1,9}\b")
_LATIN = re.compile(r"[a-z][a-z'-]{2,}")
_STEM = 5


def signs(text: str, lang: str) -> frozenset[str]:
    """The signs of a text, each a string that another language's text can share."""
    folded = fold(text)
    found = {f"#{number.replace(',', '.')}" for number in _NUMBER.findall(folded)}
    found.update(f"@{word}" for word in _ACRONYM.findall(text))
    found.update(f"~{word[:_STEM]}" for word in _LATIN.findall(folded) if len(word) >= _STEM)
    found.update(_notions(folded, lang))
    return frozenset(found)


def _notions(folded: str, lang: str) -> set[str]:
    language = "zh" if has_han(folded) else lang
    words = _glossary().get(language)
    if words is None:
        return set()
    pattern, notion_of = words
    return {notion_of[match] for match in pattern.findall(folded)}


@cache
def _glossary() -> dict[str, tuple[re.Pattern[str], dict[str, str]]]:
    """For each language, a pattern of its words and the notion that each word stands for."""
    file = resources.files("resources").joinpath("lexicons/glossary.toml")
    terms = tomllib.loads(file.read_text("utf-8"))["terms"]
    tables: dict[str, dict[str, str]] = {}
    for number, term in enumerate(terms):
        for lang, words in term.items():
            tables.setdefault(lang, {}).update({fold(word): f"={number}" for word in words})
    return {lang: (_pattern(lang, table), table) for lang, table in tables.items()}


def _pattern(lang: str, table: dict[str, str]) -> re.Pattern[str]:
    # Longest first, so that "prime minister" is not read as "minister".
    words = "|".join(re.escape(word) for word in sorted(table, key=len, reverse=True))
    return re.compile(words if lang == "zh" else rf"\b({words})")
