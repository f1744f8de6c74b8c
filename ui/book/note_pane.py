"""The middle column while a note is shown: its head, its text, and what is done with both."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from briefing.edits import Edit
from briefing.operations import inserts, notes
from briefing.prose import Block, BlockQuote, Run
from briefing.things import Insert, Meeting, Note, NoteState, Passage, Topic
from ui.book.annotations_pane import AnnotationsPane
from ui.book.choices import pages_said, templates
from ui.book.freezing import Freezer
from ui.book.insert_bar import InsertBar
from ui.book.insert_desk import InsertDesk
from ui.book.note_header import NoteHeader
from ui.book.note_sheet import NoteSheet
from ui.book.note_text import NoteText
from ui.book.pieces import Piece, PieceKind, material
from ui.book.section_column import SectionColumn
from ui.book.sign_bar import SignBar
from ui.context import Context
from ui.doing import attempt_on
from ui.editor.editor import FindBar, FormatBar, ProseEditor
from ui.extracts import unpacked
from ui.places import Place, Room
from ui.widgets.icon_button import IconButton

_PIECES = ("material.next", "material.whole")
_INSERTS = (*_PIECES, "insert.table", "insert.status", "insert.deadlines")


class NotePane(QWidget):
    """One note, to be written in."""

    moved = Signal()  # the cursor is elsewhere: ask `sheet.here`

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._label = ""
        self._pages = 0
        self._freezer = Freezer(context)
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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.sign_bar)
        column.addWidget(self.sheet, stretch=1)
        column.addWidget(self.find_bar)
        column.addWidget(self.insert_bar)
        column.addWidget(self._foot())
        self._inserts = InsertDesk(
            context, self.sections, self.sheet, self.insert_bar, self._freezer
        )
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
            *self._foot_buttons(),
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

    # Material

    def insert_piece(self, piece: Piece, *, whole: bool = False) -> None:
        """Put a piece of material at the cursor, with its citation."""
        self._context.session.flush()
        block = self.sheet.block or next(iter(self.sections.blocks), None)
        if block is not None:
            self.place_piece(piece, block.name, block.editor.block_cursor.insert_place, whole=whole)

    def place_piece(self, piece: Piece, section: str, at: int, *, whole: bool = False) -> None:
        """Put a piece of material before a block of a section."""
        note = self._stored()
        if note is not None:
            self._place(*material(piece, note, whole=whole), section, at)

    def _place(
        self, blocks: Sequence[Block], made: Sequence[Insert], section: str, at: int
    ) -> None:
        store, uid = self._context.session.store, self.note.uid if self.note else None
        edit = attempt_on(
            self._context,
            Note,
            uid,
            lambda note: inserts.place_material(store, note, section, blocks, made, at),
        )
        if edit is not None:
            self.sheet.go_to(section, at + len(blocks) - 1, focus=False)

    # Building

    def _foot(self) -> QWidget:
        foot = QFrame()
        foot.setProperty("role", "bar")
        insert = IconButton(self._context.look, "insert", self._context.gettext("Insert"))
        insert.setIconSize(QSize(20, 20))
        insert.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        insert.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(insert)
        for name in _INSERTS:
            menu.addAction(self._context.actions[name])
        insert.setMenu(menu)
        self._insert_button = insert
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 12, 0)
        self._format_bar = FormatBar(self._context)
        row.addWidget(self._format_bar, stretch=1)
        row.addWidget(insert)
        return foot

    def _foot_buttons(self) -> list[QToolButton]:
        return [*self._format_bar.findChildren(QToolButton), self._insert_button]

    def _editors(self) -> list[ProseEditor]:
        return [block.editor for block in self.sections.blocks]

    def _listen(self) -> None:
        self.header.into_text.connect(self.sheet.begin)
        self.annotations.entered.connect(self.sheet.show_soon)
        self.annotations.left.connect(self.sheet.begin)
        self.sheet.moved.connect(self._on_moved)
        self.sections.changed.connect(self._measure)
        self.sections.extract_dropped.connect(self._place_extract)
        self.find_bar.went.connect(self.sheet.go_to_editor)
        self.sections.meeting_asked.connect(self._to_meeting)
        self.sign_bar.signed.connect(self._sign)
        self.sign_bar.reopened.connect(self._reopen)
        self._context.session.edited.connect(self._on_edited)

    def _answer(self) -> None:
        on = self._context.actions.on
        on("note.title", self._to_title)
        on("note.for-review", lambda: self._set_state(NoteState.FOR_REVIEW))
        on("note.to-draft", lambda: self._set_state(NoteState.DRAFT))
        on("note.sign-off", self.sign_bar.ask)
        on("note.reopen", self._reopen)
        on("note.annotate", self.annotations.add)
        on("insert.table", lambda: self._insert_new(PieceKind.TABLE))
        on("insert.status", lambda: self._insert_new(PieceKind.CHART, "status"))
        on("insert.deadlines", lambda: self._insert_new(PieceKind.CHART, "deadlines"))

    # State

    def _set_state(self, state: NoteState) -> None:
        self._change(lambda note: notes.change_note(note, state=state))

    def _reopen(self) -> None:
        store = self._context.session.store
        self._change(lambda note: notes.reopen(store, note))

    def _sign(self, by: str, on: date) -> None:
        """Sign the note off, once the process that knows the book has told what inserts show."""
        self._context.session.flush()
        note = self._stored()
        if note is not None:
            store = self._context.session.store
            self._freezer.ask(
                note,
                on,
                lambda shown: self._change(lambda n: notes.sign_off(store, n, by, on, shown)),
            )

    # Inserts

    def _insert_new(self, kind: PieceKind, chart: str = "") -> None:
        note = self._stored()
        if note is not None:
            self.insert_piece(Piece(kind=kind, topic=note.topic, chart=chart))

    def _place_extract(self, data: str, section: str) -> None:
        """Put words that were taken from a source at the cursor, with their citation."""
        self._context.session.flush()
        block = next((b for b in self.sections.blocks if b.name == section), None)
        note, store = self._stored(), self._context.session.store
        anchors = unpacked(data)
        if block is None or note is None or not anchors:
            return
        blocks: list[Block] = []
        made: list[Insert] = []
        for anchor in anchors:
            if store.find(Passage, anchor.passage) is None:  # copied from another book
                blocks.append(BlockQuote(runs=(Run(text=anchor.quote),)))
                continue
            shown, inserted = material(Piece(kind=PieceKind.PASSAGE, anchor=anchor), note)
            blocks += shown
            made += inserted
        self._place(blocks, made, section, block.editor.block_cursor.insert_place)

    # Following

    def _stored(self) -> Note | None:
        return self._context.session.store.find(Note, self.note.uid if self.note else None)

    def _change(self, make: Callable[[Note], Edit]) -> None:
        attempt_on(self._context, Note, self.note.uid if self.note else None, make)

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
        note, enable = self.note, self._context.actions.enable
        state = note.state if note else None
        open_ = note is not None and state is not NoteState.SIGNED_OFF
        enable("note.title", note is not None)
        enable("note.annotate", note is not None)
        enable("note.for-review", state is NoteState.DRAFT)
        enable("note.to-draft", state is NoteState.FOR_REVIEW)
        enable("note.sign-off", open_)
        enable("note.reopen", state is NoteState.SIGNED_OFF)
        for name in ("insert.table", "insert.status", "insert.deadlines", *_PIECES):
            enable(name, open_)
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
