"""Where a commitment stands and stood, and the line that a new status is entered by."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QVBoxLayout,
    QWidget,
)

from briefing.things import Commitment, Status, StatusEntry
from ui.commitments.detail.parts import button, card, empty, heading, plain, quiet, row
from ui.commitments.names import Names
from ui.context import Context
from ui.widgets.entry_form import EntryForm


class History(QWidget):
    """The entries of one commitment, newest first; the newest can be taken back."""

    entered = Signal(object)  # the fields of a new entry, as a dict
    taken_back = Signal(str)  # the uid of the entry
    passage_wanted = Signal(str)
    closed = Signal()  # the form is gone, and what stood below it has moved up

    def __init__(self, context: Context, names: Names) -> None:
        super().__init__()
        self._context = context
        self._names = names
        self._shown: tuple[StatusEntry, ...] = ()
        _ = context.gettext
        self.adding = button(context, _("Add a status entry"), "add", self.open_form)
        self._form = EntryForm(context)
        self._form.hide()
        self._form.entered.connect(self._entered)
        self._form.left.connect(self._close_form)
        self._entries = QVBoxLayout()
        self._entries.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row(heading(_("Where it stands")), self.adding, stretch=0))
        column.addWidget(self._form)
        column.addLayout(self._entries)
        self.adding.setEnabled(not context.session.read_only)

    def show_commitment(self, commitment: Commitment, entries: tuple[StatusEntry, ...]) -> None:
        """Show the entries of a commitment."""
        self._form.offer(commitment)
        self._shown = entries
        self.rebuild()

    def rebuild(self) -> None:
        """Show them anew."""
        empty(self._entries)
        newest = max(self._shown, key=lambda e: (e.recorded, e.uid), default=None)
        for entry in sorted(self._shown, key=_by_day, reverse=True):
            self._entries.addWidget(self._card(entry, last=entry is newest))
        if not self._shown:
            words = self._context.speech.wording.status(Status.UNKNOWN)
            self._entries.addWidget(quiet(words))

    def open_form(self) -> None:
        """Have a new entry typed: Enter takes it, Escape leaves it."""
        self._form.show()
        self._form.begin()

    def _close_form(self) -> None:
        self._form.hide()
        self.adding.setFocus()
        self.closed.emit()

    def _entered(self, details: object) -> None:
        self._close_form()
        self.entered.emit(details)

    def _card(self, entry: StatusEntry, *, last: bool) -> QFrame:
        _, speech = self._context.gettext, self._context.speech
        frame, column = card()
        party = self._names.of_parties([entry.party or ""])
        day = speech.gettext("as of {day}").format(day=speech.day(entry.as_of))
        head = plain(speech.wording.status(entry.status))
        head.setProperty("role", "heading")
        widgets: list[QWidget] = [head, quiet(" · ".join((*party, day)))]
        if entry.anchor is not None:
            passage = entry.anchor.passage
            widgets.append(
                button(
                    self._context,
                    _("Go to the evidence as of {day}").format(day=speech.day(entry.as_of)),
                    "sources",
                    lambda: self.passage_wanted.emit(passage),
                    bare=True,
                )
            )
        if last and not self._context.session.read_only:
            uid = entry.uid
            words = _("Take this entry back")
            back = button(
                self._context, words, "undo", lambda: self.taken_back.emit(uid), bare=True
            )
            widgets.append(back)
        column.addLayout(row(*widgets, stretch=1))
        if entry.evidence:
            column.addWidget(plain(entry.evidence))
        if entry.url:
            column.addWidget(plain(entry.url))
        return frame


def _by_day(entry: StatusEntry) -> tuple[date, str, str]:
    return entry.as_of, entry.recorded, entry.uid
