"""A publication becomes DOCX: content as XML, python-docx for the package."""

from __future__ import annotations

from pathlib import Path

from briefing.progress import Progress, unwatched
from exports.docx.document import Writer
from exports.files import whole_file
from exports.tree import Publication


def document_bytes(publication: Publication, progress: Progress = unwatched) -> bytes:
    """The DOCX of a publication. The same publication gives the same bytes."""
    return Writer(publication).write(progress)


def render(publication: Publication, path: Path, progress: Progress = unwatched) -> None:
    """Write a publication to a DOCX file. Raises `ExportFailed` or `DiskFull`."""
    with whole_file(path) as scratch:
        scratch.write_bytes(document_bytes(publication, progress))
    progress(len(publication.parts), len(publication.parts))


__all__ = ["document_bytes", "render"]
