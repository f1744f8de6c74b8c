"""A pane that takes the register's place for a while: outcomes, parties."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from ui.commitments.detail.parts import button, row
from ui.context import Context


class SidePane(QWidget):
    """A title, a way back, and what a subclass puts below. Escape leads back too."""

    left = Signal()

    def __init__(self, context: Context, title: str, words: str) -> None:
        super().__init__()
        self.context = context
        head = QLabel(title)
        head.setProperty("role", "title")
        back = button(context, context.gettext("Back to the register"), "close", self.left.emit)
        hint = QLabel(words, wordWrap=True)
        hint.setProperty("role", "quiet")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 8, 12, 12)
        self.column.setSpacing(8)
        self.column.addLayout(row(head, back, stretch=0))
        self.column.addWidget(hint)

    def enter(self) -> None:
        """The pane has been opened."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
