"""Files on their way into the book: read, held against the book, and taken in when asked for.

Nothing is stored before `take_in`. Every file is read in another process, so that one that is
large, broken or hostile harms nobody; it keeps its row and says why.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from briefing.errors import BriefingError, Refused
from briefing.intake import Reading
from briefing.operations.receiving import Received
from briefing.operations.sources import BY_ADVISER
from briefing.things import Exclusion, Passage, Source
from briefing.uid import new_uid
from ui.clock import now
from ui.context import Context
from ui.doing import at_once
from ui.processes import Job, WorkerLost
from ui.sources.import_row import Row, Stage
from ui.sources.work import Seen, Taken, look_over, receive_into, take, take_text


class Importer(QObject):
    """The files of the sheet, in the order in which they came."""

    changed = Signal(str)  # key of the row that has another state
    reset = Signal()  # rows came or went
    imported = Signal(object)  # uids of the sources, and how many candidates they brought
    failed = Signal(object)  # an error of the book itself

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._rows: dict[str, Row] = {}
        self._jobs: dict[str, Job] = {}
        self._queue: list[str] = []
        self._came: list[str] = []
        self._brought = 0
        self._importing = False
        self._asked = False
        self.look = True
        """Whether commitments are looked for when a file is taken in."""

    @property
    def rows(self) -> list[Row]:
        """The files, each as far as it has come."""
        return list(self._rows.values())

    def row(self, key: str) -> Row | None:
        """The file of that key."""
        return self._rows.get(key)

    @property
    def busy(self) -> bool:
        """Whether any file is being worked on."""
        return any(row.busy for row in self._rows.values())

    @property
    def ready(self) -> list[Row]:
        """The files that can be taken in and are wanted."""
        return [row for row in self._rows.values() if row.stage is Stage.READY and row.wanted]

    # Coming in

    def add_files(self, paths: Sequence[Path]) -> None:
        """Read files; one that is in the sheet already is not read twice."""
        held = {row.path for row in self._rows.values()}
        for path in dict.fromkeys(paths):
            if path not in held:
                row = Row(key=new_uid(), name=path.name, path=path)
                self._begin(row, self._context.file_shop.job(take, path, now()))
        self.reset.emit()

    def add_text(self, text: str, html: str, name: str) -> None:
        """Read what was pasted, with its headings where the clipboard has them."""
        data, suffix = (_page(html), "html") if html.strip() else (text.encode(), "txt")
        full = f"{name}.{suffix}"
        row = Row(key=new_uid(), name=full)
        self._begin(row, self._context.file_shop.job(take_text, data, full, now()))
        self.reset.emit()

    def _begin(self, row: Row, job: Job) -> None:
        self._rows[row.key] = row
        job.progressed.connect(self._on_progress)
        self._run(row.key, job, self._on_read)

    def _run(self, key: str, job: Job, then: Any) -> None:
        job.setObjectName(key)
        job.finished.connect(then)
        job.failed.connect(self._on_failed)
        self._jobs[key] = job
        job.start()

    def _on_progress(self, done: int, total: int) -> None:
        key = self._key()
        row = self._rows.get(key)
        if row is not None and total:
            self._put(replace(row, progress=min(100 * done // total, 100)))

    def _on_read(self, taken: Taken) -> None:
        row = self._done()
        if row is not None:
            twice = self._held_already(taken.reading.source)
            looked_at = replace(row, stage=Stage.LOOKING, taken=taken)
            self._put(replace(looked_at, wanted=not twice, held=twice))
            self._look_over(row.key, taken.reading)

    def _held_already(self, source: Source) -> bool:
        """Whether these very bytes are in the book or in the sheet."""
        store = self._context.session.store
        others = (row.source for row in self._rows.values())
        return bool(store.where(Source, original=source.original)) or any(
            other is not None and other.original == source.original for other in others
        )

    def _look_over(self, key: str, reading: Reading) -> None:
        before = []
        for other in self._rows.values():
            if other.key == key:
                break
            if other.taken is not None:
                before.append(other.taken.reading)
        job = self._context.book_shop.book_job(look_over, reading, tuple(before))
        self._run(key, job, self._on_seen)

    def _on_seen(self, seen: Seen) -> None:
        row = self._done()
        if row is not None:
            self._put(replace(row, stage=Stage.READY, seen=seen))
            self._import_if_asked()

    def _on_failed(self, error: Exception) -> None:
        row = self._done()
        if row is None:
            return
        if not isinstance(error, BriefingError | Refused | WorkerLost):
            raise error
        wrong_party = isinstance(error, Refused) and row.stage is Stage.TAKING
        stage = Stage.READY if wrong_party else Stage.FAILED
        self._put(replace(row, stage=stage, error=error, wanted=row.wanted and wrong_party))
        if self._importing:
            self._next()
        else:
            self._import_if_asked()

    # What the adviser says

    def want(self, key: str, *, wanted: bool) -> None:
        """Say whether a file is to be taken in."""
        self._put(replace(self._rows[key], wanted=wanted))

    def change(self, key: str, name: str, value: Any) -> None:
        """Say something else of a source than what was recognised."""
        row = self._rows[key]
        if name == "parties":
            self._put(replace(row, parties=value, error=None))
        else:
            self._put(replace(row, details={**row.details, name: value}))

    def toggle(self, key: str, passages: Sequence[Passage]) -> None:
        """Leave passages out, or put back those that were left out."""
        row = self._rows[key]
        if row.taken is None or row.stage is not Stage.READY:
            return
        reading = row.taken.reading
        gone = {exclusion.passage for exclusion in reading.exclusions}
        uids = {passage.uid for passage in passages}
        kept = tuple(e for e in reading.exclusions if e.passage not in uids)
        added = tuple(
            Exclusion(uid=new_uid(), passage=passage.uid, reason=BY_ADVISER)
            for passage in passages
            if passage.uid not in gone
        )
        changed = replace(reading, exclusions=(*kept, *added))
        self._put(replace(row, taken=replace(row.taken, reading=changed)))

    def remove(self, key: str) -> None:
        """Take a file out of the sheet; nothing of it was stored."""
        self._context.session.settle()  # what is being stored is in the book, not in the sheet
        self._rows.pop(key, None)
        job = self._jobs.pop(key, None)
        if job is not None:
            job.cancel()
        self.reset.emit()
        self._import_if_asked()

    def clear(self) -> None:
        """Take all files out of the sheet."""
        self._context.session.settle()
        self._asked = self._importing = False
        self._queue.clear()
        for key in tuple(self._rows):
            self.remove(key)

    # Going in

    def take_in(self) -> None:
        """Take in every file that is wanted, as soon as none is being read any more."""
        self._asked = True
        self._import_if_asked()

    @property
    def asked(self) -> bool:
        """Whether the files are to be taken in as soon as they are read."""
        return self._asked

    def _import_if_asked(self) -> None:
        if self._asked and not self.busy:
            self._asked = False
            self._queue = [row.key for row in self.ready]
            self._came, self._brought = [], 0
            self._importing = bool(self._queue)
            self._next()

    def _next(self) -> None:
        while self._queue:
            row = self._rows.get(self._queue.pop(0))
            if row is not None and row.taken is not None:
                self._put(replace(row, stage=Stage.TAKING, error=None))
                arguments = (row.taken.reading, row.details, row.parties or (), self.look)
                job = self._context.book_shop.book_job(receive_into, *arguments)
                self._run(row.key, job, self._on_received)
                return
        if self._importing:
            self._importing = False
            self.imported.emit((tuple(self._came), self._brought))

    def _on_received(self, received: Received) -> None:
        row = self._done()
        if row is None or row.taken is None:
            self._next()
            return
        session = self._context.session
        try:
            session.flush()
            session.store.keep(row.taken.data)
        except BriefingError as error:
            self._leave(row, error)
            return
        deed = session.deed(at_once(lambda: received.edit))
        deed.finished.connect(lambda _edit: self._on_stored(row, received))
        deed.failed.connect(partial(self._leave, row))
        deed.cancelled.connect(partial(self._leave, row))
        deed.start()

    def _on_stored(self, row: Row, received: Received) -> None:
        self._came.append(received.source.uid)
        self._brought += received.candidates
        self._rows.pop(row.key, None)
        self.reset.emit()
        self._next()

    def _leave(self, row: Row, error: Exception | None = None) -> None:
        """Nothing of a file was stored; those behind it wait with it in the sheet."""
        self._put(replace(row, stage=Stage.READY))
        self._queue.clear()
        if error is not None:
            self.failed.emit(error)
        self._next()

    def _done(self) -> Row | None:
        """The row whose job has just ended; None if it was taken out meanwhile."""
        key = self._key()
        if self._jobs.pop(key, None) is None:
            return None
        return self._rows.get(key)

    def _key(self) -> str:
        return self.sender().objectName()

    def _put(self, row: Row) -> None:
        self._rows[row.key] = row
        self.changed.emit(row.key)


def _page(html: str) -> bytes:
    """A piece of a web page as a page that says how it is written."""
    return f'<!doctype html><meta charset="utf-8">\n{html}'.encode()
