"""Files that appear whole: all of an export, or none of it."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing.errors import DiskFull, ExportFailed

_NO_SPACE = 28
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_DEVICES = re.compile(r"(?i)^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$")


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """A scratch file beside `path` that takes its place when the work succeeds.

    Whatever ends the work early leaves the old file alone. Raises `ExportFailed` or `DiskFull`.
    """
    try:
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".export-") as folder:
            scratch = Path(folder) / path.name
            yield scratch
            scratch.replace(path)
    except OSError as error:
        if error.errno == _NO_SPACE:
            raise DiskFull(path) from error
        raise ExportFailed(path, error.strerror or "") from error


def safe_name(title: str, suffix: str) -> str:
    """A file name made of a title that every system takes, Windows too."""
    name = _FORBIDDEN.sub(" ", title)
    name = " ".join(name.split()).strip(" .")[:120] or "book"
    if _DEVICES.match(name):
        name = f"{name}_"
    return name + suffix
