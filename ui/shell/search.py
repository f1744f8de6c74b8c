"""Search everything: one field, answers grouped by kind, as one types."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from PySide6.QtWidgets import QWidget

from briefing.store import Hit
from briefing.text import HAN, fold
from briefing.things import (
    Annotation,
    Commitment,
    Note,
    Party,
    Passage,
    Section,
    Source,
    Thing,
    Topic,
)
from ui.context import Context
from ui.shell.finder import Finder, FinderRow
from ui.whereabouts import place_of

_MOST = 60
_EACH = 8
"""Answers of one kind that are shown at once."""
_BEFORE = 28
"""Letters before what was found; a Chinese character takes the room of two."""
_LONG = 160
_CHOSEN = {Passage, Section}
"""Kinds of which the words that were found are chosen in their text."""
_HAN = re.compile(f"[{HAN}]")

Answer = tuple[type[Thing], str, str]


class SearchPanel(Finder):
    """Sources, passages, commitments, notes and remarks by their words; topics and parties too."""

    def __init__(self, context: Context, window: QWidget) -> None:
        _ = context.gettext
        super().__init__(
            context,
            _("Search everything"),
            _("Words in sources, commitments, notes and annotations"),
            window,
        )
        self._context = context
        self._answers: list[Answer] = []
        self.asked.connect(self._ask)
        self.chosen.connect(self._go)

    def _ask(self, words: str) -> None:
        _ = self._context.gettext
        if not words.strip():
            self.show_rows((), _("Type some words. They may be in English, French or Chinese."))
            return
        self._context.session.try_flush()
        self._answers = []
        rows = [*self._named(words), *self._hits(words)]
        self.show_rows(
            rows, "" if rows else _("Nothing in the book answers “{words}”.").format(words=words)
        )

    def _hits(self, words: str) -> Iterator[FinderRow]:
        hits = self._context.session.store.search(words, _MOST)
        for kinds, title in _groups(self._context.gettext):
            found = [hit for hit in hits if hit.kind in kinds][:_EACH]
            if found:
                yield FinderRow(title=title, head=True)
                yield from (self._row(hit) for hit in found)

    def _named(self, words: str) -> Iterator[FinderRow]:
        """Topics and parties whose name holds the words."""
        _ = self._context.gettext
        store = self._context.session.store
        wanted = fold(words)
        kinds: Sequence[tuple[type[Topic] | type[Party], str]] = (
            (Topic, _("Topics")),
            (Party, _("Parties")),
        )
        for kind, title in kinds:
            found = [
                thing
                for thing in store.all(kind)
                if any(wanted in fold(name) for name in (thing.name, *thing.names))
            ][:_EACH]
            if found:
                yield FinderRow(title=title, head=True)
            for thing in found:
                self._answers.append((kind, thing.uid, ""))
                yield FinderRow(title=thing.name, key=len(self._answers) - 1)

    def _row(self, hit: Hit) -> FinderRow:
        found = next((hit.text[start:end] for start, end in hit.spans), "")
        self._answers.append((hit.kind, hit.uid, found if hit.kind in _CHOSEN else ""))
        text, spans = excerpt(hit.text, hit.spans)
        return FinderRow(
            title=text, detail=self._within(hit), spans=spans, key=len(self._answers) - 1
        )

    def _within(self, hit: Hit) -> str:
        store = self._context.session.store
        if hit.kind is Passage:
            source = store.find(Source, hit.within)
            return source.title if source else ""
        if hit.kind is Section:
            note = store.find(Note, hit.within)
            return note.title if note else ""
        return ""

    def _go(self, key: int) -> None:
        kind, uid, detail = self._answers[key]
        self._context.places.go(place_of(self._context.session.store, kind, uid, detail))


def _groups(_: Callable[[str], str]) -> tuple[tuple[tuple[type[Thing], ...], str], ...]:
    return (
        ((Commitment,), _("Commitments")),
        ((Note, Section), _("Notes")),
        ((Annotation,), _("Annotations")),
        ((Source,), _("Sources")),
        ((Passage,), _("Passages")),
    )


def excerpt(text: str, spans: Sequence[tuple[int, int]]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """One line around the first words that were found, and where in it they stand."""
    begin = _beginning(text, spans[0][0] if spans else 0)
    lead = "…" if begin else ""
    shown = lead + text[begin : begin + _LONG].replace("\n", " ").replace("\t", " ")
    moved = tuple(
        (start - begin + len(lead), min(end - begin + len(lead), len(shown)))
        for start, end in spans
        if begin <= start < begin + _LONG
    )
    return shown, moved


def _beginning(text: str, first: int) -> int:
    """Where a line begins that still shows what stands there: before a word, if one is near."""
    begin, room = first, _BEFORE
    while begin and room > 0:
        begin -= 1
        room -= 2 if _HAN.match(text[begin]) else 1
    space = text.find(" ", begin, first - 1) if begin else -1
    return begin if space < 0 else space + 1
