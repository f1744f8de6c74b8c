"""By when: the words of a promise that speak of time, typed.

The patterns are data. A pattern names the parts of a date by groups (`year`, `month`, `day`,
`season`, `half`, `quarter`, `number`, `unit`, `event`, `rhythm`), from which the value is built.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from briefing.candidates.han import han_shadow
from briefing.candidates.lexicon import Lexicon, lexicon
from briefing.candidates.words import shadow
from briefing.errors import TemplateBroken
from briefing.things import NO_DEADLINE, Deadline, DeadlineKind

_MACRO = re.compile(r"\{([a-z]+)\}")
_SEASONS = {"spring": ("03", "05"), "summer": ("06", "08"), "autumn": ("09", "11")}
_MONTHS_IN = {"half": 6, "quarter": 3}


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way in which a language speaks of time."""

    pattern: re.Pattern[str]
    kind: DeadlineKind
    value: str
    offset: int | None


@dataclass(frozen=True, slots=True)
class _Times:
    patterns: tuple[Pattern, ...]
    months: Mapping[str, int]
    numbers: Mapping[str, int]
    units: Mapping[str, str]
    seasons: Mapping[str, str]
    rhythms: Mapping[str, str]
    articles: frozenset[str]


def find_deadline(
    text: str, lang: str, issued: date | None = None, extra: Sequence[Path] = ()
) -> Deadline:
    """The first and firmest deadline in some words; `NO_DEADLINE` where there is none."""
    times = _times(lang, tuple(extra))
    low = han_shadow(text) if lang == "zh" else shadow(text)
    best: tuple[int, int, Deadline] | None = None
    for rank, pattern in enumerate(times.patterns):
        for match in pattern.pattern.finditer(low):
            deadline = _read(pattern, match, times, text, issued)
            if deadline is not None:
                here = (_WEIGHT[deadline.kind], match.start() * 100 + rank, deadline)
                best = here if best is None else min(best, here, key=lambda b: b[:2])
    return NO_DEADLINE if best is None else best[2]


_WEIGHT = {
    DeadlineKind.DATE: 0,
    DeadlineKind.RANGE: 0,
    DeadlineKind.DURATION: 1,
    DeadlineKind.EVENT: 2,
    DeadlineKind.RECURRING: 3,
    DeadlineKind.VAGUE: 4,
}
"""A date says more than an event, and an event more than "soon"."""


def _read(
    pattern: Pattern, match: re.Match[str], times: _Times, text: str, issued: date | None
) -> Deadline | None:
    parts = {name: value for name, value in match.groupdict().items() if value}
    value = pattern.value or _value(pattern, parts, times, issued)
    if "event" in parts:
        value = _event(text, match, times.articles)
        year = re.search(r"\b(?:19|20)\d\d\b", value)
        if year is not None and issued is not None and int(year.group()) < issued.year:
            return None
    if not value or _is_past(pattern.kind, value, issued):
        return None
    return Deadline(
        kind=pattern.kind, value=value, text=text[match.start() : match.end()].strip(" ,，")
    )


def _event(text: str, match: re.Match[str], articles: frozenset[str]) -> str:
    start, end = match.span("event")
    words = text[start:end].split()
    while len(words) > 1 and words[0].lower() in articles:
        words = words[1:]
    return " ".join(words)


def _is_past(kind: DeadlineKind, value: str, issued: date | None) -> bool:
    """Whether a date only tells of what was: "in 2015" in a text of 2021."""
    if issued is None or kind not in {DeadlineKind.DATE, DeadlineKind.RANGE}:
        return False
    return int(value.rsplit("/", 1)[-1][:4]) < issued.year


def _value(pattern: Pattern, parts: dict[str, str], times: _Times, issued: date | None) -> str:
    if pattern.kind is DeadlineKind.RECURRING:
        return _rhythm(parts, times)
    if pattern.kind is DeadlineKind.DURATION:
        return _duration(parts, times)
    year = _year(pattern, parts, issued)
    return _in_year(year, parts, times) if year else ""


def _in_year(year: str, parts: dict[str, str], times: _Times) -> str:
    if "second" in parts:
        return f"{year}/{_full_year(parts['second'], year)}"
    if "half" in parts or "quarter" in parts:
        return _part_of_year(year, parts, times)
    if "season" in parts:
        return _season(year, times.seasons.get(parts["season"], ""))
    return _day(year, parts, times)


def _year(pattern: Pattern, parts: dict[str, str], issued: date | None) -> str:
    if "year" in parts:
        return parts["year"]
    if pattern.offset is None or issued is None:
        return ""
    return str(issued.year + pattern.offset)


