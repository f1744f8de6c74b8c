"""What is done to the text under a cursor, each deed one step of the text's undo."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextTable,
)

from ui.editor.formats import (
    CELLS,
    LISTS,
    OBJECT,
    Kind,
    Marks,
    Prop,
    Shape,
    Style,
    block_format,
    char_format,
    insert_format,
    marks_of,
    reshaped,
    shape_of,
)
from ui.editor.normal import DEEPEST

Remark = Callable[[Marks], Marks]


@contextmanager
def one_step(cursor: QTextCursor) -> Iterator[QTextCursor]:
    """Everything that is done within is one step to undo."""
    cursor.beginEditBlock()
    try:
        yield cursor
    finally:
        cursor.endEditBlock()


def chosen_blocks(cursor: QTextCursor) -> Iterator[QTextBlock]:
    """The blocks that a selection touches, or the one with the cursor."""
    document = cursor.document()
    block = document.findBlock(cursor.selectionStart())
    end = cursor.selectionEnd()
    while block.isValid():
        yield block
        block = block.next()
        if not block.isValid() or block.position() >= end:
            return


def table_at(cursor: QTextCursor) -> QTextTable | None:
    """The table with the cursor; Qt's stubs do not say that there may be none."""
    return cursor.currentTable()


def shape_at(cursor: QTextCursor) -> Shape:
    """The shape of the block with the cursor."""
    return shape_of(cursor.blockFormat())


def marks_at(cursor: QTextCursor) -> Marks:
    """The marks of what would be typed; of a selection, those of its first characters."""
    if not cursor.hasSelection():
        return marks_of(cursor.charFormat())
    first = QTextCursor(cursor.document())
    first.setPosition(min(cursor.selectionStart() + 1, cursor.selectionEnd()))
    return marks_of(first.charFormat())


def reshape(block: QTextBlock, shape: Shape, style: Style) -> None:
    """Make a block another one, and its characters look the part."""
    cursor = QTextCursor(block)
    cursor.setBlockFormat(block_format(shape, style))
    cursor.setBlockCharFormat(char_format(Marks(), shape.kind, style))
    restyle(block, shape.kind, style, lambda marks: marks)


def restyle(
    block: QTextBlock,
    kind: Kind,
    style: Style,
    remark: Remark,
    within: tuple[int, int] | None = None,
) -> None:
    """Give the characters of a block, or those between two positions, other marks."""
    cursor = QTextCursor(block)
    for start, end, form in stretches(block, within):
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(char_format(remark(marks_of(form)), kind, style))


def stretches(
    block: QTextBlock, within: tuple[int, int] | None = None
) -> list[tuple[int, int, QTextCharFormat]]:
    """The stretches of words of one format in a block: objects stand between them."""
    first, last = within or (0, block.position() + block.length())
    found = []
    for one in block.textFormats():
        start = max(block.position() + one.start, first)
        end = min(block.position() + one.start + one.length, last)
        if start < end and not one.format.objectType():
            found.append((start, end, QTextCharFormat(one.format)))
    return found


def mark(cursor: QTextCursor, style: Style, remark: Remark) -> None:
    """Give the selected words other marks."""
    within = (cursor.selectionStart(), cursor.selectionEnd())
    with one_step(cursor):
        for block in list(chosen_blocks(cursor)):
            restyle(block, shape_of(block.blockFormat()).kind, style, remark, within)


def all_marked(cursor: QTextCursor, name: str) -> bool:
    """Whether every selected word has a mark; so that the next deed takes it away."""
    within = (cursor.selectionStart(), cursor.selectionEnd())
    values = [
        getattr(marks_of(form), name)
        for block in chosen_blocks(cursor)
        for _start, _end, form in stretches(block, within)
    ]
    return bool(values) and all(values)


def make(cursor: QTextCursor, style: Style, kind: Kind) -> None:
    """Make the selected blocks another kind, or paragraphs if they are of it already."""
    blocks = [b for b in chosen_blocks(cursor) if _can_be_shaped(b)]
    if all(shape_of(block.blockFormat()).kind is kind for block in blocks):
        kind = Kind.PARAGRAPH
    with one_step(cursor):
        for place, block in enumerate(blocks):
            shape = reshaped(shape_of(block.blockFormat()), kind)
            before = block.previous()
            joins = before.isValid() and shape_of(before.blockFormat()).kind is kind
            starts = kind in LISTS and not place and not joins
            reshape(block, replace(shape, starts=starts), style)


