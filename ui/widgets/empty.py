"""What a pane says while there is nothing in it: what to do first, with the action in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.actions import bare


class EmptyPanel(QWidget):
    """A heading, a sentence or two, and buttons for the first steps."""

    def __init__(self, title: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel(title, wordWrap=True, alignment=Qt.AlignmentFlag.AlignHCenter)
        self._title.setProperty("role", "title")
        self._words = QLabel(words, wordWrap=True, alignment=Qt.AlignmentFlag.AlignHCenter)
        self._words.setProperty("role", "quiet")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 24, 24, 24)
        self._column.setSpacing(8)
        self._column.addStretch(1)
        self._column.addWidget(self._title)
        self._column.addWidget(self._words)
        self._column.addSpacing(4)
        self._column.addStretch(2)

    def say(self, title: str, words: str) -> None:
        """Say something else."""
        self._title.setText(title)
        self._words.setText(words)

    def add_actions(self, actions: Sequence[QAction]) -> None:
        """A button for each action, called what the action is called."""
        for action in actions:
            words = bare(action.text())
            button = self.add_button(words)
            button.setIcon(action.icon())
            button.clicked.connect(action.trigger)

    def add_button(self, words: str) -> QPushButton:
        """A button for a first step."""
        button = QPushButton(words)
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        place = self._column.count() - 1
        self._column.insertWidget(place, button, alignment=Qt.AlignmentFlag.AlignHCenter)
        return button
