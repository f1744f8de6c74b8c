"""A process of its own that computes for one window, and may know the whole book.

It is started when it is first needed. What it knows of the book is sent in small pieces between
two key presses, then kept in step edit by edit: an edit is a value, so it can travel.
"""

from __future__ import annotations

import logging
import multiprocessing
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection
from queue import SimpleQueue
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from briefing.edits import Add, Change, Edit
from briefing.progress import PIECE, in_pieces
from briefing.things import KINDS
from ui.processes.messages import Ask, Failed, Finished, Know, Progressed, Stopped
from ui.processes.worker import serve
from ui.session import BookSession

log = logging.getLogger(__name__)
_PIECE = 250
"""Things that are read from the book in one go: some milliseconds."""
_AHEAD = 4
"""Pieces of the book that may wait to be taken in: all of a large one would be 50 MB."""
_REST = 5
"""Milliseconds after which is looked whether one was taken in."""


class WorkerLost(Exception):
    """The process ended in the middle of a job; the next job gets another one."""


class Job(QObject):
    """One call of a function in the workshop's process.

    Ends with exactly one of `finished`, `failed` or `cancelled`. Connect first, start second. It
    has no parent: the workshop holds it while it lasts, and then whoever still wants it.
    """

    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, shop: Workshop, ask: Ask) -> None:
        super().__init__()
        self.ask = ask
        self._shop = shop

    def start(self) -> None:
        """Begin when those before it are done."""
        self._shop.begin(self)

    def cancel(self) -> None:
        """Leave it: at once if it has not begun, else at its next step."""
        self._shop.stop(self)


