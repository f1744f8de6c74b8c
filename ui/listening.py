"""The news of a deed is heard a little at a time, while the window goes on."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Iterator


class Listeners:
    """Those who hear of a change of the book; who has much to read anew takes turns with others."""

    def __init__(self) -> None:
        self._behind: deque[Iterator[None]] = deque()
        self._hearing = False

    @property
    def hearing(self) -> bool:
        """Whether somebody is just hearing of it, or reading anew."""
        return self._hearing

    def tell(self, say: Callable[[], object]) -> Iterator[None]:
        """Say it, and have those who fell behind catch up, step by step."""
        self._hear(say)
        while self._behind:
            yield
            self._hear(self._catch_up)

    def in_turns(self, steps: Iterator[None]) -> None:
        """Take the steps while `tell` does, where somebody is hearing; else all of them at once."""
        if self._hearing:
            self._behind.append(steps)
        else:
            for _ in steps:
                pass

    def _hear(self, hear: Callable[[], object]) -> None:
        self._hearing = True
        try:
            hear()
        finally:
            self._hearing = False

    def _catch_up(self) -> None:
        """Have the first of those that are behind take a step; what fails there stops no other."""
        try:
            next(self._behind[0])
        except StopIteration:
            self._behind.popleft()
        except Exception:  # noqa: BLE001 - as Qt does with what a slot raises
            self._behind.popleft()
            sys.excepthook(*sys.exc_info())
