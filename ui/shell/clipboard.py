"""Cut, copy, paste and select all of the Edit menu: done by whatever has the focus."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.context import Context

_KEYS = {
    "edit.cut": Qt.Key.Key_X,
    "edit.copy": Qt.Key.Key_C,
    "edit.paste": Qt.Key.Key_V,
    "edit.select-all": Qt.Key.Key_A,
}


class ClipboardMenu(QObject):
    """Presses the keys for the adviser: each text, list and table knows best what they mean."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        for name, key in _KEYS.items():
            context.actions.on(name, partial(self._press, key))

    def _press(self, key: Qt.Key, *_checked: bool) -> None:
        focus: QWidget | None = QApplication.focusWidget()
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.ControlModifier)
            QApplication.sendEvent(self._window if focus is None else focus, event)
