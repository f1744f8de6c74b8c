"""The program with its windows: makes each long-lived object once, and hands it down."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from briefing.errors import BookDamaged, BriefingError
from briefing.store import BookStore, list_backups
from ui.explain import explain
from ui.files import FileAsker
from ui.looks import Look
from ui.making import copy_beside
from ui.places import Room
from ui.processes import Job
from ui.program.asking import BookAsker
from ui.program.assembly import context_of, window_of
from ui.program.keys import ButtonKeys, FieldKeys
from ui.program.windows import Windows
from ui.report import CrashReporter
from ui.rooms import MAKERS
from ui.settings import SettingsStore
from ui.shell.backups import BackupsDialog
from ui.shell.settings import SettingsDialog
from ui.shell.start import StartWindow
from ui.shell.window import BookWindow
from ui.shell.workspaces import MakeWorkspace
from ui.speech import Speech, speak_qt


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
        self.files = FileAsker(settings)
        self.look = Look(app, self)
        self.crashes = CrashReporter(self)
        self.speech = Speech.of(settings.now.language or lang)
        self._app = app
        self._lang = lang
        self._worn = settings.now.appearance
        self._makers = makers
        self._windows = Windows(self)
        self._asker = BookAsker(self.files, self)
        self._asker.chosen.connect(self.open)
        self._asker.made.connect(self._open_new)
        self._asker.making.connect(self._watch)
        self._asker.failed.connect(self._trouble)
        FieldKeys(app, self)
        ButtonKeys(app, self)
        self.look.wear(self._worn)
        settings.changed.connect(self._settings_changed)
        self.crashes.troubled.connect(self._report_trouble)

    # Books

    def begin(self, books: list[Path]) -> None:
        """Open books; without any, the last one, or the first page."""
        recent = [Path(path) for path in self.settings.now.recent[:1] if Path(path).exists()]
        for path in books or (recent if self.settings.now.reopen else []):
            self.open(path)
        if not self._windows.books:
            self.show_start()

    def open(self, path: Path) -> BookWindow | None:
        """Show a book; where it cannot be opened, say why on the page that is there."""
        try:
            window = self.open_book(path)
        except BriefingError as error:
            self._trouble(error)
            return None
        self._windows.show(window)
        return window

    def open_book(self, path: Path) -> BookWindow:
        """The window of a book, still to be shown; any of the errors for books."""
        path = path.resolve()
        window = self._windows.books.get(path)
        if window is not None:
            window.activateWindow()
            return window
        window = self.window_of(BookStore.open(path, back_up=False))
        self.settings.opened(path)
        self._windows.hold_book(path, window)
        return window

    def new_book(self) -> None:
        """Ask where a new book is to lie, make it and open it."""
        self._ask_new_book([])

    def ask_book(self) -> None:
        """Ask for a book and open it."""
        self._asker.ask(self._windows.front, self.speech)

    def close(self) -> None:
        """Close every window; what was typed is in the books."""
        self._windows.close()
        self._asker.close()

    def _ask_new_book(self, sources: list[Path]) -> None:
        self._asker.ask_new(self._windows.front, self.speech, sources)

    def _open_new(self, path: Path, sources: list[Path]) -> None:
        window = self.open(path)
        if window is not None and sources:
            window.take_in(sources)

    def _open_copy(self, book: Path, backup: Path) -> None:
        self.open(copy_beside(book, backup))

    # Windows

    def show_start(self) -> StartWindow:
        """Show the first page."""
        start = self._windows.first_page
        if start is not None:
            start.activateWindow()
            return start
        start = StartWindow(self.settings, self.speech, self.look)
        start.new_asked.connect(self.new_book)
        start.open_asked.connect(self.ask_book)
        start.sample_asked.connect(self._asker.choose_sample)
        start.settings_asked.connect(self._show_settings)
        start.book_chosen.connect(self.open)
        start.files_dropped.connect(self._ask_new_book)
        start.quit_asked.connect(self.close)
        self._windows.hold_first_page(start)
        start.show()
        return start

    def window_of(self, store: BookStore) -> BookWindow:
        """A window for a book that is open; it is still to be shown."""
        context = context_of(store, self.settings, self.speech, self.look, self.files)
        window = window_of(context, self._makers, self._app)
        on = context.actions.on
        on("book.new", self.new_book)
        on("book.open", self.ask_book)
        on("book.backups", lambda: self._show_backups(window))
        on("program.settings", self._show_settings)
        on("program.quit", self.close)
        window.start_asked.connect(self._leave_book)
        window.book_dropped.connect(self.open)
        self.crashes.crashed.connect(window.report_bug)
        return window

    def _leave_book(self) -> None:
        """Have the first page ready when the last book is about to close."""
        if len(self._windows.books) == 1:
            self.show_start()

    def _watch(self, job: Job) -> None:
        if self._windows.first_page is not None:
            self._windows.first_page.watch(job)

    def _show_settings(self) -> None:
        SettingsDialog(self.settings, self.speech, self._windows.front).open()

    def _show_backups(self, window: BookWindow) -> None:
        dialog = BackupsDialog(window.context, window)
        book = window.context.session.store.path
        dialog.open_asked.connect(partial(self._open_copy, book))
        dialog.open()

    # Trouble

    def _report_trouble(self, error: Exception) -> None:
        """Say it in the window of the book that it is about, else where the adviser is."""
        books = self._windows.books
        about = books.get(error.path) if isinstance(error, BriefingError) else None
        if about is not None:
            about.context.notices.trouble(error)
            return
        for window in books.values():
            window.report_trouble(error)

    def _trouble(self, error: Exception) -> None:
        if not isinstance(error, BriefingError):
            raise error
        remedy, mend = self._remedy(error)
        books = self._windows.books
        if books:
            front = next(reversed(books.values()))
            front.context.notices.trouble(error, remedy, mend)
        else:
            self.show_start().say(explain(error, self.speech.gettext), remedy, mend)

    def _remedy(self, error: BriefingError) -> tuple[str, Callable[[], object] | None]:
        """What can be done at once where a book does not open: its backup does."""
        copies = list_backups(error.path) if isinstance(error, BookDamaged) else []
        if not copies:
            return "", None
        moment = self.speech.moment(copies[0].made.isoformat())
        words = self.speech.gettext("Open the copy of {moment}").format(moment=moment)
        return words, partial(self._open_copy, error.path, copies[0].path)

    # Looks and language

    def _settings_changed(self) -> None:
        if self.settings.now.appearance is not self._worn:
            self._worn = self.settings.now.appearance
            self.look.wear(self._worn)
        lang = self.settings.now.language or self._lang
        if lang != self.speech.lang:
            # After the dialog in which it was chosen has done its own work.
            QTimer.singleShot(0, self._speak)

    def _speak(self) -> None:
        """Speak the language that was chosen: each window closes and opens where it was.

        So do the settings, where it was chosen there: there may be more to choose.
        """
        shown = (widget for widget in self._app.topLevelWidgets() if widget.isVisible())
        choosing = any(isinstance(widget, SettingsDialog) for widget in shown)
        self.speech = Speech.of(self.settings.now.language or self._lang)
        speak_qt(self._app, self.speech)
        paths, starting = list(self._windows.books), self._windows.first_page is not None
        self._windows.close()
        if starting:
            self.show_start()
        for path in paths:
            self.open(path)
        if choosing:
            self._show_settings()
