"""What is looked at among the pages, whatever happens around it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox

from tests.ui.preview.conftest import PATIENCE, field, settled, tabs_of, turn_to, whole_book


def top_of(pane, number):
    """How far below the top of the view a page begins."""
    return pane.view.place_of_number(number).top()


@pytest.mark.parametrize("fit", ["preview.width", "preview.fit"])
@pytest.mark.parametrize("size", [(900, 700), (300, 700), (480, 400), (700, 1000)])
def test_the_page_that_is_looked_at_stays_through_resizing(qtbot, pane, fit, size):
    whole_book(qtbot, pane)
    pane.context.actions[fit].trigger()
    turn_to(qtbot, pane, 7)
    before = top_of(pane, 7)

    pane.resize(*size)

    assert pane.view.leaf.number == 7
    assert top_of(pane, 7) == pytest.approx(before, abs=1)


def test_a_place_within_a_page_is_where_it_was_after_many_sizes(qtbot, pane):
    whole_book(qtbot, pane)
    turn_to(qtbot, pane, 20)
    bar = pane.view.verticalScrollBar()
    bar.setValue(bar.value() + 300)
    before = bar.value()

    for width in [*range(480, 900, 7), *range(900, 250, -11), 480]:
        pane.resize(width, 700)

    assert bar.value() == before


def test_the_last_page_is_found_again_after_the_view_was_too_high_for_it(qtbot, pane):
    whole_book(qtbot, pane)
    turn_to(qtbot, pane, 33)
    before = top_of(pane, 33)

    pane.resize(480, 2400)
    pane.resize(480, 700)

    assert pane.view.leaf.number == 33
    assert top_of(pane, 33) == pytest.approx(before, abs=1)


@pytest.mark.parametrize("number", [7, 6])
def test_the_page_that_is_looked_at_stays_when_two_stand_side_by_side(qtbot, pane, number):
    whole_book(qtbot, pane)
    turn_to(qtbot, pane, number)
    before = top_of(pane, number)

    pane.context.actions["preview.two"].trigger()
    beside = (pane.view.leaf.number, top_of(pane, number))
    pane.context.actions["preview.two"].trigger()

    assert beside == (number, pytest.approx(before, abs=1))
    assert pane.view.leaf.number == number
    assert top_of(pane, number) == pytest.approx(before, abs=1)


@pytest.mark.parametrize("action", ["larger", "smaller", "fit", "actual"])
def test_the_page_that_is_looked_at_stays_in_another_size(qtbot, pane, action):
    whole_book(qtbot, pane)
    pane.resize(480, 1200)
    turn_to(qtbot, pane, 7)
    before = top_of(pane, 7)

    for _ in range(3):
        pane.context.actions[f"preview.{action}"].trigger()

    assert pane.view.leaf.number == 7
    assert top_of(pane, 7) == pytest.approx(before, abs=1)


def test_the_wheel_enlarges_about_the_pointer(qtbot, pane):
    whole_book(qtbot, pane)
    turn_to(qtbot, pane, 7)
    view, at = pane.view, QPointF(100, 400)
    before = (at - view.place_of_number(7).topLeft()) / view.scale
    wheel = QWheelEvent(
        at, view.viewport().mapToGlobal(at), QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip

    QApplication.sendEvent(view.viewport(), wheel)

    after = (at - view.place_of_number(7).topLeft()) / view.scale
    assert after.x() == pytest.approx(before.x(), abs=2)
    assert after.y() == pytest.approx(before.y(), abs=2)


def narrow(qtbot, pane, at=2):
    """Two pages side by side that the pane has no room for."""
    tab = whole_book(qtbot, pane, at)
    settled(qtbot, pane, tab.uid)
    pane.context.actions["preview.two"].trigger()
    size = field(pane, "Size of the pages", QComboBox).lineEdit()
    size.setFocus()
    size.selectAll()
    qtbot.keyClicks(size, "67")
    qtbot.keyClick(size, Qt.Key.Key_Return)


def in_sight(pane, number):
    """Whether a page is in sight from its left edge on, as far as there is room."""
    place, room = pane.view.place_of_number(number), pane.view.viewport().width()
    return place.left() >= 0 and place.right() <= max(room, place.width() + 12)


@pytest.mark.parametrize("width", [480, 600])
def test_a_note_that_is_chosen_is_seen_though_it_begins_on_the_right(qtbot, pane, width):
    pane.resize(width, 700)
    narrow(qtbot, pane)
    pane.view.horizontalScrollBar().setValue(0)
    tab = tabs_of(pane.context)[3]

    pane.follow(tab.uid)

    qtbot.waitUntil(lambda: pane.view.leaf.tab == tab.uid)
    assert pane.view.leaf.number == 15
    assert in_sight(pane, 15)
    assert field(pane, "Page").text() == "15"


def test_a_place_on_the_other_page_is_scrolled_to_sideways(qtbot, pane):
    narrow(qtbot, pane)
    tab = tabs_of(pane.context)[2]

    pane.follow(tab.uid, "next-steps", 0)
    assert in_sight(pane, 14)
    pane.follow(tab.uid)

    assert in_sight(pane, 13)
    assert field(pane, "Page").text() == "13"


def test_words_that_are_found_beyond_the_edge_of_the_view_are_scrolled_to(qtbot, pane):
    tab = whole_book(qtbot, pane)
    settled(qtbot, pane, tab.uid)
    pane.view.setFocus()
    for _ in range(9):
        qtbot.keyClick(pane.view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    bar = pane.view.horizontalScrollBar()
    bar.setValue(bar.maximum())

    pane.finder.open()
    qtbot.keyClicks(pane.finder.field, "resilient supply")
    qtbot.keyClick(pane.finder.field, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: pane.view.selector.selection is not None, timeout=PATIENCE)
    leaf = pane.view.leaf
    place, scale = pane.view.place_of(leaf.tab, leaf.page), pane.view.scale
    left, top, _, _ = next(iter(pane.view.selector.boxes(leaf)))
    assert (
        pane.view.viewport()
        .rect()
        .contains((place.topLeft() + QPointF(left, top) * scale).toPoint())
    )


def test_keys_turn_to_each_page_where_only_one_has_room(qtbot, pane):
    narrow(qtbot, pane)
    turn_to(qtbot, pane, 7)
    seen = []

    for _ in range(3):
        qtbot.keyClick(pane.view, Qt.Key.Key_Right)
        seen.append((pane.view.leaf.number, in_sight(pane, pane.view.leaf.number)))

    assert seen == [(8, True), (9, True), (10, True)]


def test_the_other_page_is_looked_at_by_scrolling_to_it(qtbot, pane):
    narrow(qtbot, pane)
    turn_to(qtbot, pane, 7)

    pane.view.horizontalScrollBar().setValue(0)

    assert field(pane, "Page").text() == "6"


def test_the_right_page_is_said_to_be_looked_at_while_its_row_is(qtbot, pane):
    whole_book(qtbot, pane)
    pane.context.actions["preview.two"].trigger()
    turn_to(qtbot, pane, 7)
    bar = pane.view.verticalScrollBar()

    bar.setValue(bar.value() + 20)
    shown = field(pane, "Page").text()
    bar.setValue(bar.value() + round(pane.view.place_of_number(7).height()))

    assert shown == "7"
    assert field(pane, "Page").text() == "8"
