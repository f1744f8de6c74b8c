"""Books that are large in one way each: many sources and notes, or one source full of marks."""

from __future__ import annotations

import random
from pathlib import Path

from benchmarks.books import (
    a_commitment,
    a_note,
    a_source,
    a_status,
    add,
    parties,
    passages,
    renumber_tabs,
)
from briefing.anchoring import make_anchor
from briefing.operations import notes
from briefing.store import BookStore
from briefing.things import (
    Book,
    Candidate,
    Commitment,
    Firmness,
    Passage,
    PassageKind,
    Source,
    Thing,
    Topic,
)
from briefing.uid import new_uid


def make_library(path: Path, sources: int, commitments: int, topics: int) -> BookStore:
    """A book as a ministry's desk may have after years: a note for each topic."""
    dice = random.Random(11)  # noqa: S311 - the same book each time
    store = BookStore.create(path, Book(uid=new_uid(), title="The desk’s library", lang="en"))
    both = parties()
    add(store, [*(change.thing for change in notes.first_tabs()), *both])
    original = store.keep(b"Made up for measuring.")
    tree = [Topic(uid=new_uid(), name=f"Topic {n + 1}", position=n) for n in range(topics)]
    add(store, list(tree))
    each = -(-commitments // sources)
    made: list[list[Commitment]] = [[] for _ in tree]
    for number in range(sources):
        things: list[Thing] = []
        texts = list(passages(dice, f"Matter {number + 1}", each))
        source = a_source(texts, number, original)
        things += [source, *texts]
        for place, (english, chinese) in enumerate(zip(texts[1::2], texts[2::2], strict=True)):
            topic = (number * each + place) % topics
            one = a_commitment(dice, (source, english, chinese), tree[topic], both)
            made[topic].append(one)
            things += [one, a_status(dice, one)]
        add(store, things)
    add(
        store,
        [t for n, topic in enumerate(tree) for t in a_note(dice, topic, made[n], n) if made[n]],
    )
    renumber_tabs(store)
    return store


def make_long_source(path: Path, size: int, marks: int) -> tuple[BookStore, str]:
    """A book with one source of so many characters and marks; the source's uid."""
    dice = random.Random(13)  # noqa: S311
    store = BookStore.create(path, Book(uid=new_uid(), title="One long source", lang="en"))
    add(store, [*(change.thing for change in notes.first_tabs()), *parties()])
    original = store.keep(b"Made up for measuring.")
    texts = _long_texts(dice, size)
    source = a_source(texts, 0, original)
    marked = [p for p in texts if p.kind is not PassageKind.HEADING and p.lang == "en"]
    add(store, [source, *texts])
    add(store, _marks(dice, source, marked, marks))
    return store, source.uid


def _long_texts(dice: random.Random, size: int) -> list[Passage]:
    found: list[Passage] = []
    while sum(len(p.text) for p in found[-1:]) == 0 or found[-1].end < size:
        for passage in passages(dice, f"Matter {len(found) + 1}"):
            start = found[-1].end + 1 if found else 0
            found.append(
                Passage(
                    uid=new_uid(),
                    source="",
                    position=len(found),
                    kind=passage.kind,
                    text=passage.text,
                    lang=passage.lang,
                    start=start,
                    end=start + len(passage.text),
                    level=passage.level,
                )
            )
    return found


def _marks(
    dice: random.Random, source: Source, passages_of: list[Passage], count: int
) -> list[Thing]:
    """Candidates and commitments in turn, spread over the whole text."""
    made: list[Thing] = []
    for number in range(count):
        passage = passages_of[number * len(passages_of) // count]
        middle = passage.text.index(". ") + 1
        start, end = (0, middle - 1) if number % 2 else (middle + 1, len(passage.text) - 1)
        anchor = make_anchor(source, passage, start, end)
        if dice.choice((True, False)):
            made.append(
                Candidate(
                    uid=new_uid(),
                    source=source.uid,
                    anchors=(anchor,),
                    firmness=Firmness.AGREED,
                    reasons=("trigger:agreed to",),
                    confidence=0.8,
                )
            )
        else:
            made.append(Commitment(uid=new_uid(), action=anchor.quote, anchors=(anchor,)))
    return made
