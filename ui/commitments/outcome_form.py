"""The form for what came of one point of the meeting."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from briefing.operations.outcomes import Follows
from briefing.things import (
    Commitment,
    Note,
    Outcome,
    Raised,
    Status,
)
from briefing.uid import new_uid
from ui.clock import now, today
from ui.commitments.detail.parts import button, row
from ui.commitments.point_model import Line
from ui.context import Context
from ui.names import name_of
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.commitment_chooser import CommitmentChooser
from ui.widgets.fields import LineField
from ui.widgets.form import Form

_OFFERED = 50


class OutcomeForm(QFrame):
    """Whether a point was raised, the reply, where it stands now, and what was promised."""

    entered = Signal(object, object)  # an Outcome, and what follows from it
    taken_back = Signal(str)
    about_changed = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._context = context
        self._line: Line | None = None
        _ = context.gettext
        self._words = LineField()
        self._words.setAccessibleName(_("Point"))
        self._raised = QButtonGroup(self)
        self._buttons: dict[Raised, QRadioButton] = {}
        for number, raised in enumerate(Raised):
            made = QRadioButton(name_of(raised, _))
            self._raised.addButton(made, number)
            self._buttons[raised] = made
        self.about = CommitmentChooser(context, _("About"))
        self.about.chosen.connect(self._about_chosen)
        self.reply = QLineEdit()
        self.reply.setPlaceholderText(_("What the other side answered"))
        self.status = ChoiceBox()
        self.promise = QLineEdit()
        self.promise.setPlaceholderText(_("In your words"))
        self.recorded = QCheckBox(_("Record it as a commitment of theirs"))
        self._take = QPushButton(_("Enter, and on to the next"))
        self._take.clicked.connect(self._tell)
        self._back = button(context, _("Remove this outcome"), "delete", self._take_back)
        self.promise.textChanged.connect(self._settle)
        self._lay_out()
        self.setEnabled(not context.session.read_only)

    def _lay_out(self) -> None:
        _ = self._context.gettext
        choices = row(*self._buttons.values())
        choices.setSpacing(16)
        choices.addStretch(1)
        frame = QWidget()
        frame.setAccessibleName(_("At the meeting"))
        frame.setLayout(choices)
        form = Form()
        form.setHorizontalSpacing(12)
        form.setFieldGrowthPolicy(Form.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(_("Point"), self._words)
        form.addRow(_("About"), self.about)
        form.addRow(_("At the meeting"), frame)
        form.addRow(_("Reply"), self.reply)
        form.addRow(_("Where it stands"), self.status)
        form.addRow(_("New promise"), self.promise)
        form.addRow("", self.recorded)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.addLayout(form)
        last = row(self._back, self._take)
        last.insertStretch(1, 1)
        column.addLayout(last)

    def show_line(self, line: Line) -> None:
        """Show a point with what was entered of it."""
        self._line = line
        outcome = line.outcome
        self._words.setText(line.point.words)
        # What a note says is corrected in the note.
        self._words.setReadOnly(line.point.note is not None)
        self._words.setCursorPosition(0)
        self._buttons[outcome.raised if outcome else Raised.RAISED].setChecked(True)
        self.reply.setText(outcome.reply if outcome else "")
        self.promise.setText(outcome.promise if outcome else "")
        about = outcome.commitment if outcome else line.point.commitment
        self.about.show_uid(about)
        self.about.offer(self._likely(line))
        self._show_statuses(about)
        self.recorded.setChecked(outcome is None or outcome.new_commitment is not None)
        self._back.setVisible(outcome is not None)
        self._settle()

    def _likely(self, line: Line) -> list[Commitment]:
        """The commitments of the note's topic."""
        store = self._context.session.store
        note = store.find(Note, line.point.note)
        topic = note.topic if note else None
        return store.where(Commitment, topics=topic)[:_OFFERED] if topic else []

    def _about_chosen(self, uid: str | None) -> None:
        self._show_statuses(uid)
        self.about_changed.emit(uid or "")

    def _show_statuses(self, uid: str | None) -> None:
        _, wording = self._context.gettext, self._context.speech.wording
        self.status.clear()
        about = uid is not None
        self.status.addItem(
            _("No status entry") if about else _("The point is about no commitment"), None
        )
        if about:
            for status in Status:
                self.status.addItem(wording.status(status), status)
        self.status.setEnabled(about)

    def begin(self) -> None:
        """Have the first thing chosen."""
        button_ = self._raised.checkedButton()
        if button_ is not None:
            button_.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, raised: Raised) -> None:
        """Say whether the point was raised."""
        self._buttons[raised].setChecked(True)

    def begin_words(self) -> None:
        """Have the words of a point typed that no note has."""
        self._words.setFocus(Qt.FocusReason.OtherFocusReason)
        self._words.selectAll()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._tell()
        else:
            super().keyPressEvent(event)

    def _settle(self) -> None:
        done = self._line is not None and self._line.outcome is not None
        kept = done and self._line.outcome.new_commitment is not None  # type: ignore[union-attr]
        self.recorded.setEnabled(bool(self.promise.text().strip()) and not kept)

    def _tell(self) -> None:
        if self._line is None:
            return
        point = self._line.point
        before = self._line.outcome or Outcome(
            uid=new_uid(), point=point.words, note=point.note, commitment=point.commitment
        )
        outcome = replace(
            before,
            point=self._words.text().strip() or point.words,
            commitment=self.about.uid,
            raised=list(Raised)[self._raised.checkedId()],
            reply=self.reply.text().strip(),
            promise=self.promise.text().strip(),
        )
        status = self.status.currentData()
        follows = Follows(
            status=None if status is None else Status(status),
            as_of=today(),
            recorded=now(),
            promised=self.recorded.isChecked(),
        )
        self.entered.emit(outcome, follows)

    def _take_back(self) -> None:
        if self._line is not None and self._line.outcome is not None:
            self.taken_back.emit(self._line.outcome.uid)
