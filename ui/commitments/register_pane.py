"""The middle column: the filter, the table, and what to do with several at once."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from briefing.store import Filter, Grouping, Order
from ui.commitments.detail.parts import button
from ui.commitments.register_model import RegisterModel
from ui.commitments.register_view import RegisterView
from ui.context import Context
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.clear_field import FilterField
from ui.widgets.empty import EmptyPanel

_PAUSE = 120
"""Milliseconds after the last key before the filter is applied."""


class RegisterPane(QWidget):
    """The register with its filter above it."""

    def __init__(
        self, context: Context, model: RegisterModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._model = model
        self.view = RegisterView(context, model)
        self._field = _PatientField(context)
        self._groups = _GroupBox(context)
        self._count = QLabel()
        self._count.setProperty("role", "quiet")
        self._all = QPushButton(context.gettext("Show all"))
        self._all.setAccessibleDescription(context.gettext("Takes the filter away"))
        self._empty = _Empty(context)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        self._foot = QVBoxLayout()
        self._lay_out()
        self._connect()
        self.settle()

    def _lay_out(self) -> None:
        words = self._context.gettext("Columns")
        columns = button(self._context, words, "columns", self._choose_columns, bare=True)
        self._columns = columns
        row = QHBoxLayout()
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(self._field, stretch=1)
        label = QLabel(self._context.gettext("&Group by"))
        label.setBuddy(self._groups)
        row.addWidget(label)
        row.addWidget(self._groups)
        row.addWidget(columns)
        line = QHBoxLayout()
        line.setContentsMargins(12, 0, 8, 4)
        line.addWidget(self._count)
        line.addStretch(1)
        line.addWidget(self._all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addLayout(line)
        column.addWidget(self._stack, stretch=1)
        column.addLayout(self._foot)

    def _connect(self) -> None:
        self._field.typed.connect(self._typed)
        self._field.left.connect(self.view.setFocus)
        self._groups.chosen.connect(self._grouped)
        self._all.clicked.connect(self.show_all)
        self._empty.all_wanted.connect(self.show_all)
        self.view.header.ordered.connect(self._ordered)
        self._model.listed.connect(self.settle)

    def add_foot(self, widget: QWidget) -> None:
        """Put a bar below the table."""
        self._foot.addWidget(widget)

    # Asking

    def filter_by(self, wanted: Filter) -> None:
        """Show what a filter leaves."""
        self._ask(wanted, self._model.order)

    def show_view(self, wanted: Filter, order: Order) -> None:
        """Show what a filter leaves, in another order."""
        self._ask(wanted, order)

    def show_all(self) -> None:
        """Take the filter away."""
        self._ask(Filter(), self._model.order)

    def focus_filter(self) -> None:
        """Have the filter typed."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def _typed(self, words: str) -> None:
        self._ask(replace(self._model.wanted, words=words), self._model.order)

    def _grouped(self, grouping: Grouping | None) -> None:
        self._ask(self._model.wanted, replace(self._model.order, grouping=grouping))

    def _ordered(self, order: Order) -> None:
        self._ask(self._model.wanted, order)

    def _ask(self, wanted: Filter, order: Order) -> None:
        self._context.session.try_flush()
        self._model.ask(wanted, order)

    # Showing

    def settle(self) -> None:
        """Bring what stands around the table up to date with it."""
        model, speech = self._model, self._context.speech
        filtered = model.wanted != Filter()
        there = speech.ngettext("{number} commitment", "{number} commitments", model.total)
        count = there.format(number=speech.number(model.total))
        self._count.setText(" · ".join(filter(None, (count, self._days()))))
        self._all.setVisible(filtered)
        self._field.show_words(model.wanted.words)
        self._groups.show_grouping(model.order.grouping)
        self.view.header.show_order(model.order)
        self._empty.say_why(filtered=filtered)
        self._stack.setCurrentWidget(self.view if model.total else self._empty)

    def _days(self) -> str:
        """The time that the filter asks for, which stands nowhere else."""
        speech, wanted = self._context.speech, self._model.wanted
        first = speech.day(wanted.first_day) if wanted.first_day else ""
        last = speech.day(wanted.last_day) if wanted.last_day else ""
        if first and last:
            return speech.gettext("due from {first} to {last}").format(first=first, last=last)
        if first or last:
            form = speech.gettext("due from {day}") if first else speech.gettext("due by {day}")
            return form.format(day=first or last)
        return ""

    def _choose_columns(self) -> None:
        menu = self.view.header.columns_menu()
        menu.popup(self._columns.mapToGlobal(self._columns.rect().bottomLeft()))


class _PatientField(FilterField):
    """Words to look for; they count soon after the last key."""

    typed = Signal(str)

    def __init__(self, context: Context) -> None:
        _ = context.gettext
        hint = _("Filter by words of the commitment or the source")
        super().__init__(context, _("Filter by words"), hint)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._tell)
        self.textEdited.connect(self._pause.start)
        self.textChanged.connect(self._cleared)
        self.left.connect(self._tell)

    def show_words(self, words: str) -> None:
        """Show what is looked for, unless it is being typed."""
        if self.text() != words and not self._pause.isActive():
            self.setText(words)

    def _cleared(self, text: str) -> None:
        if not text:
            self._pause.start(0)

    def _tell(self) -> None:
        self._pause.stop()
        self.typed.emit(self.text())


class _GroupBox(ChoiceBox):
    """Under which heads rows stand."""

    chosen = Signal(object)  # a Grouping or None

    def __init__(self, context: Context) -> None:
        super().__init__()
        _ = context.gettext
        for grouping, words in (
            (None, _("Nothing")),
            (Grouping.TOPIC, _("Topic")),
            (Grouping.PARTY, _("Party")),
            (Grouping.STATUS, _("Status")),
            (Grouping.DEADLINE, _("Deadline")),
        ):
            self.addItem(words, grouping)
        self.activated.connect(self._activated)

    def show_grouping(self, grouping: Grouping | None) -> None:
        """Show what is chosen."""
        self.setCurrentIndex(0 if grouping is None else self.findData(grouping))

    def _activated(self, place: int) -> None:
        data = self.itemData(place)
        self.chosen.emit(None if data is None else Grouping(data))


class _Empty(EmptyPanel):
    """What to do where there is nothing to show."""

    all_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__("", "")
        self._context = context
        self._all = self.add_button(context.gettext("Show all"))
        self._all.clicked.connect(self.all_wanted)
        self.add_actions([context.actions["room.sources"], context.actions["commitment.new"]])
        self._first = [b for b in self.findChildren(QPushButton) if b is not self._all]

    def say_why(self, *, filtered: bool) -> None:
        """Say why there is nothing."""
        _ = self._context.gettext
        if filtered:
            self.say(_("No commitment fits"), _("Nothing in the book answers to this filter."))
        else:
            self.say(
                _("No commitments yet"),
                _("Accept candidates while you read a source, or record one by hand."),
            )
        self._all.setVisible(filtered)
        for first in self._first:
            first.setVisible(not filtered)
