"""How much two stretches of two versions look alike, as costs to be minimised.

Lengths follow W. A. Gale and K. W. Church, "A Program for Aligning Sentences in Bilingual
Corpora", Computational Linguistics 19 (1993): the difference of lengths is nearly normal.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from briefing.alignment.signs import signs
from briefing.things import Passage

VARIANCE = 6.8
"""Of the difference in length, per character (Gale and Church)."""
SIGNS_WEIGHT = 9.0
"""What it costs to have no sign in common, in nats. 6 to 12 pair the sample alike."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A passage as alignment sees it."""

    passage: Passage
    length: int
    signs: frozenset[str]

    @classmethod
    def of(cls, passage: Passage) -> Stretch:
        """The passage with its length and signs."""
        return cls(passage, max(len(passage.text), 1), signs(passage.text, passage.lang))


@dataclass(frozen=True)
class Likeness:
    """Costs of pairing stretches of two versions."""

    ratio: float
    """Length of the right version by that of the left."""
    weights: dict[str, float]
    """A sign that stands everywhere says little."""
    _known: dict[tuple[str, ...], tuple[frozenset[str], float]] = field(default_factory=dict)

    @classmethod
    def between(cls, left: Sequence[Stretch], right: Sequence[Stretch]) -> Likeness:
        """The costs for these two versions."""
        counts = Counter(sign for stretch in (*left, *right) for sign in stretch.signs)
        total = len(left) + len(right)
        weights = {sign: math.log(1 + total / count) for sign, count in counts.items()}
        lengths = sum(s.length for s in right) / max(sum(s.length for s in left), 1)
        return cls(lengths or 1.0, weights)

    def cost(
        self, left: Sequence[Stretch], right: Sequence[Stretch], limit: float = math.inf
    ) -> float:
        """What it costs to say that these stretches say the same; above a limit, a part of it."""
        length = self._length_cost(left, right)
        if length > limit:
            return length
        # By passage, so that taking two together is never cheaper than the two apart.
        passages = (len(left) + len(right)) / 2
        return length + SIGNS_WEIGHT * passages * (1 - self.shared(left, right))

    def shared(self, left: Sequence[Stretch], right: Sequence[Stretch]) -> float:
        """The share of the signs that both have, by weight, from 0 to 1."""
        ours, our_weight = self._signs(left)
        theirs, their_weight = self._signs(right)
        # The smaller side decides: languages differ in how many signs they show at all.
        smaller = min(our_weight, their_weight)
        return self._weigh(ours & theirs) / smaller if smaller else 0.3

    def _signs(self, stretches: Sequence[Stretch]) -> tuple[frozenset[str], float]:
        """The signs of neighbours with their weight; asked for again in every cell."""
        key = tuple(stretch.passage.uid for stretch in stretches)
        known = self._known.get(key)
        if known is None:
            found = frozenset().union(*(stretch.signs for stretch in stretches))
            known = self._known[key] = found, self._weigh(found)
        return known

    def _weigh(self, found: Iterable[str]) -> float:
        return sum(self.weights[sign] for sign in found)

    def _length_cost(self, left: Sequence[Stretch], right: Sequence[Stretch]) -> float:
        ours = sum(s.length for s in left)
        theirs = sum(s.length for s in right)
        mean = (ours + theirs / self.ratio) / 2
        delta = (theirs - ours * self.ratio) / math.sqrt(mean * VARIANCE * self.ratio)
        # The probability of a difference at least as large, as in the paper; never quite zero,
        # because a passage cut short must still find its partner.
        tail = math.erfc(abs(delta) / math.sqrt(2))
        return -math.log(max(tail, 1e-3))
