"""From Qt's document to a rich text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QTextBlock, QTextDocument, QTextFrame, QTextTable

from briefing.prose import (
    Block,
    BlockQuote,
    InsertBlock,
    Item,
    List,
    Paragraph,
    Prose,
    Run,
    Subheading,
    Table,
)
from ui.editor.formats import (
    BREAK,
    FOOTNOTE_OBJECT,
    INSERT_OBJECT,
    LISTS,
    OBJECT,
    Kind,
    Marks,
    Prop,
    Shape,
    marks_of,
    shape_of,
)
from ui.editor.normal import normal, normal_runs


@dataclass(frozen=True, slots=True)
class Span:
    """Positions of Qt's text, from the first to behind the last."""

    start: int
    end: int


EVERYTHING = Span(0, 2**31 - 1)


def read_prose(document: QTextDocument, span: Span = EVERYTHING) -> Prose:
    """What the document says, in its normal form."""
    return normal(Prose(tuple(block for _start, block in read_blocks(document, span))))


def read_blocks(document: QTextDocument, span: Span = EVERYTHING) -> Iterator[tuple[int, Block]]:
    """The blocks that a span touches, each with the position where it starts."""
    items: list[Item] = []
    begun, of = 0, Shape()
    for start, shape, content in _lines(document, span):
        joins = shape.kind is of.kind and not shape.starts
        if items and not (isinstance(content, Item) and joins):
            yield begun, _list_of(items, of)
            items = []
        if isinstance(content, Item):
            if not items:
                begun, of = start, shape
            items.append(content)
        else:
            yield start, content
    if items:
        yield begun, _list_of(items, of)


def _list_of(items: list[Item], shape: Shape) -> List:
    return List(items=tuple(items), ordered=shape.kind is Kind.NUMBER)


def _lines(document: QTextDocument, span: Span) -> Iterator[tuple[int, Shape, Item | Block]]:
    for part in parts_of(document):
        if isinstance(part, QTextTable):
            if _touches(span, part.firstPosition(), part.lastPosition() + 1):
                yield part.firstPosition(), Shape(), read_table(part)
        elif _touches(span, part.position(), part.position() + part.length()):
            shape = shape_of(part.blockFormat())
            if shape.kind in LISTS:
                runs = read_runs(part, span)
                item = Item(runs=runs, level=shape.level, handling=shape.handling)
                yield part.position(), shape, item
            else:
                for block in _read_block(part, shape, span):
                    yield part.position(), shape, block


def _touches(span: Span, start: int, end: int) -> bool:
    return end > span.start and (start < span.end or start == span.start)


def parts_of(document: QTextDocument) -> Iterator[QTextBlock | QTextTable]:
    """The blocks and tables of a document, in reading order."""
    at = document.rootFrame().begin()
    while not at.atEnd():
        frame: QTextFrame | None = _frame(at)
        if isinstance(frame, QTextTable):
            yield frame
        elif frame is None:
            yield at.currentBlock()
        at += 1


def _frame(at: QTextFrame.iterator) -> QTextFrame | None:
    """Qt's stubs do not say that there may be none."""
    return at.currentFrame()


def read_table(table: QTextTable) -> Table:
    """A table as it stands in the document."""
    rows = tuple(
        tuple(_read_cell(table, row, column) for column in range(table.columns()))
        for row in range(table.rows())
    )
    form = table.format()
    return Table(
        rows=rows,
        heads=form.property(Prop.HEADS) or 0,
        caption=form.property(Prop.CAPTION) or "",
    )


def read_runs(block: QTextBlock, span: Span = EVERYTHING) -> tuple[Run, ...]:
    """The runs of a block, or of that part of it which is in the span."""
    return normal_runs(_pieces(block, span))


def _pieces(block: QTextBlock, span: Span) -> Iterator[Run]:
    text = block.text()
    narrow = len(text) == block.length() - 1
    units = b"" if narrow else text.encode("utf-16-le", "surrogatepass")
    first, last = span.start - block.position(), span.end - block.position()
    for stretch in block.textFormats():
        start, end = max(stretch.start, first), min(stretch.start + stretch.length, last)
        if start >= end:
            continue
        words = text[start:end] if narrow else _decoded(units[2 * start : 2 * end])
        kind = stretch.format.objectType()
        if OBJECT in words and kind == FOOTNOTE_OBJECT:
            # What is typed behind a call may have taken its format over; alike ones are one.
            for piece in words:
                yield (
                    Run(text="", footnote=stretch.format.property(Prop.FOOTNOTE) or "")
                    if piece == OBJECT
                    else marks_of(stretch.format).run(piece)
                )
        else:
            yield marks_of(stretch.format).run(words.replace(BREAK, "\n"))


def _decoded(units: bytes) -> str:
    return units.decode("utf-16-le", "ignore")


def _read_block(block: QTextBlock, shape: Shape, span: Span) -> Iterator[Block]:
    runs = read_runs(block, span)
    if shape.kind is Kind.INSERT:
        yield from (InsertBlock(insert=uid) for uid in inserts_in(block, span))
        if runs:
            yield Paragraph(runs=runs)
    elif shape.kind is Kind.SUBHEADING:
        yield Subheading(runs=runs)
    elif shape.kind is Kind.QUOTE:
        yield BlockQuote(runs=runs)
    else:
        yield Paragraph(runs=runs, handling=shape.handling)


def inserts_in(block: QTextBlock, span: Span = EVERYTHING) -> Iterator[str]:
    """The uids of the live inserts that stand in a block."""
    for stretch in block.textFormats():
        start = block.position() + stretch.start
        if stretch.format.objectType() == INSERT_OBJECT and span.start <= start < span.end:
            yield stretch.format.property(Prop.INSERT) or ""


def _read_cell(table: QTextTable, row: int, column: int) -> tuple[Run, ...]:
    cell = table.cellAt(row, column)
    block = cell.firstCursorPosition().block()
    last = cell.lastCursorPosition().block()
    runs = list(_pieces(block, EVERYTHING))
    while block != last:
        block = block.next()
        runs += [Marks().run("\n"), *_pieces(block, EVERYTHING)]
    return normal_runs(runs)
