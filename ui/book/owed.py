"""Text of notes that could not be stored: it is kept, shown on, and tried again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from briefing.errors import BriefingError
from briefing.prose import Prose
from ui.session import BookSession

_TRY_AGAIN = 5_000
"""Milliseconds until the disk is tried again; nobody waits for it."""


class Owed(QObject):
    """What was typed into the sections of notes and is nowhere but here."""

    def __init__(
        self, session: BookSession, store: Callable[[str, str, Prose], None], parent: QObject
    ) -> None:
        """`store` writes the text of a section, by the uid of its note and its name."""
        super().__init__(parent)
        self._session = session
        self._store = store
        self._texts: dict[tuple[str, str], Prose] = {}
        self._again = QTimer(self, singleShot=True, interval=_TRY_AGAIN)
        self._again.timeout.connect(self.try_again)

    def keep(self, note: str, section: str, body: Prose, error: BriefingError) -> None:
        """Keep a text that could not be stored, and try again by and by."""
        self._texts[note, section] = body
        self._session.unwritten.owe(self, error)
        self._again.start()

    def forget(self, note: str, section: str) -> None:
        """Keep a text no longer: a newer one comes."""
        self._texts.pop((note, section), None)
        if not self._texts:
            self._session.unwritten.owe(self, None)

    def of(self, note: str) -> dict[str, Prose]:
        """What is owed to a note, by the names of its sections."""
        return {section: body for (uid, section), body in self._texts.items() if uid == note}

    def write(self) -> None:
        """Store everything; the error that is met again, and then the rest is kept."""
        for (note, section), body in tuple(self._texts.items()):
            self._store(note, section, body)
            self.forget(note, section)

    def try_again(self) -> None:
        """Store what can be by now, without a word about what cannot."""
        try:
            self.write()
        except BriefingError:
            self._again.start()
