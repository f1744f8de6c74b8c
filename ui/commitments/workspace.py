"""The workspace named Commitments."""

from __future__ import annotations

import json
from collections.abc import Callable

from PySide6.QtCore import QByteArray, QPoint, Qt, QTimer
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from briefing.codec import from_plain
from briefing.store import Field, Filter, Order
from briefing.things import Commitment, Outcome, Party, Passage, StatusEntry, Thing, Topic
from ui.commitments.actions import ACTIONS
from ui.commitments.bulk_bar import BulkBar
from ui.commitments.deeds import Deeds
from ui.commitments.detail.pane import DetailPane
from ui.commitments.facet_model import FacetModel
from ui.commitments.facet_view import FacetView
from ui.commitments.middle_pane import MiddlePane
from ui.commitments.names import Names
from ui.commitments.preview_card import PreviewCard
from ui.commitments.register_model import RegisterModel
from ui.commitments.saved_views import SavedViews, View, plain_view, view_of
from ui.context import Context
from ui.places import Place, Room
from ui.workspace import Workspace

_CONTEXT = (
    ("source", "status", "annotate"),
    ("copy", "new"),
    ("remove",),
)
"""The actions of a row's menu."""


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
        self.facets = FacetModel(context, self.names, self.register, self.views, self)
        self.facet_view = FacetView(context, self.facets, self.register, self.views, self.splitter)
        self.middle = MiddlePane(context, self.names, self.register, self.splitter)
        self.pane = self.middle.pane
        self.detail = DetailPane(context, self.names, self.splitter)
        self.deeds = Deeds(context, self.register, self.pane.view)
        self.bulk = BulkBar(context, self.names)
        self.pane.add_foot(self.bulk)
        self.preview = PreviewCard(context, self.names, self)
        self.detail.setMinimumWidth(280)
        self.columns((self.facet_view, self.middle, self.detail), (220, 700, 360))
        self._connect()
        self._restore_place()

    @override
    def take_focus(self) -> None:
        self.pane.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        view = self.pane.view
        # A walk through rows with a key held down shows the detail of the last one.
        self._showing = QTimer(self, singleShot=True, interval=0)
        self._showing.timeout.connect(self._show_chosen)
        view.chosen.connect(self._showing.start)
        self._settling = QTimer(self, singleShot=True, interval=0)
        self._settling.timeout.connect(self._settle)
        view.opened.connect(self.detail.focus_first)
        self.facet_view.wanted.connect(self.pane.filter_by)
        self.facet_view.view_wanted.connect(self._show_view)
        view.picked.connect(self._settling.start)
        view.looked.connect(self._look)
        view.asked_menu.connect(self._menu)
        self.preview.wanted.connect(self._go_to_passage)
        self._connect_deeds()
        self.middle.returned.connect(self._showing.start)  # what the other list had shown gives way
        self.middle.looked_at.connect(self.detail.show_commitment)
        self.middle.party_wanted.connect(self._show_party)
        for wanted in (self.facet_view.wanted, self.facet_view.view_wanted):
            wanted.connect(self.middle.show_register)
        on = self.context.actions.on
        on("commitment.filter", self.pane.focus_filter)
        on("commitment.show-all", self.pane.show_all)
        on("topic.new", self.facet_view.new_topic)
        on("commitment.new", self.deeds.record)
        on("commitment.remove", self.deeds.remove)
        on("commitment.copy", self.deeds.copy)
        on("commitment.csv", self.deeds.save_csv)
        on("commitment.status", self.detail.open_status_form)
        on("commitment.annotate", self.detail.annotate)
        on("commitment.source", self.detail.go_to_source)
        on("commitment.save-view", self.facet_view.save_view)

    def _connect_deeds(self) -> None:
        bulk, deeds = self.bulk, self.deeds
        deeds.recorded.connect(self._begin)
        bulk.listed.connect(deeds.list_under)
        bulk.topic_added.connect(deeds.add_topic)
        bulk.changed.connect(deeds.change)
        bulk.deadline_given.connect(deeds.give_deadline)
        bulk.status_given.connect(deeds.give_status)
        bulk.removed.connect(deeds.remove)
        self.facet_view.assigned.connect(deeds.list_under)
        self.facets.reader.counted.connect(self._offer_leads)
        self.facets.dropped.connect(lambda uids, topic: deeds.list_under(topic, uids))

    def _show_chosen(self) -> None:
        if not self.middle.has_register:
            return  # the list in its place says what is shown
        uid = self.pane.view.current_uid()
        if uid and self.detail.prepare():
            self._showing.start()
            return
        self.detail.show_commitment(uid)
        if self.detail.uid != uid and self.context.session.unwritten.owing:
            QTimer.singleShot(0, self, lambda: self.pane.view.choose(self.detail.uid))
            return
        if uid and self.context.places.here.room is self.room:
            self.context.places.note(Place(self.room, Commitment, uid))

    def _show_party(self, uid: str) -> None:
        self.middle.show_register()
        store, today = self.context.session.store, self.register.cells.today
        party = store.find(Party, uid)
        if party is None or store.register_counts(Field.PARTIES, Filter(), today)[uid]:
            self.pane.filter_by(Filter(parties=(uid,)))
        else:
            # It has promised nothing itself: it is promised to, or acts for who promises.
            self.pane.filter_by(Filter(words=party.name))

    def _offer_leads(self, field: Field, _counts: object) -> None:
        if field is Field.LEADS:
            store, today = self.context.session.store, self.register.cells.today
            leads = store.register_counts(Field.LEADS, Filter(), today)
            self.detail.offer_leads(leads)

    def _begin(self, uid: str) -> None:
        """Show a commitment that was just recorded, its words ready to be typed over."""
        self._show_commitment(uid)
        self.detail.focus_first()
        self.detail.page.particulars.action.selectAll()

    def _settle(self) -> None:
        view, enable = self.pane.view, self.context.actions.enable
        count = view.selected_count()
        self.bulk.show_count(count)
        for name in ("remove", "copy"):
            enable(f"commitment.{name}", count > 0)
        for name in ("status", "annotate", "source"):
            enable(f"commitment.{name}", bool(view.current_uid()))
        enable("commitment.csv", self.register.total > 0)

    def _look(self) -> None:
        view = self.pane.view
        commitment = self.context.session.store.find(Commitment, view.current_uid() or None)
        if commitment is not None:
            below = view.visualRect(view.currentIndex()).bottomLeft()
            self.preview.show_commitment(commitment, view.viewport().mapToGlobal(below))

    def _menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for group in _CONTEXT:
            for name in group:
                menu.addAction(self.context.actions[f"commitment.{name}"])
            menu.addSeparator()
        menu.popup(at)

    def _go_to_passage(self, uid: str) -> None:
        self.context.places.go(Place(Room.SOURCES, Passage, uid))

    def _show_view(self, view: View) -> None:
        self.pane.show_view(*view)

    # Places

    @override
    def _show(self, place: Place) -> bool:
        if place.kind is None and not place.detail:
            return False
        self.middle.show_register()
        show = self._shows.get(place.kind) if place.kind else None
        if show is not None:
            show(place.uid)
        elif place.detail:
            self._show_filter(place.detail)
        return True

    @property
    def _shows(self) -> dict[type[Thing], Callable[[str], None]]:
        return {
            Commitment: self._show_commitment,
            StatusEntry: self._show_entry,
            Topic: self._show_topic,
            Party: self._show_party,
            Outcome: self.middle.show_outcome,
        }

    def _show_topic(self, uid: str) -> None:
        self.pane.filter_by(Filter(topics=(uid,)))

    def _show_entry(self, uid: str) -> None:
        entry = self.context.session.store.find(StatusEntry, uid)
        if entry is not None:
            self._show_commitment(entry.commitment)

    def _show_commitment(self, uid: str) -> None:
        if self.context.session.store.register_number(uid) is None:
            return
        self.register.follower.read_now()
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
        header = bytes(view.header.saveState().toBase64().data()).decode()
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
            view.header.restoreState(QByteArray.fromBase64(header.encode()))
            view.header.show_order(self.register.order)
        uid = recall(state("commitments/chosen"), "")
        if not (isinstance(uid, str) and uid and view.choose(uid)) and self.register.rowCount():
            view.selectRow(0)
        self._showing.start()
        self._settling.start()
