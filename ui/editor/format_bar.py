"""The row of buttons under a text: what is needed most; everything else is in the menus."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from ui.actions import bare
from ui.context import Context
from ui.editor.desk import desk_of

_GROUPS = (
    ("bold", "italic"),
    ("subheading", "bullets", "numbering", "quote"),
    ("table", "link", "footnote"),
)
_SIDE = 20


class FormatBar(QFrame):
    """Works for the editor that has the cursor, or had it last; one for all of a pane."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setProperty("role", "bar")
        desk_of(context)
        self._worded: list[QToolButton] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(2)
        for group in _GROUPS:
            for name in group:
                row.addWidget(self._button(name))
            row.addSpacing(12)
        row.addStretch(1)
        _ = context.gettext
        for name, word in (("usable", _("Usable")), ("internal", _("Internal"))):
            # The menu says it in full.
            context.actions[f"text.{name}"].setIconText(word)
            button = self._button(name)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            self._worded.append(button)
            row.addWidget(button)
        self._wide = row.sizeHint().width()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Words where there is room for them, rather than halves of words.
        style = Qt.ToolButtonStyle
        fits = self.width() >= self._wide
        for button in self._worded:
            button.setToolButtonStyle(
                style.ToolButtonTextBesideIcon if fits else style.ToolButtonIconOnly
            )

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _button(self, name: str) -> QToolButton:
        button = QToolButton()
        action = self._context.actions[f"text.{name}"]
        button.setDefaultAction(action)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        button.setIconSize(QSize(_SIDE, _SIDE))
        plain = bare(action.text()).rstrip("…")
        keys = self._context.actions.keys(f"text.{name}")
        button.setToolTip(f"{plain} ({keys})" if keys else plain)
        button.setAccessibleName(plain)
        return button
