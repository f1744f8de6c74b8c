"""The register: sorting, filtering, grouping and walking through it."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from shiboken6 import isValid

from briefing.operations import commitments
from briefing.store import Column, Due, Filter, Grouping, Order
from briefing.things import Commitment, Deadline, DeadlineKind, Party, Status, Topic
from exports.wording import SYMBOLS
from ui.commitments.cells import COLUMNS
from ui.commitments.workspace import CommitmentsWorkspace
from ui.places import Place, Room


def words(workspace: CommitmentsWorkspace, column: Column = Column.ACTION) -> list[str]:
    """What a column says, from the top."""
    model, place = workspace.register, COLUMNS.index(column)
    return [str(model.index(row, place).data()) for row in range(model.rowCount())]


def click_header(qtbot, workspace: CommitmentsWorkspace, column: Column) -> None:
    header = workspace.pane.view.horizontalHeader()
    x = header.sectionViewportPosition(COLUMNS.index(column)) + 12
    at = header.viewport().rect().center()
    at.setX(x)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)


def head_of(workspace: CommitmentsWorkspace, column: Column):
    """How the head of a column looks."""
    header = workspace.pane.view.horizontalHeader()
    place = COLUMNS.index(column)
    left, width = header.sectionViewportPosition(place), header.sectionSize(place)
    return header.grab(QRect(left, 0, width, header.height())).toImage()


def filter_field(workspace: CommitmentsWorkspace) -> QLineEdit:
    return workspace.pane.findChild(QLineEdit)


def test_the_head_of_the_column_that_is_sorted_by_shows_which_way(qtbot, workspace):
    unsorted = head_of(workspace, Column.DEADLINE)
    click_header(qtbot, workspace, Column.DEADLINE)
    rising = head_of(workspace, Column.DEADLINE)
    click_header(qtbot, workspace, Column.DEADLINE)
    falling = head_of(workspace, Column.DEADLINE)

    assert unsorted != rising
    assert rising != falling


def test_a_click_on_a_header_sorts_and_the_third_one_restores(qtbot, workspace):
    recorded = words(workspace)

    click_header(qtbot, workspace, Column.ACTION)
    assert words(workspace) == sorted(recorded, key=str.casefold)

    click_header(qtbot, workspace, Column.ACTION)
    assert words(workspace) == sorted(recorded, key=str.casefold, reverse=True)

    click_header(qtbot, workspace, Column.ACTION)
    assert words(workspace) == recorded


def test_typing_in_the_filter_leaves_what_holds_the_words(qtbot, workspace):
    field = filter_field(workspace)

    qtbot.keyClicks(field, "hydrogen")
    qtbot.waitUntil(lambda: workspace.register.total == 1)
    assert "hydrogen" in words(workspace)[0]

    qtbot.keyClick(field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: workspace.register.total > 1)


def test_the_row_that_one_comes_to_behind_a_filter_is_chosen(qtbot, workspace):
    view = workspace.pane.view
    view.setFocus()
    there = workspace.register.uids([workspace.register.rowCount() - 1])
    store = workspace.context.session.store
    topic = next(
        t
        for t in store.all(Topic)
        if not set(there) & {c.uid for c in store.where(Commitment, topics=t.uid)}
    )
    view.choose(there[0])
    filter_field(workspace).setFocus()
    workspace.pane.filter_by(Filter(topics=(topic.uid,)))
    assert view.current_uid() == ""

    qtbot.keyClick(filter_field(workspace), Qt.Key.Key_Down)

    assert view.selected_uids() == [view.current_uid()]


def test_the_filter_finds_the_words_of_a_chinese_version(qtbot, workspace):
    composed = QInputMethodEvent()
    composed.setCommitString("海峡")
    QApplication.sendEvent(filter_field(workspace), composed)

    qtbot.waitUntil(lambda: 0 < workspace.register.total < 10)


def test_groups_have_heads_that_fold(qtbot, workspace):
    view, model = workspace.pane.view, workspace.register
    box = workspace.pane.findChild(QComboBox)
    box.activated.emit(box.findText("Status"))
    rows = model.rowCount()
    head = model.head(0)
    assert model.order.grouping is Grouping.STATUS
    assert head is not None

    view.setCurrentIndex(model.index(0, 0))
    qtbot.keyClick(view, Qt.Key.Key_Left)

    assert model.rowCount() == rows - head.count
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert model.rowCount() == rows


def test_every_order_and_grouping_keeps_the_model_sound(qtbot, workspace, qtmodeltester):
    model = workspace.register
    qtmodeltester.check(model)
    for grouping in (None, *Grouping):
        for column in (Column.ACTION, Column.STATUS):
            model.ask(Filter(), Order(column=column, grouping=grouping))
            qtmodeltester.check(model)


def test_what_was_chosen_stays_chosen_when_the_order_changes(qtbot, workspace):
    view = workspace.pane.view
    view.selectRow(5)
    uid = view.current_uid()

    workspace.pane.show_view(Filter(), Order(column=Column.DEADLINE, grouping=Grouping.TOPIC))

    assert view.current_uid() == uid
    assert view.selected_uids() == [uid]


def test_letters_lead_to_the_commitment_that_begins_with_them(qtbot, workspace):
    view = workspace.pane.view
    view.setFocus()

    qtbot.keyClicks(view, "train")

    row = workspace.register.row(view.currentIndex().row())
    assert row.commitment.action.startswith("train")


def test_an_edit_shows_at_once_and_undo_takes_it_back(qtbot, workspace):
    session, place = workspace.context.session, COLUMNS.index(Column.LEAD)
    commitment = workspace.register.row(3).commitment

    session.run(commitments.change_commitment(commitment, lead="Energy desk"))
    assert workspace.register.index(3, place).data() == "Energy desk"

    session.undo()
    assert workspace.register.index(3, place).data() == commitment.lead


def test_a_place_of_a_commitment_is_shown_even_if_the_filter_left_it_out(qtbot, workspace):
    uid = workspace.register.row(8).commitment.uid
    workspace.pane.filter_by(Filter(words="hydrogen"))

    workspace.context.places.go(Place(Room.COMMITMENTS, Commitment, uid))

    assert workspace.pane.view.current_uid() == uid


def test_a_place_of_a_topic_filters_by_it(qtbot, workspace):
    topic = workspace.context.session.store.all(Topic)[0]

    workspace.context.places.go(Place(Room.COMMITMENTS, Topic, topic.uid))

    assert 0 < workspace.register.total < workspace.context.session.store.count(Commitment)


def test_a_place_of_a_party_that_only_acts_for_others_lists_what_it_is_named_in(qtbot, workspace):
    store = workspace.context.session.store
    promised = {uid for one in store.all(Commitment) for uid in one.promisors}
    acting = {one.delegate for one in store.all(Commitment) if one.delegate} - promised

    workspace.context.places.go(Place(Room.COMMITMENTS, Party, acting.pop()))

    assert 0 < workspace.register.total < store.count(Commitment)


def test_filter_order_and_columns_are_there_again_when_the_book_is_opened(
    qtbot, program, sample_book
):
    window = program.open_book(sample_book)
    workspace = window.workspace(Room.COMMITMENTS)
    workspace.pane.show_view(Filter(statuses=(Status.DONE,)), Order(column=Column.LEAD))
    workspace.pane.view.setColumnHidden(COLUMNS.index(Column.LEAD), True)
    workspace.pane.view.selectRow(1)
    uid = workspace.pane.view.current_uid()
    window.close()
    qtbot.waitUntil(lambda: not isValid(window))

    again = program.open_book(sample_book)
    qtbot.addWidget(again)
    found = again.workspace(Room.COMMITMENTS)

    assert found.register.wanted == Filter(statuses=(Status.DONE,))
    assert found.register.order == Order(column=Column.LEAD)
    assert found.pane.view.isColumnHidden(COLUMNS.index(Column.LEAD))
    assert found.pane.view.current_uid() == uid


def test_overdue_is_said_by_a_symbol_and_to_a_screen_reader(qtbot, workspace):
    session = workspace.context.session
    commitment = next(
        row.commitment
        for place in range(workspace.register.rowCount())
        if (row := workspace.register.row(place)) and row.commitment.deadline.last_day
    )
    past = commitments.change_commitment(
        commitment, deadline=Deadline(kind=DeadlineKind.DATE, value="2020-02")
    )
    session.run(past)
    workspace.pane.filter_by(Filter(due=(Due.OVERDUE,)))

    index = workspace.register.index(0, COLUMNS.index(Column.DEADLINE))
    assert isinstance(index, QModelIndex)
    assert str(index.data()).startswith("▲")
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "Overdue"


def test_a_status_for_all_is_told_from_that_of_one_party(qtbot, workspace):
    session = workspace.context.session
    one, other = session.store.all(Party)[:2]
    session.run(commitments.add_commitment("open the bridge", promisors=(one.uid, other.uid)))
    made = session.store.all(Commitment)[-1]
    session.run(commitments.add_status(made, status=Status.NOT_DONE, as_of=date(2026, 1, 1)))
    done = commitments.add_status(made, status=Status.DONE, as_of=date(2026, 2, 1), party=one.uid)
    session.run(done)
    workspace.pane.filter_by(Filter(words="open the bridge"))

    said = str(workspace.register.index(0, COLUMNS.index(Column.STATUS)).data())

    assert f"all {SYMBOLS[Status.NOT_DONE]}" in said
    assert f"{one.code} {SYMBOLS[Status.DONE]}" in said


def test_what_was_recorded_in_another_room_is_listed_when_one_comes_back(qtbot, window, workspace):
    session, places = window.context.session, window.context.places
    places.go(Place(Room.BOOK))
    with qtbot.assertNotEmitted(workspace.register.listed):
        session.run(commitments.add_commitment("open the bridge"))

    places.go(Place(Room.COMMITMENTS))

    assert "open the bridge" in words(workspace)


def test_the_way_to_what_was_recorded_in_another_room_leaves_the_filter(window, workspace):
    session, places = window.context.session, window.context.places
    workspace.pane.filter_by(Filter(words="bridge"))
    places.go(Place(Room.BOOK))
    edit = commitments.add_commitment("open the bridge")
    session.run(edit)
    uid = edit.changes[0].thing.uid

    places.go(Place(Room.COMMITMENTS, Commitment, uid))

    assert workspace.pane.view.current_uid() == uid
    assert workspace.register.wanted == Filter(words="bridge")


def test_a_key_that_enters_the_workspace_leads_into_the_rows(qtbot, window):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.context.places.go(Place(Room.SOURCES))
    qtbot.waitUntil(lambda: window.focusWidget() is not None)

    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)

    assert window.focusWidget() is window.workspace(Room.COMMITMENTS).pane.view


def test_the_words_where_the_keys_are_are_as_strong_as_any(workspace):
    view, look = workspace.pane.view, workspace.context.look
    view.setFocus()
    picture = view.viewport().grab().toImage()
    box = view.visualRect(view.currentIndex()).adjusted(6, 6, -6, -6) & picture.rect()

    inks = {
        picture.pixelColor(x, y).name()
        for x in range(box.left(), box.right())
        for y in range(box.top(), box.bottom())
    }

    assert look.colours.on_accent in inks


def test_heads_do_not_count_among_the_commitments_that_are_chosen(qtbot, workspace):
    view, model = workspace.pane.view, workspace.register
    workspace.pane.show_view(Filter(), Order(grouping=Grouping.TOPIC))
    view.selectAll()

    assert model.rowCount() > model.total
    assert view.selected_count() == model.total == len(view.selected_uids())


@pytest.mark.parametrize(("room", "words"), [(430, 120), (530, 150), (900, 480)])
def test_the_words_keep_a_fair_width_and_leave_the_status_in_sight(workspace, room, words):
    header = workspace.pane.view.header
    header.fit(room)

    assert header.sectionSize(COLUMNS.index(Column.ACTION)) == words
