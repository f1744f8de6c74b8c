"""What a commitment is: its words, parties, topics, deadline and follow-up, each a field."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCompleter, QVBoxLayout, QWidget
from typing_extensions import override

from briefing.things import Commitment, Deadline, Firmness, Kind
from ui.commitments.names import Names
from ui.context import Context
from ui.names import name_of
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.choices import party_choices, topic_choices
from ui.widgets.chooser import Chooser
from ui.widgets.deadline_field import DeadlineField
from ui.widgets.fields import TextField, WordsField
from ui.widgets.form import Form

_LEAST_CHOICE = 100
"""Pixels: in a narrow column a long word is shortened before the field reaches out of it."""


class Particulars(QWidget):
    """The fields of one commitment. What is changed is told; the pane makes the edit."""

    changed = Signal(object)  # the fields and their new values, as a dict
    written = Signal(object)  # the same, of typed text
    party_wanted = Signal(str, str)  # (the name of a new party, the field that it goes into)
    topic_wanted = Signal(str)

    def __init__(self, context: Context, names: Names) -> None:
        super().__init__()
        self._context = context
        self._names = names
        _, session = context.gettext, context.session
        self.action = TextField(context.session, _("Commitment"))
        self.action.setFont(context.look.reading_font(-1))
        self.promisors = self._chooser("promisors", _("Promised by"))
        self.promisees = self._chooser("promisees", _("Promised to"))
        self.delegate = self._chooser("delegate", _("Through"), single=True)
        self.topics = self._chooser("topics", _("Topics"))
        self.kind = Choice(Kind, context)
        self.firmness = Choice(Firmness, context)
        self.deadline = DeadlineField(context, editable_words=True)
        self.lead = WordsField(session)
        self.lead.setPlaceholderText(_("Who follows it up on our side"))
        self._leads = QStringListModel(self)
        completer = QCompleter(self._leads, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.lead.setCompleter(completer)
        self.next_step = TextField(context.session, _("Next step"))
        self._lay_out()
        self._connect()
        self._offer()

    def _chooser(self, field: str, name: str, *, single: bool = False) -> Chooser:
        chooser = Chooser(self._context, name, single=single, addable=True)
        chooser.setObjectName(field)
        chooser.chosen_changed.connect(self._chosen)
        chooser.new_wanted.connect(self._new_wanted)
        return chooser

    def _lay_out(self) -> None:
        _ = self._context.gettext
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.action)
        form = Form()
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(4)
        form.setFieldGrowthPolicy(Form.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for words, widget in (
            (_("Promised by"), self.promisors),
            (_("Promised to"), self.promisees),
            (_("Through"), self.delegate),
            (_("Topics"), self.topics),
            (_("Kind"), self.kind),
            (_("Firmness"), self.firmness),
            (_("Deadline"), self.deadline),
            (_("Lead"), self.lead),
            (_("Next step"), self.next_step),
        ):
            form.addRow(words, widget)
        column.addLayout(form)

    def _connect(self) -> None:
        self.action.written.connect(self._action_written)
        self.kind.activated.connect(self._kind_chosen)
        self.firmness.activated.connect(self._firmness_chosen)
        self.deadline.written.connect(self._deadline_written)
        self.lead.written.connect(self._lead_written)
        self.next_step.written.connect(self._next_written)
        self._names.changed.connect(self._offer)
        self._context.look.changed.connect(self._dress)

    def show_commitment(self, commitment: Commitment) -> None:
        """Show a commitment, or a new state of it."""
        self.action.show_text(commitment.action)
        self.promisors.set_chosen(commitment.promisors)
        self.promisees.set_chosen(commitment.promisees)
        self.delegate.set_chosen((commitment.delegate,) if commitment.delegate else ())
        self.topics.set_chosen(commitment.topics)
        self.kind.show_value(commitment.kind)
        self.firmness.show_value(commitment.firmness)
        self.deadline.show_deadline(commitment.deadline, commitment.uid)
        self.lead.show_words(commitment.lead)
        self.next_step.show_text(commitment.next_step)

    def _offer(self) -> None:
        parties = party_choices(list(self._names.parties.values()))
        for chooser in (self.promisors, self.promisees, self.delegate):
            chooser.set_choices(parties)
        self.topics.set_choices(topic_choices(list(self._names.topics.values())))

    def offer_leads(self, leads: Iterable[str]) -> None:
        """Offer who follows up others, so that one desk is written in one way."""
        self._leads.setStringList(sorted(filter(None, leads), key=str.casefold))

    def _dress(self) -> None:
        self.action.setFont(self._context.look.reading_font(-1))

    # What was changed

    def _chosen(self, uids: tuple[str, ...]) -> None:
        field = self.sender().objectName()
        value: Any = (uids[0] if uids else None) if field == "delegate" else uids
        self.changed.emit({field: value})

    def _new_wanted(self, words: str) -> None:
        field = self.sender().objectName()
        if field == "topics":
            self.topic_wanted.emit(words)
        else:
            self.party_wanted.emit(words, field)

    def _kind_chosen(self, place: int) -> None:
        self.changed.emit({"kind": Kind(self.kind.itemData(place))})

    def _firmness_chosen(self, place: int) -> None:
        self.changed.emit({"firmness": Firmness(self.firmness.itemData(place))})

    def _deadline_written(self, deadline: Deadline) -> None:
        self.written.emit({"deadline": deadline})

    def _action_written(self, text: str) -> None:
        if text.strip():
            self.written.emit({"action": " ".join(text.split())})

    def _lead_written(self, text: str) -> None:
        self.written.emit({"lead": text})

    def _next_written(self, text: str) -> None:
        self.written.emit({"next_step": text.strip()})


class Choice(ChoiceBox):
    """One word of an enumeration; a wheel that scrolls the pane does not change it."""

    def __init__(self, kind: Any, context: Context) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(_LEAST_CHOICE)
        self.setEnabled(not context.session.read_only)
        for value in kind:
            self.addItem(name_of(value, context.gettext), value)

    def show_value(self, value: Any) -> None:
        """Show what the book has."""
        self.setCurrentIndex(self.findData(value))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
