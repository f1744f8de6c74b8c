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
        cursor = QTextCursor(document)
        cursor.setPosition(whole(document, start))
        cursor.setPosition(whole(document, start + more), QTextCursor.MoveMode.KeepAnchor)
        deed(cursor)

        found = reader.prose()
        assert found == read_prose(document)
        assert normal(found) == found


@given(st.lists(proses, max_size=4))
@settings(deadline=None, max_examples=60)
def test_a_text_that_is_shown_after_another_is_not_taken_for_it(several):
    document = QTextDocument()
    reader = Reader(document)
    for prose in several:
        document.clear()
        cursor = QTextCursor(document)
        cursor.setBlockFormat(pen.plain_block(STYLE))
        write_prose(cursor, normal(prose), STYLE)

        assert reader.prose() == normal(prose)


@given(proses, proses, st.floats(0, 1))
@settings(deadline=None, max_examples=100)
def test_what_is_pasted_and_what_was_there_lose_no_word(before, pasted, where):
    document = QTextDocument()
    write_prose(QTextCursor(document), normal(before), STYLE)
    cursor = QTextCursor(document)
    cursor.setPosition(whole(document, where))

    place(cursor, pasted, STYLE)

    letters = sorted(_letters(read_prose(document)))
    assert letters == sorted(_letters(normal(before)) + _letters(normal(pasted)))
    if read_prose(document) != normal(before):
        document.undo()
    assert read_prose(document) == normal(before)


def whole(document: QTextDocument, share: float) -> int:
    """A position that far into a text; never in the middle of a pair of UTF-16."""
    end = document.characterCount() - 1
    at = min(int(share * end), end)
    units = document.toRawText().encode("utf-16-le", "surrogatepass")
    low = units[2 * at + 1 : 2 * at + 2]
    return at + 1 if low and 0xDC <= low[0] <= 0xDF else at


def _letters(prose: Prose) -> str:
    return "".join(char for char in prose.text if char.isalnum())
