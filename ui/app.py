"""The program with its windows: makes each long-lived object once, and hands it down."""

from __future__ import annotations

import getpass
import shutil
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QObject, QTimer, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from briefing.errors import BookDamaged, BriefingError
from briefing.progress import Progress
from briefing.store import BookStore, data_home, list_backups
from ui.actions import Actions
from ui.collector import Collector
from ui.context import Context
from ui.explain import explain
from ui.files import FileAsker
from ui.looks import Look
from ui.looks.icons import program_icon
from ui.making import SUFFIX, make_book
from ui.notices import Notices
from ui.places import Places, Room
from ui.prefetch import Prefetch
from ui.preview.lengths import NoteLengths
from ui.preview.publishing import Publishing
from ui.processes import Workshop
from ui.readiness import Readiness
from ui.report import CrashReporter, keep_log
from ui.rooms import MAKERS, announced
from ui.session import BookSession
from ui.settings import SettingsStore
from ui.shell.backups import BackupsDialog, DailyBackup
from ui.shell.settings import SettingsDialog
from ui.shell.start import StartWindow
from ui.shell.window import BookWindow, MakeWorkspace
from ui.speech import Speech
from ui.tasks import TaskRunner

_PREFETCH_AFTER = 800
_APART = 32
"""Pixels between the corners of two books' windows."""
_BACKUP_AFTER = 4_000
"""Milliseconds from a book's opening to its copy of the day."""


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
        self._app = app
        self._lang = lang
        self._worn = settings.now.appearance
        self._makers = makers
        self._windows: dict[Path, BookWindow] = {}
        self._start: StartWindow | None = None
        self._closing: list[QWidget] = []
        self._shop: Workshop | None = None
        self.speech = Speech.of(settings.now.language or lang)
        self.look.wear(self._worn)
        settings.changed.connect(self._settings_changed)
        self.crashes.troubled.connect(self._report_trouble)

    # Books

    def begin(self, books: list[Path]) -> None:
        """Open books; without any, the last one, or the first page."""
        recent = [Path(path) for path in self.settings.now.recent[:1] if Path(path).exists()]
        for path in books or (recent if self.settings.now.reopen else []):
            self.open(path)
        if not self._windows:
            self.show_start()

    def open(self, path: Path) -> BookWindow | None:
        """Show a book; where it cannot be opened, say why on the page that is there."""
        try:
            window = self.open_book(path)
        except BriefingError as error:
            self._trouble(error)
            return None
        self._set_apart(window)
        window.show()
        if self._start is not None:
            self._start.close()
        return window

    def _set_apart(self, window: BookWindow) -> None:
        """Let a window that would lie exactly over another one show what is below it."""
        if window.isVisible() or window.isMaximized() or window.isFullScreen():
            return
        corners = {w.geometry().topLeft() for w in self._windows.values() if w is not window}
        while window.geometry().topLeft() in corners:
            apart = window.geometry().translated(_APART, _APART)
            window.setGeometry(apart.intersected(window.screen().availableGeometry()))

    def open_book(self, path: Path) -> BookWindow:
        """The window of a book, still to be shown; any of the errors for books."""
        path = path.resolve()
        if path in self._windows:
            self._windows[path].activateWindow()
            return self._windows[path]
        window = self.window_of(BookStore.open(path, back_up=False))
        self.settings.opened(path)
        self._windows[path] = window
        window.closed.connect(lambda: self._let_go(self._windows.pop(path)))
        return window

    def new_book(self) -> None:
        """Ask where a new book is to lie, make it and open it."""
        self._ask_new_book([])

    def show_start(self) -> None:
        """Show the first page."""
        if self._start is not None:
            self._start.activateWindow()
            return
        start = StartWindow(self.settings, self.speech, self.look)
        start.new_asked.connect(self.new_book)
        start.open_asked.connect(self.ask_book)
        start.sample_asked.connect(self.open_sample)
        start.settings_asked.connect(self._show_settings)
        start.book_chosen.connect(self.open)
        start.files_dropped.connect(self._ask_new_book)
        start.quit_asked.connect(self.close)
        start.closed.connect(self._start_closed)
        self._start = start
        start.show()

    def ask_book(self) -> None:
        """Ask for a book and open it."""
        _ = self.speech.gettext
        names = _("Briefing books (*{suffix})").format(suffix=SUFFIX)
        self.files.open(self._front(), _("Open a book"), "books", names, self._open_all)

    def open_sample(self) -> None:
        """Open the sample book, which is made the first time."""
        path = data_home() / f"sample{SUFFIX}"
        if path.exists():
            self.open(path)
            return
        self._shop = self._shop or Workshop(parent=self)
        job = self._shop.job(make_sample_at, path)
        job.finished.connect(self.open)
        job.failed.connect(self._trouble)
        if self._start is not None:
            self._start.watch(job)
        job.start()

    def close(self) -> None:
        """Close every window; what was typed is in the books."""
        for window in tuple(self._windows.values()):
            window.close()
        if self._start is not None:
            self._start.close()
        if self._shop is not None:
            self._shop.close()

    # Windows

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
            files=self.files,
            book_shop=book_shop,
            file_shop=Workshop(),
            readiness=Readiness(session, book_shop),
        )
        context.actions.announce(announced())
        window = BookWindow(context, self._makers, self._app)
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
        self._answer(window)
        Publishing(context, window)
        NoteLengths(context, window)
        # When the window is there and quiet: nobody came to see a copy being made.
        backup = DailyBackup(context, window)
        QTimer.singleShot(_BACKUP_AFTER, window, backup.begin)
        return window

    def _answer(self, window: BookWindow) -> None:
        on = window.context.actions.on
        on("book.new", self.new_book)
        on("book.open", self.ask_book)
        on("book.backups", lambda: self._show_backups(window))
        on("program.settings", self._show_settings)
        on("program.quit", self.close)
        window.start_asked.connect(self._leave_book)
        window.book_dropped.connect(self.open)
        self.crashes.crashed.connect(window.report_bug)

    def _leave_book(self) -> None:
        """Have the first page ready when the last book is about to close."""
        if len(self._windows) == 1:
            self.show_start()

    def _report_trouble(self, error: Exception) -> None:
        """Say it in the window of the book that it is about, else where the adviser is."""
        about = self._windows.get(error.path) if isinstance(error, BriefingError) else None
        if about is not None:
            about.context.notices.trouble(error)
            return
        for window in self._windows.values():
            window.report_trouble(error)

    def _front(self) -> QWidget:
        active = QApplication.activeWindow()
        return active or self._start or next(iter(self._windows.values()))

    def _trouble(self, error: Exception) -> None:
        if not isinstance(error, BriefingError):
            raise error
        remedy, mend = self._remedy(error)
        if self._windows:
            front = next(reversed(self._windows.values()))
            front.context.notices.trouble(error, remedy, mend)
        else:
            self.show_start()
            if self._start is not None:
                self._start.say(explain(error, self.speech.gettext), remedy, mend)

    def _remedy(self, error: BriefingError) -> tuple[str, Callable[[], object] | None]:
        """What can be done at once where a book does not open: its backup does."""
        copies = list_backups(error.path) if isinstance(error, BookDamaged) else []
        if not copies:
            return "", None
        moment = self.speech.moment(copies[0].made.isoformat())
        words = self.speech.gettext("Open the copy of {moment}").format(moment=moment)
        return words, partial(self._open_copy, error.path, copies[0].path)

    def _start_closed(self) -> None:
        if self._start is not None:
            self._let_go(self._start)
        self._start = None

    def _let_go(self, window: QWidget) -> None:
        """Forget a window once it has closed: while it does, the last name must not go."""
        self._closing.append(window)
        QTimer.singleShot(0, self, self._closing.clear)

    def _open_all(self, paths: list[Path]) -> None:
        for path in paths:
            self.open(path)

    def _ask_new_book(self, sources: list[Path]) -> None:
        _ = self.speech.gettext
        names = _("Briefing books (*{suffix})").format(suffix=SUFFIX)
        name = f"{sources[0].stem if sources else _('Briefing book')}{SUFFIX}"

        def make(paths: list[Path]) -> None:
            self._make(paths[0], sources)

        self.files.save(self._front(), _("New book"), "books", names, name, then=make)

    def _make(self, path: Path, sources: list[Path]) -> None:
        try:
            make_book(path, path.stem, self.speech.lang, author=_user()).close()
        except BriefingError as error:
            self._trouble(error)
            return
        window = self.open(path)
        if window is not None and sources:
            window.take_in(sources)

    def _show_settings(self) -> None:
        SettingsDialog(self.settings, self.speech, self._front()).open()

    def _show_backups(self, window: BookWindow) -> None:
        dialog = BackupsDialog(window.context, window)
        book = window.context.session.store.path
        dialog.open_asked.connect(partial(self._open_copy, book))
        dialog.open()

    def _open_copy(self, book: Path, backup: Path) -> None:
        """Put a backup beside its book under a name of its own, and open it."""
        stamp = backup.stem.partition(".")[0].replace("T", " ")
        copy = book.with_name(f"{book.stem} ({stamp}){SUFFIX}")
        try:
            if not copy.exists():
                shutil.copyfile(backup, copy)
        except OSError:
            copy = backup
        self.open(copy)

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
        _speak_qt(self._app, self.speech)
        paths = list(self._windows)
        for window in tuple(self._windows.values()):
            window.close()
        if self._start is not None:
            self._start.close()
            self.show_start()
        for path in paths:
            self.open(path)
        if choosing:
            self._show_settings()


