"""Putting a backup in the place of a book, without losing the book that was there."""

from __future__ import annotations

import shutil
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from briefing.errors import BookDamaged, BookTooNew, NotABook
from briefing.store.backups import data_home
from briefing.store.book_store import BookStore
from briefing.store.connection import connect_to_read, refuse_strangers
from briefing.store.failures import readable_errors
from briefing.store.making import scratch_beside


def restore(backup: Path, to: Path) -> Path | None:
    """Put a backup in the place of a book; where the book that was there is now, if there was one.

    BookLocked if the book is open; NotABook or BookDamaged if the backup is no good.
    """
    to = to.resolve() if to.is_symlink() else to
    refuse_strangers(backup)
    with scratch_beside(to) as scratch:
        with readable_errors(backup), closing(connect_to_read(backup)) as conn:
            conn.execute("VACUUM INTO ?", (str(scratch.absolute()),))
        saved = _save(to) if to.exists() else None
        with readable_errors(to):
            for rest in ("-wal", "-shm", "-journal"):
                # The log of another book would be read into this one.
                to.with_name(to.name + rest).unlink(missing_ok=True)
            scratch.replace(to)
    return saved


def _save(path: Path) -> Path:
    try:
        with BookStore.open(path) as store:
            return store.back_up().path
    except (BookDamaged, BookTooNew, NotABook):
        return _set_aside(path)


def _set_aside(path: Path) -> Path:
    """Copy a file that cannot be opened as it is, with its log: somebody may rescue words of it."""
    folder = data_home() / "set-aside"
    stamp = datetime.now(UTC).strftime("%Y-%m-%dT%H%M%S.%fZ")
    with readable_errors(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for rest in ("", "-wal", "-journal"):
            part = path.with_name(path.name + rest)
            if part.exists():
                shutil.copy2(part, folder / f"{stamp}-{path.name}{rest}")
    return folder / f"{stamp}-{path.name}"
