"""Words found in several texts as if they were one, and others put in their place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QTextCursor, QTextDocument

from ui.editor import pen
from ui.editor.surface import Surface

_MOST = 2_000
"""Places that are counted and lit up; beyond them "more than" is said."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for."""

    words: str
    case: bool = False
    whole: bool = False

    @property
    def flags(self) -> QTextDocument.FindFlag:
        """The same for Qt."""
        found = QTextDocument.FindFlag(0)
        if self.case:
            found |= QTextDocument.FindFlag.FindCaseSensitively
        if self.whole:
            found |= QTextDocument.FindFlag.FindWholeWords
        return found


def places_of(surface: Surface, wanted: Wanted) -> list[QTextCursor]:
    """Every place in a text, each a cursor with the words selected."""
    found: list[QTextCursor] = []
    cursor = QTextCursor(surface.document())
    while wanted.words and len(found) < _MOST:
        cursor = surface.document().find(wanted.words, cursor, wanted.flags)
        if cursor.isNull():
            break
        found.append(QTextCursor(cursor))
    return found


def go_on(surfaces: Sequence[Surface], here: Surface, wanted: Wanted, step: int) -> Surface | None:
    """Select the next place after the cursor, or the one before; round the end if need be."""
    at = surfaces.index(here)
    order = [here, *_others(surfaces, at, step), here]
    for turn, surface in enumerate(order):
        cursor = surface.textCursor() if not turn else _edge(surface, step)
        flags = wanted.flags
        if step < 0:
            flags |= QTextDocument.FindFlag.FindBackward
        found = surface.document().find(wanted.words, cursor, flags)
        if not found.isNull():
            surface.setTextCursor(found)
            return surface
    return None


def replace_here(surface: Surface, wanted: Wanted, words: str) -> bool:
    """Replace the selected words, if they are what is looked for."""
    cursor = surface.textCursor()
    if not any(_same(cursor, place) for place in places_of(surface, wanted)):
        return False
    _put(cursor, words)
    return True


def replace_everywhere(surfaces: Sequence[Surface], wanted: Wanted, words: str) -> int:
    """Replace all places, in one step of each text; how many there were."""
    number = 0
    for surface in surfaces:
        places = places_of(surface, wanted)
        if not places or surface.isReadOnly():
            continue
        with pen.one_step(QTextCursor(surface.document())):
            for place in reversed(places):
                _put(place, words)
        number += len(places)
    return number


def _put(cursor: QTextCursor, words: str) -> None:
    """Put words in place of the selected ones, marked as the first of them was."""
    first = QTextCursor(cursor)
    first.setPosition(cursor.selectionStart() + 1)
    form = first.charFormat()
    with pen.one_step(cursor):
        cursor.insertText(words, form)


def _same(one: QTextCursor, other: QTextCursor) -> bool:
    return (one.selectionStart(), one.selectionEnd()) == (
        other.selectionStart(),
        other.selectionEnd(),
    )


def _others(surfaces: Sequence[Surface], at: int, step: int) -> list[Surface]:
    count = len(surfaces)
    return [surfaces[(at + step * turn) % count] for turn in range(1, count)]


def _edge(surface: Surface, step: int) -> QTextCursor:
    cursor = QTextCursor(surface.document())
    if step < 0:
        cursor.movePosition(QTextCursor.MoveOperation.End)
    return cursor
