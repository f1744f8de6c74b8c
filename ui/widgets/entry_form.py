"""What a status entry is typed into."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout
from typing_extensions import override

from briefing.things import Commitment, Party, Status
from ui.clock import now, today
from ui.context import Context
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.day_field import DayField
from ui.widgets.form import Form


class EntryForm(QFrame):
    """Status, party and day, then the evidence; Enter anywhere takes it.

    It is a card, or `bare` where it stands on one.
    """

    entered = Signal(object)
    left = Signal()

    def __init__(self, context: Context, *, bare: bool = False) -> None:
        super().__init__()
        self.setProperty("role", "" if bare else "card")
        self._context = context
        _ = context.gettext
        self._status = ChoiceBox()
        self._status.setAccessibleName(_("Status"))
        for status in Status:
            self._status.addItem(context.speech.wording.status(status), status)
        self._party = ChoiceBox()
        self._party.setAccessibleName(_("Party"))
        self._day = DayField(context)
        self._day.line.setAccessibleName(_("As of"))
        self._day.written.connect(self._day_written)
        self._as_of = ""
        self._evidence = QLineEdit()
        self._evidence.setAccessibleName(_("Evidence"))
        self._evidence.setPlaceholderText(_("How we know"))
        self._url = QLineEdit()
        self._url.setAccessibleName(_("Address"))
        self._url.setPlaceholderText(_("https://…"))
        self._take = QPushButton(_("Add"))
        self._take.clicked.connect(self._tell)
        self.setFocusProxy(self._status)
        column = QVBoxLayout(self)
        margin = 0 if bare else 8
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(4)
        form = Form()
        form.setFieldGrowthPolicy(Form.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(_("Status"), self._status)
        form.addRow(_("As of"), self._day)
        form.addRow(_("Party"), self._party)
        form.addRow(_("Evidence"), self._evidence)
        form.addRow(_("Address"), self._url)
        column.addLayout(form)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(self._take)
        column.addLayout(last)

    def offer(self, commitment: Commitment) -> None:
        """Offer the commitment's parties; everybody together comes first."""
        kept = self._party.currentData()
        self._party.clear()
        self._party.addItem(self._context.gettext("All who promised"), None)
        store = self._context.session.store
        for uid in (*commitment.promisors, commitment.delegate):
            party = store.find(Party, uid)
            if party is not None:
                self._party.addItem(party.name, uid)
        self._party.setCurrentIndex(max(self._party.findData(kept) if kept else 0, 0))

    def begin(self, as_of: date | None = None, evidence: str = "") -> None:
        """Start an entry, as of today if nothing else is said, and with nothing of the last one."""
        self._status.setCurrentIndex(0)
        self._party.setCurrentIndex(0)
        self._day_written((as_of or today()).isoformat())
        self._day.show_day(self._as_of)
        self._evidence.setText(evidence)
        self._evidence.setCursorPosition(0)
        self._url.clear()
        self._status.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._tell()
            case Qt.Key.Key_Escape:
                self.left.emit()
            case _:
                super().keyPressEvent(event)

    def _day_written(self, value: str) -> None:
        self._as_of = value or today().isoformat()

    def _tell(self) -> None:
        self._context.session.flush()
        if self._day.trouble:
            self._day.setFocus()
            return
        self.entered.emit(
            {
                "status": Status(self._status.currentData()),
                "party": self._party.currentData(),
                "as_of": date.fromisoformat(self._as_of),
                "evidence": self._evidence.text().strip(),
                "url": self._url.text().strip(),
                "recorded": now(),
            }
        )
