"""What a hand does in the stories: keys go where the focus is, and things are found by words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from ui.faults import fault_short
from ui.files import FileAsker
from ui.speech import Speech

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier
PATIENCE = 60_000
STEPS = 120


class Paths:
    """Answers the platform's file dialogs: whoever asks is given these paths."""

    def __init__(self, *paths: Path) -> None:
        self.paths = list(paths)
        self.asked: list[str] = []

    def answer(self, asker: FileAsker) -> None:
        """Answer all that it is asked."""
        asker.open, asker.save = self.open, self.save

    def open(
        self, parent: QWidget, title: str, kind: str, names: str, then: Callable[..., object]
    ) -> None:
        """Choose files that are there."""
        self.asked.append(title)
        then(self.paths)

    def save(
        self,
        parent: QWidget,
        title: str,
        kind: str,
        names: str,
        name: str,
        then: Callable[..., object],
    ) -> None:
        """Choose where a file is to be written."""
        self.asked.append(title)
        then(self.paths)


class Hand:
    """Presses keys and clicks in whatever window is in front."""

    def __init__(self, qtbot) -> None:
        self.qtbot = qtbot

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        """Press a key where the focus is."""
        for _ in range(times):
            self.qtbot.keyClick(_focus(), key, modifier)

    def type(self, words: str) -> None:
        """Type words where the focus is."""
        self.qtbot.keyClicks(_focus(), words)

    def press_until(self, key: Qt.Key, there: Callable[[QWidget], bool]) -> None:
        """Press a key until what has the focus is as wanted."""
        for _ in range(STEPS):
            if there(_focus()):
                return
            self.press(key)
        raise AssertionError(f"no {key} led there: {_focus()}")

    def retype(self, words: str) -> None:
        """Type words in place of those that are there."""
        self.press(Qt.Key.Key_A, CTRL)
        self.type(words)

    def click(self, widget: QWidget, place: QPoint | None = None) -> None:
        """Click at a place of something, or in its middle."""
        where = widget.rect().center() if place is None else place
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=where)

    def find(self, words: str) -> None:
        """Do what the command palette calls so."""
        self.press(Qt.Key.Key_P, CTRL | SHIFT)
        self.type(words)
        self.press(Qt.Key.Key_Return)

    def until(self, condition: Callable[[], object]) -> None:
        """Wait until something holds."""
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=PATIENCE)

    def front(self, window: QWidget) -> None:
        """Bring a window to the front."""
        window.activateWindow()
        self.qtbot.waitUntil(window.isActiveWindow)

    def close(self, window: QWidget) -> None:
        """Close a window, and wait until it is gone."""
        gone: list[bool] = []
        window.destroyed.connect(lambda: gone.append(True))
        window.close()
        self.until(lambda: gone)


def button(parent: QWidget, words: str) -> QAbstractButton:
    """The button that begins with some words."""
    return next(
        found
        for found in parent.findChildren(QAbstractButton)
        if found.isVisible() and found.text().replace("&", "").startswith(words)
    )


def named(parent: QWidget, kind: type, name: str) -> QWidget:
    """What is seen, of a kind, by the name that a screen reader says."""
    (found,) = (
        child
        for child in parent.findChildren(kind)
        if child.isVisible() and child.accessibleName() == name
    )
    return found


def said(parent: QWidget) -> str:
    """The words of all labels that are seen."""
    labels = (label for label in parent.findChildren(QLabel) if label.isVisible())
    return "\n".join(label.text() for label in labels)


def faults(readiness) -> list[str]:
    """What the readiness list lists, a line for each fault."""
    return [fault_short(fault, Speech.of("en")) for batch in readiness.batches for fault in batch]


def shown(kind: type) -> list:
    """The windows of a kind that are open."""
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]


def _focus() -> QWidget:
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus
