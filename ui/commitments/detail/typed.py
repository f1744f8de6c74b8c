"""Fields for text that goes into the book while it is being typed."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy
from typing_extensions import override

PAUSE = 800
"""Milliseconds after the last key before the text goes into the book."""


class TypedLine(QLineEdit):
    """One line; `written` comes when one has paused, or left."""

    written = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._shown = ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.flush)
        self.textEdited.connect(self._typed)
        self.editingFinished.connect(self.flush)

    def show_text(self, text: str) -> None:
        """Show what the book has, unless it is there already."""
        self._shown = text
        if self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)

    def flush(self) -> None:
        """Tell what was typed, if that is not in the book yet."""
        self._pause.stop()
        if self.text() != self._shown:
            self._shown = self.text()
            self.written.emit(self._shown)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.flush()

    def _typed(self) -> None:
        self._pause.start()


class TypedText(QPlainTextEdit):
    """Several lines, as tall as its text; `written` comes when one has paused, or left."""

    written = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._shown = ""
        self._showing = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.flush)
        self.textChanged.connect(self._changed)

    def show_text(self, text: str) -> None:
        """Show what the book has, unless it is there already."""
        self._shown = text
        if self.toPlainText() != text:
            self._showing = True
            self.setPlainText(text)
            self._showing = False
        self._fit()

    def flush(self) -> None:
        """Tell what was typed, if that is not in the book yet."""
        self._pause.stop()
        if self.toPlainText() != self._shown:
            self._shown = self.toPlainText()
            self.written.emit(self._shown)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in {
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        }:
            self.flush()
            # From here on, undo belongs to the book.
            self.document().clearUndoRedoStacks()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.flush()
            return
        super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._wanted_height())

    def _changed(self) -> None:
        self._fit()
        if not self._showing:
            self._pause.start()

    def _fit(self) -> None:
        height = self._wanted_height()
        if height != self.height():
            self.setFixedHeight(height)

    def _wanted_height(self) -> int:
        lines = 0
        block = self.document().begin()
        while block.isValid():
            layout = block.layout()
            lines += max(layout.lineCount(), 1)
            block = block.next()
        margins = self.contentsMargins()
        inside = 2 * int(self.document().documentMargin()) + margins.top() + margins.bottom() + 4
        return max(self.fontMetrics().lineSpacing() * max(lines, 1) + inside, 28)
