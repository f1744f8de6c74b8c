"""The sheet that a note is written on: scrolled, and with the cursor in sight."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ui.book.section_block import SectionBlock
from ui.book.section_column import SectionColumn
from ui.context import Context
from ui.editor.editor import ProseEditor

_MEASURE = 80
"""Characters of a line: what is read with ease, and the margin for handling."""


class NoteSheet(QScrollArea):
    """The column of sections as one sheet, and where the cursor is on it."""

    moved = Signal()  # the cursor is elsewhere: ask `here`

    def __init__(
        self, context: Context, sections: SectionColumn, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._sections = sections
        self._at = ""
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(sections)
        sections.turned.connect(self._to_top)
        sections.entered.connect(self._be_in)
        sections.caret_moved.connect(self._on_caret_moved)
        sections.asking.connect(self.show_soon)
        self._measure()
        context.settings.changed.connect(self._measure)

    # Where the cursor is

    @property
    def block(self) -> SectionBlock | None:
        """The section that has the cursor, or had it last."""
        return next((block for block in self._sections.blocks if block.name == self._at), None)

    @property
    def here(self) -> tuple[str, int]:
        """The section with the cursor, and the number of the block in it."""
        block = self.block
        return (block.name, block.editor.block_cursor.block) if block else ("", 0)

    @property
    def offset(self) -> int:
        """How far the cursor is behind the start of its block."""
        return self.block.editor.block_cursor.offset if self.block else 0

    def begin(self) -> None:
        """Put the cursor where it was, or into the first section."""
        if self.block is not None:
            self.block.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._sections.blocks:
            self.go_to(self._sections.blocks[0].name)

    def go_to(self, section: str, index: int = 0, offset: int = 0, *, focus: bool = True) -> bool:
        """Put the cursor into a section; False if the note has none of that name."""
        found = next((block for block in self._sections.blocks if block.name == section), None)
        if found is None:
            return False
        self._at = section
        found.editor.block_cursor.go_to(index, offset)
        if focus:
            found.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._be_in(found)
        return True

    def go_to_editor(self, editor: ProseEditor) -> None:
        """Show the section that an editor writes, with its cursor."""
        block = next((block for block in self._sections.blocks if block.editor is editor), None)
        if block is not None:
            self._be_in(block)

    def show_words(self, words: str) -> None:
        """Choose the first place in the note that has these words."""
        for block in self._sections.blocks:
            found = block.editor.surface.document().find(words)
            if not found.isNull():
                block.editor.surface.setTextCursor(found)
                self._at = block.name
                block.editor.setFocus(Qt.FocusReason.OtherFocusReason)
                self._be_in(block)
                return

    def _be_in(self, block: SectionBlock) -> None:
        self._at = block.name
        self._show_caret(block)
        self.moved.emit()

    def _on_caret_moved(self, block: SectionBlock) -> None:
        if self._at == block.name and block.editor.surface.hasFocus():
            self._be_in(block)

    # What is in sight

    @property
    def scrolled(self) -> int:
        """How far the note is scrolled."""
        return self.verticalScrollBar().value()

    def scroll_to(self, value: int) -> None:
        """Scroll the note."""
        self.verticalScrollBar().setValue(value)

    def show_soon(self, widget: QWidget) -> None:
        """Scroll to something on the sheet, as soon as it has its place."""
        QTimer.singleShot(0, widget, partial(self.ensureWidgetVisible, widget))

    def _show_caret(self, block: SectionBlock) -> None:
        area = block.editor.caret()
        top = block.editor.mapTo(self._sections, area.topLeft())
        self.ensureVisible(top.x(), top.y() + area.height() // 2, 0, area.height() + 24)

    def _to_top(self) -> None:
        self._at = ""
        self.scroll_to(0)

    def _measure(self) -> None:
        font = self._context.look.reading_font(self._context.settings.now.reading_size)
        wide = QFontMetricsF(font).averageCharWidth() * _MEASURE + 120
        self._sections.setMaximumWidth(round(wide))
