"""A publication as a flat list, for peers that know less of it than we do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from exports.tree import (
    Block,
    FootnoteCall,
    Heading,
    Inline,
    Link,
    List,
    Panel,
    Paragraph,
    Publication,
    Quote,
    Table,
    Text,
)


@dataclass(slots=True)
class Piece:
    """Words, with the footnotes called in them."""

    kind: str
    """heading1..4, paragraph, quote, item, row, rowhead, tablestart, tableend."""
    text: str = ""
    notes: list[str] = field(default_factory=list)
    cells: list[Piece] = field(default_factory=list)
    widths: tuple[float, ...] = ()


def pieces(publication: Publication) -> Iterator[Piece]:
    """The publication in reading order."""
    for part in publication.parts:
        yield from _blocks(part.blocks)


def _blocks(blocks: Iterable[Block]) -> Iterator[Piece]:  # noqa: C901 - a case for each
    for block in blocks:
        match block:
            case Heading():
                yield _words(f"heading{block.level}", block.inlines)
            case Paragraph():
                yield _words("paragraph", block.inlines)
            case Quote():
                yield _words("quote", block.inlines)
            case List():
                for item in block.items:
                    yield _words("item", item.inlines)
                    yield from _blocks(item.blocks)
            case Table():
                yield Piece("tablestart", widths=block.widths)
                for number, row in enumerate(block.rows):
                    cells = [_joined(list(_blocks(cell.blocks))) for cell in row]
                    yield Piece("rowhead" if number < block.heads else "row", cells=cells)
                yield Piece("tableend")
            case Panel():
                yield from _blocks(block.blocks)
            case _:
                # Covers, contents and charts: each peer makes its own, or has none.
                continue


def _joined(found: list[Piece]) -> Piece:
    notes = [note for piece in found for note in piece.notes]
    return Piece("cell", "\n".join(piece.text for piece in found), notes)


def _words(kind: str, inlines: Iterable[Inline]) -> Piece:
    piece = Piece(kind)
    for inline in inlines:
        match inline:
            case Text():
                piece.text += inline.text
            case Link():
                piece.text += "".join(text.text for text in inline.words)
            case FootnoteCall():
                note = "".join(
                    one.text if isinstance(one, Text) else "".join(t.text for t in one.words)
                    for one in inline.note
                )
                piece.notes.append(note)
    return piece
