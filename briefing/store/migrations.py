"""How a book's tables came to be, step by step. Imported only to make or to migrate a book.

A step never changes once it is released. A step that transforms a table whose words are searched
ends by making the search anew: transforming drops triggers.
"""

from __future__ import annotations

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from briefing.store.first_schema import SQL as THINGS

migrations = Migrations("briefing")

_KEEPING = (
    """CREATE TABLE original (
        id INTEGER PRIMARY KEY,
        hash TEXT NOT NULL UNIQUE,
        size INTEGER NOT NULL,
        bytes BLOB NOT NULL
    ) STRICT""",
    """CREATE TABLE journal (
        id INTEGER PRIMARY KEY,
        made TEXT NOT NULL,
        author TEXT NOT NULL,
        name TEXT NOT NULL,
        subject TEXT NOT NULL,
        undone INTEGER NOT NULL,
        changes BLOB
    ) STRICT""",
    "CREATE INDEX journal_kept ON journal (undone, id) WHERE changes IS NOT NULL",
    """CREATE TABLE journal_original (
        id INTEGER PRIMARY KEY,
        journal INTEGER NOT NULL REFERENCES journal (id) DEFERRABLE INITIALLY DEFERRED,
        original TEXT NOT NULL REFERENCES original (hash) DEFERRABLE INITIALLY DEFERRED,
        UNIQUE (journal, original)
    ) STRICT""",
    "CREATE INDEX journal_original_by_original ON journal_original (original)",
)
_SEARCH = (
    """CREATE TABLE searched (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        thing TEXT NOT NULL UNIQUE,
        words TEXT NOT NULL
    ) STRICT""",
    """CREATE VIRTUAL TABLE search USING fts5 (
        words, content = 'searched', content_rowid = 'id',
        tokenize = 'unicode61 remove_diacritics 2'
    )""",
    """CREATE TRIGGER searched_added AFTER INSERT ON searched BEGIN
        INSERT INTO search (rowid, words) VALUES (new.id, new.words);
    END""",
    """CREATE TRIGGER searched_dropped AFTER DELETE ON searched BEGIN
        INSERT INTO search (search, rowid, words) VALUES ('delete', old.id, old.words);
    END""",
    """CREATE TRIGGER searched_changed AFTER UPDATE ON searched BEGIN
        INSERT INTO search (search, rowid, words) VALUES ('delete', old.id, old.words);
        INSERT INTO search (rowid, words) VALUES (new.id, new.words);
    END""",
)


@migrations()
def m001_first_book(db: Database) -> None:
    """Make the tables of a book that has none."""
    for statement in (*_KEEPING, *THINGS.split(";\n"), *_SEARCH):
        db.execute(statement)
