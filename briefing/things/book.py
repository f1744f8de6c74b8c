"""The book itself, and what it is for."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.things.thing import Thing


@dataclass(frozen=True, slots=True, kw_only=True)
class Book(Thing):
    """One briefing book. A book file holds exactly one."""

    title: str
    office: str = ""
    """Who issues the book, as printed on the cover."""
    lang: str = "en"
    """The language that its generated words are printed in."""
    own_party: str | None = None
    """The party whose side the adviser is on."""
    scheme: str = "none"
    """The marking scheme, by the name of its data file."""
    marking: str = ""
    """A level of the scheme: the highest that the book may hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Thing):
    """What the book is for. A book carries one."""

    occasion: str = ""
    place: str = ""
    starts: str = ""
    """ISO date, or date and time: `2027-03-14` or `2027-03-14T09:30`."""
    ends: str = ""
    principal: str = ""
    counterparts: tuple[str, ...] = ()
    """Names with their offices, as printed."""
    parties: tuple[str, ...] = ()
    """The parties that the counterparts speak for."""
    language: str = ""
    press: str = ""

    @property
    def ends_early(self) -> bool:
        """Whether its end lies before its beginning, as far as both are said."""
        said = min(len(self.starts), len(self.ends))
        return self.ends[:said] < self.starts[:said]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition(Thing):
    """A numbered, archived print of the book; its file is kept by hash like a source's bytes."""

    number: int
    made: str
    """ISO date and time."""
    original: str
    """The hash of the archived file."""
    profile: str = "final"
    paper: str = "a4"
    pages: int = 0
    remark: str = ""
