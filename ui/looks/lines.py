"""How tall lines of text are, and the type of those that say less."""

from __future__ import annotations

from functools import cache
from math import ceil

from PySide6.QtGui import QFont, QTextLayout

_SCRIPTS = "Ég国"


def line_height(font: QFont) -> int:
    """Room for a line in any script of the program: Chinese comes from another, taller font."""
    return _height(font.key())


def small(font: QFont) -> QFont:
    """The font for facts below a title."""
    found = QFont(font)
    found.setPointSizeF(font.pointSizeF() * 0.88)
    return found


@cache
def _height(key: str) -> int:
    font = QFont()
    font.fromString(key)
    layout = QTextLayout(_SCRIPTS, font)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    return ceil(line.height())
