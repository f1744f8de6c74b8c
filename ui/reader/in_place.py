"""A small editor that stands in the text beside what it is about, and scrolls with it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout
from typing_extensions import override

from ui.context import Context
from ui.reader.paper import Spot
from ui.reader.view import ReadingText

_WIDTH = 360
_GAP = 6


class InPlace(QFrame):
    """Stands under the line of a spot. Escape and Ctrl+Enter end it, and the text has the focus."""

    ended = Signal()

    def __init__(self, context: Context, text: ReadingText, spot: Spot) -> None:
        super().__init__(text)
        self.context = context
        self._text = text
        self._spot = spot
        self.setProperty("role", "card")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 8, 12, 8)
        self.column.setSpacing(4)
        text.moved.connect(self.stand)

    def begin(self) -> None:
        """Show it, wholly in view."""
        self.show()
        self.stand()
        low = self.geometry().bottom() + _GAP - self._text.height()
        if low > 0:
            bar = self._text.verticalScrollBar()
            bar.setValue(bar.value() + low)
        self.raise_()

    def stand(self) -> None:
        """Move to where the words stand now."""
        line = self._text.rect_of(self._spot)
        if line is None:
            self.end()
            return
        area = self._text.viewport().geometry()
        width = min(_WIDTH, self._text.width() - 24)
        room = self._text.width() - self._text.verticalScrollBar().width() - width - 8
        x = min(area.right() - width // 3, room)
        y = area.top() + round(line.bottom()) + _GAP
        self.setGeometry(QRect(max(8, x), y, width, self._height(width)))

    def end(self) -> None:
        """Write down what there is, and go."""
        self._text.moved.disconnect(self.stand)
        self.hide()
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ended.emit()
        self.deleteLater()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape or (enter and control):
            self.end()
        else:
            super().keyPressEvent(event)

    def _height(self, width: int) -> int:
        hint = self.sizeHint().height()
        return max(hint, self.heightForWidth(width)) if self.hasHeightForWidth() else hint
