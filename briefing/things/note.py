"""Briefing notes and what goes into them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from briefing.anchor import Anchor
from briefing.prose import Prose
from briefing.things.thing import Thing


class NoteState(StrEnum):
    """How far a note is."""

    DRAFT = "draft"
    FOR_REVIEW = "for review"
    SIGNED_OFF = "signed off"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Thing):
    """One briefing note on one topic, built from a template's sections."""

    title: str
    template: str
    """The name of the template's data file."""
    topic: str | None = None
    lang: str = "en"
    state: NoteState = NoteState.DRAFT
    marking: str = ""
    author: str = ""
    signed_by: str = ""
    signed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section(Thing):
    """The text of one section of a note; which sections there are, the template says."""

    note: str
    name: str
    """The section's name in the template."""
    body: Prose = field(default_factory=Prose)


class InsertKind(StrEnum):
    """What an insert shows."""

    EXTRACT = "extract"
    COMMITMENT = "commitment"
    TABLE = "commitments table"
    CHART = "chart"


@dataclass(frozen=True, slots=True, kw_only=True)
class Insert(Thing):
    """A live piece of material in a note: it follows what it shows until it is frozen."""

    note: str
    kind: InsertKind
    anchor: Anchor | None = None
    """Of an extract."""
    commitment: str | None = None
    """Of a commitment."""
    topic: str | None = None
    """Of a table or chart: whose commitments; None means the whole book."""
    side: str = ""
    """Of a table: "" all, "ours", "theirs" or "joint"."""
    chart: str = ""
    """Of a chart: "status" or "deadlines"."""
    caption: str = ""
    frozen: Prose | None = None
    """What it showed at sign-off; None while it is live."""
    frozen_on: date | None = None


class TabKind(StrEnum):
    """What a tab holds."""

    COVER = "cover"
    CONTENTS = "contents"
    NOTE = "note"
    COMMITMENTS = "commitments"
    ACRONYMS = "acronyms"
    SOURCES = "sources"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tab(Thing):
    """A place in the book: a note, or a generated part."""

    kind: TabKind
    position: int
    note: str | None = None
    title: str = ""
    """Instead of the note's or the part's own."""


class AnnotationKind(StrEnum):
    """What a remark is for."""

    BACKGROUND = "background"
    SENSITIVITY = "sensitivity"
    QUESTION = "question"
    TALKING_POINT = "talking point"
    TRANSLATION = "translation"


class PrintFlag(StrEnum):
    """Whether an annotation goes to print."""

    PRINT = "print"
    INTERNAL = "internal"
    CARD_ONLY = "card only"


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation(Thing):
    """A remark on a passage, a commitment or a note: exactly one of the three is set."""

    body: Prose
    kind: AnnotationKind = AnnotationKind.BACKGROUND
    flag: PrintFlag = PrintFlag.INTERNAL
    anchor: Anchor | None = None
    commitment: str | None = None
    note: str | None = None
    topic: str | None = None
    author: str = ""
    written: str = ""
    """ISO date and time."""


class Raised(StrEnum):
    """Whether a point came up at the meeting."""

    RAISED = "raised"
    PARTLY = "partly"
    NOT_RAISED = "not raised"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Thing):
    """What came of a point at the meeting."""

    point: str
    """The point to make, as the note had it."""
    note: str | None = None
    commitment: str | None = None
    """The commitment that the point was about."""
    raised: Raised = Raised.RAISED
    reply: str = ""
    promise: str = ""
    """A new promise, in the adviser's words."""
    status_entry: str | None = None
    """What it was recorded as."""
    new_commitment: str | None = None
