"""What a Chinese clause begins with: joining word, subject, adverbs, and a verb that promises."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from briefing.candidates.actors import Actor
from briefing.candidates.gazetteer import Mention
from briefing.candidates.han import Clause, HanText
from briefing.candidates.hanactors import HanActors
from briefing.candidates.lexicon import Lexicon
from briefing.candidates.rules import Phrase, Role

_VERB_KINDS = frozenset({"v", "vd", "vi", "vq", "l", "i"})
_NOT_NOUNS = frozenset("vdplia")
"""What the segmenter calls verbs, adverbs, prepositions and set phrases."""
_PREPOSITIONS = frozenset("于与同在")
_YEAR = re.compile(r"\d{2,4} ?年[^,;:的]{0,5}?(?:前|底|末|内|初)|\d{4} ?年(?:\d+ ?月)?")
_LEAST_DOUBTFUL = 2
"""A phrase of one character counts only where the segmenter sees a word end."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """How a clause begins."""

    clause: Clause
    connector: str
    body: int
    """Past the joining word."""
    subject: Actor | None
    subject_span: tuple[int, int]
    adverbs: str
    verb: int
    """Where the verb, or whatever stands there, begins."""
    phrase: Phrase | None
    after: int
    """Past the phrase."""

    @property
    def ends_in_preposition(self) -> bool:
        """Whether the phrase ends with "in" or "with"."""
        return self.phrase is not None and self.phrase.pattern.pattern[-1] in _PREPOSITIONS

    @property
    def takes_need(self) -> bool:
        """Whether the verb promises only where a need follows."""
        return self.phrase is not None and "need" in self.phrase.rule.takes

    @property
    def role(self) -> Role | None:
        """What the verb does."""
        return None if self.phrase is None else self.phrase.rule.role


class Parser:
    """Parses the clauses of one passage."""

    def __init__(
        self, text: HanText, lexicon: Lexicon, actors: HanActors, mentions: Sequence[Mention]
    ) -> None:
        self._han = text
        self._text = text.text
        self._lexicon = lexicon
        self._actors = actors
        self._mentions = mentions

    def parse(self, clause: Clause) -> Parsed:
        """How a clause begins."""
        connector, body = self._longest("connectors", clause.start, clause.end)
        body = self._past_time(body, clause.end) if self._names_actor(body, clause) else body
        # "欢迎总理" is a verb with its object, and no person with a title.
        is_verb = self._phrase(body, clause.end) is not None
        found = None if is_verb else self._actors.at(self._text, body, self._mentions)
        place, subject, span = body, None, (body, body)
        if found is not None and found[1] <= clause.end:
            subject, place = found
            span = (body, place)
        verb = self._past_adverbs(place, clause.end)
        phrase = self._phrase(verb, clause.end)
        if phrase is None and subject is not None:
            moved = self._past_setting(verb, clause.end)
            if moved is not None:
                verb, phrase = moved
        after = verb + (len(phrase.pattern.pattern.replace("\\", "")) if phrase else 0)
        return Parsed(
            clause, connector, body, subject, span, self._text[place:verb], verb, phrase, after
        )

    def _names_actor(self, place: int, clause: Clause) -> bool:
        """Whether an actor stands after words such as "this year"."""
        after = self._past_time(place, clause.end)
        found = after > place and self._actors.at(self._text, after, self._mentions)
        return bool(found)

    def _longest(self, name: str, place: int, end: int) -> tuple[str, int]:
        """The longest word of a list that stands at a place, and where it ends."""
        words = [w for w in self._sorted(name) if self._text.startswith(w, place)]
        if not words or place + len(words[0]) > end:
            return "", place
        return words[0], self._past_space(place + len(words[0]), end)

    def _sorted(self, name: str) -> tuple[str, ...]:
        return self._cache.setdefault(
            name, tuple(sorted(self._lexicon.words(name), key=len, reverse=True))
        )

    @cached_property
    def _cache(self) -> dict[str, tuple[str, ...]]:
        return {}

    def _past_space(self, place: int, end: int) -> int:
        while place < end and self._text[place].isspace():
            place += 1
        return place

    def _past_adverbs(self, place: int, end: int) -> int:
        place = self._past_space(place, end)
        while True:
            if self._phrase(place, end) is not None:
                return place  # "一致认为" is a verb although "一致" is an adverb
            word, after = self._longest("adverbs", place, end)
            if not word:
                return place
            place = after

    def _phrase(self, place: int, end: int) -> Phrase | None:
        """The longest phrase that stands at a place."""
        if place >= end:
            return None
        best: Phrase | None = None
        longest = 0
        for phrase in self._lexicon.phrases.get(self._text[place], ()):
            match = phrase.pattern.match(self._text, place, end)
            size = len(match.group()) if match else 0
            if size > longest and (size >= _LEAST_DOUBTFUL or self._han.ends_word(place + size)):
                best, longest = phrase, size
        return best

    def _past_setting(self, place: int, end: int) -> tuple[int, Phrase] | None:
        """A phrase after "in 2025", "at the summit" or the like."""
        marks = self._sorted("long_marks")
        if not self._text.startswith(marks, place):
            return None
        for start, _, _ in self._han.words_in(place + 1, end):
            phrase = self._phrase(start, end)
            if (
                phrase is not None
                and phrase.rule.role is Role.TRIGGER
                and self.starts_verb(start, end)
            ):
                return start, phrase
        return None

    def starts_verb(self, place: int, end: int) -> bool:
        """Whether a verb, perhaps after adverbs or a setting, begins at a place."""
        place = self._past_time(place, end)
        if place >= end:
            return False
        _, stop, kind = self._han.word_at(place)
        if self._is_listed(place):
            return True
        setting = kind == "p" or self._text.startswith(self._sorted("long_marks"), place)
        if kind in {"d", "ad"} and not setting:
            return self.starts_verb(stop, end)
        if setting:
            return any(self._is_verb(*word) for word in self._han.words_in(stop, end))
        return self._is_verb(place, stop, kind)

    def may_start_verb(self, place: int) -> bool:
        """Whether no noun begins at a place, which "将" would only move about."""
        return self._han.word_at(self._past_time(place, len(self._text)))[2][:1] in _NOT_NOUNS

    def _is_verb(self, start: int, end: int, kind: str) -> bool:
        return kind in _VERB_KINDS or self._lexicon.has("verbs.plain", self._text[start:end])

    def _past_time(self, place: int, end: int) -> int:
        """Past words such as "every year" and "by the end of 2024"."""
        while True:
            place = self._past_space(place, end)
            year = _YEAR.match(self._text, place, end)
            _, after = self._longest("times", place, end)
            if year is None and after == place:
                return place
            place = max(after, year.end() if year else 0)

    def _is_listed(self, place: int) -> bool:
        return self._text.startswith(self._sorted("verbs.plain"), place)

    def first_verb(self, place: int, end: int) -> str:
        """The verb with which a stretch begins."""
        place = self._past_adverbs(place, end)
        words = [w for w in self._sorted("verbs.plain") if self._text.startswith(w, place)]
        return words[0] if words else self._text[place : self._han.word_at(place)[1]]

    def starts_with(self, name: str, clause: Clause) -> bool:
        """Whether a clause begins with a word of a list."""
        return self._text.startswith(self._sorted(name), clause.start)

    def ends_with(self, name: str, place: int) -> bool:
        """Whether a word of a list ends before a place."""
        return self._text[:place].rstrip().endswith(self._sorted(name))
