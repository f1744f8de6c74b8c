"""Words that no dictionary knows, under a wavy line."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QMenu

from briefing.operations.parties import add_party
from briefing.prose import Paragraph, Prose, Run
from ui.editor import dictionaries
from ui.editor.dictionaries import Dictionary, words_in

pytest.importorskip("hunspell")


@pytest.fixture(autouse=True)
def books(monkeypatch, tmp_path: Path) -> Path:
    """A French dictionary of four words, in the user's own folder; no other is to be found."""
    monkeypatch.setenv("BRIEFING_DATA_HOME", str(tmp_path))
    monkeypatch.setattr(dictionaries, "_folders", lambda: iter([dictionaries.own_folder()]))
    folder = dictionaries.own_folder()
    folder.mkdir(parents=True)
    (folder / "fr_CA.aff").write_text("SET UTF-8\nTRY abcdefghijklmnopqrstuvwxyzé'\n", "utf-8")
    (folder / "fr_CA.dic").write_text("4\nsommet\naccord\nété\nles\n", "utf-8")
    return folder


def wrong(editor) -> list[str]:
    return sorted(
        one.cursor.selectedText()
        for one in editor.surface.extraSelections()
        if one.format.underlineStyle() is QTextCharFormat.UnderlineStyle.WaveUnderline
    )


def test_unknown_words_in_view_get_a_line(qtbot, editor):
    editor.set_lang("en")
    editor.set_prose(Prose.plain("The leaders agred on COVAX, see www.exampel.org 😀 teh 2nd"))

    qtbot.waitUntil(lambda: wrong(editor) == ["agred", "teh"])


def test_each_word_is_looked_up_in_its_own_language(qtbot, editor):
    editor.set_lang("en")
    runs = (Run(text="The summit, "), Run(text="l’accord, les étés, sommet", lang="fr"))
    editor.set_prose(Prose((Paragraph(runs=runs),)))

    qtbot.waitUntil(lambda: wrong(editor) == ["étés"])


def test_names_in_the_sources_are_right_as_they_are_written_there(qtbot, editor, context):
    editor.set_lang("en")
    editor.set_prose(Prose.plain("From Saltholm, not saltholm or Saltholn, to Marenne"))

    qtbot.waitUntil(lambda: wrong(editor) == ["Saltholn", "saltholm"])


def test_names_that_the_book_has_are_right(qtbot, editor, context):
    context.session.run(add_party(context.session.store, "XQ", "Republic of Xqrz"))
    editor.set_lang("en")
    editor.set_prose(Prose.plain("Xqrz’s pledge to Xqrzz"))

    qtbot.waitUntil(lambda: wrong(editor) == ["Xqrzz"])


def test_a_language_without_a_dictionary_is_left_alone(qtbot, editor):
    editor.set_lang("de")
    editor.set_prose(Prose((Paragraph(runs=(Run(text="Quatsch "), Run(text="teh", lang="en"))),)))

    qtbot.waitUntil(lambda: wrong(editor) == ["teh"])


def test_what_may_be_meant_is_in_the_menu(qtbot, editor):
    editor.set_lang("fr")
    editor.set_prose(Prose.plain("les somet"))
    qtbot.waitUntil(lambda: wrong(editor) == ["somet"])
    editor.surface.setTextCursor(editor.surface.document().find("somet"))

    editor.surface.customContextMenuRequested.emit(editor.surface.cursorRect().center())
    menu = editor.findChild(QMenu)
    qtbot.waitUntil(lambda: menu.actions()[0].text() == "sommet")
    menu.actions()[0].trigger()
    menu.close()

    assert editor.prose() == Prose.plain("les sommet")


def test_a_word_of_ones_own_is_right_from_now_on(qtbot, editor):
    editor.set_lang("fr")
    editor.set_prose(Prose.plain("les Trudeau"))
    qtbot.waitUntil(lambda: wrong(editor) == ["Trudeau"])
    editor.surface.setTextCursor(editor.surface.document().find("Trudeau"))

    editor.surface.customContextMenuRequested.emit(editor.surface.cursorRect().center())
    menu = editor.findChild(QMenu)
    next(a for a in menu.actions() if "Trudeau" in a.text()).trigger()
    menu.close()

    qtbot.waitUntil(lambda: wrong(editor) == [])
    assert "Trudeau" in dictionaries.own_words()


def test_the_word_that_is_being_written_is_not_judged(qtbot, editor):
    editor.set_lang("fr")
    qtbot.keyClicks(editor.surface, "zz zzz")
    qtbot.waitUntil(lambda: wrong(editor) == ["zz"])

    qtbot.keyClick(editor.surface, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: wrong(editor) == ["zz", "zzz"])


def test_spelling_is_switched_off_and_on(qtbot, editor, context):
    editor.set_lang("fr")
    editor.set_prose(Prose.plain("zz"))
    qtbot.waitUntil(lambda: wrong(editor) == ["zz"])

    context.actions["text.spelling"].trigger()
    assert wrong(editor) == []

    context.actions["text.spelling"].trigger()
    assert wrong(editor) == ["zz"]


@pytest.mark.parametrize("word", ["colour", "organisation", "centre", "defence", "programme"])
def test_british_words_are_right_where_only_an_american_book_is_there(word):
    assert Dictionary.of("en").knows(word)
    assert not Dictionary.of("en").knows(word + "zq")


def test_what_has_no_spelling_is_not_looked_at():
    text = (
        "NATO, G7 and CO2 at 5km: mail a.b@example.org or https://x.org/yy; don't—气候 co-operate"
    )

    assert [word for _at, word in words_in(text)] == [
        "and", "at", "mail", "or", "don't", "co-operate",
    ]  # fmt: skip
