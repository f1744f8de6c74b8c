"""Persons whom a document names with a title and a party: "President Ana Lind of Velmark"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from briefing.candidates.gazetteer import Gazetteer, Mention
from briefing.things import Passage

_NAME = r"((?:[A-ZÀ-Ý][\w'’.-]+\s?){1,4})"
_HAN_NAME = (
    r"([\u4e00-\u9fff·]{2,8}?)"
    r"(?=[\s(（,，。和与及、同在的]|承诺|表示|宣布|同意|举行|会|将|重申|谴责|欢迎|指示|阁下|$)"
)
_BEFORE = re.compile(r"(?:['’]s)?\s")
_OF = re.compile(r"\s*(?:of(?: the)?|du|des|de(?: la| l['’])?)\s*")

Titles = Mapping[str, Mapping[str, tuple[str, ...]]]


def people_of(passages: Sequence[Passage], names: Gazetteer) -> Iterator[tuple[str, str]]:
    """The name of each person, folded, with the code of the party."""
    titles = tuple(
        (lang, word) for title in names.titles.values() for lang in title for word in title[lang]
    )
    latin, han = _patterns(titles)
    for passage in passages:
        if passage.lang == "zh":
            yield from _han(passage.text, names, han)
        elif latin.search(passage.text):
            yield from _latin(passage.text, names.mentions(passage.text), latin)


@cache
def _patterns(titles: tuple[tuple[str, str], ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    latin = _either(word for lang, word in titles if lang != "zh")
    han = _either(word for lang, word in titles if lang == "zh")
    return re.compile(rf"\b(?:(?i:{latin}))\s+{_NAME}"), re.compile(rf"(?:{han}){_HAN_NAME}")


def _either(words: Iterator[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(set(words), key=len, reverse=True))


def _latin(
    text: str, mentions: Sequence[Mention], pattern: re.Pattern[str]
) -> Iterator[tuple[str, str]]:
    for match in pattern.finditer(text):
        if any(m.start <= match.start(1) < m.end for m in mentions):
            continue
        for mention in mentions:
            before = _BEFORE.fullmatch(text, mention.end, max(mention.end, match.start()))
            if before or _OF.fullmatch(text, match.end(), max(match.end(), mention.start)):
                yield fold_name(match[1].split()[-1]), mention.code
                break


def _han(text: str, names: Gazetteer, pattern: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    for mention in names.mentions(text):
        match = pattern.match(text, mention.end)
        if match is not None:
            yield match[1], mention.code


def fold_name(name: str) -> str:
    """A person's name as it is compared."""
    name = name.removesuffix("'s").removesuffix("’s").rstrip(".,;:")
    bare = unicodedata.normalize("NFD", name.casefold())
    return "".join(c for c in bare if not unicodedata.combining(c))
