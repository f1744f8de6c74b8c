"""The tables of a book: what the things need, and how older books come to have it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from briefing.edits import Add, Edit, EditName
from briefing.errors import BookDamaged, BookTooNew
from briefing.store import BookStore, connection, list_backups, migrations, schema
from briefing.store.book_store import SCHEMA_VERSION
from briefing.things import KINDS, Note, Section
from tests.histories import BOOK

ADD_NOTE = Edit(
    EditName.ADD_NOTE, (Add(Note(uid="n1", title="Clean energy", template="information")),)
)


def tables_of(conn: sqlite3.Connection) -> dict[str, str]:
    rows = conn.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
    return {name: " ".join(sql.split()) for name, sql in rows}


def test_a_book_has_the_tables_that_the_things_need(store: BookStore) -> None:
    with closing(sqlite3.connect(":memory:")) as conn:
        for statement in schema.statements():
            conn.execute(statement)
        needed = tables_of(conn)

    present = tables_of(store._conn)

    missing = {sql for name, sql in needed.items() if present.get(name) != sql}
    assert not missing, "add to the migrations:\n" + "\n".join(sorted(missing))


def test_every_table_is_strict_and_has_a_number_for_each_row(store: BookStore) -> None:
    tables = store._conn.execute("PRAGMA table_list").fetchall()
    own = [row for row in tables if row[2] == "table" and not row[1].startswith(("sqlite_", "_"))]

    assert len(own) > len(KINDS)
    for _, name, _, _, _, strict in own:
        columns = store._conn.execute(f'PRAGMA table_info("{name}")').fetchall()
        assert strict, name
        assert columns[0][1:3] == ("id", "INTEGER"), name


def test_nothing_goes_because_something_else_goes(store: BookStore) -> None:
    for name in tables_of(store._conn):
        for key in store._conn.execute(f'PRAGMA foreign_key_list("{name}")'):
            assert key[5:7] == ("NO ACTION", "NO ACTION"), name


def test_every_reference_has_an_index(store: BookStore) -> None:
    for name in tables_of(store._conn):
        indexed = {
            store._conn.execute(f'PRAGMA index_info("{index[1]}")').fetchone()[2]
            for index in store._conn.execute(f'PRAGMA index_list("{name}")')
        }
        for key in store._conn.execute(f'PRAGMA foreign_key_list("{name}")'):
            assert key[3] in indexed, (name, key[3])


def test_there_is_a_migration_for_each_version(store: BookStore) -> None:
    applied = migrations.migrations.applied(Database(store._conn, execute_plugins=False))

    assert len(applied) == SCHEMA_VERSION
    assert store._conn.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)


@pytest.fixture
def next_program(monkeypatch: pytest.MonkeyPatch) -> Iterator[Migrations]:
    """A program whose books have one table more."""
    newer = Migrations("briefing")
    newer()(migrations.m001_first_book)
    newer()(migrations.m002_register)
    newer()(migrations.m003_candidates_by_group)

    @newer()
    def m004_flags(db: Database) -> None:
        db.execute("CREATE TABLE flag (id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE) STRICT")

    monkeypatch.setattr(migrations, "migrations", newer)
    for module in ("connection", "making", "book_store"):
        monkeypatch.setattr(f"briefing.store.{module}.SCHEMA_VERSION", SCHEMA_VERSION + 1)
    return newer


@pytest.fixture
def older_book(path: Path) -> Path:
    with BookStore.create(path, BOOK) as store:
        store.apply(ADD_NOTE)
    return path


def test_an_older_book_is_copied_and_then_brought_up_to_date(
    older_book: Path, next_program: Migrations
) -> None:
    with BookStore.open(older_book) as store:
        assert "flag" in tables_of(store._conn)
        assert [hit.uid for hit in store.search("energy")] == ["n1"]
        assert store._conn.execute("PRAGMA foreign_keys").fetchone() == (1,)
        assert store.undo() == ADD_NOTE.inverse

    (backup,) = list_backups(older_book)
    with closing(connection.connect(backup.path, "mode=ro")) as conn:
        assert conn.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
        assert "flag" not in tables_of(conn)


def test_a_book_brought_up_to_date_is_too_new_for_the_older_program(
    older_book: Path, next_program: Migrations, monkeypatch: pytest.MonkeyPatch
) -> None:
    BookStore.open(older_book).close()
    monkeypatch.undo()

    with pytest.raises(BookTooNew):
        BookStore.open(older_book)


def test_a_migration_that_fails_leaves_the_older_book(
    older_book: Path, next_program: Migrations, monkeypatch: pytest.MonkeyPatch, data_home: Path
) -> None:
    @next_program()
    def m005_breaks(db: Database) -> None:
        db.execute("CREATE TABLE half (id INTEGER PRIMARY KEY)")
        db.execute("INSERT INTO section (uid, note, name, body) VALUES ('s', 'nobody', '', '')")

    with pytest.raises(BookDamaged, match="section"):
        BookStore.open(older_book)

    with closing(connection.connect(older_book, "mode=ro")) as conn:
        assert conn.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
        assert not {"flag", "half"} & tables_of(conn).keys()
    monkeypatch.undo()
    monkeypatch.setenv("BRIEFING_DATA_HOME", str(data_home))
    with BookStore.open(older_book) as store:
        assert [note.uid for note in store.all(Note)] == ["n1"]
        assert store.all(Section) == []
    assert len(list_backups(older_book)) == 1
