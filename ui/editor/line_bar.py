"""A bar inside the editor that asks for one line: an address, a footnote, a caption."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget
from typing_extensions import override

from ui.context import Context


class LineBar(QFrame):
    """Asks, and answers once: Enter takes the line over, Esc leaves everything as it was."""

    answered = Signal(str)
    closed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = context.gettext
        self.setProperty("role", "card")
        self._label = QLabel()
        self._line = QLineEdit()
        self._label.setBuddy(self._line)
        self._apply = QPushButton(_("Apply"))
        self._remove = QPushButton(_("Remove"))
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(4)
        row.addWidget(self._label)
        row.addWidget(self._line, stretch=1)
        row.addWidget(self._apply)
        row.addWidget(self._remove)
        self._line.returnPressed.connect(self._answer)
        self._apply.clicked.connect(self._answer)
        self._remove.clicked.connect(self._answer_nothing)
        self.hide()

    def ask(self, label: str, line: str, hint: str = "") -> None:
        """Show the bar with what is there now."""
        self._label.setText(label)
        self._line.setAccessibleName(label)
        self._line.setPlaceholderText(hint)
        self._line.setText(line)
        self._line.selectAll()
        self._remove.setVisible(bool(line))
        self.show()
        self.raise_()
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self, widget: QWidget) -> None:
        """Have Tab come here from the text that the line is for."""
        for one, following in pairwise([widget, self._line, self._apply, self._remove]):
            QWidget.setTabOrder(one, following)

    def put_away(self) -> None:
        """Hide the bar; nothing is taken over."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def _answer(self) -> None:
        self.hide()
        self.answered.emit(self._line.text().strip())

    def _answer_nothing(self) -> None:
        self.hide()
        self.answered.emit("")
