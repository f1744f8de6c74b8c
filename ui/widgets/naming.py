"""Names for controls that a screen reader would else call by their value."""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol

from PySide6.QtWidgets import QComboBox, QLabel


class Numbered(Protocol):
    """A card that may be one of several."""

    def number(self, number: int) -> None:
        """Say which of several it is; 0 for the only one."""
        ...


def name_choice(choice: QComboBox, words: str) -> None:
    """Name a choice that has no label; it must stand in its layout already.

    On Unix the accessible name of a combo box is its value, and only a label beside it, be it one
    that nobody sees, says what it is for.
    """
    choice.setAccessibleName(words)
    label = QLabel(words, choice.parentWidget())
    label.setBuddy(choice)
    label.hide()


def number_apart(cards: Collection[Numbered]) -> None:
    """Name cards apart, for who does not see which is which."""
    for number, card in enumerate(cards, start=1):
        card.number(number if len(cards) > 1 else 0)
