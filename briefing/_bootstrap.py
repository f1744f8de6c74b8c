"""First-run set-up for a source checkout. Standard library only.

`ensure` returns at once when the program can already import what it needs (an installed copy, a
frozen build, the project's own `.venv`). Otherwise it makes `.venv` from the hash-pinned lock and
starts the same command again inside it. Qt's system libraries are another matter: only what opens a
window or runs the tests asks for them, through `ensure_qt_libraries`.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
STAMP = "made-from"
NEEDS = ("PySide6", "docx", "lxml", "pypdfium2", "rapidfuzz", "reportlab", "sqlite_utils")
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
    inside = Path(sys.prefix).resolve() == VENV.resolve()
    stamp = _stamp(LOCK)
    if inside and _made_from(VENV) == stamp:
        return
    if not inside and _all_present(needs):
        # Whoever set up this environment looks after it.
        return
    if _made_from(VENV) != stamp:
        _make(stamp)
    _start_again(module)


def ensure_qt_libraries() -> bool:
    """Whether Qt can load; installs what is missing where it may, else says the command."""
    missing = missing_qt_libraries()
    if not missing:
        return True
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing]
    if not shutil.which("apt-get"):
        _say("Qt needs system libraries that this machine lacks: " + " ".join(missing))
        return False
    _say("installing Qt's system libraries: " + " ".join(missing))
    if _as_root(["apt-get", "update", "-qq"]) and _as_root(command) and not missing_qt_libraries():
        return True
    _say("could not; run once:  sudo apt-get install " + " ".join(missing))
    return False


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


def _as_root(command: list[str]) -> bool:
    prefix = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if prefix and not shutil.which("sudo"):
        return False
    full = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", *command]
    return subprocess.call(full, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL) == 0  # noqa: S603


def _stamp(lock: Path) -> str:
    """What an environment was made from: this Python, this lock, this place.

    The place counts because a virtual environment holds absolute paths: a checkout that was moved
    or copied needs another.
    """
    version = ".".join(map(str, sys.version_info[:3]))
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    return f"{version} {digest} {VENV}"


def _made_from(venv: Path) -> str:
    mark = venv / STAMP
    return mark.read_text("utf-8") if mark.is_file() else ""


def _all_present(names: Sequence[str]) -> bool:
    return all(importlib.util.find_spec(name) is not None for name in names)


def _make(stamp: str) -> None:
    """Make `.venv` beside its place and move it there, so that a half-made one is never used."""
    version = sys.version.split()[0]
    _say(f"preparing {VENV.name} for Python {version}: about 500 MB, once")
    if VENV.exists():
        shutil.rmtree(VENV)
    try:
        _create(VENV)
        _install(VENV)
    except (OSError, subprocess.CalledProcessError) as error:
        shutil.rmtree(VENV, ignore_errors=True)
        _say(f"could not prepare {VENV}: {error}")
        _say("it needs a folder that may be written to, and the package index once")
        raise SystemExit(1) from None
    # Last of all: without the stamp, the next start makes it anew.
    (VENV / STAMP).write_text(stamp, "utf-8")


def _create(venv: Path) -> None:
    command = [sys.executable, "-m", "venv", "--without-pip", str(venv)]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL)  # noqa: S603


def _install(venv: Path) -> None:
    """Install the lock with the pip of the Python outside.

    Debian's Python has venv but neither ensurepip nor a pip that may write outside an environment;
    its pip can install into one by name (`--python`, pip 22.3 and later).
    """
    command = [sys.executable, "-m", "pip", "--python", str(_python(venv)), "install", "--quiet"]
    command += ["--disable-pip-version-check", "--no-warn-script-location"]
    command += ["--only-binary=:all:", "--require-hashes", "--requirement", str(LOCK)]
    with tempfile.TemporaryDirectory() as elsewhere:
        # Away from the checkout, whose folders would else shadow packages of the same name.
        subprocess.run(command, check=True, cwd=elsewhere, stdin=subprocess.DEVNULL)  # noqa: S603


def _python(venv: Path) -> Path:
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _start_again(module: str) -> None:
    command = [str(_python(VENV)), "-m", module, *sys.argv[1:]]
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name == "nt":
        raise SystemExit(subprocess.call(command))  # noqa: S603
    os.execv(command[0], command)  # noqa: S606


def _say(text: str) -> None:
    print(f"[set-up] {text}", file=sys.stderr, flush=True)  # noqa: T201 - before anything is there
