"""How a person names a thing of a book on the command line.

A thing is named by the end of its uid as the lists print it, by a name that only it has (a topic's
name, a party's code, a tab's number), or, for a passage, by `SOURCE:NUMBER` as notes cite it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from briefing.errors import Refused
from briefing.operations.parties import find_party
from briefing.operations.topics import add_topic, find_topic
from briefing.store import BookStore
from briefing.text import fold
from briefing.things import (
    Commitment,
    Exclusion,
    Note,
    Party,
    Passage,
    Source,
    Tab,
    Thing,
    Topic,
    WholeBook,
)
from briefing.uid import short

T = TypeVar("T", bound=Thing)
_SHORTEST = 3


def one_of(things: Iterable[T], words: str, name: Callable[[T], str] = lambda _: "") -> T:
    """The one thing that the words name. Refused where none does, or several do."""
    known = list(things)
    wanted = words.strip().lower()
    found = [t for t in known if len(wanted) >= _SHORTEST and t.uid.endswith(wanted)]
    if not found:
        found = [t for t in known if name(t) and fold(name(t)) == fold(words)]
    if not found:
        found = [t for t in known if name(t) and fold(words) in fold(name(t))]
    if len(found) != 1:
        raise Refused("none-named" if not found else "several-named", words)
    return found[0]


def source(store: BookStore, words: str) -> Source:
    """The source of that number, uid or title."""
    sources = store.all(Source)
    if words.isdigit() and 1 <= int(words) <= len(sources):
        return sources[int(words) - 1]
    return one_of(sources, words, lambda s: s.title)


def passage(store: BookStore, words: str) -> Passage:
    """The passage of that uid, or `SOURCE:NUMBER`."""
    if ":" not in words:
        return one_of(store.all(Passage), words)
    of, number = words.rsplit(":", 1)
    whole = numbered(store, source(store, of))
    for uid, cited in whole.number_of.items():
        if str(cited) == number.strip():
            return whole.get(Passage, uid)
    raise Refused("none-named", words)


def numbered(store: BookStore, of: Source) -> WholeBook:
    """One source with its passages, numbered as they are cited."""
    passages = store.where(Passage, source=of.uid)
    return WholeBook.of((of, *passages, *store.all(Exclusion)))


def topic(store: BookStore, words: str) -> Topic:
    """The topic of that name or uid."""
    topics = store.all(Topic)
    return find_topic(topics, words) or one_of(topics, words, lambda t: t.name)


def topic_or_new(store: BookStore, words: str, author: str) -> Topic:
    """The topic of that name; one that the book does not have yet is added."""
    found = find_topic(store.all(Topic), words)
    if found is None:
        store.apply(add_topic(store, words), author=author)
        found = find_topic(store.all(Topic), words)
    if found is None:
        raise Refused("none-named", words)
    return found


def party(store: BookStore, words: str) -> Party:
    """The party of that code, name or uid."""
    return find_party(store, words) or one_of(store.all(Party), words, lambda p: p.name)


def commitment(store: BookStore, words: str) -> Commitment:
    """The commitment of that uid, or with those words."""
    return one_of(store.all(Commitment), words, lambda c: c.action)


def note(store: BookStore, words: str) -> Note:
    """The note of that tab's number, title or uid."""
    for label, tab in labelled_tabs(store):
        if label == words and tab.note is not None:
            return store.get(Note, tab.note)
    return one_of(store.all(Note), words, lambda n: n.title)


def tab(store: BookStore, words: str) -> Tab:
    """The tab of that label, uid or kind."""
    for label, found in labelled_tabs(store):
        if label.lower() == words.lower():
            return found
    return one_of(store.all(Tab), words, lambda t: t.title or t.kind)


def labelled_tabs(store: BookStore) -> list[tuple[str, Tab]]:
    """The tabs in order with the labels that are printed: 1, 2... for notes, then A, B..."""
    from exports.compose.labels import labels  # noqa: PLC0415 - export rooms load when needed

    tabs = sorted(store.all(Tab), key=lambda t: t.position)
    return list(zip(labels(tabs), tabs, strict=True))


def handle(thing: Thing) -> str:
    """What a list prints for a thing, and a person types."""
    return short(thing.uid)
