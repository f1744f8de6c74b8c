"""What the inserts of a note show today, as prose that can be kept when it is signed off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from briefing import prose
from briefing.markings import load_scheme
from briefing.templates import load_templates
from briefing.things import Insert, Note, WholeBook
from exports.compose import kept_charts
from exports.compose.citations import Footnotes
from exports.compose.desk import Desk
from exports.compose.inserts import InsertComposer
from exports.compose.note import bodies
from exports.tree import (
    Block,
    Cell,
    Chart,
    FootnoteCall,
    Form,
    Inline,
    Link,
    Paragraph,
    Quote,
    Table,
    Text,
)
from exports.wording import Wording


def shown_by_inserts(
    whole: WholeBook, note: Note, wording: Wording, today: date
) -> list[tuple[str, prose.Prose]]:
    """(uid, what it shows) for each insert of the note, in the order in which they are printed.

    So that a source is named in full where it is first cited, as on the page.
    """
    desk = Desk(
        whole=whole,
        form=Form(),
        wording=wording,
        today=today,
        templates=load_templates(),
        scheme=load_scheme(whole.book.scheme),
        links=False,
    )
    composer = InsertComposer(desk, Footnotes(desk))
    inserts = {insert.uid: insert for insert in whole.where(Insert, note=note.uid)}
    printed = [uid for body in bodies(desk, note) for uid in body.inserts if uid in inserts]
    return [
        (uid, prose.Prose(tuple(_prose(composer.live(inserts[uid])))))
        for uid in dict.fromkeys((*printed, *inserts))
    ]


def _prose(blocks: Iterable[Block]) -> Iterator[prose.Block]:
    for block in blocks:
        match block:
            case Quote():
                yield prose.BlockQuote(runs=tuple(_runs(block.inlines, block.lang)))
            case Paragraph():
                yield prose.Paragraph(runs=tuple(_runs(block.inlines, block.lang)))
            case Table():
                yield _table(block)
            case Chart():
                # A drawing of what was true that day is kept by its facts.
                yield kept_charts.table_of(block)
            case _:
                raise TypeError(f"an insert shows no {type(block).__name__}")


def _table(block: Table) -> prose.Table:
    rows = tuple(tuple(tuple(_cell(cell)) for cell in row) for row in block.rows)
    return prose.Table(rows=rows, heads=block.heads, caption=block.caption)


def _cell(cell: Cell) -> Iterator[prose.Run]:
    """The paragraphs of a cell, each on a line of its own."""
    first = True
    for block in cell.blocks:
        if isinstance(block, Paragraph):
            if not first:
                yield prose.Run(text="\n")
            first = False
            yield from _runs(block.inlines, block.lang)


def _runs(inlines: Iterable[Inline], lang: str) -> Iterator[prose.Run]:
    """Runs; a footnote belongs to the run before its call."""
    last: prose.Run | None = None
    for inline in inlines:
        if isinstance(inline, FootnoteCall):
            words = "".join(_words(piece) for piece in inline.note)
            yield _with_note(last, words)
            last = None
            continue
        if last is not None:
            yield last
        last = _run(inline, lang)
    if last is not None:
        yield last


def _run(inline: Text | Link, lang: str) -> prose.Run:
    if isinstance(inline, Link):
        return prose.Run(text=_words(inline), href=inline.href, lang=lang)
    return prose.Run(
        text=inline.text,
        bold=inline.bold,
        italic=inline.italic,
        underline=inline.underline,
        superscript=inline.superscript,
        lang=inline.lang or lang,
    )


def _with_note(run: prose.Run | None, words: str) -> prose.Run:
    if run is None:
        return prose.Run(text="", footnote=words)
    return replace(run, footnote=words)


def _words(piece: Text | Link) -> str:
    return piece.text if isinstance(piece, Text) else "".join(text.text for text in piece.words)
