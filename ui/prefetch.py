"""Loads what the workspaces are made of, and draws their icons, while nobody waits for it."""

from __future__ import annotations

import gc
import importlib
import pkgutil
import sys
from collections.abc import Callable, Iterator
from functools import partial
from threading import Event, Thread

from PySide6.QtCore import QObject, QTimer, Signal

from ui.looks import Look
from ui.looks.icons import icon_names

_BELOW = (
    "sqlite_utils",  # or the first edit would wait for it
    "briefing.candidates",
    "briefing.intake.readers",
    "briefing.intake",
    "briefing.alignment",
    "briefing.operations",
    "exports.compose",
    "exports.layout",
    "exports.pdf",
    "exports.docx",
    "lxml.html",
)
"""What has nothing to do with windows; some of it takes a third of a second."""
_WINDOWS = tuple(
    f"ui.{room}"
    for room in (
        *("widgets", "editor", "reader", "preview"),
        *("overview", "sources", "commitments", "book"),
    )
)
_FIRST = ("ui.editor.dictionaries", "ui.editor.pen", "ui.editor.surface")
"""Parts of what comes early in the alphabet, so that no step is long."""
_PAUSE = 40
"""Milliseconds between two steps: a key that is pressed meanwhile is not held up."""
_TURN = 0.0005
"""Seconds after which the thread has to let the windows go on; Python's own are ten times that."""


class Prefetch(QObject):
    """Loads modules and icons one by one, so that the first visit of a workspace is quick too.

    What is below the windows is loaded on a thread, as one of its packages alone would hold a key
    for 300 ms; what has to do with Qt is loaded on the thread of the windows.
    """

    ended = Signal()

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._turn = sys.getswitchinterval()
        self._stop = Event()
        self._thread = Thread(target=self._load_below, name="prefetch")
        self._steps = _steps(look)
        self._timer = QTimer(self, interval=_PAUSE)
        self._timer.timeout.connect(self._next)

    def begin(self) -> None:
        """Begin; it ends by itself."""
        sys.setswitchinterval(_TURN)
        self._thread.start()
        self._timer.start()

    @property
    def loading(self) -> bool:
        """Whether anything is still being loaded."""
        return self._thread.is_alive() or self._timer.isActive()

    def close(self) -> None:
        """Leave what is not loaded yet."""
        if self.loading:
            self._stop.set()
            self._thread.join()
            self._end()

    def _end(self) -> None:
        self._timer.stop()
        sys.setswitchinterval(self._turn)

    def _load_below(self) -> None:
        for name in _BELOW:
            if self._stop.is_set():
                return
            importlib.import_module(name)
            self._stop.wait(_PAUSE / 1000)

    def _next(self) -> None:
        if self._thread.is_alive():
            gc.collect(1)  # what importing leaves behind; its room is used again at once
            return
        step = next(self._steps, None)
        if step is None:
            self._end()
            self.ended.emit()
        else:
            step()


def _steps(look: Look) -> Iterator[Callable[[], object]]:
    for module in (*_FIRST, *_modules()):
        if module not in sys.modules:
            yield partial(importlib.import_module, module)
    for icon in icon_names():
        yield partial(look.icon, icon)


def _modules() -> Iterator[str]:
    for package in _WINDOWS:
        path = importlib.import_module(package).__path__
        yield from (module.name for module in pkgutil.iter_modules(path, f"{package}."))
