"""Verbs coordinated under one promise: where each member of the series begins.

Verbs coordinated under the trigger are separate promises; purposes and means are not, nor are two
verbs with one object.
"""

from __future__ import annotations

from enum import StrEnum

from briefing.candidates.verbs import Shape
from briefing.candidates.view import View

_ENUMERATOR = 4
"""The longest mark of an item inside a sentence: "viii"."""


ANY_MARK = "*"
"""Stands for whatever mark the words of a list leave out."""


class Inner(StrEnum):
    """What a member holds that could claim the next verb for itself."""

    NOTHING = "nothing"
    PURPOSE = "purpose"
    """A verb after "to"."""
    HELD = "held purpose"
    """A purpose that belongs to a noun: "a strategy to ..."."""
    MEANS = "means"
    """A gerund: "by doing"."""
    RELATIVE = "relative"
    SETTLED = "settled relative"
    """A relative clause whose verb has a form that no later bare verb can share: "that covers"."""


class Series:
    """Splits the words after a trigger into members."""

    def __init__(self, view: View, *, mark: str, outer: str = "") -> None:
        self._view = view
        self._words = view.sentence.words
        self._lexicon = view.lexicon
        self._verbs = view.verbs
        self._marks = frozenset({mark, outer} - {""})
        """What stands before the promised verb, "to", "de" or "à"; nothing after "will"."""
        self._claimed = ""
        """What stands before a verb inside the last member."""

    def members(self, first: int, end: int, shape: Shape) -> list[int]:
        """The words with which the members begin; the first is where the series begins."""
        found = self._members(first, end, shape, lax=False)
        # One sure verb makes a series: then a word that is more often a noun may be a verb too.
        return self._members(first, end, shape, lax=True) if len(found) > 1 else found

    def _members(self, first: int, end: int, shape: Shape, *, lax: bool) -> list[int]:
        found, inner, verb_end = [first], Inner.NOTHING, first + 1
        place = first + 1
        while place < end:
            after, comma, mark = self._separator(place, end)
            if after == place:
                inner = self._inner(place, inner)
                place += 1
                continue
            verb = self._past_hedge(after)
            kind = self._verb(verb, end, shape, mark=mark, lax=lax)
            if kind is None:
                place = max(after, place + 1)
                continue
            shares_object = self._shares_object(verb_end, place)
            if not shares_object and self._splits(inner, kind, comma=comma, mark=mark):
                found.append(after)
                inner = Inner.NOTHING
            if shares_object or found[-1] == after:
                verb_end = verb + 1
            place = verb + 1
        return found

    def _separator(self, place: int, end: int) -> tuple[int, bool, str]:
        """Past a comma, "and", adverbs and "to": where a verb could stand."""
        start, comma, mark = place, False, ""
        while place < end and self._lexicon.has("separators", self._text(place)):
            comma = comma or self._text(place) in {",", ";"}
            place += 1
        joined = self._joiner(place)
        if place == start and not joined:
            return start, False, ""
        place = self._past_fillers(self._past_enumerator(place + joined))
        if self._lexicon.has("infinitive_marks", self._text(place)):
            mark = self._lexicon.mark(self._text(place))
            place = self._past_fillers(place + 1)
        return place, comma, mark

    def _joiner(self, place: int) -> int:
        """How many words a joiner such as "as well as" has here."""
        for size in (3, 2, 1):
            words = " ".join(word.text for word in self._words[place : place + size])
            if words in self._lexicon.words("long_joiners"):
                return size
        return 0

    def _past_hedge(self, place: int) -> int:
        """Past "where appropriate," before a verb."""
        soft = self._lexicon.soft
        if soft is None or place >= len(self._words):
            return place
        match = soft.match(self._view.sentence.text, self._words[place].start)
        after = self._view.place_at(match.end()) if match else place
        return after + 1 if match and self._text(after) == "," else place

    def _past_enumerator(self, place: int) -> int:
        """Past "(a)", "ii)" or "1."."""
        texts = [word.text for word in self._words[place : place + 3]]
        if (
            len(texts) == len("(a)")
            and texts[0] == "("
            and texts[2] == ")"
            and len(texts[1]) <= _ENUMERATOR
        ):
            return place + 3
        if len(texts) > 1 and texts[1] == ")" and len(texts[0]) <= _ENUMERATOR:
            return place + 2
        return place

    def _verb(self, place: int, end: int, shape: Shape, *, mark: str, lax: bool) -> Shape | None:
        if place >= end:
            return None
        if mark:
            kind = self._verbs.shape(place, sure=True)
            return kind if place + 1 < end else None
        if place + 1 >= end:
            return None
        if shape is Shape.BASE:
            return Shape.BASE if self._verbs.is_base(place, lax=lax) else None
        return Shape.GERUND if self._verbs.is_gerund(place) else None

    def _splits(self, inner: Inner, kind: Shape, *, comma: bool, mark: str) -> bool:
        mine = mark in self._marks or ANY_MARK in self._marks
        if mark and not mine:
            return False
        purpose = inner in {Inner.PURPOSE, Inner.HELD}
        # "de" goes on where the purpose began with "pour".
        other = mark and purpose and not (self._marks & {self._claimed, ANY_MARK})
        if other or inner is Inner.NOTHING:
            return True
        match inner:
            case Inner.MEANS:
                return kind is Shape.BASE
            case Inner.PURPOSE:
                return kind is Shape.GERUND or comma
            case Inner.HELD | Inner.RELATIVE:
                return bool(mark) and comma
            case Inner.SETTLED:
                return comma and (bool(mark) or kind is Shape.BASE)

    def _inner(self, place: int, inner: Inner) -> Inner:
        """What the words so far hold, after one more word."""
        if self._is_relative(place):
            return Inner.SETTLED if self._verbs.is_settled(place + 1) else Inner.RELATIVE
        if inner in {Inner.RELATIVE, Inner.SETTLED}:
            return inner
        text = self._text(place)
        after = self._past_fillers(place + 1)
        if self._lexicon.has("purpose_marks", text) and self._verbs.is_base(after, sure=True):
            held = self._lexicon.has("holders", self._text(place - 1))
            self._claimed = self._lexicon.mark(text)
            return Inner.HELD if held or inner is Inner.HELD else Inner.PURPOSE
        if self._lexicon.has("gerund_marks", text) and self._verbs.is_gerund(after):
            return Inner.MEANS
        return inner

    def _is_relative(self, place: int) -> bool:
        """Whether a clause with "which" or "that" begins; "WHO" is a name."""
        text = self._text(place)
        if self._words[place].capital or not self._lexicon.has("relatives", text):
            return False
        pointing = self._lexicon.has("determiners", self._text(place + 1))
        return text != "that" or not pointing

    def _past_fillers(self, place: int) -> int:
        while self._lexicon.is_filler(self._text(place)):
            place += 1
        return place

    def holds_purpose(self, first: int, end: int) -> bool:
        """Whether the words before `end` hold a purpose that could claim "to" and a verb."""
        inner = Inner.NOTHING
        for place in range(first, end):
            inner = self._inner(place, inner)
        return inner in {Inner.PURPOSE, Inner.HELD}

    def _shares_object(self, verb_end: int, place: int) -> bool:
        """Whether nothing but adverbs lies between two verbs: "renew and update"."""
        if self._lexicon.has("verbs.intransitive", self._text(verb_end - 1)):
            return False
        return all(self._lexicon.is_filler(self._text(k)) for k in range(verb_end, place))

    def _text(self, place: int) -> str:
        return self._words[place].text if 0 <= place < len(self._words) else ""
