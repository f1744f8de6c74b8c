"""The table of counts, drawn as a bar for each topic, stretched by status."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from exports.wording import SYMBOLS
from ui.looks import Look
from ui.overview.bars_model import COUNT, DEPTH, PLACE, STATUSES, TOTAL, BarsModel
from ui.overview.status_paint import paint_status

_ROW = 32
_LEAST = 28
"""Pixels of the narrowest stretch, so that a finger finds it and its symbol fits."""
_LEAST_NAME = 120
_GAP = _INSET = 6
_STEP = 12
"""How far the name of a topic is set in for each topic above it."""
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_Action = QAbstractItemView.CursorAction
_Index = QModelIndex | QPersistentModelIndex


class BarsView(QTableView):
    """A cell of the table is a stretch of a bar: it can be pointed at, walked to, and entered.

    It stays a table to a screen reader; only where its cells lie, and how they look, is different.
    """

    went = Signal(object)  # the Place that a stretch leads to

    def __init__(self, model: BarsModel, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._look = look
        self._measured = 0
        self.setModel(model)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(_ROW)
        model.modelReset.connect(self._measure_again)
        look.changed.connect(self._measure_again)
        look.changed.connect(self._repaint)
        self.selectionModel().currentChanged.connect(self._repaint)

    # Where the cells lie

    @override
    def visualRect(self, index: _Index) -> QRect:
        if not index.isValid():
            return QRect()
        return self._cells(index.row()).get(index.column(), QRect())

    @override
    def indexAt(self, pos: QPoint) -> QModelIndex:
        row = self.rowAt(pos.y())
        cells = self._cells(row) if row >= 0 else {}
        column = next((c for c, rect in cells.items() if rect.contains(pos)), None)
        return QModelIndex() if column is None else self._model.index(row, column)

    @override
    def scrollTo(
        self,
        index: _Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        super().scrollTo(self._model.index(index.row(), 0), hint)

    def _cells(self, row: int) -> dict[int, QRect]:
        """The rectangles of a row's cells that have something in them."""
        top, width = self.rowViewportPosition(row), self.viewport().width()
        label = min(max(self._names_width, _LEAST_NAME), width * 2 // 5)
        total = self._total_width()
        cells = {0: QRect(0, top, label, _ROW), TOTAL: QRect(width - total, top, total, _ROW)}
        x = label + _GAP
        for column, stretch in self._stretches(row, width - label - total - 2 * _GAP).items():
            cells[column] = QRect(x, top + 4, stretch, _ROW - 8)
            x += stretch
        return cells

    @property
    def _names_width(self) -> int:
        """What the widest name takes; measured when there are other names or letters."""
        if not self._measured:
            metrics = QFontMetricsF(self._bold())
            names = (self._model.index(row, 0) for row in range(self._model.rowCount()))
            widths = (metrics.horizontalAdvance(n.data()) + _STEP * n.data(DEPTH) for n in names)
            # Rounded up: a part of a pixel too little would cost the last letters.
            self._measured = ceil(max(widths, default=0)) + 2 * _INSET
        return self._measured

    def _measure_again(self) -> None:
        self._measured = 0

    def _total_width(self) -> int:
        widest = str(self._model.index(0, TOTAL).data())
        return ceil(QFontMetricsF(self._bold()).horizontalAdvance(widest)) + 16

    def _bold(self) -> QFont:
        font = self.font()
        font.setBold(True)
        return font

    def _stretches(self, row: int, room: int) -> dict[int, int]:
        counts = {c: self._model.index(row, c).data(COUNT) for c in range(1, TOTAL)}
        counts = {column: count for column, count in counts.items() if count}
        whole = sum(counts.values()) if row == 0 else self._model.most
        spare = max(room - _LEAST * len(counts), 0)
        return {column: _LEAST + spare * count // whole for column, count in counts.items()}

    # By hand

    @override
    def moveCursor(self, action: _Action, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        here = self.currentIndex()
        if not here.isValid():
            return self._model.index(0, 0)
        step = {
            _Action.MoveLeft: -1,
            _Action.MovePrevious: -1,
            _Action.MoveRight: 1,
            _Action.MoveNext: 1,
        }.get(action)
        columns = sorted(self._cells(here.row()))
        if step is not None:
            place = columns.index(here.column()) + step if here.column() in columns else 0
            return self._model.index(here.row(), columns[min(max(place, 0), len(columns) - 1)])
        there = super().moveCursor(action, modifiers)
        return self._nearest(there.row(), here.column())

    def _nearest(self, row: int, column: int) -> QModelIndex:
        """The cell of a row that stands in a column, or the one before it that is there."""
        found = max((c for c in self._cells(row) if c <= column), default=0)
        return self._model.index(row, found)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self._enter(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self._enter(self.indexAt(event.position().toPoint()))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        there = self.indexAt(event.position().toPoint()).isValid()
        shape = Qt.CursorShape.PointingHandCursor if there else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def _enter(self, index: QModelIndex) -> None:
        place = index.data(PLACE) if index.isValid() else None
        if place is not None:
            self.went.emit(place)

    # How they look

    def _repaint(self) -> None:
        self.viewport().update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        first = max(self.rowAt(event.rect().top()), 0)
        last = self.rowAt(event.rect().bottom())
        last = self._model.rowCount() - 1 if last < 0 else last
        for row in range(first, last + 1):
            self._paint_row(painter, row)
        painter.end()

    def _paint_row(self, painter: QPainter, row: int) -> None:
        colours, cells = self._look.colours, self._cells(row)
        font = self.font()
        font.setBold(row == 0)
        painter.setFont(font)
        for column, rect in cells.items():
            index = self._model.index(row, column)
            if 0 < column < TOTAL:
                paint_status(painter, QRectF(rect), STATUSES[column - 1], colours)
                self._paint_count(painter, rect, column, str(index.data()))
            else:
                self._paint_words(painter, rect, index)
            if index == self.currentIndex() and self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(colours.text), 2))
                painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _paint_words(self, painter: QPainter, rect: QRect, index: QModelIndex) -> None:
        painter.setPen(QColor(self._look.colours.text))
        inset = _INSET + (_STEP * index.data(DEPTH) if index.column() == 0 else 0)
        room = rect.adjusted(inset, 0, -_INSET, 0)
        words = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, room.width()
        )
        side = Qt.AlignmentFlag.AlignRight if index.column() else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_count(self, painter: QPainter, rect: QRect, column: int, count: str) -> None:
        """Symbol and count on a ground of their own, so that no pattern lies behind words."""
        symbol = SYMBOLS[STATUSES[column - 1]]
        metrics = painter.fontMetrics()
        words = next(
            (w for w in (f"{symbol} {count}", count, symbol) if self._fits(metrics, w, rect)),
            symbol,
        )
        width = metrics.horizontalAdvance(words) + 6
        pill = QRectF(rect.center().x() - width / 2, rect.top() + 3, width, rect.height() - 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._look.colours.ground))
        painter.drawRoundedRect(pill, 3, 3)
        painter.setPen(QColor(self._look.colours.text))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)

    @staticmethod
    def _fits(metrics: QFontMetrics, words: str, rect: QRect) -> bool:
        return metrics.horizontalAdvance(words) + 8 <= rect.width()
