"""The cursor of a text as a host counts: in blocks of its `Prose`."""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtGui import QTextCursor

from ui.editor import pen
from ui.editor.reading import Reader
from ui.editor.surface import Surface


class BlockCursor:
    """Where the cursor of a surface is, and how it gets elsewhere."""

    def __init__(self, surface: Surface, reader: Reader) -> None:
        self._surface = surface
        self._reader = reader

    @property
    def block(self) -> int:
        """Which block of the text has the cursor; 0 in an empty one."""
        return max(self._block_at(self._surface.textCursor().position()), 0)

    @property
    def offset(self) -> int:
        """How far behind the start of its block the cursor is, as `go_to` takes it."""
        position = self._surface.textCursor().position()
        at = self._block_at(position)
        return position - self._reader.starts()[at] if at >= 0 else 0

    @property
    def insert_place(self) -> int:
        """Before which block an insert goes that is to stand at the cursor."""
        cursor = self._surface.textCursor()
        at = self._block_at(cursor.position())
        # An empty cell, or the empty line that Qt keeps behind a table, belongs to the table.
        own = at >= 0 and self._reader.starts()[at] == cursor.block().position()
        own = own and pen.table_at(cursor) is None
        blank = (own and cursor.block().length() == 1) or cursor.atStart()
        return max(at if blank else at + 1, 0)

    def go_to(self, index: int, offset: int = 0) -> None:
        """Put the cursor at the start of a block, or so far behind it."""
        starts = self._reader.starts()
        if 0 <= index < len(starts):
            cursor = self._surface.textCursor()
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.setPosition(min(starts[index] + offset, cursor.position()))
            self._surface.setTextCursor(cursor)
            self._surface.ensureCursorVisible()

    def put_insert(self, uid: str) -> None:
        """Put a live insert there: it stands behind the paragraph, or in an empty one."""
        cursor = self._surface.textCursor()
        pen.put_insert(cursor, self._surface.style_now, uid)
        self._surface.setTextCursor(cursor)

    def _block_at(self, position: int) -> int:
        return bisect_right(self._reader.starts(), position) - 1