def handle(cursor: QTextCursor, style: Style, handling: str) -> None:
    """Say of the selected paragraphs and items whether they may be used aloud."""
    with one_step(cursor):
        for block in list(chosen_blocks(cursor)):
            shape = shape_of(block.blockFormat())
            if shape.kind is Kind.PARAGRAPH or shape.kind in LISTS:
                form = block_format(replace(shape, handling=handling), style)
                QTextCursor(block).setBlockFormat(form)


def can_indent(cursor: QTextCursor, step: int) -> bool:
    """Whether the items at the cursor can go a level deeper or higher."""
    return any(True for _block, _shape in _indentable(cursor, step))


def indent(cursor: QTextCursor, style: Style, step: int) -> None:
    """Move the items at the cursor a level deeper or higher."""
    with one_step(cursor):
        for block, shape in list(_indentable(cursor, step)):
            form = block_format(replace(shape, level=shape.level + step), style)
            QTextCursor(block).setBlockFormat(form)


def _indentable(cursor: QTextCursor, step: int) -> Iterator[tuple[QTextBlock, Shape]]:
    """Items that can move; none is more than one level deeper than the one above it."""
    above = None
    for block in chosen_blocks(cursor):
        shape = shape_of(block.blockFormat())
        if shape.kind not in LISTS:
            above = None
            continue
        if above is None:
            before = shape_of(block.previous().blockFormat())
            top = shape.starts or before.kind is not shape.kind
            above = -1 if top else before.level
        level = shape.level + step
        if 0 <= level <= min(above + 1, DEEPEST) or (step < 0 and level >= 0):
            yield block, shape
            above = level
        else:
            above = shape.level


def put_insert(cursor: QTextCursor, style: Style, uid: str) -> None:
    """Put a live insert behind the block with the cursor, or in its place if it is empty."""
    with one_step(cursor):
        open_line(cursor, style)
        cursor.setBlockFormat(block_format(Shape(Kind.INSERT), style))
        cursor.insertText(OBJECT, insert_format(uid))


def open_line(cursor: QTextCursor, style: Style, *, above: bool = False) -> None:
    """Put the cursor into an empty paragraph: this one, or a new one beside the block or table."""
    cursor.clearSelection()
    table = table_at(cursor)
    if table is not None:
        cursor.setPosition(table.lastPosition() + 1)
    if not cursor.block().length() - 1 and shape_at(cursor).kind not in CELLS:
        reshape(cursor.block(), Shape(), style)
        return
    if above or table is not None:
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        cursor.insertBlock()
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
    else:
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        cursor.insertBlock()
    reshape(cursor.block(), Shape(), style)
    cursor.setCharFormat(char_format(Marks(), Kind.PARAGRAPH, style))


def sweep(document: QTextDocument) -> None:
    """Remove lines whose live insert was dragged away, as part of the step that did it."""
    block = document.begin()
    while block.isValid():
        following = block.next()
        if is_insert(block) and block.length() == 1 and document.blockCount() > 1:
            _remove(block)
        block = following


def _remove(block: QTextBlock) -> None:
    cursor = QTextCursor(block)
    keep = QTextCursor.MoveMode.KeepAnchor
    beside = block.next() if block.next().isValid() else block.previous()
    form = beside.blockFormat()
    cursor.joinPreviousEditBlock()
    if block.next().isValid():
        cursor.movePosition(QTextCursor.MoveOperation.NextBlock, keep)
    else:
        cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter, keep)
    cursor.removeSelectedText()
    cursor.setBlockFormat(form)
    cursor.endEditBlock()


def clear(cursor: QTextCursor, style: Style) -> None:
    """Take every mark away from the selected words but their language."""
    mark(cursor, style, lambda marks: Marks(lang=marks.lang))


def is_insert(block: QTextBlock) -> bool:
    """Whether a block shows a live insert."""
    return bool(block.blockFormat().property(Prop.KIND) == Kind.INSERT)


def _can_be_shaped(block: QTextBlock) -> bool:
    return shape_of(block.blockFormat()).kind not in {*CELLS, Kind.INSERT}


def plain_block(style: Style) -> QTextBlockFormat:
    """The format of an ordinary paragraph."""
    return block_format(Shape(), style)
