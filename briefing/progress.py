"""How long work says how far it is, and how it is stopped."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Called between steps with (done, total). Raises `Cancelled` to stop the work."""


class Cancelled(Exception):
    """The adviser asked the work to stop. Not an error: nothing is said about it."""


def unwatched(_done: int, _total: int) -> None:
    """A progress that nobody looks at."""
