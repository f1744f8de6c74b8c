"""From Qt's document to a rich text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtGui import QTextBlock, QTextDocument, QTextFrame, QTextTable, QTextTableCell

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
    Prop,
    Shape,
    marks_of,
    shape_of,
)
from ui.editor.normal import normal, normal_runs, standing


@dataclass(frozen=True, slots=True)
class Span:
    """Positions of Qt's text, from the first to behind the last."""

    start: int
    end: int


EVERYTHING = Span(0, 2**31 - 1)


class Reader:
    """Reads one document again and again: what has not changed is not looked at twice."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._runs: dict[int, tuple[Run, ...]] = {}
        self._next = 0
        self._changes = 0
        self._read = (-1, -1)
        self._starts: list[int] = []
        self._prose = Prose()
        document.documentLayout()  # without one, Qt tells nobody what has changed
        document.contentsChange.connect(self._forget)

    def prose(self) -> Prose:
        """What the document says, in its normal form."""
        self._look()
        return self._prose

    def starts(self) -> list[int]:
        """The positions where the blocks of the text start."""
        self._look()
        return self._starts

    def _look(self) -> None:
        # A revision alone may come again: Qt counts anew when a document is cleared.
        now = (self._document.revision(), self._changes)
        if self._read == now:
            return
        found = list(read_blocks(self._document, EVERYTHING, self._runs_of))
        kept = [found[place] for place in standing([block for _start, block in found])]
        self._starts = [start for start, _block in kept]
        self._prose = Prose(tuple(block for _start, block in kept))
        self._read = now

    def _runs_of(self, block: QTextBlock) -> tuple[Run, ...]:
        # Qt keeps a number of ours with each block; a new block has -1.
        key = block.userState()
        if key < 0 or key not in self._runs:
            key = self._next
            self._next += 1
            block.setUserState(key)
            self._runs[key] = read_runs(block)
        return self._runs[key]

    def _forget(self, position: int, _removed: int, added: int) -> None:
        self._changes += 1
        block = self._document.findBlock(position)
        while block.isValid() and block.position() <= position + added:
            self._runs.pop(block.userState(), None)
            block.setUserState(-1)
            block = block.next()


RunsOf = Callable[[QTextBlock], tuple[Run, ...]]


def read_prose(document: QTextDocument, span: Span = EVERYTHING) -> Prose:
    """What the document says in a span, in its normal form."""
    return normal(Prose(tuple(block for _start, block in read_blocks(document, span))))


def read_blocks(
    document: QTextDocument, span: Span = EVERYTHING, runs_of: RunsOf | None = None
) -> Iterator[tuple[int, Block]]:
    """The blocks that a span touches, each with the position where it starts."""
    items: list[Item] = []
    begun, of = 0, Shape()
    for start, shape, content in _lines(document, span, runs_of or _runs_in(span)):
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


def _runs_in(span: Span) -> RunsOf:
    return lambda block: read_runs(block, span)


def _lines(
    document: QTextDocument, span: Span, runs_of: RunsOf
) -> Iterator[tuple[int, Shape, Item | Block]]:
    for part in parts_of(document):
        if isinstance(part, QTextTable):
            if _touches(span, part.firstPosition(), part.lastPosition() + 1):
                yield part.firstPosition(), Shape(), read_table(part, runs_of)
        elif _touches(span, part.position(), part.position() + part.length()):
            shape = shape_of(part.blockFormat())
            if shape.kind in LISTS:
                item = Item(runs=runs_of(part), level=shape.level, handling=shape.handling)
                yield part.position(), shape, item
            else:
                for block in _read_block(part, shape, span, runs_of):
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


def read_table(table: QTextTable, runs_of: RunsOf) -> Table:
    """A table as it stands in the document."""
    rows = tuple(
        tuple(_read_cell(table.cellAt(row, column), runs_of) for column in range(table.columns()))
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


def _read_block(block: QTextBlock, shape: Shape, span: Span, runs_of: RunsOf) -> Iterator[Block]:
    runs = runs_of(block)
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


def _read_cell(cell: QTextTableCell, runs_of: RunsOf) -> tuple[Run, ...]:
    block = cell.firstCursorPosition().block()
    last = cell.lastCursorPosition().block()
    if block == last:
        return runs_of(block)
    runs = list(runs_of(block))
    while block != last:
        block = block.next()
        runs += [Run(text="\n"), *runs_of(block)]
    return normal_runs(runs)
