"""What is done to several commitments, and what is taken out of the register."""

from __future__ import annotations

import csv
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton

from briefing.edits import Add, Edit, EditName
from briefing.operations import commitments
from briefing.store import Column, Filter, Order
from briefing.things import (
    Book,
    Commitment,
    DeadlineKind,
    Insert,
    InsertKind,
    Kind,
    Note,
    Party,
    Status,
    StatusEntry,
    Topic,
    WholeBook,
)
from briefing.uid import new_uid
from ui.commandline.registers import commitment_rows
from ui.commitments.register_view import UIDS_TYPE


def choose(workspace, *rows: int) -> list[str]:
    view = workspace.pane.view
    view.setFocus()
    view.selectRow(rows[0])
    flags = QItemSelectionModel.SelectionFlag
    for row in rows[1:]:
        view.selectionModel().select(workspace.register.index(row, 0), flags.Select | flags.Rows)
    return view.selected_uids()


def chosen(workspace, uids: list[str]) -> list[Commitment]:
    return [workspace.context.session.store.get(Commitment, uid) for uid in uids]


def bar_button(workspace, words: str) -> QToolButton:
    return next(b for b in workspace.bulk.findChildren(QToolButton) if b.text() == words)


def pick(workspace, button: str, entry: str) -> None:
    """Choose an entry of one of the bar's menus."""
    menu = bar_button(workspace, button).menu()
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text().strip() == entry).trigger()


def test_the_buttons_of_the_bar_show_all_their_words_in_a_small_window(qtbot, workspace):
    workspace.window().resize(1024, 600)
    choose(workspace, 0, 1)
    qtbot.waitUntil(workspace.bulk.isVisible)

    def cut() -> list[str]:
        buttons = workspace.bulk.findChildren(QToolButton)
        return [b.text() for b in buttons if b.isVisible() and b.width() < b.sizeHint().width()]

    qtbot.waitUntil(lambda: not cut())


def test_the_bar_is_there_while_several_are_chosen(qtbot, workspace):
    choose(workspace, 0, 1)
    qtbot.waitUntil(workspace.bulk.isVisible)

    choose(workspace, 3)
    qtbot.waitUntil(lambda: not workspace.bulk.isVisible())


def test_several_change_in_one_step_and_stay_chosen(qtbot, workspace):
    uids = choose(workspace, 0, 2, 4)
    before = chosen(workspace, uids)

    pick(workspace, "Kind", "Soft undertaking")

    assert {c.kind for c in chosen(workspace, uids)} == {Kind.SOFT}
    assert workspace.pane.view.selected_uids() == uids
    workspace.context.session.undo()
    assert chosen(workspace, uids) == before


def test_several_get_a_topic_and_a_status(qtbot, workspace):
    uids = choose(workspace, 0, 2)
    topic = workspace.context.session.store.all(Topic)[-1]

    pick(workspace, "Topic", topic.name)
    pick(workspace, "Status", "● Done")

    assert {c.topics[0] for c in chosen(workspace, uids)} == {topic.uid}
    store = workspace.context.session.store
    for uid in uids:
        assert (
            max(store.where(StatusEntry, commitment=uid), key=lambda e: e.uid).status is Status.DONE
        )


def test_a_lead_and_a_deadline_are_typed_for_several(qtbot, workspace):
    uids = choose(workspace, 0, 2)
    qtbot.waitUntil(workspace.bulk.isVisible)

    bar_button(workspace, "Lead…").click()
    field = workspace.bulk.findChild(QLineEdit)
    qtbot.keyClicks(field, "Energy desk")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    bar_button(workspace, "Deadline…").click()
    qtbot.keyClicks(field, "30 June 2027")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    for commitment in chosen(workspace, uids):
        assert commitment.lead == "Energy desk"
        assert commitment.deadline.kind is DeadlineKind.DATE
        assert commitment.deadline.value == "2027-06-30"


def test_a_deadline_for_several_leaves_each_the_words_of_its_source(qtbot, workspace):
    uids = choose(workspace, 0, 2)
    before = [c.deadline.text for c in chosen(workspace, uids)]
    assert any(before)
    qtbot.waitUntil(workspace.bulk.isVisible)
    bar_button(workspace, "Deadline…").click()
    field = workspace.bulk.findChild(QLineEdit)

    qtbot.keyClicks(field, "end of 2031")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    after = [c.deadline for c in chosen(workspace, uids)]
    assert {(d.kind, d.value) for d in after} == {(DeadlineKind.DATE, "2031")}
    assert [d.text for d in after] == before


