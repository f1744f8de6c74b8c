"""The window of a book is put together: what its panes are handed, and what works in it unseen."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from briefing.store import BookStore
from ui.actions import Actions
from ui.context import Context
from ui.files import FileAsker
from ui.login import login_name
from ui.looks import Look
from ui.notices import Notices
from ui.places import Places, Room
from ui.preview.lengths import NoteLengths
from ui.preview.publishing import Publishing
from ui.processes import Workshop
from ui.readiness import Readiness
from ui.rooms import announced
from ui.session import BookSession
from ui.settings import SettingsStore
from ui.shell.backups import DailyBackup
from ui.shell.window import BookWindow
from ui.shell.workspaces import MakeWorkspace
from ui.speech import Speech
from ui.tasks import TaskRunner

_BACKUP_AFTER = 4_000
"""Milliseconds from a book's opening to its copy of the day."""


def context_of(
    store: BookStore, settings: SettingsStore, speech: Speech, look: Look, files: FileAsker
) -> Context:
    """What the panes of a book's window are handed: some is the program's, the rest their own."""
    session = BookSession(store, settings.now.author or login_name())
    book_shop = Workshop(session)
    context = Context(
        session=session,
        places=Places(),
        actions=Actions(speech, look),
        notices=Notices(speech),
        speech=speech,
        look=look,
        settings=settings,
        tasks=TaskRunner(),
        files=files,
        book_shop=book_shop,
        file_shop=Workshop(),
        readiness=Readiness(session, book_shop),
    )
    context.actions.announce(announced())
    return context


def window_of(
    context: Context, makers: Mapping[Room, MakeWorkspace], app: QApplication
) -> BookWindow:
    """The window; it is still to be shown."""
    window = BookWindow(context, makers, app)
    for part in (
        context.session,
        context.places,
        context.actions,
        context.notices,
        context.tasks,
        context.book_shop,
        context.file_shop,
        context.readiness,
    ):
        part.setParent(window)
    Publishing(context, window)
    NoteLengths(context, window)
    # When the window is there and quiet: nobody came to see a copy being made.
    backup = DailyBackup(context, window)
    QTimer.singleShot(_BACKUP_AFTER, window, backup.begin)
    return window
