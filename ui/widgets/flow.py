"""Things in a row that breaks like a line of text."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from typing_extensions import override


class FlowLayout(QLayout):
    """Lays its widgets out from left to right, and begins another line where one is full."""

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 4) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def insert_widget(self, place: int, widget: QWidget) -> None:
        """Put a widget before the one that stands at a place."""
        self.addWidget(widget)
        self._items.insert(place, self._items.pop())
        self.invalidate()

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem:
        return self._items[index] if 0 <= index < len(self._items) else None  # type: ignore[return-value]

    @override
    def takeAt(self, index: int) -> QLayoutItem:
        return self._items.pop(index) if 0 <= index < len(self._items) else None  # type: ignore[return-value]

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._lay(QRect(0, 0, width, 0), move=False)

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._lay(rect, move=True)

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSize()

    @override
    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lay(self, rect: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        area = rect.marginsRemoved(margins)
        line: list[tuple[QLayoutItem, QSize]] = []
        x, y = 0, area.y()
        for item in self._shown():
            size = item.sizeHint().boundedTo(QSize(max(area.width(), 1), 10_000))
            if line and x + size.width() > area.width():
                y += _lay_line(line, area, y, move=move) + self.spacing()
                line, x = [], 0
            line.append((item, size))
            x += size.width() + self.spacing()
        y += _lay_line(line, area, y, move=move)
        return y - rect.y() + margins.bottom()


def _lay_line(line: list[tuple[QLayoutItem, QSize]], area: QRect, y: int, *, move: bool) -> int:
    """Lay one line out, the last thing on it taking the room left if it wants it; its height."""
    height = max((size.height() for _, size in line), default=0)
    gap = 4
    x = area.x()
    for item, size in line:
        wants = bool(item.expandingDirections() & Qt.Orientation.Horizontal)
        last = item is line[-1][0]
        width = area.right() - x + 1 if wants and last else size.width()
        if move:
            top = y + (height - size.height()) // 2
            item.setGeometry(QRect(QPoint(x, top), QSize(width, size.height())))
        x += width + gap
    return height
