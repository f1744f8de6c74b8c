from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics, QTextCursor
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabWidget,
    QToolButton,
    QWidget,
)

from briefing.operations import inserts, notes
from briefing.operations.commitments import change_commitment
from briefing.prose import InsertBlock, Prose
from briefing.things import (
    Annotation,
    Commitment,
    Insert,
    InsertKind,
    Note,
    NoteState,
    Section,
    TabKind,
)
from briefing.uid import new_uid
from tests.full_disk import filled_up
from tests.ui.book.conftest import closed, entered
from ui.book.note_pane import NotePane
from ui.editor.surface import Surface
from ui.places import Place, Room

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
PATIENCE = 20_000


def section_of(book, name):
    return next(block for block in book.note.sections.blocks if block.name == name)


def type_into(qtbot, book, name, words):
    block = section_of(book, name)
    book.note.sheet.go_to(name)
    cursor = block.editor.surface.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    block.editor.surface.setTextCursor(cursor)
    qtbot.keyClicks(block.editor.surface, words)
    return block


def stored(book, note, name):
    found = book.context.session.store.where(Section, note=note.uid, name=name)
    return found[0].body if found else Prose()


def labels(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def test_sections_stand_in_the_order_of_the_format(book, health):
    names = [block.name for block in book.note.sections.blocks]

    assert names == ["issue", "background", "considerations", "next-steps"]


def test_what_is_typed_is_in_the_book_a_moment_later(qtbot, book, health):
    type_into(qtbot, book, "issue", " Urgent")

    qtbot.waitUntil(lambda: stored(book, health, "issue").text.endswith("Urgent"), timeout=2000)


def test_a_spell_of_typing_is_one_step(qtbot, book, health):
    session = book.context.session
    before = stored(book, health, "issue")
    for words in (" one", " two", " three"):
        type_into(qtbot, book, "issue", words)
        session.flush()
    section_of(book, "considerations").editor.setFocus()

    session.undo()

    assert stored(book, health, "issue") == before
    assert section_of(book, "issue").editor.prose() == before


def test_replacing_in_all_sections_is_one_step(qtbot, book, health):
    session, sheet = book.context.session, book.note.sheet
    for name in ("issue", "considerations"):
        type_into(qtbot, book, name, " quay")
    session.flush()
    before = session.store.all(Section)
    qtbot.keyClick(sheet.block.editor.surface, Key.Key_H, CTRL)
    find, instead = book.note.find_bar.findChildren(QLineEdit)
    qtbot.keyClicks(find, "quay")
    qtbot.keyClicks(instead, "wharf")
    every = book.note.find_bar.findChildren(QPushButton)
    qtbot.mouseClick(
        next(b for b in every if b.text() == "Replace &all"), Qt.MouseButton.LeftButton
    )
    for name in ("issue", "considerations"):
        assert stored(book, health, name).text.endswith(" wharf")

    book.context.actions["edit.undo"].trigger()

    assert session.store.all(Section) == before
    assert section_of(book, "issue").editor.prose().text.endswith(" quay")
    book.context.actions["edit.redo"].trigger()
    assert stored(book, health, "considerations").text.endswith(" wharf")


def test_what_was_replaced_and_taken_back_is_counted_again(qtbot, book, health):
    sheet = book.note.sheet
    sheet.go_to("issue")
    qtbot.keyClick(sheet.block.editor.surface, Key.Key_H, CTRL)
    find, instead = book.note.find_bar.findChildren(QLineEdit)
    qtbot.keyClicks(find, "the")
    (counted,) = (words for words in labels(book.note.find_bar) if words.endswith(" places"))
    qtbot.keyClicks(instead, "that")
    every = next(b for b in book.note.find_bar.findChildren(QPushButton) if "all" in b.text())
    every.click()
    assert any("replaced" in words for words in labels(book.note.find_bar))

    book.context.actions["edit.undo"].trigger()

    qtbot.waitUntil(lambda: counted in labels(book.note.find_bar))


def test_text_is_taken_back_before_the_book(qtbot, book, health):
    session = book.context.session
    lines = len(session.store.history(500))
    block = type_into(qtbot, book, "issue", "x")

    book.context.actions["edit.undo"].trigger()
    session.flush()

    assert not block.editor.prose().text.endswith("x")
    assert len(session.store.history(500)) == lines


def test_words_are_counted_against_the_limit_while_one_types(qtbot, book, health):
    block = section_of(book, "issue")
    assert "16 of 60 words" in labels(block)

    type_into(qtbot, book, "issue", " and more")

    assert "18 of 60 words" in labels(block)


def test_points_are_counted_and_too_many_are_marked(qtbot, book):
    block = section_of(book, "objectives")
    assert any("3 of at most 3 points" in text for text in labels(block))
    cursor = block.editor.surface.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    block.editor.surface.setTextCursor(cursor)

    qtbot.keyClick(block.editor.surface, Key.Key_Return)
    qtbot.keyClicks(block.editor.surface, "A fourth")

    assert any(t.startswith("▲") and "4 of at most 3 points" in t for t in labels(block))


def test_the_meeting_is_shown_and_leads_to_the_overview(qtbot, book):
    block = section_of(book, "meeting")
    assert "The Premier of Aldmark" in labels(block)

    block.meeting_asked.emit()

    assert book.context.places.here.room is Room.OVERVIEW


def test_another_format_keeps_every_word(qtbot, book, health):
    drop = next(d for d in book.note.header.findChildren(QComboBox) if "Format" in d.toolTip())
    drop.setCurrentIndex(drop.findData("decision-note"))
    drop.activated.emit(drop.currentIndex())

    names = [block.name for block in book.note.sections.blocks]

    assert names[:4] == ["issue", "background", "considerations", "recommendation"]
    stray = [name for name in names[4:] if stored(book, health, name)]
    assert names[4:] == stray
    book.context.session.undo()
    assert [b.name for b in book.note.sections.blocks][-1] == "next-steps"


def test_the_title_is_written_in_its_place(qtbot, book, health):
    field = book.note.header.title
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "Health security")
    qtbot.keyClick(field, Key.Key_Return)

    assert book.context.session.store.get(Note, health.uid).title == "Health security"
    assert book.note.sheet.isAncestorOf(QApplication.focusWidget())


