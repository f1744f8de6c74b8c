"""The middle column: what is new, the charts, or the first steps in a book without commitments."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from briefing.edits import Edit
from briefing.store.overview import Overview
from briefing.things import Commitment, Source, StatusEntry, Topic
from ui.clock import today
from ui.context import Context
from ui.overview.charts import Charts
from ui.overview.lately import Lately
from ui.places import Place, Room
from ui.widgets.empty import EmptyPanel
from ui.widgets.follower import Follower

_PAUSE = 150
"""Milliseconds after an edit until everything is counted again."""


class Middle(QWidget):
    """Counts when it is seen, if there were edits since."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.lately = Lately(context)
        self._charts = Charts(context)
        self._charts.counted.connect(self._on_counted)
        self._empty = EmptyPanel("", "")
        self._step = self._empty.add_button("")
        self._step.clicked.connect(self._take_step)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._charts)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(12)
        column.addWidget(self.lately)
        column.addWidget(self._stack, stretch=1)
        self.setMinimumWidth(360)
        context.session.edited.connect(self._on_edited)
        kinds = (Commitment, StatusEntry, Topic)
        follower = Follower(context.session, self, *kinds, pause=_PAUSE)
        follower.due.connect(self._charts.count)
        follower.touch()

    def _on_counted(self, overview: Overview) -> None:
        self.lately.show_dues(overview.dues, today())
        self._stack.setCurrentWidget(self._charts if overview.counts else self._empty)
        if not overview.counts:
            self._say_first_steps()

    def _on_edited(self, edit: Edit) -> None:
        if edit.touches(Source) and self._stack.currentWidget() is self._empty:
            self._say_first_steps()

    def _say_first_steps(self) -> None:
        _ = self._context.gettext
        if self._context.session.store.count(Source):
            self._empty.say(
                _("No commitments yet"),
                _("Read the sources, and accept what was promised: A accepts, X rejects."),
            )
            self._step.setText(_("Read the sources"))
        else:
            self._empty.say(
                _("Begin with a source"),
                _(
                    "Drop a communiqué, a joint statement or a roadmap on the window: a Word file,"
                    " a web page, a PDF or plain text. What it promises is found, and you decide."
                ),
            )
            self._step.setText(_("Import sources…"))

    def _take_step(self) -> None:
        context = self._context
        begins = not context.session.store.count(Source)
        context.places.go(Place(Room.SOURCES))
        if begins:
            for spec, action in context.actions.all():
                if spec.id == "source.import":
                    action.trigger()
