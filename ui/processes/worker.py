"""The other side of a workshop: a process that waits for work. Knows no Qt."""

from __future__ import annotations

import pickle
import time
import traceback
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Event
from typing import Any

from briefing.edits import changed
from briefing.progress import Cancelled
from briefing.things import WholeBook
from ui.processes.messages import Answer, Ask, Failed, Finished, Know, Progressed, Stopped

_PAUSE = 0.05
"""Seconds between two reports of progress."""


def serve(conn: Connection, stop: Event) -> None:
    """Do what comes along the connection until it is closed."""
    whole = WholeBook()
    memory: dict[str, Any] = {}
    while True:
        try:
            message = conn.recv()
        except (EOFError, OSError):
            return  # the window has gone
        if isinstance(message, Know):
            whole = changed(whole, message.changes)
        else:
            _answer(conn, _done(message, whole, memory, _Reporter(conn, stop)))


class _Reporter:
    """A progress that tells the window now and then, and stops when it is asked to."""

    def __init__(self, conn: Connection, stop: Event) -> None:
        self._conn = conn
        self._stop = stop
        self._last = 0.0

    def __call__(self, done: int, total: int) -> None:
        if self._stop.is_set():
            raise Cancelled
        if time.monotonic() - self._last >= _PAUSE:
            self._last = time.monotonic()
            self._conn.send(Progressed(done, total))


def _done(ask: Ask, whole: WholeBook, memory: dict[str, Any], progress: _Reporter) -> Answer:
    first = (whole,) if ask.of_book else ()
    more = {"memory": memory} if ask.remembers else {}
    try:
        return Finished(ask.function(*first, *ask.arguments, **more, progress=progress))
    except Cancelled:
        return Stopped()
    except Exception as error:  # noqa: BLE001 - whatever it is, the window decides
        return Failed(error, traceback.format_exc())


def _answer(conn: Connection, answer: Answer) -> None:
    try:
        packed = pickle.dumps(answer, pickle.HIGHEST_PROTOCOL)
    except (pickle.PicklingError, TypeError, AttributeError) as error:
        trace = answer.trace if isinstance(answer, Failed) else traceback.format_exc()
        packed = pickle.dumps(Failed(RuntimeError(str(error)), trace), pickle.HIGHEST_PROTOCOL)
    conn.send_bytes(packed)
