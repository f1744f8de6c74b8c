"""A part of a book that is enough to compose some inserts, read without the rest of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from typing_extensions import override

from briefing.anchor import Anchor
from briefing.markings import load_scheme
from briefing.store import BookStore
from briefing.things import (
    Annotation,
    Commitment,
    Passage,
    Repair,
    Source,
    StatusEntry,
    Thing,
    WholeBook,
)
from exports.compose.desk import Desk
from exports.tree import Form
from exports.wording import Wording


@dataclass(frozen=True)
class Excerpt(WholeBook):
    """Some things of a book, with the numbers that they have in the whole of it."""

    passage_numbers: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    @override
    def number_of(self) -> dict[str, int]:
        """The numbers of its passages; the passages before them are not here to be counted."""
        return dict(self.passage_numbers)


@dataclass(frozen=True)
class ExcerptDesk(Desk):
    """A desk with an excerpt on it."""

    ledger: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    @override
    def number_of(self) -> dict[str, int]:
        return dict(self.ledger)


def desk_of(
    excerpt: WholeBook, wording: Wording, today: date, ledger: Mapping[str, int]
) -> ExcerptDesk:
    """A desk to compose inserts from; they need no templates."""
    return ExcerptDesk(
        whole=excerpt,
        form=Form(),
        wording=wording,
        today=today,
        templates={},
        scheme=load_scheme(excerpt.book.scheme),
        links=False,
        ledger=ledger,
    )


def excerpt_of(
    store: BookStore,
    base: Iterable[Thing],
    commitments: Sequence[Commitment],
    anchors: Iterable[Anchor] = (),
) -> Excerpt:
    """What is needed to compose these commitments and extracts, beside what `base` has."""
    uids = [commitment.uid for commitment in commitments]
    cited = {anchor.passage for c in commitments for anchor in c.anchors}
    cited |= {anchor.passage for anchor in anchors}
    passages = store.among(Passage, "uid", cited)
    headings = store.among(Passage, "uid", {p.section for p in passages if p.section} - cited)
    remarks = {
        remark.uid: remark
        for remark in (
            *store.among(Annotation, "anchor__passage", cited),
            *store.among(Annotation, "commitment", uids),
        )
    }
    things: list[Thing] = [
        *base,
        *commitments,
        *passages,
        *headings,
        *store.among(Source, "uid", {passage.source for passage in passages}),
        *store.among(Repair, "passage", cited),
        *store.among(StatusEntry, "commitment", uids),
        *remarks.values(),
    ]
    return Excerpt(dict(WholeBook.of(things).things), store.passage_numbers(cited))


def ledger_numbers(store: BookStore, topics: Sequence[str]) -> dict[str, int]:
    """The number of each commitment in the ledger of a book whose topics stand in this order."""
    place = {topic: number for number, topic in enumerate(topics)}
    listed = sorted(store.listed_under(), key=lambda pair: place.get(pair[1] or "", len(place)))
    return {uid: number for number, (uid, _topic) in enumerate(listed, start=1)}
