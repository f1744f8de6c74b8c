"""What the windows cost: to start, to walk from room to room, to search, to type.

Each case runs in a process of its own (`python -m benchmarks.windows CASE BOOK`) and prints JSON.
Peers stand in the table as numbers that were measured beside each other on data of this size; a
bare window is measured in the same run, so that the machine can be told from the program.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

BEGUN = time.perf_counter()


def bare() -> dict[str, Any]:
    """An empty window with three panes: what Qt itself costs."""
    from PySide6.QtWidgets import (  # noqa: PLC0415 - counted
        QApplication,
        QMainWindow,
        QSplitter,
        QTextEdit,
    )

    app = QApplication([])
    window = QMainWindow()
    panes = QSplitter()
    for _ in range(3):
        panes.addWidget(QTextEdit())
    window.setCentralWidget(panes)
    window.show()
    app.sendPostedEvents()
    window.grab()
    return {"start_s": time.perf_counter() - BEGUN, "memory_mb": _resident()}


def start(book: Path) -> dict[str, Any]:
    """From the interpreter's first line to a painted window that takes input."""
    program, _window = _opened(book)
    usable, cpu = time.perf_counter() - BEGUN, time.process_time()
    _settle()
    memory = _resident()
    program.close()
    return {"start_s": usable, "start_cpu_s": cpu, "memory_mb": memory}


def rooms(book: Path) -> dict[str, Any]:
    """Going from one workspace to the next, the first time and again."""
    from ui.places import Place, Room  # noqa: PLC0415

    program, window = _opened(book)
    _settle()
    found = {}
    for again in ("first", "again"):
        for room in Room:
            found[f"{room}_{again}_ms"] = _timed(
                lambda room=room: (window.context.places.go(Place(room)), window.grab())
            )
            _settle()
    memory = _resident()
    program.close()
    return {**found, "memory_mb": memory}


def search(book: Path) -> dict[str, Any]:
    """Typing a word into the search field, letter by letter: the slowest answer."""
    from ui.shell.search import SearchPanel  # noqa: PLC0415

    program, window = _opened(book)
    _settle()
    window.context.actions["go.search"].trigger()
    panel = window.findChild(SearchPanel)
    slowest = 0.0
    for word in ("harbour", "wind power", "港口"):
        for end in range(1, len(word) + 1):
            slowest = max(
                slowest,
                _timed(lambda text=word[:end]: (panel.field.setText(text), panel.grab())),
            )
    program.close()
    return {"slowest_ms": slowest}


def _opened(book: Path) -> tuple[Any, Any]:
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from ui.app import Program  # noqa: PLC0415
    from ui.settings import SettingsStore  # noqa: PLC0415

    app = QApplication([])
    app.setStyle("Fusion")
    settings = SettingsStore(Path(tempfile.mkdtemp()) / "settings.ini")
    program = Program(app, settings, "en")
    window = program.open_book(book)
    window.show()
    app.sendPostedEvents()
    window.grab()
    return program, window


def _settle() -> None:
    """Let everything happen that waits: what is measured next begins on a quiet program."""
    from PySide6.QtCore import QEventLoop, QTimer  # noqa: PLC0415

    loop = QEventLoop()
    QTimer.singleShot(1500, loop.quit)
    loop.exec()


def _timed(deed: Callable[[], Any]) -> float:
    """Milliseconds of a deed with its painting."""
    begun = time.perf_counter()
    deed()
    return (time.perf_counter() - begun) * 1000


def _resident() -> float:
    """The memory of this process in MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


CASES: dict[str, Callable[..., dict[str, Any]]] = {
    "bare": bare,
    "start": start,
    "rooms": rooms,
    "search": search,
}

if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    case, *arguments = sys.argv[1:]
    result = CASES[case](*(Path(argument) for argument in arguments))
    print(json.dumps(result))  # noqa: T201
