"""A list to choose from that folds away."""

from __future__ import annotations

from itertools import islice

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget
from typing_extensions import override

from briefing.text import fold

AnyIndex = QModelIndex | QPersistentModelIndex
_BY_LETTERS = Qt.MatchFlag.MatchStartsWith | Qt.MatchFlag.MatchWrap
_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
"""What may be held down while one types."""
_MARGIN = 2
"""Pixels that styles leave before and after the words, and the box after what it cuts."""


class _Choices(QStandardItemModel):
    """Matches what is typed with the words of a choice, whatever symbol stands before them."""

    @override
    def match(
        self,
        start: AnyIndex,
        role: int,
        value: object,
        hits: int = 1,
        flags: Qt.MatchFlag = _BY_LETTERS,
    ) -> list[QModelIndex]:
        if role != Qt.ItemDataRole.DisplayRole or not flags & Qt.MatchFlag.MatchStartsWith:
            return super().match(start, role, value, hits, flags)
        count, typed = self.rowCount(), fold(str(value))
        rows = ((start.row() + step) % count for step in range(count))
        found = (index for index in (self.index(row, 0) for row in rows) if _begins(index, typed))
        return list(islice(found, max(hits, 1)))


def _begins(index: QModelIndex, typed: str) -> bool:
    words = fold(str(index.data()))
    at = next((at for at, letter in enumerate(words) if letter.isalnum()), 0)
    return words.startswith(typed) or words.startswith(typed, at)


def _is_typed(key: QKeyEvent) -> bool:
    """Whether a key is of words: Enter and Escape are Qt's own, and end the choice."""
    words = key.text().strip()
    return bool(words) and words.isprintable() and not key.modifiers() & ~_PLAIN


class ChoiceBox(QComboBox):
    """Leaves the wheel to the page it stands on: whoever scrolls past it chooses nothing.

    Words that are longer than the box end with “…”, where Qt cuts a letter in two. Letters typed
    go to the choice whose words begin with them, past a symbol; while the list is open they are
    its alone, where Qt gives them to the single-letter keys of the pane around it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(_Choices(self))

    @override
    def showPopup(self) -> None:
        self.view().installEventFilter(self)
        super().showPopup()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        key = event if isinstance(event, QKeyEvent) else None
        if key and key.type() is QEvent.Type.ShortcutOverride and _is_typed(key):
            key.accept()
            return True
        return super().eventFilter(watched, event)

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
