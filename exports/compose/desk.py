"""What every part of the book is composed from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from briefing.markings import Scheme
from briefing.templates import Template
from briefing.things import (
    Annotation,
    Commitment,
    Insert,
    Party,
    PrintFlag,
    Source,
    Standing,
    StatusEntry,
    Topic,
    WholeBook,
    topics_in_order,
)
from exports.tree import Comment, Form, Profile
from exports.wording import Wording


@dataclass(frozen=True)
class Desk:
    """The book, how it is to be printed, and what has been cited so far."""

    whole: WholeBook
    form: Form
    wording: Wording
    today: date
    templates: dict[str, Template]
    scheme: Scheme
    links: bool = True
    """Whether the sources annex is printed with this publication, to be led to."""
    cited: dict[str, None] = field(default_factory=dict)
    """Uids of the passages that footnotes name, in order of first citation."""

    @property
    def lang(self) -> str:
        """The language of the generated words."""
        return self.wording.lang

    @property
    def working(self) -> bool:
        """Whether those who work on the book will read it, and not the principal."""
        return self.form.profile is Profile.WORKING

    @cached_property
    def topics(self) -> list[Topic]:
        """The topics as the tree reads."""
        return topics_in_order(self.whole.all(Topic))

    @cached_property
    def title_langs(self) -> dict[str, str]:
        """The language of each title of a source."""
        sources = self.whole.all(Source)
        return {one.title: one.langs[0] if one.langs else "" for one in sources if one.title}

    @cached_property
    def cited_titles(self) -> re.Pattern[str]:
        """Finds titles where citations begin: first in a footnote, or behind another citation."""
        titles = sorted(self.title_langs, key=len, reverse=True)
        any_of = "|".join(map(re.escape, titles)) or "(?!)"
        return re.compile(f"(?:^|(?<=; ))(?:{any_of})(?=, )")

    @cached_property
    def inserts_of(self) -> dict[str, list[Insert]]:
        """The inserts of each note."""
        found: dict[str, list[Insert]] = {}
        for insert in self.whole.all(Insert):
            found.setdefault(insert.note, []).append(insert)
        return found

    @cached_property
    def by_topic(self) -> dict[str | None, list[Commitment]]:
        """The commitments under the topic that lists them; None for those without one."""
        found: dict[str | None, list[Commitment]] = {topic.uid: [] for topic in self.topics}
        found[None] = []
        for commitment in self.whole.all(Commitment):
            found[commitment.topics[0] if commitment.topics else None].append(commitment)
        return found

    @cached_property
    def number_of(self) -> dict[str, int]:
        """The number of each commitment in the ledger, the same wherever it is printed."""
        ordered = [c for commitments in self.by_topic.values() for c in commitments]
        return {c.uid: number for number, c in enumerate(ordered, start=1)}

    def under(self, topic: str | None) -> list[Commitment]:
        """The commitments of a topic and of those below it; None means the whole book."""
        if topic is None:
            return [c for commitments in self.by_topic.values() for c in commitments]
        found = (c for uid in self._and_below(topic) for c in self._with_topic.get(uid, ()))
        return sorted({c.uid: c for c in found}.values(), key=lambda c: self.number_of[c.uid])

    @cached_property
    def _with_topic(self) -> dict[str, list[Commitment]]:
        """The commitments that name each topic: a book of a thousand notes asks for each."""
        found: dict[str, list[Commitment]] = {}
        for commitment in self.whole.all(Commitment):
            for topic in commitment.topics:
                found.setdefault(topic, []).append(commitment)
        return found

    def _and_below(self, topic: str) -> Iterator[str]:
        yield topic
        for below in self._children.get(topic, ()):
            yield from self._and_below(below)

    @cached_property
    def _children(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for topic in self.topics:
            if topic.parent is not None:
                found.setdefault(topic.parent, []).append(topic.uid)
        return found

    def names(self, parties: Iterable[str]) -> str:
        """Parties in a row, by name."""
        found = (self.whole.find(Party, uid) for uid in parties)
        return self.wording.listed([party.name for party in found if party is not None])

    def latest(self, commitment: Commitment) -> list[StatusEntry]:
        """The last entry for each party, the oldest party first."""
        return list(self._standing(commitment).latest)

    def overdue(self, commitment: Commitment) -> bool:
        """Whether the deadline has passed with the outcome open."""
        return self._standing(commitment).overdue(commitment.deadline, self.today)

    def _standing(self, commitment: Commitment) -> Standing:
        return Standing.of(self.whole.entries_of.get(commitment.uid, ()))

    @cached_property
    def _annotations(self) -> dict[str, list[Annotation]]:
        found: dict[str, list[Annotation]] = {}
        for annotation in self.whole.all(Annotation):
            anchor = annotation.anchor
            place = anchor.passage if anchor else annotation.commitment or annotation.note
            found.setdefault(place or "", []).append(annotation)
        return found

    def printed_remarks(self, place: str) -> list[Annotation]:
        """The annotations on a passage, commitment or note that go to print."""
        found = self._annotations.get(place, ())
        return [annotation for annotation in found if annotation.flag is PrintFlag.PRINT]

    def comments(self, *places: str) -> tuple[Comment, ...]:
        """The other annotations, for those who work on the book; none in the final profile."""
        if not self.working:
            return ()
        return tuple(
            Comment(
                author=annotation.author,
                written=annotation.written,
                kind=self.wording.named("annotation", annotation.kind),
                text=annotation.body.text,
            )
            for place in places
            for annotation in self._annotations.get(place, ())
            if annotation.flag is not PrintFlag.PRINT
        )
