"""Live inserts of a note: placed, changed, frozen one by one, and kept with their places."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from briefing.edits import Add, Change, Drop, Edit, EditName, Replace
from briefing.errors import Refused
from briefing.prose import Block, InsertBlock, Paragraph, Prose, runs_text
from briefing.things import Insert, Note, NoteState, Reader, Section
from briefing.uid import new_uid


def place_material(
    book: Reader,
    note: Note,
    name: str,
    blocks: Sequence[Block],
    inserts: Iterable[Insert] = (),
    at: int | None = None,
) -> Edit:
    """Put blocks into a section, with the inserts they name, before its block `at` or at its end.

    An empty paragraph just before that place makes room: it was there to be typed in.
    """
    refuse_signed(note)
    before = next(iter(book.where(Section, note=note.uid, name=name)), None)
    body = before.body.blocks if before else ()
    place = len(body) if at is None else max(0, min(at, len(body)))
    head = body[: place - 1] if place and _is_empty(body[place - 1]) else body[:place]
    after = replace(
        before or Section(uid=new_uid(), note=note.uid, name=name),
        body=Prose((*head, *blocks, *body[place:])),
    )
    added = [Add(replace(insert, note=note.uid)) for insert in inserts]
    return Edit(EditName.ADD_INSERT, (*added, _written(before, after)), note.title)


def refuse_signed(note: Note) -> None:
    """Refused where a note is signed off and must stay as it is."""
    if note.state is NoteState.SIGNED_OFF:
        raise Refused("note-signed-off", note.title)


def change_insert(note: Note, insert: Insert, **details: Any) -> Edit:
    """Give an insert another caption, topic or side."""
    refuse_signed(note)
    after = replace(insert, **details)
    return Edit(EditName.CHANGE_INSERT, (Replace(insert, after),), note.title)


def freeze_insert(note: Note, insert: Insert, shown: Prose, on: date) -> Edit:
    """Have an insert keep what it shows today; the note can still be written in."""
    return change_insert(note, insert, frozen=shown, frozen_on=on)


def thaw_insert(note: Note, insert: Insert) -> Edit:
    """Have an insert follow the book again."""
    return change_insert(note, insert, frozen=None, frozen_on=None)


def remove_insert(book: Reader, note: Note, insert: Insert) -> Edit:
    """Take an insert out of the note, wherever it stands."""
    refuse_signed(note)
    changes: list[Change] = []
    for section in book.where(Section, note=note.uid):
        if insert.uid in section.body.inserts:
            kept = (b for b in section.body.blocks if b != InsertBlock(insert=insert.uid))
            changes.append(Replace(section, replace(section, body=Prose(tuple(kept)))))
    return Edit(EditName.REMOVE_INSERT, (*changes, Drop(insert)), note.title)


def with_own_inserts(
    book: Reader, note: Note, name: str, body: Prose, known: Mapping[str, Insert]
) -> tuple[Prose, list[Add]]:
    """A section's new text and the inserts to add, so that each place has an insert of its own.

    An insert that comes back by undo is added again as it was `known`; one that is pasted from
    elsewhere, or a second time, becomes a copy; the place of one that nobody knows goes.
    """
    own = {insert.uid for insert in book.where(Insert, note=note.uid)}
    others = (s for s in book.where(Section, note=note.uid) if s.name != name)
    taken = {uid for other in others for uid in other.body.inserts}
    blocks: list[Block] = []
    added: list[Add] = []
    for block in body.blocks:
        if not isinstance(block, InsertBlock):
            blocks.append(block)
            continue
        uid = block.insert
        if uid not in own or uid in taken:
            insert = _own_of(uid, book, known, taken)
            if insert is None:
                continue
            added.append(Add(replace(insert, note=note.uid)))
            uid = insert.uid
        taken.add(uid)
        blocks.append(InsertBlock(insert=uid))
    return Prose(tuple(blocks)), added


def _own_of(
    uid: str, book: Reader, known: Mapping[str, Insert], taken: Container[str]
) -> Insert | None:
    standing = book.find(Insert, uid)
    insert = standing or known.get(uid)
    if insert is None or (standing is None and uid not in taken):
        return insert
    return replace(insert, uid=new_uid())


def copied_inserts(inserts: Iterable[Insert], note: str) -> dict[str, Insert]:
    """For each insert, by uid, a live copy that belongs to another note."""
    return {
        insert.uid: replace(insert, uid=new_uid(), note=note, frozen=None, frozen_on=None)
        for insert in inserts
    }


def renamed_inserts(body: Prose, copies: Mapping[str, Insert]) -> Prose:
    """The text with the places of its inserts given to their copies."""
    blocks = (
        InsertBlock(insert=copies[block.insert].uid)
        if isinstance(block, InsertBlock) and block.insert in copies
        else block
        for block in body.blocks
    )
    return Prose(tuple(blocks))


def _written(before: Section | None, after: Section) -> Change:
    return Add(after) if before is None else Replace(before, after)


def _is_empty(block: Block) -> bool:
    return isinstance(block, Paragraph) and not runs_text(block.runs)
