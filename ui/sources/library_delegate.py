"""Paints a source of the library: its title, what it is, and what is to be done in it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView
from typing_extensions import override

from briefing.store import SourceLine
from ui.looks import Look
from ui.looks.lines import line_height
from ui.looks.ring import paint_ring
from ui.sources.library_model import ABOUT, BETWEEN, COUNTS, LibraryModel

AnyIndex = QModelIndex | QPersistentModelIndex
_PAD = 8
_GAP = 2
_LINES = 2
"""Of a title; what is longer is elided, and whole in the tool tip."""


@dataclass(frozen=True, slots=True)
class _Type:
    """The type of the rows, measured."""

    title: QFont
    metrics: QFontMetrics
    title_line: int
    small_metrics: QFontMetrics
    small_line: int

    @classmethod
    def of(cls, option: QStyleOptionViewItem) -> _Type:
        title, small = _bold(option), _small(option)
        return cls(
            title, QFontMetrics(title), line_height(title), QFontMetrics(small), line_height(small)
        )


class LibraryDelegate(QStyledItemDelegate):
    """A row of two lines and more: nothing that it says is cut where it can be broken."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._type: _Type | None = None
        self._advances: dict[str, int] = {}
        self._lines: dict[tuple[str, int], int] = {}
        self._small: dict[tuple[SourceLine, int], int] = {}

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        model = index.model()
        line = model.line(index) if isinstance(model, LibraryModel) else None
        if line is None:
            return QSize()
        width = max(_width(option) - 2 * _PAD, 80)
        if self._type is None:
            self._type = _Type.of(option)
        titled = self._lines_of(line.title, width, self._type) * self._type.title_line
        small = self._small_lines_of(line, index, width, self._type)
        return QSize(width, titled + small * (self._type.small_line + _GAP) + 2 * _PAD)

    def _small_lines_of(self, line: SourceLine, index: AnyIndex, width: int, type_: _Type) -> int:
        """Measured once too: putting together what they say is as dear as measuring it."""
        key = line, width
        if key not in self._small:
            texts = filter(None, (index.data(ABOUT), index.data(COUNTS)))
            parts = [broken(text, type_.small_metrics, width) for text in texts]
            self._small[key] = sum(map(len, parts))
        return self._small[key]

    def _lines_of(self, title: str, width: int, type_: _Type) -> int:
        """Measured once: the view asks several times for each row, and again at each width."""
        advance = self._advances.get(title)
        if advance is None:
            advance = self._advances[title] = type_.metrics.horizontalAdvance(title)
        if advance <= width:
            return 1
        key = title, width
        if key not in self._lines:
            self._lines[key] = len(_title_lines(title, type_.title, width))
        return self._lines[key]

    def forget(self) -> None:
        """Measure anew: the type has changed."""
        self._type = None
        self._advances.clear()
        self._lines.clear()
        self._small.clear()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        style = option.widget.style()
        style.drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem,
            option,
            painter,
            option.widget,
        )
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        self._write(painter, option, index, chosen=chosen)
        painter.restore()
        if state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, _rect(option), self._look.colours, chosen=chosen)

    def _write(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, *, chosen: bool
    ) -> None:
        palette: QPalette = option.palette
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        bold, rect = _bold(option), _rect(option).adjusted(_PAD, _PAD, -_PAD, 0)
        painter.setPen(palette.color(role))
        painter.setFont(bold)
        top = rect.top()
        for line in _title_lines(_text(index), bold, rect.width()):
            height = line_height(bold)
            painter.drawText(QRect(rect.left(), top, rect.width(), height), 0, line)
            top += height
        small = _small(option)
        metrics = QFontMetrics(small)
        painter.setFont(small)
        if not chosen:
            painter.setPen(QColor(self._look.colours.quiet))
        for text in filter(None, (index.data(ABOUT), index.data(COUNTS))):
            for line in broken(text, metrics, rect.width()):
                top += _GAP
                elided = metrics.elidedText(line, Qt.TextElideMode.ElideRight, rect.width())
                area = QRect(rect.left(), top, rect.width(), line_height(small))
                painter.drawText(area, 0, elided)
                top += line_height(small)


def broken(text: str, metrics: QFontMetrics, width: int) -> list[str]:
    """What a source says in small, in as many lines as it takes; no entry is divided."""
    if metrics.horizontalAdvance(text) <= width:
        return [text]  # most of them
    lines: list[str] = []
    for entry in text.split(BETWEEN):
        longer = f"{lines[-1]}{BETWEEN}{entry}" if lines else entry
        if lines and metrics.horizontalAdvance(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(entry)
    return lines


def _title_lines(text: str, font: QFont, width: int) -> list[str]:
    if QFontMetrics(font).horizontalAdvance(text) <= width:
        return [text]  # most titles; laying out is ten times as dear
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, 0))
        start = line.textStart()
        if len(lines) == _LINES - 1:
            rest = QFontMetrics(font).elidedText(text[start:], Qt.TextElideMode.ElideRight, width)
            lines.append(rest)
            break
        lines.append(text[start : start + line.textLength()].strip())
    layout.endLayout()
    return lines or [""]


def _text(index: AnyIndex) -> str:
    return str(index.data() or "")


def _rect(option: QStyleOptionViewItem) -> QRect:
    return option.rect


def _width(option: QStyleOptionViewItem) -> int:
    rect = _rect(option)
    widget = option.widget
    return (
        widget.viewport().width() - rect.left() if isinstance(widget, QTreeView) else rect.width()
    )


def _bold(option: QStyleOptionViewItem) -> QFont:
    font = QFont(option.font)
    font.setWeight(QFont.Weight.Bold)
    return font


def _small(option: QStyleOptionViewItem) -> QFont:
    font = QFont(option.font)
    font.setPointSizeF(font.pointSizeF() * 0.92)
    return font
