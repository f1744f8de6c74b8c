"""The middle of the book's workspace: a note, a generated part, or the page for new notes."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from briefing.things import TabKind
from ui.book.new_notes import NewNotes
from ui.book.note_pane import NotePane
from ui.book.part_page import PartPage
from ui.context import Context
from ui.widgets.empty import EmptyPanel


class MiddlePane(QStackedWidget):
    """Shows one of its pages; the note and its place in the book are told to `note` itself."""

    made = Signal(str)  # the uid of a note that was asked for
    left = Signal()  # the page for new notes, without any
    grown = Signal()  # there is more that Tab goes to

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._asking: list[QWidget] = []
        """Where Tab goes in the page for new notes, once there is one."""
        self.note = NotePane(context, self)
        self.part = PartPage(context, self)
        self._empty = self._empty_book()
        blank = QWidget()  # what is painted before a tab is shown
        for page in (blank, self.note, self.part, self._empty):
            self.addWidget(page)

    @cached_property
    def new_notes(self) -> NewNotes:
        """The page that asks what notes there are to be, made when it first does."""
        page = NewNotes(self._context, self)
        self.addWidget(page)
        page.made.connect(self.made)
        page.left.connect(self.left)
        self._asking = page.tab_stops()
        self.grown.emit()
        return page

    def tab_stops(self) -> list[QWidget]:
        """Where Tab goes, in order."""
        return [*self.note.tab_stops(), *self.part.tab_stops(), *self._asking]

    @property
    def has_note(self) -> bool:
        """Whether a note is shown, that can be written in."""
        return self.currentWidget() is self.note

    def show_note(self) -> None:
        """Show the note that its pane was told of."""
        self.setCurrentWidget(self.note)

    def show_part(self, kind: TabKind) -> None:
        """Show what a generated part is made of."""
        self.part.show_part(kind)
        self.setCurrentWidget(self.part)

    def show_empty(self) -> None:
        """Show how to begin, in a book without notes."""
        self.setCurrentWidget(self._empty)

    def ask(self, *, drafting: bool) -> None:
        """Ask what notes there are to be: one, or drafts for topics."""
        self.setCurrentWidget(self.new_notes)
        self.new_notes.begin(drafting=drafting)

    def look_for(self, *, replacing: bool) -> None:
        """Look for words in the note, if one is shown."""
        blocks = self.note.sections.blocks
        if self.has_note and blocks:
            block = self.note.sheet.block or blocks[0]
            self.note.find_bar.open(block.editor, replacing=replacing)

    def _empty_book(self) -> EmptyPanel:
        _ = self._context.gettext
        panel = EmptyPanel(
            _("The book has no notes yet"),
            _("Notes are drafted from the commitments of a topic, and follow them."),
        )
        panel.add_actions([self._context.actions[name] for name in ("note.draft", "note.new")])
        return panel
