"""The live inserts of the note that is shown, as its editors paint them."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal

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
from ui.book.insert_lines import Lines
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
        self._views = {}
        store = self._context.session.store
        self.known.update({insert.uid: insert for insert in store.where(Insert, note=note)})

    def view_of(self, uid: str) -> InsertView | None:
        """What an insert shows; None where there is none of that uid."""
        insert = self.known.get(uid)
        if insert is None or self._context.session.closed:
            return self._views.get(uid)
        if uid not in self._views:
            title, lines = self._reader().of(insert)
            self._views[uid] = InsertView(
                title=title, lines=lines, frozen=insert.frozen is not None, kind=insert.kind
            )
        return self._views[uid]

    def _reader(self) -> Lines:
        if self._lines is None:
            session, speech = self._context.session, self._context.speech
            self._lines = Lines(
                session.store,
                wording(session.book.lang),
                speech.gettext,
                speech.ngettext,
                date.today(),  # noqa: DTZ011 - the adviser's own day
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
