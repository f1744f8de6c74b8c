"""Which topic a candidate belongs to when the adviser has not said so.

The sections of its source propose the topics: a heading names a topic of the book, in any language
that the topic is known by, or else a new one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeAlias

from briefing.anchor import Anchor
from briefing.candidates.topics import ProposedTopic, propose_topics
from briefing.edits import Add, Change
from briefing.operations.topics import find_topic
from briefing.things import Book, Candidate, Exclusion, Pair, Passage, Reader, Topic
from briefing.uid import new_uid

Sections: TypeAlias = dict[str, tuple[ProposedTopic, ...]]
"""The topics that the sections of each source propose."""


class Proposals:
    """Topics for candidates of a book, and what must be added to the book for them.

    What the sections of a source propose can be handed in, for who asks again and again.
    """

    def __init__(self, book: Reader, sections: Sections | None = None) -> None:
        self.lang = book.all(Book)[0].lang
        self._book = book
        self._known = tuple(book.all(Topic))
        self._topics = list(self._known)
        self._place: dict[str, tuple[int, int]] = {}
        self._of_source = {} if sections is None else sections

    @property
    def added(self) -> tuple[Change, ...]:
        """The topics that are new, in the order of the sections of the fullest source."""
        first = max((t.position for t in self._known if t.parent is None), default=-1) + 1
        new = [topic for topic in self._topics if topic.uid in self._place]
        new.sort(key=lambda topic: self._place[topic.uid])
        return tuple(
            Add(replace(topic, position=position))
            for position, topic in enumerate(new, start=first)
        )

    def topic_for(self, group: Sequence[Candidate]) -> str | None:
        """The uid of the topic that the section of one of a group proposes.

        None where all of them stand outside any section.
        """
        return self.topic_at([candidate.anchors[0] for candidate in group])

    def topic_at(self, anchors: Sequence[Anchor]) -> str | None:
        """The uid of the topic that the section of one of some places proposes, if any does."""
        for anchor in sorted(anchors, key=lambda a: a.lang != self.lang):
            passage = self._book.find(Passage, anchor.passage)
            if passage is None:
                continue
            for place, proposal in enumerate(self._proposals(passage.source)):
                if passage.section in proposal.headings:
                    sections = len(self._proposals(passage.source))
                    return self._topic(proposal, (-sections, place)).uid
        return None

    def _topic(self, proposal: ProposedTopic, place: tuple[int, int]) -> Topic:
        for name in (proposal.name, *proposal.names):
            found = find_topic(self._topics, name)
            if found is not None:
                if found.uid in self._place:
                    self._place[found.uid] = min(self._place[found.uid], place)
                return found
        topic = Topic(uid=new_uid(), name=proposal.name, names=proposal.names)
        self._topics.append(topic)
        self._place[topic.uid] = place
        return topic

    def _proposals(self, source: str) -> tuple[ProposedTopic, ...]:
        if source not in self._of_source:
            passages = self._book.where(Passage, source=source)
            uids = [passage.uid for passage in passages]
            excluded = {e.passage for e in self._book.among(Exclusion, "passage", uids)}
            kept = [p for p in passages if p.uid not in excluded]
            kept.sort(key=lambda p: p.position)
            sides = (self._book.among(Pair, side, uids) for side in ("left", "right"))
            pairs = {pair.uid: pair for some in sides for pair in some}
            in_order = [pairs[uid] for uid in sorted(pairs)]
            self._of_source[source] = propose_topics(kept, in_order, self.lang)
        return self._of_source[source]
