"""Fields below each other, with their names before them."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QFormLayout, QLabel
from typing_extensions import override

_NAME = 16
"""How high a name has to be for Qt to centre it in a line of 28: it takes 7/4 of the name."""
_KEY = 2
"""Qt measures a word as a whole, and draws it wider where the letter for the key is underlined."""


class Form(QFormLayout):
    """A name stands in the middle of the first line of its field; Qt sets it a little higher."""

    @override
    def addRow(self, *row: Any) -> None:
        super().addRow(*row)
        name = self.itemAt(self.rowCount() - 1, QFormLayout.ItemRole.LabelRole)
        if name is not None and isinstance(label := name.widget(), QLabel):
            label.setMinimumHeight(_NAME)
            label.setMinimumWidth(label.sizeHint().width() + _KEY)
