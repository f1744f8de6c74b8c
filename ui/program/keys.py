"""What some keys mean to the field or the button that has the focus, where Qt has another mind."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)
from typing_extensions import override

_Keys = QKeySequence.StandardKey
_Field = QLineEdit | QComboBox | QAbstractSpinBox
_Button = QPushButton | QToolButton
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_OF_THE_FIELD = (
    _Keys.Copy, _Keys.Cut, _Keys.Paste, _Keys.Undo, _Keys.Redo, _Keys.SelectAll
)  # fmt: skip


class FieldKeys(QObject):
    """Gives the keys of the program's actions precedence in a field of one line.

    On X11 Qt has Ctrl+E go to the end of a line, and Ctrl+U empty it, as Emacs does.
    """

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        app.focusChanged.connect(self._focus_moved)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            letter = Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z
            if letter and held == Qt.KeyboardModifier.ControlModifier:
                own = any(map(event.matches, _OF_THE_FIELD))
                if not own:
                    event.ignore()  # where no action has the key, it comes back to the field
                return not own
        return super().eventFilter(watched, event)

    def _focus_moved(self, before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(before, _Field):
            before.removeEventFilter(self)
        if isinstance(now, _Field):
            now.installEventFilter(self)


class ButtonKeys(QObject):
    """Has Enter press the button that has the focus, as Space does.

    Not in a dialog, where Enter is for the button that stands out.
    """

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        app.focusChanged.connect(self._focus_moved)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.key() not in _ENTER:
            return super().eventFilter(watched, event)
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return super().eventFilter(watched, event)
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()  # else the pane around it might open what it has, and press nothing
        elif not event.isAutoRepeat():
            space = QKeyEvent(event.type(), Qt.Key.Key_Space, event.modifiers(), " ")
            QCoreApplication.sendEvent(watched, space)
        return True

    def _focus_moved(self, before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(before, _Button):
            before.removeEventFilter(self)
        if isinstance(now, _Button) and not isinstance(now.window(), QDialog):
            now.installEventFilter(self)
