"""A section with a heading that folds it away."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ui.settings import SettingsStore


class Fold(QWidget):
    """A heading over a body; pressed, it folds the body away and remembers that by its name."""

    def __init__(self, title: str, body: QWidget, settings: SettingsStore, name: str = "") -> None:
        super().__init__()
        self._body = body
        self._settings = settings
        self._name = name
        self._head = QToolButton()
        self._head.setText(title)
        self._head.setCheckable(True)
        self._head.setProperty("role", "fold")
        self._head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._head.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._head.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._head)
        column.addWidget(body)
        self._head.toggled.connect(self._on_toggled)
        is_open = bool(settings.recall(f"folds/{name}", otherwise=True)) if name else True
        self._head.setChecked(is_open)
        self._show(is_open=is_open)

    @property
    def is_open(self) -> bool:
        """Whether the body is shown."""
        return self._head.isChecked()

    def open(self) -> None:
        """Show the body."""
        self._head.setChecked(True)

    def _on_toggled(self, is_open: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._show(is_open=is_open)
        if self._name:
            self._settings.remember(f"folds/{self._name}", is_open)

    def _show(self, *, is_open: bool) -> None:
        arrow = Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow
        self._head.setArrowType(arrow)
        self._body.setVisible(is_open)
