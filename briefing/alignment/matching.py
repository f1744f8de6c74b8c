"""Which candidates of two versions say the same: the best one-to-one links, in reading order."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from briefing.alignment.signs import signs
from briefing.text import fold
from briefing.things import Candidate

_UNTOLD = 0.35
"""How alike two quotes count of which one shows no sign that the other could share."""

Likeness = Callable[[Candidate, Candidate], float]


def matched(
    ours: Sequence[Candidate], theirs: Sequence[Candidate], likeness: Likeness, least: float
) -> list[tuple[str, str]]:
    """The links with the greatest likeness in sum; none crosses another or is below `least`."""
    rows, columns = len(ours), len(theirs)
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    linked: set[tuple[int, int]] = set()
    for i, one in enumerate(ours):
        for j, other in enumerate(theirs):
            gain = best[i][j] + likeness(one, other) - least
            apart = max(best[i][j + 1], best[i + 1][j])
            if gain >= apart:
                linked.add((i, j))
            best[i + 1][j + 1] = max(gain, apart)
    return _walk_back(best, linked, ours, theirs)


def _walk_back(
    best: list[list[float]],
    linked: set[tuple[int, int]],
    ours: Sequence[Candidate],
    theirs: Sequence[Candidate],
) -> list[tuple[str, str]]:
    i, j = len(ours), len(theirs)
    links: list[tuple[str, str]] = []
    while i and j:
        if (i - 1, j - 1) in linked:
            i, j = i - 1, j - 1
            links.append((ours[i].uid, theirs[j].uid))
        elif best[i][j] == best[i - 1][j]:
            i -= 1
        else:
            j -= 1
    return links[::-1]


def same_words(one: Candidate, other: Candidate) -> float:
    """How alike two quotes of one language are."""
    return fuzz.ratio(fold(one.quote), fold(other.quote)) / 100


@dataclass(frozen=True)
class Sense:
    """How alike quotes of two languages are, from 0 to 1."""

    seen: dict[str, frozenset[str]]
    """The signs of each quote that both languages show somewhere."""
    weights: dict[str, float]
    """A sign that stands everywhere says little."""
    sizes: dict[str, float]
    """Of each quote, by the mean of its side."""

    @classmethod
    def between(cls, ours: Iterable[Candidate], theirs: Iterable[Candidate]) -> Sense:
        """The likeness for the candidates of two versions."""
        seen: dict[str, frozenset[str]] = {}
        sizes: dict[str, float] = {}
        shown: list[frozenset[str]] = []
        counts: Counter[str] = Counter()
        for side in (list(ours), list(theirs)):
            found = {c.uid: signs(c.quote, c.anchors[0].lang) for c in side}
            counts.update(sign for one in found.values() for sign in one)
            shown.append(frozenset().union(*found.values()))
            seen.update(found)
            mean = sum(len(c.quote) for c in side) / max(1, len(side))
            sizes.update({c.uid: len(c.quote) / mean for c in side})
        common = shown[0] & shown[1]
        weights = {sign: math.log(1 + len(seen) / counts[sign]) for sign in common}
        return cls({uid: found & common for uid, found in seen.items()}, weights, sizes)

    def __call__(self, one: Candidate, other: Candidate) -> float:
        """Signs count most, then length, firmness and deadline."""
        length = math.exp(-abs(math.log(self.sizes[one.uid] / self.sizes[other.uid])))
        kind = one.firmness.kind is other.firmness.kind
        when = one.deadline.value == other.deadline.value
        return 0.5 * self._shared(one, other) + 0.3 * length + 0.1 * kind + 0.1 * when

    def _shared(self, one: Candidate, other: Candidate) -> float:
        ours, theirs = self.seen[one.uid], self.seen[other.uid]
        if not ours or not theirs:
            return _UNTOLD
        both = self._weigh(ours) + self._weigh(theirs)
        return 2 * self._weigh(ours & theirs) / both

    def _weigh(self, found: Iterable[str]) -> float:
        return sum(self.weights[sign] for sign in found)
