"""Keys that Qt gives to the field that is written in, and the program to its actions."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QLineEdit
from typing_extensions import override

CONTROL = Qt.KeyboardModifier.ControlModifier


class EmacsLine(QLineEdit):
    """A line that has the keys of X11, wherever it is tested."""

    @override
    def event(self, event):
        if event.type() is QEvent.Type.ShortcutOverride and event.modifiers() & CONTROL:
            event.accept()
            return True
        return super().event(event)


@pytest.fixture
def in_front(qtbot, window):
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def put(widget, window):
    widget.setParent(window)
    widget.show()
    widget.setFocus()
    return widget


def in_a_box() -> QComboBox:
    box = QComboBox(editable=True)
    box.setLineEdit(EmacsLine())
    return box


@pytest.mark.parametrize("make", [EmacsLine, in_a_box])
def test_the_key_of_an_action_is_not_that_of_the_line_that_is_written_in(qtbot, in_front, make):
    field = put(make(), in_front)

    with qtbot.waitSignal(in_front.context.actions["file.export"].triggered):
        qtbot.keyClick(field, Qt.Key.Key_E, CONTROL)


@pytest.mark.parametrize("key", [Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_X])
def test_the_keys_of_the_clipboard_stay_those_of_the_line(qtbot, in_front, key):
    line = put(EmacsLine("words"), in_front)
    action = QAction(in_front)
    action.setShortcut(Qt.Modifier.CTRL | key)
    in_front.addAction(action)

    with qtbot.assertNotEmitted(action.triggered):
        qtbot.keyClick(line, key, CONTROL)


def test_the_arrows_go_on_moving_by_words_in_a_line(qtbot, in_front):
    line = put(EmacsLine("one two"), in_front)
    action = QAction(in_front, shortcut="Ctrl+Left")
    in_front.addAction(action)

    with qtbot.assertNotEmitted(action.triggered):
        qtbot.keyClick(line, Qt.Key.Key_Left, CONTROL)

    assert line.cursorPosition() == len("one ")


def test_a_key_that_no_action_has_is_left_to_the_line(qtbot, in_front):
    line = put(EmacsLine("words"), in_front)
    line.selectAll()

    qtbot.keyClick(line, Qt.Key.Key_Backspace, CONTROL)

    assert not line.text()
