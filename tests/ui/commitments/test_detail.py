"""The detail: everything of a commitment is changed where it stands."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from briefing.things import (
    Annotation,
    AnnotationKind,
    Commitment,
    DeadlineKind,
    Kind,
    Party,
    Passage,
    Status,
    StatusEntry,
    Topic,
)
from ui.places import Place, Room
from ui.shell.window import BookWindow
from ui.widgets.chooser import Chooser


@pytest.fixture
def detail(workspace):
    return workspace.detail


def commitment(detail) -> Commitment:
    return detail._context.session.store.get(Commitment, detail.uid)


def replace_words(qtbot, field, words: str) -> None:
    """Type words in the place of what is there, and leave the field."""
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, words)
    detail_session(field).flush()


def detail_session(widget):
    window = widget.window()
    assert isinstance(window, BookWindow)
    return window.context.session


def button(widget: QWidget, name: str) -> QToolButton:
    return next(
        b for b in widget.findChildren(QToolButton) if b.accessibleName() == name and b.isEnabled()
    )


def named_field(widget: QWidget, kind: type, name: str):
    return next(field for field in widget.findChildren(kind) if field.accessibleName() == name)


def test_words_are_written_down_and_one_spell_is_one_step(qtbot, workspace, detail):
    before = commitment(detail)

    replace_words(qtbot, detail.page.particulars.action, "They agreed to plant trees")
    replace_words(qtbot, detail.page.particulars.lead, "Forest desk")
    qtbot.keyClicks(detail.page.particulars.lead, "s")
    workspace.context.session.flush()

    assert commitment(detail).action == "They agreed to plant trees"
    assert commitment(detail).lead == "Forest desks"
    assert workspace.register.index(0, 0).data() == "They agreed to plant trees"
    while commitment(detail) != before:
        workspace.context.session.undo()


def test_what_is_typed_stays_with_its_commitment_when_another_is_chosen(qtbot, workspace, detail):
    uid = detail.uid
    detail.page.particulars.next_step.setFocus()
    detail.page.particulars.next_step.selectAll()
    qtbot.keyClicks(detail.page.particulars.next_step, "Write to them")

    workspace.pane.view.selectRow(2)
    qtbot.waitUntil(lambda: detail.uid != uid)

    store = workspace.context.session.store
    assert store.get(Commitment, uid).next_step == "Write to them"
    assert commitment(detail).next_step != "Write to them"


def test_parties_are_typed_ahead_and_taken_out(qtbot, workspace, detail):
    field = detail.page.particulars.promisees
    party = next(p for p in workspace.context.session.store.all(Party) if p.code == "WHO")

    qtbot.keyClicks(field.line, "world heal")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert commitment(detail).promisees == (party.uid,)

    qtbot.waitUntil(lambda: not field.line.text())
    qtbot.keyClick(field.line, Qt.Key.Key_Backspace)
    assert commitment(detail).promisees == ()


@pytest.mark.parametrize("width", [1024, 1280, 1500])
def test_there_is_room_to_type_in_the_narrowest_window(qtbot, window, width):
    window.resize(width, 700)
    window.context.places.go(Place(Room.COMMITMENTS))
    detail = window.workspace(Room.COMMITMENTS).detail
    qtbot.waitUntil(lambda: bool(detail.uid))

    choosers = [one for one in detail.findChildren(Chooser) if one.isVisible()]
    assert choosers
    qtbot.waitUntil(lambda: all(one.rect().contains(one.line.geometry()) for one in choosers))


def test_a_party_and_a_topic_that_are_new_are_added_in_one_step(qtbot, workspace, detail):
    store = workspace.context.session.store
    parties = store.count(Party)

    detail.page.particulars.delegate.new_wanted.emit("Fisheries Board")
    detail.page.particulars.topics.new_wanted.emit("Fish")

    assert store.get(Party, commitment(detail).delegate).name == "Fisheries Board"
    assert store.get(Topic, commitment(detail).topics[-1]).name == "Fish"
    workspace.context.session.undo()
    workspace.context.session.undo()
    assert store.count(Party) == parties


def test_kind_and_deadline_are_chosen(qtbot, workspace, detail):
    kind = detail.page.particulars.kind
    kind.setFocus()
    qtbot.keyClick(kind, Qt.Key.Key_Down)
    assert commitment(detail).kind is not Kind.UNDERTAKING

    replace_words(qtbot, detail.page.particulars.deadline.line, "June 2031")
    deadline = commitment(detail).deadline
    assert (deadline.kind, deadline.value) == (DeadlineKind.DATE, "2031-06")


def test_a_status_is_entered_by_choosing_it_and_pressing_enter(qtbot, workspace, detail):
    workspace.context.actions["commitment.status"].trigger()
    box = named_field(detail.page.history, QComboBox, "Status")
    box.setCurrentIndex(box.findData(Status.DONE))
    qtbot.keyClick(box, Qt.Key.Key_Return)

    store = workspace.context.session.store
    newest = max(store.where(StatusEntry, commitment=detail.uid), key=lambda e: e.uid)
    assert (newest.status, newest.as_of) == (Status.DONE, date.today())  # noqa: DTZ011

    button(detail.page.history, "Take this entry back").click()
    assert store.find(StatusEntry, newest.uid) is None


def test_evidence_and_party_go_with_a_status(qtbot, workspace, detail):
    workspace.context.actions["commitment.status"].trigger()
    evidence = named_field(detail.page.history, QLineEdit, "Evidence")
    party = named_field(detail.page.history, QComboBox, "Party")
    party.setCurrentIndex(1)
    qtbot.keyClicks(evidence, "The yearly report")
    qtbot.keyClick(evidence, Qt.Key.Key_Return)

    store = workspace.context.session.store
    newest = max(store.where(StatusEntry, commitment=detail.uid), key=lambda e: e.uid)
    assert newest.evidence == "The yearly report"
    assert newest.party == commitment(detail).promisors[0]


def test_the_next_status_entry_begins_with_nothing_of_the_last(qtbot, workspace, detail):
    for _time in range(2):
        workspace.context.actions["commitment.status"].trigger()
        status = named_field(detail.page.history, QComboBox, "Status")
        party = named_field(detail.page.history, QComboBox, "Party")
        assert (status.currentData(), party.currentData()) == (Status.UNKNOWN, None)
        status.setCurrentIndex(status.findData(Status.NOT_DONE))
        party.setCurrentIndex(1)
        qtbot.keyClick(party, Qt.Key.Key_Return)


def test_what_was_entered_stands_in_sight(qtbot, workspace, detail):
    workspace.window().resize(1200, 560)
    workspace.context.actions["commitment.status"].trigger()
    detail.page.verticalScrollBar().setValue(detail.page.verticalScrollBar().maximum())
    adding, seen = detail.page.history.adding, detail.page.viewport()
    assert adding.mapTo(seen, QPoint()).y() < 0

    qtbot.keyClick(named_field(detail.page.history, QLineEdit, "Address"), Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: seen.rect().contains(adding.mapTo(seen, QPoint())))


def test_a_quote_is_one_step_from_its_place_in_the_source(qtbot, workspace, detail):
    passages = {anchor.passage for anchor in commitment(detail).anchors}

    go = next(
        b
        for b in detail.page.quotes.findChildren(QToolButton)
        if b.accessibleName().startswith("Go to the place")
    )
    go.click()

    here = workspace.context.places.here
    assert (here.room, here.kind) == (Room.SOURCES, Passage)
    assert here.uid in passages
    workspace.context.places.back()
    assert workspace.context.places.here == Place(Room.COMMITMENTS, Commitment, detail.uid)


def test_every_version_is_quoted_with_its_language(qtbot, workspace, detail):
    said = [label.text() for label in detail.page.quotes.findChildren(QLabel)]

    for anchor in commitment(detail).anchors:
        assert any(anchor.quote in words for words in said)
    assert any("English" in words for words in said)
    assert any("French" in words for words in said)


def test_an_annotation_is_written_changed_and_removed(qtbot, workspace, detail):
    store = workspace.context.session.store
    workspace.context.actions["commitment.annotate"].trigger()
    field = detail.page.remarks.findChild(type(detail.page.particulars.action))
    assert store.where(Annotation, commitment=detail.uid) == []
    replace_words(qtbot, field, "Ask the")
    replace_words(qtbot, field, "Ask the embassy")
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert workspace.context.places.here.room is Room.COMMITMENTS
    assert not field.hasFocus()
    (added,) = store.where(Annotation, commitment=detail.uid)
    assert store.get(Annotation, added.uid).body.text == "Ask the embassy"

    kind = named_field(detail.page.remarks, QComboBox, "Kind of annotation")
    kind.setFocus()
    qtbot.keyClick(kind, Qt.Key.Key_Down)
    assert store.get(Annotation, added.uid).kind is not AnnotationKind.BACKGROUND

    button(detail.page.remarks, "Remove the annotation").click()
    assert store.where(Annotation, commitment=detail.uid) == []


def test_the_controls_of_several_annotations_have_names_of_their_own(qtbot, workspace, detail):
    remarks = detail.page.remarks
    for words in ("Who pays?", "Ask them"):
        workspace.context.actions["commitment.annotate"].trigger()
        replace_words(qtbot, QApplication.focusWidget(), words)
    workspace.context.actions["commitment.annotate"].trigger()

    def names() -> set[str]:
        controls = [*remarks.findChildren(QPlainTextEdit), *remarks.findChildren(QToolButton)]
        return {control.accessibleName() for control in controls if control.isVisible()}

    numbered = {f"{what} {n}" for what in ("Annotation", "Remove annotation") for n in (1, 2, 3)}
    qtbot.waitUntil(lambda: names() >= numbered)


def test_an_annotation_that_is_left_alone_has_no_number(qtbot, workspace, detail):
    remarks = detail.page.remarks
    workspace.context.actions["commitment.annotate"].trigger()
    replace_words(qtbot, QApplication.focusWidget(), "Who pays?")
    workspace.context.actions["commitment.annotate"].trigger()

    button(remarks, "Remove annotation 2").click()

    def names() -> list[str]:
        fields = remarks.findChildren(QPlainTextEdit)
        return [field.accessibleName() for field in fields if field.isVisible()]

    qtbot.waitUntil(lambda: names() == ["Annotation"])


def test_the_notes_that_show_it_are_one_step_away(qtbot, workspace, detail):
    links = [b for b in detail.page.uses.findChildren(QToolButton) if "·" in b.text()]
    assert links

    links[0].click()

    # The workspace it leads to may note the place within itself.
    assert workspace.context.places.here.room is Room.BOOK


def test_a_commitment_is_recorded_by_hand_and_its_words_are_typed_at_once(
    qtbot, window, workspace, detail
):
    window.activateWindow()
    many = workspace.register.total
    workspace.context.actions["commitment.new"].trigger()
    assert workspace.register.total == many + 1

    qtbot.keyClicks(detail.page.particulars.action, "Ban plastic bags")
    workspace.context.session.flush()

    assert commitment(detail).action == "Ban plastic bags"
    assert workspace.pane.view.current_uid() == detail.uid


class Shown(QObject):
    """Takes down what comes up as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            self.windows += [repr(watched)] if watched.isWindow() else []
        return False


def test_what_was_shown_for_a_moment_never_becomes_a_window(qtbot, qapp, workspace, detail):
    before, after = (workspace.register.row(n).commitment.uid for n in (1, 2))
    shown = Shown()
    qapp.installEventFilter(shown)

    detail.show_commitment(before)
    detail.show_commitment(after)
    qtbot.waitUntil(lambda: all(c.isVisible() for c in detail.page.quotes.findChildren(QFrame)))
    qapp.removeEventFilter(shown)

    assert shown.windows == []


def test_undo_of_a_recorded_commitment_empties_the_detail(qtbot, workspace, detail):
    workspace.context.actions["commitment.new"].trigger()
    uid = detail.uid

    workspace.context.session.undo()

    qtbot.waitUntil(lambda: detail.uid != uid)
