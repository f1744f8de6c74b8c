"""The bar above the pages says what is looked at."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from tests.ui.preview.conftest import PATIENCE, field, settled, tabs_of, turn_to, whole_book
from ui.preview.page_setup import PageSetup


def size_of(pane):
    """The size of the pages as the bar says it."""
    return field(pane, "Size of the pages", QComboBox).currentText()


def true_size(pane):
    """The size of the pages as they are."""
    view = pane.view
    across = view.place_of(view.leaf.tab, view.leaf.page).width()
    return f"{round(across / view.arrangement.size[0] * 75)} %"


@pytest.mark.parametrize("scope", ["tab", "book"])
def test_the_size_is_right_as_soon_as_two_pages_stand_side_by_side(qtbot, pane, scope):
    tab = whole_book(qtbot, pane)
    if scope == "tab":
        settled(qtbot, pane, tab.uid)
        pane.context.actions["preview.book"].trigger()
    before = size_of(pane)

    pane.context.actions["preview.two"].trigger()
    beside = (size_of(pane), true_size(pane))
    pane.context.actions["preview.two"].trigger()

    assert beside[0] == beside[1] != before
    assert size_of(pane) == true_size(pane) == before


def test_the_size_is_right_as_soon_as_there_is_another_paper(qtbot, pane):
    tab = whole_book(qtbot, pane)
    settled(qtbot, pane, tab.uid)
    setup = PageSetup(pane.context)
    qtbot.addWidget(setup)
    setup.show()
    paper = next(box for box in setup.findChildren(QComboBox) if box.findText("US Letter") >= 0)

    qtbot.keyClicks(paper, "US")

    qtbot.waitUntil(lambda: pane.view.arrangement.size == (612.0, 792.0), timeout=PATIENCE)
    assert size_of(pane) == true_size(pane)
    setup.close()


def test_a_size_that_is_typed_is_said_as_it_was_taken(qtbot, pane):
    tab = whole_book(qtbot, pane)
    settled(qtbot, pane, tab.uid)
    box = field(pane, "Size of the pages", QComboBox)
    box.setFocus()
    box.lineEdit().selectAll()

    qtbot.keyClicks(box.lineEdit(), "20")
    qtbot.keyClick(box.lineEdit(), Qt.Key.Key_Return)

    assert size_of(pane) == true_size(pane) == "50 %"


@pytest.mark.parametrize(("typed", "shown"), [(1, 13), (0, 13), (13, 13), (14, 14), (34, 14)])
def test_a_number_outside_the_tab_leads_to_its_nearest_page_and_the_field_says_so(
    qtbot, pane, typed, shown
):
    tab = tabs_of(pane.context)[2]
    pane.follow(tab.uid)
    settled(qtbot, pane, tab.uid)
    qtbot.waitUntil(lambda: field(pane, "Page").text() == "13", timeout=PATIENCE)

    turn_to(qtbot, pane, typed)

    assert field(pane, "Page").text() == str(shown)
    assert pane.view.leaf.number == shown


@pytest.mark.parametrize("typed", ["7", ""])
def test_a_number_that_is_not_entered_gives_way_to_the_page_that_is_looked_at(qtbot, pane, typed):
    whole_book(qtbot, pane)
    turn_to(qtbot, pane, 20)
    page = field(pane, "Page")
    page.setFocus()
    page.selectAll()
    qtbot.keyClick(page, Qt.Key.Key_Delete)
    qtbot.keyClicks(page, typed)

    qtbot.keyClick(page, Qt.Key.Key_Tab)

    assert page.text() == "20"


def test_the_last_page_is_said_to_be_looked_at_where_all_pages_have_room(qtbot, pane):
    tab = tabs_of(pane.context)[2]
    pane.follow(tab.uid)
    settled(qtbot, pane, tab.uid)
    qtbot.waitUntil(lambda: field(pane, "Page").text() == "13", timeout=PATIENCE)
    pane.resize(300, 1200)

    turn_to(qtbot, pane, 14)

    assert field(pane, "Page").text() == "14"
