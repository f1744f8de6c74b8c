"""Whatever is done to a text, in any order: what was read before is not taken for what is there."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from briefing.prose import Prose
from tests.ui.editor.proses import proses
from ui.editor import pen, tables
from ui.editor.formats import Kind, Marks, Style
from ui.editor.normal import normal
from ui.editor.placing import place
from ui.editor.reading import Reader, read_prose
from ui.editor.writing import write_prose
from ui.looks.colours import LIGHT

STYLE = Style(LIGHT, 16)
pytestmark = pytest.mark.usefixtures("qapp")

deeds = st.one_of(
    st.sampled_from(Kind).filter(lambda k: k not in {Kind.CELL, Kind.HEAD, Kind.INSERT}).map(
        lambda kind: lambda cursor: pen.make(cursor, STYLE, kind)
    ),
    st.sampled_from(["", "usable", "internal"]).map(
        lambda handling: lambda cursor: pen.handle(cursor, STYLE, handling)
    ),
    st.sampled_from([-1, 1]).map(lambda step: lambda cursor: pen.indent(cursor, STYLE, step)),
    st.just(lambda cursor: pen.mark(cursor, STYLE, lambda _marks: Marks(bold=True, lang="fr"))),
    st.just(lambda cursor: pen.put_insert(cursor, STYLE, "u9")),
    st.text(max_size=3).map(lambda text: lambda cursor: cursor.insertText(text)),
    st.just(lambda cursor: cursor.removeSelectedText()),
    st.just(lambda cursor: cursor.insertBlock()),
    st.sampled_from(
        [tables.row_above, tables.row_below, tables.column_after, tables.remove_row,
         tables.remove_column, tables.head_row]
    ).map(lambda deed: lambda cursor: deed(cursor, STYLE)),
    proses.map(lambda prose: lambda cursor: place(cursor, prose, STYLE)),
    st.just(lambda cursor: cursor.document().undo()),
    st.just(lambda cursor: cursor.document().redo()),
)  # fmt: skip
spots = st.tuples(st.floats(0, 1), st.floats(0, 0.3))


@given(proses, st.lists(st.tuples(spots, deeds), max_size=8))
@settings(deadline=None, max_examples=150)
def test_what_is_remembered_is_what_is_there(prose, steps):
    document = QTextDocument()
    write_prose(QTextCursor(document), normal(prose), STYLE)
    reader = Reader(document)
    assert reader.prose() == normal(prose)

    for (start, more), deed in steps:
        end = document.characterCount() - 1
        cursor = QTextCursor(document)
        cursor.setPosition(int(start * end))
        cursor.setPosition(min(int((start + more) * end), end), QTextCursor.MoveMode.KeepAnchor)
        deed(cursor)

        found = reader.prose()
        assert found == read_prose(document)
        assert normal(found) == found


@given(proses, proses, st.floats(0, 1))
@settings(deadline=None, max_examples=100)
def test_what_is_pasted_and_what_was_there_lose_no_word(before, pasted, where):
    document = QTextDocument()
    write_prose(QTextCursor(document), normal(before), STYLE)
    cursor = QTextCursor(document)
    cursor.setPosition(int(where * (document.characterCount() - 1)))

    place(cursor, pasted, STYLE)

    letters = sorted(_letters(read_prose(document)))
    assert letters == sorted(_letters(normal(before)) + _letters(normal(pasted)))
    if normal(pasted):
        document.undo()
    assert read_prose(document) == normal(before)


def _letters(prose: Prose) -> str:
    return "".join(char for char in prose.text if char.isalnum())
