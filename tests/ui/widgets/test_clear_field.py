"""A line of words to look for, emptied by a button that the keyboard reaches."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton, QVBoxLayout, QWidget

from ui.widgets.clear_field import ClearField


@pytest.fixture
def page(qtbot, window):
    """A field, and something after it that can have the focus."""
    page = QWidget()
    page.field, page.other = ClearField(window.context, "Find a source"), QToolButton()
    column = QVBoxLayout(page)
    column.addWidget(page.field)
    column.addWidget(page.other)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    page.field.setFocus()
    qtbot.waitUntil(page.field.hasFocus)
    return page


def type_and_tab(qtbot, page):
    qtbot.keyClicks(page.field, "quay")
    qtbot.keyClick(page.field, Qt.Key.Key_Tab)
    return QApplication.focusWidget()


def test_an_empty_line_has_nothing_to_clear(qtbot, page):
    assert not page.field.button.isVisible()

    qtbot.keyClick(page.field, Qt.Key.Key_Tab)

    assert page.other.hasFocus()


def test_tab_goes_to_the_button_once_something_is_typed_and_then_on(qtbot, page):
    button = type_and_tab(qtbot, page)

    assert button is page.field.button
    assert button.accessibleName() == "Clear “Find a source”"
    qtbot.keyClick(button, Qt.Key.Key_Tab)
    assert page.other.hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space], ids=["Return", "Space"])
def test_the_button_clears_the_line_and_gives_the_cursor_back(qtbot, page, key):
    button = type_and_tab(qtbot, page)

    with qtbot.assertNotEmitted(page.field.returnPressed):
        qtbot.keyClick(button, key)

    assert not page.field.text()
    assert page.field.hasFocus()
    assert not button.isVisible()


def test_what_is_typed_on_the_button_does_not_land_in_the_line(qtbot, page):
    button = type_and_tab(qtbot, page)

    qtbot.keyClicks(button, "s")

    assert page.field.text() == "quay"


def test_a_click_clears_the_line_and_it_can_be_taken_back(qtbot, page):
    qtbot.keyClicks(page.field, "quay")

    with qtbot.waitSignal(page.field.textEdited):
        qtbot.mouseClick(page.field.button, Qt.MouseButton.LeftButton)

    assert not page.field.text()
    page.field.undo()
    assert page.field.text() == "quay"


def test_the_button_can_be_hit_and_does_not_cover_the_words(qtbot, page):
    qtbot.keyClicks(page.field, "quay")
    button = page.field.button

    assert min(button.width(), button.height()) >= 24
    assert page.field.rect().contains(button.geometry())
    assert page.field.textMargins().right() >= button.width()
