"""The tabs of a book as the outline lists them, read in a handful of queries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from briefing.store import BookStore
from briefing.things import Note, Section, Tab, TabKind
from exports.compose.labels import labels
from ui.names import Translate, name_of


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """A tab with what is printed before it, and the note that it holds."""

    tab: Tab
    label: str
    note: Note | None

    def title(self, book_title: str, _: Translate) -> str:
        """The tab's own title, or its note's, or what the generated part is called."""
        if self.tab.title:
            return self.tab.title
        if self.note is not None:
            return self.note.title
        return book_title if self.tab.kind is TabKind.COVER else name_of(self.tab.kind, _)


def outline_rows(store: BookStore) -> list[OutlineRow]:
    """Every tab in the order of the book."""
    tabs = sorted(store.all(Tab), key=lambda tab: tab.position)
    notes = {note.uid: note for note in store.all(Note)}
    return [
        OutlineRow(tab, label, notes.get(tab.note or ""))
        for tab, label in zip(tabs, labels(tabs), strict=True)
    ]


def words_of_notes(store: BookStore, notes: Collection[str]) -> dict[str, int]:
    """How many words each of these notes has."""
    counted: Counter[str] = Counter(dict.fromkeys(notes, 0))
    for section in store.among(Section, "note", notes):
        counted[section.note] += section.body.words
    return dict(counted)
