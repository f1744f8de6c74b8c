"""Says on the card that another commitment is nearly the same, and where they differ."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.context import Context
from ui.reader.alike import Alike, Wordings, compared

_PAUSE = 120
"""Milliseconds for which a card has to stay before it is compared."""


class LikenessBox(QFrame):
    """Hidden while there is nothing to say."""

    asked = Signal(str)  # the uid of the commitment to open

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = context.gettext
        self._context = context
        self._wordings = Wordings(context.session.store)
        self._words, self._but = "", ""
        self._found: Alike | None = None
        self.setProperty("role", "card")
        self._title = QLabel(wordWrap=True)
        self._title.setProperty("role", "heading")
        self._other = QLabel(wordWrap=True)
        self._compare = QPushButton(_("Compare"))
        self._compare.setCheckable(True)
        self._open = QPushButton(_("Open it"))
        for button in (self._compare, self._open):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._set_out()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._look)
        self._compare.toggled.connect(self._show)
        self._open.clicked.connect(self._asked)
        context.session.edited.connect(self._wordings.take)
        self.hide()

    def show_for(self, words: str, but: str = "") -> None:
        """Say what is like some words, in a moment; `but` is the commitment that they are."""
        if (words, but) == (self._words, self._but):
            return
        self._words, self._but, self._found = words, but, None
        self._compare.setChecked(False)
        self.hide()
        if words:
            self._pause.start()
        else:
            self._pause.stop()

    def _set_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._compare)
        row.addWidget(self._open)
        row.addStretch(1)
        column.addWidget(self._title)
        column.addWidget(self._other)
        column.addLayout(row)

    def _look(self) -> None:
        if not self._context.session.closed:
            self._found = self._wordings.nearest(self._words, self._but)
            self._show()

    def _show(self) -> None:
        found = self._found
        self.setVisible(found is not None)
        if found is None:
            return
        _ = self._context.gettext
        title = _("{likeness} % like a commitment that is recorded")
        if found.likeness > 99:  # noqa: PLR2004 - rounded
            title = _("A commitment in these words is recorded")
        self._title.setText(title.format(likeness=found.likeness))
        rich = self._compare.isChecked()
        self._other.setTextFormat(Qt.TextFormat.RichText if rich else Qt.TextFormat.PlainText)
        self._other.setText(compared(self._words, found.action) if rich else found.action)

    def _asked(self) -> None:
        if self._found is not None:
            self.asked.emit(self._found.uid)
