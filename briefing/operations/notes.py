"""Notes, what is written in them, and their places in the book."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any

from briefing.edits import Add, Change, Drop, Edit, EditName, Replace
from briefing.errors import Refused
from briefing.operations.inserts import refuse_signed, with_own_inserts
from briefing.prose import Block, InsertBlock, Prose
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

GENERATED = (
    TabKind.COVER,
    TabKind.CONTENTS,
    TabKind.COMMITMENTS,
    TabKind.ACRONYMS,
    TabKind.SOURCES,
)
"""The parts that every book has until the adviser takes one out."""

NOTHING_KNOWN: Mapping[str, Insert] = MappingProxyType({})


def first_tabs() -> tuple[Add, ...]:
    """The generated parts of a new book, in their usual order."""
    return tuple(
        Add(Tab(uid=new_uid(), kind=kind, position=place)) for place, kind in enumerate(GENERATED)
    )


def add_note(book: Reader, note: Note, sections: Sequence[Section] = ()) -> Edit:
    """Put a new note into the book, as the last tab before the generated parts at the end."""
    tab = Tab(uid=new_uid(), kind=TabKind.NOTE, note=note.uid, position=0)
    changes = (Add(note), *(Add(section) for section in sections))
    return Edit(EditName.ADD_NOTE, (*changes, *placed(book, (tab,))), note.title)


def placed(book: Reader, new: Sequence[Tab]) -> list[Change]:
    """The changes that put new tabs behind the last note."""
    tabs = sorted(book.all(Tab), key=lambda tab: tab.position)
    notes = [place for place, tab in enumerate(tabs) if tab.kind is TabKind.NOTE]
    front = sum(tab.kind in {TabKind.COVER, TabKind.CONTENTS} for tab in tabs)
    place = notes[-1] + 1 if notes else front
    return renumbered(tabs, [*tabs[:place], *new, *tabs[place:]])


def move_tab(book: Reader, tab: Tab, position: int) -> Edit:
    """Put a tab elsewhere in the book."""
    tabs = sorted(book.all(Tab), key=lambda t: t.position)
    others = [t for t in tabs if t.uid != tab.uid]
    others.insert(max(0, min(position, len(others))), tab)
    return Edit(EditName.MOVE_TAB, tuple(renumbered(tabs, others)), tab.title or tab.kind)


def change_tab(tab: Tab, **details: Any) -> Edit:
    """Give a tab a title of its own."""
    after = replace(tab, **details)
    return Edit(EditName.CHANGE_TAB, (Replace(tab, after),), after.title)


def add_tab(book: Reader, kind: TabKind) -> Edit:
    """Bring a generated part back, as the last tab. Refused where the book has it."""
    tabs = book.all(Tab)
    if kind is TabKind.NOTE or any(tab.kind is kind for tab in tabs):
        raise Refused("tab-exists", kind)
    position = max((tab.position for tab in tabs), default=-1) + 1
    return Edit(EditName.ADD_TAB, (Add(Tab(uid=new_uid(), kind=kind, position=position)),), kind)


def remove_tab(book: Reader, tab: Tab) -> Edit:
    """Take a generated part out of the book; a note's tab goes with its note."""
    if tab.kind is TabKind.NOTE:
        raise Refused("tab-holds-note", tab.title)
    tabs = sorted(book.all(Tab), key=lambda t: t.position)
    kept = [t for t in tabs if t.uid != tab.uid]
    return Edit(EditName.REMOVE_TAB, (Drop(tab), *renumbered(tabs, kept)), tab.kind)


def renumbered(before: Sequence[Tab], order: Sequence[Tab]) -> list[Change]:
    """The changes that bring tabs into an order; those that are new to the book are added."""
    known = {tab.uid for tab in before}
    changes: list[Change] = []
    for place, tab in enumerate(order):
        after = replace(tab, position=place)
        if tab.uid not in known:
            changes.append(Add(after))
        elif after != tab:
            changes.append(Replace(tab, after))
    return changes