class Workshop(QObject):
    """Runs jobs one after the other in a process of its own."""

    heard = Signal(object, object)  # (the connection, what came along it); from the thread

    def __init__(self, session: BookSession | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._context = multiprocessing.get_context("spawn")
        self._stop = self._context.Event()
        self._conn: Connection | None = None
        self._process: Any = None
        self._threads: list[threading.Thread] = []
        self._outbox: SimpleQueue[Any] = SimpleQueue()
        self._jobs: deque[Job] = deque()
        self._running: Job | None = None
        self._closed = False
        self._pieces: Iterator[Sequence[Change]] | None = None
        self._news: list[Change] = []
        self._feeding = QTimer(self)
        self._feeding.timeout.connect(self._feed)
        self.heard.connect(self._on_heard)
        if session is not None:
            session.edited.connect(self._on_edited)
            session.rested.connect(self._next)

    def job(self, function: Callable[..., Any], *arguments: Any) -> Job:
        """A call of `function(*arguments, progress=...)`, which lives in a module."""
        return Job(self, Ask(function, arguments, of_book=False))

    def book_job(
        self, function: Callable[..., Any], *arguments: Any, remembers: bool = False
    ) -> Job:
        """A call of `function(whole, *arguments, progress=...)`, with the book as it is then.

        One that remembers is called with `memory=...` too, a dict that stays in the process.
        LookupError if this workshop knows no book.
        """
        if self._session is None:
            raise LookupError(function)
        return Job(self, Ask(function, arguments, of_book=True, remembers=remembers))

    def warm_up(self) -> None:
        """Start the process and tell it the book, so that the first job need not wait."""
        if self._conn is None and not self._closed:
            self._start()

    def close(self) -> None:
        """End the process for good; jobs that have not ended are cancelled."""
        self._closed = True
        jobs = [*([self._running] if self._running else []), *self._jobs]
        self._jobs.clear()
        self._running = None
        self._end_process()
        for job in jobs:
            job.cancelled.emit()

    # Jobs

    def begin(self, job: Job) -> None:
        """Take a job in; the next one begins when the process is free."""
        if self._closed:
            job.cancelled.emit()
            return
        self._jobs.append(job)
        self.warm_up()
        self._next()

    def stop(self, job: Job) -> None:
        """Leave a job."""
        if job is self._running:
            self._stop.set()
        elif job in self._jobs:
            self._jobs.remove(job)
            job.cancelled.emit()
            job.deleteLater()

    def _next(self) -> None:
        waits_for_book = bool(self._jobs) and self._jobs[0].ask.of_book and self._book_is_moving
        if self._running is None and self._jobs and not waits_for_book:
            self._running = self._jobs.popleft()
            self._stop.clear()
            if self._running.ask.of_book and self._session is not None:
                self._session.try_flush()
            self._outbox.put(self._running.ask)

    @property
    def _book_is_moving(self) -> bool:
        """Whether the process does not know the whole book, or a deed has made half of an edit."""
        return self._pieces is not None or (self._session is not None and self._session.busy)

    def _on_heard(self, conn: Connection, message: object) -> None:
        if conn is not self._conn:
            return  # the last words of a process that was ended
        job = self._running
        if isinstance(message, Progressed):
            if job is not None:
                job.progressed.emit(message.done, message.total)
            return
        self._running = None
        if message is None:
            self._end_process()
        if job is not None:
            self._end(job, message)
        if self._jobs:
            self.warm_up()
            self._next()

    @staticmethod
    def _end(job: Job, message: object) -> None:
        match message:
            case Finished(result):
                job.finished.emit(result)
            case Stopped():
                job.cancelled.emit()
            case Failed(error, trace):
                log.debug("a job failed: %s", trace)
                error.add_note(trace)
                job.failed.emit(error)
            case _:
                job.failed.emit(WorkerLost())

    # The process

    def _start(self) -> None:
        ours, theirs = self._context.Pipe()
        self._process = self._context.Process(target=serve, args=(theirs, self._stop), daemon=True)
        self._process.start()
        theirs.close()
        self._conn = ours
        self._outbox = SimpleQueue()
        self._threads = [
            threading.Thread(target=_send_all, args=(ours, self._outbox), daemon=True),
            threading.Thread(target=self._listen, args=(ours,), daemon=True),
        ]
        for thread in self._threads:
            thread.start()
        if self._session is not None:
            self._news = []
            self._pieces = _pieces(self._session)
            self._feeding.start(0)

    def _end_process(self) -> None:
        conn, process, self._conn, self._process = self._conn, self._process, None, None
        self._pieces, self._news = None, []
        self._feeding.stop()
        self._outbox.put(None)
        if conn is not None:
            process.terminate()
            process.join()
            # The threads use this object and the connection, so both must outlive them.
            for thread in self._threads:
                thread.join()
            conn.close()

    def _listen(self, conn: Connection) -> None:
        while True:
            try:
                message = conn.recv()
            except (EOFError, OSError):
                message = None
            self.heard.emit(conn, message)
            if message is None:
                return

    # The book

    def _feed(self) -> None:
        if self._session is not None and self._session.busy:
            return  # what is half made may never be
        if self._outbox.qsize() >= _AHEAD:
            self._feeding.start(_REST)
            return
        self._feeding.start(0)
        piece = next(self._pieces, None) if self._pieces is not None else None
        if piece is not None:
            self._outbox.put(Know(tuple(piece)))
            return
        if self._news:
            self._pieces, self._news = in_pieces(self._news), []
            return
        self._feeding.stop()
        self._pieces = None
        self._next()

    def _on_edited(self, edit: Edit) -> None:
        if self._conn is None:
            return
        if self._pieces is None and len(edit.changes) <= PIECE:
            self._outbox.put(Know(edit.changes))
            return
        # Pickling holds up every thread, so that of thousands of changes is done in turns too.
        self._news.extend(edit.changes)
        if self._pieces is None:
            self._pieces = iter(())
            self._feeding.start(0)


def _pieces(session: BookSession) -> Iterator[tuple[Change, ...]]:
    for kind in KINDS:
        for things in session.store.pieces(kind, _PIECE):
            yield tuple(Add(thing) for thing in things)


def _send_all(conn: Connection, outbox: SimpleQueue[Any]) -> None:
    while (message := outbox.get()) is not None:
        try:
            conn.send(message)
        except (OSError, ValueError):
            return  # the process has gone, which the listener tells
