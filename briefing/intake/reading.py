"""The way of a file: read, clean, join, classify; then it is a source with its passages."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from briefing.errors import (
    SourceEmpty,
    SourceEncrypted,
    SourceMissing,
    SourceNotText,
    SourceTooLarge,
)
from briefing.intake.assemble import exclusions_of, langs_of, passages_of
from briefing.intake.classify import classify
from briefing.intake.decode import NotText
from briefing.intake.details import details
from briefing.intake.furniture import without_furniture
from briefing.intake.join import joined
from briefing.intake.limits import FILE, LINES, TEXT, said
from briefing.intake.lines import Draft
from briefing.intake.marks import take_marks
from briefing.intake.readers.docx import read_docx
from briefing.intake.readers.html import read_html
from briefing.intake.readers.pdf import read_pdf
from briefing.intake.readers.text import read_text
from briefing.intake.sniff import Format, sniff
from briefing.progress import Progress, unwatched
from briefing.things import Exclusion, Passage, Source
from briefing.uid import new_uid

Reader = Callable[[bytes, Path, Progress], Draft]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What intake makes of a file. The source's text is its passages, one to a line."""

    source: Source
    passages: tuple[Passage, ...]
    exclusions: tuple[Exclusion, ...]
    encoding: str = ""
    """What a text file was encoded in, as Python names it."""
    pages: int = 0

    @property
    def kept(self) -> tuple[Passage, ...]:
        """The passages without those that are excluded."""
        gone = {exclusion.passage for exclusion in self.exclusions}
        return tuple(passage for passage in self.passages if passage.uid not in gone)


def read_file(path: Path, progress: Progress = unwatched, received: str = "") -> Reading:
    """What intake makes of the file at a path; raises one of the errors named Source."""
    try:
        if path.stat().st_size > FILE:
            raise SourceTooLarge(path, said(FILE))
        data = path.read_bytes()
    except OSError as error:
        raise SourceMissing(path, error.strerror or "") from error
    return _read(data, path, progress, received)


def read(
    data: bytes, file_name: str, progress: Progress = unwatched, received: str = ""
) -> Reading:
    """What intake makes of a file's bytes; errors speak of it by its name."""
    return _read(data, Path(file_name), progress, received)


def _read(data: bytes, path: Path, progress: Progress, received: str) -> Reading:
    draft = _draft(data, path, progress)
    if len(draft.lines) > LINES:
        raise SourceTooLarge(path, f"{LINES} lines")
    if sum(len(line.text) for line in draft.lines) > TEXT:
        raise SourceTooLarge(path, said(TEXT))
    lines = take_marks(without_furniture(draft.lines))
    judged = classify([block for block in joined(lines) if block.text], draft.title)
    if not judged:
        raise SourceEmpty(path)
    uid = new_uid()
    passages = passages_of(uid, judged)
    found = details(draft, judged, path.name)
    source = Source(
        uid=uid,
        title=found.title,
        file_name=path.name,
        media_type=draft.media_type,
        original=hashlib.sha256(data).hexdigest(),
        size=len(data),
        text="\n".join(passage.text for passage in passages),
        langs=langs_of(judged),
        issuer=found.issuer,
        issued=found.issued,
        instrument=found.instrument,
        url=draft.url,
        received=received,
    )
    return Reading(
        source=source,
        passages=passages,
        exclusions=exclusions_of(passages, judged),
        encoding=draft.encoding,
        pages=draft.pages,
    )


def _draft(data: bytes, path: Path, progress: Progress) -> Draft:
    if not data.strip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n\f\v"):
        raise SourceEmpty(path)
    kind = sniff(data, path.name)
    _refuse_large(data, kind, path)
    try:
        return _READERS[kind](data, path, progress)
    except NotText as error:
        raise SourceNotText(path) from error


def _refuse_large(data: bytes, kind: Format, path: Path) -> None:
    limit = TEXT if kind in {Format.TEXT, Format.HTML} else FILE
    if len(data) > limit:
        raise SourceTooLarge(path, said(limit))


def _locked(_data: bytes, path: Path, _progress: Progress) -> Draft:
    raise SourceEncrypted(path)


def _no_text(_data: bytes, path: Path, _progress: Progress) -> Draft:
    raise SourceNotText(path)


_READERS: dict[Format, Reader] = {
    Format.TEXT: lambda data, _path, progress: read_text(data, progress),
    Format.HTML: read_html,
    Format.DOCX: read_docx,
    Format.PDF: read_pdf,
    Format.LOCKED: _locked,
    Format.OTHER: _no_text,
}
