"""Pages become a tagged PDF (PDF/UA-1, PDF/A-2a) through reportlab's document layer."""

from __future__ import annotations

from pathlib import Path

from briefing.progress import Progress, unwatched
from exports.files import whole_file
from exports.layout import lay_out
from exports.layout.pages import LaidOut
from exports.pdf.document import Painter
from exports.tree import Publication


def paint(laid_out: LaidOut, progress: Progress = unwatched) -> bytes:
    """The PDF of a laid-out document. The same document gives the same bytes."""
    return Painter(laid_out).paint(progress)


def render(publication: Publication, path: Path, progress: Progress = unwatched) -> None:
    """Write a publication to a PDF file. Raises `ExportFailed` or `DiskFull`."""
    total = 2 * len(publication.parts)

    def laying(done: int, _parts: int) -> None:
        progress(done, total)

    def painting(done: int, pages: int) -> None:
        progress(len(publication.parts) + done * len(publication.parts) // max(pages, 1), total)

    with whole_file(path) as scratch:
        scratch.write_bytes(paint(lay_out(publication, laying), painting))
    progress(total, total)


__all__ = ["paint", "render"]
