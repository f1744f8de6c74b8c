"""The overview for who has no mouse, or does not see it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QTreeView,
    QWidget,
)

from ui.places import Room


def reachable(overview) -> list[QWidget]:
    return [
        widget
        for widget in overview.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def after(tree: QTreeView, widget: QWidget) -> bool:
    """Whether a widget should have been met on the way to the list."""
    pane = tree.parentWidget().parentWidget()
    return widget.focusProxy() is None and not pane.isAncestorOf(widget)


def test_everything_that_can_be_reached_has_a_name(window, overview):
    nameless = [
        widget
        for widget in reachable(overview)
        if not (widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))
        and widget.focusProxy() is None
    ]

    assert nameless == []


def test_everything_that_can_be_pressed_is_large_enough(window, overview):
    small = [
        (widget, widget.size())
        for widget in reachable(overview)
        if isinstance(widget, QAbstractButton | QComboBox | QLineEdit)
        and (widget.height() < 24 or widget.width() < 24)
    ]

    assert small == []


def test_tab_walks_from_the_meeting_to_the_readiness_list_and_on(qtbot, window, overview, labelled):
    readiness = window.context.readiness
    qtbot.waitUntil(lambda: readiness.known and not readiness.running, timeout=20_000)
    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(labelled(QLineEdit, "Occasion").hasFocus)
    qtbot.keyClick(labelled(QLineEdit, "Occasion"), Qt.Key.Key_Backtab)
    tree = labelled(QTreeView, "Readiness list")
    seen = []
    for _ in range(60):
        seen.append(QApplication.focusWidget())
        if seen[-1] is tree:
            break
        qtbot.keyClick(seen[-1], Qt.Key.Key_Tab)

    assert seen[-1] is tree
    assert len(set(map(id, seen))) == len(seen)
    names = [widget.accessibleName() for widget in seen]
    assert names.index("Take out Marenne") + 1 == names.index("They speak for")
    left_out = set(map(id, reachable(overview))) - set(map(id, seen))
    assert [w for w in reachable(overview) if id(w) in left_out and after(tree, w)] == []


def test_alt_3_leads_into_the_readiness_list(qtbot, window, overview, labelled):
    readiness = window.context.readiness
    qtbot.waitUntil(lambda: readiness.known and not readiness.running, timeout=20_000)

    qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)

    tree = labelled(QTreeView, "Readiness list")
    assert tree.hasFocus()
    assert tree.currentIndex().isValid()


def test_f5_checks_the_book_again(qtbot, window, overview):
    readiness = window.context.readiness
    qtbot.waitUntil(lambda: readiness.known and not readiness.running, timeout=20_000)

    with qtbot.waitSignal(readiness.changed, timeout=20_000):
        qtbot.keyClick(window, Qt.Key.Key_F5)

    assert window.context.places.here.room is Room.OVERVIEW
