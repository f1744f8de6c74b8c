"""Signing a note off, in place: by whom and on which day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from briefing.things import Note, NoteState
from ui.clock import today
from ui.context import Context
from ui.widgets.day_field import DayField


class SignBar(QFrame):
    """Asks for name and day; of a note that is signed off it says them, with the way back."""

    signed = Signal(str, object)  # by whom, on which date
    reopened = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = context.gettext
        self._context = context
        self.setProperty("tone", "advice")
        self._said = QLabel(wordWrap=True)
        self._name = QLineEdit()
        self._name.setAccessibleName(_("Signed off by"))
        self._name.setPlaceholderText(_("Signed off by"))
        self._day = DayField(context)
        self._day.line.setAccessibleName(_("Day of the sign-off"))
        self._day.setMaximumWidth(200)
        self._on = today()
        self._length = ""
        self._sign = QPushButton(_("Sign off"))
        self._sign.setDefault(True)
        self._cancel = QPushButton(_("Cancel"))
        self._reopen = QPushButton(_("Reopen"))
        said, asked = QHBoxLayout(), QHBoxLayout()
        said.addWidget(self._said, stretch=1)
        said.addWidget(self._reopen)
        for widget in (self._name, self._day, self._sign, self._cancel):
            asked.addWidget(widget)
        asked.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 4, 16, 4)
        column.setSpacing(4)
        for row in (said, asked):
            row.setSpacing(8)
            column.addLayout(row)
        self._name.returnPressed.connect(self._on_sign)
        self._name.textChanged.connect(self._settle)
        self._day.written.connect(self._on_day)
        self._sign.clicked.connect(self._on_sign)
        self._cancel.clicked.connect(self.hide)
        self._reopen.clicked.connect(self.reopened)
        self.hide()

    def tab_stops(self) -> list[QWidget]:
        """Where Tab goes, in order."""
        return [self._name, self._day, self._sign, self._cancel, self._reopen]

    def show_note(self, note: Note) -> None:
        """Say by whom a note is signed off; nothing for one that is not."""
        closed = note.state is NoteState.SIGNED_OFF
        self.setVisible(closed)
        if closed:
            self._show(asking=False)
            _, day = self._context.gettext, note.signed_on
            said = self._context.speech.day(day) if day else ""
            self._said.setText(
                _("Signed off by {name}, {date}. Its inserts keep what they showed.").format(
                    name=note.signed_by, date=said
                )
            )
            self._reopen.setEnabled(not self._context.session.read_only)

    def warn(self, length: str) -> None:
        """Say beside the question how the note is longer than it may be; "" if it is not."""
        self._length = length
        if self._sign.isVisible():
            self._said.setText(self._question())

    def ask(self) -> None:
        """Ask who signs, and when."""
        self._show(asking=True)
        self._said.setText(self._question())
        self._name.setText(self._context.session.author)
        self._on = today()
        self._day.show_day(self._on.isoformat())
        self.show()
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)
        self._name.selectAll()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._sign.isVisible():
            self.hide()
            return
        super().keyPressEvent(event)

    def _show(self, *, asking: bool) -> None:
        for widget in (self._name, self._day, self._sign, self._cancel):
            widget.setVisible(asking)
        self._reopen.setVisible(not asking)

    def _question(self) -> str:
        _ = self._context.gettext
        said = _("Nobody can write in it then, and its inserts stay as they are.")
        if not self._length:
            return said
        long = _("{length}: longer than its format allows.").format(length=self._length)
        return f"{long}\n{said}"

    def _settle(self) -> None:
        self._sign.setEnabled(bool(self._name.text().strip()))

    def _on_day(self, value: str) -> None:
        self._on = date.fromisoformat(value) if value else today()

    def _on_sign(self) -> None:
        name = self._name.text().strip()
        if name:
            self.hide()
            self.signed.emit(name, self._on)
