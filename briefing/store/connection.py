"""Opening a book's file, which may be damaged, of a newer program, or no book at all.

A file is looked at without a lock and without a trace before anything else. It is never read with
`open`: on POSIX, closing any handle of a file lets go of the locks that SQLite holds on it.
"""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from briefing.errors import BookDamaged, BookMissing, BookReadOnly, BookTooNew, NotABook
from briefing.store.failures import readable_errors

APPLICATION_ID = 0x42524246
SCHEMA_VERSION = 3
CHECKED_WHOLE = 16 << 20
"""Up to this size in bytes every page of a book is looked at when it is opened: 0.1 s or so.

A larger one is looked at when its copy of the day is made, while one works in it.
"""


def sqlite_version() -> str:
    """The version of the SQLite library that is in use."""
    return sqlite3.sqlite_version


def refuse_strangers(path: Path) -> None:
    """Look at a file without touching it; raise why it cannot be opened as a book."""
    with readable_errors(path):
        if not path.exists():
            raise BookMissing(path)
        if not path.is_file() or not path.stat().st_size:
            raise NotABook(path)
        try:
            with closing(connect(path, "mode=ro&immutable=1")) as conn:
                version_of(conn, path)
        except sqlite3.DatabaseError:
            # With edits still in a log, the file itself may be half of the one, half of the other.
            if not _log_of(path).exists():
                raise


def version_of(conn: sqlite3.Connection, path: Path) -> int:
    """The schema version of a book; NotABook, or BookTooNew if it is higher than ours."""
    if _pragma(conn, "application_id") != APPLICATION_ID:
        raise NotABook(path)
    version = _pragma(conn, "user_version")
    if version > SCHEMA_VERSION:
        raise BookTooNew(path, str(version))
    return version


def connect(path: Path, options: str) -> sqlite3.Connection:
    """A connection that begins transactions only where it is told to."""
    whole = path.absolute().as_posix()
    # A drive letter needs a slash before it, a network share has its two slashes already.
    address = f"file://{'' if whole.startswith('/') else '/'}{quote(whole)}?{options}"
    # Of two programs that open a book at once, one has to give up first.
    patience = random.uniform(0.3, 0.9)  # noqa: S311 - nothing is kept secret by it
    return sqlite3.connect(address, uri=True, timeout=patience, isolation_level=None)


def open_connection(path: Path) -> tuple[sqlite3.Connection, bool]:
    """A connection to a book, and whether it can only be read, because its place wants it so."""
    try:
        return _connect_to_write(path), False
    except sqlite3.OperationalError as error:
        if not _unwritable(error):
            raise
        return connect_to_read(path), True


def connect_to_read(path: Path) -> sqlite3.Connection:
    """A connection to a book that is not to be written to."""
    conn = connect(path, "mode=ro")
    try:
        _refuse_damaged(conn, path)
    except sqlite3.OperationalError as error:
        conn.close()
        if not _unwritable(error):
            raise
        if _log_of(path).exists():
            # Some edits are still in the log, and there is no place to bring them home.
            raise BookReadOnly(path, error.sqlite_errorname) from error
        return connect(path, "mode=ro&immutable=1")
    except BaseException:
        conn.close()
        raise
    return conn


def settle(conn: sqlite3.Connection) -> None:
    """Set how an open book is written: nothing that was committed is ever lost."""
    # WAL may be refused, by some network shares; the rollback journal serves as well.
    conn.execute("PRAGMA journal_mode = WAL")
    conn.execute("PRAGMA synchronous = FULL")
    conn.execute("PRAGMA foreign_keys = ON")


def disconnect(conn: sqlite3.Connection, *, read_only: bool) -> None:
    """Leave one file, which can be carried away, and read where nobody may write."""
    try:
        if not read_only:
            conn.execute("PRAGMA journal_mode = DELETE")
    finally:
        conn.close()


def _connect_to_write(path: Path) -> sqlite3.Connection:
    conn = connect(path, "mode=rw")
    try:
        # Before WAL is begun: it then needs no shared memory, which network shares do not have.
        conn.execute("PRAGMA locking_mode = EXCLUSIVE")
        conn.execute("BEGIN EXCLUSIVE")
        version_of(conn, path)
        _refuse_damaged(conn, path)
        conn.execute("COMMIT")
        settle(conn)
    except BaseException:
        conn.close()
        raise
    return conn


def _unwritable(error: sqlite3.OperationalError) -> bool:
    cause = getattr(error, "sqlite_errorname", "")
    # The last is what a lock on a file says that may only be read, if it was left open.
    starts = ("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_IOERR_LOCK")
    return cause.startswith(starts)


def _refuse_damaged(conn: sqlite3.Connection, path: Path) -> None:
    size = _pragma(conn, "page_count") * _pragma(conn, "page_size")
    if size <= CHECKED_WHOLE:
        refuse_faulty(conn, path)


def refuse_faulty(conn: sqlite3.Connection, path: Path) -> None:
    """Look at every page; BookDamaged if one of them does not hold together."""
    (verdict,) = conn.execute("PRAGMA quick_check(1)").fetchone()
    if verdict != "ok":
        raise BookDamaged(path, verdict)


def _log_of(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def _pragma(conn: sqlite3.Connection, name: str) -> int:
    (value,) = conn.execute(f"PRAGMA {name}").fetchone()
    return int(value)
