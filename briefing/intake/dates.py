"""Dates as releases write them, in English, French and Chinese."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from briefing.intake.lexicon import rules


def find_date(text: str) -> date | None:
    """The first full date in a text."""
    return next((day for _, day in _dates(text)), None)


def without_dates(text: str) -> str:
    """The text with its dates taken out."""
    for stretch, _ in _dates(text):
        text = text.replace(stretch, " ")
    return text


def _dates(text: str) -> list[tuple[str, date]]:
    found = []
    for match in _pattern().finditer(text):
        parts = {
            name.rstrip("0123456789"): part for name, part in match.groupdict().items() if part
        }
        month = parts["month"].casefold().rstrip(".")
        number = int(month) if month.isdigit() else _months()[month]
        try:
            day = date(int(parts["year"]), number, int(parts["day"]))
        except ValueError:
            continue
        found.append((match.group(), day))
    return found


@cache
def _months() -> dict[str, int]:
    return {
        name: number
        for names in rules()["months"].values()
        for number, forms in enumerate(names, start=1)
        for name in forms
    }


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(sorted((re.escape(name) for name in _months()), key=len, reverse=True))
    year = r"(?P<year{n}>(?:19|20)\d\d)"
    day = r"(?P<day{n}>\d{{1,2}})"
    month = rf"\b(?P<month{{n}}>{names})\b\.?"
    forms = (
        rf"{month}\s+{day}(?:st|nd|rd|th)?,?\s+{year}",
        rf"\b{day}(?:st|nd|rd|th|er)?\.?(?:\s+(?:of|de))?\s+{month},?\s+(?:de\s+)?{year}",
        rf"{year}\s*年\s*(?P<month{{n}}>\d{{{{1,2}}}})\s*月\s*{day}\s*[日号號]",
        rf"\b{year}-(?P<month{{n}}>\d\d)-{day}\b",
    )
    numbered = (form.format(n=n) for n, form in enumerate(forms))
    return re.compile("|".join(f"(?:{form})" for form in numbered), re.IGNORECASE)
