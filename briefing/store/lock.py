"""A line beside an open book that says who holds it, for the one who finds it locked.

SQLite's own lock decides; this line only explains it. So one that a killed program left behind
does no harm: it is written over by the next to open the book and believed by nobody meanwhile.
"""

from __future__ import annotations

import getpass
import json
import os
import platform
from contextlib import suppress
from pathlib import Path


def hold(path: Path) -> None:
    """Say that this process has the book open, where the folder lets us."""
    holder = {"user": _user(), "host": platform.node(), "pid": os.getpid()}
    with suppress(OSError):
        _line_beside(path).write_text(json.dumps(holder), "utf-8")


def let_go(path: Path) -> None:
    """Take the line away."""
    with suppress(OSError):
        _line_beside(path).unlink(missing_ok=True)


def holder_of(path: Path) -> str:
    """Who has the book open, as `user@host (process)`; nothing where that is not known."""
    try:
        holder = json.loads(_line_beside(path).read_text("utf-8"))
        user, host, pid = str(holder["user"]), str(holder["host"]), int(holder["pid"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""
    if host == platform.node() and not _alive(pid):
        return ""
    return f"{user}@{host} ({pid})"


def _line_beside(path: Path) -> Path:
    return path.with_name(f".~{path.name}.lock")


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "?"


def _alive(pid: int) -> bool:
    if os.name != "posix":
        return True  # signal 0 would end the process on Windows
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True
