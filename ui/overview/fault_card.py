"""What is said below the readiness list of the faults that are chosen, and done about them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from briefing.checking import Fault
from ui.context import Context
from ui.faults import check_title, fault_sentence
from ui.overview.remedies import Healer, Remedy, remedies_of
from ui.widgets.flow import FlowLayout


class FaultCard(QFrame):
    """The whole sentence of one fault, or how many are chosen, with a button for each remedy."""

    went = Signal(object)  # the Fault
    left = Signal()  # the button that was pressed is gone, and the keys are free

    def __init__(self, context: Context, healer: Healer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._healer = healer
        self._faults: Sequence[Fault] = ()
        self._remedies: dict[QPushButton, Remedy] = {}
        self.setProperty("role", "card")
        self._words = QLabel(wordWrap=True)
        self._go = QPushButton(context.gettext("Go there"))
        self._go.clicked.connect(self._on_go)
        self._buttons = FlowLayout()
        self._buttons.addWidget(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self._words)
        column.addLayout(self._buttons)

    def show_faults(self, faults: Sequence[Fault]) -> None:
        """Say what is chosen, and offer what can be done about it."""
        self._faults = faults
        self._words.setText(self._said())
        self._go.setVisible(len(faults) == 1)
        held = next((made.objectName() for made in self._remedies if made.hasFocus()), None)
        for button in self._remedies:
            self._buttons.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._remedies = {}
        for remedy in remedies_of(faults):
            button = QPushButton(self._context.gettext(remedy.words), self)
            button.setObjectName(remedy.id)
            button.setEnabled(not self._context.session.read_only)
            button.clicked.connect(self._on_remedy)
            self._buttons.addWidget(button)
            button.show()
            self._remedies[button] = remedy
        if held is not None:
            again = next((made for made in self._remedies if made.objectName() == held), None)
            if again is not None:
                again.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self.left.emit()

    def _said(self) -> str:
        speech = self._context.speech
        if not self._faults:
            return speech.gettext("Choose a fault to see what can be done about it.")
        if len(self._faults) == 1:
            return fault_sentence(self._faults[0], speech)
        checks = {fault.check for fault in self._faults}
        count = speech.number(len(self._faults))
        if len(checks) == 1:
            title = check_title(checks.pop(), speech.gettext)
            return speech.gettext("{title} ({count})").format(title=title, count=count)
        words = speech.ngettext("{count} fault", "{count} faults", len(self._faults))
        return words.format(count=count)

    def _on_go(self) -> None:
        if self._faults:
            self.went.emit(self._faults[0])

    def _on_remedy(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton) and button in self._remedies:
            self._healer.apply(self._remedies[button], self._faults)
