"""A small editor that stands in the text beside what it is about, and scrolls with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout
from typing_extensions import override

from ui.context import Context
from ui.reader.paper import Spot
from ui.reader.view import ReadingText

_WIDTH = 360
_LEAST = 264
_GAP = 6


class InPlace(QFrame):
    """Stands under the line of a spot, or in the margin beside another where there is room.

    Escape and Ctrl+Enter end it, and the text has the focus again.
    """

    ended = Signal()

    def __init__(
        self, context: Context, text: ReadingText, spot: Spot, *, beside: Spot | None = None
    ) -> None:
        super().__init__(text)
        self._beside = beside
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
        area = self._text.viewport().geometry()
        edge = self._text.width() - self._text.verticalScrollBar().width() - 8
        room = edge - area.right() - 8
        beside = self._beside if room >= _LEAST else None
        line = self._text.rect_of(beside or self._spot)
        if line is None:
            self.end()
        elif beside is not None:
            self._put(area.right() + 8, area.top() + round(line.top()), min(_WIDTH, room))
        else:
            width = min(_WIDTH, self._text.width() - 24)
            below = area.top() + round(line.bottom()) + _GAP
            self._put(min(area.right() - width, edge - width), below, width)

    def _put(self, x: int, y: int, width: int) -> None:
        self.setGeometry(QRect(max(8, x), y, width, self._height(width)))

    def finish(self) -> None:
        """Go because the adviser has done with it; what cannot be written down may stay."""
        self.end()

    def end(self) -> None:
        """Write down what there is, and go."""
        self._text.moved.disconnect(self.stand)
        self.hide()
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ended.emit()
        self.deleteLater()

    @override
    def event(self, event: QEvent) -> bool:
        """A key without Ctrl or Alt is for what is typed into, never for the text around it."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            plain = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
            if not event.modifiers() & ~plain:
                event.accept()
                return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape or (enter and control):
            self.finish()
        elif not enter:  # a bare Enter would reach the text, and open what the cursor is in
            super().keyPressEvent(event)

    def _height(self, width: int) -> int:
        hint = self.sizeHint().height()
        return max(hint, self.heightForWidth(width)) if self.hasHeightForWidth() else hint
