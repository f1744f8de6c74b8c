"""From a rich text to Qt's document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from PySide6.QtGui import QTextCursor, QTextTable

from briefing.prose import (
    Block,
    BlockQuote,
    InsertBlock,
    List,
    Paragraph,
    Prose,
    Run,
    Subheading,
    Table,
)
from ui.editor.formats import (
    BREAK,
    OBJECT,
    Kind,
    Marks,
    Shape,
    Style,
    block_format,
    cell_format,
    char_format,
    footnote_format,
    insert_format,
    table_format,
)

Line: TypeAlias = tuple[Shape, tuple[Run, ...] | str] | Table
"""A block of Qt's text: its shape with its runs, or with the uid of its insert; or a table."""


def write_prose(cursor: QTextCursor, prose: Prose, style: Style) -> None:
    """Write the blocks into an empty block; the cursor is left at the end of the last."""
    fresh = True
    for line in lines_of(prose.blocks):
        if isinstance(line, Table):
            write_table(cursor, line, style)
            fresh = True
            continue
        shape, content = line
        if not fresh:
            cursor.insertBlock()
        fresh = False
        write_line(cursor, shape, content, style)


def lines_of(blocks: Iterable[Block]) -> Iterator[Line]:
    """The blocks as Qt has them: each item is one."""
    for block in blocks:
        match block:
            case Paragraph():
                yield Shape(handling=block.handling), block.runs
            case Subheading():
                yield Shape(Kind.SUBHEADING), block.runs
            case BlockQuote():
                yield Shape(Kind.QUOTE), block.runs
            case InsertBlock():
                yield Shape(Kind.INSERT), block.insert
            case Table():
                yield block
            case List():
                yield from _items_of(block)


def _items_of(block: List) -> Iterator[Line]:
    kind = Kind.NUMBER if block.ordered else Kind.BULLET
    for place, item in enumerate(block.items):
        yield Shape(kind, item.handling, item.level, starts=not place), item.runs


def write_line(
    cursor: QTextCursor, shape: Shape, content: tuple[Run, ...] | str, style: Style
) -> None:
    """Write a block into the empty one at the cursor."""
    cursor.setBlockFormat(block_format(shape, style))
    cursor.setBlockCharFormat(char_format(Marks(), shape.kind, style))
    if isinstance(content, str):
        cursor.insertText(OBJECT, insert_format(content))
    else:
        write_runs(cursor, content, shape.kind, style)


def write_runs(cursor: QTextCursor, runs: Iterable[Run], kind: Kind, style: Style) -> None:
    """Write runs at the cursor, as they look in a block of a kind."""
    for run in runs:
        if run.text:
            text = run.text.replace("\n", BREAK)
            cursor.insertText(text, char_format(Marks.of(run), kind, style))
        if run.footnote:
            cursor.insertText(OBJECT, footnote_format(run.footnote, style))


def write_table(cursor: QTextCursor, table: Table, style: Style) -> QTextTable:
    """Write a table behind the block at the cursor, which is left in the block behind it."""
    columns = len(table.rows[0])
    made = cursor.insertTable(
        len(table.rows), columns, table_format(columns, table.heads, table.caption, style)
    )
    for at, row in enumerate(table.rows):
        kind = Kind.HEAD if at < table.heads else Kind.CELL
        for column, runs in enumerate(row):
            cell = made.cellAt(at, column)
            write_line(cell.firstCursorPosition(), Shape(kind), runs, style)
            cell.setFormat(cell_format(kind, style))
    cursor.setPosition(made.lastPosition() + 1)
    cursor.setBlockFormat(block_format(Shape(), style))
    cursor.setBlockCharFormat(char_format(Marks(), Kind.PARAGRAPH, style))
    return made
