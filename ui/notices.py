"""What the program has to say, without stopping anybody: a line in the window, with a remedy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from briefing.errors import BriefingError, Refused
from ui.deed import Deed
from ui.explain import explain, explain_refusal
from ui.processes.workshop import Job, WorkerLost
from ui.speech import Speech
from ui.tasks import Task


class Tone(StrEnum):
    """How a notice is meant."""

    DONE = "done"
    ADVICE = "advice"
    TROUBLE = "trouble"


@dataclass(frozen=True, slots=True)
class Notice:
    """A line for the adviser, and what can be done about it at once."""

    text: str
    tone: Tone = Tone.DONE
    remedy: str = ""
    """The words of the button."""
    mend: Callable[[], object] | None = None
    of_step: bool = False
    """Whether it is about the last step of the book, and so is over with the next."""
    of_place: bool = False
    """Whether it is about what is looked at, and so is over when something else is."""


class Notices(QObject):
    """Takes what is to be said to wherever the window says it."""

    said = Signal(object)  # a Notice
    watched = Signal(str, object)  # what is being done, and the Job, Task or Deed that does it

    def __init__(self, speech: Speech, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speech = speech

    def done(self, text: str, remedy: str = "", mend: Callable[[], object] | None = None) -> None:
        """Say that something was done, where it cannot be seen; perhaps with a next step."""
        self.said.emit(Notice(text, Tone.DONE, remedy, mend))

    def done_last(self, text: str, remedy: str, mend: Callable[[], object]) -> None:
        """Say what the last step of the book did, with what can be done while it is the last."""
        self.said.emit(Notice(text, Tone.DONE, remedy, mend, of_step=True))

    def advise(self, text: str, remedy: str = "", mend: Callable[[], object] | None = None) -> None:
        """Say something worth knowing."""
        self.said.emit(Notice(text, Tone.ADVICE, remedy, mend))

    def remind(self, text: str, remedy: str, mend: Callable[[], object]) -> None:
        """Say what one has come somewhere for, until something is done or one goes elsewhere."""
        self.said.emit(Notice(text, Tone.ADVICE, remedy, mend, of_step=True, of_place=True))

    def trouble(
        self, error: Exception, remedy: str = "", mend: Callable[[], object] | None = None
    ) -> None:
        """Say what went wrong and what to do; anything else than that is a bug, and raised."""
        match error:
            case BriefingError():
                text = explain(error, self._speech.gettext)
            case Refused():
                text = explain_refusal(error, self._speech.gettext)
            case WorkerLost():
                _ = self._speech.gettext
                text = _("The work was cut short by the system. The book is unharmed: try again.")
            case _:
                raise error
        self.said.emit(Notice(text, Tone.TROUBLE, remedy, mend))

    def watch(self, text: str, work: Job | Task | Deed) -> None:
        """Show how far some work is, with a way to cancel it. Before it is started."""
        self.watched.emit(text, work)
