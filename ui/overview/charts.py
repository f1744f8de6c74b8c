"""The middle of the overview: where the commitments stand, and when they fall due."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QStackedWidget,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefing.store.overview import Due, Overview
from briefing.things import Topic
from ui.clock import today
from ui.context import Context
from ui.overview.bars_model import PLACE as BAR_PLACE
from ui.overview.bars_model import BarsModel
from ui.overview.bars_view import BarsView
from ui.overview.clusters import span
from ui.overview.entering import EnteredTable
from ui.overview.line_model import PLACE as MARK_PLACE
from ui.overview.line_model import LineModel
from ui.overview.line_scale import DAYS_APART, Scale, Zoom
from ui.overview.line_view import LineView
from ui.overview.status_paint import Legend

_LOOKED_AT = 40
"""Rows that decide how wide the columns of a table are: to look at thousands takes too long."""


class Charts(QWidget):
    """Bars and a time line, each with a table that says the same."""

    counted = Signal(object)  # the Overview

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._dues: tuple[Due, ...] = ()
        self._zoom = Zoom(context.settings.recall("overview/zoom", Zoom.YEAR))
        self._bars = BarsModel(context.speech, self)
        self._line = LineModel(context.speech, self)
        self._days = LineModel(context.speech, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._build_bars(column)
        self._build_line(column)

    def count(self) -> None:
        """Count everything, and show it."""
        store = self._context.session.store
        overview: Overview = store.overview()
        self._dues = overview.dues
        self._bars.show_counts(overview.counts, store.all(Topic))
        self._days.show_dues(self._dues, today(), 1)
        self._show_line()
        self.counted.emit(overview)

    # Bars

    def _build_bars(self, column: QVBoxLayout) -> None:
        _ = self._context.gettext
        view = BarsView(self._bars, self._context.look)
        view.setAccessibleName(_("Commitments by topic and status"))
        view.went.connect(self._context.places.go)
        table = EnteredTable(self._bars, BAR_PLACE)
        table.setAccessibleName(_("Commitments by topic and status, as a table"))
        table.went.connect(self._context.places.go)
        stack = _stacked(view, table)
        # The first child has the keyboard when one comes in; Tab comes to the button before it.
        stack.setParent(self)
        button = self._table_button("overview.bars-table", stack)
        column.addLayout(_head(_("Where the commitments stand"), button))
        for before, after in pairwise((button, view, table)):
            QWidget.setTabOrder(before, after)
        column.addWidget(Legend(self._context))
        column.addWidget(stack, stretch=1)

    # The time line

    def _build_line(self, column: QVBoxLayout) -> None:
        context, _ = self._context, self._context.gettext
        self._line_view = LineView(self._line, self._context.speech, self._context.look)
        self._line_view.setAccessibleName(_("Deadlines"))
        self._line_view.went.connect(self._context.places.go)
        table = EnteredTable(self._days, MARK_PLACE)
        table.setAccessibleName(_("Deadlines, as a table"))
        table.went.connect(self._context.places.go)
        stack = _stacked(self._line_view, table)
        stack.setFixedHeight(self._line_view.sizeHint().height())
        quarters = context.actions.on("overview.quarters", self._on_zoom)
        quarters.setIconText(_("Quarters"))
        quarters.setChecked(self._zoom is Zoom.QUARTER)
        as_table = self._table_button("overview.line-table", stack)
        column.addLayout(_head(_("When they fall due"), _button(quarters), as_table))
        column.addWidget(stack)

    def _on_zoom(self, quarters: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._zoom = Zoom.QUARTER if quarters else Zoom.YEAR
        self._context.settings.remember("overview/zoom", self._zoom)
        self._show_line()

    def _show_line(self) -> None:
        day = today()
        self._line.show_dues(self._dues, day, DAYS_APART[self._zoom])
        self._line_view.show_scale(Scale(*span(self._dues, day), day, self._zoom))

    # Both

    def _table_button(self, name: str, stack: QStackedWidget) -> QToolButton:
        """What shows the same as a table."""
        action = self._context.actions[name]
        action.toggled.connect(stack.setCurrentIndex)
        return _button(action)


def _head(title: str, *buttons: QToolButton) -> QHBoxLayout:
    words = QLabel(title)
    words.setProperty("role", "heading")
    row = QHBoxLayout()
    row.setSpacing(4)
    row.addWidget(words)
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button)
    return row


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def _stacked(view: QAbstractItemView, table: QTableView) -> QStackedWidget:
    stack = QStackedWidget()
    stack.addWidget(view)
    stack.addWidget(table)
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setResizeContentsPrecision(_LOOKED_AT)
    header.setStretchLastSection(True)
    return stack
