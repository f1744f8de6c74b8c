"""The parts of a commitment, below each other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ui.commitments.detail.history import History
from ui.commitments.detail.particulars import Particulars
from ui.commitments.detail.quotes import Quotes
from ui.commitments.detail.remarks import Remarks
from ui.commitments.detail.uses import Uses
from ui.commitments.names import Names
from ui.context import Context


class DetailPage(QScrollArea):
    """Shows one commitment; the pane that it is in fills it and does what is asked."""

    def __init__(self, context: Context, names: Names, parent: QWidget) -> None:
        super().__init__(parent, widgetResizable=True)
        self.particulars = Particulars(context, names)
        self.history = History(context, names)
        self.quotes = Quotes(context, names)
        self.remarks = Remarks(context)
        self.uses = Uses(context)
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(14)
        for part in (self.particulars, self.history, self.quotes, self.remarks, self.uses):
            column.addWidget(part)
        column.addStretch(1)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
