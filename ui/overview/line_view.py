"""The time line: marks that can be pointed at, walked to, and entered."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy, QWidget
from typing_extensions import override

from ui.looks import Look
from ui.overview.clusters import Cluster, Lane
from ui.overview.line_model import PLACE, LineModel
from ui.overview.line_paint import HEAD, LANE, LinePainter
from ui.overview.line_scale import MARGIN, MARK, Scale
from ui.speech import Speech

_Action = QAbstractItemView.CursorAction
_Index = QModelIndex | QPersistentModelIndex
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


_WORDS = 260
"""Pixels that the words beside a mark take at most."""


class LineView(QListView):
    """Three lanes over a scale: what is overdue, what is due, what is settled; today is marked.

    It stays a list to a screen reader; only where its marks lie, and how they look, is different.
    """

    went = Signal(object)  # the Place that a mark leads to

    def __init__(
        self, model: LineModel, speech: Speech, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._speech = speech
        self._look = look
        self._scale = Scale()
        self.setModel(model)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        look.changed.connect(self._repaint)
        self.selectionModel().currentChanged.connect(self._repaint)

    def show_scale(self, scale: Scale) -> None:
        """Show a time; the day in the middle stays there when the zoom changes."""
        before, self._scale = self._scale, scale
        middle = before.day_at(self.viewport().width() / 2 + self.horizontalOffset())
        self.updateGeometries()
        if before.first == scale.first and before.zoom is not scale.zoom:
            self.show_day(middle)
        elif before != scale:
            self.show_day(scale.today)
            self._show_nearest()
        self._repaint()

    def _show_nearest(self) -> None:
        """Have the mark nearest to today in sight: those of old promises may all lie far back."""
        today = self._scale.today
        days = [abs((mark.first - today).days) for mark in self._model.marks]
        if days:
            self.scrollTo(self._model.index(days.index(min(days)), 0))

    def show_day(self, day: date) -> None:
        """Bring a day into the middle."""
        left = self._scale.x(day) - self.viewport().width() / 2
        self.horizontalScrollBar().setValue(int(left))

    # Where the marks lie

    @override
    def sizeHint(self) -> QSize:
        bar = self.horizontalScrollBar().sizeHint().height()
        return QSize(400, HEAD + len(Lane) * LANE + bar + 4)

    @override
    def updateGeometries(self) -> None:
        bar = self.horizontalScrollBar()
        bar.setPageStep(self.viewport().width())
        bar.setSingleStep(40)
        bar.setRange(0, max(self._scale.width - self.viewport().width(), 0))

    @override
    def horizontalOffset(self) -> int:
        return self.horizontalScrollBar().value()

    @override
    def visualRect(self, index: _Index) -> QRect:
        return self._rect(self._model.marks[index.row()]) if index.isValid() else QRect()

    def _rect(self, mark: Cluster) -> QRect:
        top = HEAD + mark.lane * LANE + (LANE - MARK) // 2
        x = int(self._scale.x(mark.first)) - self.horizontalOffset()
        return QRect(x - MARK // 2, top, MARK, MARK)

    @override
    def indexAt(self, p: QPoint) -> QModelIndex:
        for row, mark in enumerate(self._model.marks):
            if self._rect(mark).contains(p):
                return self._model.index(row, 0)
        return QModelIndex()

    @override
    def scrollTo(
        self,
        index: _Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        rect, width = self.visualRect(index), self.viewport().width()
        bar = self.horizontalScrollBar()
        if rect.left() < MARGIN:
            bar.setValue(bar.value() + rect.left() - MARGIN)
        elif rect.right() > width - MARGIN:
            bar.setValue(bar.value() + rect.right() - width + MARGIN)
        self._repaint()

    # By hand

    @override
    def moveCursor(self, action: _Action, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        marks, here = self._model.marks, self.currentIndex()
        if not marks:
            return QModelIndex()
        if not here.isValid():
            return self._model.index(self._next_due(), 0)
        row = here.row()
        if action in {_Action.MoveUp, _Action.MoveDown}:
            row = self._in_other_lane(row, -1 if action is _Action.MoveUp else 1)
        else:
            row = {
                _Action.MoveHome: 0,
                _Action.MoveEnd: len(marks) - 1,
                _Action.MoveLeft: row - 1,
                _Action.MovePrevious: row - 1,
                _Action.MoveRight: row + 1,
                _Action.MoveNext: row + 1,
                _Action.MovePageUp: row - 10,
                _Action.MovePageDown: row + 10,
            }[action]
        return self._model.index(min(max(row, 0), len(marks) - 1), 0)

    def _next_due(self) -> int:
        rows = (row for row, m in enumerate(self._model.marks) if m.first >= self._scale.today)
        return next(rows, 0)

    def _in_other_lane(self, row: int, step: int) -> int:
        """The mark of the next lane that has any which is nearest in time."""
        marks = self._model.marks
        here = marks[row]
        lane = here.lane + step
        while 0 <= lane < len(Lane):
            own = [r for r, mark in enumerate(marks) if mark.lane == lane]
            if own:
                return min(own, key=lambda r: abs((marks[r].first - here.first).days))
            lane += step
        return row

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self._enter(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, e: QMouseEvent) -> None:
        super().mouseReleaseEvent(e)
        if e.button() is Qt.MouseButton.LeftButton:
            self._enter(self.indexAt(e.position().toPoint()))

    @override
    def mouseMoveEvent(self, e: QMouseEvent) -> None:
        super().mouseMoveEvent(e)
        there = self.indexAt(e.position().toPoint()).isValid()
        shape = Qt.CursorShape.PointingHandCursor if there else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    @override
    def wheelEvent(self, e: QWheelEvent) -> None:
        # A wheel turns one way; the line runs the other.
        bar, turned = self.horizontalScrollBar(), e.angleDelta()
        bar.setValue(bar.value() - (turned.x() or turned.y()))
        e.accept()

    def _enter(self, index: QModelIndex) -> None:
        if index.isValid():
            self.went.emit(index.data(PLACE))

    # How they look

    def _repaint(self) -> None:
        self.viewport().update()

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.viewport().rect().translated(self.horizontalOffset(), 0))
        line = LinePainter(painter, self._look.colours, self._speech, self._scale, area)
        line.scale()
        current = self.currentIndex().row() if self.hasFocus() else -1
        marks, room = self._model.marks, self._rooms()
        for row, mark in enumerate(marks):
            rect = self._rect(mark)
            if rect.right() + _WORDS >= 0 and rect.left() <= area.width():
                line.mark(mark, QRectF(rect), room[row], chosen=row == current)
        line.lanes()
        painter.end()

    def _rooms(self) -> list[float]:
        """The pixels between each mark and the next one of its lane."""
        rooms = [float(_WORDS)] * len(self._model.marks)
        last: dict[Lane, int] = {}
        for row, mark in enumerate(self._model.marks):
            if mark.lane in last:
                before = self._model.marks[last[mark.lane]]
                apart = self._scale.x(mark.first) - self._scale.x(before.first)
                rooms[last[mark.lane]] = min(apart - MARK - 8, _WORDS)
            last[mark.lane] = row
        return rooms
