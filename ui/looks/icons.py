"""Icons: our own drawings in SVG, of one weight, tinted when they are asked for."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

import resources

_SIZES = (16, 20, 24, 32, 48, 64)
_FOLDER = Path(resources.__file__).parent / "icons"


@lru_cache(maxsize=512)
def tinted(name: str, colour: str, disabled: str) -> QIcon:
    """The icon of that name in a colour, and in another while it cannot be used."""
    drawing = (_FOLDER / f"{name}.svg").read_text("utf-8")
    icon = QIcon()
    for size in _SIZES:
        icon.addPixmap(_painted(drawing, colour, size), QIcon.Mode.Normal)
        icon.addPixmap(_painted(drawing, disabled, size, 0.55), QIcon.Mode.Disabled)
    return icon


def _painted(drawing: str, colour: str, size: int, opacity: float = 1.0) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setOpacity(opacity)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def program_icon() -> QIcon:
    """The program's own icon, in its own colours."""
    drawing = (_FOLDER / "briefing.svg").read_text("utf-8")
    icon = QIcon()
    for size in (*_SIZES, 128, 256):
        icon.addPixmap(_painted(drawing, "", size))
    return icon
