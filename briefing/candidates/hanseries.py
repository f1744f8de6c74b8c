"""A promise in Chinese while its clauses are read."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing.candidates.actors import Actor
from briefing.things import Firmness


@dataclass
class Member:
    """One promise while its clauses are read."""

    start: int
    end: int
    verb: str
    means: bool = False
    """Whether "including" or "through" was said: what follows belongs to it."""


@dataclass
class Series:
    """A trigger with its members."""

    firmness: Firmness
    reasons: tuple[str, ...]
    subject: Actor | None
    subject_text: str
    before: tuple[int, int]
    delegate: str = ""
    doubts: float = 0.0
    waits: bool = False
    """Whether a comma stands right after the trigger."""
    members: list[Member] = field(default_factory=list)

    @property
    def last(self) -> Member:
        """The member that is being read."""
        return self.members[-1]
