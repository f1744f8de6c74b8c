"""Pages that are printed blank."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt

from tests.ui.preview.conftest import turn_to, whole_book


def blank(pane):
    """The number of a blank page well within the book."""
    numbers = [leaf.number for leaf in pane.view.arrangement.leaves if not leaf.tab]
    return numbers[len(numbers) // 2]


def darkest(pane, number):
    """The lightness of the darkest spot within a page on the screen, its edge left out."""
    place = pane.view.place_of_number(number).adjusted(4, 4, -4, -4)
    seen = place.intersected(QRectF(pane.view.viewport().rect())).toAlignedRect()
    picture = pane.view.viewport().grab(seen).toImage()
    return min(
        picture.pixelColor(x, y).lightness()
        for x in range(picture.width())
        for y in range(picture.height())
    )


@pytest.mark.parametrize("two", [False, True])
def test_a_blank_page_says_on_the_screen_why_it_is(qtbot, pane, two):
    whole_book(qtbot, pane)
    if two:
        pane.context.actions["preview.two"].trigger()

    turn_to(qtbot, pane, blank(pane))

    assert darkest(pane, blank(pane)) < 140


def test_a_screen_reader_is_told_why_a_page_is_blank(qtbot, pane):
    whole_book(qtbot, pane)
    turn_to(qtbot, pane, 7)

    turn_to(qtbot, pane, blank(pane))

    assert pane.view.accessibleName() == f"Printed page {blank(pane)}"
    assert pane.view.accessibleDescription() == (
        "This page is left blank because tabs begin on right-hand pages."
    )


def test_the_page_after_a_blank_one_is_not_said_to_be_blank(qtbot, pane):
    whole_book(qtbot, pane)
    turn_to(qtbot, pane, blank(pane))

    qtbot.keyClick(pane.view, Qt.Key.Key_Right)

    assert pane.view.accessibleName() == f"Printed page {blank(pane) + 1}"
    assert "left blank" not in pane.view.accessibleDescription()
