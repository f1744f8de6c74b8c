"""Lines begun and joined: what Enter, Backspace and Delete do between blocks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from ui.editor import pen
from ui.editor.formats import (
    BREAK,
    CELLS,
    LISTS,
    Kind,
    Shape,
    Style,
    block_format,
    char_format,
)

if TYPE_CHECKING:
    from ui.editor.surface import Surface


class Lines:
    """Begins and joins the blocks of one text."""

    def __init__(self, surface: Surface) -> None:
        self._surface = surface

    def enter(self, cursor: QTextCursor, *, new_line: bool) -> None:
        """Begin a new block, or only a new line in this one."""
        surface, shape = self._surface, pen.shape_at(cursor)
        with pen.one_step(cursor):
            if shape.kind is Kind.INSERT:
                pen.open_line(cursor, surface.style_now, above=new_line)
            elif new_line or shape.kind in CELLS:
                cursor.insertText(BREAK)
            elif cursor.block().length() == 1 and shape.kind is not Kind.PARAGRAPH:
                self._end(cursor, shape)
            else:
                self._split(cursor, shape)
        surface.setTextCursor(cursor)

    def drop_insert(self, cursor: QTextCursor) -> bool:
        """Rub out the live insert that is chosen, if one is; its line stays to write in."""
        if not (pen.is_insert(cursor.block()) and _only_insert(cursor)):
            return False
        _drop_insert(cursor, self._surface.style_now)
        self._surface.setTextCursor(cursor)
        return True

    def _end(self, cursor: QTextCursor, shape: Shape) -> None:
        """An empty item or quote ends its list or itself."""
        style = self._surface.style_now
        if shape.kind in LISTS and shape.level:
            pen.reshape(cursor.block(), replace(shape, level=shape.level - 1), style)
        else:
            pen.reshape(cursor.block(), Shape(handling=shape.handling), style)

    def _split(self, cursor: QTextCursor, shape: Shape) -> None:
        style = self._surface.style_now
        marks = pen.marks_at(cursor)
        cursor.removeSelectedText()
        kept = replace(shape, starts=False)
        after = Shape() if shape.kind is Kind.SUBHEADING else kept
        if cursor.atBlockStart() and not cursor.atBlockEnd() and after.kind is not shape.kind:
            # Enter before a heading makes room above it.
            cursor.insertBlock(block_format(shape, style))
            pen.reshape(cursor.block().previous(), after, style)
            return
        at_end = cursor.atBlockEnd()
        cursor.insertBlock(block_format(after, style))
        if after.kind is not shape.kind:
            pen.reshape(cursor.block(), after, style)
        if at_end:
            typing = replace(marks, href="", superscript=False)
            cursor.setBlockCharFormat(char_format(typing, after.kind, style))
            cursor.setCharFormat(char_format(typing, after.kind, style))

    def rub(self, cursor: QTextCursor, *, back: bool) -> bool:
        """Rub out at the cursor; False if Qt is to do so."""
        if self.drop_insert(cursor):
            return True
        if cursor.hasSelection():
            return False
        if not (cursor.atBlockStart() if back else cursor.atBlockEnd()):
            return False
        shape = pen.shape_at(cursor)
        if shape.kind in CELLS:
            return True  # a cell is not joined to the next
        if back and shape.kind is not Kind.PARAGRAPH:
            with pen.one_step(cursor):
                self._end(cursor, shape)
            return True
        return self._towards(cursor, back=back)

    def _towards(self, cursor: QTextCursor, *, back: bool) -> bool:
        """Rubbing out towards a live insert or a table chooses it first, and joins nothing."""
        beside = cursor.block().previous() if back else cursor.block().next()
        if not beside.isValid():
            return False
        if pen.is_insert(beside):
            if cursor.block().length() == 1:
                with pen.one_step(cursor):
                    _remove_line(cursor, back=back)
            self._surface.choose_insert(beside.position())
            return True
        inside = pen.table_at(QTextCursor(beside))
        return inside is not None


def _only_insert(cursor: QTextCursor) -> bool:
    """Whether nothing but one live insert is selected."""
    if not cursor.hasSelection():
        return True
    start = cursor.block().position()
    return cursor.selectionStart() >= start and cursor.selectionEnd() <= start + 1


def _drop_insert(cursor: QTextCursor, style: Style) -> None:
    with pen.one_step(cursor):
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        pen.reshape(cursor.block(), Shape(), style)


def _remove_line(cursor: QTextCursor, *, back: bool) -> None:
    """Remove the empty line with the cursor."""
    operation, keep = QTextCursor.MoveOperation, QTextCursor.MoveMode.KeepAnchor
    if back:
        # From the line before: the block that is joined to keeps its own format.
        cursor.movePosition(operation.PreviousCharacter, keep)
        cursor.removeSelectedText()
    else:
        shape = cursor.block().next().blockFormat()
        cursor.movePosition(operation.NextCharacter, keep)
        cursor.removeSelectedText()
        cursor.setBlockFormat(shape)
