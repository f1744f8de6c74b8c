"""The reading text on the screen: it keeps its place, and paints only what is in view."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.looks import Look
from ui.reader.marks import Mark
from ui.reader.opened import OpenSource
from ui.reader.painting import MarkPainter, Spans
from ui.reader.paper import Paper, Spot, Stretch
from ui.reader.paper_view import THIRD, PaperView
from ui.reader.rows import FoldRow, PassageRow, Row
from ui.reader.setting import GUTTER, FoldWords, Typesetter

_MEASURE = 68
"""Characters of a line."""
_SAMPLE = "The leaders agreed to strengthen their cooperation in science, and to meet each year. "
NOTES = 240
"""Pixels that margin notes would like to have."""
_ICONS = 36
"""Pixels that they need at least."""
_AIR = 12

Pack: TypeAlias = Callable[[list[Stretch]], QMimeData]
"""What is copied or dragged of some words."""


class ReadingText(PaperView):
    """Shows an open source. It reads nothing and changes nothing; whoever owns it says what."""

    mark_clicked = Signal(object)  # the Mark
    menu_asked = Signal(object)  # where on the screen
    zoomed = Signal(int)  # steps

    def __init__(
        self, look: Look, fold_words: FoldWords, pack: Pack, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._pack = pack
        self._fold_words = fold_words
        self._step = 0
        self._source: OpenSource | None = None
        self._painter: MarkPainter | None = None
        self._unfolded: set[str] = set()
        self._current: frozenset[str] = frozenset()
        self._found: Spans | None = None
        self.notes_width = NOTES
        self._wear()

    # What is shown

    def open(self, source: OpenSource) -> None:
        """Show a source from its beginning."""
        self._source = source
        self._unfolded.clear()
        self._current = frozenset()
        self._set_anew()
        first = next((one for one in self._rows() if isinstance(one, PassageRow)), None)
        if first is not None:
            self.put_cursor(Spot(first.passage.uid, 0))

    def close_source(self) -> None:
        """Show nothing."""
        before, self._paper = self._paper, None
        self._source = self._found = None
        self.setDocument(QTextDocument(self))
        if before is not None:
            before.document.deleteLater()
        self.show_again()

    def take(self, source: OpenSource) -> None:
        """Show the same source after an edit, with the same words at the top of the screen."""
        before, self._source = self._source, source
        same = before is not None and before.repairs is source.repairs
        if before is not None and same and before.exclusions is source.exclusions:
            self.show_again()
        else:
            self._refold()

    def set_step(self, step: int) -> None:
        """Show the text larger or smaller than usual."""
        if step != self._step:
            self._step = step
            self.redress()

    def redress(self) -> None:
        """Put on new type or new colours, and stay at the place."""
        self._wear()
        if self._source is not None:
            top, cursor = self.spot_at_top(), self.cursor_spot()
            self._set_anew()
            if cursor is not None:
                self.put_cursor(cursor)
            if top is not None:
                self.scroll_to(top, part=0.0)

    def set_current(self, *uids: str) -> None:
        """Have the marks of some things stand out."""
        current = frozenset(filter(None, uids))
        if current != self._current:
            self._current = current
            self.viewport().update()

    def set_found(self, spans: Spans | None) -> None:
        """Wash words that are searched for; `spans` says where they stand in a passage."""
        self._found = spans
        self.viewport().update()

    def unfold(self, passage: str, *, on: bool | None = None) -> None:
        """Show, or hide, passages that are left out: the run that one of them is in."""
        fold = None if self._paper is None else self._paper.fold_of(passage)
        if fold is not None:
            self._unfolded.difference_update(p.uid for p in fold.passages)
            if on if on is not None else not fold.opened:
                self._unfolded.add(fold.key)
            self._refold(fold.key)

    def mark_at(self, position: int) -> Mark | None:
        """The innermost mark at a position of the document."""
        spot = None if self._paper is None else self._paper.spot_of(position)
        if spot is None or self._source is None:
            return None
        marks = self._source.marks_of.get(spot.passage, ())
        here = [mark for mark in marks if mark.start <= spot.at < mark.end]
        return min(here, key=lambda mark: mark.end - mark.start, default=None)

    @override
    def scroll_to(self, spot: Spot, *, part: float = THIRD) -> None:
        if self._paper is not None and self._paper.row_of(spot.passage) is None:
            self.unfold(spot.passage, on=True)
        super().scroll_to(spot, part=part)

    # Setting

    def _rows(self) -> Sequence[Row]:
        return () if self._paper is None else self._paper.rows

    def _set_anew(self) -> None:
        if self._source is None:
            return
        font = self._look.reading_font(self._step)
        setter = Typesetter(font, self._look.colours, self._fold_words)
        before = self._paper
        # Filled before it is shown: the layout of what is out of sight can wait.
        self._paper = Paper(self._source, self._unfolded, setter, self)
        self._painter = MarkPainter(font, self._look.colours)
        self._measure()
        self.setDocument(self._paper.document)
        if before is not None:
            before.document.deleteLater()
        self.verticalScrollBar().setValue(0)
        self.show_again()

    def _refold(self, fold: str = "") -> None:
        """Set what differs; the fold, or else what is at the top, stays where it is."""
        if self._paper is None or self._source is None:
            return
        spot, cursor = self.spot_at_top(), self.cursor_spot()
        before = self._height_of(spot, fold)
        self._paper.reset(self._source, self._unfolded)
        after = self._height_of(spot, fold)
        if before is not None and after is not None:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + round(after - before))
        if cursor is not None:
            self.put_cursor(cursor)
        self.show_again()

    def _height_of(self, spot: Spot | None, fold: str) -> float | None:
        """How far down the viewport a fold is, or a spot where none is named."""
        block = self._paper.block_of_fold(fold) if self._paper is not None and fold else None
        if block is not None:
            return self._top_of(block) - self.verticalScrollBar().value()
        line = None if spot is None else self.rect_of(spot)
        return None if line is None else line.top()

    def _measure(self) -> None:
        """Give the lines their length, and what is left of the width to the margins."""
        metrics = QFontMetricsF(self._look.reading_font(self._step))
        letters = metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE) * _MEASURE
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        text = min(round(letters) + GUTTER, max(260, room - _ICONS - 2 * _AIR))
        self.notes_width = min(NOTES, max(_ICONS, room - text - 2 * _AIR))
        left = max(_AIR // 2, (room - text - self.notes_width) // 2)
        self.setViewportMargins(left, 0, max(0, room - text - left), 0)
        self.setLineWrapColumnOrWidth(text)

    def _wear(self) -> None:
        palette = self.palette()
        for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Window):
            palette.setColor(role, QColor(self._look.colours.ground))
        palette.setColor(QPalette.ColorRole.Text, QColor(self._look.colours.text))
        self.setPalette(palette)
        self.setAutoFillBackground(True)

    # Qt

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._source is None or self._painter is None:
            super().paintEvent(event)
            return
        seen = list(self.in_view())
        under = QPainter(self.viewport())
        self._painter.grounds(under, seen, self._source, self._current, self._found)
        under.end()
        super().paintEvent(event)
        over = QPainter(self.viewport())
        over.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.lines(over, seen, self._source, self._current)
        self._painter.numbers(over, seen)
        over.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        wider = event.size().width() != event.oldSize().width()
        spot, part = self._held(event.oldSize().height()) if wider else (None, 0.0)
        super().resizeEvent(event)
        self._measure()
        if spot is not None and self.verticalScrollBar().value() > 0:
            self.scroll_to(spot, part=part)
        self.show_again()

    def _held(self, height: int) -> tuple[Spot | None, float]:
        """What stays at which part of the height while the lines are set to another width.

        The words that are looked at, so long as they are in view; else what is at the top.
        """
        cursor = self.cursor_spot()
        line = None if cursor is None else self.rect_of(cursor)
        if line is not None and 0 <= line.top() < height:
            return cursor, line.top() / height
        return self.spot_at_top(), 0.0

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if (
            event.button() is not Qt.MouseButton.LeftButton
            or self.textCursor().hasSelection()
            or self._paper is None
        ):
            return
        position = self.cursorForPosition(event.position().toPoint()).position()
        row = self._paper.row_at(position)
        if isinstance(row, FoldRow):
            self.unfold(row.key)
            return
        mark = self.mark_at(position)
        if mark is not None:
            self.mark_clicked.emit(mark)

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        return self._pack(self.selected())

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        where = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            where = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
        elif not self.textCursor().hasSelection():
            # What is offered is for the words under the mouse.
            self.setTextCursor(self.cursorForPosition(event.pos()))
            mark = self.mark_at(self.textCursor().position())
            if mark is not None:
                self.mark_clicked.emit(mark)
        self.menu_asked.emit(where)

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
