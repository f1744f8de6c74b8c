"""Who can be the subject of a promise."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


class ActorKind(StrEnum):
    """How an actor is named."""

    PRONOUN = "pronoun"
    SPEAKERS = "speakers"
    """The leaders, both sides."""
    PARTY = "party"
    TITLE = "title"
    BODY = "body"
    OUTCOME = "outcome"
    """A thing that the parties do, such as a meeting."""
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Actor:
    """Words that may be a subject, from word `first` to before word `last`."""

    first: int
    last: int
    kind: ActorKind
    codes: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    head: str = ""


def joined(one: Actor, two: Actor) -> Actor:
    """Two actors that act together."""
    kind = one.kind if one.kind is two.kind else ActorKind.MIXED
    return replace(
        one,
        last=two.last,
        kind=kind,
        codes=tuple(dict.fromkeys((*one.codes, *two.codes))),
        titles=(*one.titles, *two.titles),
        people=(*one.people, *two.people),
        head=two.head or one.head,
    )
