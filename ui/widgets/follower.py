"""Keeps what a widget shows up with the book, and does nothing while nobody sees it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from briefing.edits import Edit
from briefing.things import Thing
from ui.session import BookSession


class Follower(QObject):
    """Asks for what a widget shows to be read again after edits of some kinds of things.

    While the widget is hidden that waits until it is shown. With a `pause` in milliseconds,
    several edits are looked at once.
    """

    due = Signal()

    def __init__(
        self, session: BookSession, widget: QWidget, *kinds: type[Thing], pause: int = 0
    ) -> None:
        super().__init__(widget)
        self._session = session
        self._kinds = kinds
        self._behind = False
        self._soon = QTimer(self, singleShot=True, interval=pause)
        self._soon.timeout.connect(self._catch_up)
        widget.installEventFilter(self)
        session.edited.connect(self._on_edited)
        session.closing.connect(self._soon.stop)

    def touch(self) -> None:
        """What is shown has passed; also for what is not shown yet at all."""
        self._behind = True
        if self._soon.interval():
            self._soon.start()
        else:
            self._catch_up()

    def settle(self) -> None:
        """What is shown was just read."""
        self._behind = False

    def read_now(self) -> None:
        """Have read what is behind, seen or not: somebody needs it."""
        if self._behind:
            self.settle()
            self.due.emit()

    def _read_in_turn(self) -> Iterator[None]:
        self.read_now()
        yield

    def _on_edited(self, edit: Edit) -> None:
        if edit.touches(*self._kinds):
            self.touch()

    def _catch_up(self) -> None:
        widget = self.parent()
        if isinstance(widget, QWidget) and widget.isVisible():
            self._session.in_turns(self._read_in_turn())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show:
            self._catch_up()
        return False
