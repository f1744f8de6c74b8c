"""Documents as received, and what lies over them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from briefing.anchor import Anchor
from briefing.things.thing import Thing


class Instrument(StrEnum):
    """What kind of text a source is."""

    COMMUNIQUE = "communique"
    JOINT_STATEMENT = "joint statement"
    ROADMAP = "roadmap"
    DECLARATION = "declaration"
    ACTION_PLAN = "action plan"
    AGREEMENT = "agreement"
    RELEASE = "release"
    READOUT = "readout"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Thing):
    """A document as received. Its bytes and its normalised text never change."""

    title: str
    file_name: str
    media_type: str
    original: str
    """SHA-256 of the bytes, by which the book keeps them."""
    size: int
    """Of the original, in bytes."""
    text: str
    """The normalised text; passages point into it."""
    langs: tuple[str, ...] = ()
    """The languages that it is written in, the one with most passages first."""
    issuer: str = ""
    issued: date | None = None
    instrument: Instrument = Instrument.OTHER
    url: str = ""
    received: str = ""
    """ISO date and time of the import."""
    parties: tuple[str, ...] = ()
    """Who speaks in it; "we", "the leaders" and "both sides" mean these."""
    copy_of: str | None = None
    """An earlier source that holds the same release."""
    marking: str = ""


class PassageKind(StrEnum):
    """What a passage is in its source."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"


class Cut(StrEnum):
    """Where a passage looks cut off."""

    NO = "no"
    START = "start"
    END = "end"
    BOTH = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage(Thing):
    """A stretch of a source's cleaned text; never edited.

    All of a source's text is in its passages. What is not part of the instrument has an
    `Exclusion` over it, so that it can be put back.
    """

    source: str
    position: int
    """Place in reading order, from 0, excluded passages counted too."""
    kind: PassageKind
    text: str
    lang: str
    start: int
    end: int
    """`start` and `end` are code points of the source's normalised text."""
    level: int = 0
    """Of a heading, from 1; of an item, how deep it stands in its list, from 0."""
    section: str | None = None
    """The heading above, as the uid of its passage."""
    mark: str = ""
    """The list mark or paragraph number as written; it is not part of the text."""
    cut: Cut = Cut.NO
    page: int = 0
    """Page of the original, from 1; 0 where the original has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclusion(Thing):
    """A judgement that a passage is not part of the instrument; dropping it puts the text back."""

    passage: str
    reason: str
    """A name such as `menu`, `comment-form`, `running-head`, `adviser`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair(Thing):
    """Words that mend a cut passage, printed in brackets as an editor's addition."""

    passage: str
    at: int
    """Code point of the passage's text where the words go in; its length means the end."""
    text: str
    evidence: Anchor | None = None
    """Where the words were found, if in a source of the book."""
    remark: str = ""


class Finding(StrEnum):
    """What an adviser found when two language versions were read side by side."""

    NONE = "none"
    ABSENT = "absent"
    WEAKER = "weaker"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair(Thing):
    """Passages of two languages that say the same; one side is empty where nothing answers."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    confidence: float = 1.0
    fixed: bool = False
    """Set by the adviser: a fixed point for the next alignment."""
    finding: Finding = Finding.NONE
