"""What is done to several places of the book at once, each time as one step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.edits import Add, Change, Drop, Edit, EditName, Replace
from briefing.operations.inserts import copied_inserts, renamed_inserts
from briefing.operations.notes import renumbered
from briefing.things import (
    Annotation,
    Insert,
    Note,
    NoteState,
    Outcome,
    Reader,
    Section,
    Tab,
    TabKind,
)
from briefing.uid import new_uid


def move_tabs(book: Reader, moved: Sequence[Tab], before: int) -> Edit:
    """Put tabs, in the order in which they stand, where tab number `before` stands now."""
    tabs = _in_order(book)
    uids = {tab.uid for tab in moved}
    taken = [tab for tab in tabs if tab.uid in uids]
    head = [tab for tab in tabs[: max(0, before)] if tab.uid not in uids]
    tail = [tab for tab in tabs[max(0, before) :] if tab.uid not in uids]
    subject = _named(book, taken[0]) if taken else ""
    return Edit(EditName.MOVE_TAB, tuple(renumbered(tabs, [*head, *taken, *tail])), subject)


def remove_tabs(book: Reader, removed: Sequence[Tab]) -> Edit:
    """Take tabs out of the book; notes go with their inserts and the remarks on them."""
    tabs = _in_order(book)
    uids = {tab.uid for tab in removed}
    gone = [tab for tab in tabs if tab.uid in uids]
    kept = [tab for tab in tabs if tab.uid not in uids]
    changes: list[Change] = [Drop(tab) for tab in gone]
    changes += renumbered(tabs, kept)
    notes = [book.get(Note, tab.note) for tab in gone if tab.note is not None]
    for note in notes:
        changes += _without_note(book, note)
    name = EditName.REMOVE_NOTE if notes else EditName.REMOVE_TAB
    return Edit(name, tuple(changes), _named(book, gone[0]) if gone else "")


def duplicate_note(book: Reader, note: Note, title: str) -> Edit:
    """Put a copy of a note behind it: a draft with the same words and live inserts of its own."""
    copy = replace(
        note,
        uid=new_uid(),
        title=title,
        state=NoteState.DRAFT,
        signed_by="",
        signed_on=None,
    )
    inserts = copied_inserts(book.where(Insert, note=note.uid), copy.uid)
    sections = [
        replace(s, uid=new_uid(), note=copy.uid, body=renamed_inserts(s.body, inserts))
        for s in book.where(Section, note=note.uid)
    ]
    tabs = _in_order(book)
    place = next((at for at, tab in enumerate(tabs, start=1) if tab.note == note.uid), len(tabs))
    tab = Tab(uid=new_uid(), kind=TabKind.NOTE, note=copy.uid, position=place)
    added = [Add(thing) for thing in (copy, *inserts.values(), *sections)]
    order = renumbered(tabs, [*tabs[:place], tab, *tabs[place:]])
    return Edit(EditName.ADD_NOTE, (*added, *order), title)


def _in_order(book: Reader) -> list[Tab]:
    return sorted(book.all(Tab), key=lambda tab: tab.position)


def _named(book: Reader, tab: Tab) -> str:
    note = book.find(Note, tab.note)
    return tab.title or (note.title if note else tab.kind)


def _without_note(book: Reader, note: Note) -> list[Change]:
    changes: list[Change] = [
        Replace(outcome, replace(outcome, note=None))
        for outcome in book.where(Outcome, note=note.uid)
    ]
    for kind in (Annotation, Section, Insert):
        changes += [Drop(thing) for thing in book.where(kind, note=note.uid)]
    return [*changes, Drop(note)]
