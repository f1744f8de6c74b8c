"""Grounds and lines under words that are not of the text: places found, words misspelt."""

from __future__ import annotations

from PySide6.QtWidgets import QTextEdit


class Lights:
    """Layers over one text; each is set by whoever knows it."""

    def __init__(self, text: QTextEdit) -> None:
        self._text = text
        self._layers: dict[str, list[QTextEdit.ExtraSelection]] = {}

    def put(self, layer: str, lit: list[QTextEdit.ExtraSelection]) -> None:
        """Set what is lit in a layer."""
        if lit or self._layers.get(layer):
            self._layers[layer] = lit
            self._text.setExtraSelections([one for some in self._layers.values() for one in some])
