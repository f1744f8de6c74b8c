"""The verbs of a sentence that promise, or say that nothing is promised, with their subjects."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.candidates.actors import Actor, ActorKind
from briefing.candidates.rules import Form, Phrase, Role, Rule
from briefing.candidates.subjects import Subjects
from briefing.candidates.view import View
from briefing.things import Firmness

_ROLES = tuple(Role)
_THAT_WITHIN = 6
"""How many words may stand between a verb and the "that" which it governs."""
_ADVERBIAL = 14
"""How many words may stand between a "that" and its subject."""
_LEADING = 10
"""How many words may lead over to a main clause."""
_OTHER = Phrase("", Rule(Role.EXCLUSION, "other"), Form.FINITE)
_MARKS = frozenset({",", ";", "(", "–", "—"})


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read the words at a place: a phrase, and the words that it covers."""

    phrase: Phrase
    first: int
    last: int
    end: int
    """The offset where the phrase ends."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb with its subject; its readings are tried longest first."""

    readings: tuple[Reading, ...]
    subject: Actor
    direct: bool
    """Whether the subject stands before this verb, or before one that it is joined to."""
    clause: int
    """The word with which the clause begins."""
    aux: frozenset[str] = frozenset()
    """What stands between subject and verb."""
    governor: int | None = None
    """The predicate whose "that" this one stands under."""

    @property
    def first(self) -> int:
        """Where the verb begins."""
        return self.readings[0].first

    @property
    def last(self) -> int:
        """Where its longest phrase ends."""
        return self.readings[0].last

    @property
    def role(self) -> Role:
        """What it does, read at its longest."""
        return self.readings[0].phrase.rule.role

    @property
    def takes_verb(self) -> bool:
        """Whether a verb follows, so that a later bare verb may be joined to that one."""
        return self.role is Role.TRIGGER and "base" in self.readings[0].phrase.rule.takes


