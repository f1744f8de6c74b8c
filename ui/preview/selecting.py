"""Words chosen on pages with the pointer, over page ends too."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import QPointF

from ui.preview.arrangement import Leaf
from ui.preview.gallery import Gallery, Page
from ui.widgets.pdf import Box, PageText, without_breaks

_WORD = re.compile(r"\w+")
Caret = tuple[int, int]
"""The number of a page in the book of pages that are shown, and a place in its words."""


@dataclass(frozen=True, slots=True)
class Selection:
    """From one place to another, the earlier one first; within one tab's pages."""

    tab: str
    begin: Caret
    end: Caret

    def stretch(self, page: int, length: int) -> range:
        """What of a page is chosen."""
        if not self.begin[0] <= page <= self.end[0]:
            return range(0)
        first = self.begin[1] if page == self.begin[0] else 0
        last = self.end[1] if page == self.end[0] else length
        return range(first, min(last, length))


class Selector:
    """Follows the pointer through the words of pages."""

    def __init__(self, gallery: Gallery) -> None:
        self._gallery = gallery
        self._from: tuple[str, Caret] | None = None
        self.selection: Selection | None = None

    def begin(self, spot: tuple[Leaf, QPointF] | None) -> None:
        """The button was pressed there."""
        self.selection = None
        self._from = self._caret(spot)

    def extend(self, spot: tuple[Leaf, QPointF] | None) -> None:
        """The pointer was drawn to there."""
        to = self._caret(spot)
        if self._from is None or to is None or to[0] != self._from[0]:
            return
        begin, end = sorted((self._from[1], to[1]))
        self.selection = Selection(to[0], begin, end) if begin != end else None

    def word(self, spot: tuple[Leaf, QPointF] | None) -> None:
        """Choose the word under the pointer."""
        found = self._caret(spot)
        if found is None:
            return
        tab, (page, at) = found
        text = self._gallery.text((tab, page))
        for match in _WORD.finditer(text.text if text else ""):
            if match.start() <= at <= match.end():
                self.selection = Selection(tab, (page, match.start()), (page, match.end()))
                return

    def boxes(self, leaf: Leaf) -> list[Box]:
        """The chosen stretches of a page, a box for each line."""
        chosen = self.selection
        if chosen is None or chosen.tab != leaf.tab:
            return []
        text = self._gallery.text((leaf.tab, leaf.page))
        if text is None:
            return []
        return lines_of(text, chosen.stretch(leaf.page, len(text.text)))

    def words(self) -> str:
        """What is chosen, as text."""
        chosen = self.selection
        if chosen is None:
            return ""
        pages: list[Page] = [
            (chosen.tab, page) for page in range(chosen.begin[0], chosen.end[0] + 1)
        ]
        texts = [(page, self._gallery.text((tab, page))) for tab, page in pages]
        parts = []
        for page, text in texts:
            if text is not None:
                stretch = chosen.stretch(page, len(text.text))
                parts.append(text.text[stretch.start : stretch.stop])
        return without_breaks("\n".join(parts))

    def _caret(self, spot: tuple[Leaf, QPointF] | None) -> tuple[str, Caret] | None:
        if spot is None or not spot[0].tab:
            return None
        leaf, point = spot
        text = self._gallery.text((leaf.tab, leaf.page))
        if text is None or not text.boxes:
            return None
        return leaf.tab, (leaf.page, nearest(text, point))


def nearest(text: PageText, point: QPointF) -> int:
    """The place in the words that a point means."""
    x, y = point.x(), point.y()

    def far(place: int) -> tuple[float, float]:
        left, top, right, foot = text.boxes[place]
        return max(top - y, y - foot, 0.0), max(left - x, x - right, 0.0)

    best = min(range(len(text.boxes)), key=far)
    left, _, right, _ = text.boxes[best]
    return best + (1 if x > (left + right) / 2 else 0)


def lines_of(text: PageText, stretch: range) -> list[Box]:
    """Boxes around a stretch of words, joined along each line."""
    found: list[Box] = []
    for place in stretch:
        left, top, right, foot = text.boxes[place]
        if right <= left or text.text[place] in "\r\n":
            continue
        if found:
            before = found[-1]
            middle = (top + foot) / 2
            if before[1] <= middle <= before[3] and left >= before[0]:
                found[-1] = (
                    before[0], min(top, before[1]), max(right, before[2]), max(foot, before[3]),
                )  # fmt: skip
                continue
        found.append((left, top, right, foot))
    return found
