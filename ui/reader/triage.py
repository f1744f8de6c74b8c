"""Triage: what a key does to the candidate that is looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject

from briefing.edits import Edit, thing_of
from briefing.errors import Refused
from briefing.operations import triage
from briefing.progress import Steps, finish
from briefing.things import Candidate, CandidateState, Commitment, Topic
from ui.context import Context
from ui.doing import attempt, begin, walk
from ui.places import Place, Room
from ui.reader.attention import Attention
from ui.reader.view import ReadingText
from ui.reader.walk import Filter, step
from ui.reader.words import word_edge, word_end, word_start


class Triage(QObject):
    """Accepts, rejects, splits, joins and trims."""

    def __init__(
        self, context: Context, text: ReadingText, attention: Attention, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._text = text
        self._attention = attention
        for name, slot in self._answers().items():
            context.actions.on(f"reader.{name}", slot)

    def _answers(self) -> dict[str, Callable[[], object]]:
        return {
            "next": lambda: self._attention.walk(1),
            "previous": lambda: self._attention.walk(-1),
            "accept": self.accept,
            "reject": self.reject,
            "reconsider": self.reconsider,
            "split": self.split,
            "join": self.join,
            "end-earlier": lambda: self.trim(end=-1),
            "end-later": lambda: self.trim(end=1),
            "start-earlier": lambda: self.trim(start=-1),
            "start-later": lambda: self.trim(start=1),
            "open": self.open_commitment,
            "accept-sure": self.accept_sure,
            "take-back": self.take_back,
        }

    def _here(self) -> Candidate | None:
        """The candidate that is looked at, with all that was typed of it."""
        self._context.session.flush()
        return self._attention.candidate

    def accept(self) -> None:
        """Make a commitment of the candidate, and go on; one that was accepted unread is seen.

        Whoever has gone elsewhere in the text is led to it first: no key decides out of sight.
        """
        here = self._here()
        if here is None or self._attention.lead_to():
            return
        if here.state is CandidateState.ACCEPTED:
            done = self._run(lambda: triage.change_candidate(here, in_bulk=False))
        else:
            done = self._run(lambda: finish(self._accepting([here.uid])))
        if done:
            self._attention.go_on(here.uid)

    def reject(self) -> None:
        """Say that the candidate is none, and go on."""
        here = self._here()
        store = self._context.session.store
        if here is None or self._attention.lead_to():
            return
        if self._run(lambda: triage.reject(store, [here.uid])):
            self._attention.go_on(here.uid)

    def reconsider(self) -> None:
        """Propose a rejected candidate again."""
        here, store = self._here(), self._context.session.store
        if here is not None:
            self._run(lambda: triage.reconsider(store, [here.uid]))

    def split(self) -> None:
        """Make two candidates of one before the word with the cursor; the first is looked at."""
        here, spot = self._attention.candidate, self._text.cursor_spot()
        store, paper = self._context.session.store, self._text.paper
        if here is None or spot is None:
            return
        row = paper.row_of(spot.passage) if paper else None
        if spot.passage != here.anchors[0].passage or row is None:
            self._context.notices.trouble(Refused("split-outside-quote", here.quote))
            return
        at = word_edge(row.passage.text, spot.at)
        self._run(lambda: triage.split(store, here, at))

    def join(self) -> None:
        """Make one candidate of this and the next that is proposed."""
        here = self._here()
        following = step(self._attention.order, self._attention.current, Filter.PROPOSED, 1)
        store = self._context.session.store
        if here is not None and following is not None:
            self._run(lambda: triage.join(store, here, following))

    def trim(self, *, start: int = 0, end: int = 0) -> None:
        """Move an end of the candidate's words by a word."""
        here = self._here()
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
        sure = self._attention.sure
        if sure:
            begin(self._context, partial(self._accepting, sure), lambda _: self._accepted(sure))

    def _accepted(self, sure: Sequence[str]) -> None:
        words = self._context.speech.ngettext(
            "{count} candidate was accepted; it waits to be looked at",
            "{count} candidates were accepted; they wait to be looked at",
            len(sure),
        )
        self._context.notices.done(
            words.format(count=len(sure)),
            self._context.gettext("Look at them"),
            lambda: self._attention.choose(Filter.UNSEEN),
        )

    def take_back(self) -> None:
        """Undo the last step, and look at what it was done to."""
        walk(self._context, self._look_at_touched, undone=True)

    def _look_at_touched(self, edit: Edit) -> None:
        self._attention.look_at_one_of({thing_of(change).uid for change in edit.changes})

    def open_commitment(self) -> None:
        """Go to the commitment that this is."""
        commitment = self._attention.shown.commitment
        if commitment is not None:
            self._context.places.go(Place(Room.COMMITMENTS, Commitment, commitment.uid))

    def _accepting(self, uids: Sequence[str]) -> Steps[Edit]:
        store, gatherer = self._context.session.store, self._attention.gatherer
        topic = store.find(Topic, gatherer.topics.get(uids[0])) if len(uids) == 1 else None
        return triage.accepting(store, uids, topic, gatherer.proposals())

    def _run(self, make: Callable[[], Edit]) -> bool:
        return attempt(self._context, make) is not None
