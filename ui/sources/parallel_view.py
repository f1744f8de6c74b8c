"""The table of two versions: cells are set as text, and the pair between them as a line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QDrag,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)
from typing_extensions import override

from briefing.text import has_han
from briefing.things import Passage, PassageKind
from ui.context import Context
from ui.sources.parallel_model import LEFT, LINK, RIGHT, ParallelModel
from ui.sources.parallel_rows import LIKELY, SURE

AnyIndex = QModelIndex | QPersistentModelIndex
_PAD = 8
_NUMBER = 32
_LINK_WIDTH = 132
_EXACT = 600
"""Rows whose heights are measured to the pixel; of longer texts they are estimated."""
_FLAGS = int(Qt.TextFlag.TextWordWrap)


class ParallelDelegate(QStyledItemDelegate):
    """Sets passages with their numbers, and draws what pairs them."""

    def __init__(self, context: Context, model: ParallelModel, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._model = model

    def height(self, passages: Sequence[Passage], width: int, *, exact: bool) -> int:
        """How high a cell of this width is."""
        inner = max(width - 2 * _PAD - _NUMBER, 60)
        return 2 * _PAD + sum(self._height(p, inner, exact=exact) for p in passages)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(option.rect.width(), option.rect.height())

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        colours = self._context.look.colours
        if chosen:
            painter.fillRect(option.rect, QColor(colours.wash))
        painter.setPen(QColor(colours.line))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if index.column() == LINK:
            self._link(painter, option.rect, index)
        else:
            self._cell(painter, option.rect, self._model.cell(index))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def _cell(self, painter: QPainter, rect: QRect, passages: Sequence[Passage]) -> None:
        colours = self._context.look.colours
        top = rect.top() + _PAD
        width = rect.width() - 2 * _PAD - _NUMBER
        for passage in passages:
            font = self._font(passage)
            height = self._height(passage, width, exact=True)
            painter.setFont(font)
            painter.setPen(QColor(colours.quiet))
            number = QRect(rect.left() + _PAD, top, _NUMBER - 8, height)
            painter.drawText(number, int(Qt.AlignmentFlag.AlignRight), self._model.number(passage))
            painter.setPen(QColor(colours.text))
            text = QRect(rect.left() + _PAD + _NUMBER, top, width, height)
            painter.drawText(text, _FLAGS, passage.text)
            top += height

    def _link(self, painter: QPainter, rect: QRect, index: AnyIndex) -> None:
        row = self._model.row(index.row())
        colours = self._context.look.colours
        metrics = painter.fontMetrics()
        middle = rect.top() + _PAD + QFontMetrics(self._font(None)).ascent() - 4
        if row.pair is not None and row.left and row.right:
            pair = row.pair
            sure = pair.fixed or pair.confidence >= SURE
            line = (
                Qt.PenStyle.SolidLine
                if sure
                else Qt.PenStyle.DashLine
                if pair.confidence >= LIKELY
                else Qt.PenStyle.DotLine
            )
            painter.setPen(QPen(QColor(colours.accent if sure else colours.warn), 2, line))
            painter.drawLine(rect.left() + 6, middle, rect.right() - 6, middle)
        painter.setPen(QColor(colours.text if row.pair else colours.quiet))
        words = QRect(rect.left() + 4, middle + 6, rect.width() - 8, rect.bottom() - middle)
        flags = _FLAGS | int(Qt.AlignmentFlag.AlignHCenter)
        painter.drawText(words, flags, str(index.data()))
        del metrics

    def _height(self, passage: Passage, width: int, *, exact: bool) -> int:
        metrics = QFontMetrics(self._font(passage))
        if exact:
            return metrics.boundingRect(0, 0, width, 1 << 20, _FLAGS, passage.text).height() + 4
        letter = metrics.height() * 0.8 if has_han(passage.text) else metrics.averageCharWidth()
        return (int(len(passage.text) * letter * 1.05 / width) + 1) * metrics.lineSpacing() + 4

    def _font(self, passage: Passage | None) -> QFont:
        font = self._context.look.reading_font(self._context.settings.now.reading_size - 1)
        if passage is not None and passage.kind is PassageKind.HEADING:
            font.setBold(True)
        return font


class ParallelView(QTableView):
    """Both versions scroll together, as one table."""

    zoomed = Signal(int)  # by how many steps

    def __init__(self, context: Context, model: ParallelModel) -> None:
        super().__init__()
        self._rows = model
        self._delegate = ParallelDelegate(context, model, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(context.gettext("Two versions side by side"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.LinkAction)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        model.modelReset.connect(self.set_heights)

    def set_heights(self) -> None:
        """Make every row as high as its longer side."""
        width = max((self.viewport().width() - _LINK_WIDTH) // 2, 120)
        self.setColumnWidth(LEFT, width)
        self.setColumnWidth(LINK, self.viewport().width() - 2 * width)
        self.setColumnWidth(RIGHT, width)
        count = self._rows.rowCount()
        header = self.verticalHeader()
        header.blockSignals(True)  # noqa: FBT003 - Qt's own; thousands of rows at once
        for row in range(count):
            here = self._rows.row(row)
            sides = (here.left, here.right)
            heights = (self._delegate.height(s, width, exact=count <= _EXACT) for s in sides)
            header.resizeSection(row, max(*heights, 44))
        header.blockSignals(False)  # noqa: FBT003 - Qt's own
        self.updateGeometries()
        self.viewport().update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            chosen = sorted(self.selectedIndexes(), key=lambda i: (i.row(), i.column()))
            texts = [p.text for index in chosen for p in self._rows.cell(index)]
            QApplication.clipboard().setText("\n\n".join(texts))
        else:
            super().keyPressEvent(event)

    @override
    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        """Drag without a picture of the passages, which would lie over those one drops them on."""
        drags = Qt.ItemFlag.ItemIsDragEnabled
        chosen = [index for index in self.selectedIndexes() if self._rows.flags(index) & drags]
        if chosen:
            drag = QDrag(self)
            drag.setMimeData(self._rows.mimeData(chosen))
            drag.exec(supportedActions, Qt.DropAction.LinkAction)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Letters judge pairs here: one that is not to be had now leads nowhere."""

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.set_heights()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and self.model() is not None:
            self.set_heights()
