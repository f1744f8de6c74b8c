"""Names of states and organisations, and where a text mentions them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from briefing.candidates.lexicon import party_data
from briefing.errors import TemplateBroken
from briefing.text import has_han, simplified
from briefing.things import Party, PartyKind
from briefing.uid import new_uid

_START = re.compile(r"\w+")
_LANGS = ("en", "fr", "zh")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "\u00a0": " ", "\u202f": " ", "‑": "-", "‐": "-"})
_FEMININE = {
    "ien": "ienne",
    "ain": "aine",
    "ais": "aise",
    "ois": "oise",
    "and": "ande",
    "ol": "ole",
}


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a party; `code` is empty for a name that only looks like one."""

    text: str
    code: str
    adjective: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a text names a party."""

    start: int
    end: int
    code: str
    adjective: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """A party as the data files know it."""

    code: str
    names: Mapping[str, tuple[str, ...]]
    adjectives: tuple[str, ...]
    titles: tuple[str, ...]
    members: tuple[str, ...]
    speaks: bool
    kind: PartyKind


@dataclass(frozen=True)
class Gazetteer:
    """Every name that can be met, ready to be looked for."""

    entries: Mapping[str, Entry]
    index: Mapping[str, tuple[Name, ...]]
    titles: Mapping[str, Mapping[str, tuple[str, ...]]]
    short: Mapping[str, str]
    """Chinese short names of one character, and their codes."""
    pairs: re.Pattern[str] | None

    def mentions(self, text: str) -> list[Mention]:
        """The parties that a text names, in order, the longest name winning."""
        plain, found, done = text.translate(_QUOTES), [], 0
        for place in _places(plain):
            if place < done:
                continue
            name = self._name_at(plain, place)
            if name is not None:
                done = place + len(name.text)
                if name.code:
                    found.append(Mention(place, done, name.code, name.adjective))
        return sorted((*found, *self._short(plain, found)), key=lambda m: m.start)

    def _short(self, text: str, found: Sequence[Mention]) -> Iterator[Mention]:
        """Chinese short names where several stand together: "中法两国"."""
        if self.pairs is None or not has_han(text):
            return
        taken = {place for m in found for place in range(m.start, m.end)}
        for match in self.pairs.finditer(simplified(text)):
            if match.start() in taken or match.end() - 1 in taken:
                continue
            for place in range(match.start(), match.end()):
                yield Mention(place, place + 1, self.short[simplified(text[place])], adjective=True)

    def _name_at(self, text: str, place: int) -> Name | None:
        for name in self.index.get(_key(text, place), ()):
            end = place + len(name.text)
            if text.startswith(name.text, place) and _whole(text, end, name.text):
                return name
        return None

    def party(self, code: str, lang: str = "en") -> Party:
        """A new party for a code, named in a language."""
        entry = self.entries[code]
        every = tuple(name for names in entry.names.values() for name in names)
        first = entry.names.get(lang) or every
        others = tuple(dict.fromkeys(name for name in every if name != first[0]))
        return Party(uid=new_uid(), code=code, name=first[0], kind=entry.kind, names=others)


def gazetteer(known: Sequence[Party] = (), extra: Sequence[Path] = ()) -> Gazetteer:
    """The names of the data files, and those of the parties that a book holds."""
    base = _base(tuple(extra))
    own = [
        Name(text.translate(_QUOTES), party.code)
        for party in known
        for text in (party.name, *party.names)
        if len(text.strip()) > 1
    ]
    fresh = [name for name in own if name not in base.index.get(_key(name.text, 0), ())]
    if not fresh:
        return base
    index = dict(base.index)
    for key, names in _indexed(fresh).items():
        index[key] = tuple(sorted({*index.get(key, ()), *names}, key=_longest))
    return Gazetteer(base.entries, index, base.titles, base.short, base.pairs)


@cache
def _base(extra: tuple[Path, ...]) -> Gazetteer:
    data = party_data(extra)
    try:
        entries = {entry.code: entry for entry in _entries(data)}
        titles = {
            title: {lang: tuple(words.get(lang, ())) for lang in _LANGS}
            for title, words in data.get("titles", {}).items()
        }
        names = [Name(text, "") for text in data.get("not_parties", ())]
    except (KeyError, TypeError, AttributeError) as error:
        raise TemplateBroken(Path("lexicons/parties.toml"), str(error)) from error
    for entry in entries.values():
        names += (Name(n, entry.code) for every in entry.names.values() for n in every)
        names += (Name(n, entry.code, adjective=True) for n in entry.adjectives)
    short = {name: code for code, name in data.get("short_zh", {}).items() if len(name) == 1}
    return Gazetteer(entries, _indexed(names), titles, short, _pairs(short))


def _pairs(short: Mapping[str, str]) -> re.Pattern[str] | None:
    if not short:
        return None
    names = "".join(short)
    after = "两三四双关联领合边声经友战全贸元政发伙首北科文人各企防安国外海高"
    return re.compile(rf"[{names}]{{2,4}}(?=[{after}])")


def _entries(data: Mapping[str, Any]) -> Iterator[Entry]:
    for key, kind in (("states", PartyKind.STATE), ("organisations", PartyKind.ORGANISATION)):
        for row in data.get(key, ()):
            french = (f for a in row.get("adjectives_fr", ()) for f in _inflected(a))
            yield Entry(
                code=row["code"],
                names={lang: tuple(row.get(lang, ())) for lang in _LANGS},
                adjectives=(*row.get("adjectives_en", ()), *french),
                titles=tuple(row.get("titles", ())),
                members=tuple(row.get("members", ())),
                speaks=bool(row.get("speaks", kind is PartyKind.STATE)),
                kind=kind,
            )


def _inflected(adjective: str) -> Iterator[str]:
    feminine = adjective + "e"
    for end, other in _FEMININE.items():
        if adjective.endswith(end):
            feminine = adjective.removesuffix(end) + other
    if adjective.endswith("e"):
        feminine = adjective
    plural = adjective if adjective.endswith(("s", "x")) else adjective + "s"
    yield from dict.fromkeys((adjective, feminine, plural, feminine + "s"))


def _indexed(names: Iterable[Name]) -> dict[str, tuple[Name, ...]]:
    index: dict[str, set[Name]] = defaultdict(set)
    for name in names:
        index[_key(name.text, 0)].add(name)
    return {key: tuple(sorted(found, key=_longest)) for key, found in index.items()}


def _longest(name: Name) -> tuple[int, str, str]:
    return (-len(name.text), name.text, name.code)


def _key(text: str, place: int) -> str:
    """What a name is looked up by: its first character, or its first word."""
    if has_han(text[place]):
        return text[place]
    match = _START.match(text, place)
    return text[place] if match is None else match.group()


def _places(text: str) -> Iterator[int]:
    for match in _START.finditer(text):
        # Han characters have no blanks between words, so a name may begin at any of them.
        if has_han(match.group()):
            yield from range(match.start(), match.end())
        else:
            yield match.start()


def _whole(text: str, end: int, name: str) -> bool:
    """Whether a name ends where a word ends."""
    if end >= len(text) or has_han(name[-1]) or has_han(text[end]):
        return True
    return not text[end].isalnum()
