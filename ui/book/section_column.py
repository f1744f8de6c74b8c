"""The sections of a note, one below the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing.prose import Prose
from briefing.things import Note, NoteState
from ui.book.insert_views import InsertViews
from ui.book.note_form import wanted_sections
from ui.book.section_block import SectionBlock
from ui.context import Context
from ui.editor.editor import FindBar, Inserts


class SectionColumn(QWidget):
    """Editors for the sections of one note, made once and used for note after note.

    It shows what it is handed, and says what is done to it.
    """

    turned = Signal()  # another note comes, to be read from its top
    made = Signal()  # there are more editors than before
    changed = Signal()
    typed = Signal(str, object)  # into which section, and its Prose now
    entered = Signal(object)  # the SectionBlock that has the focus now
    caret_moved = Signal(object)  # in which SectionBlock
    asking = Signal(object)  # the bar in it that has opened, to be scrolled to
    insert_entered = Signal(str)
    meeting_asked = Signal()
    material_dropped = Signal(str, str, int)  # its JSON, into which section, before which block
    extract_dropped = Signal(str, str)  # JSON of an anchor, into which section

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._note: Note | None = None
        self.views = InsertViews(context)
        self._blocks: list[SectionBlock] = []
        self._count = self._ordered = 0
        self._find: FindBar | None = None
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._outer = outer = QVBoxLayout(self)
        outer.setContentsMargins(8, 0, 8, 48)
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        outer.addLayout(self._column)
        outer.addStretch(1)
        self.views.changed.connect(self._on_views)

    @property
    def note(self) -> Note | None:
        """The note that is shown."""
        return self._note

    @property
    def blocks(self) -> list[SectionBlock]:
        """The sections that are shown."""
        return self._blocks[: self._count]

    @property
    def words(self) -> int:
        """How long the note is."""
        return sum(block.words for block in self.blocks)

    def tab_stops(self) -> list[QWidget]:
        """Where Tab goes, in order."""
        return [stop for block in self._blocks for stop in block.tab_stops()]

    def add_below(self, widget: QWidget) -> None:
        """Have something stand below the sections, on the same paper."""
        self._outer.insertWidget(1, widget)

    def set_find_bar(self, bar: FindBar) -> None:
        """Find with this bar, through all sections."""
        self._find = bar

    # What is shown

    def show_note(self, note: Note | None, written: Mapping[str, Prose]) -> None:
        """Show a note with what is written in its sections, or nothing."""
        if note is None or self._note is None or note.uid != self._note.uid:
            for block in self.blocks:
                block.editor.forget_line()
            self.turned.emit()
        self._note = note
        if note is None:
            self._use(0)
            return
        self.views.load(note.uid)
        wanted = wanted_sections(note, written)
        self._use(len(wanted))
        closed = note.state is NoteState.SIGNED_OFF or self._context.session.read_only
        footnotes = 1
        for block, (name, section) in zip(self.blocks, wanted, strict=True):
            body = written.get(name, Prose())
            block.show_section(name, section, note.lang, body, closed=closed)
            block.editor.set_first_footnote(footnotes)
            footnotes += block.editor.footnotes()
        self.changed.emit()

    def ahead(self, note: Note) -> Iterator[None]:
        """Make what it takes to show a note before it is shown, a piece at each step."""
        yield from self.views.ahead(note.uid)
        for _ in wanted_sections(note, {})[len(self._blocks) :]:
            self._add().hide()
            yield

    def show_texts(self, texts: Mapping[str, Prose]) -> None:
        """Show some sections as they are now, except where something newer is being typed."""
        for block in self.blocks:
            if block.name in texts and not block.editor.pending:
                block.show_body(texts[block.name])
        self.changed.emit()

    def show_meeting(self) -> None:
        """Show the meeting as it is now, in the section that has it."""
        for block in self.blocks:
            block.show_meeting()

    def flush(self) -> None:
        """Say what was typed and is not said yet."""
        for block in self.blocks:
            block.editor.flush()

    def _on_views(self) -> None:
        for block in self.blocks:
            block.editor.refresh_inserts()

    # Building

    def _use(self, count: int) -> None:
        while len(self._blocks) < count:
            self._add()
        self._count = count
        if self._ordered < len(self._blocks):
            self._ordered = len(self._blocks)
            self.made.emit()
        for number, block in enumerate(self._blocks):
            block.setVisible(number < count)
            if number >= count:
                block.editor.set_prose(Prose())

    def _add(self) -> SectionBlock:
        block = SectionBlock(self._context)
        block.editor.set_inserts(Inserts(self.views.view_of, self.views.make))
        block.typed.connect(partial(self._typed, block))
        block.insert_entered.connect(self.insert_entered)
        block.meeting_asked.connect(self.meeting_asked)
        block.editor.left.connect(partial(self._leave, block))
        block.editor.caret_moved.connect(partial(self._caret_moved, block))
        block.editor.asking.connect(self.asking)
        block.editor.focused.connect(partial(self._focused, block))
        block.editor.changed.connect(self.changed)
        block.editor.material_dropped.connect(partial(self._dropped, block))
        block.editor.extract_dropped.connect(partial(self._extract_dropped, block))
        if self._find is not None:
            block.editor.set_find_bar(self._find)
        self._column.addWidget(block)
        self._blocks.append(block)
        return block

    # What is done to a section

    def _typed(self, block: SectionBlock, body: Prose) -> None:
        self.typed.emit(block.name, body)

    def _leave(self, block: SectionBlock, step: int, x: int) -> None:
        at = self.blocks.index(block) + step
        if 0 <= at < self._count:
            self.blocks[at].editor.enter(step, x)

    def _focused(self, block: SectionBlock, on: bool) -> None:  # noqa: FBT001 - a signal
        if on:
            self.entered.emit(block)

    def _caret_moved(self, block: SectionBlock, _area: QRect) -> None:
        self.caret_moved.emit(block)

    def _dropped(self, block: SectionBlock, data: str, before: int) -> None:
        self.material_dropped.emit(data, block.name, before)

    def _extract_dropped(self, block: SectionBlock, data: str) -> None:
        self.extract_dropped.emit(data, block.name)
