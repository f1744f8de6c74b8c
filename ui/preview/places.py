"""Where on the pages the words of the book stand. Knows no Qt: it works in the book's process."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefing.things import Commitment, Insert, Note, Passage, Tab, WholeBook
from exports.layout.pages import Destination, Page

Spot = tuple[str, int]
"""A section of a note and the number of a block in it; -1 is the section's heading."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that the editor can show, and where it begins on the pages of its tab."""

    page: int
    """Within the tab, from 0."""
    y: float
    """Points from the top of the page."""
    section: str = ""
    block: int = -1
    kind: str = ""
    """Of what stands there and is not the tab's own text: "Passage" or "Commitment"."""
    uid: str = ""


@dataclass(frozen=True, slots=True)
class Lead:
    """A stretch of a page that leads to a part or to a place in one."""

    page: int
    left: float
    top: float
    right: float
    foot: float
    target: str

    def holds(self, x: float, y: float) -> bool:
        """Whether a point of the page lies in it."""
        return self.left <= x <= self.right and self.top <= y <= self.foot


def marks_of(
    whole: WholeBook, tab_uid: str, places: Mapping[str, Destination], height: float
) -> tuple[Mark, ...]:
    """The places of a tab from top to bottom."""
    spots = _spots(whole, tab_uid)
    found: list[Mark] = []
    for name, place in places.items():
        top = height - place.y
        spot = _spot(spots, name)
        if spot is not None:
            found.append(Mark(place.page, top, *spot))
        elif whole.find(Passage, name) is not None:
            found.append(Mark(place.page, top, kind="Passage", uid=name))
        elif whole.find(Commitment, name) is not None:
            found.append(Mark(place.page, top, kind="Commitment", uid=name))
    return tuple(sorted(found, key=lambda mark: (mark.page, mark.y)))


def leads_of(pages: Iterable[Page]) -> tuple[Lead, ...]:
    """What leads elsewhere in the book."""
    return tuple(
        Lead(
            number,
            area.x,
            page.height - area.y - area.height,
            area.x + area.width,
            page.height - area.y,
            area.target,
        )
        for number, page in enumerate(pages)
        for area in page.links
        if area.target
    )


def _spots(whole: WholeBook, tab_uid: str) -> dict[str, Spot]:
    """The places that the names of blocks begin with."""
    tab = whole.find(Tab, tab_uid)
    note = whole.find(Note, tab.note) if tab is not None else None
    if note is None:
        return {}
    spots: dict[str, Spot] = {}
    for name, section in whole.sections_of.get(note.uid, {}).items():
        spots[section.uid] = name, -1
        for number, block in enumerate(section.body.blocks):
            spots[f"{section.uid}-{number}"] = name, number
            insert = getattr(block, "insert", "")
            if whole.find(Insert, insert) is not None:
                spots[insert] = name, number
    return spots | {f"{note.uid}-": ("", -1)}


def _spot(spots: Mapping[str, Spot], name: str) -> Spot | None:
    """What a name says: an item of a list and the versions of an insert are named below it."""
    while name:
        if name in spots:
            return spots[name]
        above, _, last = name.rpartition("-")
        if f"{above}-" in spots:
            return last, -1  # the heading of a section that nothing is written in yet
        name = above
    return None
