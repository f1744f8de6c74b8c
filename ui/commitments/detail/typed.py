"""Several lines of text that go into the book while they are being typed."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy
from typing_extensions import override

from ui.context import Context
from ui.widgets.typed import Typed


class TextField(QPlainTextEdit):
    """As tall as its text. Tab leaves it, and Enter writes down what was typed."""

    written = Signal(str)

    def __init__(self, context: Context, name: str) -> None:
        super().__init__()
        self._typed = Typed(context.session, self._write, self)
        self._showing = False
        self.setAccessibleName(name)
        self.setReadOnly(context.session.read_only)
        self.setTabChangesFocus(True)
        self.setProperty("role", "field")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._changed)

    def show_text(self, text: str) -> None:
        """Show what the book has, unless something newer is being typed."""
        if not self._typed.pending and self.toPlainText() != text:
            self._showing = True
            self.setPlainText(text)
            self._showing = False

    def flush(self) -> None:
        """Write down what was typed."""
        self._typed.flush()

    def close_typing(self) -> None:
        """Write down what was typed; for a field that goes before its window does."""
        self._typed.close()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._typed.flush()
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            # From here on, undo belongs to the book.
            self.document().clearUndoRedoStacks()

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
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _changed(self) -> None:
        self.updateGeometry()
        if not self._showing:
            self._typed.touch()

    def _write(self) -> None:
        self.written.emit(self.toPlainText())
