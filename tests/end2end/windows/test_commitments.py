"""An adviser's week with the register: followed up, sorted, carried on after the meeting."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QToolButton

from briefing.store import BookStore, Field, Grouping
from briefing.things import Annotation, Commitment, Outcome, Status, StatusEntry, Topic
from ui.commitments.facet_nodes import VIEWS
from ui.places import Place, Room

Key = Qt.Key
PATIENCE = 60_000


def opened(qtbot, program, path):
    window = program.open(path)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.context.places.go(Place(Room.COMMITMENTS))
    register = window.workspace(Room.COMMITMENTS)
    qtbot.waitUntil(lambda: bool(register.detail.uid) and register.facets.rowCount() > 0)
    return window, register


def closed(qtbot, window):
    gone = []
    window.destroyed.connect(lambda: gone.append(True))
    window.close()
    qtbot.waitUntil(lambda: bool(gone), timeout=PATIENCE)


def choose(register, *rows):
    view, flags = register.pane.view, QItemSelectionModel.SelectionFlag
    view.selectRow(rows[0])
    for row in rows[1:]:
        index = register.register.index(row, 0)
        view.selectionModel().select(index, flags.Select | flags.Rows)
    return view.selected_uids()


def typed(qtbot, field, words):
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, words)


def named(qtbot, register, words):
    """Type the name of what was just made in the left column."""
    line = register.facet_view.viewport().findChild(QLineEdit)
    typed(qtbot, line, words)
    qtbot.keyClick(line, Key.Key_Return)


def look_for_energy(qtbot, register, store, actions):
    """What is about energy, of whatever topic, kept as a view."""
    qtbot.keyClicks(register.pane.findChild(QLineEdit), "energy")
    qtbot.waitUntil(lambda: 0 < register.register.total < store.count(Commitment))
    actions["commitment.save-view"].trigger()
    named(qtbot, register, "Energy")
    qtbot.waitUntil(lambda: "Energy" in register.views.names())
    actions["commitment.show-all"].trigger()
    assert register.register.total == store.count(Commitment)


def follow_up(qtbot, register, store, actions):
    """One of them gets a lead, a next step, a status and a remark."""
    detail = register.detail
    register.pane.view.setFocus()
    choose(register, 1)
    qtbot.waitUntil(lambda: detail.uid == register.pane.view.current_uid())
    typed(qtbot, detail.page.particulars.lead, "Grid desk")
    typed(qtbot, detail.page.particulars.next_step, "Call the operator")
    actions["commitment.status"].trigger()
    boxes = detail.page.history.findChildren(QComboBox)
    box = next(box for box in boxes if box.accessibleName() == "Status")
    box.setCurrentIndex(box.findData(Status.PARTLY_DONE))
    qtbot.keyClick(box, Key.Key_Return)
    actions["commitment.annotate"].trigger()
    qtbot.keyClicks(detail.page.remarks.findChild(type(detail.page.particulars.action)), "Soon")
    qtbot.waitUntil(lambda: bool(store.where(Annotation, commitment=detail.uid)))

    followed = store.get(Commitment, detail.uid)
    assert (followed.lead, followed.next_step) == ("Grid desk", "Call the operator")
    newest = max(store.where(StatusEntry, commitment=detail.uid), key=lambda e: e.uid)
    assert newest.status is Status.PARTLY_DONE
    assert [a.body.text for a in store.where(Annotation, commitment=detail.uid)] == ["Soon"]


def sort_out(qtbot, register, store, actions):
    """Three move to a topic of their own in one step, and are found again under it."""
    actions["topic.new"].trigger()
    named(qtbot, register, "Grids")
    qtbot.waitUntil(lambda: any(t.name == "Grids" for t in store.all(Topic)))
    topic = next(t for t in store.all(Topic) if t.name == "Grids")
    moved = choose(register, 0, 1, 2)
    qtbot.waitUntil(register.bulk.isVisible)
    menu = next(b for b in register.bulk.findChildren(QToolButton) if b.text() == "Topic").menu()
    menu.aboutToShow.emit()
    next(a for a in menu.actions() if a.text().strip() == "Grids").trigger()
    assert {store.get(Commitment, one).topics[0] for one in moved} == {topic.uid}

    groups, model = register.pane.findChild(QComboBox), register.register
    groups.activated.emit(groups.findData(Grouping.TOPIC))
    heads = [words for row in range(model.rowCount()) if (words := model.head_words(row))]
    assert heads[-1].startswith("Grids")
    assert heads[-1].endswith("3")
    register.facet_view.setCurrentIndex(register.facets.index_of(Field.TOPICS, topic.uid))
    qtbot.keyClick(register.facet_view, Key.Key_Return)
    assert model.total == len(moved)


def after_the_meeting(qtbot, register, store, actions):
    """A reply, and a new promise that becomes a commitment."""
    actions["commitment.outcomes"].trigger()
    form, many = register.middle.outcomes.form, store.count(Commitment)
    qtbot.keyClicks(form.reply, "They agree")
    qtbot.keyClicks(form.promise, "A list of substations by March")
    qtbot.keyClick(form.promise, Key.Key_Return)
    assert store.count(Commitment) == many + 1
    (outcome,) = [o for o in store.all(Outcome) if o.reply == "They agree"]
    promised = store.get(Commitment, outcome.new_commitment)
    assert promised.action == "A list of substations by March"
    register.context.places.go(Place(Room.COMMITMENTS, Commitment, promised.uid))
    qtbot.waitUntil(lambda: register.detail.uid == promised.uid)
    assert register.pane.isVisible()
    return promised


def test_from_the_first_look_to_the_day_after_the_meeting(qtbot, program, sample_book):
    with BookStore.open(sample_book) as store:
        before = store.whole().things
    window, register = opened(qtbot, program, sample_book)
    given = (register, window.context.session.store, window.context.actions)
    look_for_energy(qtbot, *given)
    follow_up(qtbot, *given)
    sort_out(qtbot, *given)
    promised = after_the_meeting(qtbot, *given)
    closed(qtbot, window)

    window, register = opened(qtbot, program, sample_book)

    assert register.pane.view.current_uid() == promised.uid
    assert register.facets.index_of(VIEWS, "Energy").isValid()
    store = window.context.session.store
    while store.whole().things != before:
        assert store.undoable() is not None
        window.context.session.undo()
    closed(qtbot, window)
