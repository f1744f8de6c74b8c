"""Commitments recorded by hand, and where they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from briefing.anchor import Anchor
from briefing.edits import Add, Change, Drop, Edit, EditName, Replace
from briefing.errors import Refused
from briefing.operations.parties import add_party, code_for
from briefing.operations.topics import add_topic
from briefing.progress import Steps, finish, in_pieces
from briefing.things import (
    NO_DEADLINE,
    Annotation,
    Candidate,
    CandidateState,
    Commitment,
    Deadline,
    Insert,
    Outcome,
    Reader,
    StatusEntry,
    Topic,
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


def rest_on(commitment: Commitment, anchors: Sequence[Anchor]) -> Edit:
    """Have a commitment rest on further words, those that it rests on already once."""
    return change_commitment(
        commitment, anchors=tuple(dict.fromkeys((*commitment.anchors, *anchors)))
    )


def change_commitments(commitments: Iterable[Commitment], **details: Any) -> Edit:
    """Correct several commitments alike, in one step; those that are so already stay."""
    return _changed((c, replace(c, **details)) for c in commitments)


def change_deadlines(commitments: Iterable[Commitment], deadline: Deadline) -> Edit:
    """Give several commitments one deadline; what the source of each says of it stays."""
    if deadline == NO_DEADLINE:
        return change_commitments(commitments, deadline=deadline)
    return _changed(
        (c, replace(c, deadline=replace(deadline, text=c.deadline.text))) for c in commitments
    )


def with_new_party(book: Reader, commitment: Commitment, name: str, field: str) -> Edit:
    """Add a party to the book and to a field of a commitment, in one step."""
    added = add_party(book, code_for(book, name), name)
    uid = next(change.thing.uid for change in added.changes if isinstance(change, Add))
    value = uid if field == "delegate" else (*getattr(commitment, field), uid)
    changed = change_commitment(commitment, **{field: value})
    return Edit(changed.name, (*added.changes, *changed.changes), changed.subject)


def with_new_topic(book: Reader, commitment: Commitment, name: str) -> Edit:
    """Add a topic to the tree and to a commitment, in one step."""
    added = add_topic(book, name)
    uid = next(change.thing.uid for change in added.changes if isinstance(change, Add))
    changed = change_commitment(commitment, topics=(*commitment.topics, uid))
    return Edit(changed.name, (*added.changes, *changed.changes), changed.subject)


def list_under(commitments: Iterable[Commitment], topic: Topic) -> Edit:
    """Give commitments another topic to be listed under; further ones that they have stay."""
    return _changed(
        (c, replace(c, topics=tuple(dict.fromkeys((topic.uid, *c.topics[1:])))))
        for c in commitments
    )


def add_topic_to(commitments: Iterable[Commitment], topic: Topic) -> Edit:
    """Give commitments a further topic."""
    return _changed(
        (c, replace(c, topics=tuple(dict.fromkeys((*c.topics, topic.uid))))) for c in commitments
    )


def change_each(
    book: Reader, uids: Sequence[str], change: Callable[[list[Commitment]], Edit]
) -> Steps[Edit]:
    """What a change of some commitments comes to for any number of them, a step at a time."""
    edits: list[Edit] = []
    done = 0
    for piece in in_pieces(uids):
        edits.append(change(book.among(Commitment, "uid", piece)))
        done += len(piece)
        yield done, len(uids)
    changes = tuple(c for edit in edits for c in edit.changes)
    name = max(edits, key=lambda edit: len(edit.changes)).name
    if name is EditName.CHANGE_COMMITMENT and len(changes) > 1:
        name = EditName.CHANGE_COMMITMENTS
    return Edit(name, changes, next((edit.subject for edit in edits if edit.changes), ""))


def _changed(pairs: Iterable[tuple[Commitment, Commitment]]) -> Edit:
    changes = [Replace(before, after) for before, after in pairs if before != after]
    subject = changes[0].after.action if changes else ""  # type: ignore[attr-defined]
    name = EditName.CHANGE_COMMITMENT if len(changes) == 1 else EditName.CHANGE_COMMITMENTS
    return Edit(name, tuple(changes), subject)


def remove_commitment(book: Reader, commitment: Commitment) -> Edit:
    """Take a commitment out, with its status entries; its candidates are proposed again.

    Refused while a note shows it, so that no page loses its words unseen.
    """
    return remove_commitments(book, (commitment,))


def remove_commitments(book: Reader, commitments: Sequence[Commitment]) -> Edit:
    """Take several commitments out in one step; refused while a note shows one of them."""
    return finish(removing(book, [commitment.uid for commitment in commitments]))


def removing(book: Reader, uids: Sequence[str]) -> Steps[Edit]:
    """Do as `remove_commitments` does, a step at a time."""
    loosened: list[Change] = []
    commitments: list[Commitment] = []
    entries: list[StatusEntry] = []
    gone = set(uids)
    for piece in in_pieces(uids):
        found = book.among(Commitment, "uid", piece)
        shown = {insert.commitment for insert in book.among(Insert, "commitment", piece)}
        for commitment in found:
            if commitment.uid in shown:
                raise Refused("commitment-in-note", commitment.action)
        commitments += found
        entries += book.among(StatusEntry, "commitment", piece)
        loosened += _loosened(book, piece, gone)
        yield len(commitments), len(uids)
    gone.update(entry.uid for entry in entries)
    changes = (
        *_freed_outcomes(book, gone),
        *loosened,
        *map(Drop, entries),
        *map(Drop, commitments),
    )
    subject = commitments[0].action if commitments else ""
    return Edit(EditName.REMOVE_COMMITMENT, changes, subject)


def _loosened(book: Reader, uids: Sequence[str], gone: set[str]) -> Iterator[Change]:
    """What names commitments, set free or dropped with them."""
    for candidate in book.among(Candidate, "commitment", uids):
        proposed = replace(candidate, commitment=None, state=CandidateState.PROPOSED, in_bulk=False)
        yield Replace(candidate, proposed)
    for child in book.among(Commitment, "parent", uids):
        if child.uid not in gone:
            yield Replace(child, replace(child, parent=None))
    yield from (Drop(annotation) for annotation in book.among(Annotation, "commitment", uids))


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


def add_statuses(commitments: Sequence[Commitment], **details: Any) -> Edit:
    """Say of several commitments in one step where they stand as of a day."""
    entries = (StatusEntry(uid=new_uid(), commitment=c.uid, **details) for c in commitments)
    subject = commitments[0].action if commitments else ""
    return Edit(EditName.ADD_STATUS, tuple(map(Add, entries)), subject)


def remove_status(book: Reader, entry: StatusEntry) -> Edit:
    """Take back the newest entry of a commitment. Refused for any older one."""
    entries = book.where(StatusEntry, commitment=entry.commitment)
    if entry != max(entries, key=lambda e: (e.recorded, e.uid)):
        raise Refused("status-not-newest", entry.evidence)
    freed = tuple(_freed_outcomes(book, {entry.uid}))
    return Edit(EditName.REMOVE_STATUS, (*freed, Drop(entry)), entry.status)
