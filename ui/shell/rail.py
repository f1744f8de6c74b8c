"""The slim rail on the left that chooses the workspace."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout, QWidget

from ui.context import Context
from ui.places import Place, Room


class Rail(QFrame):
    """A button for each workspace, the shown one pressed."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "rail")
        self._context = context
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 8, 4, 8)
        column.setSpacing(4)
        self._group = QActionGroup(self)
        for room in Room:
            action = context.actions[f"room.{room}"]
            action.setData(room)
            self._group.addAction(action)
            button = QToolButton()
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.setIconSize(QSize(22, 22))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            column.addWidget(button)
        column.addStretch(1)
        widest = max(button.sizeHint().width() for button in self.findChildren(QToolButton))
        for button in self.findChildren(QToolButton):
            button.setMinimumWidth(widest + 4)
        self._group.triggered.connect(self._chosen)

    def show_room(self, room: Room) -> None:
        """Press the button of the workspace that is shown."""
        self._context.actions[f"room.{room}"].setChecked(True)

    def _chosen(self) -> None:
        action = self._group.checkedAction()
        room = Room(action.data())
        if room is not self._context.places.here.room:
            self._context.places.go(Place(room))
