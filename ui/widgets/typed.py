"""The pause between typing and writing down."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from briefing.errors import BriefingError
from ui.session import BookSession

_PAUSE = 800
"""Milliseconds after the last key."""
_LATEST = 1_000
"""Milliseconds after the first key that is not written down yet, while keys keep coming."""
_TRY_AGAIN = 5_000
"""Milliseconds until the disk is tried again that would not take it."""


class Typed(QObject):
    """Something typed that is not in the book yet, and reaches it a moment later.

    A flush of the session, the end of a spell of typing and the leaving of the field write it down.
    """

    def __init__(self, session: BookSession, write: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._write = write
        self.pending = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._rested)
        self._latest = QTimer(self, singleShot=True, interval=_LATEST)
        self._latest.timeout.connect(self._rested)
        self._again = QTimer(self, singleShot=True, interval=_TRY_AGAIN)
        self._again.timeout.connect(self._rested)
        session.unwritten.on_flush(self._flush_or_fail)

    def touch(self) -> None:
        """Something was typed."""
        self.pending = True
        self._pause.start()
        if not self._latest.isActive():
            self._latest.start()

    def flush(self) -> None:
        """Write down what was typed, if anything was; what the disk does not take waits."""
        self._error_met()

    def _flush_or_fail(self) -> None:
        error = self._error_met()
        if error is not None:
            raise error

    def _error_met(self) -> BriefingError | None:
        if not self.pending:
            return None
        # What is written down starts from the thing as the book has it.
        self._session.settle()
        self.pending = False
        self._pause.stop()
        self._latest.stop()
        error = self._session.refusal(self._write)
        self._session.unwritten.owe(self, error)
        if error is not None:
            self.pending = True
            self._again.start()
        return error

    def _rested(self) -> None:
        if self._session.busy:
            self._pause.start()
        else:
            self.flush()

    def close(self) -> None:
        """Write down what was typed; for a field that goes before its window does."""
        self.flush()
        self._session.unwritten.owe(self, None)
        self._session.unwritten.off_flush(self._flush_or_fail)
