"""What is looked at among the pages, whatever happens around it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from tests.ui.preview.conftest import turn_to, whole_book


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
