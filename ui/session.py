"""One open book, as its window works on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from briefing.edits import Edit
from briefing.errors import BriefingError
from briefing.operations.books import the_book
from briefing.progress import Steps
from briefing.store import BookStore, JournalLine
from briefing.things import Book
from ui.deed import Deed
from ui.listening import Listeners
from ui.unwritten import Unwritten

_AT_ONCE = 3
"""Steps of a deed that are taken without letting go: most deeds have no more."""


class BookSession(QObject):
    """An open book and the news of what changed in it.

    Models and widgets read from `store`, write through `run`, and never speak to each other: after
    every edit, made or taken back, `edited` tells all of them what to look at again. The history
    is the book's own, so that what was done yesterday can be undone too.
    """

    edited = Signal(object)  # the Edit that was just made
    history_changed = Signal()
    begun = Signal(object)  # a Deed that takes a while
    rested = Signal()  # no deed is under way any more
    closing = Signal()

    def __init__(self, store: BookStore, author: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store = store
        self.author = author
        self.unwritten = Unwritten(self)
        self.uid = the_book(store).uid
        """Of the book; it stays the same, and is known when the book is closed too."""
        self._refusal: BriefingError | None = None
        self._deed: Deed | None = None
        self._half: Edit | None = None
        self._listeners = Listeners()
        self._turns = QTimer(self)
        self._turns.timeout.connect(self._go_on)
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
        self.settle()
        self._apply(edit, merge=True)

    @contextmanager
    def one_step(self) -> Iterator[None]:
        """Have all that is written meanwhile be one step to undo; what was typed before is not."""
        self.flush()
        with self.store.one_step():
            yield
            self.flush()

    def deed(self, make: Steps[Edit | None]) -> Deed:
        """An edit of many things, made and written a little at a time.

        It is one edit like any other, announced when it stands. Who reads the book meanwhile may
        see half of it; who changes the book has it finished first.
        """
        return self._followed(_made(make, self.store, self.author))

    def undo(self) -> None:
        """Take the last edit back."""
        self.flush()
        self._announce(self.store.undo())

    def redo(self) -> None:
        """Make the edit again that was undone last."""
        self.flush()
        self._announce(self.store.redo())

    def walk(self, *, undone: bool) -> Deed:
        """Undo or redo, a little at a time."""
        return self._followed(self.store.walking(undone=undone))

    @property
    def busy(self) -> bool:
        """Whether a deed is under way."""
        return self._deed is not None

    def settle(self) -> None:
        """Finish the deed that is under way, if there is one."""
        while self._deed is not None and not self._listeners.hearing:
            self._go_on()

    def in_turns(self, steps: Iterator[None]) -> None:
        """For who hears of an edit and has much to read anew.

        With a deed it is done in turns of the event loop, before the deed ends or anybody changes
        the book; else at once.
        """
        self._listeners.in_turns(steps)

    @property
    def undoable(self) -> JournalLine | None:
        """What `undo` would take back."""
        return self.store.undoable()

    @property
    def redoable(self) -> JournalLine | None:
        """What `redo` would make again."""
        return self.store.redoable()

    # Typing

    def flush(self) -> None:
        """Bring everything that was typed into the book: before an edit, an export, the end.

        BriefingError where the disk does not take all of it. The rest stands where it was typed,
        so nothing else may be shown there.
        """
        self.settle()
        self.unwritten.write_down()

    def try_flush(self) -> None:
        """Do as `flush` does; what the disk does not take is left, as whoever typed it was told."""
        with suppress(BriefingError):
            self.flush()

    def refusal(self, write: Callable[[], None]) -> BriefingError | None:
        """Have something written by whoever listens; the error, where the disk did not take it."""
        self._refusal = None
        write()
        return self._refusal

    def close(self) -> None:
        """Put the book away."""
        self.flush()
        self.closing.emit()
        self.unwritten.close()
        self.closed = True
        self.store.close()

    def _apply(self, edit: Edit, *, merge: bool) -> None:
        if edit.changes:
            try:
                self.store.apply(edit, self.author, merge=merge)
            except BriefingError as error:
                self._refusal = error
                raise
            self._announce(edit)

    def _followed(self, steps: Steps[Edit | None]) -> Deed:
        deed = Deed(steps, self._begin, self._told)
        # Connected first: who began it finds the session at rest when it hears of the end.
        deed.progressed.connect(self._on_step)
        for end in (deed.finished, deed.failed, deed.cancelled):
            end.connect(self._rest)
        return deed

    def _begin(self, deed: Deed) -> None:
        self.flush()
        self._deed, self._half = deed, None
        for _ in range(_AT_ONCE):
            if not deed.decided:
                self._go_on()
        while deed.decided and not deed.ended:
            self._go_on()
        if not deed.ended:
            self._turns.start(0)
            self.begun.emit(deed)

    def _go_on(self) -> None:
        if self._deed is not None:
            self._deed.go_on()

    def _on_step(self) -> None:
        self._half = self.store.making

    def _told(self, made: Edit | None) -> Iterator[None]:
        """The news of a deed; where it was left, somebody may have read half of it."""
        half = self._half
        news = made if made is not None or half is None else half.inverse
        if news is None or not news.changes:
            return
        yield from self._listeners.tell(partial(self.edited.emit, news))
        yield
        self.history_changed.emit()

    def _rest(self) -> None:
        self._turns.stop()
        self._deed = self._half = None
        self.rested.emit()

    def _announce(self, edit: Edit | None) -> None:
        if edit is not None:
            self.edited.emit(edit)
            self.history_changed.emit()


def _made(make: Steps[Edit | None], store: BookStore, author: str) -> Steps[Edit | None]:
    """The steps in which an edit is made, and then written."""
    edit = yield from make
    if edit is not None and edit.changes:
        yield from store.applying(edit, author)
    return edit
