"""Which pages are shown, and where each of them lies, whatever is drawn on it."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF

from ui.preview.press import BookPages, TabPages

GAP = 12.0
"""Around and between pages, in pixels."""
A4 = (595.28, 841.89)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page that is shown; a blank one before a right-hand page has no tab."""

    tab: str
    page: int
    """Within its tab, from 0."""
    number: int
    """In the book, from 1; 0 while it is not known."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Pages in one column, or in two as an open book shows them."""

    leaves: tuple[Leaf, ...] = ()
    size: tuple[float, float] = A4
    columns: int = 1

    @property
    def _offset(self) -> int:
        """Places left empty before the first page: an odd page lies on the right."""
        return 1 if self.columns == 2 and self.leaves and self.leaves[0].number % 2 else 0  # noqa: PLR2004

    def extent(self, zoom: float) -> tuple[float, float]:
        """Width and height of all pages together; `zoom` is pixels for a point."""
        rows = ceil((len(self.leaves) + self._offset) / self.columns)
        width, height = self.size[0] * zoom, self.size[1] * zoom
        return self.columns * (width + GAP) + GAP, rows * (height + GAP) + GAP

    def place(self, index: int, zoom: float) -> QRectF:
        """Where a page lies."""
        row, column = divmod(index + self._offset, self.columns)
        width, height = self.size[0] * zoom, self.size[1] * zoom
        return QRectF(GAP + column * (width + GAP), GAP + row * (height + GAP), width, height)

    def between(self, top: float, foot: float, zoom: float) -> range:
        """The pages that lie between two heights."""
        pitch = self.size[1] * zoom + GAP
        first = max(int(top // pitch), 0) * self.columns - self._offset
        last = (int(foot // pitch) + 1) * self.columns - self._offset
        return range(max(first, 0), min(max(last, 0), len(self.leaves)))

    def at(self, point: QPointF, zoom: float) -> int | None:
        """The page under a point."""
        for index in self.between(point.y(), point.y(), zoom):
            if self.place(index, zoom).contains(point):
                return index
        return None

    def index_of(self, tab: str, page: int) -> int | None:
        """Where in the row of pages one is."""
        for index, leaf in enumerate(self.leaves):
            if leaf.tab == tab and leaf.page == page:
                return index
        return None

    def find(self, leaf: Leaf) -> int | None:
        """Where a page is that may have got another number; a blank one has nothing else."""
        if leaf.tab:
            return self.index_of(leaf.tab, leaf.page)
        numbers = [one.number for one in self.leaves]
        return numbers.index(leaf.number) if leaf.number in numbers else None


def of_tab(pages: TabPages, columns: int) -> Arrangement:
    """The pages of one tab; what their numbers are in the book may not be known yet."""
    _, first, total = pages.version
    leaves = (Leaf(pages.uid, page, first + page if total else 0) for page in range(pages.count))
    return Arrangement(tuple(leaves), pages.size, columns)


def of_book(book: BookPages, columns: int) -> Arrangement:
    """The pages of the whole book, with the blank ones that bring tabs to the right."""
    leaves: list[Leaf] = []
    for entry in book.tabs:
        leaves.extend(Leaf("", 0, number) for number in range(len(leaves) + 1, entry.first))
        leaves.extend(Leaf(entry.uid, page, entry.first + page) for page in range(entry.count))
    return Arrangement(tuple(leaves), book.size, columns)
