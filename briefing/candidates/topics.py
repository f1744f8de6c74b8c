"""Topics that a source proposes: its own sections, or else the fields of what it promises.

The same section in two languages is one topic. Headings are versions of each other where they are
paired, where one says the other too, or where their words and their order say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import chain
from pathlib import Path

from briefing.candidates.lexicon import parse
from briefing.text import HAN, fold, has_han
from briefing.things import Candidate, Pair, Passage, PassageKind

_HAN_PART = re.compile(rf"[{HAN}][{HAN}0-9A-Z\s《》“”、，-]*[{HAN}]|[{HAN}]")
_EDGES = " .:：;；—–-/|\t"
_SKIP = 0.6
"""What it costs that a section has no version in the other language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedTopic:
    """A topic with its names, and the passages of the source that belong to it."""

    name: str
    names: tuple[str, ...] = ()
    """Its other names, as headings in other languages have them."""
    headings: frozenset[str] = frozenset()
    passages: frozenset[str] = frozenset()
    """Uids of everything under the headings, smaller headings too."""


@dataclass(frozen=True, slots=True)
class _Section:
    """A heading of the highest rank, with what stands under it."""

    heading: Passage
    names: tuple[str, ...]
    passages: tuple[str, ...]


def propose_topics(
    passages: Sequence[Passage], pairs: Iterable[Pair] = (), lang: str = "en"
) -> tuple[ProposedTopic, ...]:
    """A topic for each section of a source, in reading order; `lang` is whose names come first."""
    sections = _sections(passages)
    groups = {section.heading.uid: {section.heading.uid} for section in sections}
    for one, two in chain(_paired(sections, pairs), _same_names(sections), _in_order(sections)):
        if groups[one] is not groups[two] and not _share_language(
            groups[one], groups[two], sections
        ):
            _join(groups, one, two)
    for one, two in _same_names(sections):
        _join(groups, one, two)
    distinct = dict.fromkeys(frozenset(group) for group in groups.values())
    return tuple(
        _topic([s for s in sections if s.heading.uid in group], lang) for group in distinct
    )


def topics_of_fields(
    candidates: Sequence[Candidate], lang: str = "en"
) -> tuple[ProposedTopic, ...]:
    """A topic for each field that candidates are chiefly about, for a source without sections."""
    passages: dict[str, set[str]] = {}
    for candidate in candidates:
        if candidate.subjects:
            own = passages.setdefault(candidate.subjects[0], set())
            own.update(anchor.passage for anchor in candidate.anchors)
    return tuple(
        _field_topic(field, passages[field], lang) for field in field_names() if field in passages
    )


@cache
def field_names() -> dict[str, dict[str, str]]:
    """The name of each field in each language."""
    path = Path("lexicons/fields.toml")
    text = resources.files("resources").joinpath(path.as_posix()).read_text("utf-8")
    fields = parse(text, path)["fields"]
    return {field: dict(words.get("name", {"en": field})) for field, words in fields.items()}


def _field_topic(field: str, passages: set[str], lang: str) -> ProposedTopic:
    names = field_names()[field]
    first = names.get(lang) or names["en"]
    others = tuple(name for name in names.values() if name != first)
    return ProposedTopic(name=first, names=others, passages=frozenset(passages))


def heading_names(text: str) -> tuple[str, ...]:
    """The name that a heading gives, or both where it says it in Chinese and in Latin letters."""
    bare = " ".join(text.split()).strip(_EDGES)
    match = _HAN_PART.search(bare)
    if match is None:
        return (bare,)
    outside = (bare[: match.start()], bare[match.end() :])
    latin = max((part.strip(_EDGES) for part in outside), key=len)
    if re.search(r"[A-Za-zÀ-ÿ]{3}.*\s.*[A-Za-zÀ-ÿ]{3}", latin) is None:
        return (bare,)
    han = bare.replace(latin, "").strip(_EDGES)
    return (han, latin)


def _sections(passages: Sequence[Passage]) -> list[_Section]:
    """The headings of the highest rank that has several, with what stands under each."""
    rank = _rank(passages)
    found: list[tuple[Passage, list[str]]] = []
    for passage in passages:
        if passage.kind is PassageKind.HEADING and passage.level <= rank:
            found.append((passage, []))
        elif found and found[-1][0].source == passage.source:
            found[-1][1].append(passage.uid)
    return [_Section(h, heading_names(h.text), tuple(uids)) for h, uids in found if uids]


def _rank(passages: Sequence[Passage]) -> int:
    """The rank of headings that divide a source: a lone title divides nothing."""
    levels = [p.level for p in passages if p.kind is PassageKind.HEADING]
    langs = {p.lang for p in passages if p.kind is PassageKind.HEADING}
    several = (level for level in sorted(set(levels)) if levels.count(level) > len(langs))
    return next(several, max(levels, default=1))


