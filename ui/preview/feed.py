"""Has the pages made in the book's process: the tab that is looked at first, then the book."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from ui.context import Context
from ui.preview.press import BookPages, TabPages, book_pages, pages_of, tab_pages
from ui.preview.wish import Wish
from ui.processes import Job, WorkerLost

_PAUSE = 150
"""Milliseconds between an edit and the work on its pages: several edits may come together."""
_CALM = 700
"""Milliseconds after the last edit until the whole book is laid out again."""


class PageFeed(QObject):
    """Keeps pages up to date with the book.

    One job at a time, so that others find their turn in the process; a job that an edit has made
    useless is cancelled.
    """

    came = Signal(object)  # TabPages
    counted = Signal(object)  # BookPages
    failed = Signal(object)  # the exception

    def __init__(self, context: Context, wish: Wish, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._wish = wish
        self._tab = ""
        self._job: Job | None = None
        self._asleep = True
        self._quick = self._count = True
        self._counting = False
        self._given_up = False
        self._lost = False
        self._wanted: list[str] = []
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._next)
        self._calm = QTimer(self, singleShot=True, interval=_CALM)
        self._calm.timeout.connect(self._next)
        context.session.edited.connect(self._on_edited)
        context.session.closing.connect(self.sleep)

    @property
    def wish(self) -> Wish:
        """How the pages are to look."""
        return self._wish

    def change(self, wish: Wish) -> None:
        """Make all pages anew in another look."""
        if wish != self._wish:
            self._wish = wish
            self.refresh()

    def look_at(self, tab: str) -> None:
        """Say which tab is to be up to date before the others."""
        if tab != self._tab:
            self._tab = tab
            self._quick = True
            if self._counting and self._job is not None:
                self._cancel()  # what it has laid out is kept
            self._next()

    def want(self, tabs: list[str]) -> None:
        """Have the pages of these tabs made next, in this order."""
        self._wanted = tabs
        self._next()

    def wake(self) -> None:
        """Work: the pages are looked at."""
        if self._asleep:
            self._asleep = False
            self._next()

    def sleep(self) -> None:
        """Nobody looks: do nothing until `wake`."""
        self._asleep = True
        if self._job is not None:
            self._cancel()

    def _on_edited(self, _edit: object) -> None:
        self._calm.start()
        self.refresh()

    def refresh(self) -> None:
        """Make all pages anew, those that are looked at first."""
        self._quick = self._count = True
        self._wanted = []
        if self._job is not None:
            self._cancel()
        if not self._timer.isActive():
            self._timer.start()

    # One job after the other

    def _next(self) -> None:
        if self._job is not None or self._asleep or self._timer.isActive():
            return
        if self._quick and self._tab:
            self._quick = False
            self._start(self._on_tab, tab_pages, self._wish, self._tab)
        elif self._count and not self._calm.isActive():
            self._count, self._counting = False, True
            self._start(self._on_book, book_pages, self._wish)
        elif self._wanted and not self._count:
            self._start(self._on_wanted, pages_of, self._wanted.pop(0))

    def _start(self, slot: Callable[[Any], None], function: Callable[..., Any], *args: Any) -> None:
        job = self._context.book_shop.book_job(function, *args, remembers=True)
        job.finished.connect(slot)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)
        self._job = job
        job.start()

    def _on_tab(self, pages: TabPages | None) -> None:
        self._job = None
        if pages is not None:
            self.came.emit(pages)
        self._next()

    def _on_wanted(self, pages: TabPages | None) -> None:
        # A process that has taken the place of another one has laid nothing out yet.
        self._count = self._count or pages is None
        self._on_tab(pages)

    def _on_book(self, book: BookPages) -> None:
        self._job = None
        self._counting = self._lost = False
        self.counted.emit(book)
        self._next()

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self._counting = False
        self._wanted = []
        if isinstance(error, WorkerLost) and not self._lost:
            self._lost = self._quick = self._count = True
            self._next()
            return
        self.failed.emit(error)

    def _cancel(self) -> None:
        self._given_up = True
        if self._job is not None:
            self._job.cancel()

    def _on_cancelled(self) -> None:
        self._job = None
        self._counting = False
        self._quick = self._count = True
        if not self._given_up:
            self._asleep = True  # the process is being put away
        self._given_up = False
        self._next()
