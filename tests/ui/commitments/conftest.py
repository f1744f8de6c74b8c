from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ui.commitments.workspace import CommitmentsWorkspace
from ui.places import Place, Room
from ui.shell.window import BookWindow


@pytest.fixture
def workspace(qtbot: QtBot, window: BookWindow) -> CommitmentsWorkspace:
    """The commitments of the sample book, the first of them chosen."""
    window.context.places.go(Place(Room.COMMITMENTS))
    workspace = window.workspace(Room.COMMITMENTS)
    assert isinstance(workspace, CommitmentsWorkspace)
    qtbot.waitUntil(lambda: bool(workspace.detail.uid) and workspace.facets.rowCount() > 0)
    return workspace
