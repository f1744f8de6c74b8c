"""A list to choose from that folds away."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter
from typing_extensions import override

_MARGIN = 2
"""Pixels that styles leave before and after the words, and the box after what it cuts."""


class ChoiceBox(QComboBox):
    """Leaves the wheel to the page it stands on: whoever scrolls past it chooses nothing.

    Words that are longer than the box end with “…”, where Qt cuts a letter in two.
    """

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.currentIndex() < 0:
            super().paintEvent(event)  # a hint, or nothing
            return
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = (
            self.style()
            .subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self)
            .width()
        )
        metrics, ending = self.fontMetrics(), Qt.TextElideMode.ElideRight
        if metrics.horizontalAdvance(option.currentText) > room - _MARGIN:
            room -= 2 * _MARGIN
            option.currentText = metrics.elidedText(option.currentText, ending, room)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
