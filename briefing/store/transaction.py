"""The door to sqlite-utils: writes happen inside its transactions."""

from __future__ import annotations

import sqlite3
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def database(conn: sqlite3.Connection) -> Database:
    """A connection as sqlite-utils sees it, without the plugins that a machine may have."""
    from sqlite_utils import Database  # noqa: PLC0415 - costs a tenth of a second; opening needs none

    return Database(conn, execute_plugins=False)


def atomic(conn: sqlite3.Connection) -> AbstractContextManager[Database]:
    """All that is written inside, or nothing of it."""
    return database(conn).atomic()
