"""Lets go of what nobody holds any more, at moments when nobody waits."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

_YOUNG = 5_000
"""Milliseconds between two looks at what was made lately."""
_ALL = 120
"""After so many of these everything is looked at, if the program was never left meanwhile."""


class Collector(QObject):
    """Collects circles of objects, on the thread of the windows alone.

    Elsewhere a widget might be destroyed under Qt's feet, so Python's own collector is off. To
    look at everything takes 60 ms, in which no key is drawn: that is done when the adviser turns
    to another program, and what is there then, modules above all, is left out from then on.
    """

    def __init__(self, app: QGuiApplication) -> None:
        super().__init__(app)
        self._looks = 0
        self._timer = QTimer(self, interval=_YOUNG)
        self._timer.timeout.connect(self._look)
        app.applicationStateChanged.connect(self._on_state)

    def begin(self) -> None:
        """Take over from Python."""
        gc.disable()
        self._timer.start()

    def settle(self) -> None:
        """Look at everything, and leave out what stays when young objects are looked at next."""
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        self._looks = 0

    def _look(self) -> None:
        self._looks += 1
        if self._looks < _ALL:
            gc.collect(1)
        else:
            self._looks = 0
            gc.collect()

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state is not Qt.ApplicationState.ApplicationActive and self._timer.isActive():
            self.settle()
