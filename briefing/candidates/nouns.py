"""Promises as nouns: "reaffirmed their commitment to", "expressed determination to"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.candidates.complements import Complements
from briefing.candidates.promise import Complement
from briefing.candidates.verbs import Shape
from briefing.candidates.view import View

_ADJECTIVES = 7
_PARTY_WITHIN = 8
_NUMBER_WITHIN = 16


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that promises: where its words begin and end, and what it promises."""

    first: int
    end: int
    complement: Complement
    is_object: bool
    """Whether it is the first thing that the verb speaks of."""


@dataclass(frozen=True)
class Nouns:
    """Finds the nouns that promise after a verb such as "reaffirm"."""

    view: View
    complements: Complements

    def after(self, place: int, end: int) -> Iterator[Noun]:
        """Every noun that promises, in order."""
        start = place
        while place < end:
            complement = self._promised(place, end)
            if complement is None:
                place += 1
                continue
            is_object = self._is_object(start, place)
            if not is_object and not self._is_joined(place):
                place += 1  # "stressed the need to reach the target of": the target is not promised
                continue
            stop = self._next_noun(complement.first, end)
            yield Noun(place, stop, complement, is_object)
            place = stop

    def _promised(self, place: int, end: int) -> Complement | None:
        """What follows a noun such as "commitment"."""
        view = self.view
        if not view.has("sets.promise", place):
            return None
        after = view.past(place + 2, end)
        reasons = (f"noun:{view.word(place)}",)
        found = None
        if view.has("of_marks", place + 1):
            found = self._of(place, after, end, reasons)
        elif view.has("infinitive_marks", place + 1):
            found = self._to(place, after, end, reasons)
        if found is None and self._may_name_party(place + 1):
            found = self._for_party(place + 2, end, reasons)
        return found

    def _may_name_party(self, mark: int) -> bool:
        return self.view.has("for_marks", mark) or self.view.has("owner_marks", mark)

    def _to(self, noun: int, after: int, end: int, reasons: tuple[str, ...]) -> Complement | None:
        view = self.view
        mark = view.lexicon.mark(view.word(noun + 1))
        # "Determination to" takes a verb only, "commitment to" a noun as well.
        shape = view.verbs.shape(after, sure=not view.has("noun_takers", noun), lax=True)
        if shape is Shape.BASE:
            verb = self.complements.verb_at(after, mark)
            return Complement(after, shape, (*reasons, *verb.reasons), mark=mark)
        if shape is not None:
            return Complement(after, shape, reasons, mark=mark)
        if self.complements.names_action(after, end):
            return Complement(after, None, (*reasons, "object:action"), doubts=0.05)
        return None

    def _of(self, noun: int, after: int, end: int, reasons: tuple[str, ...]) -> Complement | None:
        shape = self.view.verbs.shape(after)
        near = range(noun, min(end, noun + _NUMBER_WITHIN))
        if shape is not None or any(self.view.word(k)[:1].isdigit() for k in near):
            return Complement(after, shape, reasons)
        return None

    def _for_party(self, place: int, end: int, reasons: tuple[str, ...]) -> Complement | None:
        """A goal of one party: "the goal for Canada to achieve"."""
        for k in range(place, min(end, place + _PARTY_WITHIN)):
            if self.view.is_verb_after(k, end):
                mark = self.view.lexicon.mark(self.view.word(k))
                return Complement(self.view.past(k + 1, end), Shape.BASE, reasons, mark=mark)
        return None

    def _is_joined(self, noun: int) -> bool:
        """Whether a comma or "and" stands before a noun and its article."""
        while self._is_before_noun(noun - 1):
            noun -= 1
        return self.view.has("separators", noun - 1)

    def _is_object(self, place: int, noun: int) -> bool:
        """Whether only articles and adjectives lie between the verb and the noun."""
        return noun - place <= _ADJECTIVES and not any(
            self.view.has("prepositions", k)
            or self.view.has("object_marks", k)
            or self.view.word(k) in {",", ";"}
            for k in range(place, noun)
        )

    def _is_before_noun(self, place: int) -> bool:
        return self.view.has("sets.owners", place) or self.view.has(
            "sets.promise_adjectives", place
        )

    def _next_noun(self, place: int, end: int) -> int:
        """Where the next noun that promises begins, after a comma or "and"."""
        for k in range(place + 1, end):
            attitude = self.view.has("sets.attitudes", k)
            if not attitude and self._promised(k, end) is None:
                continue
            start = k
            while start > place and self._is_before_noun(start - 1):
                start -= 1
            if self.view.has("separators", start - 1) and not (attitude and start == k):
                while self.view.has("separators", start - 1):
                    start -= 1
                return start
        return end
