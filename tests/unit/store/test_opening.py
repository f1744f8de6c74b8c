"""What happens when a file is opened as a book, whatever it is and wherever it lies."""

from __future__ import annotations

import errno
import json
import os
import platform
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from briefing.edits import Add, Edit, EditName
from briefing.errors import (
    BookDamaged,
    BookExists,
    BookLocked,
    BookMissing,
    BookReadOnly,
    BookTooNew,
    BriefingError,
    NotABook,
)
from briefing.store import BookStore
from briefing.things import Book, Party
from tests.histories import BOOK

PARTY = Party(uid="p1", code="CA", name="Canada")
ADD_PARTY = Edit(EditName.ADD_PARTY, (Add(PARTY),), "Canada")
NOBODY = 65534


@pytest.fixture
def closed(path: Path) -> Path:
    """A closed book with a party in it."""
    with BookStore.create(path, BOOK) as store:
        store.apply(ADD_PARTY)
    return path


@contextmanager
def unwritable(folder: Path) -> Iterator[None]:
    """Run as somebody who may read the folder but not write to it."""
    if os.geteuid() == 0:
        # Pytest's own folders are closed to others; what lies above them is not ours to change.
        for above in folder.parents:
            if above.name.startswith("pytest-") or above.parent.name.startswith("pytest-"):
                above.chmod(0o755)
    folder.chmod(0o555)
    if os.geteuid() == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if os.getuid() == 0:
            os.seteuid(0)
        folder.chmod(0o755)


HOLD_OPEN = """
import sys
from pathlib import Path
from briefing.store import BookStore
store = BookStore.open(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
store.close()
"""


