"""What the inserts of a note show today, asked of the process that knows the whole book."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from briefing.prose import Prose
from briefing.things import Note
from ui.book.jobs import shown_today
from ui.context import Context
from ui.processes import Job

Shown = list[tuple[str, Prose]]
"""(uid, what it shows) for each insert."""


class Freezer:
    """Asks once at a time; an answer that comes when another question was asked is let go."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._job: Job | None = None
        self._then: Callable[[Shown], object] | None = None

    def ask(self, note: Note, today: date, then: Callable[[Shown], object]) -> None:
        """Have `then` called with what the inserts of a note show."""
        if self._job is not None:
            self._job.cancel()
        job = self._context.book_shop.book_job(shown_today, note.uid, today)
        job.finished.connect(self._on_finished)
        job.failed.connect(self._on_failed)
        self._job, self._then = job, then
        self._context.notices.watch(self._context.gettext("Keeping what the inserts show"), job)
        job.start()

    def _on_finished(self, shown: Shown) -> None:
        then, self._job, self._then = self._then, None, None
        if then is not None:
            then(shown)

    def _on_failed(self, error: Exception) -> None:
        self._job = self._then = None
        self._context.notices.trouble(error)
