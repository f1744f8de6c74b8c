"""How a piece of material looks: its words on up to three lines, and where they come from."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from ui.book.pieces import PieceKind
from ui.book.roles import Role
from ui.looks import Look
from ui.looks.lines import small

_LINES = 3
_PAD = 8
_EDGE = 6
_ICON = 20
_ICONS = {
    PieceKind.COMMITMENT: "quote",
    PieceKind.PASSAGE: "quote",
    PieceKind.ANNOTATION: "annotate",
    PieceKind.TABLE: "table",
    PieceKind.CHART: "chart",
}
Index = QModelIndex | QPersistentModelIndex


class MaterialDelegate(QStyledItemDelegate):
    """A card for each piece, as high as its words need, up to three lines."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        font: QFont = option.font
        view = self.parent()
        wide = view.viewport().width() if isinstance(view, QAbstractItemView) else 300
        inner = wide - 2 * (_EDGE + _PAD) - _ICON - _PAD
        lines = len(_lines(str(index.data()), font, inner))
        words = QFontMetrics(font).lineSpacing() * max(lines, 1)
        return QSize(180, words + QFontMetrics(small(font)).height() + 2 * _PAD + 4)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = self._look.colours
        area: QRect = option.rect
        font: QFont = option.font
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        card = area.adjusted(_EDGE, 2, -_EDGE, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(colours.accent if chosen or focused else colours.line))
        painter.setBrush(QColor(colours.wash if chosen else colours.raised))
        painter.drawRoundedRect(card, 6, 6)
        inner = card.adjusted(_PAD, _PAD - 2, -_PAD, -_PAD + 2)
        icon = self._look.icon(_ICONS[index.data(Role.KIND)])
        icon.paint(painter, inner.left(), inner.top(), _ICON, _ICON)
        text = inner.adjusted(_ICON + _PAD, 0, 0, 0)
        painter.setPen(QColor(colours.text))
        _wrapped(painter, text, str(index.data()), font)
        painter.setPen(QColor(colours.quiet))
        painter.setFont(small(font))
        foot = QRect(text)
        foot.setTop(text.bottom() - QFontMetrics(small(font)).height())
        origin = f"✓ {index.data(Role.FACTS)}" if index.data(Role.USED) else index.data(Role.FACTS)
        metrics = QFontMetrics(small(font))
        shown = metrics.elidedText(str(origin), Qt.TextElideMode.ElideMiddle, foot.width())
        painter.drawText(foot, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()


def _wrapped(painter: QPainter, area: QRect, words: str, font: QFont) -> None:
    metrics = QFontMetrics(font)
    painter.setFont(font)
    for number, line in enumerate(_lines(words, font, area.width())):
        top = area.top() + number * metrics.lineSpacing() + metrics.ascent()
        painter.drawText(QPointF(area.left(), top), line)


def _lines(words: str, font: QFont, wide: int) -> list[str]:
    """The first lines of a text; the last one says by "…" that there are more."""
    layout = QTextLayout(words, font)
    layout.beginLayout()
    found: list[str] = []
    while (line := layout.createLine()).isValid() and len(found) < _LINES:
        line.setLineWidth(wide)
        end = len(words) if len(found) == _LINES - 1 else line.textStart() + line.textLength()
        found.append(words[line.textStart() : end])
    layout.endLayout()
    if len(found) == _LINES:
        elide = Qt.TextElideMode.ElideRight
        found[-1] = QFontMetrics(font).elidedText(found[-1], elide, wide)
    return found
