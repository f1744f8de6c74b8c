"""The workspace named Commitments."""

from __future__ import annotations

import json

from PySide6.QtCore import QByteArray, QTimer
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from briefing.codec import from_plain
from briefing.store import Filter, Order
from briefing.things import Commitment, Party, StatusEntry, Topic
from ui.commitments.actions import ACTIONS
from ui.commitments.detail.pane import DetailPane
from ui.commitments.facet_model import FacetModel
from ui.commitments.facet_view import FacetView
from ui.commitments.names import Names
from ui.commitments.register_model import RegisterModel
from ui.commitments.register_pane import RegisterPane
from ui.commitments.saved_views import SavedViews, View, plain_view, view_of
from ui.context import Context
from ui.places import Place, Room
from ui.workspace import Workspace


class CommitmentsWorkspace(Workspace):
    """Views and filters, the register, and the commitment that is looked at."""

    room = Room.COMMITMENTS

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        context.actions.add(ACTIONS, self)
        self.names = Names(context.session, self)
        self.register = RegisterModel(context, self.names, self)
        self.views = SavedViews(context, self)
        self._restore_view()
        self.pane = RegisterPane(context, self.register)
        self.facets = FacetModel(context, self.names, self.register, self.views, self)
        self.facet_view = FacetView(context, self.facets, self.register, self.views)
        self.detail = DetailPane(context, self.names)
        self.columns((self.facet_view, self.pane, self.detail), (220, 640, 420))
        self._connect()
        self._restore_place()

    def _connect(self) -> None:
        view = self.pane.view
        # A walk through rows with a key held down shows the detail of the last one.
        self._showing = QTimer(self, singleShot=True, interval=0)
        self._showing.timeout.connect(self._show_chosen)
        view.chosen.connect(self._showing.start)
        view.opened.connect(self.detail.focus_first)
        self.facet_view.wanted.connect(self.pane.filter_by)
        self.facet_view.view_wanted.connect(self._show_view)
        on = self.context.actions.on
        on("commitment.filter", self.pane.focus_filter)
        on("commitment.show-all", self.pane.show_all)
        on("topic.new", self.facet_view.new_topic)

    def _show_chosen(self) -> None:
        uid = self.pane.view.current_uid()
        self.detail.show_commitment(uid)
        if uid and self.context.places.here.room is self.room:
            self.context.places.note(Place(self.room, Commitment, uid))

    def _show_view(self, view: View) -> None:
        self.pane.show_view(*view)

    # Places

    @override
    def show_place(self, place: Place) -> None:
        if place.kind is Topic:
            self.pane.filter_by(Filter(topics=(place.uid,)))
        elif place.kind is Party:
            self.pane.filter_by(Filter(parties=(place.uid,)))
        elif place.kind is StatusEntry:
            entry = self.context.session.store.find(StatusEntry, place.uid)
            if entry is not None:
                self._show_commitment(entry.commitment)
        elif place.kind is Commitment:
            self._show_commitment(place.uid)
        elif place.detail:
            self._show_filter(place.detail)

    def _show_commitment(self, uid: str) -> None:
        if self.context.session.store.register_number(uid) is None:
            return
        if not self.pane.view.choose(uid):
            self.pane.show_view(Filter(), Order(column=self.register.order.column))
            self.pane.view.choose(uid)
        self.detail.show_commitment(uid)

    def _show_filter(self, detail: str) -> None:
        """A place may say what to filter by: a `Filter` as plain JSON."""
        try:
            self.pane.filter_by(from_plain(Filter, json.loads(detail)))
        except (TypeError, ValueError):
            return

    # Where one was

    @override
    def leave(self) -> None:
        state, view = self.context.state, self.pane.view
        remember = self.context.settings.remember
        remember(state("commitments/view"), plain_view((self.register.wanted, self.register.order)))
        remember(state("commitments/chosen"), view.current_uid())
        remember(state("commitments/scroll"), view.verticalScrollBar().value())
        header = bytes(view.horizontalHeader().saveState().toBase64().data()).decode()
        remember(state("commitments/columns"), header)
        self.facet_view.keep()

    def _restore_view(self) -> None:
        kept = self.context.settings.recall(self.context.state("commitments/view"))
        wanted, order = view_of(kept) if kept else (Filter(), Order())
        self.register.ask(wanted, order)

    def _restore_place(self) -> None:
        recall, state, view = self.context.settings.recall, self.context.state, self.pane.view
        header = recall(state("commitments/columns"))
        if isinstance(header, str):
            view.horizontalHeader().restoreState(QByteArray.fromBase64(header.encode()))
            view.show_order(self.register.order)
        uid = recall(state("commitments/chosen"), "")
        if not (isinstance(uid, str) and uid and view.choose(uid)) and self.register.rowCount():
            view.selectRow(0)
        self._showing.start()
