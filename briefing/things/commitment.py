"""What was promised, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from briefing.anchor import Anchor
from briefing.things.deadline import NO_DEADLINE, Deadline
from briefing.things.thing import Thing


class Kind(StrEnum):
    """What sort of promise it is."""

    UNDERTAKING = "undertaking"
    TASKING = "tasking"
    LAUNCHED = "launched"
    SOFT = "soft undertaking"
    REAFFIRMATION = "reaffirmation"


class Firmness(StrEnum):
    """How firmly it is worded; the word that the interchange form calls `strength`."""

    WILL = "will"
    AGREED = "agreed"
    COMMITTED = "committed"
    DIRECTED = "directed"
    LAUNCHED = "launched"
    ANNOUNCED = "announced"
    INTEND = "intend"
    ONGOING = "ongoing"
    REAFFIRMED = "reaffirmed"
    EXPRESSED = "expressed"

    @property
    def kind(self) -> Kind:
        """The kind of commitment that this wording makes. The one table between the two."""
        return _KIND_OF[self]


_KIND_OF = {
    Firmness.WILL: Kind.UNDERTAKING,
    Firmness.AGREED: Kind.UNDERTAKING,
    Firmness.COMMITTED: Kind.UNDERTAKING,
    Firmness.ONGOING: Kind.UNDERTAKING,
    Firmness.DIRECTED: Kind.TASKING,
    Firmness.LAUNCHED: Kind.LAUNCHED,
    Firmness.ANNOUNCED: Kind.LAUNCHED,
    Firmness.INTEND: Kind.SOFT,
    Firmness.EXPRESSED: Kind.SOFT,
    Firmness.REAFFIRMED: Kind.REAFFIRMATION,
}


class CandidateState(StrEnum):
    """What became of a candidate."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate(Thing):
    """A commitment that the program proposes; never one until a person accepts it."""

    source: str
    anchors: tuple[Anchor, ...]
    firmness: Firmness
    reasons: tuple[str, ...]
    """What was seen, as `name` or `name:words`: `trigger:agreed to`, `subject:The leaders`."""
    confidence: float
    promisors: tuple[str, ...] = ()
    """Uids of parties."""
    promisees: tuple[str, ...] = ()
    delegate: str | None = None
    """The office or body that is tasked to do it."""
    promisor_text: str = ""
    deadline: Deadline = NO_DEADLINE
    subjects: tuple[str, ...] = ()
    """Names of fields such as `climate` or `health`, from the lexicons."""
    group: str = ""
    """Candidates of one group say the same in another language or copy: one commitment."""
    state: CandidateState = CandidateState.PROPOSED
    commitment: str | None = None
    """What it became when accepted."""
    in_bulk: bool = False
    """Accepted with others at once, and not yet looked at."""

    @property
    def quote(self) -> str:
        """The words that are proposed."""
        return " … ".join(anchor.quote for anchor in self.anchors)


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment(Thing):
    """One discrete undertaking, anchored to the words of one or more sources."""

    action: str
    """What is promised, as a sentence or clause in the book's language."""
    promisors: tuple[str, ...] = ()
    promisees: tuple[str, ...] = ()
    delegate: str | None = None
    kind: Kind = Kind.UNDERTAKING
    firmness: Firmness = Firmness.WILL
    deadline: Deadline = NO_DEADLINE
    topics: tuple[str, ...] = ()
    """Uids; the first is the one that it is listed under."""
    anchors: tuple[Anchor, ...] = ()
    parent: str | None = None
    """A commitment that this one is a part of."""
    lead: str = ""
    """Who follows it up on the adviser's own side."""
    next_step: str = ""


class Status(StrEnum):
    """Where a commitment stands. That it is overdue is computed, never chosen."""

    UNKNOWN = "unknown"
    NOT_STARTED = "not started"
    UNDER_WAY = "under way"
    PARTLY_DONE = "partly done"
    DONE = "done"
    NOT_DONE = "not done"
    SUPERSEDED = "superseded"

    @property
    def settled(self) -> bool:
        """Whether nothing more is expected."""
        return self in {Status.DONE, Status.NOT_DONE, Status.SUPERSEDED}


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusEntry(Thing):
    """A dated line on a commitment and a party; a correction is a new entry."""

    commitment: str
    status: Status
    as_of: date
    party: str | None = None
    """None speaks of all promisors together."""
    evidence: str = ""
    anchor: Anchor | None = None
    """Where the evidence stands, if in a source of the book."""
    url: str = ""
    recorded: str = ""
    """ISO date and time when it was entered; decides between entries of one day."""
