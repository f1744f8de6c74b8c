"""The bar that finds words in the reading text."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget
from typing_extensions import override

from ui.context import Context
from ui.widgets.clear_field import ClearField
from ui.widgets.icon_button import IconButton


class FindBar(QFrame):
    """A line to type in, how many answers there are, and the way from one to the next."""

    looked_for = Signal(str)
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = context.gettext
        self._context = context
        self.setProperty("role", "bar")
        name = _("Find in this source")
        self._line = ClearField(context, name, name)
        self._line.setMaximumWidth(360)
        self._count = QLabel()
        self._count.setProperty("role", "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(4)
        row.addWidget(self._line, stretch=1)
        row.addWidget(self._count)
        row.addWidget(self._button("up", _("Previous answer"), -1))
        row.addWidget(self._button("down", _("Next answer"), 1))
        row.addStretch(1)
        row.addWidget(self._button("close", _("Close the find bar"), 0))
        self._line.textChanged.connect(self.looked_for)
        self.hide()

    @property
    def words(self) -> str:
        """What is typed."""
        return self._line.text()

    def open(self, words: str = "") -> None:
        """Show the bar and type into it; what is selected in the text is looked for."""
        self.show()
        if words:
            self._line.setText(words)
        self._line.selectAll()
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.looked_for.emit(self._line.text())

    def show_count(self, number: int, count: int) -> None:
        """Say which of how many answers is shown; `number` counts from 1."""
        _ = self._context.gettext
        if not self._line.text().strip():
            self._count.clear()
        elif not count:
            self._count.setText(_("Not found"))
        else:
            self._count.setText(_("{number} of {count}").format(number=number, count=count))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.stepped.emit(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def put_away(self) -> None:
        """Close the bar."""
        self.hide()
        self.closed.emit()

    def _button(self, icon: str, name: str, step: int) -> QToolButton:
        button = IconButton(self._context.look, icon, name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setProperty("step", step)
        button.clicked.connect(self._clicked)
        return button

    def _clicked(self) -> None:
        step = self.sender().property("step")
        if step:
            self.stepped.emit(step)
        else:
            self.put_away()
