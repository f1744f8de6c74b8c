"""Acronyms that the book prints, each with what its own texts say it stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from briefing.checking.acronyms import ACRONYM
from briefing.things import Note, Party, Passage
from exports.compose.desk import Desk
from exports.compose.walk import texts
from exports.tree import Block, Cell, Paragraph, Part, Table, Text
from exports.wording import Word

_EXPANDED = re.compile(
    r"(?P<long>[^()（）.;:,，。；：、]{3,120}?)\s*[(（]\s*(?P<short>[A-Z][A-Z0-9&]*[A-Z][A-Z0-9]*)s?\s*[)）]"
)
_SMALL_WORDS = {
    "a", "an", "and", "at", "d", "de", "des", "du", "en", "et", "for", "in", "l", "la", "le", "les",
    "of", "on", "sur", "the", "to", "with",
}  # fmt: skip
_HAN_TAIL = re.compile(r"[\u4e00-\u9fff]{2,20}$")
_HAN_BEFORE_NAME = re.compile(
    "[的使将由向把被从]|包括|通过|以及|根据|支持|加强|依照|参加|加入|同意在|同意|加快"
)
"""Words that stand before a name and in none."""
_WORDS = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def acronyms_part(desk: Desk, parts: Iterable[Part]) -> Iterator[Block]:
    """A table of the acronyms that the other parts use, by letter."""
    used = {
        word.rstrip("s") for part in parts for text in texts(part) for word in ACRONYM.findall(text)
    }
    meanings = meanings_of(desk)
    rows = [(short, meanings[short]) for short in sorted(used) if short in meanings]
    if not rows:
        yield Paragraph(inlines=(Text(text=desk.wording.say(Word.NO_ACRONYMS)),))
        return
    head = tuple(
        Cell(blocks=(Paragraph(inlines=(Text(text=desk.wording.say(word)),)),), head=True)
        for word in (Word.ACRONYM, Word.MEANING)
    )
    yield Table(
        widths=(0.2, 0.8),
        rows=(head, *(_row(short, long, lang) for short, (long, lang) in rows)),
        description=desk.wording.say(Word.ACRONYMS),
    )


def _row(short: str, long: str, lang: str) -> tuple[Cell, Cell]:
    return (
        Cell(blocks=(Paragraph(inlines=(Text(text=short, bold=True),)),), head=True),
        Cell(blocks=(Paragraph(inlines=(Text(text=long, lang=lang),)),)),
    )


def meanings_of(desk: Desk) -> dict[str, tuple[str, str]]:
    """What each acronym stands for, and in which language; the book's own language first.

    Chinese last of all others: where a name begins in it no letters of the acronym tell.
    """
    found: dict[str, tuple[str, str]] = {}
    for party in desk.whole.all(Party):
        for name in party.names:
            if ACRONYM.fullmatch(name):
                found.setdefault(name, (party.name, ""))
    for lang, text in sorted(
        _texts(desk), key=lambda pair: (pair[0] != desk.lang, pair[0] == "zh")
    ):
        for short, long in _expansions(text):
            found.setdefault(short, (long, lang if lang != desk.lang else ""))
    return found


def _texts(desk: Desk) -> Iterator[tuple[str, str]]:
    """What is written in notes, and the passages of the sources, each with its language."""
    for note in desk.whole.all(Note):
        for section in desk.whole.sections_of.get(note.uid, {}).values():
            yield note.lang, section.body.text
    for passage in desk.whole.all(Passage):
        if passage.uid not in desk.whole.excluded:
            yield passage.lang, passage.text


@lru_cache(maxsize=50_000)
def _expansions(text: str) -> tuple[tuple[str, str], ...]:
    """Those of a passage, which never changes while the book is composed again and again."""
    return tuple(expansions(text)) if "(" in text or "（" in text else ()


def expansions(text: str) -> Iterator[tuple[str, str]]:
    """(acronym, meaning) wherever a text spells one out before it in brackets."""
    for match in _EXPANDED.finditer(text):
        short, before = match["short"], match["long"].strip()
        if han := _HAN_TAIL.search(before):
            yield short, _HAN_BEFORE_NAME.split(han.group())[-1]
        elif long := _matching(before, short) or _name_with(before, short) or _name(before, short):
            yield short, long


def _matching(before: str, short: str) -> str:
    """The last words before the bracket whose initials, small words skipped, spell the acronym."""
    words = list(_WORDS.finditer(before))
    letters = [c for c in short.upper() if c.isalpha()]
    for first in range(len(words) - 1, -1, -1):
        taken = words[first:]
        if len(taken) > len(letters) * 3:
            break
        if _spells([word.group() for word in taken], letters):
            return before[taken[0].start() :]
    return ""


def _name_with(before: str, short: str) -> str:
    """The name before the bracket if the acronym's letters stand in it in order, and begin it.

    So "NORAD" takes three letters of "North" and one each of two other words.
    """
    name: list[re.Match[str]] = []
    for word in reversed(list(_WORDS.finditer(before))):
        if not word.group()[0].isupper() and word.group().casefold() not in _SMALL_WORDS:
            break
        name.insert(0, word)
    least = max(2, len(short) - 2)
    for first in reversed(name[: 1 - least]):
        long = before[first.start() :]
        letters = iter(long.casefold())
        if first.group()[0] == short[0] and all(c in letters for c in short.casefold()):
            return long
    return ""


def _name(before: str, short: str) -> str:
    """The longest name before the bracket that begins as the acronym does, if it is long enough.

    So "COVAX", whose last letter is in none of its four words.
    """
    found, capitals = "", 0
    for word in reversed(list(_WORDS.finditer(before))):
        if word.group()[0].isupper():
            capitals += 1
            if capitals >= max(len(short) - 1, 2) and word.group()[0] == short[0]:
                found = before[word.start() :]
        elif word.group().casefold() not in _SMALL_WORDS:
            break
    return found


def _spells(words: list[str], letters: list[str]) -> bool:
    """Whether initials do; a compound may give one letter or one for each of its parts."""
    if not words or words[0].casefold() in _SMALL_WORDS:
        return False
    split = [part for word in words for part in word.split("-") if part]
    return any(
        letters
        == [part[0].upper() for part in parts if keep or part.casefold() not in _SMALL_WORDS]
        for parts in (words, split)
        for keep in (False, True)
    )
