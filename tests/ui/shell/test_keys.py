"""Keys that Qt gives to a field or keeps from a button, and the program does not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui.places import Place, Room
from ui.widgets.empty import EmptyPanel

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


@pytest.mark.parametrize("kind", [QPushButton, QToolButton])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_presses_the_button_that_has_the_focus_and_once(qtbot, in_front, kind, key):
    button = put(kind(), in_front)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    pressed = []
    button.clicked.connect(lambda: pressed.append(button))

    qtbot.keyClick(button, key)

    assert pressed == [button]


def test_enter_reaches_the_button_before_the_pane_that_has_a_use_for_it(qtbot, in_front):
    pane = put(QWidget(), in_front)
    opens = QAction(pane, shortcut="Return")
    opens.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    pane.addAction(opens)
    button = put(QPushButton(), pane)

    with qtbot.assertNotEmitted(opens.triggered), qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Return)


def test_enter_that_brought_the_focus_to_a_button_does_not_press_it(qtbot, in_front):
    line = put(QLineEdit(), in_front)
    button = put(QPushButton(), in_front)
    line.setFocus()
    line.returnPressed.connect(button.setFocus)

    with qtbot.assertNotEmitted(button.clicked):
        qtbot.keyPress(line, Qt.Key.Key_Return)
        qtbot.keyRelease(button, Qt.Key.Key_Return)

    assert button.hasFocus()


def test_enter_with_control_presses_nothing(qtbot, in_front):
    button = put(QPushButton(), in_front)

    with qtbot.assertNotEmitted(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Return, CONTROL)


def test_enter_in_a_dialog_presses_its_own_button_once(qtbot, in_front):
    dialog = QDialog(in_front)
    column = QVBoxLayout(dialog)
    first, second = QPushButton("First"), QPushButton("Second")
    column.addWidget(first)
    column.addWidget(second)
    dialog.open()
    pressed = []
    for button in (first, second):
        button.clicked.connect(lambda _on=False, b=button: pressed.append(b))
    second.setFocus()

    qtbot.keyClick(second, Qt.Key.Key_Return)

    assert pressed == [second]
    dialog.close()


def test_enter_does_the_first_step_that_an_empty_pane_offers(qtbot, in_front):
    in_front.context.places.go(Place(Room.SOURCES))
    panel = put(EmptyPanel("Nothing here", "Begin"), in_front)
    action = QAction("Import sources…", in_front)
    panel.add_actions([action])
    button = panel.findChild(QPushButton)
    button.show()
    button.setFocus()

    with qtbot.waitSignal(action.triggered):
        qtbot.keyClick(button, Qt.Key.Key_Return)
