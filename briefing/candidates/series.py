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


class Series:
    """Splits the words after a trigger into members."""

    def __init__(self, view: View, *, marked: bool) -> None:
        self._view = view
        self._words = view.sentence.words
        self._lexicon = view.lexicon
        self._verbs = view.verbs
        self._marked = marked
        """Whether the trigger's own verb stands after "to", "de", "à"."""

    def members(self, first: int, end: int, shape: Shape) -> list[int]:
        """The words with which the members begin; the first is where the series begins."""
        found, inner, verb_end = [first], Inner.NOTHING, first + 1
        place = first + 1
        while place < end:
            after, comma, mark = self._separator(place, end)
            if after == place:
                inner = self._inner(place, inner)
                place += 1
                continue
            kind = self._verb(after, end, shape, mark=mark)
            if kind is None:
                place = max(after, place + 1)
                continue
            shares_object = self._shares_object(verb_end, place)
            if not shares_object and self._splits(inner, kind, comma=comma, mark=mark):
                found.append(after)
                inner = Inner.NOTHING
            if shares_object or found[-1] == after:
                verb_end = after + 1
            place = after + 1
        return found

    def _separator(self, place: int, end: int) -> tuple[int, bool, bool]:
        """Past a comma, "and", adverbs and "to": where a verb could stand."""
        start, comma, mark = place, False, False
        while place < end and self._lexicon.has("separators", self._text(place)):
            comma = comma or self._text(place) in {",", ";", "、"}
            place += 1
        if place == start and not self._as_well(place):
            return start, False, False
        if self._as_well(place):
            place += 3
        place = self._past_enumerator(place)
        while place < end and self._lexicon.is_filler(self._text(place)):
            place += 1
        if self._lexicon.has("infinitive_marks", self._text(place)):
            mark = True
            place += 1
            while place < end and self._lexicon.is_filler(self._text(place)):
                place += 1
        return place, comma, mark

    def _as_well(self, place: int) -> bool:
        three = " ".join(word.text for word in self._words[place : place + 3])
        return three == "as well as"

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

    def _verb(self, place: int, end: int, shape: Shape, *, mark: bool) -> Shape | None:
        if place >= end:
            return None
        if mark:
            kind = self._verbs.shape(place, sure=True)
            return kind if place + 1 < end else None
        if place + 1 >= end:
            return None
        if shape is Shape.BASE:
            return Shape.BASE if self._verbs.is_base(place) else None
        return Shape.GERUND if self._verbs.is_gerund(place) else None

    def _splits(self, inner: Inner, kind: Shape, *, comma: bool, mark: bool) -> bool:
        if mark and not self._marked:
            return False
        match inner:
            case Inner.NOTHING:
                return True
            case Inner.MEANS:
                return kind is Shape.BASE
            case Inner.PURPOSE:
                return kind is Shape.GERUND or comma
            case Inner.HELD | Inner.RELATIVE:
                return mark and comma

    def _inner(self, place: int, inner: Inner) -> Inner:
        """What the words so far hold, after one more word."""
        text = self._text(place)
        if self._lexicon.has("relatives", text) and text != "that":
            return Inner.RELATIVE
        if text == "that" and not self._lexicon.has("determiners", self._text(place + 1)):
            return Inner.RELATIVE
        if inner is Inner.RELATIVE:
            return inner
        if self._lexicon.has("purpose_marks", text) and self._verbs.is_base(
            self._past_fillers(place + 1), sure=True
        ):
            held = self._lexicon.has("holders", self._text(place - 1))
            return Inner.HELD if held or inner is Inner.HELD else Inner.PURPOSE
        if self._lexicon.has("gerund_marks", text) and self._verbs.is_gerund(
            self._past_fillers(place + 1)
        ):
            return Inner.MEANS
        return inner

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
        return all(self._lexicon.is_filler(self._text(k)) for k in range(verb_end, place))

    def _text(self, place: int) -> str:
        return self._words[place].text if 0 <= place < len(self._words) else ""
