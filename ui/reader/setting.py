"""Sets rows into a text document, and the next rows where they differ from the last."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from briefing.things import PassageKind
from ui.looks import Colours
from ui.reader.rows import FoldRow, PassageRow, Row

GUTTER = 52
"""Pixels left of the text, in which numbers stand."""
INDENT = 22
"""Pixels by which each level of a list is set in."""
_LEADING = 142.0
"""Per cent of the type's own height."""
_ABOVE, _BELOW = 20, 360
"""Pixels left blank; below enough that the last words can stand at a third of the height."""
_SIZES = (1.45, 1.2, 1.05)
"""Of headings, by their level, as parts of the text's."""

FoldWords: TypeAlias = Callable[[FoldRow], str]


class Typesetter:
    """Knows how each row looks; one for a font and a set of colours."""

    def __init__(self, font: QFont, colours: Colours, fold_words: FoldWords) -> None:
        self.font = font
        self._colours = colours
        self._fold_words = fold_words
        self._body = _block(bottom=font.pointSizeF() * 0.75, left=GUTTER)

    def set(self, document: QTextDocument, rows: Sequence[Row]) -> None:
        """Fill a document from nothing."""
        document.setUndoRedoEnabled(False)
        document.setDefaultFont(self.font)
        document.setDocumentMargin(0)
        document.setPlainText("\n".join(self.text(row) for row in rows))
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        self._frame(document)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setBlockFormat(self._body)
        block = document.begin()
        for row in rows:
            self._dress(cursor, block, row)
            block = block.next()
        cursor.endEditBlock()

    def _frame(self, document: QTextDocument) -> None:
        root = document.rootFrame()
        form = root.frameFormat()
        form.setTopMargin(_ABOVE)
        form.setBottomMargin(_BELOW)
        root.setFrameFormat(form)

    def reset(self, document: QTextDocument, old: Sequence[Row], new: Sequence[Row]) -> None:
        """Make old rows new ones, and touch only paragraphs that differ."""
        first, last = _differing(old, new)
        gone, come = old[first : len(old) - last], new[first : len(new) - last]
        if not gone and not come:
            return
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        whole = not first and not last
        self._take_out(cursor, document, first, len(gone), whole=whole)
        for place, row in enumerate(come, start=first):
            self._put_in(cursor, document, place, row, fresh=whole and place == first)
        cursor.endEditBlock()

    def text(self, row: Row) -> str:
        """The words of a row."""
        return self._fold_words(row) if isinstance(row, FoldRow) else row.text

    def _take_out(
        self, cursor: QTextCursor, document: QTextDocument, first: int, count: int, *, whole: bool
    ) -> None:
        if whole:
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.removeSelectedText()
            return
        for _ in range(count):
            block = document.findBlockByNumber(first)
            cursor.setPosition(block.position())
            if block.next().isValid():
                cursor.setPosition(block.next().position(), QTextCursor.MoveMode.KeepAnchor)
            else:
                cursor.setPosition(block.position() - 1)
                end = block.position() + block.length() - 1
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()

    def _put_in(
        self, cursor: QTextCursor, document: QTextDocument, place: int, row: Row, *, fresh: bool
    ) -> None:
        text = self.text(row)
        if fresh:
            cursor.setPosition(0)
            cursor.insertText(text)
        elif place == 0:
            cursor.setPosition(0)
            cursor.insertBlock()
            cursor.setPosition(0)
            cursor.insertText(text)
        else:
            before = document.findBlockByNumber(place - 1)
            cursor.setPosition(before.position() + before.length() - 1)
            cursor.insertBlock()
            cursor.insertText(text)
        block = document.findBlockByNumber(place)
        cursor.setPosition(block.position())
        cursor.setBlockFormat(self._body)
        cursor.setPosition(block.position() + len(text), QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(QTextCharFormat())
        self._dress(cursor, block, row)

    def _dress(self, cursor: QTextCursor, block: QTextBlock, row: Row) -> None:
        if isinstance(row, FoldRow):
            self._whole(cursor, block, self._body, self._quiet(small=True))
            return
        passage = row.passage
        if row.reason:
            self._whole(cursor, block, self._left(row), self._quiet(small=False))
        elif passage.kind is PassageKind.HEADING:
            self._whole(cursor, block, *self._heading(passage.level))
        elif passage.kind is PassageKind.ITEM:
            cursor.setPosition(block.position())
            cursor.setBlockFormat(self._left(row))
        for _addition, start, end in row.added():
            cursor.setPosition(block.position() + start)
            cursor.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
            added = QTextCharFormat()
            added.setForeground(QColor(self._colours.quiet))
            cursor.mergeCharFormat(added)

    def _whole(
        self,
        cursor: QTextCursor,
        block: QTextBlock,
        paragraph: QTextBlockFormat,
        letters: QTextCharFormat,
    ) -> None:
        cursor.setPosition(block.position())
        cursor.setBlockFormat(paragraph)
        cursor.setPosition(block.position() + block.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(letters)
        cursor.setBlockCharFormat(letters)

    def _left(self, row: PassageRow) -> QTextBlockFormat:
        passage = row.passage
        depth = passage.level + 1 if passage.kind is PassageKind.ITEM else 0
        return _block(bottom=self._body.bottomMargin() * 0.7, left=GUTTER + depth * INDENT)

    def _heading(self, level: int) -> tuple[QTextBlockFormat, QTextCharFormat]:
        size = self.font.pointSizeF() * _SIZES[min(max(level, 1), len(_SIZES)) - 1]
        letters = QTextCharFormat()
        letters.setFontPointSize(size)
        letters.setFontWeight(QFont.Weight.Bold)
        paragraph = _block(bottom=size * 0.5, left=GUTTER, top=size * 1.1)
        paragraph.setLineHeight(118.0, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        paragraph.setHeadingLevel(min(max(level, 1), 6))
        return paragraph, letters

    def _quiet(self, *, small: bool) -> QTextCharFormat:
        letters = QTextCharFormat()
        letters.setForeground(QColor(self._colours.quiet))
        if small:
            letters.setFontPointSize(self.font.pointSizeF() * 0.85)
            letters.setFontItalic(True)
        return letters


def _block(*, bottom: float, left: float, top: float = 0.0) -> QTextBlockFormat:
    paragraph = QTextBlockFormat()
    paragraph.setLineHeight(_LEADING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    paragraph.setBottomMargin(bottom)
    paragraph.setTopMargin(top)
    paragraph.setLeftMargin(left)
    return paragraph


def _differing(old: Sequence[Row], new: Sequence[Row]) -> tuple[int, int]:
    """How many rows are alike at the beginning and, of the rest, at the end."""
    least = min(len(old), len(new))
    first = next((n for n in range(least) if _look(old[n]) != _look(new[n])), least)
    rest = least - first
    last = next((n for n in range(rest) if _look(old[-1 - n]) != _look(new[-1 - n])), rest)
    return first, last


def _look(row: Row) -> object:
    """What a row's paragraph looks like; its number is painted beside it."""
    if isinstance(row, FoldRow):
        return len(row.passages), row.opened, row.key
    return row.passage.uid, bool(row.reason), row.additions
