"""The window of one book."""

from __future__ import annotations

from collections.abc import Mapping
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
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget
from typing_extensions import override

from briefing.errors import BriefingError
from briefing.things import Book
from ui.context import Context
from ui.places import Place, Room
from ui.shell.actions import SHELL
from ui.shell.arrivals import Arrivals
from ui.shell.clipboard import ClipboardMenu
from ui.shell.copying import ask_copy
from ui.shell.help import HelpMenu
from ui.shell.history import HistoryDialog
from ui.shell.menus import MenuFiller
from ui.shell.notice_bar import NoticeBar, ProgressLine
from ui.shell.palette import CommandPalette
from ui.shell.panes import PaneKeys
from ui.shell.rail import Rail
from ui.shell.search import SearchPanel
from ui.shell.top_bar import TopBar
from ui.shell.undoing import UndoRouter
from ui.shell.workspaces import MakeWorkspace, Workspaces
from ui.workspace import Workspace

_FRAME = QSize(8, 40)
"""What the system's own frame takes at most."""
_REMEMBERED = 5_000
"""Milliseconds after which a window writes down again where one is."""


class BookWindow(QMainWindow):
    """One book: the rail, the top bar, and the workspace that is looked at."""

    closed = Signal()
    start_asked = Signal()
    book_dropped = Signal(object)  # a Path

    def __init__(
        self, context: Context, makers: Mapping[Room, MakeWorkspace], app: QApplication
    ) -> None:
        super().__init__()
        self.context = context
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        context.actions.add(SHELL, self)
        self._rail = Rail(context)
        self._workspaces = Workspaces(context, makers)
        self.setCentralWidget(self._framed(TopBar(context)))
        self._arrivals = Arrivals(context.places, self._workspaces, self)
        self._arrivals.book_came.connect(self.book_dropped)
        self._search = SearchPanel(context, self)
        self._palette = CommandPalette(context, self)
        ClipboardMenu(context, self)
        HelpMenu(context, self)
        PaneKeys(context.actions, self._workspaces, self)
        self._undoing = UndoRouter(context, app, self)
        self._answer()
        self._menus = MenuFiller(context, self.menuBar())
        self._workspaces.entered.connect(self._on_entered)
        context.places.moved.connect(self._workspaces.show_place)
        context.places.moved.connect(self._settle)
        context.places.changed.connect(self._settle)
        context.session.history_changed.connect(self._settle)
        self.setMinimumSize(1024, 600)
        if context.session.read_only:
            context.actions.forbid_writing()
        self._restore()
        remembering = QTimer(self)
        remembering.timeout.connect(self._remember_all)
        remembering.start(_REMEMBERED)

    def workspace(self, room: Room) -> Workspace:
        """The workspace of that name, made now if nobody has been there yet."""
        return self._workspaces.of(room)

    def take_in(self, paths: list[Path]) -> None:
        """Open books among some files, and offer the others as sources."""
        self._arrivals.take_in(paths)

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
            self._workspaces.here.take_focus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Reached only where nothing that has the focus takes the paste itself.
        if event.matches(QKeySequence.StandardKey.Paste) and not self.context.session.read_only:
            self._arrivals.paste()
            return
        super().keyPressEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and not self.context.session.read_only:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._arrivals.drop(event.mimeData())

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
            self._workspaces.write_all()
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
        row.addWidget(self._workspaces, stretch=1)
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(middle, stretch=1)
        column.addWidget(ProgressLine(self.context))
        column.addWidget(NoticeBar(self.context))
        return frame

    def _answer(self) -> None:
        on = self.context.actions.on
        on("go.back", self.context.places.back)
        on("go.forward", self.context.places.forward)
        on("book.close", self._to_start)
        on("book.copy", lambda: ask_copy(self.context, self))
        on("edit.history", lambda: HistoryDialog(self.context, self).show())
        on("go.search", self._search.open)
        on("go.command", self._palette.open)
        on("view.larger", lambda: self._resize_text(1))
        on("view.smaller", lambda: self._resize_text(-1))
        on("view.full-screen", self._full_screen)

    def _on_entered(self, room: Room) -> None:
        self._rail.show_room(room)
        self.context.settings.remember(self.context.state("room"), room)
        self._menus.settle()

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

    def _resize_text(self, step: int) -> None:
        size = self.context.settings.now.reading_size + step
        self.context.settings.change(reading_size=min(max(size, -3), 12))

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
        self._workspaces.remember()
        remember = self.context.settings.remember
        remember("geometry", bytes(self.saveGeometry().toBase64().data()).decode())
        remember(self.context.state("room"), self.context.places.here.room)


def _called(book: Book, path: Path) -> str:
    """The title of a book, with its file where that is called otherwise.

    A copy brought back from a backup has the title of the book that it was made of.
    """
    return book.title if path.stem == book.title else f"{book.title} ({path.stem})"
