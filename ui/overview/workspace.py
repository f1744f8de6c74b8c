"""The workspace named Overview."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from briefing.things import Book, Meeting
from ui.context import Context
from ui.overview.actions import ACTIONS
from ui.overview.check_pane import CheckPane
from ui.overview.details import BookForm
from ui.overview.meeting import MeetingForm
from ui.overview.middle import Middle
from ui.places import Place, Room
from ui.widgets.fold import Fold
from ui.workspace import Workspace

_WIDTHS = (290, 620, 360)


class OverviewWorkspace(Workspace):
    """The meeting and the book, where the commitments stand, and what is not ready."""

    room = Room.OVERVIEW

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        _ = context.gettext
        context.actions.add(ACTIONS, self)
        self._meeting = MeetingForm(context)
        self._book = BookForm(context)
        folds = (
            Fold(_("The meeting"), self._meeting, context.settings, "overview/meeting"),
            Fold(_("The book"), self._book, context.settings, "overview/book"),
        )
        self._folds = dict(zip((Meeting, Book), folds, strict=True))
        left = _scrolled(self.splitter, *folds)
        self._middle = Middle(context, self.splitter)
        self._check = CheckPane(context, self.splitter)
        self.columns([left, self._middle, self._check], _WIDTHS)
        on = context.actions.on
        on("overview.meeting", self._to_meeting)
        on("overview.book", self._to_book)
        on("overview.readiness", self._check.take_focus)
        on("overview.check", context.readiness.check_again)

    @override
    def _show(self, place: Place) -> bool:
        forms = {Meeting: self._meeting, Book: self._book}
        if place.kind not in forms:
            return False
        self._folds[place.kind].open()
        forms[place.kind].go_to(place.detail or "occasion")
        return True

    def _to_meeting(self) -> None:
        self.show_place(Place(Room.OVERVIEW, Meeting))

    def _to_book(self) -> None:
        self.show_place(Place(Room.OVERVIEW, Book, detail="title"))

    @override
    def leave(self) -> None:
        self._middle.lately.remember()


def _scrolled(parent: QWidget, *widgets: QWidget) -> QScrollArea:
    """Widgets below each other, in a column that scrolls."""
    area = QScrollArea(parent, widgetResizable=True)
    page = QWidget(area)
    column = QVBoxLayout(page)
    column.setContentsMargins(8, 8, 8, 8)
    column.setSpacing(8)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    area.setWidget(page)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setMinimumWidth(240)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
