"""How the time line looks."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.looks import Colours
from ui.overview.clusters import Cluster, Lane
from ui.overview.line_model import LANE_SYMBOLS, lane_title
from ui.overview.line_scale import Scale, Zoom
from ui.speech import Speech

HEAD = 24
LANE = 34
_COLOURS = {Lane.OVERDUE: "bad", Lane.OPEN: "accent", Lane.SETTLED: "quiet"}
_LEAST_WORDS = 60
"""Pixels below which the words beside a mark would say nothing."""


class LinePainter:
    """Paints one state of the line."""

    def __init__(
        self, painter: QPainter, colours: Colours, speech: Speech, scale: Scale, area: QRectF
    ) -> None:
        self._painter = painter
        self._colours = colours
        self._speech = speech
        self._scale = scale
        self._area = area
        """What is seen of the line, in pixels from its left end."""

    def scale(self) -> None:
        """Years or quarters, and today."""
        painter, colours, today = self._painter, self._colours, self._today()
        for day, quarter in self._scale.ticks():
            x = self._scale.x(day) - self._area.left()
            painter.setPen(QPen(QColor(colours.line), 1))
            painter.drawLine(int(x), 0, int(x), int(self._area.height()))
            words = QRectF(x + 4, 0, 90, HEAD)
            if not words.adjusted(0, 0, -40, 0).intersects(today):
                painter.setPen(QColor(colours.quiet))
                said = self._tick(day.year, quarter)
                painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, said)
        painter.setPen(QPen(QColor(colours.accent), 2))
        x = today.center().x()
        painter.drawLine(int(x), HEAD - 4, int(x), int(self._area.height()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent))
        painter.drawRoundedRect(today, 4, 4)
        painter.setPen(QColor(colours.on_accent))
        painter.drawText(today, Qt.AlignmentFlag.AlignCenter, self._speech.gettext("today"))

    def _today(self) -> QRectF:
        words = self._speech.gettext("today")
        width = self._painter.fontMetrics().horizontalAdvance(words) + 12
        x = self._scale.x(self._scale.today) - self._area.left()
        return QRectF(x - width / 2, 2, width, HEAD - 6)

    def _tick(self, year: int, quarter: int) -> str:
        if self._scale.zoom is Zoom.YEAR:
            return str(year)
        return self._speech.gettext("Q{quarter} {year}").format(quarter=quarter, year=year)

    def lanes(self) -> None:
        """What the lanes are, over whatever lies at the left edge."""
        painter, colours = self._painter, self._colours
        for lane in Lane:
            words = f"{LANE_SYMBOLS[lane]} {lane_title(lane, self._speech)}"
            width = painter.fontMetrics().horizontalAdvance(words) + 12
            plate = QRectF(0, HEAD + lane * LANE + 6, width, LANE - 12)
            painter.fillRect(plate, QColor(colours.ground))
            painter.setPen(QColor(getattr(colours, _COLOURS[lane])))
            painter.drawText(plate.adjusted(4, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)

    def mark(self, mark: Cluster, rect: QRectF, room: float, *, chosen: bool) -> None:
        """A mark: its lane's symbol, or how many it stands for; beside one alone, its words."""
        painter, colours = self._painter, self._colours
        colour = QColor(getattr(colours, _COLOURS[mark.lane]))
        painter.setPen(QPen(colour, 1.5))
        painter.setBrush(QColor(colours.ground))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 5, 5)
        words = LANE_SYMBOLS[mark.lane] if mark.count == 1 else self._speech.number(mark.count)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)
        if mark.action and room > _LEAST_WORDS:
            self._words(mark.action, QRectF(rect.right() + 4, rect.top(), room, rect.height()))
        if chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.text), 2))
            painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), 6, 6)

    def _words(self, words: str, rect: QRectF) -> None:
        elided = self._painter.fontMetrics().elidedText(
            words, Qt.TextElideMode.ElideRight, int(rect.width())
        )
        self._painter.setPen(QColor(self._colours.quiet))
        self._painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, elided)
