"""A paper on the screen: where on it one is, and how one gets to a place."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from ui.reader.painting import Seen
from ui.reader.paper import Paper, Spot, Stretch
from ui.reader.rows import PassageRow

THIRD = 1 / 3


class PaperView(QTextEdit):
    """Shows a paper to read and to select in, and never scrolls unless it is told to."""

    moved = Signal()
    """The text stands elsewhere on the screen: it was scrolled or set anew."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paper: Paper | None = None
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.verticalScrollBar().valueChanged.connect(self.show_again)

    @property
    def paper(self) -> Paper | None:
        """What is set of the source that lies open."""
        return self._paper

    def show_again(self) -> None:
        """Paint what is in view, and tell who stands beside it."""
        self.viewport().update()
        self.moved.emit()

    # Places

    def spot_at_top(self) -> Spot | None:
        """The beginning of the first passage that is seen."""
        rows = (one.row for one in self.in_view() if isinstance(one.row, PassageRow))
        first = next(rows, None)
        return None if first is None else Spot(first.passage.uid, 0)

    def cursor_spot(self) -> Spot | None:
        """Where the text cursor is."""
        return None if self._paper is None else self._paper.spot_of(self.textCursor().position())

    def selected(self) -> list[Stretch]:
        """What is selected of each passage."""
        return [] if self._paper is None else list(self._paper.stretches(self.textCursor()))

    def scroll_to(self, spot: Spot, *, part: float = THIRD) -> None:
        """Bring a spot to a part of the height, a third from the top if nothing else is said."""
        if self._paper is None:
            return
        position = self._paper.position_of(spot)
        if position is not None:
            block = self.document().findBlock(position)
            line = block.layout().lineForTextPosition(position - block.position())
            top = self._top_of(block) + (line.y() if line.isValid() else 0)
            self.verticalScrollBar().setValue(round(top - self.viewport().height() * part))

    def put_cursor(self, spot: Spot) -> None:
        """Set the text cursor without scrolling."""
        position = None if self._paper is None else self._paper.position_of(spot)
        if position is not None:
            bar = self.verticalScrollBar()
            value, cursor = bar.value(), self.textCursor()
            cursor.setPosition(position)
            self.setTextCursor(cursor)
            bar.setValue(value)

    def select(self, stretch: Stretch) -> None:
        """Select words without scrolling."""
        self.put_cursor(Spot(stretch.passage, stretch.start))
        paper = self._paper
        end = paper.position_of(Spot(stretch.passage, stretch.end), end=True) if paper else None
        if end is not None:
            value, cursor = self.verticalScrollBar().value(), self.textCursor()
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
            self.verticalScrollBar().setValue(value)

    def sees(self, spot: Spot) -> bool:
        """Whether a spot is in view."""
        line = self.rect_of(spot)
        return line is not None and line.top() >= 0 and line.bottom() <= self.viewport().height()

    def rect_of(self, spot: Spot) -> QRectF | None:
        """The place of a spot in the viewport, if its passage is shown."""
        position = None if self._paper is None else self._paper.position_of(spot)
        if position is None:
            return None
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        return QRectF(self.cursorRect(cursor))

    # What is in view

    def in_view(self) -> Iterator[Seen]:
        """The rows that are seen, from the top."""
        if self._paper is None:
            return
        offset, height = self.verticalScrollBar().value(), self.viewport().height()
        block = self._first_in_view()
        while block.isValid() and (top := self._top_of(block) - offset) < height:
            yield Seen(block, self._paper.rows[block.blockNumber()], top)
            block = block.next()

    def _top_of(self, block: QTextBlock) -> float:
        return self.document().documentLayout().blockBoundingRect(block).top()

    def _first_in_view(self) -> QTextBlock:
        # Asked of the layout: to look at blocks further down would have them laid out now.
        top = QPointF(0, self.verticalScrollBar().value())
        layout = self.document().documentLayout()
        block = self.document().findBlock(layout.hitTest(top, Qt.HitTestAccuracy.FuzzyHit))
        while block.previous().isValid() and self._top_of(block) > top.y():
            block = block.previous()
        return block
