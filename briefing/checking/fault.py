"""What the readiness list is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from briefing.markings import Scheme
from briefing.templates import Template
from briefing.things import Thing, WholeBook


class Severity(StrEnum):
    """How much a fault matters the night before."""

    STOP = "stop"
    """Wrong words would be printed."""
    MEND = "mend"
    """The book would be poorer for it."""
    LOOK = "look"
    """Worth a look; may be as it should."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something that is not ready, and its place. The words are said in `ui`."""

    check: str
    severity: Severity
    kind: str
    """The kind of thing that it is about, by the name of its class."""
    uid: str
    words: str = ""
    """The beginning of the text concerned."""
    detail: str = ""
    """A number, a name: whatever the sentence about this fault needs besides."""
    spot: str = ""
    """Where in or near the thing: the name of a note's section, the uid of a passage."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """All that a check may look at."""

    whole: WholeBook
    today: date
    templates: dict[str, Template]
    scheme: Scheme
    pages: Mapping[str, int] = field(default_factory=dict)
    """On how many pages notes, by uid, are printed, where that is known."""


Check: TypeAlias = Callable[[Ground], Iterable[Fault]]


def fault(
    check: str,
    severity: Severity,
    thing: Thing,
    words: str = "",
    detail: object = "",
    *,
    spot: str = "",
) -> Fault:
    """A fault about a thing; long words are cut at a word's end."""
    return Fault(
        check=check,
        severity=severity,
        kind=type(thing).__name__,
        uid=thing.uid,
        words=_beginning(words),
        detail=str(detail),
        spot=spot,
    )


def _beginning(words: str, most: int = 90) -> str:
    flat = " ".join(words.split())
    if len(flat) <= most:
        return flat
    return flat[:most].rsplit(" ", 1)[0] + "…"
