"""The tree of the readiness list, in which each fault is one step from its place."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget
from typing_extensions import override

from briefing.checking import Fault
from ui.overview.check_model import FAULTS, KEY, CheckModel, Key
from ui.widgets.second_click import SecondClick

_ICON_WIDTH = 30
_FEW = 3
"""Up to so many faults of one check are shown without being asked for."""
_DOWN = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class CheckView(QTreeView):
    """A click chooses a fault; its arrow, a double click or Enter asks to go there.

    A click or Enter on a heading opens or folds it. With Ctrl or Shift a click chooses more, so
    that many can be mended at once.
    """

    went = Signal(object)  # the Fault
    menu_wanted = Signal(QPoint)  # where on the screen
    current_changed = Signal()

    def __init__(self, model: CheckModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._open: set[Key] = set()
        self._closed: set[Key] = set()
        self._restoring = False
        self._twice = False
        self._second = SecondClick(self)
        self.setModel(model)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(16)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("role", "list")
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(_ICON_WIDTH)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(1, _ICON_WIDTH)
        self.expanded.connect(self._on_expanded)
        self.collapsed.connect(self._on_collapsed)
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._restore)
        self.selectionModel().selectionChanged.connect(self.current_changed)

    def chosen(self) -> list[Fault]:
        """The faults of the chosen rows, each once."""
        rows = self.selectionModel().selectedRows()
        return list(dict.fromkeys(fault for row in rows for fault in row.data(FAULTS)))

    # By hand

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _DOWN:
            self._enter(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.button() is not Qt.MouseButton.LeftButton or not plain or not index.isValid():
            return
        twice, self._twice = self._twice, False
        if self._model.is_fault(index):
            if index.column() or twice:
                self._second.swallow(event.globalPosition())
                self._enter(index)
        elif index.column():
            self.menu_wanted.emit(event.globalPosition().toPoint())
        elif event.position().x() >= self.visualRect(index).left():
            self._enter(index)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        self._twice = True  # answered when the button is let go, or that would reach another place

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        link = self._model.is_fault(index) and index.column()
        shape = Qt.CursorShape.PointingHandCursor if link else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            corner = self.visualRect(self.currentIndex()).bottomLeft()
            self.menu_wanted.emit(self.viewport().mapToGlobal(corner))
        else:
            self.menu_wanted.emit(event.globalPos())

    def _enter(self, index: QModelIndex) -> None:
        if self._model.is_fault(index):
            self.went.emit(index.data(FAULTS)[0])
        elif index.isValid():
            first = index.siblingAtColumn(0)
            self.setExpanded(first, not self.isExpanded(first))

    # What is open, when the list has changed

    def _on_expanded(self, index: QModelIndex) -> None:
        if not self._restoring:
            self._open.add(index.data(KEY))
            self._closed.discard(index.data(KEY))

    def _on_collapsed(self, index: QModelIndex) -> None:
        if not self._restoring:
            self._closed.add(index.data(KEY))
            self._open.discard(index.data(KEY))

    def _keep(self) -> None:
        current = self.currentIndex()
        self._kept = current.data(KEY) if current.isValid() else None
        self._kept_row = current.row()
        self._kept_scroll = self.verticalScrollBar().value()

    def _restore(self) -> None:
        """Open what was open, and stand where one stood, or on what has come there."""
        self._restoring = True
        for severity in self._below(QModelIndex()):
            self.setExpanded(severity, severity.data(KEY) not in self._closed)
            for entry in self._below(severity):
                few = self._model.rowCount(entry) <= _FEW and entry.data(KEY) not in self._closed
                self.setExpanded(entry, few or entry.data(KEY) in self._open)
        self._restoring = False
        if self._kept is not None:
            self._stand_at(self._kept)
        self.verticalScrollBar().setValue(self._kept_scroll)
        self.current_changed.emit()

    def _stand_at(self, key: Key) -> None:
        found = self._model.find(key)
        if not found.isValid():
            # It was mended: what has come into its place is next.
            heading = self._model.find(key[:2])
            last = self._model.rowCount(heading) - 1
            found = self._model.index(min(self._kept_row, last), 0, heading)
        if found.isValid() and self.isExpanded(found.parent()):
            self.setCurrentIndex(found)
        else:
            self.setCurrentIndex(self._model.index(0, 0))

    def _below(self, parent: QModelIndex) -> list[QModelIndex]:
        rows = range(self._model.rowCount(parent))
        return [self._model.index(row, 0, parent) for row in rows]
