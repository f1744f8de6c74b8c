"""What is done to the source that is looked at."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from briefing.edits import Edit, thing_of
from briefing.errors import BriefingError
from briefing.operations.sources import remove_source
from briefing.things import Candidate, Source
from exports.files import whole_file
from ui.context import Context
from ui.doing import at_once, attempt, begin, offer_undo
from ui.processes import Job, WorkerLost
from ui.sources.work import look_through


class Deeds(QObject):
    """Looks for commitments in a source, writes its file elsewhere, or removes it."""

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(host)
        self._context = context
        self._host = host
        self._job: Job | None = None
        self.source = ""
        """The uid of the source that is looked at, be it that the filter hides it."""

    def look(self) -> None:
        """Look for commitments that nobody has proposed yet."""
        job = self._context.book_shop.book_job(look_through, self.source)
        job.finished.connect(self._on_looked)
        job.failed.connect(self._on_broken)
        self._context.notices.watch(self._context.gettext("Looking for commitments"), job)
        self._job = job  # a job has no other owner once it has ended
        job.start()

    def _on_looked(self, edit: Edit) -> None:
        things = map(thing_of, edit.changes)
        found = [thing for thing in things if isinstance(thing, Candidate)]
        if found and self._context.session.store.find(Source, found[0].source) is None:
            return  # it was removed while it was read
        if found and attempt(self._context, lambda: edit) is None:
            return
        _, few, count = self._context.gettext, self._context.speech.ngettext, len(found)
        words = few("{n} more candidate to decide.", "{n} more candidates to decide.", count)
        nothing = _("Nothing was found that has not been looked at.")
        self._context.notices.done(words.format(n=count) if count else nothing)

    def _on_broken(self, error: Exception) -> None:
        if not isinstance(error, WorkerLost):
            raise error
        _ = self._context.gettext
        self._context.notices.advise(_("The search broke off. Nothing was changed: try again."))

    def save_original(self) -> None:
        """Write the file as it was received to where the adviser says."""
        source = self._context.session.store.find(Source, self.source or None)
        if source is not None:
            _ = self._context.gettext
            title, names = _("Save the original"), _("All files (*)")
            self._context.files.save(
                self._host, title, "originals", names, source.file_name, self._write_original
            )

    def _write_original(self, paths: list[Path]) -> None:
        source = self._context.session.store.get(Source, self.source)
        data = self._context.session.store.original(source.original)
        try:
            with whole_file(paths[0]) as scratch:
                scratch.write_bytes(data)
        except BriefingError as error:
            self._context.notices.trouble(error)

    def remove(self) -> None:
        """Take the source out of the book, or say what rests on it."""
        begin(self._context, partial(at_once, partial(self._removal, self.source)), self._removed)

    def _removal(self, uid: str) -> Edit | None:
        store = self._context.session.store
        source = store.find(Source, uid or None)
        return None if source is None else remove_source(store, source)

    def _removed(self, edit: Edit) -> None:
        _ = self._context.gettext
        words = _("“{title}” was removed. Undo brings it back.").format(title=edit.subject)
        offer_undo(self._context, words)
