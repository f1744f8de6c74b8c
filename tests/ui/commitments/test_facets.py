"""The left column: filtering by a click, saved views, and the tree of topics."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtWidgets import QLineEdit

from briefing.operations import commitments, parties, topics
from briefing.store import Field, Filter, Grouping, Order
from briefing.things import Commitment, Party, Status, Topic, topics_in_order
from ui.commitments.facet_model import TOPIC_TYPE
from ui.commitments.facet_nodes import VIEWS
from ui.commitments.register_view import UIDS_TYPE
from ui.commitments.workspace import CommitmentsWorkspace
from ui.places import Place, Room
from ui.program import Program
from ui.words import LANGUAGES


def index_of(workspace, section: str, name: str) -> QModelIndex:
    """The line of that name, unfolded and scrolled to."""
    model, view = workspace.facets, workspace.facet_view
    view.expandAll()
    for row in range(model.rowCount()):
        title = model.index(row, 0)
        if model.node(title).section == section:
            for node in model.node(title).walk():
                if node.name == name:
                    index = model.index_of(section, node.value)
                    view.scrollTo(index)
                    return index
    raise LookupError(name)


def click(qtbot, workspace, section: str, name: str, keys=Qt.KeyboardModifier.NoModifier) -> None:
    view = workspace.facet_view
    at = view.visualRect(index_of(workspace, section, name)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, keys, at)


def type_name(qtbot, workspace, name: str) -> None:
    """Type into the editor that is open in the tree."""
    editors = workspace.facet_view.viewport().findChildren(QLineEdit)
    (editor,) = [editor for editor in editors if editor.isVisible()]
    assert editor.accessibleName()
    editor.selectAll()
    qtbot.keyClicks(editor, name)
    qtbot.keyClick(editor, Qt.Key.Key_Return)


def tree(workspace) -> list[str]:
    return [t.name for t in topics_in_order(workspace.context.session.store.all(Topic))]


def named(workspace, name: str) -> Topic:
    store = workspace.context.session.store
    return next(topic for topic in store.all(Topic) if topic.name == name)


def test_a_click_filters_a_second_one_with_ctrl_adds_and_a_third_takes_away(qtbot, workspace):
    all_of_them = workspace.register.total

    click(qtbot, workspace, Field.STATUSES, "● Done")
    done = workspace.register.total
    assert workspace.register.wanted.statuses == (Status.DONE,)
    assert 0 < done < all_of_them

    control = Qt.KeyboardModifier.ControlModifier
    click(qtbot, workspace, Field.STATUSES, "◎ Under way", control)
    assert workspace.register.total > done

    click(qtbot, workspace, Field.STATUSES, "● Done", control)
    assert workspace.register.wanted.statuses == (Status.UNDER_WAY,)

    click(qtbot, workspace, Field.STATUSES, "◎ Under way")
    assert workspace.register.wanted == Filter()
    assert workspace.register.total == all_of_them


def test_counts_follow_the_filter_of_the_other_fields(qtbot, workspace):
    def count(name: str) -> str:
        index = index_of(workspace, Field.STATUSES, name)
        return str(index.siblingAtColumn(1).data())

    qtbot.waitUntil(lambda: count("● Done") == "4")

    click(qtbot, workspace, Field.TOPICS, "Health Preparedness")

    qtbot.waitUntil(lambda: count("● Done") != "4")


def test_keys_filter_as_clicks_do(qtbot, workspace):
    view = workspace.facet_view
    view.setCurrentIndex(index_of(workspace, Field.TOPICS, "People and Culture"))

    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert len(workspace.register.wanted.topics) == 1

    view.setCurrentIndex(index_of(workspace, Field.TOPICS, "Health Preparedness"))
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert len(workspace.register.wanted.topics) == 2


def test_a_view_is_saved_shown_renamed_and_removed(qtbot, workspace):
    wanted, order = Filter(words="energy"), Order(grouping=Grouping.STATUS)
    workspace.pane.show_view(wanted, order)
    workspace.context.actions["commitment.save-view"].trigger()
    type_name(qtbot, workspace, "Energy")
    qtbot.waitUntil(lambda: "Energy" in workspace.views.names())
    workspace.pane.show_view(Filter(), Order())

    click(qtbot, workspace, VIEWS, "Energy")
    assert (workspace.register.wanted, workspace.register.order) == (wanted, order)

    workspace.facet_view.setFocus()
    workspace.facet_view.setCurrentIndex(index_of(workspace, VIEWS, "Energy"))
    qtbot.keyClick(workspace.facet_view, Qt.Key.Key_F2)
    type_name(qtbot, workspace, "Power")
    qtbot.waitUntil(lambda: "Power" in workspace.views.names())
    assert workspace.views.at("Power") == (wanted, order)

    workspace.facet_view.setCurrentIndex(index_of(workspace, VIEWS, "Power"))
    qtbot.keyClick(workspace.facet_view, Qt.Key.Key_Delete)
    assert "Power" not in workspace.views.names()


def test_a_new_topic_is_named_at_once(qtbot, workspace):
    workspace.context.actions["topic.new"].trigger()
    type_name(qtbot, workspace, "Fisheries")

    qtbot.waitUntil(lambda: tree(workspace)[-1] == "Fisheries")


def test_f2_renames_a_topic_and_undo_takes_it_back(qtbot, workspace):
    view = workspace.facet_view
    view.setFocus()
    view.setCurrentIndex(index_of(workspace, Field.TOPICS, "People and Culture"))
    qtbot.keyClick(view, Qt.Key.Key_F2)
    type_name(qtbot, workspace, "People")
    qtbot.waitUntil(lambda: "People" in tree(workspace))

    workspace.context.session.undo()
    assert "People and Culture" in tree(workspace)


def test_topics_move_by_keys(qtbot, workspace):
    view, before = workspace.facet_view, tree(workspace)
    keys = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    view.setCurrentIndex(index_of(workspace, Field.TOPICS, before[1]))

    qtbot.keyClick(view, Qt.Key.Key_Up, keys)
    assert tree(workspace)[:2] == [before[1], before[0]]

    qtbot.keyClick(view, Qt.Key.Key_Down, keys)
    assert tree(workspace) == before

    qtbot.keyClick(view, Qt.Key.Key_Right, keys)
    assert named(workspace, before[1]).parent == named(workspace, before[0]).uid

    qtbot.keyClick(view, Qt.Key.Key_Left, keys)
    assert named(workspace, before[1]).parent is None
    assert tree(workspace) == before


def test_a_topic_dropped_on_another_hangs_below_it(qtbot, workspace):
    model, names = workspace.facets, tree(workspace)
    data = model.mimeData([index_of(workspace, Field.TOPICS, names[2])])
    target = index_of(workspace, Field.TOPICS, names[0])

    assert data.hasFormat(TOPIC_TYPE)
    assert model.canDropMimeData(data, Qt.DropAction.MoveAction, -1, 0, target)
    model.dropMimeData(data, Qt.DropAction.MoveAction, -1, 0, target)

    assert named(workspace, names[2]).parent == named(workspace, names[0]).uid


def test_commitments_dropped_on_a_topic_are_listed_under_it(qtbot, workspace):
    uids = workspace.register.uids([0, 1])
    data = QMimeData()
    data.setData(UIDS_TYPE, "\n".join(uids).encode())
    target = index_of(workspace, Field.TOPICS, "Health Preparedness")

    workspace.facets.dropMimeData(data, Qt.DropAction.CopyAction, -1, 0, target)

    topic = named(workspace, "Health Preparedness")
    store = workspace.context.session.store
    assert {store.get(Commitment, uid).topics[0] for uid in uids} == {topic.uid}
    workspace.context.session.undo()
    assert topic.uid not in store.get(Commitment, uids[0]).topics


def test_a_topic_in_use_stays_and_says_why(qtbot, workspace):
    view = workspace.facet_view
    view.setCurrentIndex(index_of(workspace, Field.TOPICS, "People and Culture"))

    with qtbot.waitSignal(workspace.context.notices.said) as said:
        qtbot.keyClick(view, Qt.Key.Key_Delete)

    assert "People and Culture" in said.args[0].text
    assert "People and Culture" in tree(workspace)


def test_the_tree_keeps_its_model_sound_while_topics_come_and_go(qtbot, workspace, qtmodeltester):
    session = workspace.context.session
    qtmodeltester.check(workspace.facets)

    session.run(topics.add_topic(session.store, "Seas", named(workspace, "People and Culture")))
    session.run(topics.change_topic(named(workspace, "Seas"), colour="#009e73"))
    qtmodeltester.check(workspace.facets)
    session.undo()
    session.undo()

    qtmodeltester.check(workspace.facets)


def test_a_value_that_appears_with_an_edit_is_listed(qtbot, workspace):
    session = workspace.context.session
    commitment = workspace.register.row(0).commitment
    session.run(commitments.change_commitment(commitment, lead="Fisheries desk"))

    qtbot.waitUntil(lambda: workspace.facets.index_of(Field.LEADS, "Fisheries desk").isValid())


def test_a_topic_that_was_renamed_in_another_room_is_listed_under_its_new_name(window, workspace):
    session, places = window.context.session, window.context.places
    topic = named(workspace, "Health Preparedness")
    places.go(Place(Room.BOOK))
    session.run(topics.change_topic(topic, name="Health"))

    places.go(Place(Room.COMMITMENTS))

    assert index_of(workspace, Field.TOPICS, "Health").isValid()


def test_a_party_that_is_renamed_is_listed_under_its_new_name(qtbot, workspace):
    session = workspace.context.session
    party = next(p for p in session.store.all(Party) if index_of_party(workspace, p).isValid())

    session.run(parties.change_party(party, name="Marenne-on-Sea"))

    def renamed() -> bool:
        node = workspace.facets.node(index_of_party(workspace, party))
        return node is not None and node.name == "Marenne-on-Sea" and node.count is not None

    qtbot.waitUntil(renamed)


def index_of_party(workspace, party: Party) -> QModelIndex:
    return workspace.facets.index_of(Field.PARTIES, party.uid)


@pytest.fixture(params=LANGUAGES)
def narrow(request, qtbot, qapp, settings, sample_book) -> Iterator[CommitmentsWorkspace]:
    """The workspace in each language, in the narrowest window."""
    program = Program(qapp, settings, request.param)
    window = program.open_book(sample_book)
    qtbot.addWidget(window)
    window.resize(1024, 768)
    window.show()
    window.context.places.go(Place(Room.COMMITMENTS))
    yield window.workspace(Room.COMMITMENTS)
    program.close()


def test_the_names_that_every_book_has_are_never_shortened(qtbot, narrow):
    qtbot.waitUntil(lambda: narrow.facets.index_of(Field.STATUSES, Status.DONE).isValid())
    view = narrow.facet_view
    for status in (Status.NOT_STARTED, Status.PARTLY_DONE):
        view.take(narrow.facets.node(narrow.facets.index_of(Field.STATUSES, status)), adding=True)
    for status in Status:
        index = narrow.facets.index_of(Field.STATUSES, status)

        assert view.sizeHintForIndex(index).width() <= view.visualRect(index).width()


def test_no_field_of_the_detail_reaches_behind_its_edge(qtbot, narrow):
    qtbot.waitUntil(lambda: bool(narrow.detail.uid))
    page = narrow.detail.page

    assert page.widget().minimumSizeHint().width() <= page.viewport().width()
