"""How pages are to look that are made in the book's process. Knows no Qt."""

from __future__ import annotations

from dataclasses import dataclass, field

from exports.tree import Form


@dataclass(frozen=True, slots=True)
class Wish:
    """How the book is to look."""

    form: Form = field(default_factory=Form)
    lang: str = "en"
    made: str = ""
    """ISO date by which "today" is meant."""
