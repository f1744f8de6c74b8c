"""What the readers hand on: proposed stretches of a passage with what was seen in them."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.candidates.actors import Actor
from briefing.candidates.verbs import Shape
from briefing.things import Firmness


@dataclass(frozen=True, slots=True)
class Promise:
    """A stretch of a passage that seems to promise something."""

    start: int
    end: int
    firmness: Firmness
    subject: Actor | None
    subject_text: str
    reasons: tuple[str, ...]
    delegate: str = ""
    before: tuple[int, int] = (0, 0)
    """The words of the sentence before the clause, where a deadline may stand."""
    doubts: float = 0.0
    """What is taken off the confidence."""


@dataclass(frozen=True, slots=True)
class Complement:
    """Where what is promised begins, and the form of its verb, if it is one."""

    first: int
    shape: Shape | None = None
    reasons: tuple[str, ...] = ()
    delegate: str = ""
    mark: str = ""
    """The word before the verb: "to", "de", "à"; nothing after "will"."""
    doubts: float = 0.0
