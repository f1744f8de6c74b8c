"""The text of a note on its way from the book to the screen, and back as it is typed."""

from __future__ import annotations

from PySide6.QtCore import QObject

from briefing.edits import Edit, thing_of
from briefing.errors import BriefingError, Refused
from briefing.operations import notes
from briefing.prose import Prose
from briefing.things import Note, Section
from ui.book.meeting_block import FOLLOWED
from ui.book.note_form import wanted_sections
from ui.book.owed import Owed
from ui.book.section_column import SectionColumn
from ui.context import Context


class NoteText(QObject):
    """Keeps the sections as the book has them, and the book as they are written.

    What is typed goes by `session.write`; what could not be stored is owed, and shown meanwhile.
    """

    def __init__(
        self, context: Context, sections: SectionColumn, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._sections = sections
        self._writing = False
        self._owed = Owed(context.session, self._store, self)
        context.session.edited.connect(self._on_edited)
        context.session.unwritten.on_flush(self.flush)
        sections.typed.connect(self._write)

    def show_note(self, note: Note | None) -> None:
        """Show a note; what was typed in another one is written down before."""
        shown = self._sections.note
        if note is None or shown is None or note.uid != shown.uid:
            self.flush()
        self._sections.show_note(note, self._written(note) if note is not None else {})

    def flush(self) -> None:
        """Write down what was typed; what cannot be is kept, and that was said."""
        self._sections.flush()
        self._owed.try_again()

    def write_all(self) -> None:
        """Write down everything, as after this nobody keeps it; the error where it cannot be."""
        self.flush()
        self._owed.write()

    def _written(self, note: Note) -> dict[str, Prose]:
        found = self._context.session.store.where(Section, note=note.uid)
        return {section.name: section.body for section in found} | self._owed.of(note.uid)

    # Into the book

    def _write(self, section: str, body: Prose) -> None:
        """Bring what was typed into the book."""
        shown = self._sections.note
        note = self._context.session.store.find(Note, shown.uid) if shown else None
        if note is None:
            return
        self._owed.forget(note.uid, section)
        try:
            self._store(note.uid, section, body)
        except Refused as error:
            self._context.notices.trouble(error)
        except BriefingError as error:
            self._owed.keep(note.uid, section, body, error)
            self._context.notices.trouble(error)
        self._show_sections({section}, self._written(note))

    def _store(self, uid: str, name: str, body: Prose) -> None:
        session, known = self._context.session, self._sections.views.known
        note = session.store.find(Note, uid)
        if note is None:
            return
        self._writing = True
        try:
            session.write(notes.write_section(session.store, note, name, body, known))
        finally:
            self._writing = False

    # Out of the book

    def _on_edited(self, edit: Edit) -> None:
        shown = self._sections.note
        if shown is None:
            return
        if edit.touches(*FOLLOWED):
            self._sections.show_meeting()
        if self._writing or not edit.touches(Note, Section):
            return
        note = self._context.session.store.find(Note, shown.uid)
        if note is None:
            return  # the workspace shows another one
        written = self._written(note)
        if note != shown or self._has_other_sections(note, written):
            self._sections.show_note(note, written)
        else:
            things = [thing_of(change) for change in edit.changes]
            mine = {t.name for t in things if isinstance(t, Section) and t.note == note.uid}
            self._show_sections(mine, written)

    def _has_other_sections(self, note: Note, written: dict[str, Prose]) -> bool:
        """Whether a section has come or gone that the format does not know."""
        wanted = wanted_sections(note, written)
        return [name for name, _section in wanted] != [
            block.name for block in self._sections.blocks
        ]

    def _show_sections(self, names: set[str], written: dict[str, Prose]) -> None:
        if names:
            self._sections.show_texts({name: written.get(name, Prose()) for name in names})
