"""What is done to the commitments that are chosen in the register; each deed is one edit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication

from briefing.edits import Edit, thing_of
from briefing.operations import commitments
from briefing.store import Row
from briefing.things import Commitment, Deadline, Topic
from exports.files import safe_name
from ui.commandline.registers import write_commitments
from ui.commitments.cells import column_names
from ui.commitments.copying import copied
from ui.commitments.register_model import RegisterModel
from ui.commitments.register_view import RegisterView
from ui.context import Context
from ui.doing import attempt, begin, offer_undo
from ui.files import FileAsker


class Deeds(QObject):
    """Makes the edits that the register's bars, menus and keys ask for."""

    recorded = Signal(str)  # the uid of a new commitment

    def __init__(self, context: Context, model: RegisterModel, view: RegisterView) -> None:
        super().__init__(view)
        self._context = context
        self._session = context.session
        self._model = model
        self._view = view
        self.files = FileAsker(context.settings)

    # Changing

    def record(self) -> None:
        """Record a commitment by hand; what the filter asks for, it has."""
        wanted = self._model.wanted
        details: dict[str, Any] = {
            "topics": tuple(uid for uid in wanted.topics[:1] if uid),
            "promisors": tuple(uid for uid in wanted.parties[:1] if uid),
        }
        action = self._context.gettext("New commitment")
        edit = attempt(self._context, partial(commitments.add_commitment, action, **details))
        if edit is not None:
            self.recorded.emit(thing_of(edit.changes[0]).uid)

    def list_under(self, topic: str, uids: Sequence[str] = ()) -> None:
        """Give the chosen commitments a topic to be listed under."""
        found = self._session.store.find(Topic, topic)
        if found is not None:
            self._run(lambda chosen: commitments.list_under(chosen, found), uids)

    def add_topic(self, topic: str) -> None:
        """Give the chosen commitments a further topic."""
        found = self._session.store.find(Topic, topic)
        if found is not None:
            self._run(lambda chosen: commitments.add_topic_to(chosen, found))

    def change(self, details: dict[str, Any]) -> None:
        """Change the chosen commitments alike."""
        self._run(lambda chosen: commitments.change_commitments(chosen, **details))

    def give_deadline(self, deadline: Deadline) -> None:
        """Give the chosen commitments one deadline."""
        self._run(lambda chosen: commitments.change_deadlines(chosen, deadline))

    def give_status(self, details: dict[str, Any]) -> None:
        """Say of the chosen commitments where they stand."""
        self._run(lambda chosen: commitments.add_statuses(chosen, **details))

    def remove(self) -> None:
        """Take the chosen commitments out of the book."""
        chosen = self._view.selected_uids()
        if chosen:
            store = self._session.store
            begin(
                self._context,
                partial(commitments.removing, store, chosen),
                lambda _edit: self._removed(len(chosen)),
            )

    def _removed(self, count: int) -> None:
        speech = self._context.speech
        words = speech.ngettext(
            "{number} commitment removed", "{number} commitments removed", count
        )
        offer_undo(self._context, words.format(number=speech.number(count)))

    def _run(self, operation: Callable[[list[Commitment]], Edit], uids: Sequence[str] = ()) -> None:
        chosen = uids or self._view.selected_uids()
        if chosen:
            store = self._session.store
            begin(self._context, partial(commitments.change_each, store, chosen, operation))

    # Taking out

    def copy(self) -> None:
        """Put the chosen rows on the clipboard as a table."""
        QGuiApplication.clipboard().setMimeData(self.table())

    def table(self) -> QMimeData:
        """The chosen rows with the columns that are shown."""
        store = self._session.store
        numbers = [store.register_number(uid) for uid in self._view.selected_uids()]
        found = store.register_rows([number for number in numbers if number is not None])
        rows: list[Row] = [found[number] for number in numbers if number in found]
        titles = column_names(self._context.gettext)
        return copied(rows, self._view.header.shown, titles, self._model.cells)

    def save_csv(self) -> None:
        """Ask for a file, and write what the register shows to it."""
        _ = self._context.gettext
        name = safe_name(_("{book} – commitments").format(book=self._session.book.title), ".csv")
        kinds = _("Spreadsheets (*.csv)")
        title = _("Save as CSV")
        self.files.save(self._view.window(), title, "csv", kinds, name, self._write_csv)

    def _write_csv(self, paths: list[Path]) -> None:
        _, path = self._context.gettext, paths[0]
        model = self._model
        uids = model.uids_of_all()
        job = self._context.book_shop.book_job(
            write_commitments, path, uids, self._context.speech.lang
        )
        job.finished.connect(lambda count: self._written(path, count))
        job.failed.connect(self._context.notices.trouble)
        self._context.notices.watch(_("Writing {name}").format(name=path.name), job)
        job.start()

    def _written(self, path: Path, count: int) -> None:
        speech = self._context.speech
        words = speech.ngettext(
            "{number} commitment written to {name}", "{number} commitments written to {name}", count
        )
        self._context.notices.done(words.format(number=speech.number(count), name=path.name))
