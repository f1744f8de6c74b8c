"""One open book, as its window works on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal

from briefing.edits import Edit
from briefing.operations.books import the_book
from briefing.store import BookStore, JournalLine
from briefing.things import Book

Flush: TypeAlias = Callable[[], None]


class BookSession(QObject):
    """An open book and the news of what changed in it.

    Models and widgets read from `store`, write through `run`, and never speak to each other: after
    every edit, made or taken back, `edited` tells all of them what to look at again. The history
    is the book's own, so that what was done yesterday can be undone too.
    """

    edited = Signal(object)  # the Edit that was just made
    history_changed = Signal()
    closing = Signal()

    def __init__(self, store: BookStore, author: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store = store
        self.author = author
        self.uid = the_book(store).uid
        """Of the book; it stays the same, and is known when the book is closed too."""
        self._flushers: list[Flush] = []
        self._flushing = False
        self.closed = False

    @property
    def read_only(self) -> bool:
        """Whether the book's place does not allow to write to it."""
        return self.store.read_only

    @property
    def book(self) -> Book:
        """The book's own details."""
        return the_book(self.store)

    # Changing

    def run(self, edit: Edit) -> None:
        """Make an edit; one without changes is none. Pending typing goes into the book before it.

        An edit of the very thing that is being typed in has to be made after a `flush`, or it
        would start from words that have passed.
        """
        self.flush()
        self._apply(edit, merge=False)

    def write(self, edit: Edit) -> None:
        """Make an edit of typed text: it merges with the one before, if that typed there too."""
        self._apply(edit, merge=True)

    def undo(self) -> None:
        """Take the last edit back."""
        self.flush()
        self._announce(self.store.undo())

    def redo(self) -> None:
        """Make the edit again that was undone last."""
        self.flush()
        self._announce(self.store.redo())

    @property
    def undoable(self) -> JournalLine | None:
        """What `undo` would take back."""
        return self.store.undoable()

    @property
    def redoable(self) -> JournalLine | None:
        """What `redo` would make again."""
        return self.store.redoable()

    # Typing

    def on_flush(self, flush: Flush) -> None:
        """Have a function called that writes down what was typed and is not in the book yet."""
        self._flushers.append(flush)

    def off_flush(self, flush: Flush) -> None:
        """Call the function no more."""
        self._flushers.remove(flush)

    def flush(self) -> None:
        """Bring everything that was typed into the book: before a search, an export, the end."""
        if self._flushing:
            return  # a flusher's own edit
        self._flushing = True
        try:
            for flush in tuple(self._flushers):
                flush()
        finally:
            self._flushing = False

    def close(self) -> None:
        """Put the book away."""
        self.flush()
        self.closing.emit()
        self._flushers.clear()
        self.closed = True
        self.store.close()

    def _apply(self, edit: Edit, *, merge: bool) -> None:
        if edit.changes:
            self.store.apply(edit, self.author, merge=merge)
            self._announce(edit)

    def _announce(self, edit: Edit | None) -> None:
        if edit is not None:
            self.edited.emit(edit)
            self.history_changed.emit()
