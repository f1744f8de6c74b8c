"""What SQLite and the file system complain of, as errors that an adviser can act on."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing.errors import (
    BookDamaged,
    BookLocked,
    BookReadOnly,
    BriefingError,
    DiskFull,
    NotABook,
    StorageFailed,
)
from briefing.store.lock import holder_of

_CAUSES: tuple[tuple[str, type[BriefingError]], ...] = (
    ("SQLITE_READONLY", BookReadOnly),
    ("SQLITE_PERM", BookReadOnly),
    ("SQLITE_FULL", DiskFull),
    ("SQLITE_CORRUPT", BookDamaged),
    ("SQLITE_NOTADB", NotABook),
    ("SQLITE_IOERR", StorageFailed),
    ("SQLITE_CANTOPEN", StorageFailed),
    ("SQLITE_PROTOCOL", StorageFailed),
    ("SQLITE_TOOBIG", StorageFailed),
)
_NUMBERS: dict[int, type[BriefingError]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC: DiskFull,
    errno.EACCES: BookReadOnly,
    errno.EPERM: BookReadOnly,
    errno.EROFS: BookReadOnly,
}


class StaleEdit(Exception):
    """An edit was made from a state of the book that has passed: a bug, so nothing catches it.

    Were it let through, undoing it would bring back words that were not there.
    """


@contextmanager
def readable_errors(path: Path) -> Iterator[None]:
    """Name the causes an adviser can do something about; let bugs through as they are."""
    try:
        yield
    except sqlite3.Error as error:
        # Absent when Python objects, and not SQLite.
        cause = getattr(error, "sqlite_errorname", "")
        if cause.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            raise BookLocked(path, holder_of(path)) from error
        for start, kind in _CAUSES:
            if cause.startswith(start):
                raise kind(path, cause) from error
        raise
    except OSError as error:
        kind = _NUMBERS.get(error.errno or 0, StorageFailed)
        raise kind(path, errno.errorcode.get(error.errno or 0, "")) from error
