"""What help shows."""

from __future__ import annotations

from ui.shell.help import KeySheet
from ui.speech import Speech


def test_the_heads_of_the_keys_show_no_letter_of_a_menu(qtbot, window):
    context = window.context
    sheet = KeySheet(context.actions, Speech.of("zh"), context.look, window)
    qtbot.addWidget(sheet)

    assert "文件" in sheet.text
    assert "(F)" not in sheet.text
