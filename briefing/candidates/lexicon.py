"""What is known of a language's wording: data files, read once and checked."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from briefing.candidates.phrases import first_words, phrase_source
from briefing.candidates.rules import Phrase, Rule, read_future, read_phrases
from briefing.candidates.words import tokens
from briefing.errors import TemplateBroken
from briefing.things import Firmness

_PREFIX = "lexicons/"


@dataclass(frozen=True)
class Lexicon:
    """The rules of one language."""

    lang: str
    lists: Mapping[str, frozenset[str]]
    phrases: Mapping[str, tuple[Phrase, ...]]
    """By the first word."""
    carriers: Mapping[str, tuple[re.Pattern[str], ...]]
    soft: re.Pattern[str] | None
    past: re.Pattern[str] | None
    future: Phrase | None
    tokens: re.Pattern[str]
    """Cuts a text into words."""
    data: Mapping[str, Any]

    def words(self, name: str) -> frozenset[str]:
        """A list of words; empty where the language has none of that name."""
        return self.lists.get(name, frozenset())

    def has(self, name: str, word: str) -> bool:
        """Whether a word stands in a list."""
        return word in self.lists.get(name, frozenset())

    def is_filler(self, word: str) -> bool:
        """Whether a word may stand between a subject and its verb."""
        if word in self.lists["adverbs"] or word in self.lists["auxiliaries"]:
            return True
        return word.endswith(self.endings) and word not in self.lists["not_adverbs"]

    def mark(self, word: str) -> str:
        """A word before an infinitive in its plain form: "d'" is "de"."""
        return str(self.data.get("mark_forms", {}).get(word, word))

    @property
    def bare_firmness(self) -> Firmness:
        """How firm a verb is that stands alone in a list of actions."""
        return Firmness(self.data.get("bare_firmness", Firmness.WILL))

    @property
    def endings(self) -> tuple[str, ...]:
        """How adverbs end."""
        return tuple(self.lists.get("adverb_endings", ()))

    @property
    def rules(self) -> Iterator[Rule]:
        """Every rule, once."""
        seen = {id(p.rule): p.rule for phrases in self.phrases.values() for p in phrases}
        return iter(seen.values())


@cache
def lexicon(lang: str, extra: tuple[Path, ...] = ()) -> Lexicon:
    """The lexicon of a language, extended by an adviser's own files."""
    name = f"{_PREFIX}{lang}.toml"
    entry = resources.files("resources").joinpath(name)
    data = parse(entry.read_text("utf-8"), Path(name))
    for path in extra:
        own = read_toml(path)
        if own.get("lang") == lang:
            data = _merge(data, own, path)
    return _build(lang, data, Path(name))


@cache
def party_data(extra: tuple[Path, ...] = ()) -> Mapping[str, Any]:
    """The states, organisations and titles that are known."""
    name = f"{_PREFIX}parties.toml"
    entry = resources.files("resources").joinpath(name)
    data = parse(entry.read_text("utf-8"), Path(name))
    for path in extra:
        own = read_toml(path)
        if "lang" not in own:
            data = _merge(data, own, path)
    return data


def read_toml(path: Path) -> dict[str, Any]:
    """An adviser's own file; raises `TemplateBroken` where it cannot be read."""
    try:
        return parse(path.read_text("utf-8"), path)
    except (OSError, UnicodeDecodeError) as error:
        raise TemplateBroken(path, str(error)) from error


def parse(text: str, path: Path) -> dict[str, Any]:
    """The values of a lexicon file."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise TemplateBroken(path, str(error)) from error


def _merge(data: Mapping[str, Any], own: Mapping[str, Any], path: Path) -> dict[str, Any]:
    merged = dict(data)
    for key, value in own.items():
        old = merged.get(key)
        if old is None or key == "lang":
            merged[key] = value
        elif isinstance(old, list) and isinstance(value, list):
            merged[key] = old + value
        elif isinstance(old, dict) and isinstance(value, dict):
            merged[key] = _merge(old, value, path)
        elif isinstance(old, str) and isinstance(value, str):
            merged[key] = f"{old} {value}"
        else:
            raise TemplateBroken(path, key)
    return merged


def _build(lang: str, data: Mapping[str, Any], path: Path) -> Lexicon:
    lists = dict(_flatten(data))
    try:
        phrases = read_phrases(data, lists, lang)
        carriers = _by_first_word(data.get("carriers", ()), lists)
        soft = _any_of(data.get("soft_phrases", ()), lang)
        past = _any_of(data.get("past_marks", ()), lang)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise TemplateBroken(path, f"{type(error).__name__}: {error}") from error
    future, cut = read_future(data), tokens(lang, data.get("compounds", ()))
    return Lexicon(lang, lists, phrases, carriers, soft, past, future, cut, data)


def _flatten(data: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, frozenset[str]]]:
    for key, value in data.items():
        if isinstance(value, dict):
            yield from _flatten(value, f"{prefix}{key}.")
        elif isinstance(value, list) and all(isinstance(item, str) for item in value):
            yield f"{prefix}{key}", frozenset(value)
        elif isinstance(value, str):
            yield f"{prefix}{key}", frozenset(value.split())


def _by_first_word(
    phrases: Sequence[str], lists: Mapping[str, frozenset[str]]
) -> dict[str, tuple[re.Pattern[str], ...]]:
    found: dict[str, list[re.Pattern[str]]] = defaultdict(list)
    for words in phrases:
        pattern = re.compile(phrase_source(words, lists))
        for first in first_words(words, lists):
            found[first].append(pattern)
    return {first: tuple(patterns) for first, patterns in found.items()}


def _any_of(phrases: Sequence[str], lang: str) -> re.Pattern[str] | None:
    if not phrases:
        return None
    inner = "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))
    return re.compile(inner if lang == "zh" else rf"(?<!\w)(?:{inner})(?!\w)")
