"""Words edited in place: there is no Save, and no button to begin."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionFrame,
    QStylePainter,
    QWidget,
)
from typing_extensions import override

from ui.session import BookSession
from ui.widgets.typed import Typed

_LEAST_LINES = 2
_MOST_LINES = 8
_LEAST_WIDTH = 120
"""Of a field of several lines, in a column that is narrow."""
_SIDE = 2
"""What Qt keeps clear on both sides of the words of a line."""


class LineField(QLineEdit):
    """A line that ends with “…” where there is no room for all of it, until it is written in."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        whole = QStyle.SubElement.SE_LineEditContents
        room = self.style().subElementRect(whole, option, self)
        room = room.marginsRemoved(self.textMargins()).adjusted(_SIDE, 0, -_SIDE, 0)
        fits = self.fontMetrics().horizontalAdvance(self.text()) <= room.width()
        if self.hasFocus() or fits:
            super().paintEvent(event)
            return
        painter = QStylePainter(self)
        painter.drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option)
        painter.setPen(self.palette().color(self.foregroundRole()))
        words = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, self.alignment() | Qt.AlignmentFlag.AlignVCenter, words)


class WordsField(LineField):
    """A line of words. Say with `show_words` what the book holds, and write what is `written`."""

    written = Signal(str)

    def __init__(self, session: BookSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typed = Typed(session, self._write, self)
        self.setReadOnly(session.read_only)
        self.textEdited.connect(self._typed.touch)
        self.editingFinished.connect(self._typed.flush)

    def show_words(self, words: str) -> None:
        """Show what the book holds, unless something newer is being typed."""
        if not self._typed.pending and words != self.text():
            self.setText(words)
            self.setCursorPosition(0)
        self.setToolTip(words)  # a line may be longer than its field

    def close_typing(self) -> None:
        """Write down what was typed; for a field that goes before its window does."""
        self._typed.close()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._typed.flush()
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            if self.isUndoAvailable():
                self.setText(self.text())  # from here on the book's history takes it back
            self.setCursorPosition(0)

    def _write(self) -> None:
        self.written.emit(self.text().strip())


class _Lines(QPlainTextEdit):
    """Several lines, as high as they need to be. Tab leaves them."""

    def __init__(self, session: BookSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typed = Typed(session, self._write, self)
        self._showing = False
        self.setReadOnly(session.read_only)
        self.setTabChangesFocus(True)
        self.setProperty("role", "field")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._on_changed)

    def flush(self) -> None:
        """Write down what was typed."""
        self._typed.flush()

    def close_typing(self) -> None:
        """Write down what was typed; for a field that goes before its window does."""
        self._typed.close()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH, self.sizeHint().height())

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._typed.flush()
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            # From here on, undo belongs to the book.
            self.document().clearUndoRedoStacks()

    def _show(self, text: str) -> None:
        self._showing = True
        self.setPlainText(text)
        self._showing = False

    def _on_changed(self) -> None:
        self.updateGeometry()
        if not self._showing:
            self._typed.touch()

    def _write(self) -> None:
        raise NotImplementedError


class LinesField(_Lines):
    """A list, an entry a line."""

    written = Signal(object)  # a tuple of the lines that are not empty

    def __init__(self, session: BookSession, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)

    def show_lines(self, lines: tuple[str, ...]) -> None:
        """Show what the book holds, unless something newer is being typed."""
        if not self._typed.pending and lines != self.lines():
            self._show("\n".join(lines))

    def lines(self) -> tuple[str, ...]:
        """The entries as they stand in the field."""
        return tuple(filter(None, (line.strip() for line in self.toPlainText().splitlines())))

    @override
    def sizeHint(self) -> QSize:
        wrapped = int(self.document().size().height())
        lines = min(max(wrapped, _LEAST_LINES), _MOST_LINES)
        frame = int(2 * self.document().documentMargin()) + 2 * self.frameWidth() + 8
        return QSize(160, lines * self.fontMetrics().lineSpacing() + frame)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() == Qt.Key.Key_Escape:
            self._typed.flush()

    @override
    def _write(self) -> None:
        self.written.emit(self.lines())


class TextField(_Lines):
    """A text without lines of its own; Enter writes down what was typed."""

    written = Signal(str)

    def __init__(self, session: BookSession, name: str) -> None:
        super().__init__(session)
        self.setAccessibleName(name)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_text(self, text: str) -> None:
        """Show what the book has, unless something newer is being typed."""
        if not self._typed.pending and self.toPlainText() != text:
            self._show(text)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self._typed.flush()
            return
        super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        lines, block = 0, self.document().begin()
        while block.isValid():
            lines += max(block.layout().lineCount(), 1)
            block = block.next()
        frame = int(2 * self.document().documentMargin()) + 2 * self.frameWidth() + 6
        return QSize(160, max(lines * self.fontMetrics().lineSpacing() + frame, 28))

    @override
    def _write(self) -> None:
        self.written.emit(self.toPlainText())
