"""The menus: what is in them, and for which workspace."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit

from ui.places import Place, Room


def titles(window) -> list[str]:
    bar = window.menuBar().actions()
    return [action.text().replace("&", "") for action in bar if action.isVisible()]


@pytest.fixture
def toured(window):
    """A window in which every workspace has been entered once."""
    for room in Room:
        window.context.places.go(Place(room))
    return window


def test_a_workspace_shows_its_own_menus_and_no_others(qtbot, toured):
    toured.context.places.go(Place(Room.COMMITMENTS))

    assert "Commitment" in titles(toured)
    assert not {"Source", "Candidate", "Note", "Tab", "Insert"} & set(titles(toured))


@pytest.mark.parametrize("room", list(Room))
def test_no_key_means_two_things_in_a_workspace(qtbot, toured, room):
    toured.context.places.go(Place(room))

    keys = Counter(
        keys.toString()
        for spec, action in toured.context.actions.all()
        if action.isEnabled() and not spec.local
        for keys in action.shortcuts()
    )
    assert [key for key, count in keys.items() if count > 1] == []


@pytest.mark.parametrize("room", list(Room))
def test_no_line_stands_twice_in_a_menu(toured, room):
    toured.context.places.go(Place(room))

    for entry in toured.menuBar().actions():
        lines = Counter(a.text() for a in entry.menu().actions() if a.isVisible() and a.text())
        assert [line for line, count in lines.items() if count > 1] == []


def test_no_menu_has_more_lines_than_a_small_screen(qtbot, toured):
    for entry in toured.menuBar().actions():
        lines = [a for a in entry.menu().actions() if not a.isSeparator()]
        assert len(lines) <= 24, entry.text()


def test_copy_in_the_menu_copies_from_what_has_the_focus(qtbot, window):
    field = QLineEdit("words to copy", window)
    field.show()
    field.setFocus()
    field.selectAll()

    window.context.actions["edit.copy"].trigger()

    assert QApplication.clipboard().text() == "words to copy"
    assert QKeySequence(QKeySequence.StandardKey.Copy).toString() in (
        window.context.actions["edit.copy"].text()
    )
