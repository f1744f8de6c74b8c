"""Triage: walking from candidate to candidate, and what a key does to the one looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal

from briefing.edits import Add, Edit, EditName, thing_of
from briefing.errors import BriefingError, Refused
from briefing.operations import commitments, parties, topics, triage
from briefing.operations.proposals import Proposals, Sections
from briefing.things import (
    Candidate,
    CandidateState,
    Commitment,
    Exclusion,
    Firmness,
    Pair,
    Party,
    Passage,
    Thing,
    Topic,
)
from ui.context import Context
from ui.places import Place, Room
from ui.reader.card import CandidateCard, CardView
from ui.reader.opened import OpenSource
from ui.reader.paper import Spot
from ui.reader.view import ReadingText
from ui.reader.walk import Filter, passes, place_of, step, tally
from ui.reader.words import word_end, word_start
from ui.widgets.chooser import Chooser

SURE = 0.90
"""How sure the program has to be of what is accepted unread."""


class Triage(QObject):
    """Knows what is looked at, and answers the keys."""

    looked_at = Signal(object, str)  # the kind and the uid

    def __init__(
        self, context: Context, text: ReadingText, card: CandidateCard, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._text = text
        self._card = card
        self._source: OpenSource | None = None
        self._sections: Sections = {}
        self._topics: dict[str, str] = {}
        """The topic chosen for a candidate that is not accepted yet."""
        self._counted: Sequence[Candidate] = ()
        self._tally = tally((), SURE)
        self._shown = CardView()
        self.current = ""
        self.filter = Filter.PROPOSED
        card.filter_chosen.connect(self.choose)
        card.likeness.asked.connect(self._open)
        card.details.chosen.connect(self._change)
        card.details.typed.connect(self._change_typing)
        card.details.topic_chosen.connect(self._choose_topic)
        card.details.topic_wanted.connect(self._make_topic)
        card.details.party_wanted.connect(self._name_party)
        context.session.edited.connect(self._on_edited)
        for name, slot in self._answers(card).items():
            context.actions.on(f"reader.{name}", slot)

    def _answers(self, card: CandidateCard) -> dict[str, Callable[[], object]]:
        return {
            "next": lambda: self.walk(1),
            "previous": lambda: self.walk(-1),
            "accept": self.accept,
            "reject": self.reject,
            "reconsider": self.reconsider,
            "split": self.split,
            "join": self.join,
            "end-earlier": lambda: self.trim(end=-1),
            "end-later": lambda: self.trim(end=1),
            "start-earlier": lambda: self.trim(start=-1),
            "start-later": lambda: self.trim(start=1),
            "edit": card.details.edit,
            "topic": lambda: _focus(card.details.topic),
            "parties": lambda: _focus(card.details.promisors),
            "open": self.open_commitment,
            "accept-sure": self.accept_sure,
            "take-back": self.take_back,
        }

    # What is shown

    @property
    def order(self) -> Sequence[Candidate]:
        """The candidates of the source as they stand in it."""
        return () if self._source is None else self._source.order

    @property
    def candidate(self) -> Candidate | None:
        """The candidate that is looked at."""
        return None if self._source is None else self._source.candidates.get(self.current)

    def open(self, source: OpenSource | None) -> None:
        """Another source lies open; its first candidate is looked at, and nothing scrolls."""
        self._source = source
        self.current = ""
        first = step(self.order, "", self.filter, 1)
        if first is not None:
            self.look_at(first.uid, scroll=False)
        else:
            self._show()

    def take(self, source: OpenSource) -> None:
        """The source after an edit."""
        self._source = source
        if source.candidates.get(self.current) is None and self.current not in source.commitments:
            self.current = ""
        self._show()

    def look_at(self, uid: str, *, scroll: bool = True) -> None:
        """Look at a candidate, or at the candidate of a commitment, or at the commitment."""
        if self._source is None:
            return
        self.current = uid
        thing: Candidate | Commitment | None = self._source.candidates.get(uid)
        thing = thing or self._source.commitments.get(uid)
        self._show()
        if thing is None:
            return
        self._text.set_current(uid)
        anchors = self._source.anchors_here(thing)
        if anchors and scroll:
            spot = Spot(anchors[0].passage, anchors[0].start)
            self._text.scroll_to(spot)
            self._text.put_cursor(spot)
        self.looked_at.emit(type(thing), uid)
        self._context.places.note(Place(Room.SOURCES, type(thing), uid))

    def choose(self, chosen: Filter) -> None:
        """Walk through other candidates."""
        self.filter = chosen
        here = self.candidate
        if here is None or not passes(here, chosen):
            following = step(self.order, self.current, chosen, 1) or step(self.order, "", chosen, 1)
            self.current = following.uid if following else ""
            if following:
                self.look_at(following.uid)
        self._show()

    def _show(self) -> None:
        if self._counted is not self.order:
            self._counted = self.order
            self._tally = tally(self.order, SURE)
        self._shown = self._view()
        self._card.show_counts(self._tally.counts, self.filter)
        self._card.show_view(self._shown)
        self._text.set_current(self.current)
        self._settle()

    def _view(self) -> CardView:
        order, here = self.order, self.candidate
        if self._source is None:
            return CardView()
        if here is None:
            commitment = self._source.commitments.get(self.current)
            chosen = commitment.topics if commitment else ()
            return CardView(commitment=commitment, count=len(order), topics=chosen)
        place = (place_of(order, here.uid) or 0) + 1
        commitment = self._source.commitments.get(here.commitment or "")
        if commitment is not None:
            return CardView(here, commitment, place, len(order), commitment.topics)
        chosen, proposed = self._topics_of(here)
        return CardView(here, None, place, len(order), chosen, proposed)

    def _topics_of(self, candidate: Candidate) -> tuple[tuple[str, ...], str]:
        """The topic that was chosen or is there, or else the name of a new one."""
        chosen = self._topics.get(candidate.uid)
        if chosen:
            return (chosen,), ""
        proposals = Proposals(self._context.session.store, self._sections)
        uid = proposals.topic_for([candidate])
        new = (thing_of(change) for change in proposals.added)
        name = next((t.name for t in new if isinstance(t, Topic) and t.uid == uid), "")
        return ((uid,) if uid and not name else ()), name

    def _settle(self) -> None:
        """Say what can be done to what is looked at."""
        here, enable = self.candidate, self._context.actions.enable
        state = None if here is None else here.state
        unseen = here is not None and here.in_bulk
        enable(
            "reader.accept", state in {CandidateState.PROPOSED, CandidateState.REJECTED} or unseen
        )
        enable("reader.reject", state is CandidateState.PROPOSED)
        enable("reader.reconsider", state is CandidateState.REJECTED)
        for name in ("split", "join", "end-earlier", "end-later", "start-earlier", "start-later"):
            enable(f"reader.{name}", state is CandidateState.PROPOSED)
        enable("reader.open", self._shown.commitment is not None)
        for name in ("edit", "topic", "parties"):
            enable(f"reader.{name}", self._subject() is not None)
        enable("reader.accept-sure", bool(self._tally.sure))

    # What keys do

    def walk(self, by: int) -> None:
        """Look at the next candidate, or at the one before."""
        following = step(self.order, self.current, self.filter, by)
        if following is not None:
            self.look_at(following.uid)
        else:
            _ = self._context.gettext
            self._card.say(_("The last candidate") if by > 0 else _("The first candidate"))

    def accept(self) -> None:
        """Make a commitment of the candidate, and go on; one that was accepted unread is seen."""
        here = self.candidate
        if here is None:
            return
        if here.state is CandidateState.ACCEPTED:
            done = self._run(lambda: triage.change_candidate(here, in_bulk=False))
        else:
            done = self._run(lambda: self._accepting([here.uid]))
        if done:
            self._go_on()

    def reject(self) -> None:
        """Say that the candidate is none, and go on."""
        here = self.candidate
        store = self._context.session.store
        if here is not None and self._run(lambda: triage.reject(store, [here.uid])):
            self._go_on()

    def reconsider(self) -> None:
        """Propose a rejected candidate again."""
        here = self.candidate
        if here is not None:
            self._run(lambda: triage.reconsider([here]))

    def split(self) -> None:
        """Make two candidates of one at the text cursor; the first is looked at."""
        here, spot = self.candidate, self._text.cursor_spot()
        store = self._context.session.store
        if here is None or spot is None:
            return
        if spot.passage != here.anchors[0].passage:
            self._context.notices.trouble(Refused("split-outside-quote", here.quote))
            return
        self._run(lambda: triage.split(store, here, spot.at))

    def join(self) -> None:
        """Make one candidate of this and the next that is proposed."""
        here = self.candidate
        following = step(self.order, self.current, Filter.PROPOSED, 1)
        store = self._context.session.store
        if here is not None and following is not None:
            self._run(lambda: triage.join(store, here, following))

    def trim(self, *, start: int = 0, end: int = 0) -> None:
        """Move an end of the candidate's words by a word."""
        here = self.candidate
        paper = self._text.paper
        row = paper.row_of(here.anchors[0].passage) if here and paper else None
        if here is None or row is None:
            return
        text, anchor = row.passage.text, here.anchors[0]
        low = word_start(text, anchor.start, start) if start else anchor.start
        high = word_end(text, anchor.end, end) if end else anchor.end
        if low < high and (low, high) != (anchor.start, anchor.end):
            store = self._context.session.store
            self._run(lambda: triage.trim(store, here, low, high))

    def accept_sure(self) -> None:
        """Accept everything that the program is sure of, as one step."""
        sure = self._tally.sure
        if not self._run(lambda: self._accepting(sure)):
            return
        words = self._context.speech.ngettext(
            "{count} candidate was accepted; it waits to be looked at",
            "{count} candidates were accepted; they wait to be looked at",
            len(sure),
        )
        self._context.notices.done(
            words.format(count=len(sure)),
            self._context.gettext("Look at them"),
            lambda: self.choose(Filter.UNSEEN),
        )
        self._go_on()

    def take_back(self) -> None:
        """Undo the last step, and look at what it was done to."""
        touched: list[Thing] = []

        def listen(edit: Edit) -> None:
            touched.extend(thing_of(change) for change in edit.changes)

        self._context.session.edited.connect(listen)
        try:
            self._context.session.undo()
        except BriefingError as error:
            self._context.notices.trouble(error)
        finally:
            self._context.session.edited.disconnect(listen)
        mine = [thing.uid for thing in touched if isinstance(thing, Candidate)]
        known = [c.uid for c in self.order if c.uid in mine]
        if known:
            self.look_at(known[0])

    # What is chosen on the card

    def _subject(self) -> Candidate | Commitment | None:
        return self._shown.commitment or self._shown.candidate

    def _change(self, name: str, value: object) -> None:
        edit = self._changed(name, value)
        if edit is not None:
            self._run(lambda: edit)

    def _change_typing(self, name: str, value: object) -> None:
        edit = self._changed(name, value)
        if edit is not None:
            self._context.session.write(edit)

    def _changed(self, name: str, value: object) -> Edit | None:
        match self._subject():
            case Candidate() as candidate:
                return triage.change_candidate(candidate, **{name: value})
            case Commitment() as commitment:
                details = {name: value}
                if isinstance(value, Firmness):
                    details["kind"] = value.kind
                return commitments.change_commitment(commitment, **details)
        return None

    def _choose_topic(self, uid: str) -> None:
        match self._subject():
            case Candidate() as candidate:
                self._topics[candidate.uid] = uid
                self._show()
            case Commitment() as commitment:
                rest = tuple(t for t in commitment.topics[1:] if t != uid)
                self._change("topics", (uid, *rest) if uid else rest)

    def _make_topic(self, name: str) -> None:
        store = self._context.session.store
        if self._run(lambda: topics.add_topic(store, name)):
            found = topics.find_topic(store.all(Topic), name)
            self._choose_topic(found.uid if found else "")

    def _name_party(self, name: str, words: str) -> None:
        store, subject = self._context.session.store, self._subject()
        if subject is None:
            return
        party = parties.party_meant(store, words, self._context.session.book.lang)
        if store.find(Party, party.uid) is None:
            self._run(lambda: Edit(EditName.ADD_PARTY, (Add(party),), party.name))
        if name == "delegate":
            self._change(name, party.uid)
        else:
            self._change(name, tuple(dict.fromkeys((*getattr(subject, name), party.uid))))

    # Elsewhere

    def open_commitment(self) -> None:
        """Go to the commitment that this is."""
        commitment = self._shown.commitment
        if commitment is not None:
            self._open(commitment.uid)

    def _open(self, uid: str) -> None:
        self._context.places.go(Place(Room.COMMITMENTS, Commitment, uid))

    # Helpers

    def _accepting(self, uids: Sequence[str]) -> Edit:
        store = self._context.session.store
        topic = store.find(Topic, self._topics.get(uids[0])) if len(uids) == 1 else None
        return triage.accept(store, uids, topic, Proposals(store, self._sections))

    def _go_on(self) -> None:
        """After a deed, the next one that is still to be looked at."""
        following = step(self.order, self.current, self.filter, 1)
        if following is not None:
            self.look_at(following.uid)
        else:
            self._show()

    def _run(self, make: Callable[[], Edit]) -> bool:
        try:
            edit = make()
            self._context.session.run(edit)
        except (Refused, BriefingError) as error:
            self._context.notices.trouble(error)
            return False
        return True

    def _on_edited(self, edit: Edit) -> None:
        if edit.touches(Exclusion, Pair, Passage):
            self._sections.clear()


def _focus(chooser: Chooser) -> None:
    chooser.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
