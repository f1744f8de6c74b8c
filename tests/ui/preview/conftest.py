"""What the tests of pages, export and print share."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit

from briefing.progress import unwatched
from briefing.store import BookStore
from briefing.things import TabKind
from exports.tree import Form
from ui.places import Place, Room
from ui.preview.export_job import Order, pdf_bytes
from ui.preview.pane import PreviewPane

PATIENCE = 20_000


@pytest.fixture
def pane(qtbot, window):
    """The preview of the sample book, on its own."""
    window.context.places.go(Place(Room.BOOK))
    pane = PreviewPane(window.context)
    qtbot.addWidget(pane)
    pane.resize(480, 700)
    pane.show()
    qtbot.waitExposed(pane)
    return pane


@pytest.fixture
def notices(window):
    """What the window has said."""
    said = []
    window.context.notices.said.connect(said.append)
    return said


@pytest.fixture
def saved_to(monkeypatch, window):
    """Answer the system's dialog for a file with a path of the test's own."""

    def answer(path: Path) -> None:
        monkeypatch.setattr(
            window.context.files, "save", lambda *asked: asked[-1]([path]), raising=True
        )

    return answer


def tabs_of(context, kind=TabKind.NOTE):
    """The tabs of a kind in their order."""
    return [tab for tab in context.session.store.whole().tabs if tab.kind is kind]


def dialog(window) -> QDialog:
    """The dialog that is shown over the window."""
    (shown,) = [one for one in window.findChildren(QDialog) if one.isVisible()]
    return shown


@pytest.fixture(scope="session")
def sample_pdf(sample_file) -> bytes:
    """The sample book as it is printed."""
    copy = Path(shutil.copy(sample_file, sample_file.with_name("printed.briefing")))
    with BookStore.open(copy) as store:
        whole = store.whole()
    order = Order((), Form(edition=1), "en", "2026-11-24T10:30:00")
    return pdf_bytes(whole, order, progress=unwatched)


def whole_book(qtbot, pane, at=2):
    """Show all pages of the book, at those of a note."""
    tab = tabs_of(pane.context)[at]
    pane.follow(tab.uid)
    pane.context.actions["preview.book"].trigger()
    qtbot.waitUntil(lambda: len(pane.view.arrangement.leaves) == 34, timeout=PATIENCE)
    return tab


def turn_to(qtbot, pane, number):
    """Type the number of a page."""
    page = field(pane, "Page")
    page.setFocus()
    page.selectAll()
    qtbot.keyClicks(page, str(number))
    qtbot.keyClick(page, Qt.Key.Key_Return)


def field(pane, name, kind=QLineEdit):
    """A field of the bar by its name."""
    (found,) = [one for one in pane.findChildren(kind) if one.accessibleName() == name]
    return found


def settled(qtbot, pane, tab):
    """Wait until the tab's pages have their numbers in the book."""

    def numbered():
        pages = pane.gallery.pages(tab)
        assert pages is not None
        assert pages.version[2]

    qtbot.waitUntil(numbered, timeout=PATIENCE)
