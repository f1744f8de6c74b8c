"""What each action does to the text of an editor, and whether it is done already."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from ui.editor import pen, tables
from ui.editor.formats import OBJECT, Kind, Prop, Shape, char_format, footnote_format, marks_of
from ui.editor.surface import Surface

Deed = Callable[[Surface], None]
State = Callable[[Surface], bool]


def set_mark(surface: Surface, **value: Any) -> None:
    """Mark the selected words, or what is typed next."""
    cursor = surface.textCursor()
    if cursor.hasSelection():
        pen.mark(cursor, surface.style_now, lambda marks: replace(marks, **value))
    else:
        marks = replace(marks_of(surface.currentCharFormat()), **value)
        kind = pen.shape_at(cursor).kind
        surface.setCurrentCharFormat(char_format(marks, kind, surface.style_now))


def has_mark(surface: Surface, name: str) -> bool:
    """Whether all selected words, or what is typed next, have a mark."""
    cursor = surface.textCursor()
    if cursor.hasSelection():
        return pen.all_marked(cursor, name)
    return bool(getattr(marks_of(surface.currentCharFormat()), name))


def _toggle(name: str) -> Deed:
    def deed(surface: Surface) -> None:
        set_mark(surface, **{name: not has_mark(surface, name)})

    return deed


def _marked(name: str) -> State:
    return lambda surface: has_mark(surface, name)


def _kind(kind: Kind) -> Deed:
    return lambda surface: pen.make(surface.textCursor(), surface.style_now, kind)


def _is(kind: Kind) -> State:
    return lambda surface: _shape(surface).kind is kind


def _shape(surface: Surface) -> Shape:
    return pen.shape_at(surface.textCursor())


def _handling(handling: str) -> Deed:
    def deed(surface: Surface) -> None:
        now = _shape(surface).handling
        pen.handle(surface.textCursor(), surface.style_now, "" if now == handling else handling)

    return deed


def _handled(handling: str) -> State:
    return lambda surface: _shape(surface).handling == handling


def _lang(lang: str) -> Deed:
    return lambda surface: set_mark(surface, lang=lang)


def _speaks(lang: str) -> State:
    def state(surface: Surface) -> bool:
        if surface.textCursor().hasSelection():
            return pen.marks_at(surface.textCursor()).lang == lang
        return marks_of(surface.currentCharFormat()).lang == lang

    return state


def _table(deed: Callable[..., None]) -> Deed:
    def done(surface: Surface) -> None:
        cursor = surface.textCursor()
        deed(cursor, surface.style_now)
        surface.setTextCursor(cursor)

    return done


def _new_table(surface: Surface) -> None:
    """Into its first cell goes what is typed next, wherever the keyboard was."""
    _table(tables.new_table)(surface)
    surface.setFocus(Qt.FocusReason.OtherFocusReason)


def _indent(step: int) -> Deed:
    return lambda surface: pen.indent(surface.textCursor(), surface.style_now, step)


def _clear(surface: Surface) -> None:
    cursor = surface.textCursor()
    if cursor.hasSelection():
        pen.clear(cursor, surface.style_now)
    else:
        set_mark(surface, **dict.fromkeys(("bold", "italic", "underline", "superscript"), False))


DEEDS: dict[str, Deed] = {
    **{f"text.{n}": _toggle(n) for n in ("bold", "italic", "underline", "superscript")},
    "text.clear": _clear,
    "text.subheading": _kind(Kind.SUBHEADING),
    "text.bullets": _kind(Kind.BULLET),
    "text.numbering": _kind(Kind.NUMBER),
    "text.quote": _kind(Kind.QUOTE),
    "text.deeper": _indent(1),
    "text.higher": _indent(-1),
    "text.usable": _handling("usable"),
    "text.internal": _handling("internal"),
    "text.table": _new_table,
    "text.row-above": _table(tables.row_above),
    "text.row-below": _table(tables.row_below),
    "text.column-before": _table(tables.column_before),
    "text.column-after": _table(tables.column_after),
    "text.remove-row": _table(tables.remove_row),
    "text.remove-column": _table(tables.remove_column),
    "text.remove-table": _table(tables.remove_table),
    "text.head-row": _table(tables.head_row),
    "text.lang-en": _lang("en"),
    "text.lang-fr": _lang("fr"),
    "text.lang-zh": _lang("zh"),
    "text.lang-none": _lang(""),
}
STATES: dict[str, State] = {
    **{f"text.{n}": _marked(n) for n in ("bold", "italic", "underline", "superscript")},
    "text.subheading": _is(Kind.SUBHEADING),
    "text.bullets": _is(Kind.BULLET),
    "text.numbering": _is(Kind.NUMBER),
    "text.quote": _is(Kind.QUOTE),
    "text.usable": _handled("usable"),
    "text.internal": _handled("internal"),
    "text.head-row": lambda surface: tables.has_head(surface.textCursor()),
    "text.lang-en": _speaks("en"),
    "text.lang-fr": _speaks("fr"),
    "text.lang-zh": _speaks("zh"),
    "text.lang-none": _speaks(""),
}
IN_TABLE = (
    "text.row-above",
    "text.row-below",
    "text.column-before",
    "text.column-after",
    "text.remove-row",
    "text.remove-column",
    "text.remove-table",
    "text.head-row",
    "text.caption",
)
"""Actions that need a table under the cursor."""


# Links and notes, of which a bar asks the words


def link_at(surface: Surface) -> str:
    """The address of the link under the cursor."""
    return pen.marks_at(surface.textCursor()).href


def set_link(surface: Surface, href: str) -> None:
    """Link the selected words, or those of the link under the cursor; the address if none are."""
    cursor = surface.textCursor()
    if not cursor.hasSelection():
        choose_link(cursor)
    with pen.one_step(cursor):
        if not cursor.hasSelection() and href:
            kind = pen.shape_at(cursor).kind
            marks = replace(marks_of(cursor.charFormat()), href=href)
            cursor.insertText(href, char_format(marks, kind, surface.style_now))
        else:
            pen.mark(cursor, surface.style_now, lambda marks: replace(marks, href=href))
    cursor.clearSelection()
    surface.setTextCursor(cursor)


def choose_link(cursor: QTextCursor) -> None:
    """Select the whole link under the cursor, whatever else its words are."""
    href = marks_of(cursor.charFormat()).href
    found = (-1, -1)
    for start, end, form in pen.stretches(cursor.block()):
        if not href or marks_of(form).href != href:
            continue
        if found[1] == start:
            found = (found[0], end)
        elif found[1] < cursor.position():
            found = (start, end)
    if found[0] <= cursor.position() <= found[1]:
        cursor.setPosition(found[0])
        cursor.setPosition(found[1], QTextCursor.MoveMode.KeepAnchor)


def note_at(surface: Surface) -> int:
    """The position of the call of a footnote that touches the cursor; -1 if there is none."""
    at = surface.textCursor().selectionEnd()
    return next((place for place in surface.footnotes.places() if place in {at - 1, at}), -1)


def note_text(surface: Surface, position: int) -> str:
    """What a footnote says."""
    call = QTextCursor(surface.document())
    call.setPosition(position + 1)
    return call.charFormat().property(Prop.FOOTNOTE) or ""


def set_note(surface: Surface, text: str) -> None:
    """Have the footnote at the cursor say this, or a new one; without words it goes."""
    cursor = surface.textCursor()
    place = note_at(surface)
    with pen.one_step(cursor):
        if place >= 0:
            cursor.setPosition(place)
            cursor.setPosition(place + 1, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        else:
            cursor.setPosition(cursor.selectionEnd())
        if text:
            cursor.insertText(OBJECT, footnote_format(text, surface.style_now))
    surface.setTextCursor(cursor)
