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
_REGISTER = (
    """CREATE TABLE register (
        id INTEGER PRIMARY KEY,
        "commitment" TEXT NOT NULL UNIQUE,
        action TEXT NOT NULL,
        promisors INTEGER NOT NULL,
        promisees INTEGER NOT NULL,
        topics INTEGER NOT NULL,
        sources INTEGER NOT NULL,
        kind TEXT NOT NULL,
        firmness TEXT NOT NULL,
        last_day TEXT,
        deadline TEXT NOT NULL,
        lead TEXT NOT NULL,
        next_step TEXT NOT NULL,
        status TEXT NOT NULL,
        statuses INTEGER NOT NULL,
        settled INTEGER NOT NULL,
        as_of TEXT
    ) STRICT""",
    # One for each way to sort: a sort of 100,000 rows takes 150 ms, a walk along an index 15 ms.
    "CREATE INDEX register_by_action ON register (action)",
    "CREATE INDEX register_by_promisors ON register (promisors)",
    "CREATE INDEX register_by_promisees ON register (promisees)",
    "CREATE INDEX register_by_topics ON register (topics)",
    "CREATE INDEX register_by_sources ON register (sources)",
    "CREATE INDEX register_by_kind ON register (kind)",
    "CREATE INDEX register_by_firmness ON register (firmness)",
    "CREATE INDEX register_by_deadline ON register (last_day, deadline, settled)",
    "CREATE INDEX register_by_lead ON register (lead)",
    "CREATE INDEX register_by_next_step ON register (next_step)",
    "CREATE INDEX register_by_status ON register (status)",
    "CREATE INDEX register_by_statuses ON register (statuses)",
    "CREATE INDEX register_by_as_of ON register (as_of)",
    "CREATE TABLE register_set (id INTEGER PRIMARY KEY, uids TEXT NOT NULL UNIQUE) STRICT",
    "CREATE TABLE register_words (id INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT",
    """CREATE VIRTUAL TABLE register_search USING fts5 (
        words, content = 'register_words', content_rowid = 'id',
        tokenize = 'unicode61 remove_diacritics 2'
    )""",
    """CREATE TRIGGER register_words_added AFTER INSERT ON register_words BEGIN
        INSERT INTO register_search (rowid, words) VALUES (new.id, new.words);
    END""",
    """CREATE TRIGGER register_words_dropped AFTER DELETE ON register_words BEGIN
        INSERT INTO register_search (register_search, rowid, words)
        VALUES ('delete', old.id, old.words);
    END""",
    """CREATE TRIGGER register_words_changed AFTER UPDATE ON register_words BEGIN
        INSERT INTO register_search (register_search, rowid, words)
        VALUES ('delete', old.id, old.words);
        INSERT INTO register_search (rowid, words) VALUES (new.id, new.words);
    END""",
)


@migrations()
def m001_first_book(db: Database) -> None:
    """Make the tables of a book that has none."""
    for statement in (*_KEEPING, *THINGS.split(";\n"), *_SEARCH):
        db.execute(statement)


@migrations()
def m002_register(db: Database) -> None:
    """Make the tables that the register sorts and filters by; whoever migrates fills them."""
    for statement in _REGISTER:
        db.execute(statement)


@migrations()
def m003_candidates_by_group(db: Database) -> None:
    """Find the candidates that say the same without reading all of them."""
    db.execute('CREATE INDEX "candidate_by_group" ON "candidate" ("group")')
