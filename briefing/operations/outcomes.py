"""What came of the points of the meeting, each with what follows from it, in one step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from briefing.candidates.deadlines import find_deadline
from briefing.edits import Add, Change, Edit, EditName, Replace
from briefing.operations.books import the_book
from briefing.prose import List, Paragraph, Prose, runs_text
from briefing.templates import Draws, Template
from briefing.text import has_han
from briefing.things import (
    Commitment,
    Insert,
    InsertKind,
    Meeting,
    Note,
    Outcome,
    Reader,
    Section,
    Status,
    StatusEntry,
)
from briefing.uid import new_uid


@dataclass(frozen=True, slots=True)
class Point:
    """Something to be raised at the meeting, as a note has it."""

    words: str
    note: str | None = None
    commitment: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Follows:
    """What an outcome is to be recorded as, besides itself."""

    status: Status | None = None
    """A status entry on the commitment that the point is about; the reply is its evidence."""
    as_of: date
    recorded: str = ""
    promised: bool = False
    """Whether the promise becomes a commitment."""


def points_of(book: Reader, note: Note, templates: Mapping[str, Template]) -> list[Point]:
    """The points of a note: the items of its talking points, and the commitments it shows.

    Where the format has no talking points, its sections of a few points take their place.
    """
    template = templates.get(note.template)
    written = {section.name: section for section in book.where(Section, note=note.uid)}
    sections = template.sections if template else ()
    talking = [section for section in sections if section.draws is Draws.TALKING_POINTS]
    found = [
        Point(words, note.uid)
        for section in talking or [section for section in sections if section.points]
        if section.name in written
        for words in _points_in(written[section.name].body)
    ]
    for insert in book.where(Insert, note=note.uid):
        commitment = book.find(Commitment, insert.commitment)
        if insert.kind is InsertKind.COMMITMENT and commitment is not None:
            found.append(Point(commitment.action, note.uid, commitment.uid))
    return found


def record_outcome(book: Reader, outcome: Outcome, follows: Follows) -> Edit:
    """Enter an outcome, or correct it, with the status entry and the commitment that follow."""
    changes: list[Change] = []
    before = book.find(Outcome, outcome.uid)
    about = book.find(Commitment, outcome.commitment)
    if follows.promised and outcome.promise and outcome.new_commitment is None:
        promised = _promised(book, outcome, about, follows.as_of)
        outcome = replace(outcome, new_commitment=promised.uid)
        changes.append(Add(promised))
    if follows.status is not None and about is not None:
        entry = StatusEntry(
            uid=new_uid(),
            commitment=about.uid,
            status=follows.status,
            as_of=follows.as_of,
            evidence=outcome.reply,
            recorded=follows.recorded,
        )
        outcome = replace(outcome, status_entry=entry.uid)
        changes.append(Add(entry))
    if before != outcome:
        changes.append(Add(outcome) if before is None else Replace(before, outcome))
    name = EditName.ADD_OUTCOME if before is None else EditName.CHANGE_OUTCOME
    return Edit(name, tuple(changes), outcome.point)


def _promised(book: Reader, outcome: Outcome, about: Commitment | None, said: date) -> Commitment:
    """The commitment that a promise at the meeting is: the other side's, on the same topic.

    Its deadline is in the words, which were `said` on a day.
    """
    note = book.find(Note, outcome.note)
    lang = "zh" if has_han(outcome.promise) else note.lang if note else the_book(book).lang
    meeting = next(iter(book.all(Meeting)), None)
    own = the_book(book).own_party
    return Commitment(
        uid=new_uid(),
        action=outcome.promise,
        promisors=tuple(p for p in (meeting.parties if meeting else ()) if p != own),
        promisees=(own,) if own else (),
        topics=about.topics if about else ((note.topic,) if note and note.topic else ()),
        deadline=find_deadline(outcome.promise, lang, said),
    )


def _points_in(body: Prose) -> Iterator[str]:
    lists = [block for block in body.blocks if isinstance(block, List)]
    runs = [item.runs for block in lists for item in block.items] or [
        block.runs for block in body.blocks if isinstance(block, Paragraph)
    ]
    return (words for one in runs if (words := runs_text(one).strip()))