def sign(qtbot, book, name="The Head"):
    book.context.actions["note.sign-off"].trigger()
    field = next(f for f in book.note.sign_bar.findChildren(QLineEdit) if f.isVisible())
    field.selectAll()
    qtbot.keyClicks(field, name)
    qtbot.keyClick(field, Key.Key_Return)


def test_a_note_is_signed_off_with_what_it_shows_and_reopened(qtbot, book, health):
    store = book.context.session.store

    sign(qtbot, book)

    signed = lambda: store.get(Note, health.uid)  # noqa: E731 - read again each time
    qtbot.waitUntil(lambda: signed().state is NoteState.SIGNED_OFF, timeout=20000)
    assert signed().signed_by == "The Head"
    assert all(i.frozen is not None for i in store.where(Insert, note=health.uid))
    assert all(block.editor.read_only for block in book.note.sections.blocks)
    book.context.actions["note.reopen"].trigger()
    assert signed().state is NoteState.DRAFT
    assert all(i.frozen is None for i in store.where(Insert, note=health.uid))
    assert not section_of(book, "issue").editor.read_only


def test_what_a_signed_note_shows_keeps_its_name_and_its_lines(qtbot, book, health):
    store, views = book.context.session.store, book.note.sections.views
    table = next(i for i in store.where(Insert, note=health.uid) if i.kind is InsertKind.TABLE)
    qtbot.waitUntil(lambda: views.view_of(table.uid) is not None)
    live = views.view_of(table.uid)

    sign(qtbot, book)

    qtbot.waitUntil(lambda: views.view_of(table.uid).frozen, timeout=20000)
    kept = views.view_of(table.uid)
    assert kept.title == live.title
    assert kept.lines[0].split(" — ")[0] == live.lines[0].split(" — ")[0]
    assert kept.lines[-1].startswith("as of")


