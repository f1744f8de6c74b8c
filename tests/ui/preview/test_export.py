"""Exporting from the window: one sheet, then the window goes on."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from docx import Document
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QScrollArea,
)

from briefing.operations.books import change_book
from briefing.things import Edition
from tests.ui.preview.conftest import PATIENCE, dialog, tabs_of

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def folder(window, tmp_path):
    """Where exports go."""
    folder = tmp_path / "out"
    folder.mkdir()
    window.context.settings.remember("folders/export", str(folder))
    return folder


def sheet_of(qtbot, window):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_E, CTRL)
    return dialog(window)


def box(sheet, words):
    (found,) = [b for b in sheet.findChildren(QCheckBox) if words in b.text().replace("&", "")]
    return found


def named(sheet, label, kind=QLineEdit):
    (found,) = [
        one.buddy() for one in sheet.findChildren(QLabel) if one.text().replace("&", "") == label
    ]
    assert isinstance(found, kind)
    return found


def cover_words(path):
    """The words of the first page."""
    with pypdfium2.PdfDocument(path) as file:
        return file[0].get_textpage().get_text_range()


def exported(qtbot, notices):
    qtbot.waitUntil(lambda: bool(notices), timeout=PATIENCE)
    return notices[-1]


def pages_of(path: Path):
    document = pypdfium2.PdfDocument(path)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def test_two_keys_export_the_book_as_the_last_time(qtbot, window, folder, notices, monkeypatch):
    shown = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()) or len(shown) == 1
    )

    sheet = sheet_of(qtbot, window)
    qtbot.keyClick(sheet, Qt.Key.Key_Return)

    notice = exported(qtbot, notices)
    (made,) = folder.iterdir()
    assert made.name == "Strait Partnership leaders’ meeting.pdf"
    assert len(pages_of(made)) == 34
    assert "34 pages" in notice.text
    notice.mend()
    assert shown == [str(folder)]
    assert notices[-1] is notice
    notice.mend()  # where no program shows folders
    assert str(folder) in notices[-1].text


def test_a_book_in_the_programs_own_folder_is_printed_where_one_looks(qtbot, window, monkeypatch):
    where = window.context.session.store.path.parent
    sheet = sheet_of(qtbot, window)
    assert str(where) in [label.text() for label in sheet.findChildren(QLabel)]
    sheet.reject()

    monkeypatch.setenv("BRIEFING_DATA_HOME", str(where))

    sheet = sheet_of(qtbot, window)
    assert str(where) not in [label.text() for label in sheet.findChildren(QLabel)]


def test_both_formats_are_written_and_remembered(qtbot, window, folder, notices):
    sheet = sheet_of(qtbot, window)
    box(sheet, "Word").click()
    qtbot.keyClick(sheet, Qt.Key.Key_Return)
    exported(qtbot, notices)

    assert sorted(path.suffix for path in folder.iterdir()) == [".docx", ".pdf"]
    word = next(folder.glob("*.docx"))
    assert "Resilient Supply Chains" in "\n".join(p.text for p in Document(str(word)).paragraphs)

    assert box(sheet_of(qtbot, window), "Word").isChecked()
    qtbot.keyClick(dialog(window), Qt.Key.Key_Escape)


def test_one_tab_keeps_the_numbers_that_it_has_in_the_book(qtbot, window, folder, notices):
    third = tabs_of(window.context)[2]
    sheet = sheet_of(qtbot, window)
    tabs = sheet.findChild(QListView)
    next(b for b in sheet.findChildren(QPushButton) if b.text() == "&None").click()
    rows = [tabs.model().index(row) for row in range(tabs.model().rowCount())]
    (row,) = [row for row in rows if row.data().startswith("3  ")]
    assert "Choose at least one tab." in said(sheet)
    tabs.setCurrentIndex(row)
    qtbot.keyClick(tabs, Qt.Key.Key_Space)
    qtbot.keyClick(sheet, Qt.Key.Key_Return)

    exported(qtbot, notices)
    first, *_ = pages_of(next(folder.glob("*.pdf")))
    assert "Page 13 of 34" in first
    assert "Tab 3 – 1" in first
    assert third.uid


def said(sheet):
    return "\n".join(label.text() for label in sheet.findChildren(QLabel) if label.isVisible())


def test_what_is_not_ready_is_said_before_the_export(qtbot, window, folder):
    sheet = sheet_of(qtbot, window)

    qtbot.waitUntil(lambda: "to mend" in said(sheet), timeout=PATIENCE)

    assert "Marked PROTECTED B." in said(sheet)
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert list(folder.iterdir()) == []


def test_a_cancelled_export_leaves_the_old_file(qtbot, window, folder):
    old = folder / "Strait Partnership leaders’ meeting.pdf"
    old.write_text("last week's book")
    works = []
    window.context.notices.watched.connect(lambda _text, work: works.append(work))
    sheet = sheet_of(qtbot, window)
    assert "Takes the place of" in said(sheet)

    qtbot.keyClick(sheet, Qt.Key.Key_Return)
    with qtbot.waitSignal(works[0].cancelled, timeout=PATIENCE):
        works[0].progressed.connect(works[0].cancel)

    assert old.read_text() == "last week's book"
    assert list(folder.iterdir()) == [old]


def test_a_file_that_cannot_be_written_is_said_with_a_way_on(qtbot, window, folder, notices):
    (folder / "Strait Partnership leaders’ meeting.pdf").mkdir()
    sheet = sheet_of(qtbot, window)
    qtbot.keyClick(sheet, Qt.Key.Key_Return)

    notice = exported(qtbot, notices)

    assert "could not be written" in notice.text
    notice.mend()
    assert dialog(window).windowTitle() == "Export"
    qtbot.keyClick(dialog(window), Qt.Key.Key_Escape)


def test_a_name_that_windows_forbids_is_made_safe(qtbot, window, folder, notices):
    sheet = sheet_of(qtbot, window)
    name = named(sheet, "File name")
    name.selectAll()
    qtbot.keyClicks(name, 'For: "Friday" / final?')
    qtbot.keyClick(name, Qt.Key.Key_Return)

    exported(qtbot, notices)

    assert [path.name for path in folder.iterdir()] == ["For Friday final.pdf"]


def test_another_place_is_chosen_in_the_systems_own_dialog(
    qtbot, window, tmp_path, saved_to, notices
):
    elsewhere = tmp_path / "Board pack.pdf"
    saved_to(elsewhere)
    sheet = sheet_of(qtbot, window)
    next(b for b in sheet.findChildren(QPushButton) if b.text() == "&Change…").click()

    qtbot.keyClick(sheet, Qt.Key.Key_Return)

    exported(qtbot, notices)
    assert elsewhere.exists()


def test_a_print_is_kept_as_an_edition_for_good(qtbot, window, folder, notices):
    sheet = sheet_of(qtbot, window)
    box(sheet, "Keep this print").click()
    remark = named(sheet, "Remark")
    qtbot.keyClicks(remark, "As handed over")
    qtbot.keyClick(sheet, Qt.Key.Key_Return)
    said = exported(qtbot, notices).text
    assert said.endswith("34 pages. It is kept as edition 1.")

    store = window.context.session.store
    (edition,) = store.all(Edition)
    assert (edition.number, edition.pages, edition.remark) == (1, 34, "As handed over")
    printed = next(folder.glob("*.pdf"))
    assert store.original(edition.original) == printed.read_bytes()
    assert "Edition 1 ·" in cover_words(printed)

    window.context.session.undo()  # what was done before
    assert store.all(Edition) == [edition]


def test_a_print_that_is_not_kept_is_no_edition(qtbot, window, folder, notices):
    sheet = sheet_of(qtbot, window)

    qtbot.keyClick(sheet, Qt.Key.Key_Return)

    exported(qtbot, notices)
    words = cover_words(next(folder.glob("*.pdf")))
    assert "Printed " in words
    assert "Edition" not in words


def test_on_a_low_screen_the_fields_scroll_and_the_buttons_stay(qtbot, window, folder):
    sheet = sheet_of(qtbot, window)
    qtbot.waitUntil(sheet.isActiveWindow)

    sheet.resize(sheet.width(), 480)

    assert sheet.height() == 480
    (export,) = [b for b in sheet.findChildren(QPushButton) if b.text() == "&Export"]
    assert sheet.rect().contains(export.geometry().translated(export.parentWidget().pos()))
    remark = named(sheet, "Remark")
    box(sheet, "Keep this print").click()
    box(sheet, "Keep this print").setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert remark.hasFocus()
    assert remark.visibleRegion().boundingRect() == remark.rect()
    sheet.reject()


def test_a_book_without_markings_hears_nothing_of_them(qtbot, window, folder):
    session = window.context.session

    def said():
        sheet = sheet_of(qtbot, window)
        words = [label.text() for label in sheet.findChildren(QLabel) if label.isVisible()]
        sheet.reject()
        return " ".join(words)

    assert "Marked" in said()
    session.run(change_book(session.store, marking=""))
    assert "no marking of its own" in said()
    session.run(change_book(session.store, scheme="none"))
    assert "marking of" not in said()


def test_all_that_the_export_asks_is_seen_without_scrolling(qtbot, window, folder):
    sheet = sheet_of(qtbot, window)
    sheet.resize(600, 690)
    area = sheet.findChild(QScrollArea)

    qtbot.waitUntil(lambda: area.viewport().height() > 0)
    assert area.verticalScrollBar().maximum() == 0
    sheet.reject()


@pytest.mark.parametrize("low", [True, False])
def test_fields_keep_clear_of_the_scroll_bar_where_there_is_one(qtbot, window, folder, low):
    sheet = sheet_of(qtbot, window)
    sheet.resize(600, 420 if low else 690)
    area, field = sheet.findChild(QScrollArea), named(sheet, "File name")
    qtbot.waitUntil(lambda: area.verticalScrollBar().isVisible() is low)

    def clear() -> int:
        return area.viewport().width() - field.mapTo(area.viewport(), QPoint(field.width(), 0)).x()

    qtbot.waitUntil(lambda: clear() == (8 if low else 0))
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
