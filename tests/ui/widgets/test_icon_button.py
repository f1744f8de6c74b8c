"""Icons stay legible when the windows turn dark."""

from __future__ import annotations

import pytest

from ui.settings import Appearance
from ui.widgets.icon_button import IconButton


@pytest.fixture
def look(window):
    yield window.context.look
    window.context.look.wear(Appearance.SYSTEM)


def drawn(icon):
    return icon.pixmap(24, 24).toImage()


def test_an_icon_follows_the_windows_between_light_and_dark(qtbot, look):
    look.wear(Appearance.LIGHT)
    button = IconButton(look, "more", "More")
    qtbot.addWidget(button)
    light = drawn(button.icon())

    look.wear(Appearance.DARK)

    assert drawn(button.icon()) == drawn(look.icon("more"))
    assert drawn(button.icon()) != light
