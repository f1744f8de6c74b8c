"""What keys do in a text that is written in blocks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

from ui.editor import pen
from ui.editor.formats import BREAK, CELLS, LISTS, Kind, Shape, Style, block_format, char_format

if TYPE_CHECKING:
    from ui.editor.surface import Surface

_Key = Qt.Key
_STEPS = {
    _Key.Key_Up: -1,
    _Key.Key_Left: -1,
    _Key.Key_Down: 1,
    _Key.Key_Right: 1,
    _Key.Key_PageUp: -1,
    _Key.Key_PageDown: 1,
}


class Keyboard:
    """Answers the keys that Qt would answer otherwise; all others go to Qt."""

    def __init__(self, surface: Surface) -> None:
        self._surface = surface

    def first(self, event: QKeyEvent) -> bool:
        """What has to be known before shortcuts and Tab are looked at; True if that is all."""
        if event.type() is QEvent.Type.ShortcutOverride:
            # Undo is the window's: it knows when the text has nothing left to take back.
            for key in (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo):
                if event.matches(key):
                    event.ignore()
                    return True
        elif event.type() is QEvent.Type.KeyPress and not self._surface.isReadOnly():
            if event.key() == _Key.Key_Tab and not event.modifiers():
                return self._tab(1)
            if event.key() == _Key.Key_Backtab:
                return self._tab(-1)
        return False

    def pressed(self, event: QKeyEvent) -> bool:
        """Answer a key; False if Qt is to do so."""
        surface = self._surface
        if event.key() in _STEPS and self._moved(event):
            return True
        if surface.isReadOnly():
            return False
        cursor = surface.textCursor()
        if event.key() in {_Key.Key_Return, _Key.Key_Enter}:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                return False
            self._enter(cursor, new_line=bool(event.modifiers() & _SHIFT))
        elif event.key() in {_Key.Key_Backspace, _Key.Key_Delete}:
            return self._rubbed(cursor, event.key())
        else:
            if _writes(event):
                self.make_room()
            return False
        surface.ensureCursorVisible()
        return True

    def typed(self, event: QKeyEvent, before: int) -> None:
        """Look at what a key has left behind."""

    def make_room(self) -> None:
        """Have a paragraph to write in, where the cursor is on a live insert."""
        cursor = self._surface.textCursor()
        if self._surface.isReadOnly() or not pen.is_insert(cursor.block()):
            return
        with pen.one_step(cursor):
            if cursor.block().length() > 1:
                pen.open_line(cursor, self._surface.style_now)
            else:
                pen.reshape(cursor.block(), Shape(), self._surface.style_now)
        self._surface.setTextCursor(cursor)

    # Moving

    def _moved(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        surface, step = self._surface, _STEPS[_Key(event.key())]
        cursor = surface.textCursor()
        if event.key() in {_Key.Key_PageUp, _Key.Key_PageDown}:
            return surface.growing and self._page(step)
        if cursor.hasSelection():
            if not (pen.is_insert(cursor.block()) and cursor.selectionEnd() == cursor.position()):
                return False
            cursor.setPosition(cursor.selectionEnd() if step > 0 else cursor.selectionStart())
        along = event.key() in {_Key.Key_Left, _Key.Key_Right}
        operation = QTextCursor.MoveOperation
        if along:
            moves = cursor.movePosition(operation.Right if step > 0 else operation.Left)
        else:
            moves = cursor.movePosition(operation.Down if step > 0 else operation.Up)
        if not moves:
            surface.leave_by(step)
            return True
        if surface.textCursor().hasSelection():
            surface.setTextCursor(cursor)
            return True
        return False

    def _page(self, step: int) -> bool:
        """Move by what is seen of the text; on from its end, to the neighbour."""
        surface = self._surface
        high = surface.visibleRegion().boundingRect().height() or surface.height()
        point = surface.cursorRect().center()
        beyond = point.y() + step * high
        if not 0 <= beyond <= surface.height():
            surface.leave_by(step)
            return True
        point.setY(beyond)
        surface.setTextCursor(surface.cursorForPosition(point))
        surface.ensureCursorVisible()
        return True

    def _tab(self, step: int) -> bool:
        cursor = self._surface.textCursor()
        table = pen.table_at(cursor)
        if table is not None:
            cell = table.cellAt(cursor)
            at = cell.row() * table.columns() + cell.column() + step
            if not 0 <= at < table.rows() * table.columns():
                return False
            cursor = table.cellAt(at // table.columns(), at % table.columns()).lastCursorPosition()
            self._surface.setTextCursor(cursor)
            return True
        if not pen.can_indent(cursor, step):
            return False
        pen.indent(cursor, self._surface.style_now, step)
        return True

    # Lines

    def _enter(self, cursor: QTextCursor, *, new_line: bool) -> None:
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

    # Rubbing out

    def _rubbed(self, cursor: QTextCursor, key: int) -> bool:
        surface, style = self._surface, self._surface.style_now
        if pen.is_insert(cursor.block()) and _only_insert(cursor):
            _drop_insert(cursor, style)
            surface.setTextCursor(cursor)
            return True
        if cursor.hasSelection():
            return False
        back = key == _Key.Key_Backspace
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


_SHIFT = Qt.KeyboardModifier.ShiftModifier


def _writes(event: QKeyEvent) -> bool:
    text = event.text()
    return bool(text) and text.isprintable()


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
