"""What the four workspaces of a window have in common."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from ui.context import Context
from ui.places import Place, Room


@runtime_checkable
class Receiver(Protocol):
    """A workspace that takes in what is dropped on the window or pasted into it."""

    def import_files(self, paths: list[Path]) -> None:
        """Offer files as sources."""
        ...

    def offer_text(self, text: str, html: str) -> None:
        """Offer pasted text as a source; `html` is "" where it has no such form."""
        ...


_ALL = object()
_FRAME = 20
"""Milliseconds in which the columns of a workspace are painted before they are filled."""


class Workspace(QWidget):
    """One of the four workspaces: at most three columns under a short bar.

    It is made when it is first entered. A subclass names its `room`, builds its columns with
    `columns`, shows a place by `_show`, and what was looked at last by `_come_back`.
    """

    room: Room

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        # Panes are made as its children, in the order in which one reads and the Tab key goes. What
        # moves to another parent is dressed by the style sheet again, with all that is in it.
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._panes: list[QWidget] = []
        self.begun = False
        """Whether anything is shown in it."""
        self._coming = self._come_back()
        self._beginning = QTimer(self, singleShot=True, interval=_FRAME)
        self._beginning.timeout.connect(self._go_on)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def bar(self, *widgets: QWidget) -> None:
        """Put a short bar above the columns; a widget named "stretch" takes the room left."""
        row = QHBoxLayout()
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(4)
        for widget in widgets:
            row.addWidget(widget, stretch=1 if widget.objectName() == "stretch" else 0)
        self._layout.addLayout(row)

    def columns(self, panes: Sequence[QWidget], widths: Sequence[int]) -> None:
        """Set panes side by side; the middle one has the most room, side ones fold away."""
        splitter = self.splitter
        splitter.setHandleWidth(1)
        for pane in panes:
            splitter.addWidget(pane)
        # Only now: what was made in the splitter has had another place in it until here.
        for place in range(len(panes)):
            splitter.setStretchFactor(place, 1 if place == len(panes) // 2 else 0)
        splitter.setSizes(list(widths))
        self._layout.addWidget(splitter, stretch=1)
        self._panes = list(panes)
        kept = self.context.settings.recall(f"columns/{self.room}")
        if isinstance(kept, list) and len(kept) == len(panes):
            splitter.setSizes([int(width) for width in kept])
        splitter.splitterMoved.connect(self._keep_columns)

    def show_place(self, place: Place) -> None:
        """Show what a place names, or else what was looked at last.

        On a first visit that comes once the columns are painted.
        """
        if self._show(place):
            self.begun = True
            self._beginning.stop()
        elif not self.begun:
            self._beginning.start()

    def begin(self) -> None:
        """Show what was looked at last, all of it at once, if nothing is shown yet."""
        while not self.begun:
            self._go_on()

    def _go_on(self) -> None:
        """Take the next step towards what was looked at last; keys come between two."""
        if next(self._coming, _ALL) is not _ALL:
            self._beginning.start(0)
            return
        self.begun = True
        self._beginning.stop()
        # Of the window, which need not be in front yet: what has its focus will have the keyboard.
        focus: QWidget | None = self.window().focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            self.take_focus()

    def _come_back(self) -> Iterator[None]:
        """Show what was looked at when the workspace was left, perhaps days ago, step by step.

        Between two steps something else may have been chosen, and no step may call `begin`.
        """
        return iter(())

    def _show(self, place: Place) -> bool:  # noqa: ARG002 - for workspaces that show things
        """Show what a place names; whether it names anything that the workspace knows."""
        return False

    def write_all(self) -> None:
        """Write down what only the window has, before it goes; the error where that cannot be."""

    def leave(self) -> None:
        """Remember where one is: another workspace is about to be shown, or some time has passed.

        Called every few seconds too, so that whoever is killed comes back to where they were.
        """

    def fold(self, side: int) -> None:
        """Fold the first (0) or last (-1) column away, or back."""
        pane = self._panes[side]
        pane.setVisible(not pane.isVisible())

    def take_focus(self) -> None:
        """Have the keyboard in the middle column: in what is worked on, not in the bars above."""
        panes = self.panes()
        pane = panes[len(panes) // 2]
        inside = (pane, *pane.findChildren(QWidget))
        first = (w for w in inside if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible())
        next(first, pane).setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> list[QWidget]:
        """The columns that are shown, for who walks from one to the next by key."""
        return [pane for pane in self._panes if pane.isVisible()] or [self]

    def _keep_columns(self) -> None:
        self.context.settings.remember(f"columns/{self.room}", self.splitter.sizes())
