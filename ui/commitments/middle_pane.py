"""The middle of the workspace: the register, or for a while another list in its place."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.commitments.names import Names
from ui.commitments.outcomes_pane import OutcomesPane
from ui.commitments.parties_pane import PartiesPane
from ui.commitments.register_model import RegisterModel
from ui.commitments.register_pane import RegisterPane
from ui.commitments.side_pane import SidePane
from ui.context import Context

_NARROWEST = 425


class MiddlePane(QStackedWidget):
    """The register; in its place the outcomes of the meeting, or the parties of the book."""

    returned = Signal()  # the register is shown again
    looked_at = Signal(str)  # the uid of a commitment, in the list that is shown
    party_wanted = Signal(str)  # the uid of a party, whose commitments are to be shown

    def __init__(
        self, context: Context, names: Names, register: RegisterModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._names = names
        self._register = register
        self._sides: dict[str, SidePane] = {}
        self.pane = RegisterPane(context, register, self)
        self.addWidget(self.pane)
        self.setMinimumWidth(_NARROWEST)
        on = context.actions.on
        on("commitment.outcomes", lambda on: self._show("outcomes", self.outcomes if on else None))
        on("commitment.parties", lambda on: self._show("parties", self.parties if on else None))

    @property
    def outcomes(self) -> OutcomesPane:
        """What came of the meeting; made when it is first wanted."""
        pane = self._sides.get("outcomes")
        if not isinstance(pane, OutcomesPane):
            pane = OutcomesPane(self._context)
            pane.looked_at.connect(self._look_at)
            self._add("outcomes", pane)
        return pane

    @property
    def parties(self) -> PartiesPane:
        """The parties of the book; made when they are first wanted."""
        pane = self._sides.get("parties")
        if not isinstance(pane, PartiesPane):
            pane = PartiesPane(self._context, self._names, self._register)
            pane.shown.connect(self.party_wanted)
            self._add("parties", pane)
        return pane

    @property
    def has_register(self) -> bool:
        """Whether it is the register that is shown."""
        return self.currentWidget() is self.pane

    def show_register(self) -> None:
        """Show the register again, and have the keyboard there."""
        if not self.has_register:
            self._show("", None)
            self.pane.view.setFocus()

    def show_outcome(self, uid: str) -> None:
        """Show one of the outcomes of the meeting."""
        self._show("outcomes", self.outcomes)
        self.outcomes.show_outcome(uid)

    def _add(self, name: str, pane: SidePane) -> None:
        self._sides[name] = pane
        self.addWidget(pane)
        pane.left.connect(self.show_register)

    def _show(self, name: str, pane: SidePane | None) -> None:
        self._context.session.try_flush()
        self.setCurrentWidget(pane or self.pane)
        for side in ("outcomes", "parties"):
            self._context.actions[f"commitment.{side}"].setChecked(
                side == name and pane is not None
            )
        if pane is not None:
            pane.enter()
        else:
            self.returned.emit()

    def _look_at(self, uid: str) -> None:
        if uid and not self.has_register:
            self.looked_at.emit(uid)
