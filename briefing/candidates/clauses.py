"""How far each predicate of a sentence reaches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from briefing.candidates.predicates import Predicate
from briefing.candidates.view import View

_LEADING = 12
"""How many words may lead over to a clause: "and, in this context, the leaders"."""


@dataclass(frozen=True)
class Clauses:
    """The predicates of a sentence and the stretches that they govern."""

    predicates: Sequence[Predicate]
    view: View

    def end(self, index: int) -> int:
        """The word before which the clause of a predicate ends."""
        for later in self.predicates[index + 1 :]:
            if later.governor != index:
                return self._trimmed(later)
        return self.view.size

    @cached_property
    def governed(self) -> dict[int, int]:
        """The first predicate under each "that"."""
        found: dict[int, int] = {}
        for index, predicate in enumerate(self.predicates):
            if predicate.governor is not None:
                found.setdefault(predicate.governor, index)
        return found

    def _trimmed(self, later: Predicate) -> int:
        """Where the words that lead over to a later clause begin."""
        place = later.clause
        if self.view.word(place - 1) == ",":
            for back in range(place - 2, max(0, place - _LEADING), -1):
                if self.view.has("conjunctions", back) or self.view.word(back) == ";":
                    place = back
                    break
        while place and self._leads_over(place - 1):
            place -= 1
        return place

    def _leads_over(self, place: int) -> bool:
        joins = self.view.has("conjunctions", place) or self.view.has("subordinators", place)
        return joins or self.view.word(place) in {",", ";"}
