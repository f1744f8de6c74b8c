"""What the forms of the overview have in common: details that are edited in place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from briefing.edits import Edit
from ui.context import Context
from ui.doing import attempt, write
from ui.widgets.fields import WordsField

Change = Callable[..., Edit]


class Form(QWidget):
    """Labels above their fields. Each field is a detail of one thing, and there is no Save.

    What is typed in one field is one step to undo; another field begins another step.
    """

    def __init__(self, context: Context, change: Change, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._change = change
        self._last = ""
        self._fields: dict[str, QWidget] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(4, 0, 4, 8)
        self._column.setSpacing(4)

    def add_row(
        self, name: str, label: str, field: QWidget, *, line: QWidget | None = None
    ) -> None:
        """Put a field below its label; `line` is what in it is typed into."""
        head = QLabel(label)
        head.setProperty("role", "quiet")
        head.setBuddy(line or field)
        (line or field).setAccessibleName(label)
        self._column.addWidget(head)
        self._column.addWidget(field)
        self._column.addSpacing(4)
        self._fields[name] = field

    def add_words(self, name: str, label: str) -> WordsField:
        """A detail that is a line of words."""
        field = WordsField(self.context.session)
        field.setObjectName(name)
        field.written.connect(self._on_words)
        self.add_row(name, label, field)
        return field

    def add_line(self, widget: QWidget) -> None:
        """Put something below the fields."""
        self._column.addWidget(widget)

    def go_to(self, name: str) -> bool:
        """Put the cursor into a field; whether there is one of that name."""
        field = self._fields.get(name)
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        return field is not None

    def write(self, name: str, value: Any) -> None:
        """Change a detail, by typing."""
        session = self.context.session
        if name == self._last:
            write(self.context, self._change(session.store, **{name: value}))
        else:
            attempt(self.context, lambda: self._change(session.store, **{name: value}))
        self._last = name

    def _on_words(self, words: str) -> None:
        self.write(self.sender().objectName(), words)
