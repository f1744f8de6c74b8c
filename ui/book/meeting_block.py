"""The meeting as a note shows it: read-only here, edited in the overview."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from briefing.things import Book, Meeting, Party, WholeBook
from exports.compose.meeting import meeting_lines
from ui.book.excerpt import desk_of
from ui.clock import today
from ui.context import Context
from ui.words import wording


class MeetingBlock(QFrame):
    """Labels and values, and the way to where they are entered."""

    asked = Signal()  # to change what is shown

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setProperty("role", "card")
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(2)
        self.button = QPushButton(context.gettext("Edit the meeting in the overview"))
        self.button.clicked.connect(self.asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.addLayout(self._form)
        column.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignLeft)

    def read(self) -> None:
        """Show the meeting as the book holds it."""
        store = self._context.session.store
        book = self._context.session.book
        whole = WholeBook.of([book, *store.all(Meeting), *store.all(Party)])
        desk = desk_of(whole, wording(book.lang), today(), {})
        while self._form.rowCount():
            self._form.removeRow(0)
        lines = meeting_lines(desk)
        for label, value in lines:
            shown = QLabel(value, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
            name = QLabel(label)
            name.setProperty("role", "quiet")
            self._form.addRow(name, shown)
        if not lines:
            said = self._context.gettext("Nothing is entered about the meeting yet.")
            self._form.addRow(QLabel(said, wordWrap=True))


FOLLOWED = (Book, Meeting, Party)