def test_a_chart_of_a_signed_note_still_says_what_it_shows(qtbot, book, health):
    session, views = book.context.session, book.note.sections.views
    chart = Insert(uid=new_uid(), note=health.uid, kind=InsertKind.CHART, topic=health.topic)
    session.run(notes.add_insert(session.store, health, "next-steps", chart))
    qtbot.waitUntil(lambda: views.view_of(chart.uid) is not None)
    live = views.view_of(chart.uid)
    assert live.lines
    bars = [line.partition(": ")[2] for line in live.lines]
    # A line breaks between two statuses, and not between one and its number.
    assert not [one for bar in bars for one in bar.split("   ") if " " in one or not one]

    sign(qtbot, book)

    qtbot.waitUntil(lambda: views.view_of(chart.uid).frozen, timeout=20000)
    kept = views.view_of(chart.uid)
    assert kept.title == live.title
    assert kept.lines[:-1] == live.lines


def test_one_insert_is_frozen_alone(qtbot, book, health):
    store = book.context.session.store
    book.note.sheet.go_to("background", 0)

    book.context.actions["insert.freeze"].trigger()

    def frozen():
        return [i for i in store.where(Insert, note=health.uid) if i.frozen is not None]

    qtbot.waitUntil(lambda: len(frozen()) == 1, timeout=20000)
    assert frozen()[0].frozen_on is not None
    assert book.note.sections.views.view_of(frozen()[0].uid).frozen
    book.context.actions["insert.thaw"].trigger()
    assert frozen() == []


def test_a_live_insert_follows_its_commitment(qtbot, book, health):
    store, session = book.context.session.store, book.context.session
    table = next(i for i in store.where(Insert, note=health.uid) if i.kind is InsertKind.TABLE)
    commitment = store.among(Commitment, "topics", [health.topic])[0]
    view = book.note.sections.views
    assert "Rename" not in " ".join(view.view_of(table.uid).lines)

    session.run(change_commitment(commitment, action="Renamed promise"))

    assert "Renamed promise" in " ".join(view.view_of(table.uid).lines)


def test_enter_on_an_insert_leads_to_its_passage(qtbot, book, health):
    book.note.sheet.go_to("background", 0)
    block = section_of(book, "background")

    qtbot.keyClick(block.editor.surface, Key.Key_Return)

    here = book.context.places.here
    assert here.room is Room.SOURCES
    assert here.uid == book.context.session.store.get(Insert, block.insert).anchor.passage


def test_the_side_of_a_table_is_changed_in_the_bar(qtbot, book, health):
    store = book.context.session.store
    block = section_of(book, "considerations")
    blocks = block.editor.prose().blocks
    at = next(n for n, b in enumerate(blocks) if isinstance(b, InsertBlock))
    book.note.sheet.go_to("considerations", at)
    drop = next(d for d in book.note.insert_bar.findChildren(QComboBox) if "side" in d.toolTip())
    assert drop.isVisible()

    drop.setCurrentIndex(drop.findData("ours"))
    drop.activated.emit(drop.currentIndex())

    assert store.get(Insert, blocks[at].insert).side == "ours"


def test_a_removed_insert_comes_back_with_the_text_that_held_it(qtbot, book, health):
    store = book.context.session.store
    block = section_of(book, "background")
    before = block.editor.prose()
    book.note.sheet.go_to("background", 0)
    qtbot.keyClick(block.editor.surface, Key.Key_Delete)
    book.context.session.flush()
    assert len(stored(book, health, "background").inserts) == 2

    book.context.actions["edit.undo"].trigger()
    book.context.session.flush()

    assert stored(book, health, "background") == before
    assert set(before.inserts) <= {i.uid for i in store.where(Insert, note=health.uid)}


def test_an_annotation_on_the_note_is_written_below_it(qtbot, book, health):
    book.context.actions["note.annotate"].trigger()
    surface = QApplication.focusWidget()
    qtbot.keyClicks(surface, "Ask the Ministry")
    book.context.session.flush()

    (remark,) = book.context.session.store.where(Annotation, note=health.uid)

    assert remark.body.text == "Ask the Ministry"
    qtbot.keyClick(surface, Key.Key_Escape)
    assert QApplication.focusWidget() is not surface
    assert book.note.sheet.isAncestorOf(QApplication.focusWidget())


