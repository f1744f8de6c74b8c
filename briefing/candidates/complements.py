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
_OWNER_WITHIN = 4
_DEED_WITHIN = 8
_MONEY_WITHIN = 6
_PARENTHESIS = 16
_NAMED_WITHIN = 5
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
        place = self._past_parenthesis(self.view.past(reading.last, end), end)
        if place >= end:
            return None
        verb = self._verb(predicate, reading, place)
        if verb is not None or takes <= {"base", "gerund"}:
            return verb
        return self._noun(predicate, reading, place, end)

    def _past_parenthesis(self, place: int, end: int) -> int:
        """Past words between two commas: "will, where possible, register"."""
        if self.view.word(place) != ",":
            return place
        for k in range(place + 2, min(end, place + _PARENTHESIS)):
            if self.view.word(k) == ",":
                return self.view.past(k + 1, end)
        return place

    def _verb(self, predicate: Predicate, reading: Reading, place: int) -> Complement | None:
        rule, view = reading.phrase.rule, self.view
        mark = self._mark(reading.last - 1)
        sure = "action" not in rule.takes
        if "base" in rule.takes and view.verbs.is_base(place, sure=sure, lax=True):
            refuses = view.word(place - 1) in view.lexicon.words("negations")
            if self.is_attitude(place) and not refuses:
                return None
            if rule.name == Firmness.WILL and not self.is_action(place, predicate.subject):
                return None
            return self.verb_at(place, mark)
        if "gerund" in rule.takes and view.verbs.is_gerund(place):
            return Complement(place, Shape.GERUND, mark=mark)
        return None

    def is_attitude(self, place: int) -> bool:
        """Whether a verb only says what the parties think: "continue to believe"."""
        carrier = self.carrier(place)
        places = [place] if carrier is None else [place, self.view.past(carrier[0], self.view.size)]
        return any(
            (self.view.has("attitudes.words", k) and not self._is_deed(k))
            or f"{self.view.word(k)} {self.view.word(k + 1)}"
            in self.view.lexicon.words("attitudes.phrases")
            for k in places
        )

    def _is_deed(self, place: int) -> bool:
        """Whether what follows makes an act of it: "recognise each other's diplomas"."""
        after = range(place + 1, min(self.view.size, place + _DEED_WITHIN))
        return any(self.view.has("attitudes.acts_on", k) for k in after)

    def _mark(self, place: int) -> str:
        word = self.view.word(place)
        listed = self.view.has("infinitive_marks", place)
        return self.view.lexicon.mark(word) if listed else ""

    def verb_at(self, place: int, mark: str) -> Complement:
        """A promised verb, which may be an empty one with the true verb after it."""
        carrier = self.carrier(place)
        doubts = 0.15 if self.view.word(place) in _VAGUE_VERBS else 0.0
        if carrier is None:
            return Complement(place, Shape.BASE, mark=mark, doubts=doubts)
        return Complement(place, Shape.BASE, (f"carrier:{carrier[1]}",), mark=mark)

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
            passive = view.has("predictions.passive", after) or view.has("predictions.made", after)
            made = subject.kind in {ActorKind.OUTCOME, ActorKind.BODY}
            return (passive and made) or view.verbs.is_gerund(after)
        if view.has("predictions.words", place):
            return False
        if subject.kind is ActorKind.BODY and view.has("predictions.outcome_only", place):
            return not view.lexicon.has("actors.events", subject.head)
        return subject.kind is not ActorKind.OUTCOME or self._is_happening(place)

    def _is_happening(self, place: int) -> bool:
        """Whether a verb says that a meeting or a piece of work takes place."""
        two = f"{self.view.word(place)} {self.view.word(place + 1)}"
        happening = self.view.lexicon.words("predictions.happening")
        return two in happening or self.view.word(place) in happening

    def _is_event(self, place: int) -> bool:
        two = f"{self.view.word(place)} {self.view.word(place + 1)}"
        return two in self.view.lexicon.words("predictions.happening")

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
        if self.view.has("predictions.words", reading.first) and not self._is_event(reading.first):
            return self._passive(predicate, reading)
        outcome = predicate.subject.kind is ActorKind.OUTCOME
        if outcome and not self._is_happening(reading.first):
            return None
        return Complement(reading.first)

    def _passive(self, predicate: Predicate, reading: Reading) -> Complement | None:
        """A thing that will be made: "a forum will be set up"."""
        made = predicate.subject.kind in {ActorKind.OUTCOME, ActorKind.BODY}
        after = self.view.past(reading.last, self.view.size)
        is_passive = self.view.has("predictions.be", reading.first) and self.view.has(
            "predictions.passive", after
        )
        return Complement(reading.first) if made and is_passive else None

    # Nouns

    def names_action(self, place: int, end: int) -> bool:
        """Whether one of the next words names an action: "strengthened implementation"."""
        near = range(place, min(end, place + _ACTION_WITHIN))
        return any(
            self.view.has("actions.words", k) or self.view.has("actions.phrases", k) for k in near
        )

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
            if view.is_verb_after(k, end) or self._is_tasked_with(k):
                if not self._is_own(place, k, own=own):
                    return None
                name = view.written(place, k)
                verb = view.past(k + 1, end)
                shape = Shape.GERUND if view.verbs.is_gerund(verb) else Shape.BASE
                return Complement(verb, shape, (), name, self._mark(k))
        return None

    def _is_tasked_with(self, place: int) -> bool:
        """Whether "with" and a verb in -ing stand here: "tasked officials with finding"."""
        return self.view.has("office_marks", place) and self.view.verbs.is_gerund(place + 1)

    def _is_own(self, first: int, last: int, *, own: bool) -> bool:
        """Whether an office is one that the parties direct; `own` asks for a sure sign."""
        view = self.view
        offices = [k for k in range(first, last) if view.has("offices.words", k)]
        # "Their harbour masters": whose they are says enough, whatever the office is called.
        if any(view.has("own_marks", k) for k in range(first, min(last, first + _OWNER_WITHIN))):
            return True
        if not offices:
            return False
        if any(view.has("offices.others", k) for k in range(first, last)):
            return False
        if not own:
            return first in offices or last - 1 in offices
        return any(k < first + _NAMED_WITHIN and not view.has("offices.anyone", k) for k in offices)
