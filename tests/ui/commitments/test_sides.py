"""Outcomes of the meeting, and the parties."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QRadioButton

from briefing.edits import EditName
from briefing.operations import parties
from briefing.operations.annotations import add_outcome
from briefing.things import Commitment, Outcome, Party, PartyKind, Raised, Status, StatusEntry
from ui.commitments.outcome_form import OutcomeForm
from ui.commitments.party_model import CODE, KIND, NAME, NAMES
from ui.notices import Tone
from ui.places import Place, Room
from ui.widgets.fields import LineField


def open_outcomes(workspace):
    workspace.context.actions["commitment.outcomes"].trigger()
    return workspace.middle.outcomes


def test_outcomes_are_entered_point_by_point(qtbot, workspace):
    pane = open_outcomes(workspace)
    store = workspace.context.session.store
    assert pane.isVisible()
    points = pane.model.rowCount()
    assert points > 2

    qtbot.keyClicks(pane.form.reply, "By May")
    qtbot.keyClick(pane.form.reply, Qt.Key.Key_Return)
    assert pane.list.currentIndex().row() == 1

    pane.form.choose(Raised.NOT_RAISED)
    qtbot.keyClick(pane.form.reply, Qt.Key.Key_Return)

    first, second = store.all(Outcome)[-2:]
    assert (first.raised, first.reply) == (Raised.RAISED, "By May")
    assert second.raised is Raised.NOT_RAISED
    assert pane.model.rowCount() == points
    assert "Raised" in str(pane.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole))


def test_the_points_show_when_they_have_the_focus(qtbot, workspace):
    pane = open_outcomes(workspace)
    pane.list.setFocus()
    with_focus = pane.list.grab().toImage()

    pane.form.reply.setFocus()

    assert pane.list.grab().toImage() != with_focus


def test_the_arrows_choose_what_became_of_a_point(qtbot, workspace):
    form = open_outcomes(workspace).form
    first, *others = form.findChildren(QRadioButton)
    first.setFocus()

    for choice in others:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
        assert choice.hasFocus()
        assert choice.isChecked()

    assert first.parentWidget().accessibleName() == "At the meeting"


def test_a_reply_becomes_a_status_and_a_promise_a_commitment_in_one_step(qtbot, workspace):
    pane = open_outcomes(workspace)
    session = workspace.context.session
    commitments, entries = session.store.count(Commitment), session.store.count(StatusEntry)
    about = session.store.all(Commitment)[0]
    pane.form.about.show_uid(about.uid)
    pane.form.about.chosen.emit(about.uid)

    pane.form.status.setCurrentIndex(pane.form.status.findData(Status.PARTLY_DONE))
    qtbot.keyClicks(pane.form.reply, "Half of it")
    qtbot.keyClicks(pane.form.promise, "The rest by June")
    qtbot.keyClick(pane.form.promise, Qt.Key.Key_Return)

    assert session.store.count(Commitment) == commitments + 1
    entry = session.store.all(StatusEntry)[-1]
    assert (entry.commitment, entry.evidence) == (about.uid, "Half of it")
    session.undo()
    assert session.store.count(Commitment) == commitments
    assert session.store.count(StatusEntry) == entries
    assert pane.isVisible()


def test_a_point_that_no_note_makes_is_entered_and_removed(qtbot, workspace):
    pane = open_outcomes(workspace)
    store = workspace.context.session.store
    many = store.count(Outcome)

    pane.another()
    words = pane.form.findChild(QLineEdit)
    words.selectAll()
    qtbot.keyClicks(words, "They asked about visas")
    qtbot.keyClick(words, Qt.Key.Key_Return)
    assert "They asked about visas" in {outcome.point for outcome in store.all(Outcome)}

    pane.list.setCurrentIndex(pane.model.index(pane.model.rowCount() - 1))
    pane.form.taken_back.emit(store.all(Outcome)[-1].uid)
    assert store.count(Outcome) == many


def test_escape_leads_back_to_the_register(qtbot, workspace):
    pane = open_outcomes(workspace)

    qtbot.keyClick(pane.list, Qt.Key.Key_Escape)

    assert workspace.pane.isVisible()
    assert not workspace.context.actions["commitment.outcomes"].isChecked()


def test_back_in_the_register_the_detail_is_of_the_chosen_row(qtbot, workspace):
    chosen, store = workspace.pane.view.current_uid(), workspace.context.session.store
    other = next(c for c in store.all(Commitment) if c.uid != chosen)
    pane = open_outcomes(workspace)
    pane.form.about_changed.emit(other.uid)
    assert workspace.detail.uid == other.uid

    qtbot.keyClick(pane.list, Qt.Key.Key_Escape)

    qtbot.waitUntil(lambda: workspace.detail.uid == chosen)
    assert workspace.pane.view.current_uid() == chosen


@pytest.mark.parametrize("again", [False, True])
def test_whoever_goes_to_an_outcome_sees_the_commitment_it_is_about(qtbot, window, again):
    session, places = window.context.session, window.context.places
    about = session.store.all(Commitment)[5].uid
    session.run(add_outcome("Who pays?", commitment=about, raised=Raised.RAISED))
    (outcome,) = (o for o in session.store.all(Outcome) if o.commitment == about)
    if again:
        places.go(Place(Room.COMMITMENTS))
        shown = window.workspace(Room.COMMITMENTS).detail
        qtbot.waitUntil(lambda: shown.uid not in {"", about})
        places.go(Place(Room.OVERVIEW))

    places.go(Place(Room.COMMITMENTS, Outcome, outcome.uid))

    workspace = window.workspace(Room.COMMITMENTS)
    qtbot.waitUntil(lambda: not workspace._showing.isActive())
    assert workspace.middle.outcomes.isVisible()
    assert workspace.detail.uid == about


def test_the_points_keep_their_model_sound(qtbot, workspace, qtmodeltester):
    pane = open_outcomes(workspace)

    qtmodeltester.check(pane.model)


# Parties


def open_parties(workspace):
    workspace.context.actions["commitment.parties"].trigger()
    return workspace.middle.parties


def party(workspace, name: str) -> Party:
    store = workspace.context.session.store
    return next(party for party in store.all(Party) if party.name == name)


def test_a_party_is_added_named_and_edited_in_place(qtbot, workspace):
    pane = open_parties(workspace)
    pane.add()
    editor = pane.table.viewport().findChild(QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, "Norrland")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    store = workspace.context.session.store
    qtbot.waitUntil(lambda: any(p.name == "Norrland" for p in store.all(Party)))

    place = pane.model.row_of(party(workspace, "Norrland").uid)
    for column, value in ((CODE, "XN"), (KIND, PartyKind.STATE), (NAMES, "Kingdom; Le Nord")):
        assert pane.model.setData(pane.model.index(place, column), value)
        place = pane.model.row_of(party(workspace, "Norrland").uid)

    made = party(workspace, "Norrland")
    assert (made.code, made.kind) == ("XN", PartyKind.STATE)
    assert made.names == ("Kingdom", "Le Nord")


def test_every_column_of_the_parties_has_room_in_a_narrow_pane(qtbot, workspace):
    table = open_parties(workspace).table
    table.setFixedWidth(440)
    qtbot.waitUntil(lambda: table.viewport().width() <= 440)

    assert table.horizontalScrollBar().maximum() == 0
    assert min(table.columnWidth(column) for column in range(table.model().columnCount())) >= 60


def test_a_point_that_is_longer_than_its_field_ends_with_an_ellipsis(workspace):
    workspace.context.actions["commitment.outcomes"].trigger()
    form = workspace.findChild(OutcomeForm)

    assert form.findChild(LineField).accessibleName() == "Point"


def test_a_code_that_is_taken_is_refused(qtbot, workspace):
    pane = open_parties(workspace)
    place = pane.model.row_of(party(workspace, "Marenne").uid)

    with qtbot.waitSignal(workspace.context.notices.said):
        assert not pane.model.setData(pane.model.index(place, CODE), "XA")

    assert party(workspace, "Marenne").code == "XM"


def test_several_parties_become_one_in_one_step(qtbot, workspace):
    pane, session = open_parties(workspace), workspace.context.session
    session.run(parties.add_party(session.store, "body:council", "Council"))
    before = session.store.all(Party)
    kept = party(workspace, "Aldmark")
    pane.model.reread()
    pane.table.selectRow(pane.model.row_of(kept.uid))
    pane.table.selectAll()
    pane.table.selectionModel().setCurrentIndex(
        pane.model.index(pane.model.row_of(kept.uid), NAME),
        QItemSelectionModel.SelectionFlag.NoUpdate,
    )

    pane.merge()

    assert len(before) > 2
    assert [p.uid for p in session.store.all(Party)] == [kept.uid]
    assert session.undoable.name is EditName.MERGE_PARTIES
    session.undo()
    assert session.store.all(Party) == before


def test_of_several_parties_those_go_that_nothing_names_in_one_step(qtbot, workspace):
    pane, session = open_parties(workspace), workspace.context.session
    for name in ("Council", "Chamber"):
        session.run(parties.add_party(session.store, f"body:{name}", name))
    before = session.store.all(Party)
    pane.model.reread()
    pane.table.selectAll()

    with qtbot.waitSignal(workspace.context.notices.said) as said:
        pane.remove()

    assert said.args[0].tone is Tone.TROUBLE
    assert not {"Council", "Chamber"} & {p.name for p in session.store.all(Party)}
    session.undo()
    assert session.store.all(Party) == before


def test_two_parties_become_one_and_commitments_follow(qtbot, workspace):
    pane, store = open_parties(workspace), workspace.context.session.store
    kept, gone = party(workspace, "Aldmark"), party(workspace, "Marenne")
    flags = QItemSelectionModel.SelectionFlag
    pane.table.selectRow(pane.model.row_of(kept.uid))
    pane.table.selectionModel().select(
        pane.model.index(pane.model.row_of(gone.uid), NAME), flags.Select | flags.Rows
    )

    pane.merge()

    assert store.find(Party, gone.uid) is None
    assert "Marenne" in store.get(Party, kept.uid).names
    assert store.where(Commitment, promisors=gone.uid) == []


def test_a_party_in_use_stays_and_an_unused_one_goes(qtbot, workspace):
    pane, store = open_parties(workspace), workspace.context.session.store
    pane.table.selectRow(pane.model.row_of(party(workspace, "Aldmark").uid))
    with qtbot.waitSignal(workspace.context.notices.said):
        qtbot.keyClick(pane.table, Qt.Key.Key_Delete)

    pane.add()
    added = party(workspace, "New party")
    pane.table.selectRow(pane.model.row_of(added.uid))
    pane.remove()

    assert store.find(Party, added.uid) is None


def test_the_commitments_of_a_party_are_one_step_away(qtbot, workspace):
    pane = open_parties(workspace)
    uid = party(workspace, "Marenne").uid
    pane.table.selectRow(pane.model.row_of(uid))

    pane.shown.emit(uid)

    assert workspace.pane.isVisible()
    assert workspace.register.wanted.parties == (uid,)


def test_the_parties_keep_their_model_sound(qtbot, workspace, qtmodeltester):
    qtmodeltester.check(open_parties(workspace).model)


def test_without_a_point_the_outcomes_say_how_to_begin(workspace):
    pane = open_outcomes(workspace)
    session = workspace.context.session
    while pane.model.rowCount():
        session.undo()

    assert pane.isVisible()
    assert not pane.list.isVisible()
    said = [label.text() for label in pane.findChildren(QLabel) if label.isVisible()]
    assert any(words.startswith("No note makes a point yet") for words in said)