class Parser:
    """Finds the predicates of one sentence."""

    def __init__(self, view: View, actors: Sequence[Actor]) -> None:
        self._view = view
        self._subjects = Subjects(view, actors)
        self._found: list[Predicate] = []

    def predicates(self, inherited: Actor | None = None) -> list[Predicate]:
        """Every verb with a subject that can promise, in order."""
        place = 0
        while place < self._view.size:
            readings = self._readings(place)
            predicate = self._predicate(readings, inherited) if readings else self._other(place)
            if predicate is not None:
                self._found.append(predicate)
            skips = predicate is not None and predicate.role is not Role.HOST
            place = max(place + 1, predicate.last) if predicate and skips else place + 1
        return self._found

    def _readings(self, place: int) -> tuple[Reading, ...]:
        view = self._view
        word, found = view.sentence.words[place], self._by_ending(place)
        for phrase in view.lexicon.phrases.get(word.text, ()):
            match = phrase.pattern.match(view.sentence.text, word.start, view.sentence.end)
            if match is not None:
                last = view.place_at(match.end())
                found.append(Reading(phrase, place, last, match.end()))
        return tuple(sorted(found, key=lambda r: (-r.end, _ROLES.index(r.phrase.rule.role))))

    def _by_ending(self, place: int) -> list[Reading]:
        """A verb that promises by its ending alone, as the French future does."""
        phrase, word = self._view.lexicon.future, self._view.sentence.words[place]
        if phrase is None or phrase.pattern.fullmatch(word.text) is None:
            return []
        if self._view.has("predictions.not_future", place):
            return []
        return [Reading(phrase, place, place + 1, word.end)]

    def _predicate(
        self, readings: tuple[Reading, ...], inherited: Actor | None
    ) -> Predicate | None:
        place = readings[0].first
        if self._is_in_name(place) or self._view.has("infinitives_after", place - 1):
            return None
        if all(reading.phrase.form is Form.OPENING for reading in readings):
            return self._participle(readings)
        if readings[0].phrase.rule.impersonal:
            actor = Actor(place, readings[0].last, ActorKind.SPEAKERS)
            return Predicate(readings, actor, True, place)  # noqa: FBT003
        subject = self._subjects.before(place)
        if subject is not None:
            return self._with_subject(readings, subject)
        return self._joined(readings, inherited) or self._made(readings)

    def _other(self, place: int) -> Predicate | None:
        """A clause with a subject and a verb that no rule knows: there, too, a promise ends."""
        view = self._view
        known = view.has("other_verbs", place) or view.word(place).endswith("ed")
        if not known or not self._found or view.has("conjunctions", place - 1):
            return None
        subject = self._subjects.before(place)
        if subject is None or not self._begins_main(subject.first):
            return None
        reading = Reading(_OTHER, place, place + 1, view.sentence.words[place].end)
        return Predicate((reading,), subject, True, subject.first)  # noqa: FBT003

    def _begins_main(self, place: int) -> bool:
        """Whether "and", perhaps with words between commas, stands before a subject."""
        view = self._view
        if view.has("conjunctions", place - 1) and view.word(place - 2) == ",":
            return True
        if view.word(place - 1) != ",":
            return view.word(place - 1) == ";"
        near = range(place - 2, max(1, place - _LEADING), -1)
        return any(view.has("conjunctions", k) and view.word(k - 1) in {",", ";"} for k in near)

    def _is_in_name(self, place: int) -> bool:
        inside = place > 0 and self._view.word(place - 1)[:1].isalnum()
        return inside and self._view.sentence.words[place].capital

    # The subject stands before the verb.

    def _with_subject(self, readings: tuple[Reading, ...], actor: Actor) -> Predicate | None:
        if actor.kind is ActorKind.OUTCOME:  # a thing can only be going to happen
            readings = tuple(r for r in readings if r.phrase.rule.firmness is Firmness.WILL)
        governor, allowed = self._subordination(actor)
        if not allowed or not readings:
            return None
        aux = frozenset(self._view.word(k) for k in range(actor.last, readings[0].first))
        return Predicate(readings, actor, True, actor.first, aux, governor)  # noqa: FBT003

    def _subordination(self, actor: Actor) -> tuple[int | None, bool]:
        """The predicate that governs a clause, and whether the clause can promise."""
        view, last = self._view, len(self._found) - 1
        if view.has("that", actor.first - 1):
            governed = last >= 0 and self._governs(self._found[last], actor.first - 1)
            return (last, True) if governed else (None, False)
        if view.has("subordinators", actor.first - 1):
            return None, False
        adverbial = view.word(actor.first - 1) == "," and last >= 0
        if adverbial and self._holds_that(self._found[last], actor.first):
            return last, True
        return None, True

    def _governs(self, predicate: Predicate, place: int) -> bool:
        """Whether the "that" at a place belongs to a predicate: few words lie between."""
        ends = {reading.last for reading in predicate.readings}
        return any(0 <= place - end <= _THAT_WITHIN or place == end - 1 for end in ends)

    def _holds_that(self, predicate: Predicate, place: int) -> bool:
        """Whether a "that" right after a verb still holds: "noted that, this year, they will"."""
        view = self._view
        near = range(predicate.last - 1, min(predicate.last + 2, place))
        opened = [k for k in near if view.has("that", k)]
        joined = any(
            view.word(k) == ";" or view.has("conjunctions", k) for k in range(place - 3, place)
        )
        return bool(opened) and not joined and place - opened[0] < _ADVERBIAL

    # The subject stands before another verb.

    def _joined(self, readings: tuple[Reading, ...], inherited: Actor | None) -> Predicate | None:
        start = readings[0].first
        while start > 0 and self._view.is_filler(start - 1):
            start -= 1
        joined = self._view.has("conjunctions", start - 1) or self._view.word(start - 1) in {
            ",",
            ";",
        }
        host = self._found[-1] if self._found else None
        kept = tuple(r for r in readings if _may_join(r, host))
        subject = host.subject if host else self._subjects.opening(readings[0].first) or inherited
        if not (joined and kept and subject):
            return None
        aux = frozenset(self._view.word(k) for k in range(start, readings[0].first))
        governor = host.governor if host else None
        if governor is not None and kept[0].phrase.rule.firmness is not Firmness.WILL:
            # "affirmed that they will ..., and underscored": back to the main clause.
            subject, governor = self._found[governor].subject, None
        return Predicate(kept, subject, False, start, aux, governor)  # noqa: FBT003

    # What is made stands before the verb.

    def _made(self, readings: tuple[Reading, ...]) -> Predicate | None:
        """Something that will be opened, set up or held: the parties do it."""
        view, place = self._view, readings[0].first
        be = readings[-1].last if view.has("predictions.be", readings[-1].last) else place
        made = view.past(be + 1, view.size)
        if not view.has("predictions.be", be) or not view.has("predictions.made", made):
            return None
        first = place
        while first > 0 and not self._divides(first - 1):
            first -= 1
        if first == place or any(view.has("subordinators", k) for k in range(first - 1, place)):
            return None
        if any(view.has("object_marks", k) for k in (first - 1, first)):
            return None
        actor = Actor(first, place, ActorKind.OUTCOME, head=view.word(place - 1))
        return self._with_subject(readings, actor)

    def _divides(self, place: int) -> bool:
        return self._view.word(place) in {",", ";", ":"} or self._view.has("conjunctions", place)

    # The verb is a participle.

    def _participle(self, readings: tuple[Reading, ...]) -> Predicate | None:
        place = readings[0].first
        while place > 0 and self._view.is_filler(place - 1):
            place -= 1
        before = self._view.word(place - 1)
        if place and before not in _MARKS and not self._joins_participle(place):
            return None
        earlier = self._found[-1].subject if self._found and place else None
        subject = earlier or self._subjects.main(place)
        return Predicate(readings, subject, False, place) if subject else None  # noqa: FBT003

    def _joins_participle(self, place: int) -> bool:
        """Whether an "and" joins a participle to an earlier one."""
        joined = self._view.has("conjunctions", place - 1)
        after_comma = self._view.word(place - 2) == ","
        return joined and (after_comma or bool(self._found and _is_participle(self._found[-1])))


def _is_participle(predicate: Predicate) -> bool:
    return predicate.readings[0].phrase.form is Form.OPENING


def _may_join(reading: Reading, host: Predicate | None) -> bool:
    """Whether a verb joined to another can be finite."""
    match reading.phrase.form:
        case Form.OPENING:
            return False
        case Form.FINITE:
            return True
        case Form.BARE:
            return host is None or not host.takes_verb
