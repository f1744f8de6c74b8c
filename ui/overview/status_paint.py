"""How a status is filled: told apart in grey and by colour-blind eyes, by pattern and symbol."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget
from typing_extensions import override

from briefing.things import Status
from ui.context import Context
from ui.looks import Colours, Look
from ui.widgets.flow import FlowLayout

_Pattern = Qt.BrushStyle
_FILLS: dict[Status, tuple[str, Qt.BrushStyle]] = {
    Status.UNKNOWN: ("quiet", _Pattern.Dense7Pattern),
    Status.NOT_STARTED: ("quiet", _Pattern.NoBrush),
    Status.UNDER_WAY: ("accent", _Pattern.BDiagPattern),
    Status.PARTLY_DONE: ("accent", _Pattern.Dense4Pattern),
    Status.DONE: ("accent", _Pattern.SolidPattern),
    Status.NOT_DONE: ("bad", _Pattern.DiagCrossPattern),
    Status.SUPERSEDED: ("quiet", _Pattern.HorPattern),
}
"""The role of the colour, and the pattern: the more is done, the fuller."""
_TILE = QSize(8, 8)
"""After how many dots the patterns of Qt repeat."""


def paint_status(painter: QPainter, rect: QRectF, status: Status, colours: Colours) -> None:
    """Fill a rectangle as a status is filled."""
    role, pattern = _FILLS[status]
    colour = QColor(getattr(colours, role))
    painter.fillRect(rect, QColor(colours.ground))
    painter.setPen(QPen(colour, 1))
    painter.setBrush(_brush(colour, pattern))
    painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))


def _brush(colour: QColor, pattern: Qt.BrushStyle) -> QBrush:
    """A pattern that grows with everything else.

    Qt draws its own in the dots of the screen, too fine to be told apart on a fine one.
    """
    plain = QBrush(colour, pattern)
    if pattern in {_Pattern.NoBrush, _Pattern.SolidPattern}:
        return plain
    tile = QImage(_TILE, QImage.Format.Format_ARGB32_Premultiplied)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.fillRect(tile.rect(), plain)
    painter.end()
    return QBrush(tile)


class _Swatch(QWidget):
    def __init__(self, status: Status, look: Look) -> None:
        super().__init__()
        self._status = status
        self._look = look
        self.setFixedSize(QSize(18, 14))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_status(painter, QRectF(self.rect()), self._status, self._look.colours)
        painter.end()


class Legend(QWidget):
    """Which pattern and symbol stand for which status."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = FlowLayout(self, spacing=8)
        for status in Status:
            entry = QWidget()
            row = QHBoxLayout(entry)
            row.setContentsMargins(0, 0, 8, 0)
            row.setSpacing(4)
            row.addWidget(_Swatch(status, context.look))
            label = QLabel(context.speech.wording.status(status))
            label.setProperty("role", "quiet")
            row.addWidget(label)
            flow.addWidget(entry)
        context.look.changed.connect(self.update)
