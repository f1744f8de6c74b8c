"""The parties of a book."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from briefing.candidates.gazetteer import gazetteer
from briefing.candidates.parties import slug
from briefing.edits import Add, Change, Drop, Edit, EditName, Replace
from briefing.errors import Refused
from briefing.progress import PIECE, Steps, finish, in_pieces
from briefing.text import fold
from briefing.things import (
    Book,
    Candidate,
    Commitment,
    Meeting,
    Party,
    PartyKind,
    Reader,
    Source,
    StatusEntry,
    Thing,
)
from briefing.uid import new_uid


def find_party(book: Reader, words: str) -> Party | None:
    """The party of that code, name or other name."""
    return _among(book.all(Party), words)


def party_named(held: Sequence[Party], words: str, lang: str = "en") -> Party:
    """The party that a code or name means: one of those held, or a new one that everybody knows.

    Refused where it is neither.
    """
    found = _among(held, words)
    if found is not None:
        return found
    names = gazetteer(tuple(held))
    mentioned = [m.code for m in names.mentions(words) if m.end - m.start == len(words)]
    code = next((code for code in (words, *mentioned) if code in names.entries), None)
    if code is None:
        raise Refused("none-named", words)
    return names.party(code, lang)


def _among(held: Sequence[Party], words: str) -> Party | None:
    wanted = fold(words)
    for party in held:
        if wanted in {fold(name) for name in (party.code, party.name, *party.names)}:
            return party
    return None


def add_party(book: Reader, code: str, name: str, **details: Any) -> Edit:
    """Add a party. Refused where its code is taken."""
    if find_party(book, code) is not None:
        raise Refused("party-exists", code)
    party = Party(uid=new_uid(), code=code, name=name, **details)
    return Edit(EditName.ADD_PARTY, (Add(party),), name)


def party_meant(book: Reader, words: str, lang: str) -> Party:
    """The party that words mean; where nobody knows it, a new body of that name.

    What is not in the book yet is to be added by `Add`.
    """
    try:
        return party_named(book.all(Party), words, lang)
    except Refused:
        return Party(uid=new_uid(), code=f"body:{slug(words)}", name=words, kind=PartyKind.BODY)


def code_for(book: Reader, name: str) -> str:
    """A code for a party that has none: `body:` and its name, made unique."""
    plain = "-".join(fold(name).split()) or "party"
    code, number = f"body:{plain}", 2
    while find_party(book, code) is not None:
        code, number = f"body:{plain}-{number}", number + 1
    return code


def change_party(party: Party, **details: Any) -> Edit:
    """Give a party another name, code or kind."""
    after = replace(party, **details)
    return Edit(EditName.CHANGE_PARTY, (Replace(party, after),), after.name)


def remove_party(book: Reader, party: Party) -> Edit:
    """Take a party out of the book. Refused while anything names it."""
    return remove_parties(book, (party,))


def remove_parties(book: Reader, parties: Sequence[Party]) -> Edit:
    """Take several parties out in one step: those that nothing names. Refused if there is none."""
    free = [
        party for party in parties if not any(_naming(book, kind, (party,)) for kind in _FIELDS)
    ]
    if not free:
        raise Refused("party-in-use", parties[0].name)
    return Edit(EditName.REMOVE_PARTY, tuple(map(Drop, free)), free[0].name)


def merge_parties(book: Reader, kept: Party, *gone: Party) -> Edit:
    """Make one of parties that are the same; the other names of all are kept."""
    return finish(merging(book, kept, *gone))


def merging(book: Reader, kept: Party, *gone: Party) -> Steps[Edit]:
    """Do as `merge_parties` does, a step at a time."""
    names = (name for party in gone for name in (party.name, *party.names))
    after = replace(kept, names=tuple(dict.fromkeys((*kept.names, *names))))
    changes: list[Change] = [Replace(kept, after)]
    uids = {party.uid for party in gone}
    for kind in _FIELDS:
        found = _naming(book, kind, gone)
        for piece in in_pieces(found):
            changes += (
                Replace(thing, _with_party(thing, uids, kept.uid))
                for thing in book.among(kind, "uid", piece)
            )
            if len(piece) == PIECE:
                yield len(changes), len(changes) + len(found)
    return Edit(EditName.MERGE_PARTIES, (*changes, *map(Drop, gone)), kept.name)


_FIELDS: dict[type[Thing], tuple[str, ...]] = {
    Book: ("own_party",),
    Meeting: ("parties",),
    Source: ("parties",),
    Candidate: ("promisors", "promisees", "delegate"),
    Commitment: ("promisors", "promisees", "delegate"),
    StatusEntry: ("party",),
}
"""Where things name parties."""


def _naming(book: Reader, kind: type[Thing], parties: Sequence[Party]) -> list[str]:
    """The things of a kind that name one of some parties, by uid."""
    uids = [party.uid for party in parties]
    found = (book.uids_among(kind, name, uids) for name in _FIELDS[kind])
    return sorted({uid for some in found for uid in some})


def _with_party(thing: Thing, uids: Collection[str], other: str) -> Thing:
    """The thing with another party in the place of some."""
    changed: dict[str, Any] = {}
    for name in _FIELDS[type(thing)]:
        value = getattr(thing, name)
        if isinstance(value, tuple):
            changed[name] = tuple(dict.fromkeys(other if uid in uids else uid for uid in value))
        elif value in uids:
            changed[name] = other
    return replace(thing, **changed)
