"""Where one was in the book when it was left, perhaps days ago."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import Any

from ui.context import Context


@dataclass(frozen=True, slots=True, kw_only=True)
class LastPlace:
    """A tab, in its note the very letter and how far it was scrolled, and the page beside it."""

    tab: str = ""
    section: str = ""
    block: int = 0
    offset: int = 0
    scroll: int = 0
    printed: str = ""
    """The tab whose printed page was looked at."""
    page: int = 0
    """Its number in that tab, from 0."""

    @classmethod
    def recalled(cls, context: Context) -> LastPlace:
        """The place that was remembered for this book, or nowhere."""
        kept = context.settings.recall(context.state("book"), {})
        found: dict[str, Any] = {}
        for one in fields(cls):
            value = kept.get(one.name) if isinstance(kept, dict) else None
            if type(value) is type(one.default):
                found[one.name] = value
        return cls(**found)

    def remember(self, context: Context) -> None:
        """Keep the place for the next time."""
        context.settings.remember(context.state("book"), asdict(self))