def change_note(note: Note, **details: Any) -> Edit:
    """Give a note another title, topic, author, marking or state. Sign-off is `sign_off`."""
    refuse_signed(note)
    after = replace(note, **details)
    return Edit(EditName.CHANGE_NOTE, (Replace(note, after),), after.title)


def write_section(
    book: Reader, note: Note, name: str, body: Prose, known: Mapping[str, Insert] = NOTHING_KNOWN
) -> Edit:
    """Write the text of a section; inserts that are no longer in it go with their place.

    Inserts that come back into it, by paste or by undo, are made from those that are `known`.
    """
    refuse_signed(note)
    body, back = with_own_inserts(book, note, name, body, known)
    sections = {section.name: section for section in book.where(Section, note=note.uid)}
    before = sections.get(name)
    after = replace(before or Section(uid=new_uid(), note=note.uid, name=name), body=body)
    sections[name] = after
    standing = {uid for section in sections.values() for uid in section.body.inserts}
    gone = [i for i in book.where(Insert, note=note.uid) if i.uid not in standing]
    change = Add(after) if before is None else Replace(before, after)
    drops = (Drop(insert) for insert in gone)
    return Edit(EditName.WRITE_NOTE, (*back, change, *drops), note.title)


def add_insert(book: Reader, note: Note, name: str, insert: Insert, at: int | None = None) -> Edit:
    """Put a live insert into a section, before its block `at` or at its end."""
    refuse_signed(note)
    before = next(iter(book.where(Section, note=note.uid, name=name)), None)
    body = before.body if before else Prose()
    place = len(body.blocks) if at is None else at
    block: Block = InsertBlock(insert=insert.uid)
    after = replace(
        before or Section(uid=new_uid(), note=note.uid, name=name),
        body=Prose((*body.blocks[:place], block, *body.blocks[place:])),
    )
    change = Add(after) if before is None else Replace(before, after)
    return Edit(EditName.ADD_INSERT, (Add(replace(insert, note=note.uid)), change), note.title)


def remove_note(book: Reader, note: Note) -> Edit:
    """Take a note out of the book with its tab, its inserts and the remarks on it."""
    tabs = sorted(book.all(Tab), key=lambda tab: tab.position)
    own = [tab for tab in tabs if tab.note == note.uid]
    kept = [tab for tab in tabs if tab.note != note.uid]
    changes: list[Change] = [*(Drop(tab) for tab in own), *renumbered(tabs, kept)]
    changes += [Replace(o, replace(o, note=None)) for o in book.where(Outcome, note=note.uid)]
    changes += [Drop(annotation) for annotation in book.where(Annotation, note=note.uid)]
    changes += [Drop(section) for section in book.where(Section, note=note.uid)]
    changes += [Drop(insert) for insert in book.where(Insert, note=note.uid)]
    return Edit(EditName.REMOVE_NOTE, (*changes, Drop(note)), note.title)


def sign_off(
    book: Reader, note: Note, by: str, on: date, shown: Iterable[tuple[str, Prose]] = ()
) -> Edit:
    """Sign a note off: it can no longer be written in, and its inserts keep what they show.

    `shown` gives for each insert, by uid, what it shows today.
    """
    frozen = dict(shown)
    after = replace(note, state=NoteState.SIGNED_OFF, signed_by=by, signed_on=on)
    changes: list[Change] = [Replace(note, after)]
    for insert in book.where(Insert, note=note.uid):
        if insert.uid in frozen and insert.frozen is None:
            kept = replace(insert, frozen=frozen[insert.uid], frozen_on=on)
            changes.append(Replace(insert, kept))
    return Edit(EditName.SIGN_OFF_NOTE, tuple(changes), note.title)


def reopen(book: Reader, note: Note) -> Edit:
    """Take a note back to drafting: its inserts follow the book again."""
    after = replace(note, state=NoteState.DRAFT, signed_by="", signed_on=None)
    changes: list[Change] = [Replace(note, after)]
    changes.extend(
        Replace(insert, replace(insert, frozen=None, frozen_on=None))
        for insert in book.where(Insert, note=note.uid)
        if insert.frozen is not None
    )
    return Edit(EditName.REOPEN_NOTE, tuple(changes), note.title)
