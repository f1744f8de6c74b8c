"""A table whose cells lead to places."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget
from typing_extensions import override

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class EnteredTable(QTableView):
    """Enter or a double click on a cell asks to go to its place."""

    went = Signal(object)  # the Place

    def __init__(self, model: QAbstractItemModel, role: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role
        self.setModel(model)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(28)
        self.doubleClicked.connect(self._enter)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self._enter(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _enter(self, index: QModelIndex) -> None:
        place = index.data(self._role) if index.isValid() else None
        if place is not None:
            self.went.emit(place)
