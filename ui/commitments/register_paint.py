"""How the rows of the register and the heads between them are painted."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QPainter,
)
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from typing_extensions import override

from ui.commitments.register_model import SWATCH_ROLE
from ui.looks import Look
from ui.looks.ring import paint_ring

_SWATCH = 3
_INSET = 4


def paint_head(painter: QPainter, box: QRect, words: str, look: Look, *, chosen: bool) -> None:
    """A line across all columns that rows stand under."""
    colours = look.colours
    painter.fillRect(box, QColor(colours.accent if chosen else colours.window))
    painter.setPen(QColor(colours.line))
    painter.drawLine(box.bottomLeft(), box.bottomRight())
    painter.setPen(QColor(colours.on_accent if chosen else colours.text))
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(box.adjusted(8, 0, -8, 0), flags, words)


class RowDelegate(QStyledItemDelegate):
    """Cells with room around the words, and a swatch before a topic."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look

    @override
    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.features |= QStyleOptionViewItem.ViewItemFeature.WrapText

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(option.rect, option.palette.highlight())
        inside = QStyleOptionViewItem(option)
        inside.rect = option.rect.adjusted(_INSET, 0, -_INSET, 0)
        # The style would lay a veil over the words of the cell that the keys are at.
        inside.state &= ~QStyle.StateFlag.State_HasFocus
        super().paint(painter, inside, index)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, option.rect, self._look.colours, chosen=chosen)
        colour = index.data(SWATCH_ROLE)
        if colour:
            box = option.rect.adjusted(1, 6, 0, -6)
            box.setWidth(_SWATCH)
            painter.fillRect(box, QColor(colour))
