"""What a commitment belongs to, where notes show it, and what came of it at the meeting."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing.store import BookStore
from briefing.things import Commitment, Insert, Note, Outcome, Topic
from ui.commitments.detail.parts import button, empty, heading, plain, quiet, row
from ui.context import Context
from ui.names import name_of
from ui.places import Place, Room
from ui.widgets.commitment_chooser import CommitmentChooser


class Uses(QWidget):
    """Links to whatever names the commitment."""

    wanted = Signal(object)  # a Place
    parent_chosen = Signal(object)  # a uid or None

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        _ = context.gettext
        self._parent = CommitmentChooser(context, _("Part of"))
        self._parent.chosen.connect(self.parent_chosen)
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(heading(_("Part of")))
        column.addWidget(self._parent)
        column.addLayout(self._list)

    def show_commitment(self, commitment: Commitment) -> None:
        """Show what names a commitment."""
        store, _ = self._context.session.store, self._context.gettext
        self._parent.show_uid(commitment.parent)
        empty(self._list)
        self._section(_("Its parts"), self._parts(store, commitment))
        self._section(_("Shown in"), self._notes(store, commitment))
        self._outcomes(store, commitment)

    def _section(self, words: str, links: Iterable[QWidget]) -> None:
        found = list(links)
        if found:
            self._list.addSpacing(4)
            self._list.addWidget(heading(words))
            for link in found:
                self._list.addWidget(link)

    def _parts(self, store: BookStore, commitment: Commitment) -> Iterable[QWidget]:
        for part in store.where(Commitment, parent=commitment.uid):
            place = Place(Room.COMMITMENTS, Commitment, part.uid)
            yield self._link(_short(part.action), "commitments", place)

    def _notes(self, store: BookStore, commitment: Commitment) -> Iterable[QWidget]:
        shown: dict[str, str] = {}
        for insert in store.where(Insert, commitment=commitment.uid):
            shown.setdefault(insert.note, name_of(insert.kind, self._context.gettext))
        above = {uid for topic in commitment.topics for uid in _with_above(store, topic)}
        for topic in above:
            for insert in store.where(Insert, topic=topic):
                shown.setdefault(insert.note, name_of(insert.kind, self._context.gettext))
        for anchor in commitment.anchors:
            for insert in store.where(Insert, anchor__passage=anchor.passage):
                shown.setdefault(insert.note, name_of(insert.kind, self._context.gettext))
        for uid, how in shown.items():
            note = store.find(Note, uid)
            if note is not None:
                yield self._link(f"{note.title} · {how}", "note", Place(Room.BOOK, Note, uid))

    def _outcomes(self, store: BookStore, commitment: Commitment) -> None:
        about = [
            *store.where(Outcome, commitment=commitment.uid),
            *store.where(Outcome, new_commitment=commitment.uid),
        ]
        if not about:
            return
        self._list.addSpacing(4)
        self._list.addWidget(heading(self._context.gettext("At the meeting")))
        for outcome in dict.fromkeys(about):
            raised = name_of(outcome.raised, self._context.gettext)
            self._list.addLayout(row(plain(outcome.point), quiet(raised), stretch=0))
            for words in filter(None, (outcome.reply, outcome.promise)):
                self._list.addWidget(quiet(words))

    def _link(self, words: str, icon: str, place: Place) -> QWidget:
        return button(self._context, words, icon, lambda: self.wanted.emit(place))


def _with_above(store: BookStore, topic: str) -> list[str]:
    found: list[str] = []
    at = store.find(Topic, topic)
    while at is not None:
        found.append(at.uid)
        at = store.find(Topic, at.parent)
    return found


def _short(words: str) -> str:
    return words if len(words) <= 80 else f"{words[:79].rstrip()}…"  # noqa: PLR2004
