"""How a row of a finder is painted: what was looked for stands out, the detail at the right."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui.looks import Look
from ui.textpos import to_qt

_EDGE = 8
_HEIGHT = 30


class Role(IntEnum):
    """What a finder's rows tell besides their text."""

    DETAIL = Qt.ItemDataRole.UserRole + 1
    SPANS = Qt.ItemDataRole.UserRole + 2
    HEAD = Qt.ItemDataRole.UserRole + 3


class FinderDelegate(QStyledItemDelegate):
    """Paints a row in the colours of the window."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(200, max(_HEIGHT, option.fontMetrics.height() + 12))

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        colours = self._look.colours
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        enabled = bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)
        painter.save()
        if chosen:
            painter.fillRect(option.rect, QColor(colours.wash))
        room = option.rect.adjusted(_EDGE, 0, -_EDGE, 0)
        if index.data(Role.HEAD):
            self._head(painter, option, room, str(index.data()))
            painter.restore()
            return
        detail = str(index.data(Role.DETAIL) or "")
        if detail:
            painter.setPen(QColor(colours.quiet))
            wanted = option.fontMetrics.horizontalAdvance(detail)
            width = min(wanted, room.width() // 2)
            shown = detail  # what fits by a fraction of a pixel would be elided
            if width < wanted:
                shown = option.fontMetrics.elidedText(detail, Qt.TextElideMode.ElideRight, width)
            painter.drawText(room, _RIGHT, shown)
            room = room.adjusted(0, 0, -width - 2 * _EDGE, 0)
        painter.setPen(QColor(colours.text if enabled else colours.quiet))
        self._title(painter, option, room, index)
        painter.restore()

    def _head(
        self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, text: str
    ) -> None:
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        font.setPointSizeF(max(font.pointSizeF() - 1, 7))
        painter.setFont(font)
        painter.setPen(QColor(self._look.colours.quiet))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)

    def _title(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        room: QRect,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        text = str(index.data())
        found = QTextCharFormat()
        found.setFontWeight(QFont.Weight.Bold)
        found.setBackground(QColor(self._look.colours.found))
        formats = []
        for start, end in index.data(Role.SPANS) or ():
            piece = QTextLayout.FormatRange()
            piece.start, piece.length = to_qt(text, start), to_qt(text, end) - to_qt(text, start)
            piece.format = found
            formats.append(piece)
        layout = QTextLayout(text, option.font)
        layout.setFormats(formats)
        wrap = QTextOption()
        wrap.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(wrap)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(room.width())
        layout.endLayout()
        painter.setClipRect(room)
        top = room.top() + (room.height() - line.height()) / 2
        layout.draw(painter, room.topLeft().toPointF() + _down(top - room.top()))


_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def _down(by: float) -> QPointF:
    return QPointF(0, by)
