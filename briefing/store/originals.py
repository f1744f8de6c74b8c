"""The bytes of sources and editions, each kept once under its hash."""

from __future__ import annotations

import hashlib
import sqlite3

_UNNAMED = """hash NOT IN (
    SELECT original FROM source
    UNION SELECT original FROM edition
    UNION SELECT original FROM journal_original)"""


def keep(conn: sqlite3.Connection, data: bytes) -> str:
    """Store bytes unless they are there; the hash is their name."""
    digest = hashlib.sha256(data).hexdigest()
    conn.execute(
        "INSERT INTO original (hash, size, bytes) VALUES (?, ?, ?) ON CONFLICT (hash) DO NOTHING",
        (digest, len(data), data),
    )
    return digest


def original(conn: sqlite3.Connection, digest: str) -> bytes:
    """The bytes of that hash, or KeyError."""
    row = conn.execute("SELECT bytes FROM original WHERE hash = ?", (digest,)).fetchone()
    if row is None:
        raise KeyError(digest)
    return bytes(row[0])


def unnamed(conn: sqlite3.Connection) -> bool:
    """Whether there are bytes to sweep."""
    return bool(
        conn.execute(f"SELECT EXISTS (SELECT 1 FROM original WHERE {_UNNAMED})").fetchone()[0]
    )


def sweep(conn: sqlite3.Connection) -> None:
    """Remove the bytes that neither a thing nor an edit in the journal names."""
    conn.execute(f"DELETE FROM original WHERE {_UNNAMED}")
