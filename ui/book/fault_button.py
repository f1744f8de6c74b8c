"""What is not ready in the note that is shown, each fault a step from its place."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from briefing.checking import Fault
from ui.context import Context
from ui.faults import fault_sentence, place_of
from ui.widgets.icon_button import IconButton

UNTOLD = "not-signed-off"
"""The check that a note's state says already."""


class FaultButton(IconButton):
    """Hidden while there is nothing to mend; opened, it lists the faults."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.look, "warning", parent=parent)
        self._context = context
        self._note = ""
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._list = QMenu(self)
        self._list.aboutToShow.connect(self._fill)
        self.setMenu(self._list)
        context.readiness.changed.connect(self._count)
        self.hide()

    def show_note(self, uid: str) -> None:
        """Look at another note."""
        self._note = uid
        self._count()

    def _of_note(self) -> list[Fault]:
        found = self._context.readiness.faults_of(self._note) if self._note else []
        return [fault for fault in found if fault.check != UNTOLD]

    def _count(self) -> None:
        number = len(self._of_note())
        said = self._context.speech.ngettext("{n} fault", "{n} faults", number)
        self.setText(said.format(n=number))
        self.setAccessibleName(said.format(n=number))
        self.setVisible(number > 0)

    def _fill(self) -> None:
        self._list.clear()
        for fault in self._of_note():
            words = fault_sentence(fault, self._context.speech).replace("&", "&&")
            self._list.addAction(words).triggered.connect(partial(self._go, fault))

    def _go(self, fault: Fault, *_checked: bool) -> None:
        self._context.places.go(place_of(fault, self._context.session.store))
