"""Who speaks in a document: "we", "the leaders" and "both sides" mean these."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from briefing.candidates.gazetteer import Gazetteer, Mention, gazetteer
from briefing.candidates.people import people_of
from briefing.things import Party, PartyKind, Passage, PassageKind, Source

_PAIR = re.compile(
    r"\s*(?:[-–/—]|and(?: the)?|et (?:le |la |les |l['’])|et|和|与|及|、)\s*", re.IGNORECASE
)
_TITLE_PASSAGES = 3
_TITLE_LENGTH = 200
_WEIGHED = 400
"""How many passages are looked at to see whom a text names most."""
_MOST_SPEAKERS = 3


@dataclass(frozen=True, slots=True)
class Speakers:
    """Who a document speaks for: "we", "the leaders" and "both sides" mean these."""

    codes: tuple[str, ...]
    people: Mapping[str, str] = field(default_factory=dict)
    """Names of persons, folded, and the party that each speaks for."""
    evidence: str = ""
    """How it was found: `source`, `title` or `text`."""


def document_parties(
    source: Source,
    passages: Sequence[Passage],
    known: Sequence[Party] = (),
    extra: Sequence[Path] = (),
) -> Speakers:
    """Who speaks: as the adviser said, else from the title, else from what the text names."""
    names = gazetteer(known, extra)
    people = dict(people_of(passages, names))
    given = [party.code for party in known if party.uid in source.parties]
    if given:
        return Speakers(tuple(given), people, "source")
    titles = [source.title, *_first_texts(passages)]
    for text in titles:
        codes = _speaking(names.mentions(text), names)
        if len(codes) > 1 or (codes and not _is_state(names, codes[0])):
            return Speakers(codes, people, "title")
    return Speakers(_from_text(passages, names, people), people, "text")


def _first_texts(passages: Sequence[Passage]) -> list[str]:
    return [
        p.text
        for p in passages[:_TITLE_PASSAGES]
        if p.kind is PassageKind.HEADING or len(p.text) < _TITLE_LENGTH
    ]


def _is_state(names: Gazetteer, code: str) -> bool:
    entry = names.entries.get(code)
    return entry is None or entry.kind is PartyKind.STATE


def _speaking(mentions: Sequence[Mention], names: Gazetteer) -> tuple[str, ...]:
    """The parties of a title that can speak; a host is not one beside its own group."""
    codes = list(dict.fromkeys(m.code for m in mentions))
    entries = [names.entries.get(code) for code in codes]
    members = {m for entry in entries if entry for m in entry.members}
    kept = [
        code
        for code, entry in zip(codes, entries, strict=True)
        if entry is None or (entry.speaks and code not in members)
    ]
    return tuple(kept)


def _from_text(
    passages: Sequence[Passage], names: Gazetteer, people: Mapping[str, str]
) -> tuple[str, ...]:
    """The parties that a text names most, above all in pairs."""
    score: Counter[str] = Counter(dict.fromkeys(people.values(), 2))
    for passage in passages[:_WEIGHED]:
        found = names.mentions(passage.text)
        score.update(m.code for m in found)
        for one, two in pairwise(found):
            if one.code != two.code and _PAIR.fullmatch(passage.text[one.end : two.start]):
                score.update({one.code: 4, two.code: 4})
    able = {code: n for code, n in score.items() if can_speak(names, code)}
    ranked = sorted(able.items(), key=lambda item: -item[1])
    if not ranked:
        return ()
    first, most = ranked[0]
    if not _is_state(names, first):
        return (first,)
    near = (code for code, n in ranked if n * 3 >= most and n > 1 and _is_state(names, code))
    return tuple(near)[:_MOST_SPEAKERS]


def can_speak(names: Gazetteer, code: str) -> bool:
    """Whether a party issues texts; one that only a book knows may."""
    entry = names.entries.get(code)
    return entry is None or entry.speaks
