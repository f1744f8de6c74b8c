"""The preview beside the editor."""

from __future__ import annotations

import pytest

from briefing.operations import notes
from briefing.things import TabKind
from ui.places import Place, Room
from ui.preview.pane import PreviewPane

PATIENCE = 20_000


@pytest.fixture
def pane(qtbot, window):
    window.context.places.go(Place(Room.BOOK))
    pane = PreviewPane(window.context)
    qtbot.addWidget(pane)
    pane.resize(480, 700)
    pane.show()
    qtbot.waitExposed(pane)
    return pane


def tabs_of(pane, kind=TabKind.NOTE):
    tabs = pane.context.session.store.whole().tabs
    return [tab for tab in tabs if tab.kind is kind]


def settled(qtbot, pane, tab):
    """Wait until the tab's pages have their numbers in the book."""

    def numbered():
        pages = pane.gallery.pages(tab)
        assert pages is not None
        assert pages.version[2]

    qtbot.waitUntil(numbered, timeout=PATIENCE)


def read(qtbot, pane, tab, page=0):
    qtbot.waitUntil(lambda: pane.gallery.text((tab, page)) is not None, timeout=PATIENCE)
    return pane.gallery.text((tab, page))


def test_the_tab_that_is_written_is_shown_with_its_numbers_in_the_book(qtbot, pane):
    tab = tabs_of(pane)[2]

    pane.follow(tab.uid)

    settled(qtbot, pane, tab.uid)
    words = read(qtbot, pane, tab.uid).text
    assert "Resilient Supply Chains" in words
    assert "Page 13 of 34" in words
    assert "Tab 3 – 1" in words


def test_what_is_typed_appears_on_the_page(qtbot, pane):
    tab = tabs_of(pane)[2]
    pane.follow(tab.uid)
    settled(qtbot, pane, tab.uid)

    pane.context.session.run(notes.change_tab(tab, title="Quite another title"))

    qtbot.waitUntil(
        lambda: "Quite another title" in getattr(pane.gallery.text((tab.uid, 0)), "text", ""),
        timeout=PATIENCE,
    )
