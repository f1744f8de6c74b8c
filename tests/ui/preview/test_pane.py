"""The preview beside the editor."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox

from briefing.operations import notes
from briefing.prose import Paragraph, Prose, Run
from briefing.things import Note, NoteState, TabKind
from tests.ui.preview.conftest import PATIENCE, field, settled, tabs_of, turn_to
from ui.preview.page_setup import PageSetup


def words(pane, tab, page=0):
    text = pane.gallery.text((tab, page))
    return text.text if text is not None else ""


def point_of(qtbot, pane, tab, said, page=0):
    """Where some words stand in the view."""
    qtbot.waitUntil(lambda: said in words(pane, tab, page), timeout=PATIENCE)
    text = pane.gallery.text((tab, page))
    left, top, _, foot = text.boxes[text.text.index(said)]
    place = pane.view.place_of(tab, page)
    scale = pane.view.scale
    return QPoint(
        round(place.left() + left * scale) + 2, round(place.top() + (top + foot) / 2 * scale)
    )


def test_the_tab_that_is_written_is_shown_with_its_numbers_in_the_book(qtbot, pane):
    tab = tabs_of(pane.context)[2]

    pane.follow(tab.uid)

    settled(qtbot, pane, tab.uid)
    qtbot.waitUntil(lambda: "Page 13 of 34" in words(pane, tab.uid), timeout=PATIENCE)
    assert "Resilient Supply Chains" in words(pane, tab.uid)
    assert "Tab 3 – 1" in words(pane, tab.uid)
    assert field(pane, "Page").text() == "13"


def test_what_is_typed_appears_on_the_page(qtbot, pane):
    tab = tabs_of(pane.context)[2]
    pane.follow(tab.uid)
    settled(qtbot, pane, tab.uid)

    pane.context.session.run(notes.change_tab(tab, title="Quite another title"))

    qtbot.waitUntil(lambda: "Quite another title" in words(pane, tab.uid), timeout=PATIENCE)


def test_a_note_that_grows_moves_the_numbers_of_those_behind_it(qtbot, pane):
    first, second = tabs_of(pane.context)[2:4]
    pane.follow(second.uid)
    settled(qtbot, pane, second.uid)
    qtbot.waitUntil(lambda: "Page 15 of 34" in words(pane, second.uid), timeout=PATIENCE)
    store = pane.context.session.store
    note = next(note for note in store.all(Note) if note.uid == first.note)
    if note.state is NoteState.SIGNED_OFF:
        pane.context.session.run(notes.reopen(store, note))
    long = Prose(tuple(Paragraph(runs=(Run(text="All is well here. " * 60),)) for _ in range(9)))

    pane.context.session.run(notes.write_section(store, note, "background", long))

    qtbot.waitUntil(lambda: "Page 19 of 38" in words(pane, second.uid), timeout=PATIENCE)


def test_the_page_follows_the_cursor_in_the_editor(qtbot, pane):
    tab = tabs_of(pane.context)[2]
    pane.follow(tab.uid)
    settled(qtbot, pane, tab.uid)

    pane.follow(tab.uid, "next-steps", 0)

    qtbot.waitUntil(lambda: pane.view.verticalScrollBar().value() > 0, timeout=PATIENCE)
    assert pane.view.spotlight.page == 1


def test_a_click_on_the_page_leads_to_its_place_in_the_editor(qtbot, pane):
    tab = tabs_of(pane.context)[2]
    pane.follow(tab.uid)
    settled(qtbot, pane, tab.uid)
    place = point_of(qtbot, pane, tab.uid, "They agreed to recognize")

    with qtbot.waitSignal(pane.picked) as picked:
        qtbot.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert picked.args == [tab.uid, "background", 1]


def test_words_are_chosen_with_the_pointer_and_copied(qtbot, pane):
    tab = tabs_of(pane.context)[2]
    pane.follow(tab.uid)
    settled(qtbot, pane, tab.uid)
    begin = point_of(qtbot, pane, tab.uid, "Considerations")

    qtbot.mousePress(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=begin)
    qtbot.mouseMove(pane.view.viewport(), begin + QPoint(30, 0))
    qtbot.mouseMove(pane.view.viewport(), begin + QPoint(400, 0))
    qtbot.mouseRelease(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=begin + QPoint(400, 0))
    pane.context.actions["preview.copy"].trigger()

    assert QGuiApplication.clipboard().text() == "Considerations"


def test_a_double_click_chooses_a_word(qtbot, pane):
    tab = tabs_of(pane.context)[2]
    pane.follow(tab.uid)
    settled(qtbot, pane, tab.uid)
    place = point_of(qtbot, pane, tab.uid, "Resilient Supply")

    qtbot.mouseDClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    pane.context.actions["preview.copy"].trigger()

    assert QGuiApplication.clipboard().text() == "Resilient"


def test_the_whole_book_is_paged_through_by_number(qtbot, pane):
    tab = tabs_of(pane.context)[2]
    pane.follow(tab.uid)
    settled(qtbot, pane, tab.uid)
    pane.context.actions["preview.book"].trigger()
    assert len(pane.view.arrangement.leaves) == 34

    turn_to(qtbot, pane, 7)

    assert pane.view.leaf.number == 7


def test_words_are_found_on_the_pages_of_the_whole_book(qtbot, pane):
    tab = tabs_of(pane.context)[0]
    pane.follow(tab.uid)
    settled(qtbot, pane, tab.uid)
    pane.context.actions["preview.book"].trigger()
    pane.view.setFocus()

    qtbot.keyClick(pane.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(pane.finder.field, "resilient supply")
    qtbot.keyClick(pane.finder.field, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: pane.view.selector.selection is not None, timeout=PATIENCE)
    assert pane.view.selector.words().lower().split() == ["resilient", "supply"]

    first = pane.view.selector.selection
    qtbot.keyClick(pane.finder.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: pane.view.selector.selection != first, timeout=PATIENCE)
    qtbot.keyClick(pane.finder.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: pane.view.selector.selection == first, timeout=PATIENCE)


def test_a_line_of_the_contents_leads_to_its_tab(qtbot, pane):
    (contents,) = tabs_of(pane.context, TabKind.CONTENTS)
    target = tabs_of(pane.context)[3]
    pane.follow(contents.uid)
    pane.context.actions["preview.book"].trigger()
    settled(qtbot, pane, contents.uid)
    place = point_of(qtbot, pane, contents.uid, "Health Preparedness")

    qtbot.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert pane.view.leaf.tab == target.uid


@pytest.mark.parametrize(("keys", "percent"), [(("+", "+"), 125), (("-",), 90), (("0",), 100)])
def test_pages_are_enlarged_by_keys_over_them(qtbot, pane, keys, percent):
    tab = tabs_of(pane.context)[2]
    pane.follow(tab.uid)
    settled(qtbot, pane, tab.uid)
    pane.context.actions["preview.actual"].trigger()
    pane.view.setFocus()
    if percent == 125:
        keys = keys[:1]

    for key in keys:
        qtbot.keyClick(pane.view, key, Qt.KeyboardModifier.ControlModifier)

    assert pane.view.percent == percent
    assert field(pane, "Size of the pages", QComboBox).currentText() == f"{percent} %"


def test_two_pages_stand_side_by_side_as_in_an_open_book(qtbot, pane):
    tab = tabs_of(pane.context)[2]
    pane.follow(tab.uid)
    settled(qtbot, pane, tab.uid)
    pane.context.actions["preview.book"].trigger()

    pane.context.actions["preview.two"].trigger()

    second, third = (pane.view.place_of_number(number) for number in (2, 3))
    assert second.top() == third.top()
    assert second.right() < third.left()


def test_another_paper_is_seen_at_once(qtbot, pane):
    tab = tabs_of(pane.context)[2]
    pane.follow(tab.uid)
    settled(qtbot, pane, tab.uid)
    setup = PageSetup(pane.context)
    qtbot.addWidget(setup)
    setup.show()
    paper = next(box for box in setup.findChildren(QComboBox) if box.findText("US Letter") >= 0)

    qtbot.keyClicks(paper, "US")

    qtbot.waitUntil(lambda: pane.view.arrangement.size == (612.0, 792.0), timeout=PATIENCE)
    setup.close()


def test_a_screen_reader_is_told_the_words_of_the_page(qtbot, pane):
    tab = tabs_of(pane.context)[2]
    pane.follow(tab.uid)
    settled(qtbot, pane, tab.uid)

    qtbot.waitUntil(
        lambda: "Resilient Supply Chains" in pane.view.accessibleDescription(), timeout=PATIENCE
    )
    assert pane.view.accessibleName() == "Printed page 13"


def test_the_working_copy_shows_what_the_final_one_does_not(qtbot, pane):
    tab = tabs_of(pane.context)[2]
    pane.follow(tab.uid)
    settled(qtbot, pane, tab.uid)
    before = pane.gallery.pages(tab.uid).version

    pane.context.actions["preview.working"].trigger()

    qtbot.waitUntil(lambda: pane.gallery.pages(tab.uid).version != before, timeout=PATIENCE)
    assert pane.feed.wish.form.profile == "working"