@contextmanager
def held_open(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another program that has the book open meanwhile, or tried to."""
    program = [sys.executable, "-c", HOLD_OPEN, str(path)]
    pipe = subprocess.PIPE
    with subprocess.Popen(program, stdin=pipe, stdout=pipe, stderr=pipe, text=True) as other:
        assert other.stdout is not None
        other.stdout.readline()
        yield other
        other.communicate()


def test_a_new_book_holds_its_own_details_and_nothing_else(store: BookStore) -> None:
    assert store.whole().things == {Book: {BOOK.uid: BOOK}}
    assert store.whole().book == BOOK


def test_a_book_that_was_closed_holds_what_was_put_in(closed: Path) -> None:
    with BookStore.open(closed) as store:
        assert store.all(Party) == [PARTY]


def test_a_new_book_does_not_take_the_place_of_a_file(path: Path) -> None:
    path.write_bytes(b"minutes")

    with pytest.raises(BookExists) as refused:
        BookStore.create(path, BOOK)

    assert refused.value.path == path
    assert path.read_bytes() == b"minutes"
    assert list(path.parent.iterdir()) == [path]


def test_a_book_is_made_on_a_stick_that_knows_no_links(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)

    BookStore.create(path, BOOK).close()

    with pytest.raises(BookExists):
        BookStore.create(path, BOOK)
    with BookStore.open(path) as store:
        assert store.whole().book == BOOK


def test_a_new_book_wants_a_folder_that_is_there(tmp_path: Path) -> None:
    with pytest.raises(BookMissing):
        BookStore.create(tmp_path / "no" / "b.briefing", BOOK)


@pytest.mark.parametrize("name", ["100 % & more?.briefing", "été#1.briefing", "会议 😀.briefing"])
def test_a_book_may_have_any_name(tmp_path: Path, name: str) -> None:
    BookStore.create(tmp_path / name, BOOK).close()

    with BookStore.open(tmp_path / name) as store:
        assert store.whole().book == BOOK
    assert [p.name for p in tmp_path.iterdir()] == [name]


def test_a_book_is_opened_through_a_link_and_stays_where_it_is(closed: Path) -> None:
    link = closed.with_name("link.briefing")
    link.symlink_to(closed)

    with BookStore.open(link) as store:
        assert store.path == closed
        with pytest.raises(BookLocked):
            BookStore.open(closed)

    assert link.is_symlink()


def test_a_name_may_be_as_long_as_the_system_allows(tmp_path: Path) -> None:
    name = "n" * 236 + ".briefing"

    with BookStore.create(tmp_path / name, BOOK) as store:
        store.apply(ADD_PARTY)

    assert [p.name for p in tmp_path.iterdir()] == [name]


def test_a_closed_book_is_one_file(closed: Path) -> None:
    with BookStore.open(closed) as store:
        store.apply(Edit(EditName.REMOVE_PARTY, (ADD_PARTY.inverse.changes)))
        assert len(list(closed.parent.iterdir())) > 1

    assert list(closed.parent.iterdir()) == [closed]
    with closing(sqlite3.connect(closed)) as conn:
        assert conn.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_closing_twice_does_no_harm(store: BookStore) -> None:
    store.close()
    store.close()


def test_a_file_that_is_not_there_is_missing(path: Path) -> None:
    with pytest.raises(BookMissing):
        BookStore.open(path)
    assert not path.exists()


@pytest.mark.parametrize(
    "content",
    [b"", b"x", b"SQLite format 3\0", b"SQLite format 3\0" + bytes(4096), b"%PDF-1.7 " * 900],
    ids=["empty", "one byte", "a head alone", "a head and nothing", "another kind"],
)
def test_a_file_of_another_kind_is_refused_and_left_as_it_is(path: Path, content: bytes) -> None:
    path.write_bytes(content)

    with pytest.raises((NotABook, BookDamaged)):
        BookStore.open(path)

    assert path.read_bytes() == content
    assert list(path.parent.iterdir()) == [path]


def test_a_folder_is_not_a_book(tmp_path: Path) -> None:
    with pytest.raises(NotABook):
        BookStore.open(tmp_path)


@pytest.mark.parametrize("mode", ["delete", "wal"])
def test_a_database_of_another_program_is_refused_and_left_as_it_is(path: Path, mode: str) -> None:
    other = sqlite3.connect(path)
    other.execute(f"PRAGMA journal_mode = {mode}")
    other.execute("CREATE TABLE book (uid TEXT)")
    other.close()
    content = path.read_bytes()

    with pytest.raises(NotABook):
        BookStore.open(path)

    assert path.read_bytes() == content
    assert list(path.parent.iterdir()) == [path]


def test_a_book_of_a_newer_program_is_refused_by_its_version(closed: Path) -> None:
    with sqlite3.connect(closed) as conn:
        conn.execute("PRAGMA user_version = 99")
    conn.close()
    content = closed.read_bytes()

    with pytest.raises(BookTooNew) as refused:
        BookStore.open(closed)

    assert refused.value.detail == "99"
    assert closed.read_bytes() == content


def test_a_book_that_was_cut_short_is_refused_and_left_as_it_is(closed: Path) -> None:
    content = closed.read_bytes()[: 3 * 4096]
    closed.write_bytes(content)

    with pytest.raises(BookDamaged):
        BookStore.open(closed)

    assert closed.read_bytes() == content
    assert list(closed.parent.iterdir()) == [closed]


def test_a_book_with_a_page_overwritten_is_refused_and_left_as_it_is(closed: Path) -> None:
    content = bytearray(closed.read_bytes())
    content[5 * 4096 : 6 * 4096] = b"\xa5" * 4096
    closed.write_bytes(content)

    with pytest.raises(BookDamaged):
        BookStore.open(closed)

    assert closed.read_bytes() == content


def test_a_book_that_is_open_here_is_locked(store: BookStore, path: Path) -> None:
    with pytest.raises(BookLocked) as refused:
        BookStore.open(path)

    assert f"({os.getpid()})" in refused.value.detail
    store.apply(ADD_PARTY)
    assert store.all(Party) == [PARTY]


def test_a_book_stays_locked_after_a_second_try_to_open_it_here(
    store: BookStore, path: Path
) -> None:
    with pytest.raises(BookLocked):
        BookStore.open(path)

    with held_open(path) as other:
        assert "BookLocked" in other.communicate()[1]


def test_a_book_that_another_program_holds_is_locked_until_that_lets_go(closed: Path) -> None:
    with held_open(closed) as other, pytest.raises(BookLocked) as refused:
        BookStore.open(closed)
    assert f"({other.pid})" in refused.value.detail

    with BookStore.open(closed) as store:
        assert store.all(Party) == [PARTY]


def test_the_lock_of_a_killed_program_goes_by_itself(closed: Path) -> None:
    with held_open(closed) as other:
        other.kill()

    with BookStore.open(closed) as store:
        assert store.all(Party) == [PARTY]
    assert list(closed.parent.iterdir()) == [closed]


def test_a_lock_of_a_dead_program_names_nobody(closed: Path) -> None:
    line = closed.with_name(f".~{closed.name}.lock")
    holder = sqlite3.connect(closed, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    line.write_text(json.dumps({"user": "ana", "host": platform.node(), "pid": 999999999}))

    with pytest.raises(BookLocked) as refused:
        BookStore.open(closed)

    assert refused.value.detail == ""
    holder.close()


@pytest.mark.skipif(sys.platform == "win32", reason="rights are kept otherwise there")
def test_a_book_in_a_folder_without_write_access_opens_to_be_read(closed: Path) -> None:
    closed.chmod(0o444)

    with unwritable(closed.parent), BookStore.open(closed) as store:
        assert store.read_only
        assert store.all(Party) == [PARTY]
        assert [hit.kind for hit in store.search("canada")] == []
        for change in (lambda: store.apply(ADD_PARTY), store.undo, lambda: store.keep(b"x")):
            with pytest.raises(BookReadOnly):
                change()

    assert list(closed.parent.iterdir()) == [closed]


@pytest.mark.skipif(sys.platform == "win32", reason="rights are kept otherwise there")
def test_a_writable_book_in_a_folder_without_write_access_opens_to_be_read(closed: Path) -> None:
    closed.chmod(0o666)

    with unwritable(closed.parent), BookStore.open(closed) as store:
        assert store.read_only
        assert store.all(Party) == [PARTY]


@pytest.mark.skipif(sys.platform == "win32", reason="rights are kept otherwise there")
def test_a_book_left_open_on_a_medium_without_write_access_is_read_from_its_one_file(
    closed: Path,
) -> None:
    conn = sqlite3.connect(closed)
    conn.execute("PRAGMA journal_mode = WAL")
    conn.close()
    closed.chmod(0o444)

    with unwritable(closed.parent), BookStore.open(closed) as store:
        assert store.all(Party) == [PARTY]


@pytest.mark.skipif(sys.platform == "win32", reason="rights are kept otherwise there")
def test_a_book_whose_last_edits_cannot_be_brought_home_is_refused(closed: Path) -> None:
    with BookStore.open(closed) as store:
        store.apply(Edit(EditName.REMOVE_PARTY, ADD_PARTY.inverse.changes))
        for suffix in ("", "-wal"):
            name = closed.name + suffix
            shutil.copy(closed.with_name(name), closed.with_name(f"killed-{name}"))
    killed = closed.with_name(f"killed-{closed.name}")

    with unwritable(closed.parent), pytest.raises(BookReadOnly):
        BookStore.open(killed)
    with BookStore.open(killed) as store:
        assert store.all(Party) == []


@pytest.mark.skipif(sys.platform == "win32", reason="rights are kept otherwise there")
def test_no_book_is_made_in_a_folder_without_write_access(tmp_path: Path) -> None:
    folder = tmp_path / "fixed"
    folder.mkdir()

    with unwritable(folder), pytest.raises(BookReadOnly):
        BookStore.create(folder / "b.briefing", BOOK)
    assert list(folder.iterdir()) == []


def test_every_refusal_names_the_file(path: Path) -> None:
    path.write_bytes(b"no")

    with pytest.raises(BriefingError) as refused:
        BookStore.open(path)

    assert refused.value.path == path


def test_opening_and_closing_a_book_loads_no_sqlite_utils(closed: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from briefing.store import BookStore\n"
        "with BookStore.open(Path(sys.argv[1])) as store: store.whole(), store.search('Canada')\n"
        "sys.exit('sqlite_utils' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program, str(closed)], check=True)
