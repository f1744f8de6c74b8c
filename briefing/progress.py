"""How long work says how far it is, and how it is stopped."""

from __future__ import annotations

from collections.abc import Callable

_FINE = 1_000
Progress = Callable[[int, int], None]
"""Called between steps with (done, total). Raises `Cancelled` to stop the work."""


class Cancelled(Exception):
    """The adviser asked the work to stop. Not an error: nothing is said about it."""


def unwatched(_done: int, _total: int) -> None:
    """A progress that nobody looks at."""


def share(progress: Progress, place: int, of: int) -> Progress:
    """A progress that reports a piece of some work as part of the whole, from 0."""

    def report(done: int, total: int) -> None:
        piece = _FINE * done // max(total, 1)
        progress(_FINE * place + piece, _FINE * of)

    return report
