from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path
from subprocess import PIPE

import pytest

from briefing import _bootstrap as bootstrap


class Restarted(Exception):
    """Stands for the process that would have been replaced."""


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout whose Python lacks the needs, where making an environment is only noted."""
    (tmp_path / "requirements.lock").write_text("one==1")
    monkeypatch.setattr(bootstrap, "ROOT", tmp_path)
    monkeypatch.setattr(bootstrap, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(bootstrap, "LOCK", tmp_path / "requirements.lock")
    monkeypatch.setattr(bootstrap, "_all_present", lambda needs: False)
    monkeypatch.setattr(bootstrap, "_run", make)
    monkeypatch.setattr(bootstrap, "_start_again", start_again)
    return tmp_path


def make(*command: str) -> None:
    if "venv" in command:
        python = bootstrap._python()
        python.parent.mkdir(parents=True)
        python.touch()
    with (bootstrap.ROOT / "commands").open("a") as file:
        file.write(command[2] + "\n")


def start_again(module: str) -> None:
    raise Restarted(module)


def commands(checkout: Path) -> list[str]:
    log = checkout / "commands"
    return log.read_text().split() if log.exists() else []


def start() -> None:
    with pytest.raises(Restarted, match="briefing"):
        bootstrap.ensure("briefing")


def test_a_fresh_checkout_makes_its_environment_once(checkout: Path) -> None:
    start()
    start()

    assert commands(checkout) == ["venv", "pip"]


def test_another_lock_makes_the_environment_anew(checkout: Path) -> None:
    start()
    (checkout / ".venv" / "left-over").touch()

    bootstrap.LOCK.write_text("one==2")
    start()

    assert commands(checkout) == ["venv", "pip"] * 2
    assert not (checkout / ".venv" / "left-over").exists()


def test_a_checkout_that_was_moved_makes_its_environment_anew(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start()

    moved = checkout / "moved"
    moved.mkdir()
    (checkout / ".venv").rename(moved / ".venv")
    monkeypatch.setattr(bootstrap, "VENV", moved / ".venv")
    start()

    assert commands(checkout) == ["venv", "pip"] * 2


def test_an_environment_whose_python_has_gone_is_made_anew(checkout: Path) -> None:
    start()

    bootstrap._python().unlink()
    start()

    assert commands(checkout) == ["venv", "pip"] * 2


def test_a_set_up_that_was_stopped_half_way_begins_anew(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop_at_pip(*command: str) -> None:
        make(*command)
        if "pip" in command:
            raise KeyboardInterrupt

    monkeypatch.setattr(bootstrap, "_run", stop_at_pip)
    with pytest.raises(KeyboardInterrupt):
        bootstrap.ensure("briefing")
    monkeypatch.setattr(bootstrap, "_run", make)
    start()

    assert commands(checkout) == ["venv", "pip"] * 2


def test_two_that_start_at_once_make_one_environment(checkout: Path) -> None:
    stamp = bootstrap._stamp()
    threads = [threading.Thread(target=bootstrap._make, args=(stamp,)) for _ in range(4)]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert commands(checkout) == ["venv", "pip"]


def test_an_environment_of_ones_own_is_left_alone(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "_all_present", lambda needs: True)

    bootstrap.ensure("briefing")

    assert commands(checkout) == []


def test_the_installed_program_prepares_nothing(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)

    bootstrap.ensure("briefing")

    assert commands(checkout) == []


def test_a_failure_is_one_line_with_the_folder_and_the_cause(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*command: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(bootstrap, "_run", refuse)
    with pytest.raises(SystemExit) as stopped:
        bootstrap.ensure("briefing")

    line = capsys.readouterr().err.splitlines()[-1]
    assert stopped.value.code == 1
    assert str(checkout / ".venv") in line
    assert "Permission denied" in line


def test_what_is_killed_while_it_installs_keeps_others_out_until_it_has_ended(
    checkout: Path,
) -> None:
    fcntl = pytest.importorskip("fcntl")
    with bootstrap._alone():
        child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=PIPE, close_fds=False)

    with (checkout / ".venv.lock").open("ab") as file:
        with pytest.raises(BlockingIOError):
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        child.communicate(b"\n")
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def test_a_pip_that_fails_is_named(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*command: str) -> None:
        raise subprocess.CalledProcessError(1, command)

    monkeypatch.setattr(bootstrap, "_run", refuse)
    with pytest.raises(SystemExit):
        bootstrap.ensure("briefing")

    assert "venv failed" in capsys.readouterr().err


def test_a_python_that_is_too_old_is_told_so(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 12))

    with pytest.raises(SystemExit):
        bootstrap.ensure("briefing")

    assert "3.11 or newer" in capsys.readouterr().err


@pytest.fixture
def bare_debian(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A Debian without Qt's libraries, where what would be run as root is only noted."""
    done: list[str] = []
    monkeypatch.setattr(bootstrap, "missing_qt_libraries", lambda: ["libgl1", "libegl1"])
    monkeypatch.setattr(bootstrap.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(bootstrap, "_as_root", lambda *command: not done.append(" ".join(command)))
    return done


def test_missing_qt_libraries_are_installed_where_they_may_be(
    bare_debian: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "_may_install", lambda: True)

    bootstrap.ensure_qt_libraries()

    assert bare_debian[-1].startswith("apt-get install")
    assert bare_debian[-1].endswith("libgl1 libegl1")


def test_where_they_may_not_be_installed_the_command_is_said(
    bare_debian: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(bootstrap, "_may_install", lambda: False)

    assert not bootstrap.ensure_qt_libraries()

    assert bare_debian == []
    assert "sudo apt-get install libgl1 libegl1" in capsys.readouterr().err


def test_a_machine_that_has_them_all_is_not_touched(
    bare_debian: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "missing_qt_libraries", list)

    assert bootstrap.ensure_qt_libraries()
    assert bare_debian == []
