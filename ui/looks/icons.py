"""Icons: our own drawings in SVG, of one weight, tinted when they are asked for."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

import resources

_SIZES = (16, 20, 22)
"""In which windows show them, in logical pixels; each size more costs a window some 10 ms."""
_PROGRAM_SIZES = (16, 22, 32, 48, 128)
_FOLDER = Path(resources.__file__).parent / "icons"


def icon_names() -> list[str]:
    """Every icon that there is."""
    return sorted(path.stem for path in _FOLDER.glob("*.svg"))


def tinted(name: str, colour: str, disabled: str, chosen: str = "") -> QIcon:
    """The icon of that name in a colour, and in another while it cannot be used.

    For the rows of a list also in that of words on a row that is chosen. It is drawn for the finest
    screen that there is now.
    """
    return _tinted(name, colour, disabled, chosen, _finest())


def _finest() -> float:
    return max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)


@lru_cache(maxsize=512)
def _tinted(name: str, colour: str, disabled: str, chosen: str, ratio: float) -> QIcon:
    drawing = (_FOLDER / f"{name}.svg").read_text("utf-8")
    icon = QIcon()
    renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))
    for size in _SIZES:
        icon.addPixmap(_painted(renderer, round(size * ratio)), QIcon.Mode.Normal)
    faint = QSvgRenderer(QByteArray(drawing.replace("currentColor", disabled).encode()))
    icon.addPixmap(_painted(faint, round(_SIZES[1] * ratio), 0.55), QIcon.Mode.Disabled)
    if chosen:
        clear = QSvgRenderer(QByteArray(drawing.replace("currentColor", chosen).encode()))
        icon.addPixmap(_painted(clear, round(_SIZES[0] * ratio)), QIcon.Mode.Selected)
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
    for size in _PROGRAM_SIZES:
        icon.addPixmap(_painted(renderer, size))
    return icon
