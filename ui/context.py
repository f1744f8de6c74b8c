"""What every pane of a window is handed when it is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ui.actions import Actions
from ui.files import FileAsker
from ui.looks import Look
from ui.notices import Notices
from ui.places import Places
from ui.processes import Workshop
from ui.readiness import Readiness
from ui.session import BookSession
from ui.settings import SettingsStore
from ui.speech import Speech
from ui.tasks import TaskRunner


@dataclass(frozen=True)
class Context:
    """The book, the ways to speak and to move, and who does the heavy work; one for each window."""

    session: BookSession
    places: Places
    actions: Actions
    notices: Notices
    speech: Speech
    look: Look
    settings: SettingsStore
    tasks: TaskRunner
    files: FileAsker
    book_shop: Workshop
    """Knows the whole book: composing, checking, exporting."""
    file_shop: Workshop
    """Knows no book: reading files that are to be imported."""
    readiness: Readiness
    """What is not ready; whoever shows some of it calls its `start`."""

    @property
    def gettext(self) -> Callable[[str], str]:
        """Words in the window's language."""
        return self.speech.gettext

    def state(self, name: str) -> str:
        """The name under which a pane of this book remembers something in the settings."""
        return f"books/{self.session.uid}/{name}"
