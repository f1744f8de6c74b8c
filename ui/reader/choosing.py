"""What is chosen and typed on the card becomes edits."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt

from briefing.edits import Add, Edit, EditName, thing_of
from briefing.operations import commitments, parties, topics, triage
from briefing.things import Candidate, Commitment, Firmness, Party
from ui.context import Context
from ui.doing import attempt, write
from ui.places import Place, Room
from ui.reader.attention import Attention
from ui.reader.card import CandidateCard
from ui.widgets.chooser import Chooser


class Choosing(QObject):
    """Changes the candidate that is looked at, or the commitment that it has become."""

    def __init__(
        self, context: Context, card: CandidateCard, attention: Attention, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._attention = attention
        self._card = card
        self._topic_alone = False
        """Whether the topic was asked for, and nothing else: then its choice ends the detour."""
        card.likeness.asked.connect(self._open)
        details = card.details
        details.chosen.connect(self._change)
        details.typed.connect(self._change_typing)
        details.topic_chosen.connect(self._choose_topic)
        details.topic_wanted.connect(self._make_topic)
        details.party_wanted.connect(self._name_party)
        on = context.actions.on
        on("reader.edit", self._edit)
        on("reader.topic", self._ask_topic)
        on("reader.parties", lambda: _focus(details.promisors))

    def _edit(self) -> None:
        self._topic_alone = False
        self._card.details.edit()

    def _ask_topic(self) -> None:
        self._topic_alone = True
        _focus(self._card.details.topic)

    def _change(self, name: str, value: object) -> None:
        attempt(self._context, lambda: self._changed(name, value))

    def _change_typing(self, name: str, value: object) -> None:
        edit = self._changed(name, value)
        if edit is not None:
            write(self._context, edit)

    def _changed(self, name: str, value: object) -> Edit | None:
        match self._attention.shown.subject:
            case Candidate() as candidate:
                return triage.change_candidate(candidate, **{name: value})
            case Commitment() as commitment:
                details = {name: value}
                if isinstance(value, Firmness):
                    details["kind"] = value.kind
                return commitments.change_commitment(commitment, **details)
        return None

    def _choose_topic(self, uid: str) -> None:
        match self._attention.shown.subject:
            case Candidate() as candidate:
                self._attention.gatherer.topics[candidate.uid] = uid
                self._attention.show_again()
            case Commitment() as commitment:
                rest = tuple(t for t in commitment.topics[1:] if t != uid)
                self._change("topics", (uid, *rest) if uid else rest)
        if self._topic_alone:
            self._topic_alone = False
            self._card.left.emit()

    def _make_topic(self, name: str) -> None:
        store = self._context.session.store
        edit = attempt(self._context, lambda: topics.add_topic(store, name))
        if edit is not None:
            self._choose_topic(thing_of(edit.changes[0]).uid)

    def _name_party(self, name: str, words: str) -> None:
        store, subject = self._context.session.store, self._attention.shown.subject
        if subject is None:
            return
        party = parties.party_meant(store, words, self._context.session.book.lang)
        if store.find(Party, party.uid) is None:
            attempt(self._context, lambda: Edit(EditName.ADD_PARTY, (Add(party),), party.name))
        if name == "delegate":
            self._change(name, party.uid)
        else:
            self._change(name, tuple(dict.fromkeys((*getattr(subject, name), party.uid))))

    def _open(self, uid: str) -> None:
        self._context.places.go(Place(Room.COMMITMENTS, Commitment, uid))


def _focus(chooser: Chooser) -> None:
    chooser.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
