"""The list of tabs: walked by keys, dragged as one step, renamed in place."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget
from typing_extensions import override


class OutlineView(QListView):
    """The tabs, to be walked, dragged and renamed."""

    entered = Signal()  # Enter: the adviser wants to write

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not self._editing():
            self.entered.emit()
            return
        super().keyPressEvent(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        # Qt's own list would move rows one by one; the model moves them as one step.
        row = self._drop_row(event)
        model = self.model()
        if model.dropMimeData(event.mimeData(), Qt.DropAction.MoveAction, row, 0, QModelIndex()):
            event.setDropAction(Qt.DropAction.CopyAction)  # nothing is left to take away
            event.accept()
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()

    def _drop_row(self, event: QDropEvent) -> int:
        point = event.position().toPoint()
        index = self.indexAt(point)
        if not index.isValid():
            return self.model().rowCount()
        below = point.y() > self.visualRect(index).center().y()
        return index.row() + (1 if below else 0)

    def _editing(self) -> bool:
        return self.state() is QAbstractItemView.State.EditingState
