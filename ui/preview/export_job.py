"""Writes the book to files. Knows no Qt: it works in the book's process."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from briefing.progress import Progress, share
from briefing.things import WholeBook
from exports import docx, pdf
from exports.compose import compose
from exports.layout import PartwiseLayout, lay_out, numbering_of
from exports.layout.pages import LaidOut
from exports.tree import Form, Publication
from ui.words import wording


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be written, and where to: the names' suffixes say in which formats."""

    paths: tuple[Path, ...]
    form: Form
    lang: str
    made: str
    """ISO date and time."""
    tabs: tuple[str, ...] = ()
    """Uids of the tabs; none is the whole book."""


@dataclass(frozen=True, slots=True)
class Written:
    """What was written."""

    paths: tuple[Path, ...]
    pages: int
    """Of the PDF; 0 where there is none."""


def export_files(whole: WholeBook, order: Order, *, progress: Progress) -> Written:
    """Write the files, each of them whole or not at all.

    Raises `ExportFailed`, `DiskFull`, `TemplateBroken` or `Refused`.
    """
    publication = compose(whole, order.form, wording(order.lang), order.made, order.tabs)
    pages = 0
    for place, path in enumerate(order.paths):
        piece = share(progress, place, len(order.paths))
        if path.suffix.lower() == ".pdf":
            laid_out = _laid_out(whole, order, publication, share(piece, 0, 2))
            pdf.write(laid_out, path, share(piece, 1, 2))
            pages = len(laid_out.pages)
        else:
            docx.render(publication, path, piece)
    return Written(order.paths, pages)


def pdf_bytes(whole: WholeBook, order: Order, *, progress: Progress) -> bytes:
    """The PDF that is sent to a printer."""
    publication = compose(whole, order.form, wording(order.lang), order.made, order.tabs)
    return pdf.paint(
        _laid_out(whole, order, publication, share(progress, 0, 2)), share(progress, 1, 2)
    )


def _laid_out(
    whole: WholeBook, order: Order, publication: Publication, progress: Progress
) -> LaidOut:
    """The pages; those of single tabs have the numbers that they have in the whole book."""
    if not order.tabs:
        return lay_out(publication, progress)
    book = compose(whole, order.form, wording(order.lang), order.made)
    laid = PartwiseLayout().parts(book, progress)
    return lay_out(publication, numbering=numbering_of(book, [kept.length for kept in laid]))
