"""The window of one book."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from briefing.errors import BriefingError
from briefing.things import Book
from ui.actions import Menu
from ui.context import Context
from ui.making import SUFFIX
from ui.places import Place, Room
from ui.report import about_program
from ui.shell.actions import SHELL
from ui.shell.clipboard import ClipboardMenu
from ui.shell.help import KeySheet, about, guide
from ui.shell.history import HistoryDialog
from ui.shell.menus import fill_menus, show_menus_of
from ui.shell.notice_bar import NoticeBar, ProgressLine
from ui.shell.palette import CommandPalette
from ui.shell.rail import Rail
from ui.shell.search import SearchPanel
from ui.shell.top_bar import TopBar
from ui.shell.undoing import UndoRouter
from ui.workspace import Receiver, Workspace

MakeWorkspace = Callable[[Context, QWidget], Workspace]
_FRAME = QSize(8, 40)
"""What the system's own frame takes at most."""
_REMEMBERED = 5_000
"""Milliseconds after which a window writes down again where one is."""


class BookWindow(QMainWindow):
    """One book: the rail, the top bar, and the workspace that is looked at.

    Workspaces are made when they are first entered, so that a window opens at once.
    """

    closed = Signal()
    start_asked = Signal()
    book_dropped = Signal(object)  # a Path

    def __init__(
        self, context: Context, makers: Mapping[Room, MakeWorkspace], app: QApplication
    ) -> None:
        super().__init__()
        self.context = context
        self._makers = makers
        self._made: dict[Room, Workspace] = {}
        self._menus: dict[Menu, QMenu] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self._refilling = QTimer(self, singleShot=True, interval=0)
        self._refilling.timeout.connect(self._refill_menus)
        context.actions.added.connect(self._refilling.start)
        context.actions.add(SHELL, self)
        self._rail = Rail(context)
        self._stack = QStackedWidget()
        self.setCentralWidget(self._framed(TopBar(context)))
        self._search = SearchPanel(context, self)
        self._palette = CommandPalette(context, self)
        ClipboardMenu(context, self)
        self._undoing = UndoRouter(context, app, self)
        self._answer()
        context.places.moved.connect(self.show_place)
        context.places.changed.connect(self._settle)
        context.session.history_changed.connect(self._settle)
        self.setMinimumSize(1024, 600)
        if context.session.read_only:
            context.actions.forbid_writing()
        self._restore()
        self._remembering = QTimer(self)
        self._remembering.timeout.connect(self._remember_all)
        self._remembering.start(_REMEMBERED)

    def workspace(self, room: Room) -> Workspace:
        """The workspace of that name, made now if nobody has been there yet."""
        if room not in self._made:
            made = self._makers[room](self.context, self._stack)
            self._made[room] = made
            self._stack.addWidget(made)
        return self._made[room]

    def show_place(self, place: Place) -> None:
        """Show a workspace, and in it what the place names."""
        current = self._stack.currentWidget()
        focus = QApplication.focusWidget() or self
        within = isinstance(current, Workspace) and current.isAncestorOf(focus)
        entered = place.room not in self._made
        workspace = self.workspace(place.room)
        # First: what had the focus there gets it back, and no button whose action is off takes it.
        self.context.actions.enter(place.room)
        self._stack.setCurrentWidget(workspace)
        if isinstance(current, Workspace) and current is not workspace:
            current.leave()
            self.context.actions.leave(current.room)
        self._rail.show_room(place.room)
        self.context.settings.remember(self.context.state("room"), place.room)
        self._refill_menus()
        workspace.show_place(place)
        if entered and within and place.kind is None:
            # Qt would take the first that comes; later it takes what had the focus here before.
            workspace.take_focus()
        self._settle()

    def take_in(self, paths: list[Path]) -> None:
        """Open books among some files, and offer the others as sources."""
        for path in paths:
            if path.suffix == SUFFIX:
                self.book_dropped.emit(path)
        others = [path for path in paths if path.suffix != SUFFIX]
        if others:
            self.context.places.go(Place(Room.SOURCES))
            sources = self.workspace(Room.SOURCES)
            if isinstance(sources, Receiver):
                sources.import_files(others)

    def paste_source(self) -> None:
        """Offer what is on the clipboard as a source."""
        mime = QApplication.clipboard().mimeData()
        urls = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        if urls:
            self.take_in(urls)
        elif mime.hasText():
            self.context.places.go(Place(Room.SOURCES))
            sources = self.workspace(Room.SOURCES)
            if isinstance(sources, Receiver):
                sources.offer_text(mime.text(), mime.html() if mime.hasHtml() else "")

    def report_trouble(self, error: Exception) -> None:
        """Say what the world did in the middle of something, and what to do about it."""
        if self.isActiveWindow() or not QApplication.activeWindow():
            self.context.notices.trouble(error)

    def report_bug(self, report: str) -> None:
        """Say that the program has a fault; the book has none."""
        _ = self.context.gettext
        self.context.notices.advise(
            _("Something went wrong in the program. Your book is safe: all of it is written."),
            _("Copy a report"),
            lambda: QApplication.clipboard().setText(report),
        )

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.focusWidget() is None:
            self._here().take_focus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Reached only where nothing that has the focus takes the paste itself.
        if event.matches(QKeySequence.StandardKey.Paste) and not self.context.session.read_only:
            self.paste_source()
            return
        super().keyPressEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and not self.context.session.read_only:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        urls = event.mimeData().urls()
        self.take_in([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        context = self.context
        if context.session.closed:
            super().closeEvent(event)
            return
        if not self._all_written():
            event.ignore()
            return
        self._remember_all()
        # The window outlives its book for a moment, longer when another language is loaded.
        for timer in self.findChildren(QTimer):
            timer.stop()
        context.tasks.close()
        context.book_shop.close()
        context.file_shop.close()
        context.session.close()
        self.closed.emit()
        super().closeEvent(event)

    def _all_written(self) -> bool:
        """Whether the window may go: what was typed and cannot be written is nowhere but here."""
        try:
            self.context.session.flush()
            for workspace in self._made.values():
                workspace.write_all()
        except BriefingError as error:
            self.context.notices.trouble(error)
            return False
        return True

    # Building

    def _framed(self, top: QWidget) -> QWidget:
        frame, middle = QWidget(), QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addWidget(self._stack, stretch=1)
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(middle, stretch=1)
        column.addWidget(ProgressLine(self.context))
        column.addWidget(NoticeBar(self.context))
        return frame

    def _refill_menus(self) -> None:
        """Have in the menus what there is now, of it what the workspace can do."""
        if self._refilling.isActive() or not self._menus:
            self._refilling.stop()
            self._menus = fill_menus(self.menuBar(), self.context.actions, self.context.gettext)
        show_menus_of(self.context.places.here.room, self._menus, self.context.actions)

    def _answer(self) -> None:
        on = self.context.actions.on
        on("go.back", self.context.places.back)
        on("go.forward", self.context.places.forward)
        on("book.close", self._to_start)
        on("book.copy", self._ask_copy)
        on("edit.history", lambda: HistoryDialog(self.context, self).show())
        on("go.search", self._search.open)
        on("go.command", self._palette.open)
        on("view.larger", lambda: self._resize_text(1))
        on("view.smaller", lambda: self._resize_text(-1))
        on("help.keys", self._show_keys)
        on("help.guide", lambda: guide(self.context.speech, self).open())
        on("help.about", lambda: about(self.context.speech, self).open())
        on("help.report", self._copy_report)
        on("view.fold-left", lambda: self._here().fold(0))
        on("view.fold-right", lambda: self._here().fold(-1))
        on("view.next-pane", lambda: self._to_pane(1))
        on("view.previous-pane", lambda: self._to_pane(-1))
        on("view.full-screen", self._full_screen)

    def _settle(self) -> None:
        actions, session, places = self.context.actions, self.context.session, self.context.places
        if session.closed:
            return
        actions.enable("go.back", places.can_go_back)
        actions.enable("go.forward", places.can_go_forward)
        self._undoing.settle()
        self.setWindowTitle(f"{_called(session.book, session.store.path)} – Briefing")

    # Asked for in menus

    def _to_start(self) -> None:
        if self._all_written():
            self.start_asked.emit()
            self.close()

    def _ask_copy(self) -> None:
        _ = self.context.gettext
        names = _("Briefing books (*{suffix})").format(suffix=SUFFIX)
        name = f"{self.context.session.store.path.stem} – {_('copy')}{SUFFIX}"
        self.context.files.save(self, _("Save a copy"), "books", names, name, self._copy_to)

    def _copy_to(self, paths: list[Path]) -> None:
        _ = self.context.gettext
        self.context.session.try_flush()
        try:
            self.context.session.store.snapshot(paths[0])
        except BriefingError as error:
            self.context.notices.trouble(error)
        else:
            self.context.notices.done(_("A copy is in {path}.").format(path=paths[0]))

    def _copy_report(self) -> None:
        QApplication.clipboard().setText(about_program())
        self.context.notices.done(self.context.gettext("The report is on the clipboard."))

    def _show_keys(self) -> None:
        KeySheet(self.context.actions, self.context.speech, self.context.look, self).show()

    def _resize_text(self, step: int) -> None:
        size = self.context.settings.now.reading_size + step
        self.context.settings.change(reading_size=min(max(size, -3), 12))

    # Panes

    def _here(self) -> Workspace:
        return self.workspace(self.context.places.here.room)

    def _to_pane(self, step: int) -> None:
        panes = self._here().panes()
        focus = QApplication.focusWidget()
        at = next((n for n, pane in enumerate(panes) if focus and pane.isAncestorOf(focus)), -1)
        pane = panes[(at + step) % len(panes)]
        last: QWidget | None = pane.focusWidget()
        kept = last is not None and last is not pane and last.isVisible()
        target = last if last is not None and kept else _first_stop(pane)
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        if not target.hasFocus():
            pane.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            pane.setFocus(Qt.FocusReason.TabFocusReason)

    def _full_screen(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.setWindowState(
            self.windowState() | Qt.WindowState.WindowFullScreen
            if on
            else self.windowState() & ~Qt.WindowState.WindowFullScreen
        )

    # Where one was

    def _restore(self) -> None:
        recall = self.context.settings.recall
        geometry = recall("geometry")
        if not geometry or not self.restoreGeometry(
            QByteArray.fromBase64(QByteArray(geometry.encode()))
        ):
            room_left = self.screen().availableSize() - _FRAME
            self.resize(min(1360, room_left.width()), min(850, room_left.height()))
        room = Room(recall(self.context.state("room"), Room.OVERVIEW))
        self.context.places.go(Place(room))

    def _remember_all(self) -> None:
        """Now and then, not only at the end: the program may be killed."""
        for workspace in self._made.values():
            workspace.leave()
        self._remember()

    def _remember(self) -> None:
        remember = self.context.settings.remember
        remember("geometry", bytes(self.saveGeometry().toBase64().data()).decode())
        remember(self.context.state("room"), self.context.places.here.room)


def _first_stop(pane: QWidget) -> QWidget:
    """Where Tab comes to first in a pane; the pane, where it hands the focus on or has nothing."""
    if pane.focusProxy() is not None:
        return pane
    stop: QWidget | None = pane.nextInFocusChain()
    while stop is not None and stop is not pane:
        takes = stop.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes and pane.isAncestorOf(stop) and stop.isVisible() and stop.isEnabled():
            return stop
        stop = stop.nextInFocusChain()
    return pane


def _called(book: Book, path: Path) -> str:
    """The title of a book, with its file where that is called otherwise.

    A copy brought back from a backup has the title of the book that it was made of.
    """
    return book.title if path.stem == book.title else f"{book.title} ({path.stem})"
