"""The topics that a source's own sections propose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.text import HAN, fold
from briefing.things import Pair, Passage, PassageKind

_HAN_PART = re.compile(f"[{HAN}][{HAN}\u3000-\u303f\uff00-\uffef 0-9A-Z-]*[{HAN}]|[{HAN}]+")


@dataclass(frozen=True, slots=True)
class TopicProposal:
    """A section as a topic: its name, its names in other languages, and its headings' uids."""

    name: str
    names: tuple[str, ...]
    headings: frozenset[str]


def propose_topics(
    passages: Sequence[Passage], pairs: Iterable[Pair], lang: str
) -> list[TopicProposal]:
    """A topic for each section; headings that are versions of each other make one.

    Two headings are versions where they are paired, or where one says the other too, as in a
    Chinese heading with the English one behind it.
    """
    headings = [p for p in passages if p.kind is PassageKind.HEADING]
    group_of = {p.uid: {p.uid} for p in headings}
    for pair in pairs:
        _join(group_of, [uid for uid in (*pair.left, *pair.right) if uid in group_of])
    by_name: dict[str, str] = {}
    for heading in headings:
        for name in heading_names(heading.text):
            first = by_name.setdefault(fold(name), heading.uid)
            _join(group_of, [first, heading.uid])
    groups = {frozenset(group) for group in group_of.values()}
    order = {p.uid: place for place, p in enumerate(headings)}
    texts = {p.uid: p for p in headings}
    ordered = sorted(groups, key=lambda group: min(order[uid] for uid in group))
    return [_proposal([texts[u] for u in sorted(g, key=order.__getitem__)], lang) for g in ordered]


def heading_names(text: str) -> list[str]:
    """The name that a heading gives, or both where it gives one in Chinese and one in Latin."""
    bare = " ".join(text.split()).strip(" .:：—–-")
    match = _HAN_PART.match(bare)
    rest = bare[match.end() :].strip(" .:：—–-") if match else ""
    if match and re.search(r"[A-Za-z]{3}", rest):
        return [match.group().strip(), rest]
    return [bare]


def _join(group_of: dict[str, set[str]], uids: Sequence[str]) -> None:
    joined = set().union(*(group_of[uid] for uid in uids))
    for uid in joined:
        group_of[uid] = joined


def _proposal(headings: Sequence[Passage], lang: str) -> TopicProposal:
    own = [p for p in headings if p.lang == lang] or list(headings)
    names = [name for p in (*own, *headings) for name in heading_names(p.text)]
    first, *others = dict.fromkeys(names)
    return TopicProposal(first, tuple(others), frozenset(p.uid for p in headings))
