"""What is said under a line whose words cannot be read."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QLineEdit

from ui.speech import Speech
from ui.widgets.days import shown_day

DAY = "2027-03-14"
"""The day of the example."""


class Unread(QLabel):
    """Words of trouble, seen under the line and heard of it, as long as it cannot be read."""

    def __init__(self, line: QLineEdit, sorry: str) -> None:
        super().__init__(wordWrap=True)
        self._line = line
        self._sorry = sorry
        self.setProperty("role", "trouble")
        self.hide()

    @property
    def words(self) -> str:
        """What is said, if the line holds what cannot be read."""
        return "" if self.isHidden() else self.text()

    def mark(self, *, on: bool) -> None:
        """Say that the line cannot be read, or that it can."""
        self.setText(self._sorry if on else "")
        self.setVisible(on)
        self._line.setAccessibleDescription(self._sorry if on else "")


def no_day(speech: Speech) -> str:
    """What is said of words that are no day."""
    words = speech.gettext("⚠ This is not a day that can be read. Write it like {example}.")
    return words.format(example=shown_day(DAY, speech))
