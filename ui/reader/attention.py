"""What is looked at in a source, and the way from one candidate to the next."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from PySide6.QtCore import QObject, Signal

from briefing.anchor import Anchor
from briefing.edits import Edit, Replace
from briefing.things import Candidate, CandidateState, Commitment, Passage
from ui.context import Context
from ui.places import Place, Room
from ui.reader.card import CandidateCard
from ui.reader.card_view import CardView, Gatherer
from ui.reader.marks import MarkKind
from ui.reader.opened import OpenSource
from ui.reader.paper import Spot
from ui.reader.view import ReadingText
from ui.reader.walk import Filter, passes, passing, step, tally

SURE = 0.90
"""How sure the program has to be of what is accepted unread."""
_TRIMMED = ("split", "join", "end-earlier", "end-later", "start-earlier", "start-later")


class Attention(QObject):
    """Knows what is looked at, shows it in the text and on the card, and says what can be done."""

    moved = Signal(object, str)  # the kind and the uid of what is looked at now

    def __init__(
        self, context: Context, text: ReadingText, card: CandidateCard, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._text = text
        self._card = card
        self._source: OpenSource | None = None
        self._counted: Sequence[Candidate] = ()
        self._tally = tally((), SURE)
        self.gatherer = Gatherer(context.session.store, context.speech.wording)
        self.shown = CardView()
        self.current = ""
        self.filter = Filter.PROPOSED
        card.filter_chosen.connect(self.choose)
        context.session.edited.connect(self.gatherer.take)

    @property
    def order(self) -> Sequence[Candidate]:
        """The candidates of the source as they stand in it."""
        return () if self._source is None else self._source.order

    @property
    def candidate(self) -> Candidate | None:
        """The candidate that is looked at."""
        return None if self._source is None else self._source.candidates.get(self.current)

    @property
    def sure(self) -> Sequence[str]:
        """Those that are still proposed and very likely right."""
        return self._tally.sure

    def open(self, source: OpenSource | None) -> None:
        """Another source lies open; the first candidate in the book's language is looked at.

        Where the text begins in another language, it scrolls there; else nothing scrolls.
        """
        self._source = source
        self.current = ""
        ahead = passing(self.order, self.filter)
        first = self._first(ahead)
        if first is not None:
            self.look_at(first.uid, scroll=first is not ahead[0])
        else:
            self.show_again()

    def begin_at(self, passage: str) -> None:
        """Look at the first candidate of a passage or after it; nothing scrolls."""
        source = self._source
        if source is None or passage not in source.place_of:
            return
        here = (source.place_of[passage], 0)
        ahead = (c for c in self.order if source.begins(c) >= here and passes(c, self.filter))
        following = next(ahead, None)
        if following is not None:
            self.look_at(following.uid, scroll=False)

    def look_at_passage(self, passage: str, at: int, meant: str = "") -> None:
        """Look at what rests on a passage: what is meant, or stands at the letter `at`; or at none.

        Whoever is led to some words is not to decide on others.
        """
        marks = self._source.marks_of.get(passage, ()) if self._source is not None else ()
        resting = [mark for mark in marks if mark.kind is not MarkKind.ANNOTATION]
        named = [mark for mark in resting if mark.uid == meant]
        on_it = [mark for mark in resting if mark.start <= at < mark.end]
        best = next(iter((*named, *on_it, *resting)), None)
        self.current = "" if best is None else best.uid
        self.show_again()
        self.moved.emit(Passage, passage)

    def take(self, source: OpenSource) -> None:
        """The source after an edit."""
        self._source = source
        gone = self.current not in source.candidates and self.current not in source.commitments
        following = self._ahead() if gone and self.current else None
        if following is not None:
            self.look_at(following.uid, scroll=not self._in_sight(following))
            return
        if gone:
            self.current = ""
        self.show_again()

    def follow(self, edit: Edit) -> None:
        """Look at what an edit, such as an undo, has proposed again, or go on from what it decided.

        Who takes an acceptance back and does it again goes on as after the first time.
        """
        proposed = dict(_turned(edit))
        again = {uid for uid, is_proposed in proposed.items() if is_proposed}
        if again and self.current not in again:
            self.look_at_one_of(again)
        elif proposed.get(self.current) is False and self.filter is Filter.PROPOSED:
            self.go_on(self.current)

    def lead_to(self) -> bool:
        """Bring the candidate into sight; False if it is there already, and so can be decided.

        False too where it cannot be brought there: nobody is to press a key in vain.
        """
        here = self.candidate
        if here is None or self._in_sight(here):
            return False
        self.look_at(here.uid)
        return self._in_sight(here)

    def _in_sight(self, thing: Candidate | Commitment | None) -> bool:
        """Whether the first words of something that rests in this source can be seen."""
        here = self._source.anchors_here(thing)[:1] if self._source and thing else ()
        return any(self._text.sees(Spot(anchor.passage, anchor.start)) for anchor in here)

    def look_at_one_of(self, uids: Collection[str]) -> None:
        """Look at the first of some candidates, in the language that is being read if one is.

        What was accepted in one language was accepted in the others with it.
        """
        first = self._first([candidate for candidate in self.order if candidate.uid in uids])
        if first is not None:
            self.look_at(first.uid)

    def _first(self, among: Sequence[Candidate]) -> Candidate | None:
        """The first in the language that is being read, or else in any."""
        here = self.candidate
        lang = here.anchors[0].lang if here else self._context.session.book.lang
        return next((c for c in among if c.anchors[0].lang == lang), next(iter(among), None))

    def look_at(self, uid: str, *, scroll: bool = True) -> None:
        """Look at a candidate or a commitment."""
        self.current = uid
        self.show_again()
        thing = self.shown.candidate or self.shown.commitment
        if self._source is None or thing is None:
            return
        for anchor in self._source.anchors_here(thing)[:1]:
            spot = Spot(anchor.passage, anchor.start)
            if scroll:
                self._text.scroll_to(spot)
            if scroll or (self._text.sees(spot) and not self._inside(anchor)):
                self._text.put_cursor(spot)
        self.moved.emit(type(thing), uid)
        places = self._context.places
        if places.here.room is Room.SOURCES:  # what is looked at may go while one is elsewhere
            places.note(Place(Room.SOURCES, type(thing), uid))

    def _inside(self, anchor: Anchor) -> bool:
        """Whether the text cursor is in the words already: a click put it where it is to be."""
        spot = self._text.cursor_spot()
        if spot is None or spot.passage != anchor.passage:
            return False
        return anchor.start <= spot.at <= anchor.end

    def choose(self, chosen: Filter) -> None:
        """Walk through other candidates, from here on or else from the first."""
        self.filter = chosen
        here = self.candidate
        if here is None or not passes(here, chosen):
            ahead = step(self.order, self.current, chosen, 1)
            following = ahead or step(self.order, "", chosen, 1)
            if following is not None:
                self.look_at(following.uid)
                return
            self.current = ""
        self.show_again()

    def walk(self, by: int) -> None:
        """Look at the next candidate, or at the one before."""
        following = self._from_cursor(by) or step(self.order, self.current, self.filter, by)
        if following is not None:
            self.look_at(following.uid)
        else:
            _ = self._context.gettext
            self._card.say(_("The last candidate") if by > 0 else _("The first candidate"))

    def _from_cursor(self, by: int) -> Candidate | None:
        """The next one as seen from the text cursor, for who has read on elsewhere.

        None while the words that are looked at are in sight, or the cursor is not: whoever only
        scrolls to and fro goes on where they were.
        """
        source, cursor = self._source, self._text.cursor_spot()
        if source is None or cursor is None or not self._text.sees(cursor):
            return None
        if self._in_sight(self.shown.candidate or self.shown.commitment):
            return None
        before = self._before(source, cursor)
        rest = self.order[len(before) :] if by > 0 else reversed(before)
        return next((c for c in rest if passes(c, self.filter)), None)

    def _before(self, source: OpenSource, cursor: Spot) -> list[Candidate]:
        """The candidates that begin before the text cursor."""
        here = (source.place_of[cursor.passage], cursor.at)
        return [c for c in self.order if source.begins(c) < here]

    def _ahead(self) -> Candidate | None:
        """The next one from the text cursor on, or else the first."""
        source, cursor = self._source, self._text.cursor_spot()
        at = len(self._before(source, cursor)) if source is not None and cursor is not None else 0
        return next(iter(passing((*self.order[at:], *self.order[:at]), self.filter)), None)

    def go_on(self, decided: str) -> None:
        """After a deed, look at the next one that is still to be looked at, if none is yet."""
        if self.current != decided:
            return
        following = step(self.order, self.current, self.filter, 1)
        if following is not None:
            self.look_at(following.uid)
        else:
            self.show_again()

    def show_again(self) -> None:
        """Show what is looked at as it is now."""
        if self._counted is not self.order:
            self._counted = self.order
            self._tally = tally(self.order, SURE)
        self.shown = self.gatherer.view(self._source, self.current, self.filter)
        self._card.show_counts(self._tally.counts, self.filter)
        self._card.show_view(self.shown)
        self._text.set_current(self.current, self._recorded())
        self._settle()

    def _recorded(self) -> str:
        """The commitment that the candidate has become."""
        return self.shown.commitment.uid if self.shown.commitment else ""

    def _settle(self) -> None:
        """Say what can be done to what is looked at."""
        here, enable = self.candidate, self._context.actions.enable
        state = None if here is None else here.state
        open_ = state is CandidateState.PROPOSED
        unread = here is not None and here.in_bulk
        enable("reader.accept", open_ or state is CandidateState.REJECTED or unread)
        enable("reader.reject", open_)
        enable("reader.reconsider", state is CandidateState.REJECTED)
        for name in _TRIMMED:
            enable(f"reader.{name}", open_)
        enable("reader.open", isinstance(self.shown.subject, Commitment))
        for name in ("edit", "topic", "parties"):
            enable(f"reader.{name}", self.shown.subject is not None)
        enable("reader.accept-sure", bool(self.sure))


def _turned(edit: Edit) -> Iterator[tuple[str, bool]]:
    """The candidates that an edit decides or proposes again, and whether it proposes them."""
    for change in edit.changes:
        match change:
            case Replace(Candidate() as before, Candidate() as after):
                is_proposed = after.state is CandidateState.PROPOSED
                if is_proposed is not (before.state is CandidateState.PROPOSED):
                    yield after.uid, is_proposed
