"""What keys do in a text that is written in blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

from ui.editor import pen
from ui.editor.formats import Shape
from ui.editor.lines import Lines
from ui.editor.typing import Conveniences

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
        self.lines = Lines(surface)
        self._conveniences = Conveniences(
            surface.textCursor, lambda: surface.style_now, surface.undo
        )

    def first(self, event: QKeyEvent) -> bool:
        """What has to be known before shortcuts and Tab are looked at; True if that is all."""
        if event.type() is QEvent.Type.ShortcutOverride:
            if self._surface.answers(event) is not None:
                event.accept()
                return True
            # Undo is the window's: it knows when the text has nothing left to take back.
            for key in (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo):
                if event.matches(key):
                    event.ignore()
                    return True
        elif event.type() is QEvent.Type.KeyPress:
            return self._acts(event)
        return False

    def _acts(self, event: QKeyEvent) -> bool:
        answer = self._surface.answers(event)
        if answer is not None:
            answer()
            return True
        if not self._surface.isReadOnly():
            if event.matches(QKeySequence.StandardKey.Cut):
                self._surface.cut_out()
                return True
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
        if event.key() in {_Key.Key_Tab, _Key.Key_Backtab}:
            event.ignore()  # there is nowhere to go to, and a tab is not written
            return True
        cursor = surface.textCursor()
        if event.key() in {_Key.Key_Return, _Key.Key_Enter}:
            return self._enter(event, cursor)
        if event.key() in {_Key.Key_Backspace, _Key.Key_Delete}:
            back = event.key() == _Key.Key_Backspace
            return (back and self._conveniences.take_back()) or self.lines.rub(cursor, back=back)
        if _writes(event):
            self.make_room()
        return False

    def _enter(self, event: QKeyEvent, cursor: QTextCursor) -> bool:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        self.lines.enter(cursor, new_line=bool(event.modifiers() & _SHIFT))
        self._surface.ensureCursorVisible()
        return True

    def typed(self, event: QKeyEvent) -> None:
        """Put right what a key has left behind."""
        surface = self._surface
        if _writes(event) and not surface.isReadOnly():
            self._conveniences.look(surface.lang_at_cursor())

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


_SHIFT = Qt.KeyboardModifier.ShiftModifier


def _writes(event: QKeyEvent) -> bool:
    text = event.text()
    return bool(text) and text.isprintable()
