"""The overview of a sample book, shown."""

from __future__ import annotations

import pytest

from ui.overview.workspace import OverviewWorkspace
from ui.places import Place, Room


@pytest.fixture
def overview(window) -> OverviewWorkspace:
    window.context.places.go(Place(Room.OVERVIEW))
    window.activateWindow()
    return window.workspace(Room.OVERVIEW)


@pytest.fixture
def labelled(overview):
    """Finds what can be typed into or chosen by the words beside it."""

    def find(kind: type, name: str):
        (found,) = (
            child for child in overview.findChildren(kind) if child.accessibleName() == name
        )
        return found

    return find
