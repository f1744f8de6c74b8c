"""Has the pages of the notes counted while nobody looks at them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from briefing.edits import Edit, thing_of
from briefing.errors import BriefingError, Refused
from briefing.things import Candidate, Edition, Insert, Note, Outcome, Section
from exports.tree import Profile
from ui.context import Context
from ui.preview.choices import wish_of
from ui.preview.counting import Counted, note_pages
from ui.processes import Job, WorkerLost


class NoteLengths(QObject):
    """Tells the readiness list on how many pages each note is printed.

    It works whenever the list has been made, and so only for whom the list or the book is shown.
    What an edit does not touch is not counted again.
    """

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._readiness = context.readiness
        self._doubtful: Sequence[str] | None = None
        """The notes that are to be counted; None is all of them."""
        self._judged: dict[str, int] = {}
        """The numbers of pages that the list was made with."""
        self._job: Job | None = None
        self._overtaken = False
        self._readiness.changed.connect(self._next)
        context.session.edited.connect(self._on_edited)
        context.settings.remembered.connect(self._on_remembered)

    def _on_edited(self, edit: Edit) -> None:
        notes = _notes_of(edit)
        if notes is None or notes:
            self._doubt(notes)

    def _on_remembered(self, name: str) -> None:
        if name == self._context.state("export"):
            self._doubt(None)
            self._next()

    def _doubt(self, notes: Sequence[str] | None) -> None:
        """Have notes counted that may be longer or shorter than they were, before others."""
        if notes is None or self._doubtful is None:
            self._doubtful = None
        else:
            self._doubtful = tuple(dict.fromkeys((*notes, *self._doubtful)))
        if self._job is not None:
            self._overtaken = True
            self._job.cancel()

    def _next(self) -> None:
        if self._job is not None or self._readiness.checking or self._context.session.closed:
            return
        if self._doubtful is not None and not self._doubtful:
            self._judge()
            return
        wish = wish_of(self._context, Profile.FINAL)
        job = self._context.book_shop.book_job(note_pages, wish, self._doubtful, remembers=True)
        job.finished.connect(self._on_counted)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)
        self._hold(job)
        job.start()

    def _hold(self, job: Job | None) -> None:
        self._job, self._overtaken = job, False
        self._readiness.counting = job is not None

    def _on_counted(self, counted: Counted) -> None:
        overtaken = self._overtaken
        self._hold(None)
        if not overtaken:
            self._doubtful = counted.left
            self._readiness.know_pages(counted.pages)
        self._next()

    def _on_failed(self, error: Exception) -> None:
        self._hold(None)
        # What keeps the pages from being made keeps the list from it too, which says so.
        if not isinstance(error, WorkerLost | BriefingError | Refused):
            raise error

    def _on_cancelled(self) -> None:
        self._hold(None)  # until the list is made the next time

    def _judge(self) -> None:
        if self._judged != self._readiness.pages:
            self._judged = dict(self._readiness.pages)
            self._readiness.check_again()


def _notes_of(edit: Edit) -> Sequence[str] | None:
    """The notes whose length an edit may change; None if it may be any."""
    found: dict[str, None] = {}
    for change in edit.changes:
        match thing_of(change):
            case Note() as note:
                found[note.uid] = None
            case Section() | Insert() as part:
                found[part.note] = None
            case Candidate() | Edition() | Outcome():
                continue  # no note shows them
            case _:
                return None
    return tuple(found)
