"""Commitments recorded by hand, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from briefing.edits import Add, Change, Drop, Edit, EditName, Replace
from briefing.errors import Refused
from briefing.things import (
    Annotation,
    Candidate,
    CandidateState,
    Commitment,
    Insert,
    Outcome,
    Reader,
    StatusEntry,
)
from briefing.uid import new_uid


def add_commitment(action: str, **details: Any) -> Edit:
    """Record a commitment that the program did not propose."""
    commitment = Commitment(uid=new_uid(), action=action, **details)
    return Edit(EditName.ADD_COMMITMENT, (Add(commitment),), action)


def change_commitment(commitment: Commitment, **details: Any) -> Edit:
    """Correct a commitment."""
    after = replace(commitment, **details)
    if after.parent == after.uid:
        raise Refused("commitment-below-itself", commitment.action)
    return Edit(EditName.CHANGE_COMMITMENT, (Replace(commitment, after),), after.action)


def remove_commitment(book: Reader, commitment: Commitment) -> Edit:
    """Take a commitment out, with its status entries; its candidates are proposed again.

    Refused while a note shows it, so that no page loses its words unseen.
    """
    if book.where(Insert, commitment=commitment.uid):
        raise Refused("commitment-in-note", commitment.action)
    changes = (*_loosened(book, commitment), Drop(commitment))
    return Edit(EditName.REMOVE_COMMITMENT, changes, commitment.action)


def _loosened(book: Reader, commitment: Commitment) -> Iterator[Change]:
    """Everything that names a commitment, set free or dropped with it."""
    uid = commitment.uid
    entries = book.where(StatusEntry, commitment=uid)
    yield from _freed_outcomes(book, {uid, *(entry.uid for entry in entries)})
    for candidate in book.where(Candidate, commitment=uid):
        proposed = replace(candidate, commitment=None, state=CandidateState.PROPOSED, in_bulk=False)
        yield Replace(candidate, proposed)
    for child in book.where(Commitment, parent=uid):
        yield Replace(child, replace(child, parent=None))
    yield from (Drop(annotation) for annotation in book.where(Annotation, commitment=uid))
    yield from (Drop(entry) for entry in entries)


def _freed_outcomes(book: Reader, gone: set[str]) -> Iterator[Change]:
    for outcome in book.all(Outcome):
        after = replace(
            outcome,
            commitment=None if outcome.commitment in gone else outcome.commitment,
            new_commitment=None if outcome.new_commitment in gone else outcome.new_commitment,
            status_entry=None if outcome.status_entry in gone else outcome.status_entry,
        )
        if after != outcome:
            yield Replace(outcome, after)


def add_status(commitment: Commitment, **details: Any) -> Edit:
    """Say where a commitment stands as of a day; a correction is a new entry too."""
    entry = StatusEntry(uid=new_uid(), commitment=commitment.uid, **details)
    return Edit(EditName.ADD_STATUS, (Add(entry),), commitment.action)


def remove_status(book: Reader, entry: StatusEntry) -> Edit:
    """Take back the newest entry of a commitment. Refused for any older one."""
    entries = book.where(StatusEntry, commitment=entry.commitment)
    if entry != max(entries, key=lambda e: (e.recorded, e.uid)):
        raise Refused("status-not-newest", entry.evidence)
    freed = tuple(_freed_outcomes(book, {entry.uid}))
    return Edit(EditName.REMOVE_STATUS, (*freed, Drop(entry)), entry.status)