def _full_year(second: str, year: str) -> str:
    return year[: 4 - len(second)] + second


def _part_of_year(year: str, parts: dict[str, str], times: _Times) -> str:
    name = "half" if "half" in parts else "quarter"
    count = times.numbers.get(parts[name]) or (int(parts[name]) if parts[name].isdigit() else 0)
    size = _MONTHS_IN[name]
    if not 1 <= count <= 12 // size:
        return ""
    return f"{year}-{(count - 1) * size + 1:02}/{year}-{count * size:02}"


def _season(year: str, season: str) -> str:
    if season == "winter":
        return f"{year}-12/{int(year) + 1}-02"
    if season not in _SEASONS:
        return ""
    first, last = _SEASONS[season]
    return f"{year}-{first}/{year}-{last}"


def _day(year: str, parts: dict[str, str], times: _Times) -> str:
    if "month" not in parts:
        return year
    month = times.months.get(parts["month"].rstrip(".")) or _number(parts["month"], times)
    try:
        day = date(int(year), month, _number(parts.get("day", "1"), times)).isoformat()
        return day if "day" in parts else day[:7]
    except ValueError:
        return ""


def _number(words: str, times: _Times) -> int:
    digits = re.match(r"\d+", words)
    return int(digits.group()) if digits else times.numbers.get(words, 0)


def _duration(parts: dict[str, str], times: _Times) -> str:
    count, unit = _number(parts.get("number", "1"), times), times.units.get(parts.get("unit", ""))
    return f"P{count}{unit}" if count and unit else ""


def _rhythm(parts: dict[str, str], times: _Times) -> str:
    if "rhythm" in parts:
        return times.rhythms.get(parts["rhythm"], parts["rhythm"])
    count, unit = _number(parts.get("number", "1"), times), times.units.get(parts.get("unit", ""))
    return f"P{count}{unit}" if count and unit else ""


@cache
def _times(lang: str, extra: tuple[Path, ...]) -> _Times:
    rules = lexicon(lang, extra)
    data = rules.data.get("deadlines", {})
    try:
        return _built(data, rules)
    except (KeyError, TypeError, ValueError, AttributeError, re.error) as error:
        raise TemplateBroken(Path(f"lexicons/{lang}.toml"), f"deadlines: {error}") from error


def _built(data: Mapping[str, Any], rules: Lexicon) -> _Times:
    months = {
        name: n % 12 + 1 for n, name in enumerate(data["months"] + data.get("short_months", []))
    }
    numbers = {str(word): int(n) for word, n in data.get("numbers", {}).items()}
    units = {str(word): str(unit) for word, unit in data.get("units", {}).items()}
    seasons = {str(word): str(name) for word, name in data.get("seasons", {}).items()}
    rhythms = {str(word): str(name) for word, name in data.get("rhythms", {}).items()}
    periods = {str(word): str(name) for word, name in data.get("periods", {}).items()}
    macros = {
        "year": r"(?P<year>(?:19|20|21)\d\d)",
        "second": r"(?P<second>(?:(?:19|20|21)\d\d|\d\d))",
        "month": rf"(?P<month>{_either(months)}\.?)",
        "day": r"(?P<day>\d{1,2})(?:st|nd|rd|th|er)?",
        "number": rf"(?P<number>\d+|{_either(numbers)})",
        "unit": rf"(?P<unit>{_either(units)})",
        "season": rf"(?P<season>{_either(seasons)})",
        "rhythm": rf"(?P<rhythm>{_either(rhythms)})",
        **{name: f"(?:{words})" for name, words in data.get("macros", {}).items()},
    }
    patterns = tuple(_pattern(entry, macros, rules.lang) for entry in data.get("patterns", ()))
    return _Times(
        patterns, months, numbers, units, seasons, rhythms | periods, rules.words("articles")
    )


def _pattern(entry: Mapping[str, Any], macros: Mapping[str, str], lang: str) -> Pattern:
    text = entry["pattern"]
    for _ in range(3):  # a macro may name another
        text = _MACRO.sub(lambda m: macros[m[1]], text)
    text = text.replace(" ?", r"\s*").replace(" ", r"\s*" if lang == "zh" else r"\s+")
    bounded = text if lang == "zh" else rf"(?<![\w-])(?:{text})(?![\w])"
    return Pattern(
        re.compile(bounded),
        DeadlineKind(entry["kind"]),
        str(entry.get("value", "")),
        entry.get("offset"),
    )


def _either(words: Mapping[str, Any]) -> str:
    escaped = (re.escape(word).replace("\\ ", " ") for word in sorted(words, key=len, reverse=True))
    return "|".join(escaped) or r"(?!)"
