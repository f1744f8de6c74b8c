"""The workspace named Book, entered, with the sample book in it."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from briefing.things import Note
from ui.book.workspace import BookWorkspace
from ui.places import Place, Room
from ui.shell.window import BookWindow

HEALTH = "Health Preparedness"


def entered(qtbot: QtBot, window: BookWindow) -> BookWorkspace:
    """The workspace of a window, shown."""
    window.resize(1400, 900)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.context.places.go(Place(Room.BOOK))
    workspace = window.workspace(Room.BOOK)
    assert isinstance(workspace, BookWorkspace)
    qtbot.waitUntil(lambda: workspace.isVisible() and workspace.begun)
    return workspace


def closed(qtbot: QtBot, window: BookWindow) -> None:
    """Close a window, and wait until it is gone."""
    gone: list[bool] = []
    window.destroyed.connect(lambda: gone.append(True))
    window.close()
    qtbot.waitUntil(lambda: bool(gone))


@pytest.fixture
def book(qtbot: QtBot, window: BookWindow) -> BookWorkspace:
    """The workspace, shown."""
    return entered(qtbot, window)


@pytest.fixture
def health(qtbot: QtBot, book: BookWorkspace) -> Note:
    """The note on health, looked at."""
    note = next(n for n in book.context.session.store.all(Note) if n.title == HEALTH)
    book.context.places.go(Place(Room.BOOK, Note, note.uid))
    qtbot.waitUntil(lambda: book.material.model.note == note)
    return note
