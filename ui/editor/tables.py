"""What is done to a table in a text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QTextCursor, QTextTable

from briefing.prose import Table
from ui.editor import pen
from ui.editor.formats import Kind, Prop, Shape, Style, cell_format, table_format
from ui.editor.writing import write_line, write_table

_ROWS, _COLUMNS = 3, 3


def new_table(cursor: QTextCursor, style: Style) -> None:
    """Put an empty table behind the block with the cursor, and the cursor into its first cell."""
    with pen.one_step(cursor):
        if pen.table_at(cursor) is not None or pen.is_insert(cursor.block()):
            pen.open_line(cursor, style)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        empty = Table(rows=(((),) * _COLUMNS,) * _ROWS)
        made = write_table(cursor, empty, style)
        cursor.setPosition(made.firstPosition())


Cell = tuple[int, int]
"""A row and a column."""


def _within(deed: Callable[[QTextTable, Cell, Style], Cell]) -> Callable[..., None]:
    """A deed on the table with the cursor, as one step; it says in which cell one goes on."""

    def done(cursor: QTextCursor, style: Style) -> None:
        table = pen.table_at(cursor)
        if table is None:
            return
        cell, start = table.cellAt(cursor), table.firstPosition()
        with pen.one_step(cursor):
            row, column = deed(table, (cell.row(), cell.column()), style)
        left = cursor.document().rootFrame().childFrames()
        if not any(frame == table for frame in left):
            cursor.setPosition(max(start - 1, 0))
            return
        there = table.cellAt(min(row, table.rows() - 1), min(column, table.columns() - 1))
        cursor.setPosition(there.firstPosition())

    return done


@_within
def row_above(table: QTextTable, cell: Cell, style: Style) -> Cell:
    """Add a row above the one with the cursor."""
    table.insertRows(cell[0], 1)
    _dress(table, style)
    return cell


@_within
def row_below(table: QTextTable, cell: Cell, style: Style) -> Cell:
    """Add a row below the one with the cursor."""
    table.insertRows(cell[0] + 1, 1)
    _dress(table, style)
    return cell[0] + 1, cell[1]


@_within
def column_before(table: QTextTable, cell: Cell, style: Style) -> Cell:
    """Add a column before the one with the cursor."""
    table.insertColumns(cell[1], 1)
    _dress(table, style)
    return cell


@_within
def column_after(table: QTextTable, cell: Cell, style: Style) -> Cell:
    """Add a column after the one with the cursor."""
    table.insertColumns(cell[1] + 1, 1)
    _dress(table, style)
    return cell[0], cell[1] + 1


@_within
def remove_row(table: QTextTable, cell: Cell, style: Style) -> Cell:
    """Remove the row with the cursor; with the last one goes the table."""
    heads = table.format().property(Prop.HEADS) or 0
    last = table.rows() == 1
    table.removeRows(cell[0], 1)
    if not last:
        _dress(table, style, heads - (cell[0] < heads))
    return cell


@_within
def remove_column(table: QTextTable, cell: Cell, style: Style) -> Cell:
    """Remove the column with the cursor; with the last one goes the table."""
    last = table.columns() == 1
    table.removeColumns(cell[1], 1)
    if not last:
        _dress(table, style)
    return cell


@_within
def remove_table(table: QTextTable, cell: Cell, _style: Style) -> Cell:
    """Remove the table with the cursor."""
    table.removeRows(0, table.rows())
    return cell


@_within
def head_row(table: QTextTable, cell: Cell, style: Style) -> Cell:
    """Have a head row, or none."""
    _dress(table, style, 0 if table.format().property(Prop.HEADS) else 1)
    return cell


def has_head(cursor: QTextCursor) -> bool:
    """Whether the table with the cursor has a head row."""
    table = pen.table_at(cursor)
    return table is not None and bool(table.format().property(Prop.HEADS))


def caption_of(cursor: QTextCursor) -> str:
    """The caption of the table with the cursor."""
    table = pen.table_at(cursor)
    return "" if table is None else table.format().property(Prop.CAPTION) or ""


def set_caption(cursor: QTextCursor, style: Style, caption: str) -> None:
    """Give the table with the cursor a caption."""
    table = pen.table_at(cursor)
    if table is not None:
        heads = table.format().property(Prop.HEADS) or 0
        table.setFormat(table_format(table.columns(), heads, caption, style))


def _dress(table: QTextTable, style: Style, heads: int | None = None) -> None:
    """Have every cell be what its row is, also one that has just been made."""
    form = table.format()
    heads = (form.property(Prop.HEADS) or 0) if heads is None else heads
    caption = form.property(Prop.CAPTION) or ""
    table.setFormat(table_format(table.columns(), heads, caption, style))
    for row in range(table.rows()):
        kind = Kind.HEAD if row < heads else Kind.CELL
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            block = cell.firstCursorPosition().block()
            if pen.shape_at(QTextCursor(block)).kind is kind:
                continue
            if block.length() > 1:
                pen.reshape(block, Shape(kind), style)
            else:
                write_line(cell.firstCursorPosition(), Shape(kind), (), style)
            cell.setFormat(cell_format(kind, style))
