"""The readiness list: what is not ready, gravest first, each one step from its place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from briefing.checking import Fault
from ui.actions import bare
from ui.context import Context
from ui.faults import check_title, fault_sentence, place_of
from ui.overview.check_model import CheckModel
from ui.overview.check_view import CheckView
from ui.overview.fault_card import FaultCard
from ui.overview.remedies import Healer, remedies_of
from ui.places import Place, Room
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.empty import EmptyPanel

_DEEDS = {"cut-quote": "reader.repair"}
"""Actions that mend faults of a check at their place."""


class CheckPane(QWidget):
    """The list, a filter by kind above it, and below it what can be done about the chosen ones."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = context.gettext
        self._context = context
        self._readiness = context.readiness
        self._healer = Healer(context)
        self._title = QLabel(_("Readiness"))
        self._title.setProperty("role", "title")
        self._filter = ChoiceBox()
        self._filter.setAccessibleName(_("Kinds of faults shown"))
        self._model = CheckModel(context.speech, context.look, self)
        self._view = CheckView(self._model)
        self._view.setAccessibleName(_("Readiness list"))
        self._empty = EmptyPanel("", "")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._view)
        self._card = FaultCard(context, self._healer)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addLayout(self._kinds())
        column.addWidget(self._stack, stretch=1)
        column.addWidget(self._card)
        self.setMinimumWidth(280)
        self._readiness.changed.connect(self._show)
        self._readiness.failed.connect(context.notices.trouble)
        self._filter.activated.connect(self._show)
        self._view.went.connect(self.go)
        self._card.went.connect(self.go)
        self._card.left.connect(self.take_focus)
        self._view.menu_wanted.connect(self._menu)
        self._view.current_changed.connect(self._show_chosen)
        self._show()

    def _kinds(self) -> QHBoxLayout:
        """The filter behind its label; some screen readers know a list by its label alone."""
        self._filter_label = QLabel(self._context.gettext("Show"))
        self._filter_label.setBuddy(self._filter)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._filter_label)
        row.addWidget(self._filter, stretch=1)
        return row

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._readiness.start()

    def go(self, fault: Fault) -> None:
        """Go to where a fault can be mended, with what is wrong and a remedy in sight there."""
        place = place_of(fault, self._context.session.store)
        self._context.places.go(place)
        if place.room is Room.OVERVIEW:
            return
        self._context.notices.remind(
            fault_sentence(fault, self._context.speech), *self._at_hand(fault)
        )

    def _at_hand(self, fault: Fault) -> tuple[str, Callable[[], object]]:
        """What can be done about a fault at its place, or else the way back."""
        _ = self._context.gettext
        if fault.check in _DEEDS:
            action = self._context.actions[_DEEDS[fault.check]]
            return bare(action.text()), action.trigger
        if found := remedies_of([fault]):
            return _(found[0].words), partial(self._healer.apply, found[0], [fault])
        return _("Back to the list"), partial(self._context.places.go, Place(Room.OVERVIEW))

    def take_focus(self) -> None:
        """Put the cursor into the list."""
        self._view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self._view.currentIndex().isValid():
            self._view.setCurrentIndex(self._model.index(0, 0))

    def _show(self) -> None:
        self._show_kinds()
        check = self._filter.currentData() or ""
        self._model.show_batches(self._readiness.batches, check)
        found = self._model.rowCount() > 0
        self._stack.setCurrentWidget(self._view if found else self._empty)
        self._filter.setVisible(found)
        self._filter_label.setVisible(found)
        self._card.setVisible(found)
        if not found:
            self._say_why_empty()
        self._show_chosen()

    def _say_why_empty(self) -> None:
        _ = self._context.gettext
        if self._readiness.known:
            self._empty.say(_("✓ Ready to print"), _("The check has found nothing to mend."))
        else:
            self._empty.say("", _("The book is being checked."))

    def _show_kinds(self) -> None:
        """The kinds that there are, the chosen one kept, even if it has been mended."""
        _, speech = self._context.gettext, self._context.speech
        chosen = self._filter.currentData() or ""
        self._filter.clear()
        self._filter.addItem(_("All kinds"), "")
        counts = {batch.check: len(batch) for batch in self._readiness.batches}
        if chosen and chosen not in counts:
            chosen = ""
        for check, count in counts.items():
            words = _("{title} ({count})").format(
                title=check_title(check, _), count=speech.number(count)
            )
            self._filter.addItem(words, check)
        self._filter.setCurrentIndex(max(self._filter.findData(chosen), 0))

    def _show_chosen(self) -> None:
        self._card.show_faults(self._view.chosen())

    def _menu(self, where: QPoint) -> None:
        faults = self._view.chosen()
        menu = QMenu(self)
        if len(faults) == 1:
            menu.addAction(self._context.gettext("Go there"), partial(self.go, faults[0]))
            menu.addSeparator()
        for remedy in remedies_of(faults):
            action = menu.addAction(self._context.gettext(remedy.words))
            action.triggered.connect(partial(self._healer.apply, remedy, faults))
            action.setEnabled(not self._context.session.read_only)
        menu.aboutToHide.connect(menu.deleteLater)
        if not menu.isEmpty():
            menu.popup(where)
