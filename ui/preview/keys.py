"""Keys that mean the pages while these have the focus."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

_KEYS = {
    QKeySequence.StandardKey.ZoomIn: "preview.larger",
    QKeySequence.StandardKey.ZoomOut: "preview.smaller",
    QKeySequence.StandardKey.Copy: "preview.copy",
    QKeySequence.StandardKey.Find: "preview.find",
}


def own_key(event: QKeyEvent) -> str | None:
    """The action that a key means while the pages have the focus."""
    for keys, action in _KEYS.items():
        if event.matches(keys):
            return action
    control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    if control and event.key() in {Qt.Key.Key_Equal, Qt.Key.Key_Plus}:
        return "preview.larger"
    return "preview.actual" if control and event.key() == Qt.Key.Key_0 else None
