"""An editor, shown, in the window's own context."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.editor.editor import Inserts, InsertView, ProseEditor
from ui.places import Room


@pytest.fixture
def context(window):
    return window.context


@pytest.fixture
def editor(qtbot: QtBot, context) -> ProseEditor:
    context.actions.enter(Room.BOOK)  # where the menus show what can be done to a text
    editor = ProseEditor(context)
    editor.set_inserts(Inserts(lambda uid: InsertView(f"Roadmap ({uid})", ("They agreed.",))))
    editor.resize(700, 500)
    qtbot.addWidget(editor)
    editor.show()
    qtbot.waitExposed(editor)
    editor.setFocus(Qt.FocusReason.OtherFocusReason)
    return editor
