"""The rules of a lexicon: verbs that work alike, and their wordings."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from briefing.candidates.phrases import PhraseError, first_words, phrase_source
from briefing.things import Firmness


class Role(StrEnum):
    """What a verb does for the clause that it governs."""

    TRIGGER = "triggers"
    """It promises."""
    HOST = "hosts"
    """Its object may be a promise."""
    EXCLUSION = "exclusions"
    """It promises nothing."""


class Form(StrEnum):
    """How a phrase may stand in a sentence."""

    FINITE = "words"
    BARE = "bare"
    """The same form as after "to" or "will"."""
    OPENING = "opening"
    """A participle."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One entry of a lexicon: verbs that work alike."""

    role: Role
    name: str
    firmness: Firmness | None = None
    takes: frozenset[str] = frozenset()
    soft: bool = False
    resumes: Firmness | None = None
    impersonal: bool = False
    """Whether it needs no subject: "it was agreed that"."""


@dataclass(frozen=True)
class Phrase:
    """One wording of a rule."""

    source: str
    rule: Rule
    form: Form

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What matches the wording; compiled when a text first needs it."""
        return re.compile(self.source)


def read_phrases(
    data: Mapping[str, Any], lists: Mapping[str, frozenset[str]], lang: str
) -> dict[str, tuple[Phrase, ...]]:
    """The wordings of every rule, by their first word."""
    found: dict[str, list[Phrase]] = defaultdict(list)
    for role in Role:
        for entry in data.get(role, ()):
            rule = _rule(role, entry)
            for form in Form:
                for words in entry.get(form, ()):
                    if lang == "zh":
                        found[words[0]].append(Phrase(re.escape(words), rule, form))
                        continue
                    phrase = Phrase(phrase_source(words, lists), rule, form)
                    for first in first_words(words, lists):
                        found[first].append(phrase)
    return {first: tuple(phrases) for first, phrases in found.items()}


def read_future(data: Mapping[str, Any]) -> Phrase | None:
    """The rule for verbs that promise by their ending."""
    entry = data.get("future")
    if entry is None:
        return None
    rule = Rule(Role.TRIGGER, "future", Firmness(entry["firmness"]), frozenset({"self"}))
    return Phrase(entry["pattern"], rule, Form.FINITE)


def _rule(role: Role, entry: Mapping[str, Any]) -> Rule:
    firmness = entry.get("firmness")
    if role is not Role.EXCLUSION and firmness is None:
        raise PhraseError(f"{role} without firmness")
    resumes = entry.get("resumes")
    takes = frozenset(entry.get("takes", ())) | (
        frozenset({"that"}) if entry.get("that") else frozenset()
    )
    return Rule(
        role=role,
        name=str(entry.get("name", firmness)),
        firmness=None if firmness is None else Firmness(firmness),
        takes=takes,
        soft=bool(entry.get("soft")),
        impersonal=bool(entry.get("impersonal")),
        resumes=None if resumes is None else Firmness(resumes),
    )
