"""Dated copies of books beside the user's data, so that a lost or broken book can be had again.

The copies of one book lie in a folder named by its uid, with a line that says which file it was.
"""

from __future__ import annotations

import json
import os
import re
import sqlite3
import sys
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from briefing.progress import Progress, unwatched
from briefing.store.connection import connect, refuse_faulty
from briefing.store.failures import readable_errors
from briefing.store.making import whole_file

DUE_AFTER = timedelta(days=1)
FIRST_AFTER = timedelta(hours=1)
"""After the book was made: what is written on its first day is worth a copy too."""
LAST = 10
WEEKS = 8
"""The last ten copies are kept, and one of each of the last eight weeks."""

CHECKPOINT = 1000
"""Pages of the log after which SQLite brings it home; its own measure."""
PIECE = 1 << 20

_ABOUT = "about.json"
_STAMP = "%Y-%m-%dT%H%M%S.%f"


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of a book as it was."""

    path: Path
    made: datetime
    book: str
    """The uid of the book."""
    of: str = ""
    """The file that the book was in when the last copy was made."""
    title: str = ""


def data_home() -> Path:
    """Where the program keeps what belongs to the user and to no book."""
    given = os.environ.get("BRIEFING_DATA_HOME")
    if given:
        return Path(given)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(base) / "briefing"


def back_up(conn: sqlite3.Connection, path: Path, made: datetime) -> Backup:
    """Copy an open book, and let go of the copies that are too old."""
    backup = _planned(conn, path, made)
    snapshot(conn, backup.path)
    _rotate(backup.book, made)
    return backup


def _planned(conn: sqlite3.Connection, path: Path, made: datetime) -> Backup:
    """The copy that is about to be made, with its folder."""
    uid, title = conn.execute("SELECT uid, title FROM book").fetchone()
    folder = folder_of(uid)
    with readable_errors(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        about = {"path": str(path.absolute()), "title": title}
        (folder / _ABOUT).write_text(json.dumps(about, ensure_ascii=False), "utf-8")
    copy = folder / f"{made.astimezone(UTC).strftime(_STAMP)}Z.briefing"
    return Backup(copy, made, uid, about["path"], title)


def is_due(conn: sqlite3.Connection, now: datetime) -> bool:
    """Whether no copy was made within the last day, nor the book within the last hour."""
    (uid,) = conn.execute("SELECT uid FROM book").fetchone()
    made = [backup.made for backup in list_backups(uid)]
    if made:
        return now - max(made) >= DUE_AFTER
    (begun,) = conn.execute("SELECT min(made) FROM journal").fetchone()
    return now - datetime.fromisoformat(begun) >= FIRST_AFTER


@dataclass(frozen=True, slots=True)
class Lent:
    """A book's file that nobody writes to for a while, and the copy that is to be made of it."""

    path: Path
    backup: Backup


def lend(conn: sqlite3.Connection, path: Path, made: datetime) -> Lent | None:
    """Leave an open book's file alone from now on: edits go to its log until `take_back`.

    None where the book has no log, as on some network shares.
    """
    (mode,) = conn.execute("PRAGMA journal_mode").fetchone()
    if mode != "wal":
        return None
    conn.execute("PRAGMA wal_autocheckpoint = 0")
    conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return Lent(path, _planned(conn, path, made))


def take_back(conn: sqlite3.Connection) -> None:
    """Let edits into the file again."""
    conn.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT}")


def copy_lent(lent: Lent, progress: Progress = unwatched) -> Backup:
    """Copy a book that was lent: in another process, and so without holding anybody up.

    BookDamaged if the copy does not hold together; the older copies then stay as they are.

    In this one, closing the file would let go of the lock that SQLite holds on it.
    """
    with whole_file(lent.backup.path) as scratch:
        with readable_errors(scratch), lent.path.open("rb") as book, scratch.open("wb") as copy:
            size = lent.path.stat().st_size
            while piece := book.read(PIECE):
                copy.write(piece)
                progress(copy.tell(), size)
        with readable_errors(scratch), closing(connect(scratch, "mode=rw")) as conn:
            conn.execute("PRAGMA journal_mode = DELETE").fetchone()
            refuse_faulty(conn, lent.path)
    _rotate(lent.backup.book, lent.backup.made)
    return lent.backup


def snapshot(conn: sqlite3.Connection, target: Path) -> None:
    """Write an open book to another file, which appears whole; BookExists if there is one."""
    with whole_file(target) as scratch:
        conn.execute("VACUUM INTO ?", (str(scratch.absolute()),))


def list_backups(book: str | Path) -> list[Backup]:
    """The copies of a book, newest first; a book that cannot be read is known by its path."""
    if isinstance(book, Path):
        return [backup for uid in _uids_at(book) for backup in list_backups(uid)]
    about = _about(folder_of(book))
    found = (
        Backup(path, made, book, about["path"], about["title"])
        for path in folder_of(book).glob("*Z.briefing")
        if (made := _made(path)) is not None
    )
    return sorted(found, key=lambda backup: backup.made, reverse=True)


def books_with_backups() -> list[str]:
    """The uids of the books that have copies."""
    folder = data_home() / "backups"
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


def kept(made: Iterable[datetime], now: datetime) -> set[datetime]:
    """Which copies stay: the last ones, and the newest of each of the last weeks."""
    newest_first = sorted(made, reverse=True)
    weekly = {
        copy.isocalendar()[:2]: copy
        for copy in reversed(newest_first)
        if now - copy < timedelta(weeks=WEEKS)
    }
    return {*newest_first[:LAST], *weekly.values()}


def _rotate(uid: str, now: datetime) -> None:
    backups = list_backups(uid)
    staying = kept((backup.made for backup in backups), now)
    for backup in backups:
        if backup.made not in staying:
            with suppress(OSError):
                backup.path.unlink()


def folder_of(uid: str) -> Path:
    """Where the copies of a book lie, or will lie once there is one."""
    # The uid comes from a file that may have been made by anybody.
    return data_home() / "backups" / re.sub(r"[^\w-]", "_", uid)


def _about(folder: Path) -> dict[str, str]:
    try:
        about = json.loads((folder / _ABOUT).read_text("utf-8"))
        return {"path": str(about["path"]), "title": str(about["title"])}
    except (OSError, ValueError, KeyError, TypeError):
        return {"path": "", "title": ""}


def _made(path: Path) -> datetime | None:
    try:
        return datetime.strptime(path.stem, f"{_STAMP}Z").replace(tzinfo=UTC)
    except ValueError:
        return None


def _uids_at(path: Path) -> list[str]:
    here = str(path.absolute())
    known = [uid for uid in books_with_backups() if _about(folder_of(uid))["path"] == here]
    uid = _uid_in(path)
    return known if uid is None else [uid, *(other for other in known if other != uid)]


def _uid_in(path: Path) -> str | None:
    with suppress(sqlite3.Error), closing(connect(path, "mode=ro&immutable=1")) as conn:
        row = conn.execute("SELECT uid FROM book").fetchone()
        return None if row is None else str(row[0])
    return None
