"""Names for controls that a screen reader would else call by their value."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLabel


def name_choice(choice: QComboBox, words: str) -> None:
    """Name a choice that has no label; it must stand in its layout already.

    On Unix the accessible name of a combo box is its value, and only a label beside it, be it one
    that nobody sees, says what it is for.
    """
    choice.setAccessibleName(words)
    label = QLabel(words, choice.parentWidget())
    label.setBuddy(choice)
    label.hide()
