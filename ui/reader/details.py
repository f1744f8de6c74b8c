"""What the card says of a candidate or commitment, edited in place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from briefing.edits import Edit
from briefing.things import (
    NO_DEADLINE,
    Candidate,
    Commitment,
    Deadline,
    Firmness,
    Party,
    Topic,
)
from ui.context import Context
from ui.names import name_of
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.choices import party_choices, topic_choices
from ui.widgets.chooser import Chooser
from ui.widgets.deadline_field import DeadlineField
from ui.widgets.fields import LinesField
from ui.widgets.form import Form

_MOST_LINES = 8
Subject: TypeAlias = Candidate | Commitment


class Details(QWidget):
    """Fields for one subject. It says what was chosen; whoever owns it changes the book."""

    chosen = Signal(str, object)  # the name of a field, and its value
    typed = Signal(str, object)
    """As `chosen`, of words: what follows soon belongs to the same step."""
    topic_chosen = Signal(str)
    topic_wanted = Signal(str)
    party_wanted = Signal(str, str)  # the name of a field, and the words

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._subject: Subject | None = None
        _ = context.gettext
        self._action = ActionField(context.session)
        self._action.setAccessibleName(_("Words of the commitment"))
        self.topic = Chooser(context, _("Topic"), single=True, addable=True)
        self._proposed = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._proposed.setProperty("role", "quiet")
        self.promisors = Chooser(context, _("Who promises"), addable=True)
        self.promisees = Chooser(context, _("To whom"), addable=True)
        self.delegate = Chooser(context, _("Through whom"), single=True, addable=True)
        self._deadline = DeadlineField(context)
        self._firmness = ChoiceBox()
        self._firmness.setAccessibleName(_("How firmly it is worded"))
        self._firmness.setEnabled(not context.session.read_only)
        for firmness in Firmness:
            self._firmness.addItem(name_of(firmness, _), firmness)
        self._form = Form(self)
        self._set_out()
        self._listen()
        for _step in self._read_choices():
            pass
        context.session.edited.connect(self._on_edited)

    def show_subject(
        self,
        subject: Subject | None,
        topics: Sequence[str],
        proposed: str = "",
        *,
        deadline_said: bool = True,
    ) -> None:
        """Show a candidate or a commitment, its topics, and the one that its section proposes.

        The words of its deadline are shown if they were `deadline_said` by the source.
        """
        self._subject = subject
        self.setEnabled(subject is not None)
        self._form.setRowVisible(self._action, isinstance(subject, Commitment))
        self._form.setRowVisible(self._proposed, bool(proposed) and not topics)
        words = self._context.gettext("Its section proposes “{topic}”")
        self._proposed.setText(words.format(topic=proposed))
        if subject is None:
            for chooser in self._choosers():
                chooser.set_chosen(())
            self.topic.set_chosen(())
            self._deadline.show_deadline(NO_DEADLINE)
            return
        if isinstance(subject, Commitment):
            self._action.show_lines((subject.action,))
        self.topic.set_chosen(topics[:1])
        self.promisors.set_chosen(subject.promisors)
        self.promisees.set_chosen(subject.promisees)
        self.delegate.set_chosen((subject.delegate,) if subject.delegate else ())
        self._deadline.show_deadline(subject.deadline, subject.uid, said=deadline_said)
        self._firmness.setCurrentIndex(self._firmness.findData(subject.firmness))

    def edit(self) -> None:
        """Put the focus into the first field."""
        first = self._action if isinstance(self._subject, Commitment) else self.topic
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take_typed(self) -> None:
        """Choose the names that are typed and not chosen yet."""
        for chooser in (self.topic, *self._choosers()):
            chooser.take()

    def _choosers(self) -> tuple[Chooser, Chooser, Chooser]:
        return self.promisors, self.promisees, self.delegate

    def _set_out(self) -> None:
        _ = self._context.gettext
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setVerticalSpacing(6)
        self._form.setRowWrapPolicy(Form.RowWrapPolicy.DontWrapRows)
        self._form.setFieldGrowthPolicy(Form.FieldGrowthPolicy.ExpandingFieldsGrow)
        for words, field in (
            (_("Words"), self._action),
            (_("Topic"), self.topic),
            (_("Promisor"), self.promisors),
            (_("Promisee"), self.promisees),
            (_("Through"), self.delegate),
            (_("Deadline"), self._deadline),
            (_("Firmness"), self._firmness),
        ):
            label = QLabel(words)
            label.setProperty("role", "quiet")
            label.setBuddy(field)
            self._form.addRow(label, field)
            if field is self.topic:
                self._form.addRow("", self._proposed)

    def _listen(self) -> None:
        self._action.written.connect(self._on_action)
        self._deadline.written.connect(self._on_deadline)
        self._firmness.activated.connect(self._on_firmness)
        self.topic.chosen_changed.connect(self._on_topic)
        self.topic.new_wanted.connect(self.topic_wanted)
        for name, chooser in zip(
            ("promisors", "promisees", "delegate"), self._choosers(), strict=True
        ):
            chooser.setObjectName(name)
            chooser.chosen_changed.connect(self._on_parties)
            chooser.new_wanted.connect(self._on_party_wanted)

    def _read_choices(self) -> Iterator[None]:
        store = self._context.session.store
        parties = party_choices(store.all(Party))
        yield
        for chooser in self._choosers():
            chooser.set_choices(parties)
        yield
        self.topic.set_choices(topic_choices(store.all(Topic)))

    # News

    def _on_edited(self, edit: Edit) -> None:
        if edit.touches(Party, Topic):
            self._context.session.in_turns(self._read_choices())

    def _on_action(self, lines: tuple[str, ...]) -> None:
        if lines:
            self.typed.emit("action", " ".join(lines))

    def _on_deadline(self, deadline: Deadline) -> None:
        self.typed.emit("deadline", deadline)

    def _on_firmness(self, place: int) -> None:
        self.chosen.emit("firmness", Firmness(self._firmness.itemData(place)))

    def _on_topic(self, uids: tuple[str, ...]) -> None:
        self.topic_chosen.emit(next(iter(uids), ""))

    def _on_parties(self, uids: tuple[str, ...]) -> None:
        name = self.sender().objectName()
        self.chosen.emit(name, next(iter(uids), None) if name == "delegate" else uids)

    def _on_party_wanted(self, words: str) -> None:
        self.party_wanted.emit(self.sender().objectName(), words)


class ActionField(LinesField):
    """The words of a commitment, which wrap; as high as they need to be."""

    @override
    def sizeHint(self) -> QSize:
        lines = min(max(round(self.document().size().height()), 2), _MOST_LINES)
        frame = int(2 * self.document().documentMargin()) + 2 * self.frameWidth() + 4
        return QSize(160, lines * self.fontMetrics().lineSpacing() + frame)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