def test_a_deadline_for_several_that_cannot_be_read_stays_to_be_put_right(qtbot, workspace):
    uids = choose(workspace, 0, 2)
    before = chosen(workspace, uids)
    qtbot.waitUntil(workspace.bulk.isVisible)
    bar_button(workspace, "Deadline…").click()
    field = workspace.bulk.findChild(QLineEdit)

    qtbot.keyClicks(field, "nonsense day")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    assert chosen(workspace, uids) == before
    assert field.text() == "nonsense day"
    said = [label.text() for label in workspace.bulk.findChildren(QLabel) if label.isVisible()]
    assert any("not a day that can be read" in words for words in said)


def test_those_that_are_removed_can_be_had_back(qtbot, workspace):
    many = workspace.register.total
    workspace.deeds.record()
    workspace.deeds.record()
    new = [uid for uid in workspace.register.uids(range(many, many + 2)) if uid]
    uids = choose(workspace, many, many + 1)
    assert uids == new

    with qtbot.waitSignal(workspace.context.notices.said) as said:
        workspace.context.actions["commitment.remove"].trigger()

    assert workspace.register.total == many
    said.args[0].mend()
    assert workspace.register.total == many + 2


def test_one_that_a_note_shows_stays_and_says_why(qtbot, workspace):
    store = workspace.context.session.store
    (shown,) = choose(workspace, 0)
    insert = Insert(
        uid=new_uid(), note=store.all(Note)[0].uid, kind=InsertKind.COMMITMENT, commitment=shown
    )
    workspace.context.session.run(Edit(EditName.ADD_INSERT, (Add(insert),)))

    with qtbot.waitSignal(workspace.context.notices.said) as said:
        workspace.context.actions["commitment.remove"].trigger()

    assert said.args[0].tone == "trouble"
    assert store.find(Commitment, shown) is not None


def test_rows_are_copied_as_a_table_for_documents_and_spreadsheets(qtbot, workspace):
    uids = choose(workspace, 0, 1)

    workspace.context.actions["commitment.copy"].trigger()

    data = QGuiApplication.clipboard().mimeData()
    lines = data.text().split("\n")
    assert len(lines) == 3
    assert lines[0].split("\t")[0] == "Commitment"
    assert all("\t" in line for line in lines)
    assert "<table" in data.html()
    assert "<th>Commitment</th>" in data.html()
    assert bytes(data.data(UIDS_TYPE).data()).decode().split("\n") == uids


class Answer:
    """A file dialog that is answered at once."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def save(self, parent, title, kind, names, name, then) -> None:
        self.name = name
        then([self.path])


def test_what_the_filter_leaves_is_written_to_a_file_in_its_order(qtbot, workspace, tmp_path):
    workspace.pane.show_view(Filter(words="energy"), Order(column=Column.ACTION))
    path = tmp_path / "out.csv"
    workspace.deeds.files = Answer(path)

    with qtbot.waitSignal(workspace.context.notices.said, timeout=20_000):
        workspace.context.actions["commitment.csv"].trigger()

    rows = list(csv.reader(path.read_text("utf-8-sig").splitlines()))
    assert rows[0][:2] == ["uid", "Commitment"]
    with path.open(encoding="utf-8-sig", newline="") as file:
        found = [row[0] for row in csv.reader(file)][1:]
    assert found == workspace.register.uids_of_all()
    assert workspace.deeds.files.name.endswith(".csv")


def test_words_that_a_spreadsheet_would_compute_stay_words() -> None:
    whole = WholeBook.of(
        [
            Book(uid="b", title="B"),
            Commitment(uid="c", action="=1+1"),
            Commitment(uid="d", action="x"),
        ]
    )

    assert [row[1] for row in commitment_rows(whole, str)] == ["Commitment", "'=1+1", "x"]
    assert [row[0] for row in commitment_rows(whole, str, ["d", "gone"])] == ["uid", "d"]


def test_space_shows_the_passage_with_its_quote_marked(qtbot, workspace):
    view = workspace.pane.view
    choose(workspace, 0)
    commitment = chosen(workspace, [view.current_uid()])[0]

    qtbot.keyClick(view, Qt.Key.Key_Space)

    assert workspace.preview.isVisible()
    assert "<span" in workspace.preview.text
    assert commitment.anchors[0].quote.split()[0] in workspace.preview.text
    qtbot.keyClick(workspace.preview, Qt.Key.Key_Space)
    assert not workspace.preview.isVisible()


def test_whom_a_promise_is_made_to_is_in_the_file_too(workspace):
    session = workspace.context.session
    commitment = session.store.all(Commitment)[0]
    party = next(p for p in session.store.all(Party) if p.uid not in commitment.promisors)
    session.run(commitments.change_commitments([commitment], promisees=(party.uid,)))

    head, row = commitment_rows(session.store.whole(), str, [commitment.uid])

    assert row[head.index("Promisee")] == party.name