def make_sample_at(path: Path, progress: Progress) -> Path:
    """Make the sample book; where it is."""
    from briefing.sample import make_sample  # noqa: PLC0415 - reads and drafts: heavy

    path.parent.mkdir(parents=True, exist_ok=True)
    make_sample(path, progress).close()
    return path


def run(books: list[Path], lang: str) -> int:
    """Open windows and stay until the last one is closed; the exit code."""
    keep_log()
    QGuiApplication.setDesktopFileName("briefing")
    app = QApplication(sys.argv[:1])
    app.setApplicationName("briefing")
    app.setApplicationDisplayName("Briefing")
    app.setStyle("Fusion")
    app.setWindowIcon(program_icon())
    collector = Collector(app)
    collector.begin()
    program = Program(app, SettingsStore(), lang)
    _speak_qt(app, program.speech)
    prefetch = Prefetch(program.look, program)
    prefetch.ended.connect(collector.settle)
    QTimer.singleShot(_PREFETCH_AFTER, prefetch.begin)
    stop = program.crashes.install()
    program.begin([path.resolve() for path in books])
    code = app.exec()
    prefetch.close()
    program.close()
    _leave_clipboard()
    stop()
    return code


def _leave_clipboard() -> None:
    """Leave words alone on the clipboard: what Python made for it must not outlive Python."""
    clipboard = QApplication.clipboard()
    # A platform without a screen has a clipboard of its own, and does not say so.
    if clipboard.ownsClipboard() or QGuiApplication.platformName() == "offscreen":
        clipboard.setText(clipboard.text())


def _speak_qt(app: QApplication, speech: Speech) -> None:
    """Have Qt's own dialogs speak the language too."""
    for former in app.findChildren(QTranslator):
        app.removeTranslator(former)
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(speech.locale, "qtbase", "_", folder):
        app.installTranslator(translator)


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""
