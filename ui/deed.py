"""A change of the book that is made a little at a time, while the window goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal

from briefing.edits import Edit
from briefing.errors import BriefingError
from briefing.progress import Steps

Tell: TypeAlias = Callable[[Edit | None], Iterator[None]]
"""Says, a little at a time, what was made, or (None) that it was left."""
_TOLD = object()


class Deed(QObject):
    """One edit, from the reading of what it changes to the last of those who hear of it.

    Ends with exactly one of `finished`, `failed` or `cancelled`, and is one step to undo, or none.
    Connect first, start second: a small one is done when `start` returns.
    """

    progressed = Signal(int, int)
    finished = Signal(object)  # the Edit that was made, or None
    failed = Signal(object)
    cancelled = Signal()

    def __init__(
        self, steps: Steps[Edit | None], begin: Callable[[Deed], None], tell: Tell
    ) -> None:
        super().__init__()
        self._steps = steps
        self._begin = begin
        self._tell = tell
        self._news: Iterator[None] | None = None
        self._say_end: Callable[[], None]
        self.ended = False

    @property
    def decided(self) -> bool:
        """Whether it stands, or is left; it ends when that is told, in steps of their own."""
        return self._news is not None

    def start(self) -> None:
        """Begin, when what is under way is done and what was typed is in the book."""
        try:
            self._begin(self)
        except BriefingError as error:
            self.ended = True
            self.failed.emit(error)

    def cancel(self) -> None:
        """Leave it, and the book is as it was before; what stands already stays."""
        if not self.decided and not self.ended:
            self._steps.close()
            self._decide(None, self.cancelled.emit)

    def go_on(self) -> None:
        """Take the next step."""
        if self._news is not None:
            if next(self._news, _TOLD) is _TOLD:
                self.ended = True
                self._say_end()
            return
        try:
            done, total = next(self._steps)
        except StopIteration as end:
            self._decide(end.value, partial(self.finished.emit, end.value))
        except Exception as error:  # noqa: BLE001 - whatever it is, who began it decides
            self._decide(None, partial(self.failed.emit, error))
        else:
            self.progressed.emit(done, total)

    def _decide(self, made: Edit | None, say_end: Callable[[], None]) -> None:
        self._news, self._say_end = self._tell(made), say_end
