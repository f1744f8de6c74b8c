"""From pane to pane by key, and panes folded away."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from ui.actions import Actions
from ui.shell.workspaces import Workspaces


class PaneKeys(QObject):
    """Answers the actions that are about the columns of whichever workspace is in front."""

    def __init__(self, actions: Actions, workspaces: Workspaces, parent: QObject) -> None:
        super().__init__(parent)
        self._workspaces = workspaces
        actions.on("view.fold-left", lambda: self._workspaces.here.fold(0))
        actions.on("view.fold-right", lambda: self._workspaces.here.fold(-1))
        actions.on("view.next-pane", lambda: self._go(1))
        actions.on("view.previous-pane", lambda: self._go(-1))

    def _go(self, step: int) -> None:
        panes = self._workspaces.here.panes()
        focus = QApplication.focusWidget()
        at = next((n for n, pane in enumerate(panes) if focus and pane.isAncestorOf(focus)), -1)
        pane = panes[(at + step) % len(panes)]
        last: QWidget | None = pane.focusWidget()
        kept = last is not None and last is not pane and last.isVisible()
        target = last if last is not None and kept else _first_stop(pane)
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        if not target.hasFocus():
            pane.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            pane.setFocus(Qt.FocusReason.TabFocusReason)


def _first_stop(pane: QWidget) -> QWidget:
    """Where Tab comes to first in a pane; the pane, where it hands the focus on or has nothing."""
    if pane.focusProxy() is not None:
        return pane
    stop: QWidget | None = pane.nextInFocusChain()
    while stop is not None and stop is not pane:
        takes = stop.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes and pane.isAncestorOf(stop) and stop.isVisible() and stop.isEnabled():
            return stop
        stop = stop.nextInFocusChain()
    return pane
