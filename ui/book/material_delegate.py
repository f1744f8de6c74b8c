"""How a piece of material looks: its words on up to three lines, and where they come from."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from ui.book.pieces import PieceKind
from ui.book.roles import Role
from ui.looks import Look

_LINES = 3
_PAD = 8
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
    """A card for each piece; all are of one height, so that long lists scroll at once."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        font: QFont = option.font
        words = QFontMetrics(font).lineSpacing() * _LINES
        return QSize(180, words + QFontMetrics(_small(font)).height() + 2 * _PAD + 4)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = self._look.colours
        area: QRect = option.rect
        font: QFont = option.font
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        card = area.adjusted(6, 2, -6, -2)
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
        painter.setFont(_small(font))
        foot = QRect(text)
        foot.setTop(text.bottom() - QFontMetrics(_small(font)).height())
        origin = f"✓ {index.data(Role.FACTS)}" if index.data(Role.USED) else index.data(Role.FACTS)
        metrics = QFontMetrics(_small(font))
        shown = metrics.elidedText(str(origin), Qt.TextElideMode.ElideMiddle, foot.width())
        painter.drawText(foot, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()


def _wrapped(painter: QPainter, area: QRect, words: str, font: QFont) -> None:
    """The first lines of a text; the last one says by "…" that there are more."""
    metrics = QFontMetrics(font)
    layout = QTextLayout(words, font)
    layout.beginLayout()
    for number in range(_LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(area.width())
        top = area.top() + number * metrics.lineSpacing()
        if number == _LINES - 1:
            rest = words[line.textStart() :]
            shown = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, area.width())
            painter.setFont(font)
            painter.drawText(QPointF(area.left(), top + metrics.ascent()), shown)
        else:
            line.draw(painter, QPointF(area.left(), top))
    layout.endLayout()


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.88)
    return small
