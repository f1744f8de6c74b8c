"""Dated copies: when they are made, which are kept, and how a book comes back from one."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path

import pytest

from briefing.edits import Add, Edit, EditName
from briefing.errors import BookDamaged, BookExists, BookLocked, BookMissing, DiskFull, NotABook
from briefing.store import BookStore, Lent, backups, copy_lent, list_backups, restore
from briefing.store.backups import kept
from briefing.things import Party
from tests.histories import BOOK

START = datetime(2027, 3, 1, 9, tzinfo=UTC)
CANADA = Party(uid="p1", code="CA", name="Canada")
ADD_CANADA = Edit(EditName.ADD_PARTY, (Add(CANADA),), "Canada")


def at(moment: datetime) -> Callable[[], datetime]:
    return lambda: moment


def days(number: float) -> datetime:
    return START + timedelta(days=number)


@pytest.fixture
def begun(path: Path) -> Path:
    """A closed book that was made at the start."""
    BookStore.create(path, BOOK, clock=at(START)).close()
    return path


def test_a_snapshot_is_the_whole_book_in_one_file(store: BookStore, tmp_path: Path) -> None:
    copy = tmp_path / "copy.briefing"
    digest = store.keep(b"release")
    store.apply(ADD_CANADA)

    store.snapshot(copy)

    assert not copy.with_name("copy.briefing-wal").exists()
    with BookStore.open(copy) as other:
        assert other.whole() == store.whole()
        assert other.original(digest) == b"release"
        assert other.undo() == ADD_CANADA.inverse
    assert store.all(Party) == [CANADA]


def test_a_snapshot_does_not_take_the_place_of_a_file(store: BookStore, tmp_path: Path) -> None:
    target = tmp_path / "minutes.txt"
    target.write_text("minutes")

    with pytest.raises(BookExists):
        store.snapshot(target)
    with pytest.raises(BookMissing):
        store.snapshot(tmp_path / "no" / "b.briefing")

    assert target.read_text() == "minutes"


def test_a_backup_is_made_after_an_hour_and_when_the_last_is_a_day_old(begun: Path) -> None:
    opened = [days(0.04), days(0.1), days(1), days(1.2), days(2.1), days(9)]

    for moment in opened:
        BookStore.open(begun, clock=at(moment)).close()

    assert [b.made for b in list_backups(BOOK.uid)] == [days(9), days(1.2), days(0.1)]


def test_a_backup_is_made_on_demand_and_says_of_what(begun: Path) -> None:
    with BookStore.open(begun, clock=at(days(0.02))) as store:
        backup = store.back_up()

    assert list_backups(begun) == list_backups(BOOK.uid) == [backup]
    assert (backup.of, backup.title, backup.made) == (str(begun), BOOK.title, days(0.02))
    with BookStore.open(backup.path, clock=at(days(0.02))) as copy:
        assert copy.whole().book == BOOK


def test_no_backup_is_no_reason_not_to_open(
    begun: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, data_home: Path
) -> None:
    (data_home / "backups").write_text("a file where a folder should be")

    with caplog.at_level(logging.WARNING), BookStore.open(begun, clock=at(days(5))) as store:
        store.apply(ADD_CANADA)

    assert "no backup was made" in caplog.text
    assert str(begun) not in caplog.text


def test_the_last_ten_are_kept_and_one_of_each_of_eight_weeks() -> None:
    made = [days(n) for n in range(200)]
    staying: set[datetime] = set()
    for moment in made:
        staying = kept({*staying, moment}, moment)

    ages = sorted((made[-1] - moment).days for moment in staying)
    assert ages[:10] == list(range(10))
    assert len(ages) <= 10 + 8
    assert 45 <= ages[-1] < 56
    assert {later - earlier for earlier, later in pairwise(ages[11:])} == {7}


def test_the_last_ten_are_kept_however_old() -> None:
    made = {days(n * 100) for n in range(12)}

    assert kept(made, days(5000)) == set(sorted(made)[-10:])


def test_old_backups_go_when_a_new_one_is_made(begun: Path) -> None:
    for minute in range(14):
        with BookStore.open(begun, clock=at(START + timedelta(minutes=minute))) as store:
            store.back_up()

    assert len(list_backups(BOOK.uid)) == 10


def test_a_book_comes_back_from_a_backup(begun: Path) -> None:
    with BookStore.open(begun) as store:
        before = store.back_up()
        store.apply(ADD_CANADA)

    saved = restore(before.path, begun)

    with BookStore.open(begun) as store:
        assert store.all(Party) == []
    assert saved is not None
    with BookStore.open(saved) as present:
        assert present.all(Party) == [CANADA]
    assert before.path.exists()
    assert [p.name for p in begun.parent.iterdir()] == [begun.name]


def test_a_book_comes_back_where_there_is_none_any_more(begun: Path) -> None:
    with BookStore.open(begun) as store:
        store.back_up()
    begun.unlink()

    (backup,) = list_backups(begun)
    assert restore(backup.path, begun) is None

    with BookStore.open(begun) as store:
        assert store.whole().book == BOOK


def test_a_damaged_book_is_set_aside_before_its_backup_takes_its_place(begun: Path) -> None:
    with BookStore.open(begun) as store:
        store.back_up()
    damaged = begun.read_bytes()[:9000]
    begun.write_bytes(damaged)
    leftover = begun.with_name(f"{begun.name}-wal")
    leftover.write_bytes(b"a log of another time")

    (backup,) = list_backups(begun)
    aside = restore(backup.path, begun)

    assert aside is not None
    assert aside.read_bytes() == damaged
    assert not leftover.exists()
    with BookStore.open(begun) as store:
        assert store.whole().book == BOOK


def test_nothing_is_restored_over_an_open_book(begun: Path) -> None:
    with BookStore.open(begun) as store:
        backup = store.back_up()
        store.apply(ADD_CANADA)

        with pytest.raises(BookLocked):
            restore(backup.path, begun)

        assert store.all(Party) == [CANADA]


def test_a_broken_backup_replaces_nothing(begun: Path) -> None:
    with BookStore.open(begun) as store:
        backup = store.back_up()
    content = begun.read_bytes()

    backup.path.write_bytes(backup.path.read_bytes()[:9000])
    with pytest.raises(BookDamaged):
        restore(backup.path, begun)
    backup.path.write_bytes(b"no")
    with pytest.raises(NotABook):
        restore(backup.path, begun)

    assert begun.read_bytes() == content


def test_a_uid_made_by_an_enemy_does_not_leave_the_folder(data_home: Path) -> None:
    assert backups.folder_of("../../etc").parent == data_home / "backups"


@pytest.mark.parametrize(
    ("platform", "variable", "expected"),
    [
        ("win32", "LOCALAPPDATA", "given/briefing"),
        ("linux", "XDG_DATA_HOME", "given/briefing"),
        ("darwin", "HOME", "given/Library/Application Support/briefing"),
    ],
)
def test_backups_lie_where_each_system_keeps_such_things(
    monkeypatch: pytest.MonkeyPatch, platform: str, variable: str, expected: str
) -> None:
    monkeypatch.delenv("BRIEFING_DATA_HOME")
    monkeypatch.setenv(variable, "given")
    monkeypatch.setattr("sys.platform", platform)

    assert backups.data_home() == Path(expected)


def test_a_full_disk_spoils_no_backup_that_is_there(
    begun: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with BookStore.open(begun) as store:
        first = store.back_up()

        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("briefing.store.making._publish", full)
        with pytest.raises(DiskFull):
            store.back_up()

    assert [b.path for b in list_backups(BOOK.uid)] == [first.path]
    assert sorted(p.name for p in first.path.parent.iterdir()) == [first.path.name, "about.json"]


def copied_elsewhere(lent: Lent) -> None:
    """Copy in another process, as a window has it done."""
    process = get_context("spawn").Process(target=copy_lent, args=(lent,))
    process.start()
    process.join()
    assert process.exitcode == 0


def test_a_book_that_is_lent_is_copied_as_it_was_while_edits_go_on(begun: Path) -> None:
    with BookStore.open(begun, clock=at(days(2)), back_up=False) as store:
        lent = store.lend_if_due()
        assert lent is not None
        before = store.whole()
        store.apply(ADD_CANADA)

        copied_elsewhere(lent)

        store.take_back()
        with pytest.raises(BookLocked):
            BookStore.open(begun)
        assert store.all(Party) == [CANADA]
    (backup,) = list_backups(BOOK.uid)
    with BookStore.open(backup.path, back_up=False) as copy:
        assert copy.whole() == before
    with BookStore.open(begun, back_up=False) as again:
        assert again.all(Party) == [CANADA]


def test_a_book_is_lent_once_a_day(begun: Path) -> None:
    with BookStore.open(begun, clock=at(days(2)), back_up=False) as store:
        lent = store.lend_if_due()
        assert lent is not None
        copied_elsewhere(lent)
        store.take_back()

        assert store.lend_if_due() is None


def test_a_book_that_was_made_just_now_is_not_lent(begun: Path) -> None:
    with BookStore.open(begun, clock=at(days(0.04)), back_up=False) as store:
        assert store.lend_if_due() is None


def test_a_damaged_book_does_not_take_the_place_of_its_good_copies(begun: Path) -> None:
    with BookStore.open(begun, clock=at(days(2)), back_up=False) as store:
        lent = store.lend_if_due()
        assert lent is not None
        store.take_back()
    with begun.open("r+b") as file:
        file.seek(4096 * 3)
        file.write(b"\xff" * 4096 * 2)

    with pytest.raises(BookDamaged):
        copy_lent(lent)

    assert list_backups(BOOK.uid) == []
