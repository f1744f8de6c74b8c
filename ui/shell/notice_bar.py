"""The line at the foot of a window: what was done or went wrong, and how far work is."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from ui.context import Context
from ui.deed import Deed
from ui.notices import Notice, Tone
from ui.processes import Job
from ui.tasks import Task

_SHOWN = 6_000
_SHOWN_LONGER = 20_000
"""Milliseconds for which "done" is shown, without and with something to do about it."""
_PATIENCE = 500
"""Milliseconds of work before it shows itself."""


class NoticeBar(QFrame):
    """One notice at a time, the newest; it never takes the focus and never covers anything."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = context.gettext
        self._places = context.places
        self._mend: Notice | None = None
        self._said_at = self._places.here
        self.setProperty("role", "notice")
        self._text = QLabel(wordWrap=True)
        self._remedy = QPushButton()
        self._away = QPushButton(_("Dismiss"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.addWidget(self._text, stretch=1)
        row.addWidget(self._remedy)
        row.addWidget(self._away)
        self._timer = QTimer(self, singleShot=True, interval=_SHOWN)
        self._timer.timeout.connect(self.hide)
        self._remedy.clicked.connect(self._remedied)
        self._away.clicked.connect(self.hide)
        context.notices.said.connect(self.say)
        context.session.edited.connect(self._on_edited)
        context.places.changed.connect(self._on_walked)
        self.hide()

    def _on_edited(self) -> None:
        """What went wrong is over when something has gone right, and so is the step before.

        Its “Undo” would take back this one.
        """
        if self._mend is not None and (self._mend.tone is Tone.TROUBLE or self._mend.of_step):
            self.hide()

    def _on_walked(self) -> None:
        """What is wrong in one place is out of place in another."""
        if self._mend is not None and self._mend.of_place and self._places.here != self._said_at:
            self.hide()

    def say(self, notice: Notice) -> None:
        """Show a notice, and have a screen reader say it."""
        self._mend = notice
        self._said_at = self._places.here
        self._text.setText(notice.text)
        self._remedy.setText(notice.remedy)
        self._remedy.setVisible(bool(notice.remedy))
        self.setProperty("tone", str(notice.tone))
        self.style().polish(self)
        self.show()
        if notice.tone is Tone.DONE:
            self._timer.start(_SHOWN_LONGER if notice.remedy else _SHOWN)
        else:
            self._timer.stop()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, notice.text))

    def _remedied(self) -> None:
        self.hide()
        if self._mend is not None and self._mend.mend is not None:
            self._mend.mend()


class ProgressLine(QWidget):
    """Work that takes longer than half a second: what it is, how far, and a way to cancel it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = context.gettext
        self._context = context
        self._work: Job | Task | Deed | None = None
        self._text = QLabel()
        self._bar = QProgressBar(textVisible=False)
        self._bar.setFixedSize(160, 8)
        self._cancel = QPushButton(_("Cancel"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 8, 2)
        row.addStretch(1)
        row.addWidget(self._text)
        row.addWidget(self._bar)
        row.addWidget(self._cancel)
        self._timer = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._timer.timeout.connect(self.show)
        self._cancel.clicked.connect(self._stop)
        context.notices.watched.connect(self.watch)
        context.session.begun.connect(self._watch_deed)
        self.hide()

    def watch(self, text: str, work: Job | Task | Deed) -> None:
        """Follow a piece of work until it ends."""
        self._work = work
        self._text.setText(text)
        self._bar.setAccessibleName(text)
        self._bar.setRange(0, 0)
        work.progressed.connect(self._progressed)
        for ending in (work.finished, work.failed, work.cancelled):
            ending.connect(self._ended)
        self._timer.start()

    def _watch_deed(self, deed: Deed) -> None:
        self.watch(self._context.gettext("Changing the book"), deed)

    def _progressed(self, done: int, total: int) -> None:
        if self.sender() is self._work:
            self._bar.setRange(0, max(total, 1))
            self._bar.setValue(done)

    def _ended(self) -> None:
        if self.sender() is self._work:
            self._work = None
            self._timer.stop()
            self.hide()

    def _stop(self) -> None:
        if self._work is not None:
            self._work.cancel()
