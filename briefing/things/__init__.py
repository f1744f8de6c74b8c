"""One frozen dataclass for each word of the product's vocabulary."""

from briefing.things.book import Book, Edition, Meeting
from briefing.things.commitment import (
    Candidate,
    CandidateState,
    Commitment,
    Firmness,
    Kind,
    Status,
    StatusEntry,
)
from briefing.things.deadline import NO_DEADLINE, Deadline, DeadlineKind
from briefing.things.note import (
    Annotation,
    AnnotationKind,
    Insert,
    InsertKind,
    Note,
    NoteState,
    Outcome,
    PrintFlag,
    Raised,
    Section,
    Tab,
    TabKind,
)
from briefing.things.party import Party, PartyKind, Topic, topics_in_order
from briefing.things.reader import Reader
from briefing.things.source import (
    Cut,
    Exclusion,
    Finding,
    Instrument,
    Pair,
    Passage,
    PassageKind,
    Repair,
    Source,
)
from briefing.things.standing import Standing
from briefing.things.thing import Thing
from briefing.things.whole import WholeBook

KINDS: tuple[type[Thing], ...] = (
    Book,
    Meeting,
    Party,
    Topic,
    Source,
    Passage,
    Exclusion,
    Repair,
    Pair,
    Commitment,
    Candidate,
    StatusEntry,
    Note,
    Section,
    Insert,
    Tab,
    Annotation,
    Outcome,
    Edition,
)
"""Every kind of thing; one stands after the kinds that it names."""

__all__ = [
    "KINDS",
    "NO_DEADLINE",
    "Annotation",
    "AnnotationKind",
    "Book",
    "Candidate",
    "CandidateState",
    "Commitment",
    "Cut",
    "Deadline",
    "DeadlineKind",
    "Edition",
    "Exclusion",
    "Finding",
    "Firmness",
    "Insert",
    "InsertKind",
    "Instrument",
    "Kind",
    "Meeting",
    "Note",
    "NoteState",
    "Outcome",
    "Pair",
    "Party",
    "PartyKind",
    "Passage",
    "PassageKind",
    "PrintFlag",
    "Raised",
    "Reader",
    "Repair",
    "Section",
    "Source",
    "Standing",
    "Status",
    "StatusEntry",
    "Tab",
    "TabKind",
    "Thing",
    "Topic",
    "WholeBook",
    "topics_in_order",
]
