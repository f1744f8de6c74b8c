"""What a commitment is: its words, parties, topics, deadline and follow-up, each a field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from briefing.things import Commitment, Deadline, DeadlineKind, Firmness, Kind
from ui.commitments.detail.chips import ChipsField
from ui.commitments.detail.typed import TypedLine, TypedText
from ui.commitments.names import Names
from ui.context import Context
from ui.names import name_of


class Particulars(QWidget):
    """The fields of one commitment. What is changed is told; the pane makes the edit."""

    changed = Signal(object)  # the fields and their new values, as a dict
    written = Signal(object)  # the same, of typed text
    unknown_party = Signal(str, str)  # (the name that was typed, the field)
    unknown_topic = Signal(str)

    def __init__(self, context: Context, names: Names) -> None:
        super().__init__()
        self._context = context
        self._names = names
        _ = context.gettext
        self.action = TypedText(_("Commitment"))
        self.action.setFont(context.look.reading_font(-1))
        self._promisors = ChipsField(context, _("Promised by"))
        self._promisees = ChipsField(context, _("Promised to"))
        self._delegate = ChipsField(context, _("Through"), single=True)
        self._topics = ChipsField(context, _("Topics"))
        self._kind = _choice(Kind, _("Kind"), context)
        self._firmness = _choice(Firmness, _("Firmness"), context)
        self._deadline = _DeadlineField(context)
        self._lead = TypedLine(_("Lead"))
        self._lead.setPlaceholderText(_("Who follows it up on our side"))
        self._next = TypedText(_("Next step"))
        self._lay_out()
        self._connect()
        self._offer()

    def _lay_out(self) -> None:
        _ = self._context.gettext
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.action)
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(4)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        for words, widget in (
            (_("Promised by"), self._promisors),
            (_("Promised to"), self._promisees),
            (_("Through"), self._delegate),
            (_("Topics"), self._topics),
        ):
            form.addRow(words, widget)
        form.addRow(_("Kind"), self._kind)
        form.addRow(_("Firmness"), self._firmness)
        form.addRow(_("Deadline"), self._deadline)
        form.addRow(_("Lead"), self._lead)
        form.addRow(_("Next step"), self._next)
        column.addLayout(form)

    def _connect(self) -> None:
        self.action.written.connect(self._action_written)
        for name, chips in (
            ("promisors", self._promisors),
            ("promisees", self._promisees),
            ("topics", self._topics),
        ):
            chips.setObjectName(name)
            chips.changed.connect(self._several_changed)
        self._delegate.changed.connect(self._delegate_changed)
        self._delegate.setObjectName("delegate")
        for chips in (self._promisors, self._promisees, self._delegate):
            chips.unknown.connect(self._party_unknown)
        self._topics.unknown.connect(self.unknown_topic)
        self._kind.activated.connect(self._kind_chosen)
        self._firmness.activated.connect(self._firmness_chosen)
        self._deadline.changed.connect(self._deadline_changed)
        self._lead.written.connect(self._lead_written)
        self._next.written.connect(self._next_written)
        self._names.changed.connect(self._offer)
        self._context.look.changed.connect(self._dress)

    def show_commitment(self, commitment: Commitment) -> None:
        """Show a commitment, or a new state of it."""
        self.action.show_text(commitment.action)
        self._promisors.show_uids(commitment.promisors)
        self._promisees.show_uids(commitment.promisees)
        self._delegate.show_uids((commitment.delegate,) if commitment.delegate else ())
        self._topics.show_uids(commitment.topics)
        self._kind.setCurrentIndex(self._kind.findData(commitment.kind))
        self._firmness.setCurrentIndex(self._firmness.findData(commitment.firmness))
        self._deadline.show_deadline(commitment.deadline)
        self._lead.show_text(commitment.lead)
        self._next.show_text(commitment.next_step)

    def flush(self) -> None:
        """Tell everything that was typed and not told."""
        for field in (self.action, self._lead, self._next, self._deadline):
            field.flush()

    def _offer(self) -> None:
        parties = {uid: party.name for uid, party in self._names.parties.items()}
        other = {
            name: uid
            for uid, party in self._names.parties.items()
            for name in (party.code, *party.names)
        }
        for chips in (self._promisors, self._promisees, self._delegate):
            chips.offer(parties, other)
        self._topics.offer({uid: topic.name for uid, topic in self._names.topics.items()})

    def _dress(self) -> None:
        self.action.setFont(self._context.look.reading_font(-1))

    # What was changed

    def _several_changed(self, uids: tuple[str, ...]) -> None:
        self.changed.emit({self.sender().objectName(): uids})

    def _delegate_changed(self, uids: tuple[str, ...]) -> None:
        self.changed.emit({"delegate": uids[0] if uids else None})

    def _party_unknown(self, name: str) -> None:
        self.unknown_party.emit(name, self.sender().objectName())

    def _kind_chosen(self, place: int) -> None:
        self.changed.emit({"kind": Kind(self._kind.itemData(place))})

    def _firmness_chosen(self, place: int) -> None:
        self.changed.emit({"firmness": Firmness(self._firmness.itemData(place))})

    def _deadline_changed(self, deadline: Deadline) -> None:
        self.changed.emit({"deadline": deadline})

    def _action_written(self, text: str) -> None:
        if text.strip():
            self.written.emit({"action": " ".join(text.split())})

    def _lead_written(self, text: str) -> None:
        self.written.emit({"lead": text.strip()})

    def _next_written(self, text: str) -> None:
        self.written.emit({"next_step": text.strip()})


class _DeadlineField(QWidget):
    """The kind of a deadline, its value, and the words of the source."""

    changed = Signal(object)  # a Deadline

    def __init__(self, context: Context) -> None:
        super().__init__()
        _ = context.gettext
        self._context = context
        self._shown = Deadline()
        self._kind = _choice(DeadlineKind, _("Kind of deadline"), context)
        self._value = TypedLine(_("Value of the deadline"))
        self._text = TypedLine(_("Deadline in the words of the source"))
        self._text.setPlaceholderText(_("In the words of the source"))
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self._kind)
        line.addWidget(self._value, stretch=1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self._text)
        self._kind.activated.connect(self._told)
        self._value.written.connect(self._told)
        self._text.written.connect(self._told)
        self.setFocusProxy(self._kind)

    def show_deadline(self, deadline: Deadline) -> None:
        """Show a deadline."""
        self._shown = deadline
        self._kind.setCurrentIndex(self._kind.findData(deadline.kind))
        self._value.show_text(deadline.value)
        self._text.show_text(deadline.text)
        self._settle(deadline.kind)

    def flush(self) -> None:
        """Tell what was typed."""
        self._value.flush()
        self._text.flush()

    def _told(self) -> None:
        kind = DeadlineKind(self._kind.currentData())
        deadline = Deadline(
            kind=kind,
            value="" if kind is DeadlineKind.NONE else self._value.text().strip(),
            text=self._text.text().strip(),
        )
        self._settle(kind)
        if deadline != self._shown:
            self._shown = deadline
            self.changed.emit(deadline)

    def _settle(self, kind: DeadlineKind) -> None:
        _ = self._context.gettext
        self._value.setVisible(kind not in {DeadlineKind.NONE, DeadlineKind.VAGUE})
        self._value.setPlaceholderText(
            {
                DeadlineKind.DATE: _("2030, 2030-06 or 2030-06-30"),
                DeadlineKind.RANGE: _("2027/2030"),
                DeadlineKind.EVENT: _("The event"),
                DeadlineKind.DURATION: _("How long"),
                DeadlineKind.RECURRING: _("How often"),
            }.get(kind, "")
        )


def _choice(kind: Any, name: str, context: Context) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    words: Callable[[Any], str] = lambda value: name_of(value, context.gettext)  # noqa: E731
    for value in kind:
        box.addItem(words(value), value)
    box.wheelEvent = _leave_wheel  # type: ignore[method-assign]
    return box


def _leave_wheel(event: Any) -> None:
    """A wheel that scrolls the pane must not change a value under it."""
    event.ignore()
