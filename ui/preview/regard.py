"""What is looked at, so that it can stay where it is while everything around it changes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from ui.preview.arrangement import GAP, Leaf

LINE = 1 / 3
"""Where the eye is, as a share of the view's height: the page there is the one looked at."""
_EDGE = 0.75
"""The share of the view's width that a place may lie in without being scrolled to."""


@dataclass(frozen=True, slots=True)
class Regard:
    """The page that is looked at, and how it lies in the view."""

    leaf: Leaf
    above: float
    """Points of the page that lie above the view."""
    below: float
    """Pixels that the page begins below the top of the view."""
    middle: float
    """The share of the page's width that is left of the middle of the view."""

    @classmethod
    def of(cls, leaf: Leaf, place: QRectF, scale: float, width: float) -> Regard:
        """A page where it lies now in a view of some width."""
        # A page that has room enough says nothing of what is looked at across it.
        wide = place.width() > width
        middle = (width / 2 - place.left()) / place.width() if wide else 0.5
        return cls(leaf, max(-place.top(), 0) / scale, max(place.top(), 0), middle)

    def top(self, scale: float, page: float, view: float) -> float:
        """Where the page, so many pixels high, is to begin in a view so as not to be lost."""
        line = view * LINE
        return min(max(self.below - self.above * scale, line - page + 1), line)


def sideways(place: QRectF, now: float, room: float, x: float | None) -> float:
    """Where the view is to begin across the pages for one, or a place on it, to be in sight."""
    if place.width() <= room:
        margin = min(GAP, (room - place.width()) / 2)
        return min(max(now, place.right() + margin - room), place.left() - margin)
    if x is not None:
        return now if now <= x <= now + room * _EDGE else x - room * LINE
    within = place.left() - GAP <= now <= place.right() + GAP - room
    return now if within else place.left() - GAP
