"""How a point of the meeting is painted in its list."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from ui.commitments.point_model import NOTE_ROLE
from ui.context import Context
from ui.looks.ring import paint_ring

_OFFERED = 50


class TwoLines(QStyledItemDelegate):
    """The words of a point, and below them what came of it and where it is from."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        colours = self._context.look.colours
        if chosen:
            painter.fillRect(option.rect, option.palette.highlight())
        inside = option.rect.adjusted(12, 4, -12, -4)
        half = inside.height() // 2
        for words, top, colour in (
            (index.data(), 0, colours.text),
            (index.data(NOTE_ROLE), half, colours.quiet),
        ):
            painter.setPen(QColor(colours.on_accent if chosen else colour))
            box = QRect(inside.left(), inside.top() + top, inside.width(), half)
            elided = option.fontMetrics.elidedText(
                str(words), Qt.TextElideMode.ElideRight, box.width()
            )
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, elided)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, option.rect, colours, chosen=chosen)

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(200, option.fontMetrics.lineSpacing() * 2 + 12)
