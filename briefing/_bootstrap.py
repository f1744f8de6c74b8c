"""First-run set-up for a source checkout. Standard library only.

`ensure` returns at once when the program can already import what it needs (an installed copy, a
frozen build, the project's own `.venv`). Otherwise it makes `.venv` from the hash-pinned lock and
starts the same command again inside it. Qt's system libraries are another matter: only what opens a
window or runs the tests asks for them, through `ensure_qt_libraries`.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, NoReturn

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
STAMP = "made-from"
NEEDS = (
    "PySide6",
    "charset_normalizer",
    "docx",
    "lxml",
    "pypdfium2",
    "pyphen",
    "rapidfuzz",
    "reportlab",
    "rjieba",
    "sqlite_utils",
    "uharfbuzz",
)
TEST_NEEDS = (*NEEDS, "hypothesis", "pytest", "pytestqt")
QT_LIBRARIES = {
    # The library by its soname, and the Debian package that has it. Names are bookworm's; apt
    # resolves them to their t64 successors on later releases.
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libX11.so.6": "libx11-6",
    "libbrotlidec.so.1": "libbrotli1",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
}


def ensure(module: str, needs: Sequence[str] = NEEDS) -> None:
    """Return inside an environment that has what is needed, or start `module` again in one."""
    if getattr(sys, "frozen", False):
        return
    if sys.version_info < OLDEST:
        _stop(f"this is Python {_version()}, and the program needs 3.11 or newer")
    stamp, made_from = _stamp(), _made_from()
    inside = Path(sys.prefix).resolve() == VENV.resolve()
    if inside and made_from == stamp:
        return
    if not made_from and _all_present(needs):
        # Whoever set up this environment looks after it, be it in our place or in another.
        return
    if made_from != stamp:
        _make(stamp)
    _start_again(module)


def ensure_qt_libraries() -> bool:
    """Whether Qt can load; installs what is missing where it may, else says the command."""
    missing = missing_qt_libraries()
    if not missing:
        return True
    if not shutil.which("apt-get"):
        _say("Qt needs system libraries that this machine lacks: " + " ".join(missing))
        return False
    if _may_install():
        _say("installing Qt's system libraries: " + " ".join(missing))
        _as_root("apt-get", "update", "-qq")
        _as_root("apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing)
    still = missing_qt_libraries()
    if still:
        _say("Qt needs system libraries; run once:  sudo apt-get install " + " ".join(still))
    return not still


def missing_qt_libraries() -> list[str]:
    """The Debian packages of Qt's libraries that cannot be loaded here; none but on Linux."""
    if not sys.platform.startswith("linux"):
        return []
    return [package for soname, package in QT_LIBRARIES.items() if not _loads(soname)]


def _loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def _may_install() -> bool:
    return os.geteuid() == 0 or (shutil.which("sudo") is not None and _as_root("true"))


def _as_root(*command: str) -> bool:
    # Without -n, sudo would wait for a password that nobody is there to type.
    prefix = [] if os.geteuid() == 0 else ["sudo", "-n"]
    full = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", *command]
    quiet = subprocess.DEVNULL
    return subprocess.call(full, stdin=quiet, stdout=quiet, stderr=quiet) == 0  # noqa: S603


def _stamp() -> str:
    """What an environment is made from: this Python, this lock, this place.

    The place counts because a virtual environment holds absolute paths: a checkout that was moved
    or copied needs another. A newer patch of the same Python does not count: it reads the same
    packages, and may arrive where there is no network.
    """
    return f"{_version()} {hashlib.sha256(LOCK.read_bytes()).hexdigest()} {VENV}"


def _made_from() -> str:
    """The stamp of the `.venv` that is there; empty where there is none that is whole."""
    mark = VENV / STAMP
    return mark.read_text("utf-8") if mark.is_file() and _python().exists() else ""


def _version() -> str:
    return ".".join(map(str, sys.version_info[:2]))


def _python() -> Path:
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _all_present(names: Sequence[str]) -> bool:
    return all(importlib.util.find_spec(name) is not None for name in names)


def _make(stamp: str) -> None:
    """Make `.venv`, unless another process that was started at the same moment has."""
    try:
        with _alone():
            if _made_from() != stamp:
                _say(f"preparing {VENV.name} for Python {_version()}: about 550 MB, once")
                _make_anew(stamp)
    except subprocess.CalledProcessError as error:
        _stop(f"could not prepare {VENV}: {error.cmd[2]} failed, and it takes the network once")
    except OSError as error:
        _stop(f"could not prepare {VENV}, which must be writable: {error}")


def _make_anew(stamp: str) -> None:
    if VENV.exists():
        shutil.rmtree(VENV)
    # Debian's Python has venv but not ensurepip, and its pip must not write outside an environment;
    # but it can install into one that it is told of (`--python`, pip 22.3 and later).
    _run(_outer_python(), "-m", "venv", "--without-pip", str(VENV))
    quiet = ("--quiet", "--quiet", "--disable-pip-version-check", "--no-warn-script-location")
    strict = ("--only-binary=:all:", "--require-hashes", "--requirement", str(LOCK))
    _run(_outer_python(), "-m", "pip", "--python", str(_python()), "install", *quiet, *strict)
    # Last of all: what was stopped half-way has no stamp, and the next start makes it anew.
    (VENV / STAMP).write_text(stamp, "utf-8")


@contextlib.contextmanager
def _alone() -> Iterator[None]:
    """Keep out whoever else would make `.venv`; the system lets go of a lock when we die."""
    with (ROOT / ".venv.lock").open("a+b") as file:
        _lock(file)
        # If we are killed, a pip that still writes keeps the lock until it is done.
        os.set_inheritable(file.fileno(), True)  # noqa: FBT003
        yield


def _lock(file: IO[bytes]) -> None:
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - only there on Windows

        # Each try lasts ten seconds, and a set-up takes longer.
        taken = False
        while not taken:
            try:
                msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
                taken = True
            except OSError as error:
                if error.errno != errno.EDEADLK:
                    raise
    else:
        import fcntl  # noqa: PLC0415 - not there on Windows

        fcntl.flock(file, fcntl.LOCK_EX)


def _run(*command: str) -> None:
    with tempfile.TemporaryDirectory() as elsewhere:
        # Away from the checkout, whose folders would else shadow packages of the same name.
        subprocess.run(  # noqa: S603
            command, check=True, cwd=elsewhere, stdin=subprocess.DEVNULL, close_fds=False
        )


def _outer_python() -> str:
    """The Python that `.venv` is made by: not its own, which goes while it is made anew."""
    return getattr(sys, "_base_executable", "") or sys.executable


def _start_again(module: str) -> None:
    command = [str(_python()), "-m", module, *sys.argv[1:]]
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name == "nt":
        raise SystemExit(subprocess.call(command))  # noqa: S603
    os.execv(command[0], command)  # noqa: S606


def _stop(text: str) -> NoReturn:
    _say(text)
    raise SystemExit(1)


def _say(text: str) -> None:
    print(f"[set-up] {text}", file=sys.stderr, flush=True)  # noqa: T201 - before anything is there
