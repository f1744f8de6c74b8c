"""A book with many sources, commitments and notes."""

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
from briefing.operations import notes
from briefing.store import BookStore
from briefing.things import (
    Book,
    Commitment,
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
