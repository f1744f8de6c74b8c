"""Writes a book with as many commitments as wanted; the same number gives the same words."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from briefing.anchoring import make_anchor
from briefing.edits import Add, Edit, EditName
from briefing.operations import notes
from briefing.store import BookStore
from briefing.things import (
    Book,
    Commitment,
    Deadline,
    DeadlineKind,
    Firmness,
    Party,
    Passage,
    PassageKind,
    Source,
    Status,
    StatusEntry,
    Thing,
    Topic,
)
from briefing.uid import new_uid

_NAMES = ("Aldmark", "Brenna", "Ilmar", "Karst", "Marenne", "Norrland", "Ostrava", "Saltholm")
_WORDS = (
    *("strengthen", "publish", "connect", "reduce", "restore", "finance", "inspect", "train"),
    *("harbour", "rail", "water", "school", "wind", "river", "customs", "rescue", "warning"),
    *("seed", "battery", "port", "coastal", "road", "energy", "health", "climate", "trade"),
    *("data", "peatland", "vaccine", "border", "fisheries", "research", "space", "steel"),
)
_HAN = "双方同意在港口铁路水质学校风电海关救援领域加强合作并公布共同数据"
_SOURCES = 300
_TOPICS = 60
_LEADS = 12


def make_register(path: Path, commitments: int, seed: int = 7) -> BookStore:
    """A new book with this many commitments of 300 sources under 60 topics, open."""
    dice = random.Random(seed)  # noqa: S311 - the same book each time, not a secret
    book = Book(uid=new_uid(), title=f"A book of {commitments} commitments")
    store = BookStore.create(path, book)
    first = [change.thing for change in notes.first_tabs()]
    parties = [Party(uid=new_uid(), code=f"X{n[0]}", name=n) for n in _NAMES]
    topics = list(_topics())
    _add(store, [*first, *parties, *topics])
    original = store.keep(b"The words of this source were made up for measuring.")
    for number in range(_SOURCES):
        share = commitments * (number + 1) // _SOURCES - commitments * number // _SOURCES
        _add(store, list(_source(dice, number, share, (parties, topics, original))))
    return store


def _add(store: BookStore, things: list[Thing]) -> None:
    store.apply(Edit(EditName.IMPORT_SOURCE, tuple(Add(thing) for thing in things)))


def _topics() -> Iterator[Topic]:
    above: str | None = None
    for number in range(_TOPICS):
        uid = new_uid()
        below = number % 6
        yield Topic(
            uid=uid,
            name=f"{_WORDS[number % len(_WORDS)].capitalize()} {number + 1}",
            parent=above if below else None,
            position=number,
        )
        if not below:
            above = uid


def _source(
    dice: random.Random, number: int, share: int, given: tuple[list[Party], list[Topic], str]
) -> Iterator[Thing]:
    parties, topics, original = given
    uid = new_uid()
    texts = [_text(dice) for _ in range(share)]
    source = Source(
        uid=uid,
        title=f"Joint statement {number + 1}",
        file_name=f"statement-{number + 1}.txt",
        media_type="text/plain",
        original=original,
        size=1,
        text="\n".join(texts),
        langs=("en", "zh"),
        issued=date(2020, 1, 1) + timedelta(days=7 * number),
    )
    yield source
    start = 0
    for position, text in enumerate(texts):
        passage = Passage(
            uid=new_uid(),
            source=uid,
            position=position,
            kind=PassageKind.ITEM,
            text=text,
            lang="zh" if text[0] > "\u2e80" else "en",
            start=start,
            end=start + len(text),
        )
        start += len(text) + 1
        commitment = _commitment(dice, (source, passage), parties, topics)
        yield passage
        yield commitment
        yield from _entries(dice, commitment)


def _text(dice: random.Random) -> str:
    if dice.random() < 0.2:  # noqa: PLR2004
        return "双方同意" + "".join(dice.choices(_HAN, k=dice.randint(20, 50))) + "。"
    words = " ".join(dice.choices(_WORDS, k=dice.randint(8, 26)))
    return f"The two sides agreed to {words}."


def _commitment(
    dice: random.Random, words: tuple[Source, Passage], parties: list[Party], topics: list[Topic]
) -> Commitment:
    anchor = make_anchor(*words, 0, len(words[1].text) - 1)
    day = date(2024, 1, 1) + timedelta(days=dice.randint(0, 2500))
    deadline = Deadline(kind=DeadlineKind.DATE, value=day.isoformat(), text=f"by {day.year}")
    firmness = dice.choice(list(Firmness))
    return Commitment(
        uid=new_uid(),
        action=anchor.quote,
        promisors=tuple(p.uid for p in dice.sample(parties, dice.choice((1, 1, 2, 2, 3)))),
        kind=firmness.kind,
        firmness=firmness,
        deadline=deadline if dice.random() < 0.6 else Deadline(),  # noqa: PLR2004
        topics=tuple(t.uid for t in dice.sample(topics, dice.choice((1, 1, 1, 2)))),
        anchors=(anchor,),
        lead=f"Desk {dice.randint(1, _LEADS)}",
        next_step="Ask for the figures of last year." if dice.random() < 0.5 else "",  # noqa: PLR2004
    )


def _entries(dice: random.Random, commitment: Commitment) -> Iterator[StatusEntry]:
    for party in commitment.promisors[: dice.randint(0, 2)]:
        yield StatusEntry(
            uid=new_uid(),
            commitment=commitment.uid,
            party=party,
            status=dice.choice(list(Status)),
            as_of=date(2026, dice.randint(1, 11), dice.randint(1, 28)),
            evidence="As the yearly report says.",
        )
