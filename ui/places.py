"""Where in a book somebody looks, and the way back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from briefing.things import Thing

_KEPT = 100
PAGES = "printed pages"
"""The detail of a note's place that is its pages; sections and words to look for read otherwise."""


class Room(StrEnum):
    """A workspace of the window."""

    OVERVIEW = "overview"
    SOURCES = "sources"
    COMMITMENTS = "commitments"
    BOOK = "book"


@dataclass(frozen=True, slots=True)
class Place:
    """A workspace and what is looked at in it."""

    room: Room
    kind: type[Thing] | None = None
    """The kind of the thing: a Passage, a Candidate, a Commitment, a Note, a Tab..."""
    uid: str = ""
    detail: str = ""
    """What more it takes to find the place: a section, words, what is meant of several."""


class Places(QObject):
    """The places that were visited, as a browser keeps them.

    Whoever wants to be somewhere calls `go`; the window listens to `moved` and shows the place.
    A workspace that is walked through by hand calls `note`, so that "back" leads to where one was.
    """

    moved = Signal(object)  # the Place to show
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._visited: list[Place] = [Place(Room.OVERVIEW)]
        self._at = 0

    @property
    def here(self) -> Place:
        """The place that is shown."""
        return self._visited[self._at]

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place before this one."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether one has come back from somewhere."""
        return self._at + 1 < len(self._visited)

    def go(self, place: Place) -> None:
        """Show a place."""
        self._visit(place)
        self.moved.emit(place)

    def note(self, place: Place) -> None:
        """Remember that the adviser has come to a place by hand; nothing needs to be shown.

        Walking within one room leaves one step behind, or "back" would retrace every key press.
        """
        if place.room == self.here.room:
            self._visited[self._at] = place
        else:
            self._visit(place)
        self.changed.emit()

    def back(self) -> None:
        """Go to the place before."""
        if self.can_go_back:
            self._move(-1)

    def forward(self) -> None:
        """Go where one came back from."""
        if self.can_go_forward:
            self._move(1)

    def _move(self, step: int) -> None:
        self._at += step
        self.changed.emit()
        self.moved.emit(self.here)

    def _visit(self, place: Place) -> None:
        if place != self.here:
            self._visited = [*self._visited[: self._at + 1][-_KEPT:], place]
            self._at = len(self._visited) - 1
        self.changed.emit()
