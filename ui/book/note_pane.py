"""The middle column while a note is shown: its head, its text, and what is done with both."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing.edits import Edit
from briefing.things import Insert, Meeting, Note, Topic
from ui.book.annotations_pane import AnnotationsPane
from ui.book.choices import pages_said, templates
from ui.book.freezing import Freezer
from ui.book.insert_bar import InsertBar
from ui.book.insert_desk import InsertDesk
from ui.book.note_foot import NoteFoot
from ui.book.note_header import NoteHeader
from ui.book.note_sheet import NoteSheet
from ui.book.note_text import NoteText
from ui.book.placing import Placing
from ui.book.section_column import SectionColumn
from ui.book.sign_bar import SignBar
from ui.book.state_desk import StateDesk
from ui.context import Context
from ui.editor.editor import FindBar, ProseEditor
from ui.places import Place, Room


class NotePane(QWidget):
    """One note, to be written in."""

    moved = Signal()  # the cursor is elsewhere: ask `sheet.here`

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._label = ""
        self._pages = 0
        self.header = NoteHeader(context)
        self.sign_bar = SignBar(context)
        self.sections = SectionColumn(context)
        self.sheet = NoteSheet(context, self.sections)
        self.text = NoteText(context, self.sections, self)
        self.annotations = AnnotationsPane(context)
        self.sections.add_below(self.annotations)
        self.insert_bar = InsertBar(context)
        self.find_bar = FindBar(context, self._editors)
        self.sections.set_find_bar(self.find_bar)
        self._foot = NoteFoot(context)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.sign_bar)
        column.addWidget(self.sheet, stretch=1)
        column.addWidget(self.find_bar)
        column.addWidget(self.insert_bar)
        column.addWidget(self._foot)
        freezer = Freezer(context)
        self.placing = Placing(context, self.sections, self.sheet)
        self._inserts = InsertDesk(context, self.sections, self.sheet, self.insert_bar, freezer)
        self._state = StateDesk(context, self.sections, self.sign_bar, freezer)
        self._listen()
        self._answer()

    @property
    def note(self) -> Note | None:
        """The note that is shown."""
        return self.sections.note

    def show_note(self, note: Note | None, label: str = "", pages: int = 0) -> None:
        """Show a note, whose tab has a label and, where that is known, a number of pages."""
        self._label, self._pages = label, pages
        if note is not None:
            self.header.show_note(note, label)
            self.sign_bar.show_note(note)
        self.text.show_note(note)
        self.annotations.show_note(note)
        self._settle()

    def tab_stops(self) -> list[QWidget]:
        """Where Tab goes, in order."""
        return [
            *self.header.tab_stops(),
            *self.sign_bar.tab_stops(),
            *self.sections.tab_stops(),
            *self.annotations.tab_stops(),
            *self.find_bar.tab_stops(),
            *self.insert_bar.tab_stops(),
            *self._foot.tab_stops(),
        ]

    def show_label(self, label: str, pages: int) -> None:
        """Say the label of the tab and its pages, as they are now."""
        self._label, self._pages = label, pages
        if self.note is not None:
            self.header.show_note(self.note, label)
        self._measure()

    def show_pages(self, pages: int) -> None:
        """Say on how many pages the note is printed."""
        self._pages = pages
        self._measure()

    # Building

    def _editors(self) -> list[ProseEditor]:
        return [block.editor for block in self.sections.blocks]

    def _listen(self) -> None:
        self.header.into_text.connect(self.sheet.begin)
        self.annotations.entered.connect(self.sheet.show_soon)
        self.annotations.left.connect(self.sheet.begin)
        self.sheet.moved.connect(self._on_moved)
        self.sections.changed.connect(self._measure)
        self.find_bar.went.connect(self.sheet.go_to_editor)
        self.sections.meeting_asked.connect(self._to_meeting)
        self._context.session.edited.connect(self._on_edited)

    def _answer(self) -> None:
        on = self._context.actions.on
        on("note.title", self._to_title)
        on("note.annotate", self.annotations.add)

    # Following

    def _stored(self) -> Note | None:
        return self._context.session.store.find(Note, self.note.uid if self.note else None)

    def _on_edited(self, edit: Edit) -> None:
        if self.note is None:
            return
        if edit.touches(Note, Topic):
            note = self._stored()
            if note is not None:
                self.header.show_note(note, self._label)
                self.sign_bar.show_note(note)
        if edit.touches(Note, Insert):
            self._settle()

    def _on_moved(self) -> None:
        self._settle()
        self.moved.emit()

    def _settle(self) -> None:
        """What can be done to the note and to the insert at the cursor."""
        for name in ("note.title", "note.annotate"):
            self._context.actions.enable(name, self.note is not None)
        self._state.settle()
        self.placing.settle()
        self._inserts.settle()

    def _measure(self) -> None:
        """Say how long the note is, against what its format allows."""
        if self.note is None:
            return
        speech = self._context.speech
        words = self.sections.words
        said = [speech.ngettext("{n} word", "{n} words", words).format(n=speech.number(words))]
        most = self._most
        if self._pages:
            said.insert(0, pages_said(self._pages, most, speech))
        elif most:
            form = speech.ngettext("at most {most} page", "at most {most} pages", most)
            said.append(form.format(most=most))
        self.header.show_length(" · ".join(said))
        long = 0 < most < self._pages
        self.sign_bar.warn(pages_said(self._pages, most, speech) if long else "")

    @property
    def _most(self) -> int:
        """How many pages the format of the note allows; 0 for any number."""
        template = templates().get(self.note.template) if self.note else None
        return template.pages if template else 0

    def _to_title(self) -> None:
        self.header.title.setFocus()
        self.header.title.selectAll()

    def _to_meeting(self) -> None:
        self._context.places.go(Place(Room.OVERVIEW, Meeting))
