"""Random histories of a book over every kind of thing, each a list of edits that may be made.

A thing is only made once the things that it has to name are there, and only dropped when nothing
names it any more. What a field may hold is worked out from its type hint.
"""

from __future__ import annotations

import hashlib
import types
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields, replace
from datetime import date
from enum import StrEnum
from typing import Any, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from briefing.anchor import Anchor
from briefing.codec import name_of
from briefing.edits import FOR_GOOD, Add, Change, Drop, Edit, EditName, Replace
from briefing.prose import (
    BlockQuote,
    InsertBlock,
    Item,
    List,
    Paragraph,
    Prose,
    Run,
    Subheading,
    Table,
)
from briefing.store.references import references_of
from briefing.things import (
    KINDS,
    Book,
    Commitment,
    Note,
    Party,
    Passage,
    PassageKind,
    Source,
    Thing,
    Topic,
)

ORIGINALS = {
    hashlib.sha256(data).hexdigest(): data for data in (b"", b"a release", bytes(range(256)))
}
"""What a store has to keep before it is given one of the histories."""

BOOK = Book(uid="00000000-0000-7000-8000-000000000000", title="Before the meeting")

WORDS = (
    "labour", "Labor", "the leaders", "défense", "Defence", "organisation", "气候", "氣候變化",
    "U.S.", "co-operation", "œuvre", "😀", "\u0301", '"', "*", "NEAR(", "x\0y", "", " ", "\n",
)  # fmt: skip
_NAMES = tuple(name for name in EditName if name not in FOR_GOOD)
_texts = st.one_of(
    st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
)
_runs = st.builds(
    Run, text=_texts, bold=st.booleans(), lang=st.sampled_from(["", "fr"]), footnote=_texts
)
_several_runs = st.lists(_runs, max_size=2).map(tuple)
_items = st.builds(Item, runs=_several_runs, level=st.integers(0, 3))
_cells = st.lists(st.tuples(_several_runs, _several_runs), min_size=1, max_size=2).map(tuple)
_blocks = st.one_of(
    st.builds(Paragraph, runs=_several_runs, handling=st.sampled_from(["", "usable", "internal"])),
    st.builds(Subheading, runs=_several_runs),
    st.builds(BlockQuote, runs=_several_runs),
    st.builds(List, items=st.lists(_items, max_size=2).map(tuple), ordered=st.booleans()),
    st.builds(Table, rows=_cells, heads=st.integers(0, 1), caption=_texts),
    st.builds(InsertBlock, insert=_texts),
)
_prose = st.lists(_blocks, max_size=3).map(lambda blocks: Prose(tuple(blocks)))
_SIMPLE: dict[Any, st.SearchStrategy[Any]] = {
    str: _texts,
    int: st.integers(-(2**63), 2**63 - 1),
    float: st.floats(allow_nan=False),
    bool: st.booleans(),
    date: st.dates(),
    Prose: _prose,
}


@dataclass
class Shelf:
    """The things that a book would hold, while a history is made up."""

    things: dict[str, Thing] = field(default_factory=lambda: {BOOK.uid: BOOK})
    made: int = 0

    def named(self, table: str) -> list[str]:
        """What a reference to a table may hold."""
        if table == "original":
            return list(ORIGINALS)
        return [uid for uid, thing in self.things.items() if name_of(type(thing)) == table]

    def free(self) -> list[Thing]:
        """The things that no other names, so that they may go."""
        taken = {uid for thing in self.things.values() for uid in names_in(thing, but=thing.uid)}
        return [t for t in self.things.values() if t.uid not in taken and not isinstance(t, Book)]

    def uid(self) -> str:
        """A uid that is higher than all before."""
        self.made += 1
        return f"{self.made:08x}-0000-7000-8000-000000000000"

    def make(self, change: Change) -> Change:
        """Note what a change leaves behind."""
        match change:
            case Add(thing) | Replace(after=thing):
                self.things[thing.uid] = thing
            case Drop(thing):
                del self.things[thing.uid]
        return change


def names_in(value: Any, but: str = "") -> Iterable[str]:
    """The uids that a value refers to."""
    referring = references_of(type(value))
    for name in (f.name for f in fields(value)):
        held = getattr(value, name)
        for part in held if isinstance(held, tuple) else (held,):
            if isinstance(part, Anchor):
                yield from names_in(part, but)
            elif name in referring and part not in {None, but}:
                yield part


