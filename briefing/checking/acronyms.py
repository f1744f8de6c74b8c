"""Acronyms that a reader of the printed page would have to guess."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefing.checking.corpus import everything, expansions
from briefing.checking.fault import Fault, Ground, Severity, fault
from briefing.things import Note, Party, WholeBook

ACRONYM = re.compile(r"\b[A-Z][A-Z0-9&]*[A-Z][A-Z0-9]*s?\b")
"""Two capitals or more: COVAX, G7 is not one, P&I is."""
_ROMAN = re.compile(r"[IVXLC]+")


def expanded(whole: WholeBook) -> frozenset[str]:
    """The acronyms that a note, a source or a party of the book spells out."""
    found = set(everything(whole).expanded)
    for note in whole.all(Note):
        found.update(*map(expansions, _note_texts(whole, note)))
    for party in whole.all(Party):
        found.update((party.code, *(name for name in party.names if name.isupper())))
    return frozenset(found)


def never_expanded(ground: Ground) -> Iterable[Fault]:
    """Acronyms that a note uses and nothing in the book spells out."""
    known = expanded(ground.whole)
    for note in ground.whole.all(Note):
        seen: set[str] = set()
        for text in _note_texts(ground.whole, note):
            for word in ACRONYM.findall(text):
                acronym = word.rstrip("s")
                if acronym not in known | seen and not _ROMAN.fullmatch(acronym):
                    seen.add(acronym)
                    yield fault("acronym", Severity.MEND, note, note.title, acronym)


def _note_texts(whole: WholeBook, note: Note) -> Iterator[str]:
    for section in whole.sections_of.get(note.uid, {}).values():
        yield section.body.text
