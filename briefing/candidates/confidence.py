"""How sure a candidate is: by its wording first, then by what was seen around it."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.things import Firmness

BY_WORDING = {
    Firmness.DIRECTED: 1.00,
    Firmness.AGREED: 0.97,
    Firmness.REAFFIRMED: 0.89,
    Firmness.COMMITTED: 0.88,
    Firmness.LAUNCHED: 0.86,
    Firmness.ANNOUNCED: 0.86,
    Firmness.WILL: 0.84,
    Firmness.INTEND: 0.72,
    Firmness.EXPRESSED: 0.70,
    Firmness.ONGOING: 0.60,
}
"""The share of proposals that were right, by wording, on real releases."""

_LEAST, _MOST = 0.05, 0.99


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a candidate's words and parties say about how sure it is."""

    dated: bool = False
    hedged: str = ""
    cut: bool = False
    unknown: bool = False
    """Whether the promisor could not be told."""


def confidence(firmness: Firmness, doubts: float, evidence: Evidence) -> float:
    """A number by which candidates are ranked; it is no probability."""
    value = BY_WORDING[firmness] - doubts
    value += 0.03 * evidence.dated - 0.08 * bool(evidence.hedged)
    value -= 0.05 * evidence.cut + 0.1 * evidence.unknown
    return round(min(max(value, _LEAST), _MOST), 2)
