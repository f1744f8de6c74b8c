from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from briefing.errors import DiskFull, ExportFailed
from exports.files import safe_name, whole_file


def test_the_file_appears_only_when_all_of_it_is_written(tmp_path: Path) -> None:
    path = tmp_path / "book.pdf"

    with whole_file(path) as scratch:
        scratch.write_text("new")
        assert not path.exists()

    assert path.read_text() == "new"
    assert list(tmp_path.iterdir()) == [path]


def test_whoever_has_the_old_file_open_keeps_it_whole(tmp_path: Path) -> None:
    path, other = tmp_path / "book.pdf", tmp_path / "the same file"
    path.write_text("old")
    other.hardlink_to(path)

    with whole_file(path) as scratch:
        scratch.write_text("new")

    assert (path.read_text(), other.read_text()) == ("new", "old")


@pytest.mark.parametrize("ending", [KeyboardInterrupt, ValueError, OSError(errno.ENOSPC, "full")])
def test_whatever_ends_the_work_leaves_the_old_file(tmp_path: Path, ending: BaseException) -> None:
    path = tmp_path / "book.pdf"
    path.write_text("old")

    def work() -> None:
        with whole_file(path) as scratch:
            scratch.write_text("half")
            raise ending

    with pytest.raises((KeyboardInterrupt, ValueError, DiskFull)):
        work()

    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("cause", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_is_said_as_such(tmp_path: Path, cause: int) -> None:
    path = tmp_path / "book.pdf"

    with pytest.raises(DiskFull) as failed, whole_file(path):
        raise OSError(cause, os.strerror(cause))

    assert failed.value.path == path


def test_a_folder_in_place_of_the_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "book.pdf"
    path.mkdir()

    with pytest.raises(ExportFailed) as failed, whole_file(path):
        pytest.fail("nothing should be written")

    assert failed.value.path == path
    assert failed.value.detail


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("mine")

    with pytest.raises(ExportFailed), whole_file(tmp_path / "notes" / "book.pdf"):
        pytest.fail("nothing should be written")


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="there are no device files here")
def test_a_device_is_never_replaced() -> None:
    with pytest.raises(ExportFailed), whole_file(Path("/dev/null")):
        pytest.fail("nothing should be written")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="this user may write anywhere")
def test_what_may_not_be_written_to_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "book.pdf"
    path.write_text("signed off")
    path.chmod(0o400)

    with pytest.raises(ExportFailed), whole_file(path):
        pytest.fail("nothing should be written")
    path.unlink()
    tmp_path.chmod(0o500)
    with pytest.raises(ExportFailed), whole_file(path):
        pytest.fail("nothing should be written")
    tmp_path.chmod(0o700)


@pytest.mark.skipif(os.name == "nt", reason="links and modes are those of POSIX")
def test_a_link_keeps_leading_to_the_file_and_the_file_its_permissions(tmp_path: Path) -> None:
    path, link = tmp_path / "book.pdf", tmp_path / "latest.pdf"
    path.write_text("old")
    path.chmod(0o664)
    link.symlink_to(path)

    with whole_file(link) as scratch:
        scratch.write_text("new")

    assert link.is_symlink()
    assert path.read_text() == "new"
    assert path.stat().st_mode & 0o777 == 0o664


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Strait Partnership: leaders’ meeting", "Strait Partnership leaders’ meeting.pdf"),
        ("a/b\\c|d?e*f\tg", "a b c d e f g.pdf"),
        ("海峡伙伴关系", "海峡伙伴关系.pdf"),
        ("con", "_con.pdf"),
        ("NUL.v2", "_NUL.v2.pdf"),
        ("lpt¹", "_lpt¹.pdf"),
        ("Console", "Console.pdf"),
        ("  ends with dots ...", "ends with dots.pdf"),
        ("???", "book.pdf"),
        ("", "book.pdf"),
    ],
)
def test_a_title_becomes_a_name_that_every_system_takes(title: str, name: str) -> None:
    assert safe_name(title, ".pdf") == name


def test_a_long_title_is_cut_between_characters() -> None:
    name = safe_name("海" * 300, ".docx")

    assert len(name.encode()) <= 200
    assert name.removesuffix(".docx") == "海" * 65
