from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from briefing.operations import notes
from briefing.prose import Prose
from briefing.things import Note, Section, Tab, TabKind
from ui.book.outline_model import OutlineModel
from ui.book.roles import Role

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def titles(book):
    model = book.model
    return [model.index(row).data() for row in range(model.rowCount())]


def labels(book):
    model = book.model
    return [model.index(row).data(Role.LABEL) for row in range(model.rowCount())]


def choose(book, *rows):
    view, flag = book.outline.view, QItemSelectionModel.SelectionFlag
    view.selectionModel().setCurrentIndex(book.model.index(rows[0]), flag.ClearAndSelect)
    for row in rows[1:]:
        view.selectionModel().select(book.model.index(row), flag.Select)
    view.setFocus()


def test_the_outline_keeps_to_the_rules_of_models(qtbot, qtmodeltester, book):
    qtmodeltester.check(book.model)


def test_tabs_are_listed_with_the_labels_that_are_printed(book):
    assert labels(book) == ["", "", "1", "2", "3", "4", "5", "6", "A", "B", "C"]
    assert titles(book)[3:5] == ["Clean Energy and Climate", "Resilient Supply Chains"]


def test_a_row_says_state_and_length_in_words(book):
    spoken = book.model.index(4).data(Qt.ItemDataRole.AccessibleTextRole)

    assert spoken.startswith("3, Resilient Supply Chains, ◐ For review · ")
    assert "words" in spoken


def test_a_note_on_more_pages_than_its_format_allows_is_told_from_the_others(book, health):
    tab = book.model.tab_of_note(health.uid)
    row = book.model.index(book.model.row_of(tab))
    said = []

    for pages in (2, 3):
        book.model.know_pages({tab: pages}, final=True)
        said.append(row.data(Role.FACTS).split(" · ")[1])

    assert said == ["2 pages", "▲ 3 of 2 pages"]


def test_alt_and_arrows_move_a_tab_and_stay_with_it(qtbot, book):
    choose(book, 3)

    qtbot.keyClick(book.outline.view, Key.Key_Down, ALT)
    qtbot.keyClick(book.outline.view, Key.Key_Down, ALT)
    qtbot.keyClick(book.outline.view, Key.Key_Up, ALT)

    assert titles(book)[3:5] == ["Resilient Supply Chains", "Clean Energy and Climate"]
    assert labels(book)[3:5] == ["2", "3"]
    assert book.outline.view.currentIndex().row() == 4


def test_several_tabs_move_as_one_step(qtbot, book):
    before = titles(book)
    choose(book, 3, 5)

    qtbot.keyClick(book.outline.view, Key.Key_Up, ALT)

    moved = titles(book)
    assert moved[2:4] == [before[3], before[5]]
    book.context.session.undo()
    assert titles(book) == before


def test_tabs_are_dragged_to_another_place(qtbot, book):
    model = book.model
    before = titles(book)
    data = model.mimeData([model.index(7), model.index(5)])

    assert model.dropMimeData(data, Qt.DropAction.MoveAction, 2, 0, model.index(-1))

    assert titles(book)[2:4] == [before[5], before[7]]


def test_f2_renames_a_note_in_its_place(qtbot, book):
    choose(book, 5)
    view = book.outline.view

    qtbot.keyClick(view, Key.Key_F2)
    editor = view.findChild(QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, "Health security")
    qtbot.keyClick(editor, Key.Key_Return)

    qtbot.waitUntil(lambda: titles(book)[5] == "Health security")
    store = book.context.session.store
    assert any(note.title == "Health security" for note in store.all(Note))


def test_a_title_that_is_typed_stays_while_pages_are_counted(qtbot, book):
    choose(book, 5)
    view, model = book.outline.view, book.model
    qtbot.keyClick(view, Key.Key_F2)
    editor = view.findChild(QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, "Health security")

    model.dataChanged.emit(model.index(0), model.index(model.rowCount() - 1))
    assert editor.text() == "Health security"
    qtbot.keyClick(editor, Key.Key_Return)
    model.dataChanged.emit(model.index(0), model.index(model.rowCount() - 1))

    qtbot.waitUntil(lambda: titles(book)[5] == "Health security")


def test_a_generated_part_gets_a_title_of_its_own(qtbot, book):
    model = book.model

    model.setData(model.index(8), "Who promised what")

    assert titles(book)[8] == "Who promised what"
    assert model.setData(model.index(8), "")
    assert titles(book)[8] == "Commitments table"


