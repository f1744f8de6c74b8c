"""A change of the book that is made a little at a time, while the window goes on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from briefing.edits import Edit
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
        self.ended = False

    def start(self) -> None:
        """Begin, when what is under way is done."""
        self._begin(self)

    def cancel(self) -> None:
        """Leave it; the book is as it was before."""
        if not self.ended:
            self._steps.close()
            self.ended = True
            self.cancelled.emit()

    def go_on(self) -> None:
        """Take the next step."""
        try:
            done, total = next(self._steps)
        except StopIteration as end:
            self.ended = True
            self.finished.emit(end.value)
        except Exception as error:  # noqa: BLE001 - whatever it is, who began it decides
            self.ended = True
            self.failed.emit(error)
        else:
            self.progressed.emit(done, total)
