"""Editions: what was printed stays in the book, and says what has changed since."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QListView, QPushButton, QTableView

from briefing.operations import books, notes
from briefing.prose import Paragraph, Prose, Run
from briefing.things import Note, NoteState
from tests.ui.preview.conftest import PATIENCE, dialog, tabs_of
from ui.preview.changes_model import ChangesModel, runs
from ui.preview.comparing import Change, TabChange
from ui.preview.editions_dialog import EditionsDialog
from ui.preview.editions_model import EditionsModel
from ui.preview.tabs_model import TabsModel, tab_lines


@pytest.fixture
def edition(window, sample_pdf):
    """A first edition of the sample book."""
    session = window.context.session
    digest = session.store.keep(sample_pdf)
    session.run(
        books.archive_edition(
            session.store, digest, "2026-11-24T10:30:00+00:00", pages=34, remark="First"
        )
    )
    return sample_pdf


@pytest.fixture
def editions(qtbot, window):
    """The dialog of the editions, shown."""
    window.context.actions["file.editions"].trigger()
    shown = dialog(window)
    assert isinstance(shown, EditionsDialog)
    return shown


def button(shown, words):
    (found,) = [b for b in shown.findChildren(QPushButton) if words in b.text().replace("&", "")]
    return found


def rewrite(window, number, words):
    """Write other words into the background of a note."""
    session = window.context.session
    tab = tabs_of(window.context)[number - 1]
    note = session.store.find(Note, tab.note)
    if note.state is NoteState.SIGNED_OFF:
        session.run(notes.reopen(session.store, note))
        note = session.store.find(Note, tab.note)
    body = Prose((Paragraph(runs=(Run(text=words),)),))
    session.run(notes.write_section(session.store, note, "issue", body))
    return tab


def said(shown):
    return "\n".join(label.text() for label in shown.findChildren(QLabel) if label.isVisible())


def table(shown, name):
    (found,) = [one for one in shown.findChildren(QTableView) if one.accessibleName() == name]
    return found


def shown_rows(view):
    model = view.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_a_book_without_editions_says_how_one_is_made(editions):
    assert "No edition yet" in said(editions)


def test_the_book_says_what_has_changed_since_an_edition(qtbot, window, edition, editions):
    rewrite(window, 4, "The laboratories have been inspected twice.")

    button(editions, "What has changed").click()

    qtbot.waitUntil(lambda: "tab differs" in said(editions), timeout=PATIENCE)
    ((name, pages, _, first),) = shown_rows(table(editions, "What has changed"))
    assert name == "4  Health Preparedness"
    assert pages == "15"
    assert "laboratories" in first or "Draft" in first


def test_only_the_changed_tabs_are_exported_next(qtbot, window, edition, editions):
    rewrite(window, 4, "The laboratories have been inspected twice.")
    button(editions, "What has changed").click()
    qtbot.waitUntil(lambda: "tab differs" in said(editions), timeout=PATIENCE)

    button(editions, "Export the changed").click()

    (sheet,) = [
        one for one in window.findChildren(QDialog) if one.isVisible() and one is not editions
    ]
    model = sheet.findChild(QListView).model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    checked = Qt.CheckState.Checked.value
    ticked = [row.data() for row in rows if _state(row) == checked]
    assert ticked == ["4  Health Preparedness"]
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)


def _state(index):
    value = index.data(Qt.ItemDataRole.CheckStateRole)
    return getattr(value, "value", value)


def test_two_editions_of_the_same_words_do_not_differ(qtbot, window, edition, editions):
    session = window.context.session
    digest = session.store.keep(edition)
    session.run(books.archive_edition(session.store, digest, "2026-11-25T10:30:00+00:00", pages=34))
    table(editions, "Editions of the book").selectAll()

    button(editions, "Compare the two").click()

    qtbot.waitUntil(lambda: "nothing differs" in said(editions), timeout=PATIENCE)


def test_a_copy_of_an_edition_is_the_print_to_the_byte(
    qtbot, window, tmp_path, saved_to, edition, editions
):
    saved_to(tmp_path / "copy.pdf")

    button(editions, "Save a copy").click()

    assert (tmp_path / "copy.pdf").read_bytes() == edition


def test_an_edition_is_read_in_a_window_of_its_own(qtbot, window, edition, editions):
    button(editions, "Open").click()

    (viewer,) = [
        one for one in editions.findChildren(QDialog) if one.isVisible() and one is not editions
    ]
    assert viewer.windowTitle() == "Edition 1"
    assert len(viewer.view.arrangement.leaves) == 34
    viewer.close()


def test_the_models_keep_the_rules_of_models(qtmodeltester, window, edition):
    speech = window.context.speech
    changes = ChangesModel(speech)
    changes.show([TabChange("1", "One", Change.NEW, (1, 2)), TabChange("2", "Two", Change.GONE)])
    tabs = TabsModel(tab_lines(window.context.session.store, speech))

    for model in (EditionsModel(window.context), changes, tabs):
        qtmodeltester.check(model)


def test_pages_in_a_row_are_said_as_one():
    assert runs((3, 5, 6, 7, 9)) == "3, 5–7, 9"
