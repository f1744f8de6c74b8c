"""The foot of a note: how its words look, and what can be put between them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from ui.book.placing import PLACING
from ui.context import Context
from ui.editor.editor import FormatBar
from ui.widgets.icon_button import IconButton


class NoteFoot(QFrame):
    """The format bar, and a menu of inserts."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._formats = FormatBar(context)
        self._insert = IconButton(context.look, "insert", context.gettext("Insert"))
        self._insert.setIconSize(QSize(20, 20))
        self._insert.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._insert.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(self._insert)
        for name in PLACING:
            menu.addAction(context.actions[name])
        self._insert.setMenu(menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 12, 0)
        row.addWidget(self._formats, stretch=1)
        row.addWidget(self._insert)

    def tab_stops(self) -> list[QWidget]:
        """Where Tab goes, in order."""
        return [*self._formats.findChildren(QToolButton), self._insert]
