"""A file on its way into the book, as far as it has come."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from briefing.things import Source
from ui.sources.work import Seen, Taken


class Stage(StrEnum):
    """How far a file has come."""

    READING = "reading"
    LOOKING = "looking"
    READY = "ready"
    TAKING = "taking"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A file in the sheet."""

    key: str
    name: str
    path: Path | None = None
    """Where it lies; None for what was pasted."""
    stage: Stage = Stage.READING
    progress: int = 0
    """Per cent of the reading."""
    taken: Taken | None = None
    seen: Seen = field(default_factory=Seen)
    details: dict[str, Any] = field(default_factory=dict)
    """What the adviser has changed of what was recognised."""
    parties: tuple[str, ...] | None = None
    """Names that the adviser has given; None where those that were recognised stand."""
    wanted: bool = True
    held: bool = False
    """Whether this very file is in the book already, or above in the sheet."""
    error: Exception | None = None

    @property
    def source(self) -> Source | None:
        """The source as it would be taken in."""
        return None if self.taken is None else replace(self.taken.reading.source, **self.details)

    @property
    def speakers(self) -> tuple[str, ...]:
        """Who speaks in it, by name."""
        return self.seen.parties if self.parties is None else self.parties

    @property
    def busy(self) -> bool:
        """Whether it is being worked on."""
        return self.stage in {Stage.READING, Stage.LOOKING, Stage.TAKING}
