"""Where a commitment stands and stood, and the line that a new status is entered by."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from briefing.things import Commitment, Status, StatusEntry
from ui.clock import now, today
from ui.commitments.detail.parts import button, card, empty, heading, plain, quiet, row
from ui.commitments.names import Names
from ui.context import Context
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.day_field import DayField


class History(QWidget):
    """The entries of one commitment, newest first; the newest can be taken back."""

    entered = Signal(object)  # the fields of a new entry, as a dict
    taken_back = Signal(str)  # the uid of the entry
    passage_wanted = Signal(str)

    def __init__(self, context: Context, names: Names) -> None:
        super().__init__()
        self._context = context
        self._names = names
        self._shown: tuple[StatusEntry, ...] = ()
        _ = context.gettext
        self._add = button(context, _("Add a status entry"), "add", self.open_form)
        self._form = _EntryForm(context, names)
        self._form.hide()
        self._form.entered.connect(self._entered)
        self._form.left.connect(self._close_form)
        self._entries = QVBoxLayout()
        self._entries.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row(heading(_("Where it stands")), self._add, stretch=0))
        column.addWidget(self._form)
        column.addLayout(self._entries)
        self._add.setEnabled(not context.session.read_only)

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
        self._add.setFocus()

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
                    _("Go to the evidence"),
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


class _EntryForm(QFrame):
    """Status, party and day, then the evidence; Enter anywhere takes it."""

    entered = Signal(object)
    left = Signal()

    def __init__(self, context: Context, names: Names) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._names = names
        self._context = context
        _ = context.gettext
        self._status = ChoiceBox()
        self._status.setAccessibleName(_("Status"))
        for status in Status:
            self._status.addItem(context.speech.wording.status(status), status)
        self._party = ChoiceBox()
        self._party.setAccessibleName(_("Party"))
        self._day = DayField(context)
        self._day.line.setAccessibleName(_("As of"))
        self._day.written.connect(self._day_written)
        self._as_of = ""
        self._evidence = QLineEdit()
        self._evidence.setAccessibleName(_("Evidence"))
        self._evidence.setPlaceholderText(_("How we know"))
        self._url = QLineEdit()
        self._url.setAccessibleName(_("Address"))
        self._url.setPlaceholderText(_("https://…"))
        self._take = QPushButton(_("Add"))
        self._take.clicked.connect(self._tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(4)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(_("Status"), self._status)
        form.addRow(_("As of"), self._day)
        form.addRow(_("Party"), self._party)
        form.addRow(_("Evidence"), self._evidence)
        form.addRow(_("Address"), self._url)
        column.addLayout(form)
        last = row(self._take)
        last.insertStretch(0, 1)
        column.addLayout(last)

    def offer(self, commitment: Commitment) -> None:
        """Offer the commitment's parties; everybody together comes first."""
        kept = self._party.currentData()
        self._party.clear()
        self._party.addItem(self._context.gettext("All who promised"), None)
        for uid in (*commitment.promisors, commitment.delegate or ""):
            if uid in self._names.parties:
                self._party.addItem(self._names.parties[uid].name, uid)
        self._party.setCurrentIndex(max(self._party.findData(kept) if kept else 0, 0))

    def begin(self) -> None:
        """Start an entry as of today."""
        self._day_written(today().isoformat())
        self._day.show_day(self._as_of)
        self._evidence.clear()
        self._url.clear()
        self._status.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._tell()
            case Qt.Key.Key_Escape:
                self.left.emit()
            case _:
                super().keyPressEvent(event)

    def _day_written(self, value: str) -> None:
        self._as_of = value or today().isoformat()

    def _tell(self) -> None:
        self._context.session.flush()
        if self._day.trouble:
            self._day.setFocus()
            return
        self.entered.emit(
            {
                "status": Status(self._status.currentData()),
                "party": self._party.currentData(),
                "as_of": date.fromisoformat(self._as_of),
                "evidence": self._evidence.text().strip(),
                "url": self._url.text().strip(),
                "recorded": now(),
            }
        )


def _by_day(entry: StatusEntry) -> tuple[date, str, str]:
    return entry.as_of, entry.recorded, entry.uid
