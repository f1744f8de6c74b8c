"""A book on disk, and what can be done to it."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from briefing.edits import FOR_GOOD, Add, Change, Edit
from briefing.errors import BookReadOnly, BriefingError
from briefing.progress import Steps, finish, in_pieces
from briefing.store import backups, journal, lock, originals, register_rows, search
from briefing.store.backups import Backup, Lent
from briefing.store.book_reader import BookReader
from briefing.store.connection import (
    SCHEMA_VERSION,
    disconnect,
    open_connection,
    refuse_strangers,
    version_of,
)
from briefing.store.failures import readable_errors
from briefing.store.making import make_tables, migrate, whole_file
from briefing.store.transaction import atomic
from briefing.store.writing import write
from briefing.things import Book

log = logging.getLogger(__name__)
Clock = Callable[[], datetime]


def now() -> datetime:
    """The time that edits are journalled with."""
    return datetime.now(UTC)


class BookStore(BookReader):
    """An open book.

    Lives on the thread that opened it. Every edit is a transaction of its own, so a book is
    always saved. Nothing else has the file open meanwhile, and it is one file again when closed.
    """

    def __init__(
        self, path: Path, conn: sqlite3.Connection, *, read_only: bool, clock: Clock
    ) -> None:
        super().__init__(path, conn)
        self.read_only = read_only
        """Set where the place of the book does not allow to write; edits raise BookReadOnly."""
        self.making: Edit | None = None
        """The edit that is half made, between two steps of `applying` or `walking`."""
        self._clock = clock
        self._open_line: int | None = None
        self._joining = False
        self._closed = False

    @classmethod
    def create(
        cls,
        path: Path,
        book: Book,
        first: Sequence[Change] = (),
        *,
        author: str = "",
        clock: Clock = now,
    ) -> Self:
        """Make a book with what it begins with, and open it; BookExists if there is a file."""
        with whole_file(path) as scratch:
            conn = make_tables(scratch)
            try:
                with atomic(conn):
                    write(conn, (Add(book), *first))
                    journal.begin(conn, book.title, author, _stamp(clock))
            finally:
                conn.close()
        return cls.open(path, clock=clock)

    @classmethod
    def open(cls, path: Path, *, clock: Clock = now, back_up: bool = True) -> Self:
        """Open a book, bringing an older one up to date; any of the errors for books.

        The day's first opening makes a dated copy. Who must not be held up says no to it here, and
        sees to it with `lend`.
        """
        path = path.resolve() if path.is_symlink() else path
        refuse_strangers(path)
        with readable_errors(path):
            conn, read_only = open_connection(path)
            try:
                if version_of(conn, path) < SCHEMA_VERSION:
                    _bring_up_to_date(conn, path, clock(), read_only=read_only)
            except BaseException:
                conn.close()
                raise
        store = cls(path, conn, read_only=read_only, clock=clock)
        if not read_only:
            lock.hold(path)
            if back_up:
                store._back_up_if_due()
        return store

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Put the book away as one file. Closing twice does no harm."""
        if self._closed:
            return
        self._closed = True
        with readable_errors(self.path), ExitStack() as last:
            if not self.read_only:
                last.callback(lock.let_go, self.path)
            last.callback(disconnect, self._conn, read_only=self.read_only)
            if not self.read_only:
                _tidy(self._conn)

    def apply(self, edit: Edit, author: str = "", *, merge: bool = False) -> None:
        """Make every change of an edit, or none; StaleEdit if the book holds something else.

        An edit that merges goes into the one before, if that did the same to the same thing since
        the book was opened: a spell of typing is one step to undo.
        """
        finish(self.applying(edit, author, merge=merge))

    def applying(self, edit: Edit, author: str = "", *, merge: bool = False) -> Steps[None]:
        """Do as `apply` does, a step at a time; what one reads meanwhile may be half of it.

        Nobody may write between two steps. Until the last one nothing is kept: where the steps
        are closed, or the program is killed, the book is as it was.
        """
        with self._writing():
            packed = yield from self._make(edit)
            made = _stamp(self._clock)
            line = self._open_line
            kept: object = False
            if edit.name in FOR_GOOD:
                journal.record(self._conn, edit, author, made)
                kept = True
            elif self._joining:
                kept = line and journal.join(self._conn, line, edit, made)
            elif merge:
                kept = line and journal.merge(self._conn, line, edit, author, made)
            if not kept:
                line = journal.append(self._conn, edit, packed, author, made)
        # What is typed merges with what was typed before, and not with a deed.
        self._open_line = line if merge or self._joining else None

    @contextmanager
    def one_step(self) -> Iterator[None]:
        """Have the edits that are applied meanwhile be one step to undo, named by the first."""
        self._joining, self._open_line = True, None
        try:
            yield
        finally:
            self._joining, self._open_line = False, None

    def undo(self) -> Edit | None:
        """Take the last edit back; the edit that did so, or None if there is nothing to undo."""
        return finish(self.walking(undone=True))

    def redo(self) -> Edit | None:
        """Make the edit again that was undone last; None if there is none."""
        return finish(self.walking(undone=False))

    def walking(self, *, undone: bool) -> Steps[Edit | None]:
        """Do as `undo` or `redo` does, a step at a time; see `applying`."""
        with readable_errors(self.path):
            kept = journal.undoable(self._conn) if undone else journal.redoable(self._conn)
        if kept is None:
            return None
        edit = yield from kept.unpacked()
        made = edit.inverse if undone else edit
        with self._writing():
            yield from self._make(made)
            journal.mark(self._conn, kept.number, undone=undone)
        self._open_line = None
        return made

    def keep(self, data: bytes) -> str:
        """Keep the bytes of a source or an edition; their hash, by which an edit names them."""
        with self._writing():
            return originals.keep(self._conn, data)

    def snapshot(self, path: Path) -> None:
        """Write the book as it is to another file; BookExists if there is one."""
        with readable_errors(self.path):
            backups.snapshot(self._conn, path)

    def back_up(self) -> Backup:
        """Put a dated copy of the book beside the user's data."""
        return backups.back_up(self._conn, self.path, self._clock())

    def lend_if_due(self) -> Lent | None:
        """Where a copy is due, the file to be copied by another process; then `take_back`.

        Edits go on meanwhile, in the log beside it.
        """
        with readable_errors(self.path):
            if self.read_only or not backups.is_due(self._conn, self._clock()):
                return None
            return backups.lend(self._conn, self.path, self._clock())

    def take_back(self) -> None:
        """The copy was made, or given up."""
        with readable_errors(self.path):
            backups.take_back(self._conn)

    def _back_up_if_due(self) -> None:
        try:
            if backups.is_due(self._conn, self._clock()):
                self.back_up()
        except BriefingError as error:
            # The adviser came to work on the book, which is well.
            log.warning("no backup was made: %s %s", type(error).__name__, error.detail)

    def _make(self, edit: Edit) -> Steps[bytes]:
        """The changes, packed for the history."""
        self.making = edit
        packing = journal.Packing()
        done, total = 0, len(edit.changes)
        for changes in in_pieces(edit.changes):
            write(self._conn, changes)
            search.index(self._conn, changes)
            register_rows.index(self._conn, changes)
            packing.add(changes)
            done += len(changes)
            yield done, total
        return packing.end()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        if self.read_only:
            raise BookReadOnly(self.path)
        assert self.making is None  # noqa: S101 - else this would be undone with another edit
        try:
            with readable_errors(self.path), atomic(self._conn):
                yield
        finally:
            self.making = None


def _bring_up_to_date(
    conn: sqlite3.Connection, path: Path, made: datetime, *, read_only: bool
) -> None:
    if read_only:
        raise BookReadOnly(path)
    backups.back_up(conn, path, made)
    migrate(conn, path)


def _tidy(conn: sqlite3.Connection) -> None:
    if originals.unnamed(conn):
        with atomic(conn):
            originals.sweep(conn)
        # As a script: each step gives back one page, and `execute` takes one step.
        conn.executescript("PRAGMA incremental_vacuum")


def _stamp(clock: Clock) -> str:
    return clock().astimezone(UTC).isoformat(timespec="seconds")
