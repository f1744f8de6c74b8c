"""Promises in a clause with "that": "agreed that ministers will meet"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefing.candidates.clauses import Clauses
from briefing.candidates.complements import Complements
from briefing.candidates.predicates import Reading
from briefing.candidates.promise import Complement
from briefing.candidates.verbs import Shape
from briefing.candidates.view import View

_SUBJECT_WITHIN = 30
_STOPS = frozenset({";", ":"})


@dataclass(frozen=True)
class ThatClauses:
    """Finds what is promised under a "that"."""

    view: View
    clauses: Clauses
    complements: Complements

    def of(self, index: int, reading: Reading, end: int) -> Complement | None:
        """What the clause under a predicate promises."""
        inner = self.clauses.governed.get(index)
        if inner is None:
            return self._by_modal(reading.last, end)
        predicate = self.clauses.predicates[inner]
        for other in predicate.readings:
            if other.phrase.rule.takes & {"base", "self"}:
                found = self.complements.of(predicate, other, end)
                if found is not None:
                    words = self.view.written(predicate.clause, other.last)
                    return replace(found, reasons=(*found.reasons, f"that:{words}"))
        return None

    def _by_modal(self, place: int, end: int) -> Complement | None:
        """A verb after "will" or "should" whose subject no rule knows."""
        view = self.view
        if not any(view.has("that", k) for k in range(place - 1, min(place + 2, end))):
            return None
        for k in range(place, min(end, place + _SUBJECT_WITHIN)):
            if view.word(k) in _STOPS or (k > place + 2 and view.has("relatives", k)):
                return None
            if view.has("modals", k):
                return self._after_modal(k, end)
            if self._is_future(k):
                return Complement(k, reasons=(f"that:{view.word(k)}",), doubts=0.05)
        return None

    def _is_future(self, place: int) -> bool:
        """Whether a verb promises by its ending."""
        future, view = self.view.lexicon.future, self.view
        if future is None or future.pattern.fullmatch(view.word(place)) is None:
            return False
        listed = view.has("predictions.words", place) or view.has("predictions.not_future", place)
        return not listed

    def _after_modal(self, modal: int, end: int) -> Complement | None:
        view = self.view
        verb = view.past(modal + 1, end)
        if view.word(verb) == "be":
            promises = view.has("predictions.passive", view.past(verb + 1, end))
        else:
            foretells = view.has("predictions.words", verb)
            promises = view.verbs.is_base(verb, sure=True) and not foretells
        reasons = (f"that:{view.word(modal)}",)
        return Complement(verb, Shape.BASE, reasons, doubts=0.05) if promises else None
