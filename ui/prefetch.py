"""Loads what the workspaces are made of while nobody waits for it."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal

_PACKAGES = (
    # What is below first, so that no single step is long: reading, then pages, then the windows.
    "briefing.candidates",
    "briefing.intake.readers",
    "briefing.intake",
    "briefing.alignment",
    "briefing.operations",
    "exports.compose",
    "exports.layout",
    *(f"ui.{room}" for room in ("widgets", "editor", "reader", "preview")),
    *(f"ui.{room}" for room in ("overview", "sources", "commitments", "book")),
)
_PAUSE = 40
"""Milliseconds between two modules: a key that is pressed meanwhile is not held up."""


class Prefetch(QObject):
    """Imports the modules of the workspaces one by one, so that the first visit is quick too."""

    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._modules = _modules()
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._next)

    def begin(self) -> None:
        """Begin; it ends by itself."""
        self._timer.start()

    def _next(self) -> None:
        name = next(self._modules, None)
        if name is None:
            self._timer.stop()
            self.ended.emit()
        else:
            importlib.import_module(name)


def _modules() -> Iterator[str]:
    yield "sqlite_utils"  # or the first edit would wait for it, a fifth of a second
    for package in _PACKAGES:
        yield package
        path = importlib.import_module(package).__path__
        yield from (module.name for module in pkgutil.iter_modules(path, f"{package}."))
