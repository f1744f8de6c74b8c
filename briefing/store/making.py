"""Making a book's file, and bringing an older one up to date."""

from __future__ import annotations

import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing.errors import BookDamaged, BookExists, BookMissing
from briefing.store import register_rows
from briefing.store.connection import APPLICATION_ID, SCHEMA_VERSION, connect
from briefing.store.failures import readable_errors
from briefing.store.transaction import database


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """A scratch path beside `path`; its file appears under that name if the work succeeds.

    BookExists if there is a file by then, which stays as it is.
    """
    with scratch_beside(path) as scratch:
        if path.exists():
            raise BookExists(path)
        yield scratch
        _publish(scratch, path)


@contextmanager
def scratch_beside(path: Path) -> Iterator[Path]:
    """A path for a file that is to take its place at `path`; whatever is left there goes."""
    scratch = path.with_name(f".{secrets.token_hex(8)}.new")
    with readable_errors(path):
        if not path.parent.is_dir():
            raise BookMissing(path.parent)
        # Asked of the file system: SQLite says the same of every file that it cannot make.
        scratch.touch(exist_ok=False)
        try:
            yield scratch
        finally:
            for rest in ("", "-journal", "-wal"):
                scratch.with_name(scratch.name + rest).unlink(missing_ok=True)


def make_tables(scratch: Path) -> sqlite3.Connection:
    """A connection to a new file with the tables of a book."""
    conn = connect(scratch, "mode=rwc")
    try:
        # So that a book gets smaller when a source leaves it.
        conn.execute("PRAGMA auto_vacuum = INCREMENTAL")
        conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        # Nothing is lost if the machine stops: the file has not appeared yet.
        conn.execute("PRAGMA journal_mode = MEMORY")
        migrate(conn, scratch)
    except BaseException:
        conn.close()
        raise
    return conn


def migrate(conn: sqlite3.Connection, path: Path) -> None:
    """Take all steps that the book has not seen, or none if it does not hold together then."""
    from briefing.store.migrations import migrations  # noqa: PLC0415 - costs a tenth of a second

    # Off while tables are rebuilt: a rebuild drops the old table on the way.
    conn.execute("PRAGMA foreign_keys = OFF")
    db = database(conn)
    with db.atomic():
        migrations.apply(db)
        broken = conn.execute("PRAGMA foreign_key_check").fetchone()
        if broken is not None:
            raise BookDamaged(path, f"{broken[0]} names a {broken[2]} that is not there")
        register_rows.rebuild(conn)
        conn.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    conn.execute("PRAGMA foreign_keys = ON")


def _publish(scratch: Path, path: Path) -> None:
    try:
        os.link(scratch, path)
    except FileExistsError as error:
        raise BookExists(path) from error
    except OSError:
        # Sticks have no hard links. Windows refuses to take the place of a file, others do not.
        if path.exists():
            raise BookExists(path) from None
        scratch.rename(path)
