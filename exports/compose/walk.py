"""Every word of a part, for whoever must look at all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from exports.tree import (
    Block,
    Chart,
    Contents,
    Cover,
    FootnoteCall,
    Heading,
    Inline,
    Link,
    List,
    Panel,
    Paragraph,
    Part,
    Quote,
    Table,
    Text,
)


def texts(part: Part) -> Iterator[str]:
    """The texts of a part in reading order, footnotes where they are called."""
    yield part.title
    yield from block_texts(part.blocks)


def block_texts(blocks: Iterable[Block]) -> Iterator[str]:  # noqa: C901 - a case for each block
    """The texts of some blocks."""
    for block in blocks:
        match block:
            case Heading() | Paragraph() | Quote():
                yield from _inline_texts(block.inlines)
            case List():
                for item in block.items:
                    yield from _inline_texts(item.inlines)
                    yield from block_texts(item.blocks)
            case Table():
                yield block.caption
                for row in block.rows:
                    for cell in row:
                        yield from block_texts(cell.blocks)
            case Panel():
                yield block.title
                yield from block_texts(block.blocks)
            case Chart():
                yield block.caption
                yield block.description
            case Contents():
                yield from (entry.title for entry in block.entries)
            case Cover():
                yield from (block.title, block.subtitle, block.office, block.edition)
                yield from (value for _, value in block.lines)
            case _:
                assert_never(block)


def _inline_texts(inlines: Iterable[Inline]) -> Iterator[str]:
    yield "".join(_words(inline) for inline in inlines)
    for inline in inlines:
        if isinstance(inline, FootnoteCall):
            yield "".join(_words(piece) for piece in inline.note)


def _words(inline: Inline) -> str:
    match inline:
        case Text():
            return inline.text
        case Link():
            return "".join(text.text for text in inline.words)
        case FootnoteCall():
            return ""
        case _:
            assert_never(inline)
