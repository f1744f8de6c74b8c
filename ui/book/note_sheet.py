"""The text of a note: its sections one below the other, scrolled together."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from briefing.edits import Edit, thing_of
from briefing.errors import BriefingError, Refused
from briefing.operations import notes
from briefing.prose import Prose
from briefing.things import Note, NoteState, Section
from ui.book.insert_views import InsertViews
from ui.book.meeting_block import FOLLOWED
from ui.book.note_form import wanted_sections
from ui.book.owed import Owed
from ui.book.section_block import SectionBlock
from ui.context import Context
from ui.editor.editor import FindBar, ProseEditor

_MEASURE = 80
"""Characters of a line: what is read with ease, and the margin for handling."""


class NoteSheet(QScrollArea):
    """Editors for the sections of one note, made once and used for note after note.

    What is typed reaches the book through `session.write`; what the book says otherwise is shown.
    """

    moved = Signal()  # the cursor is elsewhere: ask `here`
    changed = Signal()
    sections_made = Signal()  # there are more editors than before
    insert_entered = Signal(str)
    meeting_asked = Signal()
    material_dropped = Signal(str, str, int)  # its JSON, into which section, before which block
    extract_dropped = Signal(str, str)  # JSON of an anchor, into which section

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._note: Note | None = None
        self._writing = False
        self._owed = Owed(context.session, self._store, self)
        self._at = ""
        self.views = InsertViews(context)
        self._blocks: list[SectionBlock] = []
        self._find: FindBar | None = None
        self._count = 0
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._page = QWidget()
        self._page.setBackgroundRole(QPalette.ColorRole.Base)
        self._page.setAutoFillBackground(True)
        self._outer = outer = QVBoxLayout(self._page)
        outer.setContentsMargins(8, 0, 8, 48)
        self._sections = QVBoxLayout()
        self._sections.setSpacing(4)
        outer.addLayout(self._sections)
        outer.addStretch(1)
        self.setWidget(self._page)
        context.session.edited.connect(self._on_edited)
        context.session.on_flush(self.flush)
        self.views.changed.connect(self._on_views)
        self._measure()
        context.settings.changed.connect(self._measure)

    # What is shown

    @property
    def note(self) -> Note | None:
        """The note that is shown."""
        return self._note

    def show_note(self, note: Note | None) -> None:
        """Show a note; what was typed in another one is written down before."""
        if note is None or self._note is None or note.uid != self._note.uid:
            self.flush()
            for block in self.blocks:
                block.editor.forget_line()
            self._at = ""
            self.verticalScrollBar().setValue(0)
        self._note = note
        if note is None:
            self._use(0)
            return
        self.views.load(note.uid)
        self._fill(note)
        self.changed.emit()

    def set_find_bar(self, bar: FindBar) -> None:
        """Find with this bar, through all sections."""
        self._find = bar

    def go_to_editor(self, editor: ProseEditor) -> None:
        """Show the section that an editor writes, with its cursor."""
        block = next((block for block in self.blocks if block.editor is editor), None)
        if block is not None:
            self._at = block.name
            self._show_caret(block)
            self.moved.emit()

    def add_below(self, widget: QWidget) -> None:
        """Have something stand below the sections and scroll with them."""
        self._outer.insertWidget(1, widget)

    def flush(self) -> None:
        """Write down what was typed; what cannot be is kept, and that was said."""
        for block in self.blocks:
            block.editor.flush()
        self._owed.try_again()

    def write_all(self) -> None:
        """Write down everything, as after this nobody keeps it; the error where it cannot be."""
        self.flush()
        self._owed.write()

    @property
    def blocks(self) -> list[SectionBlock]:
        """The sections that are shown."""
        return self._blocks[: self._count]

    def tab_stops(self) -> list[QWidget]:
        """Where Tab goes, in order."""
        return [stop for block in self._blocks for stop in block.tab_stops()]

    @property
    def words(self) -> int:
        """How long the note is."""
        return sum(block.words for block in self.blocks)

    # Where the cursor is

    @property
    def block(self) -> SectionBlock | None:
        """The section that has the cursor, or had it last."""
        return next((block for block in self.blocks if block.name == self._at), None)

    @property
    def here(self) -> tuple[str, int]:
        """The section with the cursor, and the number of the block in it."""
        block = self.block
        return (block.name, block.editor.cursor_block()) if block else ("", 0)

    @property
    def offset(self) -> int:
        """How far the cursor is behind the start of its block."""
        return self.block.editor.cursor_offset() if self.block else 0

    def go_to(self, section: str, index: int = 0, offset: int = 0, *, focus: bool = True) -> bool:
        """Put the cursor into a section; False if the note has none of that name."""
        found = next((block for block in self.blocks if block.name == section), None)
        if found is None:
            return False
        self._at = section
        found.editor.show_block(index, offset)
        if focus:
            found.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_caret(found)
        self.moved.emit()
        return True

    def show_words(self, words: str) -> None:
        """Choose the first place in the note that has these words."""
        for block in self.blocks:
            found = block.editor.surface.document().find(words)
            if not found.isNull():
                block.editor.surface.setTextCursor(found)
                self._at = block.name
                block.editor.setFocus(Qt.FocusReason.OtherFocusReason)
                self._show_caret(block)
                self.moved.emit()
                return

    def begin(self) -> None:
        """Put the cursor where it was, or into the first section."""
        if self.block is not None:
            self.block.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.blocks:
            self.go_to(self.blocks[0].name)

    # Filling

    def _fill(self, note: Note) -> None:
        written = self._written(note)
        wanted = wanted_sections(note, written)
        self._use(len(wanted))
        closed = note.state is NoteState.SIGNED_OFF or self._context.session.read_only
        footnotes = 1
        for block, (name, section) in zip(self.blocks, wanted, strict=True):
            body = written.get(name, Prose())
            block.show_section(name, section, note.lang, body, closed=closed)
            block.editor.set_first_footnote(footnotes)
            footnotes += block.editor.footnotes()

    def _written(self, note: Note) -> dict[str, Prose]:
        found = self._context.session.store.where(Section, note=note.uid)
        return {section.name: section.body for section in found} | self._owed.of(note.uid)

    def _use(self, count: int) -> None:
        more = len(self._blocks) < count
        while len(self._blocks) < count:
            self._blocks.append(self._made())
        self._count = count
        if more:
            self.sections_made.emit()
        for number, block in enumerate(self._blocks):
            block.setVisible(number < count)
            if number >= count:
                block.editor.set_prose(Prose())

    def _made(self) -> SectionBlock:
        block = SectionBlock(self._context)
        block.editor.set_insert_view(self.views.view_of)
        block.typed.connect(partial(self._write, block))
        block.insert_entered.connect(self.insert_entered)
        block.meeting_asked.connect(self.meeting_asked)
        block.editor.left.connect(partial(self._leave, block))
        block.editor.caret_moved.connect(partial(self._caret_moved, block))
        block.editor.asking.connect(self.show_soon)
        block.editor.focused.connect(partial(self._focused, block))
        block.editor.changed.connect(self.changed)
        block.editor.material_dropped.connect(partial(self._dropped, block))
        block.editor.extract_dropped.connect(partial(self._extract_dropped, block))
        block.editor.set_insert_maker(self.views.make)
        if self._find is not None:
            block.editor.set_find_bar(self._find)
        self._sections.addWidget(block)
        return block

    # Writing

    def _write(self, block: SectionBlock, body: Prose) -> None:
        """Bring what was typed into the book."""
        note = self._context.session.store.find(Note, self._note.uid) if self._note else None
        if note is None:
            return
        self._owed.forget(note.uid, block.name)
        try:
            self._store(note.uid, block.name, body)
        except Refused as error:
            self._context.notices.trouble(error)
        except BriefingError as error:
            self._owed.keep(note.uid, block.name, body, error)
            self._context.notices.trouble(error)
        self._show_stored(note, {block.name})

    def _store(self, uid: str, name: str, body: Prose) -> None:
        session = self._context.session
        note = session.store.find(Note, uid)
        if note is None:
            return
        self._writing = True
        try:
            session.write(notes.write_section(session.store, note, name, body, self.views.known))
        finally:
            self._writing = False

    def _on_edited(self, edit: Edit) -> None:
        if self._note is None:
            return
        if edit.touches(*FOLLOWED):
            for block in self.blocks:
                block.show_meeting()
        if self._writing or not edit.touches(Note, Section):
            return
        note = self._context.session.store.find(Note, self._note.uid)
        if note is None:
            return  # the workspace shows another one
        if note != self._note or self._other_sections(note):
            self._note = note
            self._fill(note)
        else:
            things = [thing_of(change) for change in edit.changes]
            mine = {t.name for t in things if isinstance(t, Section) and t.note == note.uid}
            self._show_stored(note, mine)

    def _other_sections(self, note: Note) -> bool:
        """Whether a section has come or gone that the format does not know."""
        wanted = wanted_sections(note, self._written(note))
        return [name for name, _section in wanted] != [block.name for block in self.blocks]

    def _show_stored(self, note: Note, names: set[str]) -> None:
        """Show sections as the book has them, where that is not what stands in their editors."""
        if not names:
            return
        stored = self._written(note)
        for block in self.blocks:
            if block.name in names and not block.editor.pending:
                block.show_body(stored.get(block.name, Prose()))
        self.changed.emit()

    def _on_views(self) -> None:
        for block in self.blocks:
            block.editor.refresh_inserts()

    # The cursor

    def _leave(self, block: SectionBlock, step: int, x: int) -> None:
        at = self.blocks.index(block) + step
        if 0 <= at < self._count:
            self.blocks[at].editor.enter(step, x)

    def _focused(self, block: SectionBlock, on: bool) -> None:  # noqa: FBT001 - a signal
        if on:
            self._at = block.name
            self._show_caret(block)
            self.moved.emit()

    def _caret_moved(self, block: SectionBlock, _area: QRect) -> None:
        if self._at == block.name and block.editor.surface.hasFocus():
            self._show_caret(block)
            self.moved.emit()

    def _show_caret(self, block: SectionBlock) -> None:
        area = block.editor.caret()
        top = block.editor.mapTo(self._page, area.topLeft())
        self.ensureVisible(top.x(), top.y() + area.height() // 2, 0, area.height() + 24)

    def _dropped(self, block: SectionBlock, data: str, before: int) -> None:
        self.material_dropped.emit(data, block.name, before)

    def _extract_dropped(self, block: SectionBlock, data: str) -> None:
        self.extract_dropped.emit(data, block.name)

    def _measure(self) -> None:
        font = self._context.look.reading_font(self._context.settings.now.reading_size)
        wide = QFontMetricsF(font).averageCharWidth() * _MEASURE + 120
        self._page.setMaximumWidth(round(wide))

    def show_soon(self, widget: QWidget) -> None:
        """Scroll to something in the page, as soon as it has its place."""
        QTimer.singleShot(0, widget, partial(self.ensureWidgetVisible, widget))

    @property
    def scrolled(self) -> int:
        """How far the note is scrolled."""
        return self.verticalScrollBar().value()

    def scroll_to(self, value: int) -> None:
        """Scroll the note."""
        self.verticalScrollBar().setValue(value)
