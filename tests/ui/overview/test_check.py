"""The readiness list of the overview, driven by hand."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QMenu, QPushButton, QTreeView

from briefing.checking import Severity
from briefing.checking.fault import Fault
from briefing.checking.findings import batched
from briefing.operations import commitments
from briefing.things import Candidate, Commitment, Meeting, Note, NoteState, StatusEntry
from ui.faults import check_title, fault_sentence, fault_short, place_of
from ui.overview.check_model import FAULTS, CheckModel
from ui.overview.check_view import CheckView
from ui.places import Place, Room
from ui.reader.repair_editor import RepairEditor
from ui.shell.notice_bar import NoticeBar
from ui.speech import Speech

CHECKED = [
    "orphaned-anchor",
    "altered-quotation",
    "no-source",
    "marking-above",
    "no-notes",
    "empty-section",
    "no-template",
    "too-long",
    "too-many-pages",
    "no-note",
    "no-meeting",
    "meeting-order",
    "meeting-lacks",
    "acronym",
    "no-promisor",
    "no-topic",
    "missing-version",
    "cut-quote",
    "overdue",
    "no-status",
    "stale-status",
    "open-candidates",
    "accepted-unseen",
    "left-out",
    "not-signed-off",
]


@pytest.fixture
def checked(qtbot, window, overview):
    """The overview once the book has been checked."""
    readiness = window.context.readiness
    qtbot.waitUntil(lambda: readiness.known and not readiness.running, timeout=20_000)
    return overview


@pytest.fixture
def tree(checked, labelled) -> QTreeView:
    return labelled(QTreeView, "Readiness list")


def rows(tree: QTreeView, parent: QModelIndex = QModelIndex()) -> list[QModelIndex]:
    model = tree.model()
    return [model.index(row, 0, parent) for row in range(model.rowCount(parent))]


def heading(tree: QTreeView, words: str) -> QModelIndex:
    """The heading of a check."""
    found = (index for top in rows(tree) for index in rows(tree, top))
    return next(index for index in found if index.data().startswith(words))


def button(overview, words: str) -> QPushButton:
    return next(
        b for b in overview.findChildren(QPushButton) if b.text() == words and b.isVisible()
    )


def click(qtbot, tree: QTreeView, index: QModelIndex) -> None:
    tree.scrollTo(index)
    middle = tree.visualRect(index).center()
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=middle)


def test_severities_are_said_in_words_with_their_counts(tree):
    tops = [top.data() for top in rows(tree)]

    assert tops
    for top in rows(tree):
        assert top.data(Qt.ItemDataRole.DecorationRole) is not None
        assert f"({len(top.data(FAULTS))})" in top.data()


def test_the_list_is_entered_once_there_is_one(qtbot, window, overview):
    readiness = window.context.readiness
    qtbot.waitUntil(window.isActiveWindow)
    assert not readiness.known

    window.context.actions["overview.readiness"].trigger()

    qtbot.waitUntil(lambda: readiness.known, timeout=20_000)
    assert isinstance(QApplication.focusWidget(), CheckView)


def test_enter_goes_to_the_place_of_a_fault(qtbot, window, tree):
    unknown = heading(tree, "Status unknown")
    tree.expand(unknown)
    fault = rows(tree, unknown)[0]
    tree.setCurrentIndex(fault)
    uid = fault.data(FAULTS)[0].uid

    with qtbot.waitSignal(window.context.places.moved) as moved:
        qtbot.keyClick(tree, Qt.Key.Key_Return)

    assert moved.args == [Place(Room.COMMITMENTS, Commitment, uid)]


def test_a_click_chooses_a_fault_and_says_what_can_be_done(qtbot, window, checked, tree):
    tree.expand(heading(tree, "Notes not signed off"))
    fault = rows(tree, heading(tree, "Notes not signed off"))[0]

    click(qtbot, tree, fault)

    assert window.context.places.here.room is Room.OVERVIEW
    assert button(checked, "Go there").isEnabled()
    assert button(checked, "Sign off").isEnabled()


def test_a_double_click_goes_there(qtbot, window, tree):
    tree.expand(heading(tree, "Notes not signed off"))
    fault = rows(tree, heading(tree, "Notes not signed off"))[0]
    uid = fault.data(FAULTS)[0].uid

    with qtbot.waitSignal(window.context.places.moved) as moved:
        click(qtbot, tree, fault)
        tree.scrollTo(fault)
        middle, left = tree.visualRect(fault).center(), Qt.MouseButton.LeftButton
        qtbot.mouseDClick(tree.viewport(), left, pos=middle)
        qtbot.mouseRelease(tree.viewport(), left, pos=middle)

    assert moved.args == [Place(Room.BOOK, Note, uid)]


def test_one_click_on_its_arrow_goes_there_too(qtbot, window, tree):
    tree.expand(heading(tree, "Notes not signed off"))
    fault = rows(tree, heading(tree, "Notes not signed off"))[0]
    uid = fault.data(FAULTS)[0].uid

    with qtbot.waitSignal(window.context.places.moved) as moved:
        click(qtbot, tree, fault.siblingAtColumn(1))

    assert moved.args == [Place(Room.BOOK, Note, uid)]


def test_what_is_wrong_is_said_where_one_is_led_until_something_is_done(qtbot, window, tree):
    bar = window.findChild(NoticeBar)
    unknown = heading(tree, "Status unknown")
    tree.expand(unknown)
    tree.setCurrentIndex(rows(tree, unknown)[0])
    (fault,) = rows(tree, unknown)[0].data(FAULTS)

    qtbot.keyClick(tree, Qt.Key.Key_Return)

    said = fault_sentence(fault, window.context.speech)
    assert said in [label.text() for label in bar.findChildren(QLabel) if label.isVisible()]
    entries = window.context.session.store.count(StatusEntry)
    qtbot.mouseClick(button(bar, "Enter “unknown” as of today"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.context.session.store.count(StatusEntry) == entries + 1)
    assert not bar.isVisible()


def test_what_is_wrong_in_one_place_is_not_said_in_another(qtbot, window, tree):
    bar = window.findChild(NoticeBar)
    unknown = heading(tree, "Status unknown")
    tree.expand(unknown)
    tree.setCurrentIndex(rows(tree, unknown)[0])
    qtbot.keyClick(tree, Qt.Key.Key_Return)
    assert bar.isVisible()

    window.context.actions["go.back"].trigger()

    assert window.context.places.here.room is Room.OVERVIEW
    assert not bar.isVisible()


def test_where_nothing_can_be_done_at_once_there_is_a_way_back_to_the_list(qtbot, window, tree):
    bar = window.findChild(NoticeBar)
    long = heading(tree, "More pages")
    tree.expand(long)
    tree.setCurrentIndex(rows(tree, long)[0])
    qtbot.keyClick(tree, Qt.Key.Key_Return)
    assert window.context.places.here.room is Room.BOOK
    assert window.workspace(Room.BOOK).preview.isVisible()  # it is its pages that are too many

    qtbot.mouseClick(button(bar, "Back to the list"), Qt.MouseButton.LeftButton)

    assert window.context.places.here.room is Room.OVERVIEW


def test_a_cut_passage_is_repaired_where_the_list_leads(qtbot, window, tree):
    bar = window.findChild(NoticeBar)
    cut = heading(tree, "Cut off in the source")
    tree.expand(cut)
    tree.setCurrentIndex(rows(tree, cut)[0])
    (fault,) = rows(tree, cut)[0].data(FAULTS)
    qtbot.keyClick(tree, Qt.Key.Key_Return)

    reader = window.workspace(Room.SOURCES).reader
    assert reader.attention.current == fault.uid  # the card says what the list has led to

    qtbot.mouseClick(button(bar, "Repair a cut passage"), Qt.MouseButton.LeftButton)

    (editor,) = [one for one in reader.text.findChildren(RepairEditor) if one.isVisible()]
    assert editor.isAncestorOf(QApplication.focusWidget())


def test_the_second_half_of_a_double_click_on_an_arrow_reaches_nothing(qtbot, tree):
    tree.expand(heading(tree, "Notes not signed off"))
    arrow = rows(tree, heading(tree, "Notes not signed off"))[0].siblingAtColumn(1)
    screen = tree.viewport().mapToGlobal(tree.visualRect(arrow).center())
    click(qtbot, tree, arrow)

    came_under = QPushButton("Elsewhere")
    qtbot.addWidget(came_under)
    came_under.move(screen - QPoint(20, 10))
    came_under.show()
    qtbot.waitExposed(came_under)
    clicks = []
    came_under.clicked.connect(clicks.append)
    qtbot.mouseClick(came_under, Qt.MouseButton.LeftButton, pos=came_under.mapFromGlobal(screen))

    assert not clicks


def test_enter_on_a_heading_opens_it(qtbot, tree):
    unknown = heading(tree, "Status unknown")
    tree.setCurrentIndex(unknown)

    qtbot.keyClick(tree, Qt.Key.Key_Return)

    assert tree.isExpanded(unknown)


def test_all_unknown_ones_are_entered_as_of_today_with_one_button_and_one_undo(
    qtbot, window, checked, tree
):
    store = window.context.session.store
    unknown = heading(tree, "Status unknown")
    uids = {fault.uid for fault in unknown.data(FAULTS)}
    before = store.count(StatusEntry)
    tree.setCurrentIndex(unknown)

    with qtbot.waitSignal(window.context.readiness.changed, timeout=20_000):
        qtbot.mouseClick(button(checked, "Enter “unknown” as of today"), Qt.MouseButton.LeftButton)

    assert store.count(StatusEntry) == before + len(uids)
    titles = [index.data() for top in rows(tree) for index in rows(tree, top)]
    assert not any(title.startswith("Status unknown") for title in titles)

    window.context.session.undo()
    assert store.count(StatusEntry) == before


def test_a_note_is_signed_off_from_the_list(qtbot, window, checked, tree):
    unsigned = heading(tree, "Notes not signed off")
    tree.expand(unsigned)
    fault = rows(tree, unsigned)[0]
    uid = fault.data(FAULTS)[0].uid
    tree.setCurrentIndex(fault)

    with qtbot.waitSignal(window.context.session.edited, timeout=20_000):
        qtbot.mouseClick(button(checked, "Sign off"), Qt.MouseButton.LeftButton)

    note = window.context.session.store.get(Note, uid)
    assert (note.state, note.signed_by) == (
        NoteState.SIGNED_OFF,
        window.context.session.author,
    )


def test_what_was_accepted_in_bulk_is_marked_as_looked_at(qtbot, window, checked, tree):
    bulk = heading(tree, "Accepted in bulk")
    tree.setCurrentIndex(bulk)

    qtbot.mouseClick(button(checked, "Mark as looked at"), Qt.MouseButton.LeftButton)

    assert not any(c.in_bulk for c in window.context.session.store.all(Candidate))


def test_when_all_are_mended_the_keys_go_back_to_the_list(qtbot, window, checked, tree):
    tree.setCurrentIndex(heading(tree, "Accepted in bulk"))
    remedy = button(checked, "Mark as looked at")
    remedy.setFocus()
    qtbot.waitUntil(remedy.hasFocus)

    qtbot.keyClick(remedy, Qt.Key.Key_Space)

    qtbot.waitUntil(tree.hasFocus, timeout=20_000)


def test_the_menu_of_a_fault_offers_its_remedies(qtbot, checked, tree):
    unknown = heading(tree, "Status unknown")
    tree.expand(unknown)
    tree.setCurrentIndex(rows(tree, unknown)[0])

    qtbot.keyClick(tree, Qt.Key.Key_Menu)
    tree.menu_wanted.emit(tree.mapToGlobal(tree.rect().center()))

    (menu,) = (m for m in checked.findChildren(QMenu) if m.isVisible())
    texts = [action.text() for action in menu.actions() if action.text()]
    menu.close()
    assert texts == ["Go there", "Enter “unknown” as of today"]


def test_one_kind_alone_can_be_shown(qtbot, checked, tree, labelled):
    combo = labelled(QComboBox, "Kinds of faults shown")
    place = combo.findData("not-signed-off")
    combo.setFocus()
    while combo.currentIndex() != place:
        qtbot.keyClick(combo, Qt.Key.Key_Down)

    assert [i.data().split(" (")[0] for t in rows(tree) for i in rows(tree, t)] == [
        "Notes not signed off"
    ]


def test_what_is_open_stays_open_and_chosen_when_the_list_changes(qtbot, window, tree):
    unknown = heading(tree, "Status unknown")
    tree.expand(unknown)
    chosen = rows(tree, unknown)[2]
    tree.setCurrentIndex(chosen)
    key = chosen.data(FAULTS)[0]
    other = window.context.session.store.get(Commitment, rows(tree, unknown)[0].data(FAULTS)[0].uid)

    with qtbot.waitSignal(window.context.readiness.changed, timeout=20_000):
        window.context.session.run(commitments.change_commitment(other, promisors=()))

    assert tree.isExpanded(heading(tree, "Status unknown"))
    assert tree.currentIndex().data(FAULTS) == (key,)


def test_when_the_chosen_one_is_mended_the_next_is_chosen(qtbot, window, checked, tree):
    unknown = heading(tree, "Status unknown")
    tree.expand(unknown)
    tree.setCurrentIndex(rows(tree, unknown)[0])
    following = rows(tree, unknown)[1].data(FAULTS)

    with qtbot.waitSignal(window.context.readiness.changed, timeout=20_000):
        qtbot.mouseClick(button(checked, "Enter “unknown” as of today"), Qt.MouseButton.LeftButton)

    assert tree.currentIndex().data(FAULTS) == following


def test_the_list_is_a_sound_model(qtbot, window, qtmodeltester):
    faults = [
        Fault(check=check, severity=severity, kind="Note", uid=f"{check}{n}", words="W", detail="3")
        for check, severity in (
            ("no-source", Severity.STOP),
            ("too-long", Severity.MEND),
            ("overdue", Severity.LOOK),
        )
        for n in range(5)
    ]
    model = CheckModel(window.context.speech, window.context.look)
    qtmodeltester.check(model)
    model.show_batches(batched(faults))
    qtmodeltester.check(model)
    model.show_batches(batched(faults), "overdue")

    assert model.rowCount() == 1


@pytest.mark.parametrize("lang", ["en", "fr", "zh"])
def test_every_check_has_words_and_a_place(window, lang):
    session, speech = window.context.session, Speech.of(lang)
    whole = session.store.whole()
    for check in CHECKED:
        day = date(2027, 1, 1).isoformat() if check in {"overdue", "stale-status"} else "3"
        fault = Fault(
            check=check, severity=Severity.MEND, kind="Book", uid="u", words="w", detail=day
        )

        assert check_title(check, speech.gettext)
        assert fault_short(fault, speech)
        assert place_of(fault, whole).room in Room


@pytest.mark.parametrize(
    ("check", "detail", "said"),
    [
        ("missing-version", "zh", "No words in Chinese for “Port”"),
        ("overdue", "2027-01-02", "Due on 2 Jan 2027, and open: “Port”"),
    ],
)
def test_languages_and_days_are_said_in_words(check, detail, said):
    fault = Fault(
        check=check, severity=Severity.MEND, kind="Commitment", uid="u", words="Port", detail=detail
    )

    assert fault_sentence(fault, Speech.of("en")) == said


def test_what_the_meeting_lacks_is_one_step_from_its_field(window):
    fault = Fault(
        check="meeting-lacks", severity=Severity.LOOK, kind="Meeting", uid="m", detail="place"
    )

    place = place_of(fault, window.context.session.store)

    assert (place.room, place.kind, place.detail) == (Room.OVERVIEW, Meeting, "place")
