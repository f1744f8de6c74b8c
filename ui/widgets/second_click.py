"""What is done by one click is often clicked twice."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from typing_extensions import override

_SECOND = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
}


class SecondClick(QObject):
    """Keeps the second half of a double click from what the first has brought under the mouse."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._over = QTimer(self, singleShot=True)
        self._over.timeout.connect(self._let_go)
        self._first = QPointF()

    def swallow(self, first: QPointF) -> None:
        """A click on the screen has been answered: one at once in the same place belongs to it."""
        self._first = first
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)
            self._over.start(QApplication.doubleClickInterval())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _SECOND or not isinstance(event, QMouseEvent):
            return False
        way = event.globalPosition() - self._first
        return way.manhattanLength() < QApplication.startDragDistance()

    def _let_go(self) -> None:
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
