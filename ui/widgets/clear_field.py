"""A line to look for words with, and a button that empties it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from ui.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from ui.context import Context

_GAP = 2
_OF_THE_LINE = (Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down)
"""Keys that mean on the button what they mean in the line: away, or into the answers."""


class ClearField(QLineEdit):
    """A line whose button shows while there is something to clear, one Tab behind the words.

    Qt's own clear button has no name, and no key reaches it.
    """

    def __init__(
        self, context: Context, name: str, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "clearable")
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self._button = _ClearButton(context, context.gettext("Clear “{field}”").format(field=name))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, _GAP, 0)
        row.addStretch(1)
        row.addWidget(self._button)
        self._button.clicked.connect(self._clear)
        self.textChanged.connect(self._settle)
        self._settle(self.text())

    @property
    def button(self) -> QWidget:
        """What empties the line."""
        return self._button

    def tab_stops(self) -> list[QWidget]:
        """Where Tab goes, in order."""
        return [self, self._button]

    def _clear(self) -> None:
        self.clear()
        self.textEdited.emit("")

    def _settle(self, words: str) -> None:
        if not words and self._button.hasFocus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._button.setVisible(bool(words))
        self.setTextMargins(0, 0, self._button.sizeHint().width() if words else 0, 0)


class FilterField(ClearField):
    """Words that narrow the list below: Escape empties the line, then goes there, as Down does."""

    left = Signal()  # for the list

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape if self.text():
                self.clear()
            case Qt.Key.Key_Escape | Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.left.emit()
            case _:
                super().keyPressEvent(event)


class _ClearButton(IconButton):
    def __init__(self, context: Context, words: str) -> None:
        super().__init__(context.look, "close", words)
        self.setProperty("role", "inside")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.click()
            case key if key in _OF_THE_LINE:
                event.ignore()
            case _:
                super().keyPressEvent(event)
                event.accept()  # else the line would take what is typed here
