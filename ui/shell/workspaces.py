"""The workspaces of a window, one of them in front."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from ui.context import Context
from ui.places import Place, Room
from ui.workspace import Workspace

MakeWorkspace: TypeAlias = Callable[[Context, QWidget], Workspace]


class Workspaces(QStackedWidget):
    """Each is made when it is first entered, so that a window opens at once."""

    entered = Signal(object)  # the Room that has come to the front; it is still to show the place

    def __init__(self, context: Context, makers: Mapping[Room, MakeWorkspace]) -> None:
        super().__init__()
        self._context = context
        self._makers = makers
        self._made: dict[Room, Workspace] = {}

    def of(self, room: Room) -> Workspace:
        """The workspace of that name, made now if nobody has been there yet."""
        if room not in self._made:
            made = self._makers[room](self._context, self)
            self._made[room] = made
            self.addWidget(made)
        return self._made[room]

    @property
    def here(self) -> Workspace:
        """The one where one is."""
        return self.of(self._context.places.here.room)

    def show_place(self, place: Place) -> None:
        """Show a workspace, and in it what the place names."""
        current = self.currentWidget()
        focus = QApplication.focusWidget() or self
        within = isinstance(current, Workspace) and current.isAncestorOf(focus)
        first_time = place.room not in self._made
        workspace = self.of(place.room)
        # First: what had the focus there gets it back, and no button whose action is off takes it.
        self._context.actions.enter(place.room)
        self.setCurrentWidget(workspace)
        if isinstance(current, Workspace) and current is not workspace:
            current.leave()
            self._context.actions.leave(current.room)
        self.entered.emit(place.room)
        workspace.show_place(place)
        if first_time and within and place.kind is None:
            # Qt would take the first that comes; later it takes what had the focus here before.
            workspace.take_focus()

    def write_all(self) -> None:
        """Have all write down what only the window has; the error where that cannot be."""
        for workspace in self._made.values():
            workspace.write_all()

    def remember(self) -> None:
        """Have all remember where one is in them."""
        for workspace in self._made.values():
            workspace.leave()