@st.composite
def histories(draw: Callable[..., Any], longest: int = 10) -> list[Edit]:
    """Edits that can be made one after another to a book that holds nothing but `BOOK`."""
    shelf = Shelf()
    first = Edit(EditName.IMPORT_SOURCE, tuple(shelf.make(add) for add in ground(shelf)), "ground")
    return [first, *(draw_edit(draw, shelf) for _ in range(draw(st.integers(0, longest))))]


def ground(shelf: Shelf) -> Iterable[Add]:
    """Things that others name, so that every kind is soon met with all that it may refer to."""
    source = Source(
        uid=shelf.uid(),
        title="Roadmap",
        file_name="roadmap.txt",
        media_type="text/plain",
        original=next(iter(ORIGINALS)),
        size=0,
        text="They agreed.",
    )
    passage = Passage(
        uid=shelf.uid(),
        source=source.uid,
        position=0,
        kind=PassageKind.PARAGRAPH,
        text="They agreed.",
        lang="en",
        start=0,
        end=12,
    )
    party = Party(uid=shelf.uid(), code="XA", name="Avaria")
    topic = Topic(uid=shelf.uid(), name="Climate")
    commitment = Commitment(uid=shelf.uid(), action="Agree", promisors=(party.uid,))
    note = Note(uid=shelf.uid(), title="Climate", template="information", topic=topic.uid)
    return map(Add, (source, passage, party, topic, commitment, note))


def draw_edit(draw: Callable[..., Any], shelf: Shelf) -> Edit:
    """An edit that can be made to what is on the shelf, which holds its result then."""
    size = draw(st.integers(1, 5))
    changes = tuple(shelf.make(draw_change(draw, shelf)) for _ in range(size))
    return Edit(draw(st.sampled_from(_NAMES)), changes, draw(_texts))


def draw_change(draw: Callable[..., Any], shelf: Shelf) -> Change:
    deed = draw(st.sampled_from(["add", "add", "add", "replace", "drop"]))
    free = shelf.free()
    if deed == "drop" and free:
        return Drop(draw(st.sampled_from(free)))
    if deed == "replace":
        kind = draw(st.sampled_from(sorted({type(t) for t in shelf.things.values()}, key=name_of)))
        before = draw(st.sampled_from([t for t in shelf.things.values() if type(t) is kind]))
        return Replace(before, draw_state(draw, shelf, before))
    possible = [kind for kind in KINDS if kind is not Book and _can_be_made(kind, shelf)]
    kind = draw(st.sampled_from(possible))
    return Add(kind(uid=shelf.uid(), **_drawn(draw, kind, shelf)))


def draw_state(draw: Callable[..., Any], shelf: Shelf, before: Thing) -> Thing:
    """Another state of a thing; now and then the same."""
    values = _drawn(draw, type(before), shelf)
    chosen = draw(st.sets(st.sampled_from(sorted(values)), max_size=3))
    return replace(before, **{name: values[name] for name in chosen})


def _drawn(draw: Callable[..., Any], kind: type[Any], shelf: Shelf) -> dict[str, Any]:
    hints, targets = get_type_hints(kind), references_of(kind)
    return {
        f.name: draw(_values(hints[f.name], targets.get(f.name, ""), shelf))
        for f in fields(kind)
        if f.name != "uid"
    }


def _values(hint: Any, target: str, shelf: Shelf) -> st.SearchStrategy[Any]:
    if get_origin(hint) in {Union, types.UnionType}:
        inner = next(part for part in get_args(hint) if part is not type(None))
        return st.one_of(st.none(), _values(inner, target, shelf))
    if get_origin(hint) is tuple:
        one = _values(get_args(hint)[0], target, shelf)
        return st.just(()) if one.is_empty else st.lists(one, max_size=3).map(tuple)
    if target:
        names = shelf.named(target)
        return st.sampled_from(names) if names else st.nothing()
    return _plain_values(hint, shelf)


def _plain_values(hint: Any, shelf: Shelf) -> st.SearchStrategy[Any]:
    if hint in _SIMPLE:
        return _SIMPLE[hint]
    if issubclass(hint, StrEnum):
        return st.sampled_from(hint)
    if not _can_be_made(hint, shelf):
        return st.nothing()
    hints, targets = get_type_hints(hint), references_of(hint)
    return st.builds(
        hint,
        **{f.name: _values(hints[f.name], targets.get(f.name, ""), shelf) for f in fields(hint)},
    )


def _can_be_made(kind: type[Any], shelf: Shelf) -> bool:
    hints = get_type_hints(kind)
    return all(
        hints[name] is not str or shelf.named(target)
        for name, target in references_of(kind).items()
    )
