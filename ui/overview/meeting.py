"""What the book is for, edited in place."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from briefing.edits import Edit, EditName, thing_of
from briefing.operations import books, parties
from briefing.things import Meeting, Party, PartyKind
from ui.context import Context
from ui.doing import attempt
from ui.overview.form import Form
from ui.widgets.choices import party_choices
from ui.widgets.chooser import Chooser
from ui.widgets.day_field import DayField
from ui.widgets.fields import LinesField


class MeetingForm(Form):
    """The meeting: when, where, with whom."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, books.change_meeting, parent)
        _ = context.gettext
        self._words = {
            name: self.add_words(name, label)
            for name, label in (("occasion", _("Occasion")), ("place", _("Place")))
        }
        self._starts = self._day("starts", _("Starts"))
        self._ends = self._day("ends", _("Ends"))
        self._ends.near = lambda: self._meeting().starts
        self._words["principal"] = self.add_words("principal", _("Principal"))
        self._counterparts = LinesField(context.session)
        self._counterparts.setPlaceholderText(_("Name and office, one a line"))
        self._counterparts.written.connect(self._on_counterparts)
        self.add_row("counterparts", _("Counterparts"), self._counterparts)
        self._parties = Chooser(context, _("They speak for"), addable=True)
        self._parties.chosen_changed.connect(self._on_parties)
        self._parties.new_wanted.connect(self._on_new_party)
        self.add_row("parties", _("They speak for"), self._parties, line=self._parties.line)
        self._words["language"] = self.add_words("language", _("Language"))
        self._words["press"] = self.add_words("press", _("Press"))
        context.session.edited.connect(self._on_edited)
        self._show_parties()
        self._show()

    def _day(self, name: str, label: str) -> DayField:
        field = DayField(self.context, moment=True)
        field.setObjectName(name)
        field.written.connect(self._on_words)
        self.add_row(name, label, field, line=field.line)
        field.set_name(label)
        return field

    def _meeting(self) -> Meeting:
        return next(iter(self.context.session.store.all(Meeting)), Meeting(uid=""))

    def _on_edited(self, edit: Edit) -> None:
        if edit.touches(Party):
            self._show_parties()
        if edit.touches(Meeting):
            self._show()

    def _show_parties(self) -> None:
        self._parties.set_choices(party_choices(self.context.session.store.all(Party)))

    def _show(self) -> None:
        meeting = self._meeting()
        for name, field in self._words.items():
            field.show_words(getattr(meeting, name))
        self._starts.show_day(meeting.starts)
        self._ends.show_day(meeting.ends)
        early = self.context.gettext("⚠ This is before the meeting starts.")
        self._ends.doubt(early if meeting.ends_early else "")
        self._counterparts.show_lines(meeting.counterparts)
        self._parties.set_chosen(meeting.parties)

    def _on_counterparts(self, lines: tuple[str, ...]) -> None:
        self.write("counterparts", lines)

    def _on_parties(self, uids: tuple[str, ...]) -> None:
        self.write("parties", uids)

    def _on_new_party(self, words: str) -> None:
        attempt(self.context, partial(self._with_new_party, words))

    def _with_new_party(self, words: str) -> Edit:
        store = self.context.session.store
        code = f"body:{'-'.join(words.casefold().split())}"
        added = parties.add_party(store, code, words, kind=PartyKind.ORGANISATION)
        chosen = (*self._parties.chosen, thing_of(added.changes[0]).uid)
        change = books.change_meeting(store, parties=chosen)
        return Edit(EditName.CHANGE_MEETING, (*added.changes, *change.changes), words)
