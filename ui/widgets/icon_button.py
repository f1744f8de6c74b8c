"""Buttons whose icons follow the windows between light and dark."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton, QToolButton, QWidget

from ui.looks import Look


def tint(button: QAbstractButton, look: Look, icon: str) -> None:
    """Give a button an icon, now and whenever the colours change."""
    _Tint(button, look, icon)


class IconButton(QToolButton):
    """A button with an icon; its words are said by a tip and a screen reader."""

    def __init__(
        self, look: Look, icon: str, words: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setToolTip(words)
        self.setAccessibleName(words)
        tint(self, look, icon)


class _Tint(QObject):
    def __init__(self, button: QAbstractButton, look: Look, icon: str) -> None:
        super().__init__(button)
        self._look = look
        self._icon = icon
        self._tint()
        look.changed.connect(self._tint)

    def _tint(self) -> None:
        button = self.parent()
        if isinstance(button, QAbstractButton):
            button.setIcon(self._look.icon(self._icon))
