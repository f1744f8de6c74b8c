"""What all things of a book have in common."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A frozen value that a book holds; two values with one uid are two states of one thing.

    Things name each other by uid, so that an edit is a value that needs no book to be made.
    """

    uid: str
