"""A list to choose from that folds away."""

from __future__ import annotations

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox
from typing_extensions import override


class ChoiceBox(QComboBox):
    """Leaves the wheel to the page it stands on: whoever scrolls past it chooses nothing."""

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
