"""A book survives what the world does to it: a killed program, a full disk."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from briefing.edits import Add, Edit, EditName
from briefing.errors import DiskFull
from briefing.store import BookStore
from briefing.things import Commitment, Party
from tests.histories import BOOK

EDITING = """
import sys
from itertools import count
from pathlib import Path
from briefing.edits import Add, Edit, EditName
from briefing.store import BookStore
from briefing.things import Commitment, Party

store = BookStore.open(Path(sys.argv[1]))
for number in count():
    party = Party(uid=f"p{number:06}", code="XX", name="word " * 200)
    commitment = Commitment(uid=f"c{number:06}", action="word " * 200, promisors=(party.uid,))
    store.apply(Edit(EditName.ADD_COMMITMENT, (Add(party), Add(commitment))))
    print(number, flush=True)
"""
MAKING = """
import sys
from pathlib import Path
from briefing.store import BookStore
from briefing.things import Book

path = Path(sys.argv[1])
print("ready", flush=True)
while True:
    BookStore.create(path, Book(uid="u", title="t")).close()
    path.unlink()
"""


def killed(program: str, path: Path, lines: int) -> int:
    """Run a program, kill it in the midst of its work; the last number that it had said."""
    command = [sys.executable, "-c", program, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        for _ in range(lines):
            assert other.stdout.readline()
        other.kill()
        said = other.stdout.read().split()
    return int(said[-1]) if said and said[-1].isdigit() else lines - 1


@pytest.mark.parametrize("lines", [1, 7, 40])
def test_a_book_whose_program_was_killed_holds_exactly_the_edits_that_were_made(
    path: Path, lines: int
) -> None:
    BookStore.create(path, BOOK).close()

    last = killed(EDITING, path, lines)

    with BookStore.open(path) as store:
        commitments, history = store.all(Commitment), store.history(10_000)
        # The one that was being made may have been made before anybody was told.
        assert len(commitments) in {last + 1, last + 2}
        assert [c.uid for c in commitments] == [f"c{n:06}" for n in range(len(commitments))]
        assert store.count(Party) == len(commitments) == len(history) - 1
        assert len(store.search("word", limit=10_000)) == len(commitments)
        store._conn.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
        assert store.undo() is not None
    assert list(path.parent.iterdir()) == [path]


def test_a_program_killed_while_making_a_book_leaves_a_whole_one_or_none(path: Path) -> None:
    killed(MAKING, path, 1)

    if path.exists():
        with BookStore.open(path) as store:
            assert store.whole().book.title == "t"
    else:
        BookStore.create(path, BOOK).close()


def wordy(number: int) -> Edit:
    party = Party(uid=f"p{number:05}", code="XX", name=os.urandom(3000).hex())
    return Edit(EditName.ADD_PARTY, (Add(party),))


def fill(store: BookStore) -> int:
    """Make edits until there is no room left; how many were made."""
    for made in count():
        try:
            store.apply(wordy(made))
        except DiskFull:
            return made
    raise AssertionError


def test_an_edit_that_finds_no_room_is_not_made_and_the_next_that_does_is(
    store: BookStore,
) -> None:
    (pages,) = store._conn.execute("PRAGMA page_count").fetchone()
    store._conn.execute(f"PRAGMA max_page_count = {pages + 8}")

    made = fill(store)

    assert store.count(Party) == made
    store._conn.execute(f"PRAGMA max_page_count = {pages + 1000}")
    store.apply(wordy(made))
    assert store.count(Party) == made + 1


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    disk = tmp_path / "stick"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk)]
    try:
        subprocess.run(mount, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no right to mount a small disk here")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_book_on_a_disk_that_fills_up_keeps_every_edit_that_was_made(small_disk: Path) -> None:
    path = small_disk / "b.briefing"
    store = BookStore.create(path, BOOK)
    made = fill(store)
    assert made > 10
    assert store.count(Party) == made

    with pytest.raises(DiskFull):
        store.close()
    subprocess.run(["mount", "-o", "remount,size=9m", str(small_disk)], check=True)

    with BookStore.open(path) as again:
        assert again.count(Party) == made
        assert again.undo() is not None
    assert list(small_disk.iterdir()) == [path]


def test_no_half_book_is_left_on_a_disk_without_room(small_disk: Path) -> None:
    (small_disk / "ballast").write_bytes(bytes(1900 << 10))

    with pytest.raises(DiskFull):
        BookStore.create(small_disk / "b.briefing", BOOK)

    assert [p.name for p in small_disk.iterdir()] == ["ballast"]
