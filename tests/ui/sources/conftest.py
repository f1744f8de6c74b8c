"""A window in which the sources are looked at."""

from __future__ import annotations

import pytest

from ui.places import Place, Room


@pytest.fixture
def sources(window):
    window.context.places.go(Place(Room.SOURCES))
    return window.workspace(Room.SOURCES)
