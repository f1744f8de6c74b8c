"""What the card says of what is looked at, gathered from the book."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from briefing.edits import Edit, thing_of
from briefing.operations.proposals import Proposals, Sections
from briefing.store import BookStore
from briefing.text import fold
from briefing.things import (
    Candidate,
    CandidateState,
    Commitment,
    Exclusion,
    Pair,
    Passage,
    Topic,
)
from exports.wording import Wording
from ui.reader.opened import OpenSource
from ui.reader.walk import Filter, passing, place_of
from ui.words import LANGUAGES

Subject: TypeAlias = Candidate | Commitment


@dataclass(frozen=True, slots=True)
class CardView:
    """What the card shows. With neither candidate nor commitment it says what to do first."""

    candidate: Candidate | None = None
    commitment: Commitment | None = None
    place: int = 0
    """Among the candidates that are walked through, from 1; 0 if it is none of them."""
    count: int = 0
    """How many are walked through."""
    total: int = 0
    """How many candidates the source has."""
    topics: tuple[str, ...] = ()
    versions: tuple[str, ...] = ()
    """Where else it stands: what says the same is decided with it."""
    proposed: str = ""
    """The name of the topic that the section proposes, where none is chosen."""
    deadline_said: bool = True
    """Whether its passages have the words of its deadline: an adviser may have typed them."""

    @property
    def subject(self) -> Subject | None:
        """What is edited on the card: a candidate until it is accepted, then the commitment."""
        return self.commitment or self.candidate


class Gatherer:
    """Gathers views; what the sections of a source propose is worked out once."""

    def __init__(self, store: BookStore, wording: Wording) -> None:
        self._store = store
        self._wording = wording
        self._sections: Sections = {}
        self._order: Sequence[Candidate] = ()
        self._chosen = Filter.ALL
        self._walked: Sequence[Candidate] = ()
        self.topics: dict[str, str] = {}
        """The topic that was chosen for a candidate which is not accepted yet."""

    def view(self, source: OpenSource | None, uid: str, chosen: Filter) -> CardView:
        """The view of a candidate or commitment of an open source, as one walks through it."""
        view = self._view(source, uid, chosen)
        return replace(view, deadline_said=self._is_said(view.subject))

    def _is_said(self, subject: Subject | None) -> bool:
        if subject is None or not subject.deadline.text:
            return False
        words = fold(subject.deadline.text)
        uids = [anchor.passage for anchor in subject.anchors]
        return any(words in fold(p.text) for p in self._store.among(Passage, "uid", uids))

    def _view(self, source: OpenSource | None, uid: str, chosen: Filter) -> CardView:
        if source is None:
            return CardView()
        walked = self._walked_through(source.order, chosen)
        count, total = len(walked), len(source.order)
        candidate = source.candidates.get(uid)
        recorded = uid if candidate is None else candidate.commitment
        commitment = source.commitments.get(recorded or "")
        at = place_of(walked, uid)
        place = 0 if at is None else at + 1
        if candidate is None or commitment is not None:
            topics = commitment.topics if commitment else ()
            return CardView(candidate, commitment, place, count, total, topics)
        topics, proposed = self._topics_of(candidate)
        versions = self._versions_of(candidate)
        return CardView(candidate, None, place, count, total, topics, versions, proposed)

    def _walked_through(self, order: Sequence[Candidate], chosen: Filter) -> Sequence[Candidate]:
        """Chosen once for each state of the source: a key waits for it."""
        if self._order is not order or self._chosen is not chosen:
            self._order, self._chosen = order, chosen
            self._walked = passing(order, chosen)
        return self._walked

    def proposals(self) -> Proposals:
        """Proposes topics for candidates of the book."""
        return Proposals(self._store, self._sections)

    def take(self, edit: Edit) -> None:
        """Keep up with an edit."""
        if edit.touches(Exclusion, Pair, Passage):
            self._sections.clear()

    def _topics_of(self, candidate: Candidate) -> tuple[tuple[str, ...], str]:
        """The topic that was chosen or is there, or else the name of a new one."""
        chosen = self.topics.get(candidate.uid)
        if chosen:
            return (chosen,), ""
        proposals = self.proposals()
        uid = proposals.topic_for([candidate])
        new = (thing_of(change) for change in proposals.added)
        name = next((t.name for t in new if isinstance(t, Topic) and t.uid == uid), "")
        return ((uid,) if uid and not name else ()), name

    def _versions_of(self, candidate: Candidate) -> tuple[str, ...]:
        """The other places that say the same, by their language and their source."""
        if not candidate.group or candidate.state is not CandidateState.PROPOSED:
            return ()
        others = self._store.among(Candidate, "group", [candidate.group])
        open_ones = [c for c in others if c.state is CandidateState.PROPOSED]
        titles = self._store.source_titles() if len(open_ones) > 1 else {}
        found: dict[str, None] = {}
        for other in open_ones:
            if other.uid != candidate.uid:
                lang = other.anchors[0].lang
                words = self._wording.named("lang", lang) if lang in LANGUAGES else lang
                elsewhere = other.source != candidate.source
                found[f"{words} ({titles[other.source]})" if elsewhere else words] = None
        return tuple(found)
