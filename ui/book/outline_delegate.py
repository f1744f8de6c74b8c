"""How a tab looks in the outline: its label, its title, its state and whether it has faults."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionViewItem, QWidget
from typing_extensions import override

from briefing.checking import Severity
from ui.book.roles import Role
from ui.looks import Look
from ui.looks.lines import small
from ui.looks.ring import paint_ring
from ui.widgets.cell_delegate import CellDelegate

_MARGIN = 8
_LABEL = 24
_FAULT = {Severity.STOP: "!", Severity.MEND: "!", Severity.LOOK: "?"}
Index = QModelIndex | QPersistentModelIndex


class OutlineDelegate(CellDelegate):
    """Two lines for each tab, the second of lesser weight; all rows are of one height."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        font = _font(option)
        lines = QFontMetrics(font).height() + QFontMetrics(small(font)).height()
        return QSize(160, lines + 10)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        _bare(option)
        painter.save()
        self._ground(painter, option)
        area, font = _area(option), _font(option)
        chosen = bool(_state(option) & QStyle.StateFlag.State_Selected)
        text = self._text_colour(chosen=chosen)
        painter.setPen(text)
        painter.setFont(font)
        lines = self._lines(area, font)
        label_area = QRect(lines[0])
        label_area.setWidth(_LABEL)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(label_area, right, str(index.data(Role.LABEL) or ""))
        title_area = lines[0].adjusted(_LABEL + _MARGIN, 0, 0, 0)
        if (fault := index.data(Role.FAULT)) is not None:
            self._fault(painter, title_area, fault, chosen=chosen)
            title_area.setRight(title_area.right() - 18)
        _write(painter, title_area, str(index.data()), text, font)
        quiet = text if chosen else QColor(self._look.colours.quiet)
        facts_area = lines[1].adjusted(_LABEL + _MARGIN, 0, 0, 0)
        _write(painter, facts_area, str(index.data(Role.FACTS)), quiet, small(font))
        if _state(option) & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, option.rect, self._look.colours, chosen=chosen)
        painter.restore()

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setAccessibleName(str(index.data()))
        return editor

    @override
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        area = _area(option)
        editor.setGeometry(area.adjusted(_LABEL + _MARGIN, 2, 0, -2))

    # Pieces

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        widget: QWidget | None = option.widget
        if widget is not None:
            widget.style().drawPrimitive(
                QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, widget
            )

    def _text_colour(self, *, chosen: bool) -> QColor:
        colours = self._look.colours
        return QColor(colours.on_accent if chosen else colours.text)

    @staticmethod
    def _lines(area: QRect, font: QFont) -> tuple[QRect, QRect]:
        first, second = QFontMetrics(font).height(), QFontMetrics(small(font)).height()
        top = area.top() + (area.height() - first - second) // 2
        return (
            QRect(area.left(), top, area.width(), first),
            QRect(area.left(), top + first, area.width(), second),
        )

    def _fault(self, painter: QPainter, area: QRect, fault: Severity, *, chosen: bool) -> None:
        colours = self._look.colours
        colour = colours.bad if fault is Severity.STOP else colours.warn
        painter.save()
        painter.setPen(QColor(colours.on_accent if chosen else colour))
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, right, _FAULT[fault])
        painter.restore()


def _write(painter: QPainter, area: QRect, words: str, colour: QColor, font: QFont) -> None:
    painter.setFont(font)
    painter.setPen(colour)
    shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


def _area(option: QStyleOptionViewItem) -> QRect:
    area: QRect = option.rect
    return area.adjusted(4, 0, -_MARGIN, 0)


def _font(option: QStyleOptionViewItem) -> QFont:
    font: QFont = option.font
    return font


def _state(option: QStyleOptionViewItem) -> QStyle.StateFlag:
    state: QStyle.StateFlag = option.state
    return state


def _bare(option: QStyleOptionViewItem) -> None:
    option.text = ""
