"""A window in which the sources are looked at."""

from __future__ import annotations

import pytest

from ui.places import Place, Room


@pytest.fixture
def sources(qtbot, window):
    window.context.places.go(Place(Room.SOURCES))
    workspace = window.workspace(Room.SOURCES)
    qtbot.waitUntil(lambda: workspace.begun)
    return workspace
