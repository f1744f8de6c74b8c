"""Paints what lies over the words and beside them; the words themselves are Qt's."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextBlock, QTextLine

from briefing.things import Passage, PassageKind
from ui.looks import Colours
from ui.reader.marks import Mark, MarkKind
from ui.reader.opened import OpenSource
from ui.reader.rows import PassageRow, Row
from ui.reader.setting import GUTTER

Spans: TypeAlias = Callable[[Passage], list[tuple[int, int]]]
"""Where in a passage the words stand that are searched for."""

_DASHES = (4.0, 2.5)
_STROKE = 1.6
_STRONG = 2.4
_TINT = 0.16
"""How much of its colour an annotation lays on the words."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A row that is in view; `top` is where its paragraph begins, in pixels of the viewport."""

    block: QTextBlock
    row: Row
    top: float


class MarkPainter:
    """Paints with one font and one set of colours."""

    def __init__(self, font: QFont, colours: Colours) -> None:
        self._font = font
        self._colours = colours
        self._metrics = QFontMetricsF(font)
        self._small = QFont(font)
        self._small.setPointSizeF(font.pointSizeF() * 0.8)

    def grounds(
        self,
        painter: QPainter,
        seen: Iterable[Seen],
        source: OpenSource,
        current: Collection[str],
        found: Spans | None,
    ) -> None:
        """The grounds under the words: remarks, what is looked at, what was searched for."""
        for one in seen:
            for mark in _marks(one, source):
                if mark.kind is MarkKind.ANNOTATION:
                    colour = QColor(self._colours.annotation)
                    colour.setAlphaF(_TINT)
                    self._wash(painter, one, self._span(one, mark), colour)
                if mark.uid in current:
                    ground = QColor(self._colours.wash)
                    self._wash(painter, one, self._span(one, mark), ground)
            if found is not None and isinstance(one.row, PassageRow):
                for start, end in found(one.row.passage):
                    span = one.row.shown(start), one.row.shown(end, end=True)
                    self._wash(painter, one, span, QColor(self._colours.found))

    def lines(
        self, painter: QPainter, seen: Iterable[Seen], source: OpenSource, current: Collection[str]
    ) -> None:
        """The lines under candidates and commitments."""
        for one in seen:
            for mark in _marks(one, source):
                if mark.kind is not MarkKind.ANNOTATION:
                    painter.setPen(self._pen(mark, strong=mark.uid in current))
                    self._underline(painter, one, mark)

    def numbers(self, painter: QPainter, seen: Iterable[Seen]) -> None:
        """The numbers of passages, and the marks of list items."""
        painter.setPen(QColor(self._colours.quiet))
        for one in seen:
            if isinstance(one.row, PassageRow) and one.block.layout().lineCount():
                self._beside(painter, one, one.row)

    def _beside(self, painter: QPainter, one: Seen, row: PassageRow) -> None:
        base = _base(one, one.block.layout().lineAt(0))
        if row.number is not None:
            number = str(row.number)
            painter.setFont(self._small)
            width = QFontMetricsF(self._small).horizontalAdvance(number)
            painter.drawText(QPointF(GUTTER - 18 - width, base), number)
        if row.passage.mark and row.passage.kind is PassageKind.ITEM:
            painter.setFont(self._font)
            left = one.block.blockFormat().leftMargin()
            width = self._metrics.horizontalAdvance(row.passage.mark)
            painter.drawText(QPointF(max(GUTTER - 14.0, left - 8 - width), base), row.passage.mark)

    def _pen(self, mark: Mark, *, strong: bool) -> QPen:
        pen = QPen(QColor(getattr(self._colours, mark.kind)), _STRONG if strong else _STROKE)
        if mark.kind is MarkKind.CANDIDATE:
            pen.setDashPattern([length / pen.widthF() for length in _DASHES])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        return pen

    def _underline(self, painter: QPainter, one: Seen, mark: Mark) -> None:
        below = self._metrics.descent() * 0.62 + 1
        if mark.kind is MarkKind.COMMITMENT:
            below += 2.5  # a commitment and a candidate may share their words
        for line, left, right in _pieces(one.block, self._span(one, mark)):
            y = round(_base(one, line) + below)
            painter.drawLine(QPointF(left, y), QPointF(right, y))

    def _wash(self, painter: QPainter, one: Seen, span: tuple[int, int], colour: QColor) -> None:
        for line, left, right in _pieces(one.block, span):
            base = _base(one, line)
            top, bottom = base - self._metrics.ascent() - 2, base + self._metrics.descent() + 4
            painter.fillRect(QRectF(left - 1, top, right - left + 2, bottom - top), colour)

    def _span(self, one: Seen, mark: Mark) -> tuple[int, int]:
        assert isinstance(one.row, PassageRow)  # noqa: S101 - folds have no marks
        return one.row.shown(mark.start), one.row.shown(mark.end, end=True)


def _marks(one: Seen, source: OpenSource) -> Sequence[Mark]:
    return source.marks_of.get(one.row.passage.uid, ()) if isinstance(one.row, PassageRow) else ()


def _base(one: Seen, line: QTextLine) -> float:
    return one.top + line.y() + line.ascent()


def _pieces(block: QTextBlock, span: tuple[int, int]) -> Iterator[tuple[QTextLine, float, float]]:
    """A span line by line, with where it begins and ends on each."""
    layout, text = block.layout(), block.text()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        start = max(span[0], line.textStart())
        end = min(span[1], line.textStart() + line.textLength())
        if end > start and text[end - 1 : end] == " ":
            end -= 1  # where the line breaks
        if start < end:
            ends = _x(line, start), _x(line, end)
            yield line, min(ends), max(ends)  # some scripts run from right to left


def _x(line: QTextLine, place: int) -> float:
    found = line.cursorToX(place)
    assert isinstance(found, tuple)  # noqa: S101 - with the place that it was found for
    return float(found[0])
