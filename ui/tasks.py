"""Work off the GUI thread: a task is given values and ends with a value.

Threads are for what waits (a disk, a dictionary). What computes goes to a process of its own, see
`ui/processes`, because Python's lock would make typing stutter.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import Any, TypeAlias

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from briefing.progress import Cancelled, Progress

Work: TypeAlias = Callable[[Progress], Any]


class Task(QObject):
    """A piece of work, as the GUI thread sees it.

    Ends with exactly one of `finished`, `failed` or `cancelled`. Connect to them before the task is
    started: a signal that is sent before anyone listens is lost.
    """

    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._stop = Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._stop.set()

    def work(self) -> None:
        """Do the work; called on a thread of the pool."""
        try:
            result = self._work(self._report)
        except Cancelled:
            self.cancelled.emit()
        except Exception as error:  # noqa: BLE001 - whatever it is, the GUI thread decides
            self.failed.emit(error)
        else:
            self.finished.emit(result)

    def let_go(self) -> None:
        """Forget what the work held; the task itself stays with its runner."""
        self._work = _nothing

    def _report(self, done: int, total: int) -> None:
        if self._stop.is_set():
            raise Cancelled
        self.progressed.emit(done, total)


def _nothing(_progress: Progress) -> None:
    """The work of a task that has ended."""


class TaskRunner(QObject):
    """Starts tasks, and outlives every one of them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._tasks: set[Task] = set()

    def start(self, task: Task) -> None:
        """Begin a task, and keep it alive until it ends."""
        task.setParent(self)
        self._tasks.add(task)
        for ending in (task.finished, task.failed, task.cancelled):
            ending.connect(self._forget)
        self._pool.start(task.work)

    def close(self) -> None:
        """Cancel everything, and wait until the threads are quiet."""
        for task in self._tasks:
            task.cancel()
        self._pool.waitForDone()

    @Slot()
    def _forget(self) -> None:
        task = self.sender()
        if isinstance(task, Task):
            # Not deleted: its thread may still hold it, and a QObject must not die over there.
            self._tasks.discard(task)
            task.let_go()
