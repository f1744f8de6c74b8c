"""Text PDFs: where words stand on the page says what is line, paragraph, column and heading.

PDFium is not safe for threads: one process makes its calls one after another on one thread.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from statistics import median

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from briefing.errors import SourceDamaged, SourceEncrypted, SourceScanned, SourceTooLarge
from briefing.intake.clean import clean
from briefing.intake.endings import SENTENCE
from briefing.intake.limits import PAGES
from briefing.intake.lines import Draft, Line
from briefing.intake.readers.pdf_layout import PageLine, lines_of_pages
from briefing.intake.readers.pdf_words import Word, words_of
from briefing.intake.readers.runs import Runs
from briefing.intake.sniff import Format
from briefing.progress import Progress

_GAP = 1.22
"""Steps from line to line; more is white between paragraphs."""
_SLACK = 0.02
_FLUSH = 0.3
"""Of the size of type; justified lines end no farther from the margin."""
_EDGE = 2
"""Lines at the head and the foot of a page that may belong to the page."""
_SMALL = 0.88
"""Of the size of the body; smaller type belongs to notes and to the page."""
_FOOTNOTE_START = re.compile(r"[\[(]?\d{1,3}[\])]?\s|[*†‡]|\d{1,3}[A-Z]")
_NO_TITLE = re.compile(
    r"^microsoft |\.(?:docx?|pdf|rtf|indd|odt|tmp)\b|^document\d*$"
    r"|^\(?(?:untitled|anonymous|unspecified)",
    re.IGNORECASE,
)
"""What programs write where nobody gave a title."""
_LETTERS = 20
"""On one page, and less on more pages; fewer mean that the pages are pictures."""
_READABLE = 0.35
"""Of all characters must be letters or digits; a font without a key gives none."""
_FULL_COLUMN = 8
"""Lines; a column with fewer may hold none that reaches its margin."""
_FEW = 3
"""Words; shorter lines say nothing of the width of their column."""


def read_pdf(data: bytes, path: Path, progress: Progress) -> Draft:
    """The draft of a PDF; raises `SourceEncrypted`, `SourceDamaged` or `SourceScanned`."""
    document = _opened(data, path)
    try:
        pages = [_words(document, at, path, progress) for at in range(_pages(document, path))]
        title = document.get_metadata_value("Title")
    finally:
        document.close()
    _refuse_scan(pages, path)
    return Draft(
        media_type=Format.PDF,
        lines=tuple(_lines(lines_of_pages(pages))),
        title="" if _NO_TITLE.search(title) else clean(title),
        pages=len(pages),
    )


def _opened(data: bytes, path: Path) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        locked = error.err_code in {pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY}
        raise (SourceEncrypted(path) if locked else SourceDamaged(path)) from error


def _pages(document: pdfium.PdfDocument, path: Path) -> int:
    count = len(document)
    if count == 0:
        raise SourceDamaged(path)
    if count > PAGES:
        raise SourceTooLarge(path, f"{PAGES} pages")
    return count


def _words(document: pdfium.PdfDocument, at: int, path: Path, progress: Progress) -> list[Word]:
    progress(at, len(document))
    try:
        page = document[at]
    except pdfium.PdfiumError as error:
        raise SourceDamaged(path) from error
    try:
        return words_of(page)
    except pdfium.PdfiumError as error:
        raise SourceDamaged(path) from error
    finally:
        page.close()


def _refuse_scan(pages: list[list[Word]], path: Path) -> None:
    """A page without letters, or with letters that stand for nothing, is a picture to us."""
    text = "".join(word.text for words in pages for word in words)
    letters = sum(char.isalnum() for char in text)
    if len(text) < _LETTERS * len(pages) ** 0.5 or letters < _READABLE * len(text):
        raise SourceScanned(path, str(len(pages)))


def _lines(pages: Sequence[Sequence[PageLine]]) -> Iterator[Line]:
    """The lines of all pages with their hints."""
    body = _body_size(pages)
    steps = _steps(pages)
    usual = _extents([line for page in pages for line in page])
    flush = _is_justified(pages)
    for number, page in enumerate(pages, start=1):
        edges = _edges(page)
        notes = _footnotes(page, body)
        extents = usual | _extents(page, fewest=_FULL_COLUMN)
        for at, line in enumerate(page):
            above = page[at - 1] if at and page[at - 1].column == line.column else None
            made = _line(line, extents[line.column], flush=flush)
            made = replace(
                made,
                page=number,
                edge=line.base in edges,
                gap=above is not None and _has_gap(above, line, steps),
                place=_place(line, at in notes, line.base in edges, body),
            )
            yield from _run_in(line, made)


def _place(line: PageLine, is_note: bool, at_edge: bool, body: float) -> str:  # noqa: FBT001
    if is_note:
        return "footnote"
    lone = len(line.words) == 1
    return "running-head" if at_edge and line.size < _SMALL * body and not lone else ""


def _line(line: PageLine, extent: tuple[float, float], *, flush: bool) -> Line:
    text = clean(" ".join(word.text for word in line.words))
    letter = line.size / 2 or 1.0
    measure = max(1.0, extent[1] - extent[0])
    letters = sum(len(word.text) for word in line.words)
    bold = sum(len(word.text) for word in line.words if word.bold)
    return Line(
        text=text,
        indent=(line.left - extent[0]) / letter,
        bold=bold > 0.95 * letters,
        size=line.size,
        reach=min(1.0, (line.right - extent[0]) / measure),
        measure=measure / letter,
        slack=_FLUSH * line.size / measure if flush else _SLACK,
        flush=flush,
    )


def _run_in(line: PageLine, made: Line) -> Iterator[Line]:
    """The line, or its bold beginning as a title of its own and the rest."""
    runs = Runs()
    for word in line.words:
        runs.add(word.text + " ", bold=word.bold)
    pieces = list(runs.split(shortest_rest=1))
    if len(pieces) == 1 or made.edge or made.place:
        yield made
        return
    title, rest = pieces
    yield replace(made, text=title[0], bold=True, run_in=True)
    yield replace(made, text=rest[0], bold=False, gap=False)


def _is_justified(pages: Sequence[Sequence[PageLine]]) -> bool:
    """Whether most lines that another follows in their paragraph end at one margin."""
    ends: list[bool] = []
    for page in pages:
        extents = _extents(page)
        for line, below in pairwise(page):
            if line.column == below.column and not SENTENCE.search(line.words[-1].text):
                margin = extents[line.column][1]
                near = line.right > margin - 4 * line.size
                ends += [line.right > margin - _FLUSH * line.size] if near else []
    return sum(ends) > 0.8 * len(ends)


def _body_size(pages: Sequence[Sequence[PageLine]]) -> float:
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page:
            sizes[line.size] += sum(len(word.text) for word in line.words)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _steps(pages: Sequence[Sequence[PageLine]]) -> dict[float, float]:
    """For each size of type, the step from one line to the next inside paragraphs."""
    found: dict[float, list[float]] = defaultdict(list)
    for page in pages:
        for above, line in pairwise(page):
            down = above.base - line.base
            if above.column == line.column and above.size == line.size and down > 0:
                found[line.size].append(down)
    return {size: _usual(steps) for size, steps in found.items()}


def _usual(steps: list[float]) -> float:
    """The commonest step, and of two as common the smaller."""
    rounded = Counter(round(step, 0) for step in steps)
    most = rounded.most_common(1)[0][1]
    usual = min(step for step, count in rounded.items() if count >= 0.6 * most)
    return median(step for step in steps if round(step, 0) == usual)


def _has_gap(above: PageLine, line: PageLine, steps: dict[float, float]) -> bool:
    down = above.base - line.base
    step = max(steps.get(above.size, above.size * 1.2), steps.get(line.size, line.size * 1.2))
    return down > _GAP * step


def _edges(page: Sequence[PageLine]) -> set[float]:
    bases = sorted({line.base for line in page})
    return {*bases[:_EDGE], *bases[-_EDGE:]}


def _footnotes(page: Sequence[PageLine], body: float) -> set[int]:
    """The lines of the notes at the foot of a page: small, and the first has a number."""
    found: set[int] = set()
    small: list[int] = []
    for at in range(len(page) - 1, -1, -1):
        line = page[at]
        if line.size > _SMALL * body and line.words[0].size > _SMALL * body:
            if len(line.words) > 1:
                break
            continue
        small.append(at)
        if _FOOTNOTE_START.match(" ".join(word.text for word in line.words)):
            found.update(small)
    return found


def _extents(lines: Sequence[PageLine], fewest: int = 1) -> dict[int, tuple[float, float]]:
    """From where to where each column reaches, if it has enough lines.

    A lone page number does not widen it.
    """
    columns: dict[int, list[PageLine]] = defaultdict(list)
    for line in lines:
        columns[line.column].append(line)
    found = {}
    for column, its in columns.items():
        texts = [line for line in its if len(line.words) > _FEW] or its
        if len(texts) >= fewest:
            found[column] = min(line.left for line in texts), max(line.right for line in texts)
    return found
