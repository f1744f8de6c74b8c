"""The live inserts of the note that is shown, as its editors paint them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from briefing.codec import changes_from_plain, changes_to_plain
from briefing.edits import Add, Edit, Replace, thing_of
from briefing.things import (
    Annotation,
    Book,
    Commitment,
    Exclusion,
    Insert,
    Party,
    Passage,
    Repair,
    Source,
    StatusEntry,
    Topic,
)
from briefing.uid import new_uid
from ui.book.insert_lines import Lines
from ui.clock import today
from ui.context import Context
from ui.editor.objects import InsertView
from ui.words import wording

_FOLLOWED = (
    Annotation, Book, Commitment, Exclusion, Party, Passage, Repair, Source, StatusEntry, Topic,
)  # fmt: skip


class InsertViews(QObject):
    """What each insert shows, worked out when it is first painted and again when the book changes.

    Inserts that typing takes out of the note are remembered while the book is open, so that they
    can come back with the text that held them.
    """

    changed = Signal(object)  # uids of inserts that show something else now

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._views: dict[str, InsertView] = {}
        self._lines: Lines | None = None
        self.known: dict[str, Insert] = {}
        context.session.edited.connect(self._on_edited)

    def load(self, note: str) -> None:
        """Get to know the inserts of a note."""
        self.known.update({insert.uid: insert for insert in self._inserts(note)})

    def ahead(self, note: str) -> Iterator[None]:
        """Work out what the inserts of a note show before it is shown, one at each step."""
        self.load(note)
        for insert in self._inserts(note):
            self.view_of(insert.uid)
            yield

    def view_of(self, uid: str) -> InsertView | None:
        """What an insert shows; None where there is none of that uid."""
        insert = self.known.get(uid)
        if insert is None or self._context.session.closed:
            return self._views.get(uid)
        if uid not in self._views:
            title, lines = self._reader().of(insert)
            self._views[uid] = InsertView(
                title=title,
                lines=lines,
                frozen=insert.frozen is not None,
                kind=insert.kind,
                keep=json.dumps(changes_to_plain((Add(insert),))),
            )
        return self._views[uid]

    def make(self, kept: str) -> str:
        """The uid of an insert like the one that was kept; it is in the book once text shows it."""
        try:
            (change,) = changes_from_plain(json.loads(kept))
        except (ValueError, KeyError, TypeError):
            return ""
        thing = thing_of(change)
        if not isinstance(thing, Insert) or not self._has_what_it_shows(thing):
            return ""
        made = replace(thing, uid=new_uid())
        self.known[made.uid] = made
        return made.uid

    def _inserts(self, note: str) -> list[Insert]:
        return self._context.session.store.where(Insert, note=note)

    def _has_what_it_shows(self, insert: Insert) -> bool:
        """Whether this book holds what an insert names: it may come from another."""
        store = self._context.session.store
        named = (
            (Commitment, insert.commitment),
            (Topic, insert.topic),
            (Passage, insert.anchor.passage if insert.anchor else None),
        )
        return all(uid is None or store.find(kind, uid) is not None for kind, uid in named)

    def _reader(self) -> Lines:
        if self._lines is None:
            session, speech = self._context.session, self._context.speech
            self._lines = Lines(
                session.store,
                wording(session.book.lang),
                speech.gettext,
                speech.ngettext,
                today(),
            )
        return self._lines

    def _on_edited(self, edit: Edit) -> None:
        changed: set[str] = set()
        for change in edit.changes:
            thing = thing_of(change)
            if isinstance(thing, Insert) and isinstance(change, Add | Replace):
                self.known[thing.uid] = thing
                self._views.pop(thing.uid, None)
                changed.add(thing.uid)
        if edit.touches(*_FOLLOWED):
            self._lines = None
            changed |= self._views.keys()
            self._views = {}
        if changed:
            self.changed.emit(changed)