def test_an_annotation_is_in_view_where_it_is_written_and_ctrl_enter_ends_it(qtbot, book, health):
    store = book.context.session.store
    inserts = store.count(Insert)
    book.context.actions["note.annotate"].trigger()
    surface = QApplication.focusWidget()
    viewport = book.note.sheet.viewport()

    qtbot.waitUntil(lambda: viewport.rect().contains(surface.mapTo(viewport, QPoint(0, 0))))
    qtbot.keyClick(surface, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert store.count(Insert) == inserts
    assert QApplication.focusWidget() is not surface


def test_a_new_annotation_has_room_for_three_lines_and_all_of_it_is_the_field(qtbot, book, health):
    book.context.actions["note.annotate"].trigger()
    surface = QApplication.focusWidget()

    line = QFontMetrics(surface.font()).height()
    qtbot.waitUntil(lambda: surface.height() >= 3 * line)
    qtbot.waitUntil(lambda: surface.parentWidget().height() == surface.height())


def test_the_controls_of_several_annotations_have_names_of_their_own(qtbot, book, health):
    for words in ("Who pays?", "Ask them"):
        book.context.actions["note.annotate"].trigger()
        qtbot.keyClicks(QApplication.focusWidget(), words)
        book.context.session.flush()

    cards = book.note.annotations

    def names() -> set[str]:
        controls = [*cards.findChildren(QAbstractButton), *cards.findChildren(Surface)]
        return {control.accessibleName() for control in controls if control.isVisible()}

    qtbot.waitUntil(lambda: len(names()) == 6)


def test_paragraphs_are_counted_as_points_where_there_is_no_list(qtbot, book):
    book.context.actions["note.new"].trigger()
    template = book.middle.new_notes.findChild(QComboBox)
    template.setCurrentIndex(template.findText("Bilateral meeting note"))
    title = book.middle.new_notes.findChild(QLineEdit)
    qtbot.keyClicks(title, "The President")
    qtbot.keyClick(title, Key.Key_Return)
    book.note.sheet.go_to("objectives", 0)
    block = book.note.sheet.block

    qtbot.keyClicks(block.editor.surface, "A date")
    qtbot.keyClick(block.editor.surface, Key.Key_Return)
    qtbot.keyClicks(block.editor.surface, "A cost share")

    limits = [label.text() for label in block.findChildren(QLabel)]
    assert any("2 of at most 3 points" in words for words in limits), limits


@pytest.mark.parametrize("kind", [Note, Section, Insert])
def test_places_lead_into_the_note(qtbot, book, health, kind):
    store = book.context.session.store
    book.outline.show_tab(book.model.row_at(0).tab.uid)
    if kind is Note:
        place = Place(Room.BOOK, Note, health.uid, "considerations")
    elif kind is Section:
        section = store.where(Section, note=health.uid, name="considerations")[0]
        place = Place(Room.BOOK, Section, section.uid)
    else:
        place = Place(Room.BOOK, Insert, stored(book, health, "considerations").inserts[0])

    book.context.places.go(place)

    assert book.note.note.uid == health.uid
    assert book.note.sheet.here[0] == "considerations"


@pytest.fixture
def left(qtbot, program, sample_book) -> Note:
    """The note that one wrote in, in its considerations, when the book was closed."""
    window = program.open_book(sample_book)
    window.show()
    note = window.context.session.store.all(Note)[2]
    window.context.places.go(Place(Room.BOOK, Note, note.uid, "considerations"))
    surface = window.workspace(Room.BOOK).note.sheet.block.editor.surface
    surface.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(surface, " And so far")
    closed(qtbot, window)
    return note


def test_one_comes_back_to_where_one_wrote(qtbot, program, sample_book, left):
    again = program.open_book(sample_book)
    workspace = entered(qtbot, again)

    sheet = workspace.note.sheet
    assert workspace.note.note.uid == left.uid
    assert sheet.here[0] == "considerations"
    qtbot.keyClicks(sheet.block.editor.surface, " and on")
    assert "And so far and on" in sheet.block.editor.prose().text
    closed(qtbot, again)


def pages_of(qtbot, workspace):
    """The preview once all pages of the book are shown in it."""
    sides = workspace.findChild(QTabWidget)
    sides.setCurrentIndex(next(n for n in range(2) if sides.tabText(n) == "Preview"))
    whole = workspace.context.actions["preview.book"]
    if not whole.isChecked():
        whole.trigger()
    view = workspace.preview.view
    qtbot.waitUntil(
        lambda: len({leaf.tab for leaf in view.arrangement.leaves}) > 2, timeout=PATIENCE
    )
    return view


def test_one_comes_back_to_the_printed_page_that_was_looked_at(qtbot, program, sample_book, left):
    workspace = entered(qtbot, program.open_book(sample_book))
    view = pages_of(qtbot, workspace)
    view.turn_to(len(view.arrangement.leaves) - 1)
    page = view.leaf
    assert page.tab != workspace.outline.current
    closed(qtbot, workspace.window())

    again = entered(qtbot, program.open_book(sample_book))

    view = pages_of(qtbot, again)
    qtbot.waitUntil(lambda: view.leaf == page, timeout=PATIENCE)
    view.setFocus()
    again.note.sheet.begin()
    assert view.leaf == page  # getting the keyboard back is not going elsewhere
    qtbot.keyClick(again.note.sheet.block.editor.surface, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: view.leaf.tab == again.outline.current)  # and follows who writes on
    closed(qtbot, again.window())


def test_one_comes_back_to_the_note_though_the_keyboard_is_in_the_outline(
    qtbot, program, sample_book, left
):
    again = program.open_book(sample_book)
    again.show()
    again.activateWindow()
    qtbot.waitUntil(again.isActiveWindow)
    again.context.places.go(Place(Room.BOOK))
    workspace = again.workspace(Room.BOOK)
    qtbot.waitUntil(lambda: workspace.model.rowCount() > 0)
    workspace.outline.view.setFocus()

    workspace.begin()

    assert workspace.note.note == left
    assert workspace.outline.current == workspace.model.tab_of_note(left.uid)
    closed(qtbot, again)


def test_one_goes_on_writing_where_one_wrote_though_the_window_comes_to_the_front_later(
    qtbot, program, sample_book, left
):
    again = program.open_book(sample_book)
    in_front = QWidget()
    qtbot.addWidget(in_front)
    in_front.show()
    in_front.activateWindow()
    workspace = again.workspace(Room.BOOK)
    qtbot.waitUntil(lambda: workspace.begun)

    assert in_front.isActiveWindow()
    assert workspace.note.note == left
    assert again.focusWidget() is workspace.note.sheet.block.editor
    closed(qtbot, again)


def test_a_removed_insert_leaves_its_section(qtbot, book, health):
    session = book.context.session
    note = session.store.get(Note, health.uid)
    insert = session.store.where(Insert, note=note.uid)[0]

    session.run(inserts.remove_insert(session.store, note, insert))

    block = section_of(book, "background")
    assert insert.uid not in block.editor.prose().inserts


def test_the_details_of_a_note_are_a_click_away_and_stay_as_they_were_left(qtbot, book, health):
    head = book.note.header
    topic = next(d for d in head.findChildren(QComboBox) if d.accessibleName() == "Topic")
    fold = next(b for b in head.findChildren(QToolButton) if b.text() == "Details")
    assert not topic.isVisible()

    qtbot.mouseClick(fold, Qt.MouseButton.LeftButton)

    assert topic.isVisible()
    again = NotePane(book.context)
    qtbot.addWidget(again)
    assert again.header.findChildren(QComboBox)[0].isVisibleTo(again)


def walked_by_tab(qtbot, book, key=Key.Key_Tab) -> list[QWidget]:
    """What Tab reaches from the outline on, until it comes to something for the second time."""
    book.outline.view.setFocus()
    walked: list[QWidget] = []
    while (focus := QApplication.focusWidget()) not in walked and len(walked) < 80:
        walked.append(focus)
        qtbot.keyClick(focus, key)
    return walked


def test_tab_goes_through_the_workspace_as_one_reads_and_out_of_it(qtbot, book, health):
    book.context.actions["note.details"].trigger()
    walked = walked_by_tab(qtbot, book)

    names = [widget.accessibleName() for widget in walked]
    order = [
        "Tabs of the book",
        "More for tabs",
        "Title of the note",
        "Topic",
        "Issue",
        "Background",
        "Considerations",
        "Next steps",
        "Insert",
        "Where to look for material",
        "Material",
    ]
    assert [name for name in names if name in order] == order
    assert any(not book.isAncestorOf(widget) for widget in walked)


def test_the_way_back_goes_through_all_of_the_workspace_too(qtbot, book, health):
    back = [widget.accessibleName() for widget in walked_by_tab(qtbot, book, Key.Key_Backtab)]

    order = [
        "Material",
        "Where to look for material",
        "Insert",
        "Next steps",
        "Issue",
        "Title of the note",
        "More for tabs",
    ]
    assert [name for name in back if name in order] == order


def test_tab_meets_what_is_asked_of_a_note_where_it_stands(qtbot, book, health):
    actions = book.context.actions
    book.note.sheet.begin()
    actions["text.find"].trigger()
    actions["note.annotate"].trigger()
    actions["note.sign-off"].trigger()

    names = [widget.accessibleName() for widget in walked_by_tab(qtbot, book)]

    order = [
        "Title of the note",
        "Signed off by",
        "Day of the sign-off",
        "Choose a day",
        "Issue",
        "Next steps",
        "Annotation",
        "Remove the annotation",
        "Find",
        "Close the find bar",
        "Insert",
        "Where to look for material",
    ]
    assert [name for name in names if name in order] == order


def test_tab_and_the_way_back_meet_the_bar_of_the_preview(qtbot, book, health):
    book.findChild(QTabWidget).setCurrentIndex(1)
    qtbot.waitUntil(book.preview.view.isVisible, timeout=20_000)
    order = ["Material and preview", "Pages to show", "More for the pages", "Printed page"]

    for key, wanted in ((Key.Key_Tab, order), (Key.Key_Backtab, order[::-1])):
        names = [widget.accessibleName() for widget in walked_by_tab(qtbot, book, key)]
        assert [name for name in names if name in order] == wanted


def test_the_key_for_the_next_pane_comes_to_what_takes_keys(qtbot, window, book, health):
    book.outline.view.setFocus()

    window.context.actions["view.previous-pane"].trigger()

    assert QApplication.focusWidget().accessibleName() == "Material and preview"


@pytest.mark.parametrize("side", [0, 1], ids=["material", "preview"])
def test_tab_leads_out_of_the_page_of_every_part(qtbot, book, side):
    book.findChild(QTabWidget).setCurrentIndex(side)
    for row in range(book.model.rowCount()):
        tab = book.model.row_at(row).tab
        if tab.kind is not TabKind.NOTE:
            book.outline.show_tab(tab.uid)

            assert any(not book.isAncestorOf(widget) for widget in walked_by_tab(qtbot, book))


def test_what_asks_for_a_footnote_is_in_sight(qtbot, window, book, health):
    window.resize(1024, 480)
    type_into(qtbot, book, "next-steps", ", as agreed")
    book.outline.view.setFocus()
    book.note.sheet.scroll_to(0)

    book.context.actions["text.footnote"].trigger()

    line = QApplication.focusWidget()
    assert line.accessibleName() == "Footnote"
    qtbot.waitUntil(lambda: line.visibleRegion().boundingRect() == line.rect())
    qtbot.keyClick(line, Key.Key_Tab)
    assert line.parentWidget().isAncestorOf(QApplication.focusWidget())


def test_what_asks_for_an_address_does_not_stay_for_the_next_note(qtbot, book, health):
    type_into(qtbot, book, "next-steps", ", as agreed")
    book.context.actions["text.footnote"].trigger()
    line = QApplication.focusWidget()
    assert line.isVisible()

    book.outline.show_tab(book.model.row_at(3).tab.uid)

    assert not line.isVisible()


def test_words_of_a_place_are_chosen_in_the_note(qtbot, book, health):
    book.context.places.go(Place(Room.BOOK, Note, health.uid, "observer"))

    surface = book.note.sheet.block.editor.surface
    assert surface.textCursor().selectedText() == "observer"
    assert book.note.sheet.here[0] == "considerations"


def test_whoever_comes_back_to_the_room_is_where_they_wrote(qtbot, book, health):
    book.note.sheet.go_to("considerations")
    surface = QApplication.focusWidget()
    book.context.places.go(Place(Room.OVERVIEW))

    book.context.places.go(Place(Room.BOOK))

    assert QApplication.focusWidget() is surface


def test_no_key_means_two_things_while_one_writes(book):
    everywhere = [
        (spec, key.toString())
        for spec, action in book.context.actions.all()
        if spec.room in {None, Room.BOOK} and spec.id not in {"tab.rename", "tab.remove"}
        for key in action.shortcuts()
    ]
    keys = [key for _spec, key in everywhere]

    assert sorted(keys) == sorted(set(keys))


def said_of_the_disk(book):
    return [label for label in labels(book.window()) if "no room left" in label]


def test_what_is_typed_on_a_full_disk_stays_and_is_written_when_there_is_room(
    qtbot, monkeypatch, book, health
):
    full = filled_up(monkeypatch, book.context.session.store)
    block = type_into(qtbot, book, "issue", " Urgent")
    qtbot.waitUntil(lambda: bool(said_of_the_disk(book)))
    assert block.editor.prose().text.endswith("Urgent")
    qtbot.keyClicks(block.editor.surface, "ly")

    full.clear()

    qtbot.waitUntil(lambda: stored(book, health, "issue").text.endswith("Urgently"), timeout=2000)


def test_text_that_cannot_be_written_is_there_when_one_comes_back_to_its_note(
    qtbot, monkeypatch, book, health
):
    full = filled_up(monkeypatch, book.context.session.store)
    other = next(n for n in book.context.session.store.all(Note) if n.uid != health.uid)
    type_into(qtbot, book, "issue", " Urgent")

    for note in (other, health):
        book.context.places.go(Place(Room.BOOK, Note, note.uid))

    assert book.note.sections.note.uid == health.uid
    assert section_of(book, "issue").editor.prose().text.endswith("Urgent")
    full.clear()
    book.context.session.flush()
    assert stored(book, health, "issue").text.endswith("Urgent")


def test_a_window_whose_text_cannot_be_written_stays(qtbot, monkeypatch, program, sample_book):
    window = program.open_book(sample_book)
    book = entered(qtbot, window)
    book.context.places.go(Place(Room.BOOK, Note, book.context.session.store.all(Note)[0].uid))
    full = filled_up(monkeypatch, book.context.session.store)
    type_into(qtbot, book, "issue", " Urgent")

    window.close()

    assert window.isVisible()
    assert said_of_the_disk(book)
    full.clear()
    closed(qtbot, window)


def test_a_section_whose_words_are_taken_back_is_as_if_nothing_was_written(qtbot, book):
    book.context.actions["note.new"].trigger()
    field = book.middle.new_notes.findChild(QLineEdit)
    qtbot.keyClicks(field, "Plain")
    qtbot.keyClick(field, Key.Key_Return)
    block = section_of(book, "issue")
    surface = block.editor.surface
    empty = (surface.cursorRect(), labels(block))
    type_into(qtbot, book, "issue", "Some words")
    book.note.sheet.go_to("background")

    book.context.actions["edit.undo"].trigger()

    assert block.editor.prose() == Prose()
    assert (surface.cursorRect(), labels(block)) == empty
    assert surface.height() > surface.cursorRect().bottom()
