"""Actions as buttons that say their key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy

from ui.actions import bare
from ui.context import Context


class ActionButton(QPushButton):
    """An action with its key; a click leaves the focus where it is, Tab reaches it."""

    def __init__(self, context: Context, name: str, text: str = "") -> None:
        super().__init__()
        self._action = context.actions[name]
        self._keys = context.actions.keys(name)
        self._text = text
        self._enter = context.gettext("Enter")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(40)
        self.clicked.connect(self._action.trigger)
        self._action.changed.connect(self._settle)
        self._settle()

    def _settle(self) -> None:
        words = self._text or bare(self._action.text())
        keys = self._keys.replace("Return", self._enter)
        self.setText(f"{words}  {keys}" if keys else words)
        self.setAccessibleName(words)
        tip = self._action.statusTip()
        full = bare(self._action.text())
        self.setToolTip(f"{full} ({keys})" + (f"\n{tip}" if tip else "") if keys else full)
        self.setIcon(self._action.icon())
        self.setEnabled(self._action.isEnabled())
