"""What help shows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QTextTable
from PySide6.QtWidgets import QApplication, QTextBrowser

from ui.places import Place, Room
from ui.settings import Appearance
from ui.shell.help import KeySheet, guide
from ui.speech import Speech
from ui.words import LANGUAGES


def test_the_heads_of_the_keys_show_no_letter_of_a_menu(qtbot, window):
    context = window.context
    sheet = KeySheet(context.actions, Speech.of("zh"), context.look, window)
    qtbot.addWidget(sheet)

    assert "文件" in sheet.text
    assert "(F)" not in sheet.text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_two_keys_of_a_menu_are_for_the_same_name(qtbot, window, lang):
    context = window.context
    for room in Room:
        context.places.go(Place(room))
    sheet = KeySheet(context.actions, Speech.of(lang), context.look, window)
    qtbot.addWidget(sheet)
    document = sheet.findChild(QTextBrowser).document()
    tables = [
        child for child in document.rootFrame().childFrames() if isinstance(child, QTextTable)
    ]

    assert len(tables) > len(Room)
    for table in tables:
        rows = range(table.rows())
        names = [table.cellAt(row, 0).firstCursorPosition().block().text() for row in rows]
        assert len(set(names)) == len(names), names


def test_a_page_that_is_read_shows_when_it_has_the_focus(qtbot, window):
    look = window.context.look
    look.wear(Appearance.LIGHT)
    dialog = guide(window.context.speech, window)
    qtbot.addWidget(dialog)
    dialog.show()
    page = dialog.findChild(QTextBrowser)
    page.setFocus()
    qtbot.waitUntil(page.hasFocus)
    edge = QPoint(1, page.height() // 2)

    assert page.grab().toImage().pixelColor(edge) == QColor(look.colours.accent)
    look.wear(Appearance.SYSTEM)


def test_a_french_sign_does_not_begin_a_line_of_the_guide(qtbot, window):
    dialog = guide(Speech.of("fr"), window)
    qtbot.addWidget(dialog)

    words = dialog.findChild(QTextBrowser).document().toRawText()

    assert "\u00a0;" in words
    assert " ;" not in words


def test_a_report_that_is_copied_says_so(qtbot, window):
    with qtbot.waitSignal(window.context.notices.said) as said:
        window.context.actions["help.report"].trigger()

    assert "The report is on the clipboard." in str(said.args)
    assert "PySide6" in QApplication.clipboard().text()


def test_a_name_that_no_action_has_leaves_a_sentence_and_no_empty_page(qtbot, window):
    context = window.context
    sheet = KeySheet(context.actions, context.speech, context.look, window)
    qtbot.addWidget(sheet)

    qtbot.keyClicks(sheet.field, "zzz")

    assert sheet.text == "No action with a key is called that."


def test_the_settings_open_with_a_key_on_every_desktop(qtbot, window):
    assert window.context.actions["program.settings"].shortcut().toString() == "Ctrl+,"
