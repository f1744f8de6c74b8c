"""Where the keys go, in lists that paint their own rows."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter

from ui.looks.colours import Colours


def paint_ring(painter: QPainter, row: QRect, colours: Colours, *, chosen: bool) -> None:
    """A line around a row that has the focus."""
    painter.setPen(QColor(colours.on_accent if chosen else colours.accent))
    painter.drawRect(row.adjusted(2, 2, -3, -3))
