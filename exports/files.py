"""Files that appear whole: all of an export, or none of it."""

from __future__ import annotations

import errno
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing.errors import DiskFull, ExportFailed

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT}
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]) *(\..*)?", re.IGNORECASE)
_LONGEST = 200
"""Bytes of a name: most systems take 255, and a copy may be called "… (2)"."""


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """A scratch file beside `path` that takes its place when the work succeeds.

    Whatever ends the work early leaves the old file alone. Raises `ExportFailed` or `DiskFull`.
    """
    try:
        target = path.resolve()
        _refuse(target)
        with tempfile.TemporaryDirectory(
            dir=target.parent, prefix=".export-", ignore_cleanup_errors=True
        ) as folder:
            scratch = Path(folder) / target.name
            yield scratch
            _settle(scratch, target)
            scratch.replace(target)
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise DiskFull(path) from error
        raise ExportFailed(path, error.strerror or "") from error


def safe_name(title: str, suffix: str) -> str:
    """A file name made of a title that every system takes, Windows too."""
    name = " ".join(_FORBIDDEN.sub(" ", title).split())
    room = _LONGEST - len(suffix.encode())
    name = name.encode("utf-8", "replace")[:room].decode("utf-8", "ignore").strip(" .") or "book"
    return f"_{name}{suffix}" if _DEVICES.fullmatch(name) else name + suffix


def _refuse(target: Path) -> None:
    """Replacing asks for leave of the folder only: neither devices nor protected files are safe."""
    if not target.exists():
        return
    if not target.is_file():
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(target))
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))


def _settle(scratch: Path, target: Path) -> None:
    """Have the file on the disk before it takes the old one's place and permissions."""
    with scratch.open("rb+") as file:
        os.fsync(file.fileno())
    if target.exists():
        shutil.copymode(target, scratch)
