"""Small things that the sections of the detail are built of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.context import Context
from ui.widgets.icon_button import IconButton


def heading(words: str) -> QLabel:
    """The title of a section."""
    label = QLabel(words)
    label.setProperty("role", "heading")
    return label


def quiet(words: str) -> QLabel:
    """Words of lesser weight."""
    label = QLabel(words, wordWrap=True)
    label.setProperty("role", "quiet")
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def plain(words: str) -> QLabel:
    """Words that can be selected and copied."""
    label = QLabel(words, wordWrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return label


def card() -> tuple[QFrame, QVBoxLayout]:
    """A frame that lies on the pane, and where its lines go."""
    frame = QFrame()
    frame.setProperty("role", "card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(10, 8, 8, 8)
    column.setSpacing(4)
    return frame, column


def row(*widgets: QWidget, stretch: int = -1) -> QHBoxLayout:
    """Widgets side by side; the one at `stretch` takes the room that is left."""
    line = QHBoxLayout()
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(4)
    for place, widget in enumerate(widgets):
        line.addWidget(widget, stretch=1 if place == stretch else 0)
    return line


def button(
    context: Context, words: str, icon: str, clicked: Callable[[], Any], *, bare: bool = False
) -> QToolButton:
    """A small button with an icon; if bare, its words are said by a tip and a screen reader."""
    made = IconButton(context.look, icon, words)
    made.setText(words)
    style = Qt.ToolButtonStyle
    made.setToolButtonStyle(style.ToolButtonIconOnly if bare else style.ToolButtonTextBesideIcon)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.clicked.connect(clicked)
    return made


def empty(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            let_go(widget)
        elif inner is not None:
            empty(inner)


def let_go(widget: QWidget) -> None:
    """Take a widget away for good.

    A layout shows later what it was given; what had no parent by then, and was not hidden, would
    come up as a window of its own.
    """
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()
