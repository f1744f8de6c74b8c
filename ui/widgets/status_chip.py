"""A status as symbol and word; never a colour alone."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from briefing.things import Status
from ui.speech import Speech


def status_words(status: Status, speech: Speech, *, overdue: bool = False) -> str:
    """A status for a table or a label, with what the calendar adds to it."""
    words = speech.wording.status(status)
    if overdue:
        return speech.gettext("{status}, overdue").format(status=words)
    return words


class StatusChip(QLabel):
    """A small label that says where something stands."""

    def __init__(self, speech: Speech, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._speech = speech
        self.setProperty("role", "chip")

    def show_status(self, status: Status, *, overdue: bool = False) -> None:
        """Say a status."""
        self.setText(status_words(status, self._speech, overdue=overdue))
        self.setProperty("overdue", overdue)
        self.style().polish(self)
