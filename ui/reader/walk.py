"""Walking through candidates: which of them are looked at, which comes next."""

from __future__ import annotations

from collections import Counter
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


def passes(candidate: Candidate, chosen: Filter) -> bool:
    """Whether a candidate is one of those that are walked through."""
    match chosen:
        case Filter.ALL:
            return True
        case Filter.UNSEEN:
            return candidate.state is CandidateState.ACCEPTED and candidate.in_bulk
        case _:
            return candidate.state.value == chosen.value


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
    """Count in one walk: it is done after every key."""
    found = Counter((c.state, c.state is CandidateState.ACCEPTED and c.in_bulk) for c in order)
    of_state = {state: found[state, False] + found[state, True] for state in CandidateState}
    unread = found[CandidateState.ACCEPTED, True]
    counts = {
        Filter.PROPOSED: of_state[CandidateState.PROPOSED],
        Filter.ACCEPTED: of_state[CandidateState.ACCEPTED],
        Filter.REJECTED: of_state[CandidateState.REJECTED],
        Filter.UNSEEN: unread,
        Filter.ALL: len(order),
    }
    proposed = (c for c in order if c.state is CandidateState.PROPOSED)
    return Tally(counts, tuple(c.uid for c in proposed if c.confidence >= sure))
