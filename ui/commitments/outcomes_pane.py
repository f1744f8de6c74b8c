"""What came of the meeting, entered point by point."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QLabel,
    QListView,
    QWidget,
)
from typing_extensions import override

from briefing.edits import Edit
from briefing.operations.annotations import add_outcome, remove_outcome
from briefing.operations.outcomes import Follows, Point, record_outcome
from briefing.things import (
    Commitment,
    Insert,
    Note,
    Outcome,
    Raised,
    Section,
    StatusEntry,
    Tab,
)
from ui.commitments.detail.parts import button, row
from ui.commitments.outcome_form import OutcomeForm
from ui.commitments.point_delegate import TwoLines
from ui.commitments.point_model import PointModel
from ui.commitments.side_pane import SidePane
from ui.context import Context
from ui.doing import attempt, attempt_on


class OutcomesPane(SidePane):
    """The points above, and below them what came of the one that is chosen."""

    looked_at = Signal(str)  # the commitment that the point is about

    def __init__(self, context: Context) -> None:
        _ = context.gettext
        super().__init__(
            context,
            _("Outcomes of the meeting"),
            _(
                "The points that notes make, one by one. What you enter becomes a status entry or"
                " a commitment in one step."
            ),
        )
        self.model = PointModel(context, self)
        self.list = QListView()
        self.list.setAccessibleName(_("Points"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(TwoLines(context, self.list))
        self.list.setUniformItemSizes(True)
        self.form = OutcomeForm(context)
        self._count = QLabel()
        self._count.setProperty("role", "quiet")
        other = button(context, _("Another point"), "add", self.another)
        self.column.addLayout(row(self._count, other, stretch=0))
        self.column.addWidget(self.list, stretch=1)
        self.column.addWidget(self.form)
        self._rest = QWidget()  # takes the room of the list while there is no point
        self.column.addWidget(self._rest, stretch=1)
        self.list.selectionModel().currentChanged.connect(self._current_changed)
        self.form.entered.connect(self._entered)
        self.form.about_changed.connect(self.looked_at)
        self.form.taken_back.connect(self._taken_back)
        self._stale = True
        context.session.edited.connect(self._on_edited)

    @override
    def enter(self) -> None:
        if self._stale:
            self._reread(None)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_outcome(self, uid: str) -> None:
        """Go to the point of an outcome."""
        outcome = self.context.session.store.find(Outcome, uid)
        place = self.model.place_of(outcome) if outcome else -1
        if place >= 0:
            self.list.setCurrentIndex(self.model.index(place))

    def _on_edited(self, edit: Edit) -> None:
        if not edit.touches(Outcome, Note, Section, Insert, Commitment, StatusEntry, Tab):
            return
        self._stale = True
        if self.isVisible():
            at = self.list.currentIndex().row()
            self._reread(self.model.line(at).point if at >= 0 else None)

    def _reread(self, kept: Point | None) -> None:
        self._stale = False
        self.model.reread()
        place = self.model.row_of(kept) if kept else 0
        if self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(max(place, 0)))
        some = self.model.rowCount() > 0
        self._count.setText(self._counted() if some else self._how_to_begin())
        self.list.setVisible(some)
        self._rest.setVisible(not some)
        self.form.setVisible(some)

    def _counted(self) -> str:
        speech = self.context.speech
        return self.context.gettext("{entered} of {all} entered").format(
            entered=speech.number(self.model.entered),
            all=speech.number(self.model.rowCount()),
        )

    def _how_to_begin(self) -> str:
        return self.context.gettext("No note makes a point yet. Add one that came up.")

    def _current_changed(self) -> None:
        at = self.list.currentIndex().row()
        if at >= 0:
            self.form.show_line(self.model.line(at))
            self.looked_at.emit(self.form.about.uid or "")

    def _entered(self, outcome: Outcome, follows: Follows) -> None:
        store = self.context.session.store
        if attempt(self.context, partial(record_outcome, store, outcome, follows)) is None:
            return
        at = self.list.currentIndex().row()
        self.list.setCurrentIndex(self.model.index(self.model.next_open(at)))
        self.form.begin()

    def _taken_back(self, uid: str) -> None:
        attempt_on(self.context, Outcome, uid, remove_outcome)

    def another(self) -> None:
        """A point that no note makes."""
        words = self.context.gettext("Another point")
        if attempt(self.context, partial(add_outcome, words, raised=Raised.RAISED)) is None:
            return
        self.list.setCurrentIndex(self.model.index(self.model.rowCount() - 1))
        self.form.begin_words()
