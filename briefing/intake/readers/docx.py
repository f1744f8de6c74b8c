"""Word files: paragraphs by their styles, tables cell by cell, insertions accepted.

Headers, footers, deletions, comments and hidden text are not read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from lxml import etree

from briefing.intake.clean import clean
from briefing.intake.lines import Draft, Line
from briefing.intake.readers.text import measured
from briefing.intake.readers.word_lists import Lists
from briefing.intake.readers.word_package import WordPackage
from briefing.intake.readers.word_runs import DEEPEST, SKIPPED, Teller, Told
from briefing.intake.readers.word_styles import (
    Style,
    Styles,
    W,
    numbering,
    outline_level,
    value,
)
from briefing.intake.sniff import Format
from briefing.progress import Progress

_TITLE = "title"
_CONTENTS = "Table of Contents"
_STEP = 100


def read_docx(data: bytes, path: Path, progress: Progress) -> Draft:
    """The draft of a Word file; raises `SourceDamaged`, `SourceEncrypted`, `SourceTooLarge`."""
    package = WordPackage(data, path)
    reader = _Reader(package)
    body = package.document().find(f"{W}body")
    lines = list(reader.lines(body, progress)) if body is not None else []
    return Draft(
        media_type=Format.DOCX, lines=(*lines, *_notes(package, reader)), title=reader.title
    )


def _notes(package: WordPackage, reader: _Reader) -> Iterator[Line]:
    """Footnotes and endnotes, kept apart: they explain the text and promise nothing."""
    for name in ("footnotes.xml", "endnotes.xml"):
        tree = package.part(name)
        for note in tree if tree is not None else ():
            if note.get(f"{W}type") is None:
                yield from (replace(line, place="footnote") for line in reader.blocks(note))


class _Reader:
    """Walks the body; counts list items on the way."""

    def __init__(self, package: WordPackage) -> None:
        self.title = ""
        self._styles = Styles(package)
        self._lists = Lists(package)
        self._teller = Teller(self._styles)

    def lines(self, body: etree._Element, progress: Progress) -> Iterator[Line]:
        """The lines of the body, telling how far it is."""
        total = len(body)
        for at, child in enumerate(body):
            if at % _STEP == 0:
                progress(at, total)
            yield from self._block(child, 0)

    def blocks(self, parent: etree._Element, depth: int = 0) -> Iterator[Line]:
        """The lines of everything inside an element."""
        if depth < DEEPEST:
            for child in parent:
                yield from self._block(child, depth + 1)

    def _block(self, node: etree._Element, depth: int) -> Iterator[Line]:
        if node.tag == f"{W}p":
            yield from self._paragraph(node, depth)
        elif node.tag == f"{W}sdt" and _CONTENTS in _gallery(node):
            yield from (replace(line, place="contents") for line in self.blocks(node, depth))
        elif node.tag not in SKIPPED:
            yield from self.blocks(node, depth)

    def _paragraph(self, node: etree._Element, depth: int) -> Iterator[Line]:
        properties = node.find(f"{W}pPr")
        style = self._styles.of(value(properties, "pStyle") or None)
        told = self._teller.told(node, style)
        hint = self._hint(properties, style, told)
        yield from _lines(told, hint)
        for box in told.boxes:
            yield from self.blocks(box, depth + 1)

    def _hint(self, properties: etree._Element | None, style: Style, told: Told) -> Line:
        """A line without text that holds what is known of the paragraph."""
        list_id, depth = numbering(properties)
        if not list_id:
            list_id, depth = style.list_id, style.depth
        text = clean(" ".join(line.raw() for line in told.lines))
        name = style.name.lower()
        if name == _TITLE and not self.title:
            self.title = text
        mark = self._lists.mark(list_id, depth) if text else ""
        return Line(
            text="",
            mark=mark,
            depth=depth if mark else -1,
            size=told.sizes.most_common(1)[0][0] if told.sizes else 0.0,
            level=outline_level(properties) or style.level,
            place="contents" if name.startswith("toc ") else "",
        )


def _lines(told: Told, hint: Line) -> Iterator[Line]:
    """The lines of a paragraph; line breaks inside one may be a writer's hard wraps."""
    texts = [line for line in told.lines if line.text()]
    if len(texts) == 1:
        for text, heavy, run_in in texts[0].split():
            yield replace(hint, text=text, bold=heavy, run_in=run_in, whole=True)
    elif hint.level:
        yield replace(hint, text=" ".join(line.text() for line in texts), whole=True)
    else:
        broken = [replace(hint, text=line.text()) for line in texts]
        yield from measured([*broken[:1], *(replace(line, mark="") for line in broken[1:])])


def _gallery(node: etree._Element) -> str:
    properties = node.find(f"{W}sdtPr")
    part = None if properties is None else properties.find(f"{W}docPartObj")
    return value(part, "docPartGallery")
