"""Which fields name another thing; the one part of the mapping that type hints do not say."""

from __future__ import annotations

from typing import Any

from briefing.anchor import Anchor
from briefing.things import (
    Annotation,
    Book,
    Candidate,
    Commitment,
    Edition,
    Exclusion,
    Insert,
    Meeting,
    Note,
    Outcome,
    Pair,
    Passage,
    Repair,
    Section,
    Source,
    StatusEntry,
    Tab,
    Topic,
)

KEY_OF = {"original": "hash"}
"""Original bytes are named by their hash, everything else by its uid."""

_REFERENCES: dict[type[Any], dict[str, str]] = {
    Anchor: {"source": "source", "passage": "passage"},
    Book: {"own_party": "party"},
    Meeting: {"parties": "party"},
    Topic: {"parent": "topic"},
    Source: {"original": "original", "parties": "party", "copy_of": "source"},
    Passage: {"source": "source", "section": "passage"},
    Exclusion: {"passage": "passage"},
    Repair: {"passage": "passage"},
    Pair: {"left": "passage", "right": "passage"},
    Commitment: {
        "promisors": "party",
        "promisees": "party",
        "delegate": "party",
        "topics": "topic",
        "parent": "commitment",
    },
    Candidate: {
        "source": "source",
        "promisors": "party",
        "promisees": "party",
        "delegate": "party",
        "commitment": "commitment",
    },
    StatusEntry: {"commitment": "commitment", "party": "party"},
    Note: {"topic": "topic"},
    Section: {"note": "note"},
    Insert: {"note": "note", "commitment": "commitment", "topic": "topic"},
    Tab: {"note": "note"},
    Annotation: {"commitment": "commitment", "note": "note", "topic": "topic"},
    Outcome: {
        "note": "note",
        "commitment": "commitment",
        "status_entry": "status_entry",
        "new_commitment": "commitment",
    },
    Edition: {"original": "original"},
}


def references_of(kind: type[Any]) -> dict[str, str]:
    """The table that each referring field of a type names a row of."""
    return _REFERENCES.get(kind, {})
