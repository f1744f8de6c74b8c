"""The window around the workspaces."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton

from briefing.things import Source
from ui.places import Place, Room


def test_each_workspace_is_reached_by_its_key(qtbot, window):
    for number, room in enumerate(Room, start=1):
        qtbot.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)

        assert window.context.places.here.room is room


def test_alt_left_goes_back_to_where_one_was(qtbot, window):
    window.context.places.go(Place(Room.BOOK))

    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)

    assert window.context.places.here.room is Room.OVERVIEW


def test_a_column_that_goes_leaves_its_room_to_the_middle_one(qtbot, window):
    window.resize(1264, window.height())
    window.context.places.go(Place(Room.SOURCES))
    workspace = window.workspace(Room.SOURCES)
    qtbot.waitUntil(lambda: workspace.begun and workspace.splitter.sizes()[-1] > 0)
    _left, middle, right = workspace.splitter.sizes()

    workspace.fold(-1)
    qtbot.waitUntil(lambda: workspace.splitter.sizes()[-1] == 0)

    assert workspace.splitter.sizes()[0] < 300
    assert workspace.splitter.sizes()[1] > middle + right - 20


def test_a_button_that_had_the_focus_has_it_again_when_one_comes_back(qtbot, window):
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    overview = window.workspace(Room.OVERVIEW)
    bound = [b for b in overview.findChildren(QToolButton) if b.defaultAction() and b.isVisible()]
    for button in bound:
        button.setFocus(Qt.FocusReason.TabFocusReason)

        window.context.places.go(Place(Room.COMMITMENTS))
        window.context.places.go(Place(Room.OVERVIEW))

        assert QApplication.focusWidget() is button
    assert bound


def test_whoever_goes_on_to_a_source_before_the_last_one_is_shown_stays_there(qtbot, window):
    window.context.places.go(Place(Room.SOURCES))
    workspace = window.workspace(Room.SOURCES)
    last = workspace.library.lines[-1].uid

    window.context.places.go(Place(Room.SOURCES, Source, last))

    workspace.begin()
    assert workspace.reader.source_uid == last
    assert not workspace._beginning.isActive()
