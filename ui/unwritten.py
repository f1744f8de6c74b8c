"""What was typed into a window and is not in its book yet."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal

from briefing.errors import BriefingError

Flush: TypeAlias = Callable[[], None]


class Unwritten(QObject):
    """Has it written down by whoever holds it, and knows who could not.

    Whoever lets the adviser type says how that is written down, and says too when the disk does
    not take it.
    """

    owing_changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._flushers: list[Flush] = []
        self._flushing = False
        self._owing: dict[int, BriefingError] = {}

    def on_flush(self, flush: Flush) -> None:
        """Have a function called that writes down what was typed and is not in the book yet."""
        self._flushers.append(flush)

    def off_flush(self, flush: Flush) -> None:
        """Call the function no more."""
        self._flushers.remove(flush)

    def write_down(self) -> None:
        """Have everything written down; BriefingError where the disk does not take all of it."""
        if self._flushing:
            return  # a flusher's own edit
        self._flushing = True
        try:
            errors = [error for flush in tuple(self._flushers) if (error := _error_of(flush))]
        finally:
            self._flushing = False
        if errors:
            raise errors[0]

    def close(self) -> None:
        """Call nobody any more."""
        self._flushers.clear()

    @property
    def owing(self) -> bool:
        """Whether something that was typed is nowhere but in the window."""
        return bool(self._owing)

    def owe(self, who: object, error: BriefingError | None) -> None:
        """Say that what somebody has of the adviser's could not be written, or (None) now is."""
        before = self.owing
        self._owing.pop(id(who), None)
        if error is not None:
            self._owing[id(who)] = error
        if self.owing is not before:
            self.owing_changed.emit()


def _error_of(flush: Flush) -> BriefingError | None:
    try:
        flush()
    except BriefingError as error:
        return error
    return None
