"""How long work says how far it is, and how it is stopped."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from typing import TypeAlias, TypeVar

PIECE = 100
"""So many things are seen to in one step: some milliseconds."""
_FINE = 1_000
_T = TypeVar("_T")
Progress = Callable[[int, int], None]
"""Called between steps with (done, total). Raises `Cancelled` to stop the work."""

Steps: TypeAlias = Generator[tuple[int, int], None, _T]
"""Work that stops now and then, says (done, total), and comes to a value.

For what has to stay where it is, and lets others have a turn between two steps. Closed in the
midst, it leaves nothing behind.
"""


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


def finish(steps: Steps[_T]) -> _T:
    """Do what is left of some work at once; what it comes to."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            value: _T = end.value
            return value


def in_pieces(several: Sequence[_T]) -> Iterator[Sequence[_T]]:
    """What is seen to step by step, as much of it as goes into one."""
    return (several[at : at + PIECE] for at in range(0, len(several), PIECE))
