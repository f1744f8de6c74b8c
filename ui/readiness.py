"""The readiness list of a window's book, kept up to date while the book is worked on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from briefing.checking import Fault, Severity
from briefing.checking.findings import Batch, findings
from ui.clock import today
from ui.processes import Job, WorkerLost, Workshop
from ui.session import BookSession

_PAUSE = 1_200
"""Milliseconds after the last edit until the book is checked, so that typing is not disturbed."""
_LATEST = 10_000
"""Milliseconds of steady work after which the book is checked all the same."""
_LOOK = 60_000
"""Milliseconds between two looks at the calendar."""


class Readiness(QObject):
    """What is not ready in a book, live from the first `start` on; whoever shows it calls that.

    The check runs in the process that knows the book. A check that an edit has overtaken is
    left, so that the preview, which waits for the same process, need not wait for it.
    """

    changed = Signal()
    counted = Signal()  # notes have other numbers of pages than were known
    failed = Signal(object)  # a BriefingError: why the book could not be checked

    def __init__(self, session: BookSession, shop: Workshop, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shop = shop
        self._batches: tuple[Batch, ...] = ()
        self._of: dict[str, list[tuple[int, int]]] | None = None
        self._job: Job | None = None
        self._started = False
        self.known = False
        """Whether the book has been checked at all; before that, no faults means nothing."""
        self.pages: dict[str, int] = {}
        """On how many pages notes, by uid, are printed; whoever lays them out says it here."""
        self.counting = False
        """Whether they are being counted, for which the book may be checked once more."""
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self._check)
        self._latest = QTimer(self, singleShot=True, interval=_LATEST)
        self._latest.timeout.connect(self._check)
        self._day = today()
        self._daily = QTimer(self, interval=_LOOK)
        self._daily.timeout.connect(self._look_at_day)
        session.edited.connect(self._on_edited)
        session.closing.connect(self._stop)

    def start(self) -> None:
        """Check the book for the first time, and after edits from now on."""
        if not self._started:
            self._started = True
            self._daily.start()
            self._soon.start(0)

    def check_again(self) -> None:
        """Check the book now: another day, another template."""
        if self._started:
            self._soon.start(0)

    def know_pages(self, pages: Mapping[str, int]) -> None:
        """Be told on how many pages some notes are printed; `check_again` has it judged."""
        if not pages.items() <= self.pages.items():
            self.pages |= pages
            self.counted.emit()

    @property
    def running(self) -> bool:
        """Whether what is known is about to be replaced by something newer."""
        return self.checking or self.counting

    @property
    def checking(self) -> bool:
        """Whether the book is being checked, or about to be."""
        return self._job is not None or self._soon.isActive()

    @property
    def batches(self) -> tuple[Batch, ...]:
        """The faults by check, the gravest first."""
        return self._batches

    @property
    def faults(self) -> list[Fault]:
        """All faults, the gravest first; thousands in a neglected book, so rather ask less."""
        return [fault for batch in self._batches for fault in batch]

    def faults_of(self, uid: str) -> list[Fault]:
        """The faults of one thing: a note, a commitment, a source."""
        if self._of is None:
            self._of = {}
            for number, batch in enumerate(self._batches):
                for row, of in enumerate(batch.uids):
                    self._of.setdefault(of, []).append((number, row))
        return [self._batches[number][row] for number, row in self._of.get(uid, ())]

    def counts(self) -> dict[Severity, int]:
        """How many faults there are of each severity."""
        found: Counter[Severity] = Counter()
        for batch in self._batches:
            found[batch.severity] += len(batch)
        return {severity: found[severity] for severity in Severity}

    # Checking

    def _look_at_day(self) -> None:
        """A deadline passes at midnight, also while the machine sleeps."""
        if today() != self._day:
            self._day = today()
            self.check_again()

    def _on_edited(self) -> None:
        if self._started:
            self._soon.start(_PAUSE)
            if not self._latest.isActive():
                self._latest.start()
            if self._job is not None:
                self._job.cancel()

    def _check(self) -> None:
        if self._job is not None or self._session.closed:
            return
        if self._session.busy:
            self._soon.start(_PAUSE)
            return
        self._soon.stop()
        self._latest.stop()
        # Else the job would write the typing down itself, and be overtaken by that edit.
        self._session.try_flush()
        self._soon.stop()
        self._latest.stop()
        self._job = self._shop.book_job(findings, today(), dict(self.pages))
        self._job.finished.connect(self._on_finished)
        self._job.failed.connect(self._on_failed)
        self._job.cancelled.connect(self._on_cancelled)
        self._job.start()

    def _on_finished(self, batches: tuple[Batch, ...]) -> None:
        self._job = None
        self.known = True
        if batches != self._batches:
            self._batches = batches
            self._of = None
        self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        if isinstance(error, WorkerLost):
            self._latest.start()
        else:
            self.failed.emit(error)

    def _on_cancelled(self) -> None:
        self._job = None
        if self._started and not self._soon.isActive():
            self._soon.start(_PAUSE)

    def _stop(self) -> None:
        self._started = False
        self._daily.stop()
        self._soon.stop()
        self._latest.stop()
