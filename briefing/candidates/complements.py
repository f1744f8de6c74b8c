"""What may follow a verb that promises: an action, a thing, money, one's own office."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.candidates.actors import Actor, ActorKind
from briefing.candidates.predicates import Predicate, Reading
from briefing.candidates.promise import Complement
from briefing.candidates.verbs import Shape
from briefing.candidates.view import View
from briefing.things import Firmness

_ACTION_WITHIN = 7
_OFFICE_WITHIN = 40
_OWNER_WITHIN = 3
_MONEY_WITHIN = 6
_CURRENCIES = frozenset("$€£")
_VAGUE_VERBS = frozenset({"be", "have", "do", "être", "avoir"})


@dataclass(frozen=True)
class Complements:
    """Finds what is promised after a verb."""

    view: View

    def of(self, predicate: Predicate, reading: Reading, end: int) -> Complement | None:
        """What a verb promises; None where what follows is no promise."""
        takes = reading.phrase.rule.takes
        if "self" in takes:
            return self._own_verb(predicate, reading)
        place = self.view.past(reading.last, end)
        if place >= end:
            return None
        verb = self._verb(predicate, reading, place)
        if verb is not None or takes <= {"base", "gerund"}:
            return verb
        return self._noun(predicate, reading, place, end)

    def _verb(self, predicate: Predicate, reading: Reading, place: int) -> Complement | None:
        rule, view = reading.phrase.rule, self.view
        marked = view.has("infinitive_marks", reading.last - 1)
        sure = "action" not in rule.takes
        if "base" in rule.takes and view.verbs.is_base(place, sure=sure):
            if rule.name == Firmness.WILL and not self.is_action(place, predicate.subject):
                return None
            return self.verb_at(place, marked=marked)
        if "gerund" in rule.takes and view.verbs.is_gerund(place):
            return Complement(place, Shape.GERUND, marked=marked)
        return None

    def verb_at(self, place: int, *, marked: bool) -> Complement:
        """A promised verb, which may be an empty one with the true verb after it."""
        carrier = self.carrier(place)
        doubts = 0.15 if self.view.word(place) in _VAGUE_VERBS else 0.0
        if carrier is None:
            return Complement(place, Shape.BASE, marked=marked, doubts=doubts)
        return Complement(place, Shape.BASE, (f"carrier:{carrier[1]}",), marked=True)

    def _noun(
        self, predicate: Predicate, reading: Reading, place: int, end: int
    ) -> Complement | None:
        takes = reading.phrase.rule.takes
        if "action" in takes and self.names_action(place, end):
            return Complement(place, reasons=("object:action",), doubts=0.05)
        if "money" in takes and self._is_money(place):
            return Complement(place, reasons=("object:money",))
        if takes & {"office", "own_office"}:
            return self._office(place, end, own="own_office" in takes)
        if "thing" in takes and self._is_thing(place, predicate, reading):
            return Complement(place, reasons=("object:thing",))
        return None

    # Verbs

    def is_action(self, place: int, subject: Actor) -> bool:
        """Whether "will" promises here, and does not foretell."""
        view = self.view
        if view.word(place) == "be":
            after = view.past(place + 1, view.size)
            passive = view.has("predictions.passive", after)
            made = subject.kind in {ActorKind.OUTCOME, ActorKind.BODY}
            return (passive and made) or view.verbs.is_gerund(after)
        if view.has("predictions.words", place):
            return False
        return subject.kind is not ActorKind.OUTCOME or self._is_happening(place)

    def _is_happening(self, place: int) -> bool:
        """Whether a verb says that a meeting or a piece of work takes place."""
        two = f"{self.view.word(place)} {self.view.word(place + 1)}"
        happening = self.view.lexicon.words("predictions.happening")
        return two in happening or self.view.word(place) in happening

    def carrier(self, place: int) -> tuple[int, str] | None:
        """An empty verb such as "work together to": where its true verb stands, and its words."""
        view, found = self.view, []
        if place >= view.size:
            return None
        word = view.sentence.words[place]
        for pattern in view.lexicon.carriers.get(word.text, ()):
            match = pattern.match(view.sentence.text, word.start, view.sentence.end)
            if match is not None:
                after = view.past(view.place_at(match.end()), view.size)
                if view.verbs.is_base(after, sure=True):
                    found.append((after, match.group()))
        return max(found, default=None)

    def _own_verb(self, predicate: Predicate, reading: Reading) -> Complement | None:
        """A verb that promises by its own form."""
        if self.view.has("predictions.words", reading.first):
            return None
        outcome = predicate.subject.kind is ActorKind.OUTCOME
        if outcome and not self._is_happening(reading.first):
            return None
        return Complement(reading.first)

    # Nouns

    def names_action(self, place: int, end: int) -> bool:
        """Whether one of the next words names an action: "strengthened implementation"."""
        near = range(place, min(end, place + _ACTION_WITHIN))
        return any(self.view.has("actions.words", k) for k in near)

    def _is_money(self, place: int) -> bool:
        texts = [self.view.word(k) for k in range(place, place + _MONEY_WITHIN)]
        named = any(text in self.view.lexicon.words("money") for text in texts)
        return named and any(text[:1].isdigit() for text in texts)

    def _is_thing(self, place: int, predicate: Predicate, reading: Reading) -> bool:
        text, lexicon = self.view.word(place), self.view.lexicon
        begins = text[:1].isalnum() or text in _CURRENCIES or text in {'"', "«"}
        if not begins or lexicon.has("prepositions", text):
            return False
        # What "we have launched" tells of was done before this text.
        done = predicate.aux & lexicon.words("perfect")
        return not (done and reading.phrase.rule.firmness is Firmness.LAUNCHED)

    # An office that is told to do something

    def _office(self, place: int, end: int, *, own: bool) -> Complement | None:
        view = self.view
        for k in range(place, min(end, place + _OFFICE_WITHIN)):
            if view.word(k) in {";", ":"}:
                return None
            if view.is_verb_after(k, end):
                if not self._is_own(place, k, own=own):
                    return None
                name = view.written(place, k)
                verb = self.verb_at(view.past(k + 1, end), marked=True)
                return Complement(verb.first, Shape.BASE, verb.reasons, name, marked=True)
        return None

    def _is_own(self, first: int, last: int, *, own: bool) -> bool:
        """Whether an office is one that the parties direct; `own` asks for a sure sign."""
        view = self.view
        offices = [k for k in range(first, last) if view.has("offices.words", k)]
        if not offices:
            return False
        if any(view.has("own_marks", k) for k in range(first, min(last, first + _OWNER_WITHIN))):
            return True
        if any(view.has("offices.others", k) for k in range(first, last)):
            return False
        return first in offices or (not own and last - 1 in offices)