def _paired(sections: Sequence[_Section], pairs: Iterable[Pair]) -> Iterable[tuple[str, str]]:
    """Sections whose headings are paired, or most of whose passages are."""
    home = {uid: s.heading.uid for s in sections for uid in (s.heading.uid, *s.passages)}
    links: dict[tuple[str, str], int] = {}
    for pair in pairs:
        for left in pair.left:
            for right in pair.right:
                if left in home and right in home:
                    key = (home[left], home[right])
                    links[key] = links.get(key, 0) + 1
    return sorted(links, key=lambda key: -links[key])


def _same_names(sections: Sequence[_Section]) -> Iterable[tuple[str, str]]:
    """Sections of which one gives the other's name too."""
    first: dict[str, str] = {}
    for section in sections:
        for name in section.names:
            yield first.setdefault(fold(name), section.heading.uid), section.heading.uid


def _in_order(sections: Sequence[_Section]) -> Iterable[tuple[str, str]]:
    """Sections of two languages that answer each other, by their words and their order."""
    langs = list(dict.fromkeys(section.heading.lang for section in sections))
    for place, lang in enumerate(langs):
        for other in langs[place + 1 :]:
            left = [s for s in sections if s.heading.lang == lang]
            right = [s for s in sections if s.heading.lang == other]
            yield from _aligned(left, right)


def _aligned(left: Sequence[_Section], right: Sequence[_Section]) -> list[tuple[str, str]]:
    """The cheapest way to walk through both lists of headings in step."""
    best: list[list[tuple[float, list[tuple[str, str]]]]] = [[(0.0, [])]]
    for j in range(len(right)):
        best[0].append((_SKIP * (j + 1), []))
    for i, one in enumerate(left):
        row: list[tuple[float, list[tuple[str, str]]]] = [(_SKIP * (i + 1), [])]
        for j, two in enumerate(right):
            cost, found = best[i][j]
            both = (cost + 1 - _likeness(one, two), [*found, (one.heading.uid, two.heading.uid)])
            skip_left = (best[i][j + 1][0] + _SKIP, best[i][j + 1][1])
            skip_right = (row[j][0] + _SKIP, row[j][1])
            row.append(min(both, skip_left, skip_right, key=lambda step: step[0]))
        best.append(row)
    return best[-1][-1][1]


def _likeness(one: _Section, two: _Section) -> float:
    """How alike two headings are: shared words and notions of the glossary, then length."""
    ours, theirs = _signs(one), _signs(two)
    shared = len(ours & theirs) / max(1, min(len(ours), len(theirs)))
    sizes = sorted((len(one.passages), len(two.passages)))
    return 0.7 * shared + 0.3 * sizes[0] / max(1, sizes[1])


def _signs(section: _Section) -> set[str]:
    """Numbers, long Latin words by their stem, and notions that the headings name."""
    folded = fold(" ".join(section.names))
    found = {word[:5] for word in re.findall(r"[a-z]{5,}|\d+", folded)}
    lang = "zh" if has_han(folded) else section.heading.lang
    for number, words in enumerate(_notions(lang)):
        if any(word in folded for word in words):
            found.add(f"={number}")
    return found


@cache
def _notions(lang: str) -> tuple[tuple[str, ...], ...]:
    path = Path("lexicons/glossary.toml")
    text = resources.files("resources").joinpath(path.as_posix()).read_text("utf-8")
    terms = parse(text, path)["terms"]
    return tuple(tuple(fold(word) for word in term.get(lang, ())) for term in terms)


def _share_language(one: set[str], two: set[str], sections: Sequence[_Section]) -> bool:
    """Whether two groups hold sections of one language: then they are two topics."""
    lang_of = {section.heading.uid: section.heading.lang for section in sections}
    return bool({lang_of[uid] for uid in one} & {lang_of[uid] for uid in two})


def _join(groups: dict[str, set[str]], one: str, two: str) -> None:
    joined = groups[one] | groups[two]
    for uid in joined:
        groups[uid] = joined


def _topic(sections: Sequence[_Section], lang: str) -> ProposedTopic:
    own = [s for s in sections if s.heading.lang == lang]
    latin_first = [name for s in (*own, *sections) for name in _for(s, lang)]
    first, *others = dict.fromkeys(latin_first)
    return ProposedTopic(
        name=first,
        names=tuple(others),
        headings=frozenset(s.heading.uid for s in sections),
        passages=frozenset(uid for s in sections for uid in s.passages),
    )


def _for(section: _Section, lang: str) -> tuple[str, ...]:
    """The names of a section, those in the asked script first."""
    return tuple(sorted(section.names, key=lambda name: has_han(name) is not (lang == "zh")))
