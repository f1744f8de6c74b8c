"""Where a thing of the book is looked at."""

from __future__ import annotations

from briefing.codec import KIND_OF
from briefing.things import (
    Annotation,
    Book,
    Candidate,
    Commitment,
    Exclusion,
    Insert,
    Meeting,
    Note,
    Outcome,
    Pair,
    Party,
    Passage,
    Reader,
    Repair,
    Section,
    Source,
    StatusEntry,
    Tab,
    Thing,
    Topic,
)
from ui.places import Place, Room

ROOM_OF: dict[type[Thing], Room] = {
    Book: Room.OVERVIEW,
    Meeting: Room.OVERVIEW,
    Source: Room.SOURCES,
    Passage: Room.SOURCES,
    Candidate: Room.SOURCES,
    Exclusion: Room.SOURCES,
    Repair: Room.SOURCES,
    Pair: Room.SOURCES,
    Commitment: Room.COMMITMENTS,
    StatusEntry: Room.COMMITMENTS,
    Topic: Room.COMMITMENTS,
    Party: Room.COMMITMENTS,
    Outcome: Room.COMMITMENTS,
    Note: Room.BOOK,
    Section: Room.BOOK,
    Insert: Room.BOOK,
    Tab: Room.BOOK,
}


def place_of(book: Reader, kind: type[Thing], uid: str, detail: str = "") -> Place:
    """The place where a thing is looked at; a remark is looked at where it hangs."""
    remark = book.find(Annotation, uid) if kind is Annotation else None
    if remark is not None:
        return place_of_thing(remark)
    return Place(ROOM_OF.get(kind, Room.OVERVIEW), kind, uid, detail)


def place_of_thing(thing: Thing) -> Place:
    """The place where a thing is looked at, also of one that the book has no more."""
    match thing:
        case Annotation(anchor=anchor) if anchor is not None:
            return Place(Room.SOURCES, Annotation, thing.uid, anchor.passage)
        case Annotation(commitment=str(commitment)) | StatusEntry(commitment=commitment):
            return Place(Room.COMMITMENTS, Commitment, commitment)
        case Annotation(note=str(note)):
            return Place(Room.BOOK, Note, note)
        case Exclusion(passage=passage) | Repair(passage=passage):
            return Place(Room.SOURCES, Passage, passage)
        case _:
            return Place(ROOM_OF.get(type(thing), Room.OVERVIEW), type(thing), thing.uid)


def kind_named(name: str) -> type[Thing]:
    """The kind of thing that a fault or a message names, by its class or its table."""
    by_class = {kind.__name__: kind for kind in ROOM_OF} | {"Annotation": Annotation}
    return by_class.get(name) or KIND_OF[name]


__all__ = ["ROOM_OF", "kind_named", "place_of", "place_of_thing"]
