"""A piece of rich text put into another one, where the cursor is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtGui import QTextCursor

from briefing.prose import Block, InsertBlock, Item, List, Paragraph, Prose, Run, Table
from ui.editor import pen
from ui.editor.formats import CELLS, Shape, Style, block_format
from ui.editor.normal import normal, normal_runs
from ui.editor.writing import lines_of, write_line, write_prose, write_runs, write_table


def place(cursor: QTextCursor, prose: Prose, style: Style) -> None:
    """Put a text in place of the selection: words into the line, blocks below it."""
    blocks = normal(prose).blocks
    if not blocks:
        return
    with pen.one_step(cursor):
        cursor.removeSelectedText()
        if pen.shape_at(cursor).kind in CELLS:
            write_runs(cursor, _in_one(blocks), pen.shape_at(cursor).kind, style)
        elif len(blocks) == 1 and isinstance(blocks[0], Paragraph) and not blocks[0].handling:
            if pen.is_insert(cursor.block()):
                pen.open_line(cursor, style)
            write_runs(cursor, blocks[0].runs, pen.shape_at(cursor).kind, style)
        else:
            _place_blocks(cursor, blocks, style)


def _place_blocks(cursor: QTextCursor, blocks: tuple[Block, ...], style: Style) -> None:
    if pen.is_insert(cursor.block()):
        pen.open_line(cursor, style)
    shape = pen.shape_at(cursor)
    blocks = tuple(_handled(block, shape.handling) for block in blocks)
    if cursor.block().length() == 1:
        write_prose(cursor, Prose(blocks), style)
        return
    head = blocks[0]
    cursor.insertBlock(block_format(Shape(shape.kind, shape.handling, shape.level), style))
    tail = QTextCursor(cursor)
    tail.setKeepPositionOnInsert(False)
    cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter)
    if isinstance(head, Paragraph) and cursor.block().length() > 1:
        write_runs(cursor, head.runs, shape.kind, style)
        blocks = blocks[1:]
    _write_below(cursor, blocks, style)
    _close(cursor, tail)


def _handled(block: Block, handling: str) -> Block:
    """A block as it stands among others that are not to be disclosed, or usable aloud."""
    match block:
        case Paragraph():
            return replace(block, handling=block.handling or handling)
        case List(items=items):
            kept = (replace(item, handling=item.handling or handling) for item in items)
            return replace(block, items=tuple(kept))
        case _:
            return block


def _write_below(cursor: QTextCursor, blocks: Iterable[Block], style: Style) -> None:
    """Write blocks below the one with the cursor, or into it while it is empty."""
    fresh = cursor.block().length() == 1
    for line in lines_of(blocks):
        if isinstance(line, Table):
            write_table(cursor, line, style)
            fresh = True
            continue
        if not fresh:
            cursor.insertBlock()
        fresh = False
        write_line(cursor, line[0], line[1], style)


def _close(cursor: QTextCursor, tail: QTextCursor) -> None:
    """Remove the end of the line that was parted, if there is nothing in it."""
    block = tail.block()
    if block.length() > 1 or not block.previous().isValid() or pen.table_at(cursor) is not None:
        return
    form = cursor.blockFormat()
    if cursor.block().next() == block:
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        cursor.movePosition(
            QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor
        )
        cursor.removeSelectedText()
        cursor.setBlockFormat(form)


def _in_one(blocks: Iterable[Block]) -> tuple[Run, ...]:
    """Blocks as runs of one cell: a line break between two of them."""
    found: list[Run] = []
    for runs in _lines(blocks):
        found += [Run(text="\n"), *runs] if found else runs
    return normal_runs(found)


def _lines(blocks: Iterable[Block]) -> Iterable[tuple[Run, ...]]:
    for block in blocks:
        match block:
            case List(items=items):
                yield from (_item(item) for item in items)
            case Table(rows=rows):
                yield from (tuple(run for cell in row for run in cell) for row in rows)
            case InsertBlock():
                pass
            case _:
                yield block.runs


def _item(item: Item) -> tuple[Run, ...]:
    return item.runs
