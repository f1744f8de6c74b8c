"""Who promises and who is promised to, and what it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from briefing.things.thing import Thing


class PartyKind(StrEnum):
    """What sort of party it is."""

    STATE = "state"
    ORGANISATION = "organisation"
    OFFICE = "office"
    BODY = "body"
    """Created or tasked by a source, such as a working group."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party(Thing):
    """A state, organisation or office that promises or is promised to."""

    code: str
    """ISO 3166 alpha-2 (UK for the United Kingdom), `G7` and the like, or `body:...`."""
    name: str
    """In the book's language."""
    kind: PartyKind = PartyKind.STATE
    names: tuple[str, ...] = ()
    """Other names, in any language, by which sources call it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic(Thing):
    """A topic of the adviser's own tree."""

    name: str
    parent: str | None = None
    position: int = 0
    """Among its siblings."""
    names: tuple[str, ...] = ()
    """Its name in other languages, as headings of sources have it."""
    colour: str = ""


def topics_in_order(topics: Iterable[Topic], parent: str | None = None) -> list[Topic]:
    """Topics as the tree reads: each followed by those below it."""
    below: dict[str | None, list[Topic]] = {}
    for topic in sorted(topics, key=lambda t: (t.position, t.uid)):
        below.setdefault(topic.parent, []).append(topic)
    return list(_walk(below, parent))


def _walk(below: dict[str | None, list[Topic]], parent: str | None) -> Iterator[Topic]:
    for topic in below.get(parent, ()):
        yield topic
        yield from _walk(below, topic.uid)
