"""What is painted beside the words: marks of lists, bars of quotes, and handling in the margin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextTable,
)

from ui.editor.formats import INSERT_OBJECT, LISTS, Kind, Prop, Shape, shape_of
from ui.editor.objects import InsertBox
from ui.looks import Look

BULLETS = "•–·"
"""The same marks as on the page."""


@dataclass(frozen=True, slots=True)
class MarginWords:
    """What the margin calls the two handlings of a paragraph."""

    usable: str
    internal: str

    def of(self, handling: str) -> str:
        """The word for a handling."""
        return self.usable if handling == "usable" else self.internal


class Furniture:
    """Paints what the document's own layout does not."""

    def __init__(self, look: Look, words: MarginWords, inserts: InsertBox) -> None:
        self._look = look
        self._inserts = inserts
        self._words = words

    def gutter(self, font: QFont) -> float:
        """The room that the words in the margin take."""
        metrics = QFontMetricsF(_label_font(font))
        wide = max(metrics.horizontalAdvance(w) for w in (self._words.usable, self._words.internal))
        return wide + 22

    def paint(self, painter: QPainter, chosen: QTextCursor, seen: QRectF) -> None:
        """Paint what belongs to the blocks that are seen, in the document's coordinates."""
        document = chosen.document()
        for block, area in blocks_in(document, seen):
            shape = shape_of(block.blockFormat())
            if shape.kind in LISTS:
                self._paint_marker(painter, block, area, shape)
            elif shape.kind is Kind.QUOTE:
                self._paint_bar(painter, area, document.defaultFont())
            elif shape.kind is Kind.INSERT and _holds(chosen, block):
                self._paint_chosen(painter, block, area)
            if shape.handling:
                self._paint_handling(painter, area, document.defaultFont(), shape.handling)
        self._paint_captions(painter, document, seen)

    def _paint_marker(
        self, painter: QPainter, block: QTextBlock, area: QRectF, shape: Shape
    ) -> None:
        line = block.layout().lineAt(0)
        if not line.isValid():
            return
        font = block.document().defaultFont()
        label = _label(block, shape)
        metrics = QFontMetricsF(font)
        x = area.left() + line.x() - metrics.horizontalAdvance(label) - metrics.height() * 0.32
        painter.setFont(font)
        painter.setPen(QColor(self._look.colours.text))
        painter.drawText(QPointF(x, area.top() + line.y() + line.ascent()), label)

    def _paint_chosen(self, painter: QPainter, block: QTextBlock, area: QRectF) -> None:
        line = block.layout().lineAt(0)
        for stretch in block.textFormats():
            if stretch.format.objectType() == INSERT_OBJECT and line.isValid():
                rect = line.naturalTextRect().translated(area.topLeft())
                self._inserts.paint(painter, rect, block.document(), stretch.format, chosen=True)
                return

    def _paint_bar(self, painter: QPainter, area: QRectF, font: QFont) -> None:
        em = QFontMetricsF(font).height()
        painter.fillRect(
            QRectF(area.left() + em * 0.5, area.top(), 2, area.height()),
            QColor(self._look.colours.quiet),
        )

    def _paint_handling(self, painter: QPainter, area: QRectF, font: QFont, handling: str) -> None:
        colours = self._look.colours
        usable = handling == "usable"
        colour = QColor(colours.good if usable else colours.bad)
        small = _label_font(font)
        metrics = QFontMetricsF(small)
        right = area.left() - 8
        pen = QPen(colour, 2, Qt.PenStyle.SolidLine if usable else Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawLine(QPointF(right, area.top() + 2), QPointF(right, area.bottom() - 2))
        painter.setFont(small)
        painter.setPen(colour)
        word = self._words.of(handling)
        at = QPointF(right - 6 - metrics.horizontalAdvance(word), area.top() + metrics.ascent() + 3)
        painter.drawText(at, word)

    def _paint_captions(self, painter: QPainter, document: QTextDocument, seen: QRectF) -> None:
        font = document.defaultFont()
        metrics = QFontMetricsF(font)
        italic = QFont(font)
        italic.setItalic(True)
        for frame in document.rootFrame().childFrames():
            caption = frame.frameFormat().property(Prop.CAPTION)
            area = document.documentLayout().frameBoundingRect(frame)
            if (
                isinstance(frame, QTextTable)
                and caption
                and area.adjusted(0, -metrics.height() - 4, 0, 0).intersects(seen)
            ):
                painter.setFont(italic)
                painter.setPen(QColor(self._look.colours.text))
                words = metrics.elidedText(caption, Qt.TextElideMode.ElideRight, area.width())
                painter.drawText(QPointF(area.left(), area.top() - metrics.descent() - 7), words)


def _holds(chosen: QTextCursor, block: QTextBlock) -> bool:
    start = block.position()
    return chosen.selectionStart() <= start and chosen.selectionEnd() > start


def blocks_in(document: QTextDocument, seen: QRectF) -> Iterator[tuple[QTextBlock, QRectF]]:
    """The blocks of a part of a document, each with its place."""
    layout = document.documentLayout()
    middle = document.rootFrame().frameFormat().leftMargin() + 1
    at = layout.hitTest(QPointF(middle, seen.top()), Qt.HitTestAccuracy.FuzzyHit)
    block = document.findBlock(max(at, 0)).previous()
    if not block.isValid():
        block = document.begin()
    while block.isValid():
        area = layout.blockBoundingRect(block)
        if area.top() > seen.bottom():
            return
        yield block, area
        block = block.next()


def _label(block: QTextBlock, shape: Shape) -> str:
    if shape.kind is Kind.BULLET:
        return BULLETS[min(shape.level, len(BULLETS) - 1)]
    return f"{number_of(block, shape)}."


def number_of(block: QTextBlock, shape: Shape) -> int:
    """The number of an item among those of its level."""
    number, starts = 1, shape.starts
    before = block.previous()
    while before.isValid() and not starts:
        above = shape_of(before.blockFormat())
        if above.kind is not shape.kind or above.level < shape.level:
            break
        number += above.level == shape.level
        starts = above.starts
        before = before.previous()
    return number


def _label_font(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(max(font.pointSizeF() * 0.68, 8))
    return small
