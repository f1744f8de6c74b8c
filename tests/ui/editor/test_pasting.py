"""What is brought in from elsewhere, and what is carried off."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QImage, QTextCursor
from PySide6.QtWidgets import QApplication

from briefing.prose import (
    BlockQuote,
    InsertBlock,
    Item,
    List,
    Paragraph,
    Prose,
    Run,
    Subheading,
    Table,
)
from tests.ui.editor.proses import EVERY_KIND, proses, words
from ui.editor.clipboard import MATERIAL, PROSE
from ui.editor.editor import Inserts, InsertView
from ui.editor.html_in import prose_from_html
from ui.editor.html_out import html_of
from ui.editor.normal import normal
from ui.extracts import MIME as EXTRACT

PASTED = Path(__file__).parent / "pasted"
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def offered(**kinds: str) -> QMimeData:
    data = QMimeData()
    if "html" in kinds:
        data.setHtml(kinds["html"])
    if "text" in kinds:
        data.setText(kinds["text"])
    return data


@pytest.fixture
def paste(qtbot, editor):
    def paste(data: QMimeData, *, plain: bool = False) -> None:
        QApplication.clipboard().setMimeData(data)
        modifiers = CTRL | SHIFT if plain else CTRL
        qtbot.keyClick(editor.surface, Qt.Key.Key_V, modifiers)

    return paste


# Cleaning


def test_word_is_cleaned_and_loses_no_word():
    found = prose_from_html((PASTED / "word.html").read_text("utf-8"))

    en = {"lang": "en"}
    assert found.blocks == (
        Subheading(runs=words("Where it stands", **en)),
        Paragraph(
            runs=(
                Run(text="The leaders ", **en),
                Run(text="agreed", bold=True, **en),
                Run(text=" in ", **en),
                Run(text="2021", italic=True, **en),
                Run(text=" to a ", **en),
                Run(text="roadmap", href="https://example.org/roadmap", **en),
                Run(text=", signed on ", **en),
                Run(text="23 February", underline=True, **en),
                Run(text=". It holds.", footnote="Joint statement, paragraph 2.", **en),
            )
        ),
        List(
            items=(
                Item(runs=words("Health")),
                Item(runs=words("vaccines"), level=1),
                Item(runs=words("Climate")),
            )
        ),
        Paragraph(
            runs=(
                Run(text="CO2 falls by m"),
                Run(text="2", superscript=True),
                Run(text="; "),
                Run(text="la feuille de route", lang="fr"),
                Run(text=". Red"),
            )
        ),
        List(items=(Item(runs=words("First")), Item(runs=words("Second"))), ordered=True),
        Table(
            rows=(
                (words("Topic", bold=True), words("Status")),
                (words("Health\nand care"), ()),
            ),
            heads=0,
        ),
    )


def test_a_web_page_is_cleaned():
    found = prose_from_html((PASTED / "web.html").read_text("utf-8"))

    assert found.blocks == (
        Subheading(runs=words("Roadmap for a Renewed Partnership")),
        List(items=(Item(runs=words("Home")),)),
        Paragraph(
            runs=(
                Run(text="From: "),
                Run(text="Office", href="https://example.org/pm"),
                Run(text="\nFebruary 23, 2021"),
            )
        ),
        Paragraph(
            runs=(
                Run(text="Loose text "),
                Run(text="in ", bold=True),
                Run(text="a div", bold=True, italic=True),
            )
        ),
        Paragraph(runs=words("and a paragraph")),
        Paragraph(runs=words("with a tail")),
        BlockQuote(runs=words("We will act.")),
        BlockQuote(runs=words("Together.")),
        List(
            items=(
                Item(runs=words("one")),
                Item(runs=words("two")),
                Item(runs=words("two a"), level=1),
                Item(runs=words("two b"), level=1),
                Item(runs=words("three link")),
            )
        ),
        Paragraph(runs=words("line 1\n  line 2")),
        Table(
            rows=((words("Topic"), words("Status")), (words("Health"), ())),
            heads=1,
            caption="Where we are",
        ),
        Paragraph(runs=words("one")),
        Paragraph(runs=words("two")),
        Paragraph(
            runs=(
                Run(text="not bold "),
                Run(text="all", bold=True, italic=True, underline=True),
                Run(text=" "),
                Run(text="th", superscript=True),
            )
        ),
    )


@given(st.text(max_size=60))
@settings(deadline=None)
def test_no_html_however_broken_fails(text):
    assert normal(prose_from_html("<p>" + text)) == prose_from_html("<p>" + text)


def test_our_own_html_comes_back():
    kept = Prose(tuple(b for b in EVERY_KIND.blocks if not isinstance(b, InsertBlock)))

    back = prose_from_html(html_of(kept, lambda _uid: None))

    for word in ("agreed", "路线图", "vaccines", "Where we are", "We will act together."):
        assert word in html_of(kept, lambda _uid: None)
        assert word in back.text or word == back.blocks[-3].caption


# Pasting


def test_words_are_pasted_into_the_line(paste, editor):
    editor.set_prose(Prose.plain("one three"))
    editor.surface.moveCursor(QTextCursor.MoveOperation.NextWord)

    paste(offered(html="<b>two</b> ", text="two "))

    assert editor.prose().text == "one two three"


def test_blocks_are_pasted_between_what_was_there(paste, editor):
    editor.set_prose(Prose.plain("before after"))
    editor.surface.moveCursor(QTextCursor.MoveOperation.NextWord)

    paste(offered(html="<p>first</p><ul><li>item</li></ul>"))

    assert editor.prose().text == "before first\nitem\nafter"
    assert editor.prose().blocks[1] == List(items=(Item(runs=words("item")),))


@pytest.mark.parametrize("before", ["", "Do not say:"])
def test_what_is_pasted_where_nothing_may_be_disclosed_is_not_disclosed_either(
    paste, editor, before
):
    editor.set_prose(Prose((Paragraph(runs=words(before) if before else (), handling="internal"),)))
    editor.surface.moveCursor(QTextCursor.MoveOperation.End)

    paste(offered(html="<p>We give in.</p><ul><li>In May</li></ul><p>Or June.</p>"))

    first, second, third = editor.prose().blocks
    assert [first.handling, second.items[0].handling, third.handling] == ["internal"] * 3


def test_plain_text_is_pasted_without_any_styling(paste, editor):
    paste(offered(html="<h1>one</h1><b>two</b>", text="one\ntwo"), plain=True)

    assert editor.prose() == Prose.plain("one\ntwo")


def test_a_table_is_pasted_into_a_cell_as_lines(paste, editor):
    editor.set_prose(Prose((Table(rows=((words("a"),),)),)))
    editor.surface.setTextCursor(editor.surface.document().find("a"))

    paste(offered(html="<p>one</p><p>two</p>"))

    assert editor.prose().blocks[0].rows == ((words("one\ntwo"),),)


def test_a_pasted_text_is_one_step_to_undo(paste, editor):
    editor.set_prose(Prose.plain("before"))
    paste(offered(html=(PASTED / "word.html").read_text("utf-8")))

    editor.surface.undo()

    assert editor.prose() == Prose.plain("before")


def test_files_are_left_to_the_window(editor):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/tmp/release.docx")])

    assert not editor.surface.canInsertFromMimeData(data)


def test_an_extract_from_the_reader_is_left_to_the_host(qtbot, paste, editor):
    data = QMimeData()
    data.setData(EXTRACT, json.dumps({"passage": "p1"}).encode())
    data.setText("They agreed")

    with qtbot.waitSignal(editor.extract_dropped) as dropped:
        paste(data)

    assert json.loads(dropped.args[0]) == {"passage": "p1"}
    assert editor.prose() == Prose()


def test_material_says_where_it_was_dropped(qtbot, paste, editor):
    editor.set_prose(Prose.plain("one\ntwo"))
    editor.surface.moveCursor(QTextCursor.MoveOperation.End)
    data = QMimeData()
    data.setData(MATERIAL, b"{}")

    with qtbot.waitSignal(editor.material_dropped) as dropped:
        paste(data)

    assert dropped.args == ["{}", 2]


# Carrying off


def copy_all(qtbot, editor) -> QMimeData:
    qtbot.keyClick(editor.surface, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(editor.surface, Qt.Key.Key_C, CTRL)
    return QApplication.clipboard().mimeData()


def test_everything_is_copied_and_pasted_as_it_was(qtbot, paste, editor):
    editor.set_prose(EVERY_KIND)
    data = copy_all(qtbot, editor)
    assert data.hasFormat(PROSE)
    assert data.hasHtml()
    assert "agreed" in data.text()

    qtbot.keyClick(editor.surface, Qt.Key.Key_Delete)
    editor.set_prose(Prose())
    qtbot.keyClick(editor.surface, Qt.Key.Key_V, CTRL)

    assert editor.prose() == EVERY_KIND


def test_a_part_of_a_paragraph_is_copied_alone(qtbot, editor):
    editor.set_prose(EVERY_KIND)
    editor.surface.setTextCursor(editor.surface.document().find("agreed"))

    data = editor.surface.createMimeDataFromSelection()

    assert data.text() == "agreed"
    assert data.html() == "<p><strong>agreed</strong></p>"


def test_an_insert_of_another_book_is_made_anew_by_the_host(qtbot, paste, editor):
    editor.set_prose(Prose((InsertBlock(insert="u1"),)))
    editor.set_inserts(Inserts(lambda uid: InsertView("T", ("They agreed.",), keep="k")))
    copy_all(qtbot, editor)
    made = InsertView("T")
    editor.set_inserts(Inserts({"new": made}.get, {"k": "new"}.__getitem__))
    editor.set_prose(Prose())

    qtbot.keyClick(editor.surface, Qt.Key.Key_V, CTRL)

    assert editor.prose().inserts == ("new",)


def test_an_insert_that_nobody_can_make_leaves_its_words(qtbot, paste, editor):
    editor.set_prose(Prose((InsertBlock(insert="u1"),)))
    copy_all(qtbot, editor)
    editor.set_inserts(Inserts(lambda uid: None))
    editor.set_prose(Prose())

    qtbot.keyClick(editor.surface, Qt.Key.Key_V, CTRL)

    assert editor.prose().blocks == (
        BlockQuote(runs=words("They agreed.", footnote="Roadmap (u1)")),
    )


@given(proses)
@settings(deadline=None, max_examples=60)
def test_html_of_any_text_can_be_read_again(prose):
    prose_from_html(html_of(normal(prose), lambda _uid: None))


def test_a_picture_stays_out_and_one_is_told(qtbot, editor, context, paste):
    picture = QMimeData()
    picture.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    before = editor.prose()

    with qtbot.waitSignal(context.notices.said) as told:
        paste(picture)

    assert editor.prose() == before
    assert "A picture cannot be pasted" in told.args[0].text
