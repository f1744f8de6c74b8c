"""What is put right while it is typed: quotation marks, French spaces, the start of a list.

Each is a step of its own, taken back by one Backspace or one undo, so that nobody is argued with.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QTextCursor

from ui.editor import pen
from ui.editor.formats import Kind, Style

_THIN = "\u202f"
_HIGH = ";:!?»"
"""Marks that stand off in French."""
_STARTS: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (re.compile(r"^[-*•–] $"), Kind.BULLET),
    (re.compile(r"^1[.)] $"), Kind.NUMBER),
    (re.compile(r"^> $"), Kind.QUOTE),
)
_QUOTES = {
    "en": ("“", "”"),
    "fr": (f"«{_THIN}", f"{_THIN}»"),
    "zh": ("“", "”"),
}
_OPENS_AFTER = re.compile(r"(?:^|[\s(\[{«“‘—–/\u202f\u00a0])$")
_WHOLE = re.compile(r"(?:\bhttps?|\bmailto|\bftp|[\d/:@?&=][^\s]*)$")
"""What ends in an address or a time, in which no space belongs."""


@dataclass(frozen=True, slots=True)
class Fix:
    """Characters before the cursor that are taken away, and what stands there instead."""

    taken: int
    put: str


def fix_of(before: str, lang: str) -> Fix | None:
    """What is to be put right behind what was just typed; `before` is the line up to the cursor."""
    typed, line = before[-1:], before[:-1]
    if typed == '"' and lang in _QUOTES:
        opens = _opens(line, lang)
        closing = _QUOTES[lang][1]
        if not opens and line.endswith((" ", _THIN)) and closing[0] == _THIN:
            closing = closing[1:]
        return Fix(1, _QUOTES[lang][0] if opens else closing)
    if typed == "'":
        return Fix(1, "‘" if _OPENS_AFTER.search(line) and lang == "en" else "’")
    if lang != "fr":
        return None
    if typed == "«":
        return Fix(1, f"«{_THIN}")
    return _french(line, typed)


def _opens(line: str, lang: str) -> bool:
    """Whether a quotation begins here; in Chinese, no space says so."""
    if lang == "zh":
        return line.count("“") <= line.count("”")
    return _OPENS_AFTER.search(line) is not None


def _french(line: str, typed: str) -> Fix | None:
    if typed not in _HIGH or not line or _WHOLE.search(line):
        return None
    if line[-1] in " \u00a0" and line.strip():
        return Fix(2, _THIN + typed)
    if line[-1].isspace() or line[-1] in _HIGH:
        return None
    return Fix(1, _THIN + typed)


class Conveniences:
    """Puts right what was typed, and takes that back if the next key is Backspace."""

    def __init__(
        self,
        cursor: Callable[[], QTextCursor],
        style: Callable[[], Style],
        undo: Callable[[], None],
    ) -> None:
        self._cursor = cursor
        self._style = style
        self._undo = undo
        self._done = (-1, -1)
        """The position and the revision that the last fix has left."""

    def look(self, lang: str) -> bool:
        """Look at what was just typed; whether something was put right."""
        cursor = self._cursor()
        before = _before(cursor)
        if self._starts_block(cursor, before):
            return self._remember()
        fix = fix_of(before, lang) if before else None
        if fix is None:
            return False
        form = cursor.charFormat()
        with pen.one_step(cursor):
            cursor.movePosition(
                QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, fix.taken
            )
            cursor.insertText(fix.put, form)
        return self._remember()

    def take_back(self) -> bool:
        """Take the last fix back, if nothing was done since."""
        cursor = self._cursor()
        document = cursor.document()
        if (cursor.position(), document.revision()) != self._done or cursor.hasSelection():
            return False
        self._done = (-1, -1)
        self._undo()
        return True

    def _starts_block(self, cursor: QTextCursor, before: str) -> bool:
        if pen.shape_at(cursor).kind is not Kind.PARAGRAPH or pen.table_at(cursor) is not None:
            return False
        kind = next((kind for pattern, kind in _STARTS if pattern.match(before)), None)
        if kind is None:
            return False
        with pen.one_step(cursor):
            cursor.movePosition(
                QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor
            )
            cursor.removeSelectedText()
            pen.make(cursor, self._style(), kind)
        return True

    def _remember(self) -> bool:
        cursor = self._cursor()
        self._done = (cursor.position(), cursor.document().revision())
        return True


def _before(cursor: QTextCursor) -> str:
    """The words of the block up to the cursor; enough of them to judge by."""
    reach = QTextCursor(cursor)
    start = max(cursor.block().position(), cursor.position() - 400)
    reach.setPosition(start, QTextCursor.MoveMode.KeepAnchor)
    return reach.selectedText()
