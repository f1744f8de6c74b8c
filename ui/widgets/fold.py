"""What folds a part of a page away."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ui.settings import SettingsStore


class FoldButton(QToolButton):
    """Pressed, it folds a body away or back; with a name it remembers that.

    The body stands in its parent already: shown before that, it would be a window of its own.
    """

    def __init__(
        self, body: QWidget, settings: SettingsStore, name: str = "", *, unfolded: bool = True
    ) -> None:
        super().__init__(body.parentWidget())
        self._body = body
        self._settings = settings
        self._key = f"folds/{name}" if name else ""
        self.setCheckable(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if self._key:
            unfolded = bool(settings.recall(self._key, otherwise=unfolded))
        self.setChecked(unfolded)
        self._show(unfolded)
        self.toggled.connect(self._on_toggled)

    def _on_toggled(self, unfolded: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._show(unfolded)
        if self._key:
            self._settings.remember(self._key, unfolded)

    def _show(self, unfolded: bool) -> None:  # noqa: FBT001 - as above
        self.setArrowType(Qt.ArrowType.DownArrow if unfolded else Qt.ArrowType.RightArrow)
        self._body.setVisible(unfolded)


class Fold(QWidget):
    """A heading over a body; pressed, it folds the body away."""

    def __init__(self, title: str, body: QWidget, settings: SettingsStore, name: str = "") -> None:
        super().__init__()
        body.setParent(self)
        self._head = FoldButton(body, settings, name)
        self._head.setText(title)
        self._head.setProperty("role", "fold")
        self._head.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._head)
        column.addWidget(body)

    @property
    def is_open(self) -> bool:
        """Whether the body is shown."""
        return self._head.isChecked()

    def open(self) -> None:
        """Show the body."""
        self._head.setChecked(True)
