"""The windows that are open."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from ui.shell.start import StartWindow
from ui.shell.window import BookWindow

_APART = 32
"""Pixels between the corners of two books' windows."""


class Windows(QObject):
    """Holds the window of each book, and the first page, until they have closed."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._books: dict[Path, BookWindow] = {}
        self._first_page: StartWindow | None = None
        self._closing: list[QWidget] = []

    @property
    def books(self) -> dict[Path, BookWindow]:
        """Those of the books as they are now, by where the books lie; the last one opened last."""
        return dict(self._books)

    @property
    def first_page(self) -> StartWindow | None:
        """The first page, while it is there."""
        return self._first_page

    @property
    def front(self) -> QWidget:
        """The one that the adviser is in."""
        held = [*reversed(self._books.values()), *([self._first_page] if self._first_page else [])]
        # One that has just been closed stays the active one until the system takes it away.
        active = owner = QApplication.activeWindow()
        while owner is not None and owner not in held:
            owner = owner.parentWidget()
        return held[0] if active is None or owner is None else active

    def hold_book(self, path: Path, window: BookWindow) -> None:
        """Hold the window of a book."""
        self._books[path] = window
        window.closed.connect(partial(self._book_closed, path))

    def hold_first_page(self, page: StartWindow) -> None:
        """Hold the first page."""
        self._first_page = page
        page.closed.connect(self._first_page_closed)

    def show(self, window: BookWindow) -> None:
        """Show the window of a book, in place of the first page."""
        self._set_apart(window)
        window.show()
        self._close_first_page()

    def close(self) -> None:
        """Close all of them; what was typed is in the books."""
        for window in self.books.values():
            window.close()
        self._close_first_page()

    def _set_apart(self, window: BookWindow) -> None:
        """Let a window that would lie exactly over another one show what is below it."""
        if window.isVisible() or window.isMaximized() or window.isFullScreen():
            return
        corners = {w.geometry().topLeft() for w in self._books.values() if w is not window}
        while window.geometry().topLeft() in corners:
            apart = window.geometry().translated(_APART, _APART)
            window.setGeometry(apart.intersected(window.screen().availableGeometry()))

    def _close_first_page(self) -> None:
        if self._first_page is not None:
            self._first_page.close()

    def _book_closed(self, path: Path) -> None:
        self._let_go(self._books.pop(path))

    def _first_page_closed(self) -> None:
        if self._first_page is not None:
            self._let_go(self._first_page)
        self._first_page = None

    def _let_go(self, window: QWidget) -> None:
        """Forget a window once it has closed: while it does, the last name must not go."""
        self._closing.append(window)
        QTimer.singleShot(0, self, self._closing.clear)
