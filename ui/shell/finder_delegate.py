"""How a row of a finder is painted: what was looked for stands out, the detail at the right."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import TypeAlias

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui.looks import Look
from ui.textpos import from_qt, to_qt

_EDGE = 8
_HEIGHT = 30
_MORE = "…"
Spans: TypeAlias = Sequence[tuple[int, int]]
"""From where to where words were found, in code points."""


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
        font.setWeight(QFont.Weight.Bold)
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
        spans = index.data(Role.SPANS) or ()
        font, width = option.font, room.width()
        text = fitting(str(index.data()), spans, font, width)
        layout = self._laid_out(text, spans, font)
        line = _only_line(layout, width, QTextOption.WrapMode.NoWrap)
        painter.setClipRect(room)
        top = room.top() + (room.height() - line.height()) / 2
        layout.draw(painter, room.topLeft().toPointF() + _down(top - room.top()))

    def _laid_out(self, text: str, spans: Spans, font: QFont) -> QTextLayout:
        found = QTextCharFormat()
        found.setFontWeight(QFont.Weight.Bold)
        found.setBackground(QColor(self._look.colours.found))
        return _layout_of(text, spans, font, found)


def fitting(text: str, spans: Spans, font: QFont, width: int) -> str:
    """As much of a text as there is room for, with “…” after it where that is not all."""
    bold = QTextCharFormat()
    bold.setFontWeight(QFont.Weight.Bold)
    layout = _layout_of(text, spans, font, bold)
    if _only_line(layout, width, QTextOption.WrapMode.NoWrap).naturalTextWidth() <= width:
        return text
    left = width - QFontMetrics(font).horizontalAdvance(_MORE)
    line = _only_line(layout, left, QTextOption.WrapMode.WrapAnywhere)
    return text[: from_qt(text, line.textLength())].rstrip() + _MORE


def _layout_of(text: str, spans: Spans, font: QFont, found: QTextCharFormat) -> QTextLayout:
    formats = []
    for start, end in spans:
        if start < len(text):
            piece = QTextLayout.FormatRange()
            piece.start = to_qt(text, start)
            piece.length = to_qt(text, min(end, len(text))) - piece.start
            piece.format = found
            formats.append(piece)
    layout = QTextLayout(text, font)
    layout.setFormats(formats)
    return layout


def _only_line(layout: QTextLayout, width: int, mode: QTextOption.WrapMode) -> QTextLine:
    wrap = QTextOption()
    wrap.setWrapMode(mode)
    layout.setTextOption(wrap)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    return line


_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def _down(by: float) -> QPointF:
    return QPointF(0, by)
