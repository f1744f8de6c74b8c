"""What is not ready, in two lines, before a book goes out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from briefing.checking import Severity
from briefing.markings import load_scheme
from ui.context import Context

_ABOVE = "marking-above"


class ReadinessCard(QFrame):
    """Counts the faults, says the marking, and leads to the list."""

    list_asked = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        _ = context.gettext
        self.setProperty("role", "card")
        self._counts = QLabel(wordWrap=True)
        self._counts.setProperty("role", "heading")
        self._marking = QLabel(wordWrap=True)
        self._button = QPushButton(_("Show the &list"))
        self._button.clicked.connect(self.list_asked)
        words = QVBoxLayout()
        words.addWidget(self._counts)
        words.addWidget(self._marking)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.addLayout(words, stretch=1)
        row.addWidget(self._button)
        context.readiness.changed.connect(self._show)
        context.readiness.start()
        self._show()

    def _show(self) -> None:
        readiness, _ = self._context.readiness, self._context.gettext
        count = self._context.speech.ngettext
        if not readiness.known:
            self._counts.setText(_("The book is being checked…"))
        else:
            counts = readiness.counts()
            stop, mend = counts[Severity.STOP], counts[Severity.MEND]
            parts = (
                count("▲ {count} fault that would print wrong words",
                      "▲ {count} faults that would print wrong words", stop).format(count=stop)
                if stop else "",
                count("{count} thing to mend", "{count} things to mend", mend).format(count=mend)
                if mend else "",
            )  # fmt: skip
            said = [part for part in parts if part]
            self._counts.setText("\n".join(said) or _("✓ Nothing stands in the way."))
        marking = self._said_marking()
        self._marking.setText(marking)
        self._marking.setVisible(bool(marking))
        self._button.setVisible(readiness.known and any(readiness.counts().values()))

    def _said_marking(self) -> str:
        _, book = self._context.gettext, self._context.session.book
        scheme = load_scheme(book.scheme)
        above = sum(len(b) for b in self._context.readiness.batches if b.check == _ABOVE)
        lines = []
        if book.marking:
            printed = scheme.printed(book.marking, self._context.speech.lang)
            lines.append(_("Marked {marking}.").format(marking=printed))
        elif scheme.levels:  # else the book is of those that have no markings at all
            lines.append(_("The book has no marking of its own."))
        if above:
            lines.append(
                self._context.speech.ngettext(
                    "{count} note is marked above the book: its pages and the cover show that.",
                    "{count} notes are marked above the book: their pages and the cover show that.",
                    above,
                ).format(count=above)
            )
        return "\n".join(lines)
