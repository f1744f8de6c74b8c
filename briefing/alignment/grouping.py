"""Candidates that say the same in another language or another copy, as one group."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from briefing.alignment.signs import signs
from briefing.text import fold
from briefing.things import Candidate, Pair
from briefing.uid import new_uid

_SAME_WORDS = 0.72
"""Likeness from which two quotes of one language count as copies."""
_SAME_SENSE = 0.5
"""Likeness from which two quotes of two languages count as versions."""


def group_candidates(
    candidates: Sequence[Candidate],
    pairs: Iterable[Pair],
    copies: Iterable[tuple[str, str]] = (),
) -> tuple[Candidate, ...]:
    """The candidates with a common `group` for those that are one commitment.

    `pairs` are passages of two languages, `copies` passages (uids) that are copies of each other.
    A candidate joins at most one candidate of each version.
    """
    by_passage: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        by_passage.setdefault(candidate.anchors[0].passage, []).append(candidate)
    links: list[tuple[str, str]] = []
    for pair in pairs:
        ours = [c for uid in pair.left for c in by_passage.get(uid, ())]
        theirs = [c for uid in pair.right for c in by_passage.get(uid, ())]
        links.extend(_match(ours, theirs, _sense, _SAME_SENSE))
    for one, other in copies:
        links.extend(
            _match(by_passage.get(one, []), by_passage.get(other, []), _words, _SAME_WORDS)
        )
    groups = _closure(links, {c.uid: c.group for c in candidates})
    return tuple(
        replace(c, group=groups[c.uid]) if groups.get(c.uid, c.group) != c.group else c
        for c in candidates
    )


def _match(
    ours: list[Candidate],
    theirs: list[Candidate],
    likeness: Callable[[Candidate, Candidate, float, float], float],
    least: float,
) -> list[tuple[str, str]]:
    """The best one-to-one links, the likeliest first."""
    scored = sorted(
        (
            (likeness(a, b, _place(i, ours), _place(j, theirs)), a.uid, b.uid)
            for i, a in enumerate(ours)
            for j, b in enumerate(theirs)
        ),
        reverse=True,
    )
    links: list[tuple[str, str]] = []
    taken: set[str] = set()
    for score, one, other in scored:
        if score >= least and not {one, other} & taken:
            links.append((one, other))
            taken |= {one, other}
    return links


def _place(number: int, among: list[Candidate]) -> float:
    return number / (len(among) - 1) if len(among) > 1 else 0.5


def _words(one: Candidate, other: Candidate, _at: float, _there: float) -> float:
    return fuzz.ratio(fold(one.quote), fold(other.quote)) / 100


def _sense(one: Candidate, other: Candidate, at: float, there: float) -> float:
    """Order in the passage counts most, then shared signs, firmness and deadline."""
    ours = signs(one.quote, one.anchors[0].lang)
    theirs = signs(other.quote, other.anchors[0].lang)
    smaller = min(len(ours), len(theirs))
    shared = len(ours & theirs) / smaller if smaller else 0.3
    kind = one.firmness.kind is other.firmness.kind
    when = one.deadline.value == other.deadline.value
    return 0.4 * (1 - abs(at - there)) + 0.4 * shared + 0.1 * kind + 0.1 * when


def _closure(links: list[tuple[str, str]], group_of: dict[str, str]) -> dict[str, str]:
    """The group of each linked candidate; links that chain make one group."""
    groups: dict[str, set[str]] = {}
    for one, other in links:
        joined = groups.get(one, {one}) | groups.get(other, {other})
        for uid in joined:
            groups[uid] = joined
    names: dict[str, str] = {}
    for members in groups.values():
        known = sorted(group_of.get(uid, "") for uid in members if group_of.get(uid))
        name = names.get(min(members)) or (known[0] if known else new_uid())
        names.update(dict.fromkeys(members, name))
    return names
