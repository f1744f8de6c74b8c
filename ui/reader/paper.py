"""The document of an open source: its rows as paragraphs, and how places correspond."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from ui.reader.opened import OpenSource
from ui.reader.rows import FoldRow, PassageRow, Row, rows_of
from ui.reader.setting import Typesetter


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a passage, in code points of it."""

    passage: str
    at: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of a passage, in code points of it."""

    passage: str
    start: int
    end: int


class Paper:
    """What is set of one source. Positions are those of the document, which Qt counts."""

    def __init__(
        self, source: OpenSource, unfolded: Collection[str], setter: Typesetter, parent: QObject
    ) -> None:
        self._setter = setter
        self._know(rows_of(source, unfolded))
        self.document = QTextDocument(parent)
        setter.set(self.document, self.rows)

    def reset(self, source: OpenSource, unfolded: Collection[str]) -> None:
        """Set what differs after an edit or a fold."""
        rows = rows_of(source, unfolded)
        self._setter.reset(self.document, self.rows, rows)
        self._know(rows)

    def _know(self, rows: Sequence[Row]) -> None:
        self.rows = rows
        self._place_of = {
            row.passage.uid: place for place, row in enumerate(rows) if isinstance(row, PassageRow)
        }

    def row_of(self, passage: str) -> PassageRow | None:
        """The row of a passage, if it is shown."""
        place = self._place_of.get(passage)
        row = None if place is None else self.rows[place]
        return row if isinstance(row, PassageRow) else None

    def fold_of(self, passage: str) -> FoldRow | None:
        """The fold that a passage is in, if it is left out."""
        folds = (row for row in self.rows if isinstance(row, FoldRow))
        return next((fold for fold in folds if any(p.uid == passage for p in fold.passages)), None)

    def row_at(self, position: int) -> Row | None:
        """The row at a position."""
        number = self.document.findBlock(position).blockNumber()
        return self.rows[number] if 0 <= number < len(self.rows) else None

    def block_of(self, passage: str) -> QTextBlock | None:
        """The paragraph of a passage, if it is shown."""
        place = self._place_of.get(passage)
        return None if place is None else self.document.findBlockByNumber(place)

    def block_of_fold(self, key: str) -> QTextBlock | None:
        """The line of a fold."""
        for place, row in enumerate(self.rows):
            if isinstance(row, FoldRow) and row.key == key:
                return self.document.findBlockByNumber(place)
        return None

    def position_of(self, spot: Spot, *, end: bool = False) -> int | None:
        """The position of a spot, if it is shown."""
        row, block = self.row_of(spot.passage), self.block_of(spot.passage)
        if row is None or block is None:
            return None
        return block.position() + row.shown(spot.at, end=end)

    def spot_of(self, position: int) -> Spot | None:
        """The spot at a position; None in a fold."""
        row = self.row_at(position)
        if not isinstance(row, PassageRow):
            return None
        inside = position - self.document.findBlock(position).position()
        return Spot(row.passage.uid, row.place(inside))

    def stretches(self, cursor: QTextCursor) -> Iterator[Stretch]:
        """What a cursor has selected of each passage, without blanks at the ends."""
        block = self.document.findBlock(cursor.selectionStart())
        while block.isValid() and block.position() < cursor.selectionEnd():
            row = self.rows[block.blockNumber()]
            if isinstance(row, PassageRow):
                first = max(0, cursor.selectionStart() - block.position())
                last = min(block.length() - 1, cursor.selectionEnd() - block.position())
                stretch = _trimmed(row, row.place(first), row.place(last))
                if stretch.start < stretch.end:
                    yield stretch
            block = block.next()


def _trimmed(row: PassageRow, start: int, end: int) -> Stretch:
    words = row.passage.text[start:end]
    start += len(words) - len(words.lstrip())
    return Stretch(row.passage.uid, start, start + len(words.strip()))
