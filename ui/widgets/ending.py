"""The keys that end what is written in place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


def ends(event: QEvent) -> bool:
    """Whether a key says that the writing is done: Ctrl+Enter or Esc.

    Whoever answers it accepts it as a `ShortcutOverride` too, or else a window that has a use for
    the same key gets it.
    """
    if not isinstance(event, QKeyEvent):
        return False
    ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return event.key() == Qt.Key.Key_Escape or (event.key() in _ENTER and ctrl)