def test_delete_takes_a_note_out_and_undo_brings_it_back(qtbot, book):
    choose(book, 4)

    qtbot.keyClick(book.outline.view, Key.Key_Delete)

    assert "Resilient Supply Chains" not in titles(book)
    assert book.outline.view.currentIndex().row() == 4
    book.context.actions["edit.undo"].trigger()
    assert titles(book)[4] == "Resilient Supply Chains"
    assert book.context.session.store.count(Section) > 0


def test_generated_parts_go_and_come_back_by_the_menu(qtbot, book):
    actions = book.context.actions
    assert not actions["part.acronyms"].isEnabled()
    choose(book, 9)

    qtbot.keyClick(book.outline.view, Key.Key_Delete)

    assert "Acronyms" not in titles(book)
    assert actions["part.acronyms"].isEnabled()
    actions["part.acronyms"].trigger()
    assert titles(book)[-1] == "Acronyms"


def test_typing_letters_finds_a_tab(qtbot, book):
    choose(book, 0)

    qtbot.keyClicks(book.outline.view, "resil")

    assert book.outline.view.currentIndex().data() == "Resilient Supply Chains"


def test_a_copy_of_a_note_is_looked_at(qtbot, book):
    choose(book, 5)

    book.context.actions["note.duplicate"].trigger()

    assert titles(book)[6] == "Health Preparedness (copy)"
    assert book.outline.view.currentIndex().row() == 6
    assert book.note.note.title == "Health Preparedness (copy)"


def test_the_words_of_a_note_are_counted_while_it_is_written(book):
    store, session = book.context.session.store, book.context.session
    row = titles(book).index("People and Culture")
    note = book.model.row_at(row).note
    before = book.model.index(row).data(Role.FACTS)

    session.write(notes.write_section(store, note, "issue", Prose.plain("three more words")))

    assert book.model.index(row).data(Role.FACTS) != before


def test_a_book_of_a_thousand_notes_is_listed_by_a_few_questions(book, monkeypatch):
    store = book.context.session.store
    asked = []
    store._conn.set_trace_callback(asked.append)

    OutlineModel(book.context)

    store._conn.set_trace_callback(None)
    assert len([question for question in asked if question.startswith("SELECT")]) <= 6


def test_enter_in_the_outline_leads_into_the_text(qtbot, book):
    choose(book, 5)

    qtbot.keyClick(book.outline.view, Key.Key_Return)

    focus = QApplication.focusWidget()
    assert book.note.sheet.isAncestorOf(focus)


@pytest.mark.parametrize("key", [Key.Key_F, Key.Key_H])
def test_the_keys_that_find_in_the_note_answer_in_the_outline_too(qtbot, book, key):
    choose(book, 5)
    book.outline.view.setFocus()

    qtbot.keyClick(book.outline.view, key, Qt.KeyboardModifier.ControlModifier)

    assert book.note.find_bar.isVisible()
    assert book.note.find_bar.isAncestorOf(QApplication.focusWidget())


def test_the_cover_says_what_it_is_made_from(book):
    choose(book, 0)

    assert book.middle.part.isVisible()
    assert book.model.row_at(0).tab.kind is TabKind.COVER
    assert book.context.session.store.count(Tab) == 11


def test_a_tab_that_is_dropped_on_the_lower_half_of_another_stands_below_it(qtbot, book):
    view, model = book.outline.view, book.model
    before = titles(book)
    data = model.mimeData([model.index(3)])
    area = view.visualRect(model.index(5))
    point = QPointF(area.center().x(), area.bottom() - 2)
    with_what = (data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)

    enter = QDragEnterEvent(point.toPoint(), Qt.DropAction.MoveAction, *with_what)
    QApplication.sendEvent(view.viewport(), enter)
    drop = QDropEvent(point, Qt.DropAction.MoveAction, *with_what)
    QApplication.sendEvent(view.viewport(), drop)

    assert titles(book)[3:6] == [before[4], before[5], before[3]]
    assert labels(book)[5] == "4"


def test_the_outline_shows_when_it_has_the_focus(qtbot, book):
    choose(book, 2)
    with_focus = book.outline.view.grab().toImage()

    book.note.header.tab_stops()[0].setFocus()

    assert book.outline.view.grab().toImage() != with_focus
