"""The detail of the commitment that is looked at; each change of it is an edit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from briefing.edits import Edit
from briefing.operations import annotations as remarks
from briefing.operations import commitments
from briefing.prose import Prose
from briefing.things import Annotation, Commitment, Insert, Note, Outcome, Passage, StatusEntry
from ui.clock import now
from ui.commitments.detail.page import DetailPage
from ui.commitments.names import NAMED, Names
from ui.context import Context
from ui.doing import all_written, attempt, attempt_on, write
from ui.places import Place, Room


class DetailPane(QStackedWidget):
    """One commitment in full, or what to do to see one."""

    def __init__(self, context: Context, names: Names, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._session = context.session
        self._names = names
        self._uid = ""
        self._leads: tuple[str, ...] = ()
        hint = QLabel(context.gettext("Choose a commitment to see it here."))
        hint.setProperty("role", "quiet")
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        hint.setWordWrap(True)
        self.addWidget(hint)
        names.changed.connect(self._renamed)
        context.look.changed.connect(self._renamed)
        self._session.edited.connect(self._on_edited)

    @cached_property
    def page(self) -> DetailPage:
        """The commitment in full; made for the first one, not for the pane."""
        page = DetailPage(self._context, self._names, self)
        page.particulars.offer_leads(self._leads)
        self.addWidget(page)
        self._connect(page)
        return page

    def prepare(self) -> bool:
        """Make the page, which takes as long as to show something on it; False if it is there."""
        missing = "page" not in self.__dict__
        return missing and self.page is not None

    def _connect(self, page: DetailPage) -> None:
        page.particulars.changed.connect(self._change)
        page.particulars.written.connect(self._write)
        page.particulars.party_wanted.connect(self._add_party)
        page.particulars.topic_wanted.connect(self._add_topic)
        page.history.entered.connect(self._enter_status)
        page.history.taken_back.connect(self._take_back)
        page.history.passage_wanted.connect(self._go_to_passage)
        page.history.closed.connect(self._show_newest)
        page.quotes.wanted.connect(self._go_to_passage)
        page.remarks.added.connect(self._add_remark)
        page.remarks.changed.connect(self._change_remark)
        page.remarks.written.connect(self._write_remark)
        page.remarks.removed.connect(self._remove_remark)
        page.uses.wanted.connect(self._context.places.go)
        page.uses.parent_chosen.connect(self._choose_parent)

    # Showing

    @property
    def uid(self) -> str:
        """The commitment that is shown; "" if none is."""
        return self._uid

    def show_commitment(self, uid: str) -> None:
        """Show a commitment; "" shows none. What was typed of the one before is kept."""
        if uid != self._uid and all_written(self._context):
            self.page.verticalScrollBar().setValue(0)
            self.page.remarks.drop_draft()
            self._uid = uid
            self._show()

    def offer_leads(self, leads: Iterable[str]) -> None:
        """Offer whom the book names as leads already."""
        self._leads = tuple(leads)
        if self._uid:
            self.page.particulars.offer_leads(self._leads)

    def focus_first(self) -> None:
        """Go from the table to the words of the commitment."""
        if self._uid:
            self.page.particulars.action.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        commitment = self._commitment()
        if commitment is None:
            self._uid = ""
            self.setCurrentIndex(0)
            return
        self.page.particulars.show_commitment(commitment)
        self.page.quotes.show_commitment(commitment)
        self._show_entries(commitment)
        self._show_remarks()
        self.page.uses.show_commitment(commitment)
        self.setCurrentWidget(self.page)

    def _show_entries(self, commitment: Commitment) -> None:
        entries = self._session.store.where(StatusEntry, commitment=self._uid)
        self.page.history.show_commitment(commitment, tuple(entries))

    def _show_remarks(self) -> None:
        self.page.remarks.show_annotations(
            self._session.store.where(Annotation, commitment=self._uid)
        )

    def _commitment(self) -> Commitment | None:
        return self._session.store.find(Commitment, self._uid or None)

    def _renamed(self) -> None:
        if self._uid:
            self._session.in_turns(self._show_anew())

    def _show_anew(self) -> Iterator[None]:
        self.page.quotes.rebuild()
        self._show()
        yield

    def _on_edited(self, edit: Edit) -> None:
        if self._uid and not edit.touches(*NAMED):  # of those it hears by their names
            self._session.in_turns(self._follow(edit))

    def _follow(self, edit: Edit) -> Iterator[None]:
        commitment = self._commitment()
        if commitment is None:
            self._show()
            return
        if edit.touches(Commitment):
            self.page.particulars.show_commitment(commitment)
            self.page.quotes.show_commitment(commitment)
        if edit.touches(Commitment, StatusEntry):
            self._show_entries(commitment)
        yield
        if edit.touches(Annotation):
            self._show_remarks()
        if edit.touches(Commitment, Insert, Note, Outcome):
            self.page.uses.show_commitment(commitment)

    # Changing

    def _change(self, details: dict[str, Any]) -> None:
        self._try(partial(commitments.change_commitment, **details))

    def _write(self, details: dict[str, Any]) -> None:
        commitment = self._commitment()
        if commitment is not None:
            write(self._context, commitments.change_commitment(commitment, **details))

    def _add_party(self, name: str, field: str) -> None:
        """Add a party that was typed, and put it into the field, in one step."""
        store = self._session.store
        self._try(lambda c: commitments.with_new_party(store, c, name, field))

    def _add_topic(self, name: str) -> None:
        self._try(lambda c: commitments.with_new_topic(self._session.store, c, name))

    def _choose_parent(self, uid: str | None) -> None:
        self._change({"parent": uid})

    def _enter_status(self, details: dict[str, Any]) -> None:
        self._try(partial(commitments.add_status, **details))

    def _take_back(self, uid: str) -> None:
        make = partial(commitments.remove_status, self._session.store)
        attempt_on(self._context, StatusEntry, uid, make)

    def _try(self, operation: Callable[[Commitment], Edit]) -> None:
        attempt_on(self._context, Commitment, self._uid, operation)

    # Annotations

    def annotate(self) -> None:
        """Begin an annotation on the commitment."""
        if self._uid:
            self.page.remarks.begin()
            self.page.ensureWidgetVisible(self.page.remarks)

    def _add_remark(self, words: str) -> None:
        make = partial(
            remarks.annotate,
            Prose.plain(words),
            commitment=self._uid,
            author=self._session.author,
            written=now(),
        )
        attempt(self._context, make)

    def _change_remark(self, uid: str, details: dict[str, Any]) -> None:
        make = partial(remarks.change_annotation, **details)
        attempt_on(self._context, Annotation, uid, make)

    def _write_remark(self, uid: str, words: str) -> None:
        annotation = self._session.store.find(Annotation, uid)
        if annotation is not None:
            edit = remarks.change_annotation(annotation, body=Prose.plain(words))
            write(self._context, edit)

    def _remove_remark(self, uid: str) -> None:
        attempt_on(self._context, Annotation, uid, remarks.remove_annotation)

    def open_status_form(self) -> None:
        """Have a status entry typed."""
        if self._uid:
            self.page.history.open_form()
            self.page.ensureWidgetVisible(self.page.history)

    def _show_newest(self) -> None:
        """Have in sight what was entered, once all that stood below the form has moved up."""

        def show() -> None:
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            self.page.ensureWidgetVisible(self.page.history.adding)

        QTimer.singleShot(0, self.page, show)

    # Going

    def go_to_source(self) -> None:
        """Go to the first place that the commitment rests on."""
        commitment = self._commitment()
        if commitment is not None and commitment.anchors:
            self._go_to_passage(commitment.anchors[0].passage)

    def _go_to_passage(self, uid: str) -> None:
        self._context.places.go(Place(Room.SOURCES, Passage, uid))
