"""The program with its windows: makes each long-lived object once, and hands it down."""

from __future__ import annotations

import gc
import getpass
import sys
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from briefing.store import BookStore
from ui.actions import Actions
from ui.context import Context
from ui.looks import Look
from ui.notices import Notices
from ui.places import Places, Room
from ui.processes import Workshop
from ui.readiness import Readiness
from ui.rooms import MAKERS
from ui.session import BookSession
from ui.settings import SettingsStore
from ui.shell.window import BookWindow, MakeWorkspace
from ui.speech import Speech
from ui.tasks import TaskRunner

_COLLECT = 5_000
"""Milliseconds between two collections."""


class Program(QObject):
    """All windows, and what they share."""

    def __init__(
        self,
        app: QApplication,
        settings: SettingsStore,
        lang: str,
        makers: Mapping[Room, MakeWorkspace] = MAKERS,
    ) -> None:
        super().__init__(app)
        self.settings = settings
        self.look = Look(app, self)
        self.speech = Speech.of(settings.now.language or lang)
        self._makers = makers
        self._windows: dict[Path, BookWindow] = {}
        self.look.wear(settings.now.appearance)
        settings.changed.connect(self._settings_changed)

    def open_book(self, path: Path) -> BookWindow:
        """The window of a book; any of the errors for books."""
        if path in self._windows:
            self._windows[path].activateWindow()
            return self._windows[path]
        window = self.window_of(BookStore.open(path))
        self.settings.opened(path)
        self._windows[path] = window
        window.destroyed.connect(lambda: self._windows.pop(path, None))
        return window

    def window_of(self, store: BookStore) -> BookWindow:
        """A window for a book that is open; it is still to be shown."""
        session = BookSession(store, self.settings.now.author or _user())
        book_shop = Workshop(session)
        context = Context(
            session=session,
            places=Places(),
            actions=Actions(self.speech, self.look),
            notices=Notices(self.speech),
            speech=self.speech,
            look=self.look,
            settings=self.settings,
            tasks=TaskRunner(),
            book_shop=book_shop,
            file_shop=Workshop(),
            readiness=Readiness(session, book_shop),
        )
        window = BookWindow(context, self._makers)
        for part in (
            session,
            context.places,
            context.actions,
            context.notices,
            context.tasks,
            context.book_shop,
            context.file_shop,
            context.readiness,
        ):
            part.setParent(window)
        return window

    def _settings_changed(self) -> None:
        self.look.wear(self.settings.now.appearance)


def run(books: list[Path], lang: str) -> int:
    """Open windows and stay until the last one is closed; the exit code."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Briefing")
    app.setStyle("Fusion")
    # Collected on this thread alone: elsewhere a widget might be destroyed under Qt's feet.
    gc.disable()
    collector = QTimer(app)
    collector.timeout.connect(gc.collect)
    collector.start(_COLLECT)
    program = Program(app, SettingsStore(), lang)
    for path in books:
        program.open_book(path.resolve()).show()
    return app.exec()


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""
