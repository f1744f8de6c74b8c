"""The adviser's rich text as blocks of the tree."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import assert_never

from briefing import prose
from exports.compose.citations import Footnotes
from exports.compose.desk import Desk
from exports.tree import (
    Block,
    Cell,
    Heading,
    Inline,
    Link,
    List,
    ListItem,
    Paragraph,
    Quote,
    Role,
    Table,
    Text,
)
from exports.wording import Word

BULLETS = ("•", "–", "·")


@dataclass(slots=True)
class Numbers:
    """Numbers of paragraphs, where a format asks for them."""

    last: int = 0

    def next(self) -> str:
        """The next number as it is printed."""
        self.last += 1
        return f"{self.last}."


@dataclass(frozen=True)
class ProseComposer:
    """Turns prose into blocks; inserts are composed by whoever knows them."""

    desk: Desk
    footnotes: Footnotes
    insert: Callable[[str], Iterable[Block]]
    heading_level: int = 3
    numbers: Numbers | None = None
    role: Role = Role.BODY
    handling: str = ""
    """Of the whole section, where the template says so."""
    lang: str = ""
    """Of the text, where it is not the book's."""
    uid: str = ""
    """Of what the text belongs to: each of its blocks is named by it and its place."""

    def blocks(self, text: prose.Prose) -> Iterator[Block]:
        """The blocks of a text."""
        for place, block in enumerate(text.blocks):
            yield from self._block(block, f"{self.uid}-{place}" if self.uid else "")

    def _block(self, block: prose.Block, uid: str) -> Iterator[Block]:
        match block:
            case prose.Paragraph():
                yield self._paragraph(block, uid)
            case prose.Subheading():
                inlines = self._inlines(block.runs)
                yield Heading(level=self.heading_level, inlines=inlines, uid=uid, lang=self.lang)
            case prose.BlockQuote():
                yield Quote(inlines=self._inlines(block.runs), uid=uid, lang=self.lang)
            case prose.List():
                items = tuple(self._items(block, uid))
                yield List(items=items, ordered=block.ordered, lang=self.lang)
            case prose.Table():
                yield self._table(block, uid)
            case prose.InsertBlock():
                yield from self.insert(block.insert)
            case _:
                assert_never(block)

    def _paragraph(self, block: prose.Paragraph, uid: str) -> Paragraph:
        return Paragraph(
            uid=uid,
            inlines=self._inlines(block.runs),
            role=self.role,
            number=self.numbers.next() if self.numbers else "",
            handling=self._handling(block),
            lang=self.lang,
        )

    def _handling(self, block: prose.Paragraph | prose.Item) -> str:
        # What the whole section says already is not said again before each paragraph.
        if block.handling in {"", self.handling} or not _says(block.runs):
            return ""
        return self.desk.wording.say(Word.USABLE if block.handling == "usable" else Word.INTERNAL)

    def _items(self, block: prose.List, uid: str) -> Iterator[ListItem]:
        """Items as a tree: a deeper item lies in the one before it."""
        level = block.items[0].level if block.items else 0
        yield from self._level(block, list(block.items), level, uid)

    def _level(
        self, block: prose.List, items: list[prose.Item], level: int, uid: str
    ) -> Iterator[ListItem]:
        number = 0
        while items:
            item = items.pop(0)
            deeper = []
            while items and items[0].level > item.level:
                deeper.append(items.pop(0))
            number += 1
            name = f"{uid}-{number}" if uid else ""
            below = tuple(self._level(block, deeper, level + 1, name)) if deeper else ()
            yield ListItem(
                uid=name,
                label=f"{number}." if block.ordered else BULLETS[min(level, len(BULLETS) - 1)],
                inlines=self._labelled(item),
                blocks=(List(items=below, ordered=block.ordered),) if below else (),
            )

    def _labelled(self, item: prose.Item) -> tuple[Inline, ...]:
        words = self._inlines(item.runs)
        handling = self._handling(item)
        return (Text(text=f"[{handling}] ", bold=True), *words) if handling else words

    def _table(self, block: prose.Table, uid: str) -> Table:
        columns = max((len(row) for row in block.rows), default=1)
        rows = tuple(
            tuple(
                Cell(blocks=self._cell(row[i] if i < len(row) else ()), head=place < block.heads)
                for i in range(columns)
            )
            for place, row in enumerate(block.rows)
        )
        return Table(
            uid=uid,
            widths=(1 / columns,) * columns,
            rows=rows,
            heads=block.heads,
            caption=block.caption,
            description=block.caption,
            lang=self.lang,
        )

    def _cell(self, runs: tuple[prose.Run, ...]) -> tuple[Block, ...]:
        lines: list[list[prose.Run]] = [[]]
        for run in runs:
            first, *more = run.text.split("\n")
            lines[-1].append(_with_text(run, first))
            lines.extend([_with_text(run, words)] for words in more)
        return tuple(
            Paragraph(inlines=self._inlines(tuple(line)))
            for line in lines
            if any(r.text for r in line)
        )

    def _inlines(self, runs: tuple[prose.Run, ...]) -> tuple[Inline, ...]:
        return tuple(inline for run in runs for inline in self._run(run))

    def _run(self, run: prose.Run) -> Iterator[Inline]:
        text = Text(
            text=run.text,
            bold=run.bold,
            italic=run.italic,
            underline=run.underline,
            superscript=run.superscript,
            lang=run.lang,
        )
        if run.text:
            yield Link(words=(text,), href=run.href) if run.href else text
        if run.footnote:
            yield self.footnotes.call(self.footnotes.titled(run.footnote))


def _with_text(run: prose.Run, text: str) -> prose.Run:
    return replace(run, text=text)


def _says(runs: tuple[prose.Run, ...]) -> bool:
    return any(run.text.strip() or run.footnote for run in runs)
