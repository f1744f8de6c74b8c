"""What a source says about itself: title, issuer, date of issue, kind of instrument."""

# ruff: noqa: PLR2004 - thresholds are read best where they are used

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from briefing.intake import front
from briefing.intake.dates import find_date
from briefing.intake.judged import Judged
from briefing.intake.lexicon import pattern, patterns
from briefing.intake.lines import Draft
from briefing.things import Instrument

_PAGE = re.compile(
    r"\s*[-–—|,]?\s*\b(?:page|pg\.?|p\.)\s*\d+.*$|\s*第\s*\d+\s*[页頁].*$", re.IGNORECASE
)
_HEAD = 12
"""Blocks at the start of a part in which a date or an issuer is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What is proposed for a source's fields; "" and None where the text does not say."""

    title: str = ""
    issuer: str = ""
    issued: date | None = None
    instrument: Instrument = Instrument.OTHER


def details(draft: Draft, judged: Sequence[Judged], file_name: str) -> Details:
    """The details of a document that was read and classified."""
    title = _title(draft, judged) or PurePath(file_name).stem
    return Details(
        title=title,
        issuer=draft.issuer or _issuer(judged),
        issued=_issued(draft, judged),
        instrument=_instrument(title, judged),
    )


def _title(draft: Draft, judged: Sequence[Judged]) -> str:
    titles = [one for one in judged if one.reason == front.TITLE]
    if titles:
        return front.bare_title(max(titles, key=lambda one: one.block.first.size).text)
    if draft.title:
        return front.bare_title(draft.title)
    heads = [one.text for one in judged if one.reason == "running-head"]
    bare = (_PAGE.sub("", text).strip() for text in heads)
    return next((text for text in bare if len(text) > 8), "")


def _issued(draft: Draft, judged: Sequence[Judged]) -> date | None:
    if draft.issued:
        try:
            return date.fromisoformat(draft.issued[:10])
        except ValueError:
            pass
    neutral = [one.text for one in judged if one.reason in {front.DATELINE, "credit"}]
    nearby = [one.text for one in judged[:_HEAD] if not one.kept or one.size < 60]
    dates = (find_date(text) for text in [*neutral, *nearby])
    return next((day for day in dates if day), None)


def _issuer(judged: Sequence[Judged]) -> str:
    for one in judged:
        if one.reason == front.LETTERHEAD:
            return one.text
    for one in judged:
        if one.reason == front.DATELINE:
            found = pattern("issuers").search(one.text)
            if found:
                return found.group().strip(" ,，")
    return ""


def _instrument(title: str, judged: Sequence[Judged]) -> Instrument:
    opening = " ".join(one.text for one in judged if one.kept)[:600]
    heads = " ".join(one.text for one in judged if one.reason in {front.TITLE, front.RELEASE})
    for text in (title, heads, opening):
        found = [
            (match.start(), name)
            for name, regex in patterns("instruments")
            if (match := regex.search(text))
        ]
        if found:
            return Instrument(min(found)[1])
    return Instrument.OTHER
