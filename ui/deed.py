"""A change of the book that is made a little at a time, while the window goes on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from briefing.edits import Edit
from briefing.errors import BriefingError
from briefing.progress import Steps


class Deed(QObject):
    """One edit, from the reading of what it changes to the last of its rows.

    Ends with exactly one of `finished`, `failed` or `cancelled`, and is one step to undo, or none.
    Connect first, start second: a small one is done when `start` returns.
    """

    progressed = Signal(int, int)
    finished = Signal(object)  # the Edit that was made, or None
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, steps: Steps[Edit | None], begin: Callable[[Deed], None]) -> None:
        super().__init__()
        self._steps = steps
        self._begin = begin
        self._made: Edit | None = None
        self.made = False
        """Whether it stands; it ends when it is told, which is a step of its own."""
        self.ended = False

    def start(self) -> None:
        """Begin, when what is under way is done and what was typed is in the book."""
        try:
            self._begin(self)
        except BriefingError as error:
            self.ended = True
            self.failed.emit(error)

    def cancel(self) -> None:
        """Leave it, and the book is as it was before; what stands already stays."""
        if not self.made and not self.ended:
            self._steps.close()
            self.ended = True
            self.cancelled.emit()

    def go_on(self) -> None:
        """Take the next step."""
        if self.made:
            self.ended = True
            self.finished.emit(self._made)
            return
        try:
            done, total = next(self._steps)
        except StopIteration as end:
            self._made, self.made = end.value, True
        except Exception as error:  # noqa: BLE001 - whatever it is, who began it decides
            self.ended = True
            self.failed.emit(error)
        else:
            self.progressed.emit(done, total)
