"""Which words are verbs, and in which form: judged by lists, endings and the next word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from briefing.candidates.lexicon import Lexicon
from briefing.candidates.words import Word

_ENGLISH_VERB = re.compile(r"(?:re-?|co-?|up)?[a-z]{3,}(?:ise|ize|ify)")
_FRENCH_VERB = re.compile(r"(?:[^\W_]-?)+(?:er|ir|re)")
_OBJECTLESS = frozenset(",;.:)")


class Shape(StrEnum):
    """The form that a promised verb has."""

    BASE = "base"
    GERUND = "gerund"


class Verbs:
    """The verbs of one language, in one sentence."""

    def __init__(self, words: Sequence[Word], lexicon: Lexicon) -> None:
        self._words = words
        self._lexicon = lexicon

    def shape(self, place: int, *, sure: bool = False, lax: bool = False) -> Shape | None:
        """The form of a verb at a place; `sure` says that only a verb can stand there."""
        if self.is_base(place, sure=sure, lax=lax):
            return Shape.BASE
        return Shape.GERUND if self.is_gerund(place) else None

    def is_gerund(self, place: int) -> bool:
        """Whether an English word in -ing is a verb."""
        word = self._text(place)
        if self._lexicon.lang != "en" or not word.endswith("ing"):
            return False
        return word not in self._lexicon.words("verbs.gerund_exceptions")

    def is_settled(self, place: int) -> bool:
        """Whether an English verb has a form that a later bare verb cannot share: "covers"."""
        word, after = self._text(place), self._text(place + 1)
        if self._lexicon.lang != "en":
            return False
        if self._lexicon.has("settled", word):
            return True
        stems = (word[:-1], word[:-2], word[:-3] + "y")
        is_verb = word.endswith("s") and any(self._is_listed(stem) for stem in stems)
        return is_verb and not self._is_listed(after) and not self._lexicon.has("modals", after)

    def _is_listed(self, word: str) -> bool:
        lists = ("verbs.plain", "verbs.doubtful", "verbs.strict")
        return any(self._lexicon.has(name, word) for name in lists)

    def is_base(self, place: int, *, sure: bool = False, lax: bool = False) -> bool:
        """Whether a word is a verb as it stands after "to".

        `lax` believes a word that is more often a noun when an object could follow.
        """
        word, lexicon = self._text(place), self._lexicon
        if not word[:1].isalpha() or lexicon.has("verbs.not_verbs", word):
            return False
        if lexicon.lang == "fr":
            return self._is_infinitive(word) or self._is_clitic(place)
        if lexicon.has("verbs.plain", word) or _ENGLISH_VERB.fullmatch(word) is not None:
            return True
        if lexicon.has("verbs.doubtful", word):
            return sure or self._has_object(place)
        if lexicon.has("verbs.strict", word):
            return sure or self._has_sure_object(place) or (lax and self._has_object(place))
        return sure and self._may_be_unknown_verb(word)

    def _is_infinitive(self, word: str) -> bool:
        if self._lexicon.has("verbs.not_verbs", word):
            return False
        return _FRENCH_VERB.fullmatch(word) is not None or self._lexicon.has("verbs.plain", word)

    def _is_clitic(self, place: int) -> bool:
        """Whether a pronoun stands before its infinitive: "de nous faire rapport"."""
        listed = self._lexicon.has("clitics", self._text(place))
        return listed and self._is_infinitive(self._text(place + 1))

    def _may_be_unknown_verb(self, word: str) -> bool:
        lexicon = self._lexicon
        known = lexicon.has("determiners", word) or lexicon.has("prepositions", word)
        return not known and not word.endswith(("ing", "ed", "tion", "ment", "ly", "ity", "s"))

    def _has_object(self, place: int) -> bool:
        """Whether a word that may be a noun is followed by what only a verb takes."""
        after = self._text(place + 1)
        if not after or after in _OBJECTLESS:
            return False
        lexicon = self._lexicon
        if self._has_marked_object(place):
            return True
        if lexicon.has("verbs.objects", after):
            return True
        return not self._lexicon.has("verbs.object_last_resort", after)

    def _has_sure_object(self, place: int) -> bool:
        after = self._text(place + 1)
        listed = self._lexicon.has("verbs.objects", after) or after[:1].isdigit()
        return listed or self._has_marked_object(place)

    def _has_marked_object(self, place: int) -> bool:
        """Whether a verb that needs no object is followed by its preposition."""
        lexicon = self._lexicon
        intransitive = lexicon.has("verbs.intransitive", self._text(place))
        return intransitive and lexicon.has("verbs.intransitive_marks", self._text(place + 1))

    def _text(self, place: int) -> str:
        return self._words[place].text if 0 <= place < len(self._words) else ""
