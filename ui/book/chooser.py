"""A drop-down that shows what the book holds and asks for something else."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QLabel, QSizePolicy, QWidget
from typing_extensions import override

from ui.book.choices import Choice
from ui.widgets.choice_box import ChoiceBox


class NamedCombo(ChoiceBox):
    """A drop-down whose name a screen reader says as well as its value.

    On Linux that takes a label beside it; this one is not seen, since the value says enough there.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = QLabel(name)
        self._name.setBuddy(self)
        self._name.hide()
        self.setAccessibleName(name)
        self.setToolTip(name)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ParentChange:
            self._name.setParent(self.parentWidget())


class DropDown(NamedCombo):
    """Changes nothing by itself: what was chosen is `asked` for, and shown once the book has it."""

    asked = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMaximumWidth(260)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._shown = ""
        self.activated.connect(self._on_activated)

    def offer(self, choices: Iterable[Choice], shown: str) -> None:
        """Say what there is to choose from, and what the book holds."""
        choices = list(choices)
        if choices != [(self.itemData(n), self.itemText(n)) for n in range(self.count())]:
            self.clear()
            for kept, words in choices:
                self.addItem(words, kept)
        self.show_kept(shown)

    def show_kept(self, kept: str) -> None:
        """Show what the book holds."""
        self._shown = kept
        self.setCurrentIndex(self.findData(kept))

    @property
    def kept(self) -> str:
        """What is shown."""
        return str(self.currentData() or "")

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # whoever scrolls the note does not want another format

    def _on_activated(self) -> None:
        wanted, before = self.kept, self._shown
        if wanted != before:
            self._shown = wanted
            self.asked.emit(wanted)
