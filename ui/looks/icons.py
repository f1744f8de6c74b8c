"""Icons: our own drawings in SVG, of one weight, tinted when they are asked for."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

import resources

_SIZES = (16, 22, 32, 48)
"""What is shown at 100 and 200 per cent; each size more costs a window some 20 ms to open."""
_FOLDER = Path(resources.__file__).parent / "icons"


@lru_cache(maxsize=512)
def tinted(name: str, colour: str, disabled: str) -> QIcon:
    """The icon of that name in a colour, and in another while it cannot be used."""
    drawing = (_FOLDER / f"{name}.svg").read_text("utf-8")
    icon = QIcon()
    renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))
    for size in _SIZES:
        icon.addPixmap(_painted(renderer, size), QIcon.Mode.Normal)
    faint = QSvgRenderer(QByteArray(drawing.replace("currentColor", disabled).encode()))
    icon.addPixmap(_painted(faint, _SIZES[1], 0.55), QIcon.Mode.Disabled)
    return icon


def _painted(renderer: QSvgRenderer, size: int, opacity: float = 1.0) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setOpacity(opacity)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def program_icon() -> QIcon:
    """The program's own icon, in its own colours."""
    renderer = QSvgRenderer(str(_FOLDER / "briefing.svg"))
    icon = QIcon()
    for size in (*_SIZES, 128):
        icon.addPixmap(_painted(renderer, size))
    return icon
