"""What the windows cost: to start, to walk from room to room, to search, to type.

`python3 -m benchmarks windows` makes the books and prints the table. Each case runs in a process of
its own (`python -m benchmarks.windows CASE BOOK`) and prints JSON. A bare window is measured in the
same run, so that the machine can be told from the program. Offscreen, where painting is all there
is to wait for; a real screen adds what its own server takes.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.measure import COMPILED

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
    program, _window = opened(book)
    usable, cpu = time.perf_counter() - BEGUN, time.process_time()
    settle()
    memory = _resident()
    program.close()
    return {"start_s": usable, "start_cpu_s": cpu, "memory_mb": memory}


def rooms(book: Path) -> dict[str, Any]:
    """Going from one workspace to the next, the first time and again, and what follows on it.

    The first time is when its columns are painted; the whole, when what they show is there too.
    """
    from ui.places import Place, Room  # noqa: PLC0415

    program, window = opened(book)
    prefetch()
    found = {}
    for again in ("first", "again"):
        for room in Room:
            painted = _timed(
                lambda room=room: (window.context.places.go(Place(room)), window.grab())
            )
            stall, shown = settle(lambda room=room: window.workspace(room).begun)
            found[f"{room}_{again}_ms"] = painted
            if again == "first":
                found[f"{room}_whole_ms"] = painted + shown
            found[f"{room}_{again}_stall_ms"] = stall
    memory = _resident()
    program.close()
    return {**found, "memory_mb": memory}


def search(book: Path) -> dict[str, Any]:
    """Typing a word into the search field, letter by letter: the slowest answer."""
    from ui.shell.search import SearchPanel  # noqa: PLC0415

    program, window = opened(book)
    settle()
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


def note(book: Path) -> dict[str, Any]:
    """Opening a note of two pages, and typing in it."""
    from PySide6.QtTest import QTest  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from briefing.things import Note  # noqa: PLC0415
    from ui.editor.editor import ProseEditor  # noqa: PLC0415
    from ui.places import Place, Room  # noqa: PLC0415

    program, window = opened(book)
    notes = window.context.session.store.all(Note)
    window.context.places.go(Place(Room.BOOK, Note, notes[0].uid))
    settle()
    first = _timed(
        lambda: (window.context.places.go(Place(Room.BOOK, Note, notes[-1].uid)), window.grab())
    )
    settle()
    editor = max(window.findChildren(ProseEditor), key=lambda one: one.prose().words)
    editor.setFocus()
    text = QApplication.focusWidget()

    def press(key: str) -> None:
        QTest.keyClick(text, key)
        text.viewport().repaint()

    keys = [_timed(lambda key=key: press(key)) for key in _TYPED]
    program.close()
    return {"open_ms": first, "key_p95_ms": _p95(keys), "key_worst_ms": max(keys)}


def reader(book: Path) -> dict[str, Any]:
    """Opening 1 MB of text with 5,000 marks, and walking through it."""
    from PySide6.QtCore import Qt  # noqa: PLC0415
    from PySide6.QtTest import QTest  # noqa: PLC0415

    from briefing.things import Source  # noqa: PLC0415
    from ui.places import Place, Room  # noqa: PLC0415
    from ui.reader.pane import ReaderPane  # noqa: PLC0415

    program, window = opened(book)
    prefetch()
    window.context.places.go(Place(Room.SOURCES))
    settle()
    pane = window.findChild(ReaderPane)
    pane.show_source("")
    source = max(window.context.session.store.all(Source), key=lambda one: len(one.text))

    def show() -> None:
        pane.show_source(source.uid)
        pane.text.viewport().repaint()

    def press(key: Any) -> None:
        QTest.keyClick(pane.text, key)
        pane.text.viewport().repaint()

    first = _timed(show)
    settle()
    pane.text.setFocus()
    down = [_timed(lambda: press(Qt.Key.Key_Down)) for _ in range(200)]
    cards = [_timed(lambda: press(Qt.Key.Key_J)) for _ in range(100)]
    accepted = [_timed(lambda: press(Qt.Key.Key_A)) for _ in range(100)]
    program.close()
    return {
        "open_ms": first,
        "key_p95_ms": _p95(down),
        "key_worst_ms": max(down),
        "next_card_p95_ms": _p95(cards),
        "accept_p95_ms": _p95(accepted),
        "accept_worst_ms": max(accepted),
    }


def register(book: Path) -> dict[str, Any]:
    """The register's first screen of 100,000 commitments, scrolled, sorted and filtered."""
    from PySide6.QtCore import Qt  # noqa: PLC0415

    from ui.commitments.register_view import RegisterView  # noqa: PLC0415
    from ui.places import Place, Room  # noqa: PLC0415

    program, window = opened(book)
    prefetch()
    first = _timed(lambda: (window.context.places.go(Place(Room.COMMITMENTS)), window.grab()))
    stall, _rest = settle()
    view = window.findChild(RegisterView)
    bar = view.verticalScrollBar()
    jumps = [
        _timed(lambda at=at: (bar.setValue(bar.maximum() * at // 20), view.grab()))
        for at in range(20)
    ]
    sorts = [
        _timed(
            lambda column=column: (
                view.sortByColumn(column, Qt.SortOrder.AscendingOrder),
                view.grab(),
            )
        )
        for column in (0, 1, 2, 3)
    ]
    program.close()
    return {
        "first_ms": first,
        "stall_ms": stall,
        "jump_worst_ms": max(jumps),
        "sort_worst_ms": max(sorts),
    }


BEAT = 2
"""Milliseconds between two looks at whether the event loop comes round."""
_TYPED = "The ministers will publish the figures for the harbours and the rails by March. " * 3


def opened(book: Path) -> tuple[Any, Any]:
    """The program and the window of a book, painted."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from ui.collector import Collector  # noqa: PLC0415
    from ui.program import Program  # noqa: PLC0415
    from ui.settings import SettingsStore  # noqa: PLC0415

    app = QApplication([])
    app.setStyle("Fusion")
    Collector(app).begin()
    settings = SettingsStore(Path(tempfile.mkdtemp()) / "settings.ini")
    program = Program(app, settings, "en")
    window = program.open_book(book)
    window.show()
    app.sendPostedEvents()
    window.grab()
    return program, window


def prefetch() -> None:
    """Let the program load what it loads by itself in its first seconds."""
    from PySide6.QtCore import QCoreApplication  # noqa: PLC0415

    from ui.collector import Collector  # noqa: PLC0415
    from ui.prefetch import Prefetch  # noqa: PLC0415
    from ui.program import Program  # noqa: PLC0415

    app = QCoreApplication.instance()
    assert app is not None  # noqa: S101 - the window is there
    prefetch = Prefetch(app.findChild(Program).look, app)
    prefetch.ended.connect(app.findChild(Collector).settle)
    prefetch.begin()
    for _ in range(7):
        settle()


def settle(done: Callable[[], bool] = lambda: True) -> tuple[float, float]:
    """Let everything happen that waits: what is measured next begins on a quiet program.

    In milliseconds: the longest time that the event loop did not come round, and how long it took
    until something was done, with what was painted for it. Both are too long by `BEAT` at most.
    """
    from PySide6.QtCore import QEventLoop, QTimer  # noqa: PLC0415

    loop, beat = QEventLoop(), QTimer()
    longest, begun = 0.0, time.perf_counter()
    last, ended = begun, begun if done() else None

    def come_round() -> None:
        nonlocal longest, last, ended
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
        if ended is None and done():
            ended = now

    beat.timeout.connect(come_round)
    beat.start(BEAT)
    QTimer.singleShot(3000, loop.quit)
    loop.exec()
    beat.stop()
    assert ended is not None, "not done within three seconds"  # noqa: S101
    return longest * 1000, (ended - begun) * 1000


def _timed(deed: Callable[[], Any]) -> float:
    """Milliseconds of a deed with its painting."""
    begun = time.perf_counter()
    deed()
    return (time.perf_counter() - begun) * 1000


def _p95(times: list[float]) -> float:
    return sorted(times)[len(times) * 95 // 100]


def _resident() -> float:
    """The memory of this process in MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _deed(name: str) -> Callable[[Path], dict[str, Any]]:
    def case(book: Path) -> dict[str, Any]:
        from benchmarks import deeds  # noqa: PLC0415 - it measures with what stands here

        found: dict[str, Any] = getattr(deeds, name)(book)
        return found

    return case


CASES: dict[str, Callable[..., dict[str, Any]]] = {
    "bare": bare,
    "start": start,
    "rooms": rooms,
    "search": search,
    "note": note,
    "reader": reader,
    "register": register,
    "remedy": _deed("remedy"),
    "bulk": _deed("bulk"),
    "sure": _deed("sure"),
}
AIMS = {
    # What is aimed at, and what must not be passed.
    ("start", "start_s"): (1.0, 1.5),
    ("start", "memory_mb"): (180, 250),
    ("rooms", "memory_mb"): (180, 250),
    ("rooms", "first_ms"): (100, 100),
    ("rooms", "again_ms"): (100, 100),
    ("rooms", "stall_ms"): (100, 100),
    ("search", "slowest_ms"): (50, 50),
    ("note", "key_p95_ms"): (5, 16),
    ("reader", "open_ms"): (300, 300),
    ("reader", "key_p95_ms"): (10, 16),
    ("reader", "next_card_p95_ms"): (50, 50),
    ("reader", "accept_p95_ms"): (50, 50),
    ("register", "first_ms"): (100, 100),
    ("register", "stall_ms"): (100, 100),
    ("remedy", "stall_ms"): (100, 100),
    ("bulk", "stall_ms"): (100, 100),
    ("sure", "stall_ms"): (100, 100),
}


def measured(folder: Path) -> Iterator[str]:
    """Lines of a table, as they are measured."""
    from benchmarks.library import make_library  # noqa: PLC0415 - not counted at a window's start
    from benchmarks.reader import make_marked_book  # noqa: PLC0415
    from benchmarks.registers import make_register  # noqa: PLC0415

    library, long, many = (folder / f"{name}.briefing" for name in ("library", "long", "many"))
    make_library(library, 300, 10_000, 1_000).close()
    make_marked_book(long)
    make_register(many, 100_000).close()
    yield f"{'case':<10} {'figure':<26} {'measured':>9} {'aim':>6} {'limit':>6}"
    books = {"bare": (), "reader": (long,), "sure": (long,), "register": (many,)}
    for case in CASES:
        for name, value in _run(case, *books.get(case, (library,))).items():
            key = next((k for k in AIMS if k[0] == case and name.endswith(k[1])), None)
            aim, limit = AIMS[key] if key else ("", "")
            yield f"{case:<10} {name:<26} {value:>9.2f} {aim:>6} {limit:>6}"


def _run(case: str, *arguments: Path) -> dict[str, float]:
    """One case in its own process, the second time: the first reads the program from the disk."""
    command = [sys.executable, "-m", "benchmarks.windows", case, *map(str, arguments)]
    own = {"QT_QPA_PLATFORM": "offscreen", "BRIEFING_DATA_HOME": tempfile.mkdtemp()}
    env = {**os.environ, **COMPILED, **own}
    for _ in range(2):
        said = subprocess.run(command, env=env, check=True, capture_output=True, text=True).stdout  # noqa: S603
    found: dict[str, float] = json.loads(said)
    return found


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    case, *arguments = sys.argv[1:]
    result = CASES[case](*(Path(argument) for argument in arguments))
    print(json.dumps(result))  # noqa: T201
