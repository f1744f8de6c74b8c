"""A book on disk: what can be asked of it and done to it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from briefing.edits import Add, Edit
from briefing.errors import BookReadOnly
from briefing.store import journal, lock, originals, search
from briefing.store.connection import SCHEMA_VERSION, disconnect, open_connection, version_of
from briefing.store.failures import readable_errors
from briefing.store.journal import JournalLine
from briefing.store.making import make_tables, migrate, whole_file
from briefing.store.reading import count, having, having_uid, read
from briefing.store.search import LIMIT, Hit
from briefing.store.transaction import atomic
from briefing.store.writing import write
from briefing.things import KINDS, Book, Thing, WholeBook

T = TypeVar("T", bound=Thing)
Clock = Callable[[], datetime]


def now() -> datetime:
    """The time that edits are journalled with."""
    return datetime.now(UTC)


class BookStore:
    """An open book.

    Lives on the thread that opened it. Every edit is a transaction of its own, so a book is
    always saved. Nothing else has the file open meanwhile, and it is one file again when closed.
    """

    def __init__(
        self, path: Path, conn: sqlite3.Connection, *, read_only: bool, clock: Clock
    ) -> None:
        self.path = path
        self.read_only = read_only
        """Set where the place of the book does not allow to write; edits raise BookReadOnly."""
        self._conn = conn
        self._clock = clock
        self._open_line: int | None = None
        self._closed = False

    @classmethod
    def create(cls, path: Path, book: Book, *, author: str = "", clock: Clock = now) -> Self:
        """Make a book and open it; BookExists if there is a file already."""
        with whole_file(path) as scratch:
            conn = make_tables(scratch)
            try:
                with atomic(conn):
                    write(conn, (Add(book),))
                    journal.begin(conn, book.title, author, _stamp(clock))
            finally:
                conn.close()
        return cls.open(path, clock=clock)

    @classmethod
    def open(cls, path: Path, *, clock: Clock = now) -> Self:
        """Open a book, bringing an older one up to date; any of the errors for books."""
        version = version_of(path)
        with readable_errors(path):
            conn, read_only = open_connection(path)
            try:
                if version < SCHEMA_VERSION:
                    if read_only:
                        raise BookReadOnly(path, f"schema {version}")
                    migrate(conn, path)
            except BaseException:
                conn.close()
                raise
        if not read_only:
            lock.hold(path)
        return cls(path, conn, read_only=read_only, clock=clock)

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

    # What is in the book

    def all(self, kind: type[T]) -> list[T]:
        """Every thing of a kind, oldest first."""
        with readable_errors(self.path):
            return read(self._conn, kind)

    def where(self, kind: type[T], **equals: Any) -> list[T]:
        """The things whose fields equal these values, oldest first.

        Of a field with several values, one has to be equal: `where(Commitment, topics=uid)`. Part
        of a value is asked for with two underscores: `where(Commitment, anchors__passage=uid)`.
        """
        with readable_errors(self.path):
            return read(self._conn, kind, having(kind, equals))

    def get(self, kind: type[T], uid: str) -> T:
        """The thing of that kind and uid, or KeyError."""
        found = self.find(kind, uid)
        if found is None:
            raise KeyError(uid)
        return found

    def find(self, kind: type[T], uid: str | None) -> T | None:
        """The thing of that kind and uid, if there is one."""
        if uid is None:
            return None
        with readable_errors(self.path):
            return next(iter(read(self._conn, kind, having_uid([uid]))), None)

    def count(self, kind: type[Thing]) -> int:
        """How many things of a kind there are."""
        with readable_errors(self.path):
            return count(self._conn, kind)

    def whole(self) -> WholeBook:
        """The whole book as a value, for work that looks at all of it."""
        return WholeBook.of(thing for kind in KINDS for thing in self.all(kind))

    def search(
        self, words: str, limit: int = LIMIT, kinds: Collection[type[Thing]] | None = None
    ) -> list[Hit]:
        """The things that hold all the words, best first; whatever is typed, it never fails."""
        with readable_errors(self.path):
            return search.search(self._conn, words, limit, kinds)

    def history(self, limit: int = 200) -> list[JournalLine]:
        """What was done to the book, newest first; what was undone is listed too."""
        with readable_errors(self.path):
            return journal.lines(self._conn, limit)

    # What changes the book

    def apply(self, edit: Edit, author: str = "", *, merge: bool = False) -> None:
        """Make every change of an edit, or none; StaleEdit if the book holds something else.

        An edit that merges goes into the one before, if that did the same to the same thing since
        the book was opened: a spell of typing is one step to undo.
        """
        with self._writing():
            self._make(edit)
            made = _stamp(self._clock)
            line = self._open_line
            if not (merge and line and journal.merge(self._conn, line, edit, author, made)):
                line = journal.append(self._conn, edit, author, made)
        self._open_line = line

    def undo(self) -> Edit | None:
        """Take the last edit back; the edit that did so, or None if there is nothing to undo."""
        return self._step(undone=True)

    def redo(self) -> Edit | None:
        """Make the edit again that was undone last; None if there is none."""
        return self._step(undone=False)

    def keep(self, data: bytes) -> str:
        """Keep the bytes of a source or an edition; their hash, by which an edit names them."""
        with self._writing():
            return originals.keep(self._conn, data)

    def original(self, digest: str) -> bytes:
        """The bytes of that hash as they were received, or KeyError."""
        with readable_errors(self.path):
            return originals.original(self._conn, digest)

    def _step(self, *, undone: bool) -> Edit | None:
        found = journal.undoable(self._conn) if undone else journal.redoable(self._conn)
        if found is None:
            return None
        number, edit = found
        made = edit.inverse if undone else edit
        with self._writing():
            self._make(made)
            journal.mark(self._conn, number, undone=undone)
        self._open_line = None
        return made

    def _make(self, edit: Edit) -> None:
        write(self._conn, edit.changes)
        search.index(self._conn, edit.changes)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        if self.read_only:
            raise BookReadOnly(self.path)
        with readable_errors(self.path), atomic(self._conn):
            yield


def _tidy(conn: sqlite3.Connection) -> None:
    if originals.unnamed(conn):
        with atomic(conn):
            originals.sweep(conn)
        conn.execute("PRAGMA incremental_vacuum").fetchall()


def _stamp(clock: Clock) -> str:
    return clock().astimezone(UTC).isoformat(timespec="seconds")
