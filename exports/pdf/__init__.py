"""Pages become a tagged PDF (PDF/UA-1, PDF/A-2a) on reportlab's document layer."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from briefing.progress import Progress, unwatched
from exports.files import whole_file
from exports.layout import lay_out
from exports.layout.pages import LaidOut
from exports.pdf.document import Painter
from exports.tree import Publication

__all__ = ["paint", "render", "write"]

_TOTAL = 100
_LAID_OUT = 75
"""How much of the work, of a hundred, is done when the pages are laid out."""


def paint(laid_out: LaidOut, progress: Progress = unwatched) -> bytes:
    """The PDF of a laid-out document. The same document gives the same bytes."""
    out = BytesIO()
    Painter(laid_out, out).paint(progress)
    return out.getvalue()


def write(laid_out: LaidOut, path: Path, progress: Progress = unwatched) -> None:
    """Write a laid-out document to a PDF file. Raises `ExportFailed` or `DiskFull`."""
    with whole_file(path) as scratch, scratch.open("wb") as out:
        Painter(laid_out, out).paint(progress)


def render(publication: Publication, path: Path, progress: Progress = unwatched) -> int:
    """Write a publication to a PDF file; how many pages it has.

    Raises `ExportFailed` or `DiskFull`.
    """
    laid_out = lay_out(publication, _between(progress, 0, _LAID_OUT))
    write(laid_out, path, _between(progress, _LAID_OUT, _TOTAL))
    return len(laid_out.pages)


def _between(progress: Progress, start: int, end: int) -> Progress:
    """A progress that reports one part of the work as part of the whole."""

    def report(done: int, total: int) -> None:
        progress(start + (end - start) * done // max(total, 1), _TOTAL)

    return report
