"""What the workspace says while the book has no source: how the first one comes in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.context import Context


class Teaching(QWidget):
    """Three ways to begin, each with its key."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = context.gettext
        title = QLabel(_("Begin with what was promised"), alignment=Qt.AlignmentFlag.AlignCenter)
        title.setProperty("role", "title")
        words = QLabel(
            _(
                "Drop a communiqué, a joint statement or a roadmap on this window: a text file, a"
                " web page, a Word file or a PDF. You see what was read before anything is stored,"
                " and the file itself stays in the book as it was received."
            ),
            wordWrap=True,
            alignment=Qt.AlignmentFlag.AlignCenter,
        )
        words.setFixedWidth(480)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(words)
        middle.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for name in ("source.import", "source.paste"):
            action = context.actions[name]
            keys = context.actions.keys(name)
            button = QPushButton(f"{action.text()} ({keys})" if keys else action.text())
            button.setIcon(action.icon())
            button.clicked.connect(action.trigger)
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 32, 32, 32)
        column.setSpacing(16)
        column.addStretch(2)
        column.addWidget(title)
        column.addLayout(middle)
        column.addLayout(buttons)
        column.addStretch(3)
