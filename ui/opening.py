"""The one way from the command line to the windows, which load late and only where they show."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from briefing._bootstrap import ensure_qt_libraries


def has_screen(environment: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Whether there is a screen to open a window on."""
    if not platform.startswith("linux"):
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def open_windows(books: Sequence[Path], lang: str) -> int:
    """Open the program with its windows, and stay until the last is closed; the exit code."""
    if not ensure_qt_libraries():
        return 1
    from ui.app import run  # noqa: PLC0415 - the windows load only where they are opened

    return run(list(books), lang)


def open_beside(book: Path, lang: str, say: Callable[[str], None], sentence: str) -> int:
    """Open a book that a command has made, where there is a screen; nothing to say where not."""
    if not has_screen(os.environ):
        return 0
    say(sentence)
    return open_windows([book], lang)
