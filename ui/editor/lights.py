"""Grounds and lines under words that are not of the text: places found, words misspelt."""

from __future__ import annotations

from PySide6.QtWidgets import QTextEdit

Lit = QTextEdit.ExtraSelection


class Lights:
    """Layers over one text; each is set by whoever knows it."""

    def __init__(self, text: QTextEdit) -> None:
        self._text = text
        self._layers: dict[str, list[Lit]] = {}

    def put(self, layer: str, lit: list[Lit]) -> None:
        """Set what is lit in a layer; the text is painted anew only if that is something else."""
        if _places(lit) != _places(self._layers.get(layer, [])):
            self._layers[layer] = lit
            self._text.setExtraSelections([one for some in self._layers.values() for one in some])


def _places(lit: list[Lit]) -> list[tuple[int, int]]:
    return [(one.cursor.selectionStart(), one.cursor.selectionEnd()) for one in lit]
