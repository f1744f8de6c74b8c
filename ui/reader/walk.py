"""Walking through candidates: which of them are looked at, which comes next."""

from __future__ import annotations

from collections.abc import Sequence
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


def passes(candidate: Candidate, chosen: Filter) -> bool:
    """Whether a candidate is one of those that are walked through."""
    match chosen:
        case Filter.ALL:
            return True
        case Filter.UNSEEN:
            return candidate.state is CandidateState.ACCEPTED and candidate.in_bulk
        case _:
            return candidate.state is CandidateState(chosen)


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


def counts(order: Sequence[Candidate]) -> dict[Filter, int]:
    """How many candidates pass each filter."""
    return {chosen: sum(passes(c, chosen) for c in order) for chosen in Filter}
