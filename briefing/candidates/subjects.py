"""Which actor is the subject of a verb."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.candidates.actors import Actor, ActorKind
from briefing.candidates.rules import Form
from briefing.candidates.view import View

_POSTMODIFIER = 16
"""How many words may stand between a subject's head and its verb."""
_ADJECTIVES = 2
_OPENING = frozenset({",", "(", "–", "—"})
_CLOSING = frozenset({",", ")", "–", "—"})
_BREAKS = frozenset({",", ";", ":"})


@dataclass(frozen=True)
class Subjects:
    """The actors of a sentence, asked for as subjects."""

    view: View
    actors: Sequence[Actor]

    def before(self, place: int) -> Actor | None:
        """The subject that stands before a verb."""
        for actor in reversed(self.actors):
            if actor.last > place:
                continue
            if self._reaches(actor, place):
                return actor
            if place - actor.last > 3 * _POSTMODIFIER:
                break
        return None

    def opening(self, place: int) -> Actor | None:
        """The last actor that a clause begins with, whatever its verb is."""
        for actor in reversed(self.actors):
            begins = actor.first == 0 or self.view.word(actor.first - 1) in _BREAKS
            if actor.last <= place and begins and actor.kind is not ActorKind.OUTCOME:
                return actor
        return None

    def main(self, place: int) -> Actor | None:
        """The subject of the main clause that follows an opening participle."""
        for actor in self.actors:
            if actor.first > place and self.view.word(actor.first - 1) == ",":
                return actor
        return None

    def _reaches(self, actor: Actor, place: int) -> bool:
        if self.view.has("object_marks", actor.first - 1):
            return False  # a preposition stands before it
        gap = range(actor.last, place)
        if all(self.view.is_filler(k) for k in gap):
            return True
        if not self._starts_clause(actor.first):
            return False
        return self._is_postmodifier(gap) or self._is_parenthesis(gap)

    def _starts_clause(self, place: int) -> bool:
        if place == 0 or not self.view.word(place - 1)[:1].isalnum():
            return True
        joined = self.view.has("conjunctions", place - 1)
        return joined or self.view.has("subordinators", place - 1)

    def _is_postmodifier(self, gap: range) -> bool:
        """Whether words such as "responsible for trade" lie between."""
        start = gap.start + self._adjectives(gap)
        if not 0 < len(gap) <= _POSTMODIFIER:
            return False
        if start < gap.stop and not self.view.has("prepositions", start):
            return False
        return not any(self._blocks(k) for k in gap)

    def _adjectives(self, gap: range) -> int:
        """How many adjectives follow a French noun, before a preposition or the verb."""
        if not self.view.lexicon.words("adjectives_follow"):
            return 0
        count = 0
        for k in gap[:_ADJECTIVES]:
            if self.view.has("prepositions", k) or self.view.is_filler(k):
                break
            count += 1
        rest = gap[count:]
        return len(gap) if all(self.view.is_filler(k) for k in rest) else count

    def _blocks(self, place: int) -> bool:
        view = self.view
        if view.word(place) in _BREAKS or view.has("subordinators", place):
            return True
        return self._is_verb(place)

    def _is_verb(self, place: int) -> bool:
        word = self.view.sentence.words[place]
        future = self.view.lexicon.future
        if future is not None and future.pattern.fullmatch(word.text):
            return not self.view.has("predictions.not_future", place)
        return any(
            phrase.form is Form.FINITE and phrase.pattern.match(self.view.sentence.text, word.start)
            for phrase in self.view.lexicon.phrases.get(word.text, ())
        )

    def _is_parenthesis(self, gap: range) -> bool:
        """Whether only words between two commas or dashes lie between."""
        end = gap.stop - 1
        while end > gap.start and self.view.is_filler(end):
            end -= 1
        if end - gap.start < 2 or self.view.word(gap.start) not in _OPENING:  # noqa: PLR2004
            return False
        if self.view.word(end) not in _CLOSING:
            return False
        return not any(self._begins_clause(k) for k in range(gap.start + 1, end))

    def _begins_clause(self, place: int) -> bool:
        return self._is_verb(place) and any(actor.last == place for actor in self.actors)
