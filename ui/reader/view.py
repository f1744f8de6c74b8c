"""The reading text on the screen: numbers, list marks, what lies over the words, the place kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QTextEdit, QWidget
from typing_extensions import override

from briefing.things import PassageKind
from ui.looks import Look
from ui.reader.opened import Mark, MarkKind, OpenSource
from ui.reader.rows import FoldRow, PassageRow, Row, rows_of
from ui.reader.setting import GUTTER, FoldWords, Typesetter

_MEASURE = 68
"""Characters of a line."""
_NOTES = 220
"""Pixels that margin notes would like to have; they do with less."""
_THIRD = 3
_BELOW = 0.6
"""Of the height, blank below the last passage, so that its words can be read higher up."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a passage, in code points of it."""

    passage: str
    at: int


class ReadingText(QTextEdit):
    """Shows an open source. It reads nothing and changes nothing; whoever owns it says what."""

    mark_clicked = Signal(object)  # the Mark
    fold_clicked = Signal(str)
    zoomed = Signal(int)  # steps
    moved = Signal()
    """The text stands elsewhere on the screen: it was scrolled or set anew."""

    def __init__(self, look: Look, fold_words: FoldWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._fold_words = fold_words
        self._step = 0
        self._source: OpenSource | None = None
        self._rows: list[Row] = []
        self._place_of: dict[str, int] = {}
        self._unfolded: set[str] = set()
        self._current = ""
        self._found: Sequence[tuple[int, int]] = ()
        self._document: QTextDocument | None = None
        self._setter = Typesetter(look.reading_font(0), look.colours, fold_words)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    # What is shown

    @property
    def rows(self) -> Sequence[Row]:
        """The paragraphs that are shown."""
        return self._rows

    def open(self, source: OpenSource) -> None:
        """Show a source from its beginning."""
        self._source = source
        self._unfolded.clear()
        self._current, self._found = "", ()
        self._set_anew()

    def close_source(self) -> None:
        """Show nothing."""
        self._source, self._rows, self._place_of = None, [], {}
        self.clear()

    def take(self, source: OpenSource) -> None:
        """Show the same source after an edit, with the same words at the top of the screen."""
        before, self._source = self._source, source
        if before is None or before.passages is not source.passages:
            self._set_anew()
        elif before.exclusions is not source.exclusions or before.repairs is not source.repairs:
            self._refold()
        else:
            self.show_marks()

    def set_step(self, step: int) -> None:
        """Show the text larger or smaller than usual."""
        self._step = step
        self.redress()

    def redress(self) -> None:
        """Put on new type or new colours, and stay at the place."""
        if self._source is not None:
            spot = self.spot_at_top()
            self._set_anew()
            if spot is not None:
                self.scroll_to(spot, part=0.0)

    def set_current(self, uid: str) -> None:
        """Have the marks of one thing stand out."""
        self._current = uid
        self.show_marks()

    def set_found(self, spans: Sequence[tuple[int, int]]) -> None:
        """Wash words that were searched for, in places of the document, ascending."""
        self._found = spans
        self.show_marks()

    def unfold(self, passage: str, *, on: bool | None = None) -> None:
        """Show, or hide, passages that are left out: the run that one of them is in."""
        for row in self._rows:
            if isinstance(row, FoldRow) and any(p.uid == passage for p in row.passages):
                wanted = not row.opened if on is None else on
                self._unfolded.difference_update(p.uid for p in row.passages)
                if wanted:
                    self._unfolded.add(row.key)
                self._refold()
                return

    # Places

    def row_of(self, passage: str) -> PassageRow | None:
        """The row of a passage, if it is shown."""
        place = self._place_of.get(passage)
        row = None if place is None else self._rows[place]
        return row if isinstance(row, PassageRow) else None

    def position_of(self, spot: Spot, *, end: bool = False) -> int | None:
        """The document's position of a spot, if it is shown."""
        row = self.row_of(spot.passage)
        if row is None:
            return None
        block = self.document().findBlockByNumber(self._place_of[spot.passage])
        return block.position() + row.shown(spot.at, end=end)

    def spot_of(self, position: int) -> Spot | None:
        """The spot at a position of the document; None in a fold."""
        block = self.document().findBlock(position)
        number = block.blockNumber()
        row = self._rows[number] if 0 <= number < len(self._rows) else None
        if not isinstance(row, PassageRow):
            return None
        return Spot(row.passage.uid, row.place(position - block.position()))

    def spot_at_top(self) -> Spot | None:
        """The first spot that is seen."""
        for block, row in self._in_view():
            if isinstance(row, PassageRow):
                return self.spot_of(block.position())
        return None

    def cursor_spot(self) -> Spot | None:
        """Where the text cursor is."""
        return self.spot_of(self.textCursor().position())

    def selected(self) -> list[tuple[PassageRow, int, int]]:
        """What is selected of each passage, in code points of it."""
        cursor = self.textCursor()
        found: list[tuple[PassageRow, int, int]] = []
        block = self.document().findBlock(cursor.selectionStart())
        while block.isValid() and block.position() < cursor.selectionEnd():
            row = self._rows[block.blockNumber()]
            if isinstance(row, PassageRow):
                begin = max(0, cursor.selectionStart() - block.position())
                finish = min(block.length() - 1, cursor.selectionEnd() - block.position())
                start, end = row.place(begin), row.place(finish)
                if start < end:
                    found.append((row, start, end))
            block = block.next()
        return found

    def scroll_to(self, spot: Spot, *, part: float = 1 / _THIRD) -> None:
        """Bring a spot to a part of the height, a third from the top if nothing else is said."""
        if self.row_of(spot.passage) is None:
            self.unfold(spot.passage, on=True)
        position = self.position_of(spot)
        if position is None:
            return
        block = self.document().findBlock(position)
        top = self._top_of(block)
        line = block.layout().lineForTextPosition(position - block.position())
        if line.isValid():
            top += line.y()
        self.verticalScrollBar().setValue(round(top - self.viewport().height() * part))

    def put_cursor(self, spot: Spot) -> None:
        """Set the text cursor without scrolling."""
        position = self.position_of(spot)
        if position is not None:
            value = self.verticalScrollBar().value()
            cursor = self.textCursor()
            cursor.setPosition(position)
            self.setTextCursor(cursor)
            self.verticalScrollBar().setValue(value)

    def rect_of(self, spot: Spot) -> QRectF | None:
        """The line of a spot in the viewport, if its passage is shown."""
        position = self.position_of(spot)
        if position is None:
            return None
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        return QRectF(self.cursorRect(cursor))

    # Setting

    def _set_anew(self) -> None:
        if self._source is None:
            return
        font = self._look.reading_font(self._step)
        self._setter = Typesetter(font, self._look.colours, self._fold_words)
        self._know_rows(rows_of(self._source, self._unfolded))
        before, self._document = self._document, QTextDocument(self)
        self._setter.set(self._document, self._rows)
        # Filled before it is shown: the layout of what is out of sight can wait.
        self.setDocument(self._document)
        if before is not None:
            before.deleteLater()
        self._measure()
        self._wear()
        self.verticalScrollBar().setValue(0)
        self.show_marks()

    def _refold(self) -> None:
        assert self._source is not None  # noqa: S101 - something is folded
        spot, cursor = self.spot_at_top(), self.cursor_spot()
        before = None if spot is None else self.rect_of(spot)
        rows = rows_of(self._source, self._unfolded)
        self._setter.reset(self.document(), self._rows, rows)
        self._know_rows(rows)
        after = None if spot is None else self.rect_of(spot)
        if before is not None and after is not None:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + round(after.top() - before.top()))
        if cursor is not None:
            self.put_cursor(cursor)
        self.show_marks()

    def _know_rows(self, rows: list[Row]) -> None:
        self._rows = rows
        self._place_of = {
            row.passage.uid: place for place, row in enumerate(rows) if isinstance(row, PassageRow)
        }

    def _measure(self) -> None:
        """Give the lines their length, and what is left of the width to the margins."""
        letters = QFontMetricsF(self._setter.font).averageCharWidth() * _MEASURE
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        text = min(round(letters) + GUTTER, max(240, room - 44))
        notes = min(_NOTES, max(36, room - text - 8))
        left = max(4, (room - text - notes) // 2)
        self.setViewportMargins(left, 12, max(0, room - text - left), 0)
        self.setLineWrapColumnOrWidth(text)

    def _wear(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(self._look.colours.ground))
        palette.setColor(QPalette.ColorRole.Text, QColor(self._look.colours.text))
        self.setPalette(palette)

    # What is in view

    def _top_of(self, block: QTextBlock) -> float:
        return self.document().documentLayout().blockBoundingRect(block).top()

    def _first_in_view(self) -> QTextBlock:
        document, top = self.document(), self.verticalScrollBar().value()
        low, high = 0, max(0, document.blockCount() - 1)
        while low < high:
            middle = (low + high + 1) // 2
            if self._top_of(document.findBlockByNumber(middle)) <= top:
                low = middle
            else:
                high = middle - 1
        return document.findBlockByNumber(low)

    def _in_view(self) -> Iterator[tuple[QTextBlock, Row]]:
        if not self._rows:
            return
        bottom = self.verticalScrollBar().value() + self.viewport().height()
        block = self._first_in_view()
        while block.isValid() and self._top_of(block) < bottom:
            yield block, self._rows[block.blockNumber()]
            block = block.next()

    def show_marks(self) -> None:
        """Paint what lies over the words that are in view, and nothing else."""
        selections = [
            self._selection(start, end, letters)
            for block, row in self._in_view()
            for start, end, letters in self._dressed(block, row)
        ]
        self.setExtraSelections(selections)
        self.moved.emit()

    def _dressed(self, block: QTextBlock, row: Row) -> Iterator[tuple[int, int, QTextCharFormat]]:
        if isinstance(row, FoldRow) or self._source is None:
            return
        marks = self._source.marks_of.get(row.passage.uid, ())
        for mark in sorted(marks, key=lambda mark: mark.uid == self._current):
            start = block.position() + row.shown(mark.start)
            end = block.position() + row.shown(mark.end, end=True)
            yield start, end, self._format(mark)
        first, last = block.position(), block.position() + block.length()
        for start, end in self._found:
            if first <= start and end <= last:
                yield start, end, self._washed(self._look.colours.found)

    def _format(self, mark: Mark) -> QTextCharFormat:
        colours = self._look.colours
        letters = QTextCharFormat()
        if mark.kind is not MarkKind.ANNOTATION:
            dashed = mark.kind is MarkKind.CANDIDATE
            style = QTextCharFormat.UnderlineStyle
            letters.setUnderlineStyle(style.DashUnderline if dashed else style.SingleUnderline)
            letters.setUnderlineColor(QColor(getattr(colours, mark.kind)))
        if mark.uid == self._current or mark.kind is MarkKind.ANNOTATION:
            letters.setBackground(QColor(colours.wash))
        return letters

    def _washed(self, colour: str) -> QTextCharFormat:
        letters = QTextCharFormat()
        letters.setBackground(QColor(colour))
        return letters

    def _selection(
        self, start: int, end: int, letters: QTextCharFormat
    ) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        selection.cursor = cursor
        selection.format = letters
        return selection

    def _scrolled(self) -> None:
        self.show_marks()

    # Qt

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setPen(QColor(self._look.colours.quiet))
        small = self._setter.font
        numbers = QFontMetricsF(small)
        offset = self.verticalScrollBar().value()
        for block, row in self._in_view():
            if not isinstance(row, PassageRow):
                continue
            line = block.layout().lineAt(0)
            base = self._top_of(block) - offset + line.y() + line.ascent()
            self._paint_beside(painter, row, base, numbers)
        painter.end()

    def _paint_beside(
        self, painter: QPainter, row: PassageRow, base: float, metrics: QFontMetricsF
    ) -> None:
        font = self._setter.font
        if row.number is not None:
            small = self._look.reading_font(self._step)
            small.setPointSizeF(font.pointSizeF() * 0.8)
            painter.setFont(small)
            width = QFontMetricsF(small).horizontalAdvance(str(row.number))
            painter.drawText(QPointF(GUTTER - 18 - width, base), str(row.number))
        if row.passage.mark and row.passage.kind is PassageKind.ITEM:
            painter.setFont(font)
            block = self.document().findBlockByNumber(self._place_of[row.passage.uid])
            left = block.blockFormat().leftMargin()
            width = metrics.horizontalAdvance(row.passage.mark)
            painter.drawText(QPointF(max(GUTTER - 14.0, left - 8 - width), base), row.passage.mark)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        spot = self.spot_at_top()
        self._measure()
        if spot is not None and event.size().width() != event.oldSize().width():
            self.scroll_to(spot, part=0.0)
        self.show_marks()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton or self.textCursor().hasSelection():
            return
        position = self.cursorForPosition(event.position().toPoint()).position()
        row = self._rows[self.document().findBlock(position).blockNumber()] if self._rows else None
        if isinstance(row, FoldRow):
            self.fold_clicked.emit(row.key)
            return
        mark = self.mark_at(position)
        if mark is not None:
            self.mark_clicked.emit(mark)

    def mark_at(self, position: int) -> Mark | None:
        """The innermost mark at a position of the document."""
        spot = self.spot_of(position)
        if spot is None or self._source is None:
            return None
        marks = self._source.marks_of.get(spot.passage, ())
        here = [mark for mark in marks if mark.start <= spot.at < mark.end]
        return min(here, key=lambda mark: mark.end - mark.start, default=None)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            steps = event.angleDelta().y()
            if steps:
                self.zoomed.emit(1 if steps > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    @override
    def sizeHint(self) -> QSize:
        return QSize(720, 600)
