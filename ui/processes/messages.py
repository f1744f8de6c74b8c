"""What a window and its worker process say to each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from briefing.edits import Change


@dataclass(frozen=True, slots=True)
class Know:
    """To the worker: changes of the book, the first of which are all of it."""

    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """To the worker: call a function of a module, with the whole book first if it is wanted."""

    function: Callable[..., Any]
    arguments: tuple[Any, ...]
    of_book: bool
    remembers: bool = False
    """Whether the function is handed a `memory`: a dict that lasts as long as the process."""


@dataclass(frozen=True, slots=True)
class Progressed:
    """From the worker: how far the work is."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Finished:
    """From the worker: what came of it."""

    result: Any


@dataclass(frozen=True, slots=True)
class Failed:
    """From the worker: why nothing came of it."""

    error: Exception
    trace: str


@dataclass(frozen=True, slots=True)
class Stopped:
    """From the worker: it was asked to stop, and has."""


Answer: TypeAlias = Progressed | Finished | Failed | Stopped
