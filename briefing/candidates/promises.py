"""The promises of a sentence: each verb's complement, checked and split into members."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from briefing.candidates.actors import ActorKind
from briefing.candidates.clauses import Clauses
from briefing.candidates.complements import Complements
from briefing.candidates.nouns import Nouns
from briefing.candidates.predicates import Predicate, Reading
from briefing.candidates.promise import Complement, Promise
from briefing.candidates.rules import Role, Rule
from briefing.candidates.series import Series
from briefing.candidates.thatclauses import ThatClauses
from briefing.candidates.verbs import Shape
from briefing.candidates.view import View
from briefing.things import Firmness

_PAST_AFTER = 12
"""How far after a verb words such as "last year" still belong to it."""


@dataclass(frozen=True)
class Promiser:
    """Reads the promises of one sentence."""

    view: View
    clauses: Clauses

    @cached_property
    def _complements(self) -> Complements:
        return Complements(self.view)

    @cached_property
    def _that(self) -> ThatClauses:
        return ThatClauses(self.view, self.clauses, self._complements)

    def promises(self) -> Iterator[Promise]:
        """Every promise of the sentence, in order."""
        for index, predicate in enumerate(self.clauses.predicates):
            if predicate.governor is None:
                yield from self._of(index, predicate)

    def _of(self, index: int, predicate: Predicate) -> Iterator[Promise]:
        """What a predicate promises, by the longest reading that makes sense."""
        end = self.clauses.end(index)
        for reading in predicate.readings:
            match reading.phrase.rule.role:
                case Role.EXCLUSION:
                    yield from self._resumed(predicate, reading, end)
                    return
                case Role.HOST:
                    found = list(self._hosted(index, predicate, reading, end))
                case Role.TRIGGER:
                    found = list(self._triggered(index, predicate, reading, end))
            if found:
                yield from found
                return

    def _triggered(
        self, index: int, predicate: Predicate, reading: Reading, end: int
    ) -> Iterator[Promise]:
        if self._is_past(predicate, reading.phrase.rule):
            return
        complement = None
        if "that" in reading.phrase.rule.takes:
            complement = self._that.of(index, reading, end)
        complement = complement or self._complements.of(predicate, reading, end)
        if complement is not None:
            yield from self._series(predicate, reading, complement, end)

    def _is_past(self, predicate: Predicate, rule: Rule) -> bool:
        """Whether the words tell of an earlier occasion."""
        past, sentence = self.view.lexicon.past, self.view.sentence
        if rule.firmness is Firmness.WILL or past is None:
            return False
        end = sentence.words[predicate.last - 1].end + _PAST_AFTER
        return past.search(sentence.text, sentence.start, min(end, sentence.end)) is not None

    def _hosted(
        self, index: int, predicate: Predicate, reading: Reading, end: int
    ) -> Iterator[Promise]:
        if "that" in reading.phrase.rule.takes:
            complement = self._that.of(index, reading, end)
            if complement is not None:
                yield from self._series(predicate, reading, complement, end)
                return
        for noun in Nouns(self.view, self._complements).after(reading.last, end):
            start = None if noun.is_object else noun.first
            yield from self._series(predicate, reading, noun.complement, noun.end, start=start)

    def _resumed(self, predicate: Predicate, reading: Reading, end: int) -> Iterator[Promise]:
        """What goes on after "agreed on the importance of X": "and to do Y"."""
        view, firmness = self.view, reading.phrase.rule.resumes
        if firmness is None:
            return
        series = Series(view, mark=view.lexicon.mark("to"))
        joiners = view.lexicon.words("joiners")
        for place in range(reading.last, end - 2):
            mark = place + 1
            while view.is_filler(mark) or view.word(mark) in joiners:
                mark += 1
            verb = view.past(mark + 1, end)
            shape = view.verbs.shape(verb, sure=True)
            resumes = view.word(place) in joiners and view.has("infinitive_marks", mark)
            if resumes and shape and not series.holds_purpose(reading.last, place):
                complement = Complement(
                    verb, shape, ("resumed",), mark=view.lexicon.mark(view.word(mark)), doubts=0.05
                )
                yield from self._series(
                    predicate, reading, complement, end, start=verb, firmness=firmness
                )
                return

    def _series(
        self,
        predicate: Predicate,
        reading: Reading,
        complement: Complement,
        end: int,
        *,
        start: int | None = None,
        firmness: Firmness | None = None,
    ) -> Iterator[Promise]:
        rule, view = reading.phrase.rule, self.view
        members = self._members(complement, end)
        if start is None:
            start = predicate.clause if predicate.direct else reading.first
        starts = [start, *members[1:]]
        subject = predicate.subject
        for number, (first, stop) in enumerate(zip(starts, [*starts[1:], end], strict=True), 1):
            span = view.trim(first, stop)
            called = number > 1 and self._complements.is_attitude(first)
            if span is None or called:
                continue
            yield Promise(
                *span,
                firmness=firmness or rule.firmness or Firmness.WILL,
                subject=subject,
                subject_text=view.written(subject.first, subject.last),
                reasons=self._reasons(predicate, reading, complement, number, len(starts)),
                delegate=complement.delegate,
                before=self._before(predicate),
                doubts=complement.doubts + self._doubts(predicate, rule, number),
            )

    def _before(self, predicate: Predicate) -> tuple[int, int]:
        """The words between the clause before and this one."""
        words, sentence = self.view.sentence.words, self.view.sentence
        index = self.clauses.predicates.index(predicate)
        earlier = self.clauses.end(index - 1) if index else 0
        start = words[earlier - 1].end if earlier else sentence.start
        return min(start, words[predicate.clause].start), words[predicate.clause].start

    def _members(self, complement: Complement, end: int) -> list[int]:
        """Where the members of a series of verbs begin."""
        if complement.shape is None:
            return [complement.first]
        carrier = self._complements.carrier(complement.first)
        first = complement.first if carrier is None else self.view.past(carrier[0], end)
        shape = complement.shape if carrier is None else Shape.BASE
        mark = complement.mark
        if carrier is not None:
            mark = self.view.lexicon.mark(carrier[1].split()[-1])
        return Series(self.view, mark=mark, outer=complement.mark).members(first, end, shape)

    def _reasons(
        self,
        predicate: Predicate,
        reading: Reading,
        complement: Complement,
        number: int,
        count: int,
    ) -> tuple[str, ...]:
        view, subject = self.view, predicate.subject
        trigger = view.text[view.sentence.words[reading.first].start : reading.end].strip()
        reasons = [f"trigger:{trigger}", f"subject:{view.written(subject.first, subject.last)}"]
        if not predicate.direct:
            reasons.append("subject-before")
        reasons += complement.reasons
        if count > 1:
            reasons.append(f"series:{number}/{count}")
        return tuple(reasons)

    def _doubts(self, predicate: Predicate, rule: Rule, number: int) -> float:
        perfect = predicate.aux & self.view.lexicon.words("perfect")
        return sum(
            (
                0.3 if rule.soft else 0.0,
                0.0 if predicate.direct else 0.03,
                0.05 if number > 1 else 0.0,
                0.15 if perfect and rule.firmness is not Firmness.AGREED else 0.0,
                0.1 if predicate.subject.kind is ActorKind.OUTCOME else 0.0,
            )
        )
