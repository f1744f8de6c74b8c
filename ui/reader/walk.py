"""Walking through candidates: which of them are looked at, which comes next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from briefing.things import Candidate, CandidateState


class Filter(StrEnum):
    """Which candidates are walked through."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    UNSEEN = "unseen"
    """Accepted with others at once, and not looked at since."""
    ALL = "all"


_STATES = {
    Filter.PROPOSED: CandidateState.PROPOSED,
    Filter.ACCEPTED: CandidateState.ACCEPTED,
    Filter.REJECTED: CandidateState.REJECTED,
    Filter.UNSEEN: CandidateState.ACCEPTED,
}


def passing(order: Sequence[Candidate], chosen: Filter) -> Sequence[Candidate]:
    """Those that are walked through, in the same order. A key waits for it: it is one loop."""
    if chosen is Filter.ALL:
        return order
    state = _STATES[chosen]
    found = [candidate for candidate in order if candidate.state is state]
    return [one for one in found if one.in_bulk] if chosen is Filter.UNSEEN else found


def passes(candidate: Candidate, chosen: Filter) -> bool:
    """Whether a candidate is one of those that are walked through."""
    return bool(passing((candidate,), chosen))


def step(order: Sequence[Candidate], current: str, chosen: Filter, by: int) -> Candidate | None:
    """The next candidate (`by` is 1) or the one before (-1); None where there is none."""
    here = place_of(order, current)
    if here is None:
        ahead = list(order) if by > 0 else []
    else:
        ahead = list(order[here + 1 :] if by > 0 else reversed(order[:here]))
    return next((candidate for candidate in ahead if passes(candidate, chosen)), None)


def place_of(order: Sequence[Candidate], uid: str) -> int | None:
    """The place of a candidate among all, from 0."""
    return next((place for place, c in enumerate(order) if c.uid == uid), None)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many candidates pass each filter, and which of them the program is sure of."""

    counts: Mapping[Filter, int]
    sure: tuple[str, ...]
    """Uids of those that are still proposed."""


def tally(order: Sequence[Candidate], sure: float) -> Tally:
    """Count them."""
    found = {chosen: passing(order, chosen) for chosen in Filter}
    counts = {chosen: len(some) for chosen, some in found.items()}
    return Tally(counts, tuple(c.uid for c in found[Filter.PROPOSED] if c.confidence >= sure))
