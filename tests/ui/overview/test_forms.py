"""The meeting and the book's details, edited in place."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit

from briefing.operations import books
from briefing.store import BookStore
from briefing.things import Meeting, Party
from ui.places import Place, Room


def meeting(window) -> Meeting:
    return window.context.session.store.all(Meeting)[0]


def retype(qtbot, field, words: str) -> None:
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(field, words)


def test_typing_reaches_the_book_without_a_save(qtbot, window, labelled):
    retype(qtbot, labelled(QLineEdit, "Place"), "Harbour House")

    qtbot.waitUntil(lambda: meeting(window).place == "Harbour House")


def test_two_fields_are_two_steps_to_undo(qtbot, window, labelled):
    before = meeting(window)
    retype(qtbot, labelled(QLineEdit, "Place"), "Quay")
    retype(qtbot, labelled(QLineEdit, "Press"), "None")
    window.context.session.flush()

    window.context.session.undo()

    assert (meeting(window).place, meeting(window).press) == ("Quay", before.press)


def test_what_is_undone_is_shown_again(qtbot, window, labelled):
    field = labelled(QLineEdit, "Place")
    before = field.text()
    window.context.session.run(books.change_meeting(window.context.session.store, place="Quay"))
    assert field.text() == "Quay"

    window.context.session.undo()

    assert field.text() == before


def test_a_time_alone_belongs_to_the_day_on_which_the_meeting_starts(qtbot, window, labelled):
    retype(qtbot, labelled(QLineEdit, "Ends"), "11:45")

    day = meeting(window).starts[:10]
    qtbot.waitUntil(lambda: meeting(window).ends == f"{day}T11:45")


def test_an_end_before_the_beginning_is_told_below_it(qtbot, window, labelled):
    ends = labelled(QLineEdit, "Ends")
    store = window.context.session.store
    said = lambda: [w.text() for w in ends.parentWidget().findChildren(QLabel) if w.isVisible()]  # noqa: E731

    window.context.session.run(books.change_meeting(store, ends="2020-01-01"))
    assert said() == ["⚠ This is before the meeting starts."]
    assert ends.accessibleDescription() == said()[0]

    window.context.session.undo()
    assert said() == []


def test_a_date_that_cannot_be_read_is_marked_and_leaves_the_book_alone(
    qtbot, window, overview, labelled
):
    before = meeting(window).starts
    retype(qtbot, labelled(QLineEdit, "Starts"), "soon")
    qtbot.keyClick(labelled(QLineEdit, "Starts"), Qt.Key.Key_Return)

    said = [label.text() for label in overview.findChildren(QLabel) if label.isVisible()]
    assert any("cannot be read" in words or "can be read" in words for words in said)
    assert meeting(window).starts == before


def test_counterparts_are_an_entry_a_line(qtbot, window, labelled):
    field = labelled(QPlainTextEdit, "Counterparts")
    retype(qtbot, field, "The Minister")
    qtbot.keyClick(field, Qt.Key.Key_Tab)

    assert meeting(window).counterparts == ("The Minister",)


def test_a_party_that_the_book_does_not_know_is_added_with_one_step(qtbot, window, labelled):
    field = labelled(QLineEdit, "They speak for")
    retype(qtbot, field, "River League")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    store = window.context.session.store
    league = store.where(Party, name="River League")[0]
    assert league.uid in meeting(window).parties
    window.context.session.undo()
    assert not store.where(Party, name="River League")


def test_another_marking_scheme_starts_without_a_level(qtbot, window, labelled):
    combo = labelled(QComboBox, "Marking scheme")
    combo.setFocus()
    qtbot.keyClick(combo, Qt.Key.Key_Home)
    combo.activated.emit(combo.currentIndex())

    assert (window.context.session.book.scheme, window.context.session.book.marking) == ("none", "")


def test_a_place_puts_the_cursor_into_its_field(qtbot, window, labelled):
    window.context.places.go(Place(Room.OVERVIEW, Meeting, "", "principal"))

    qtbot.waitUntil(labelled(QLineEdit, "Principal").hasFocus)


def test_the_end_of_the_window_writes_what_was_typed_last(qtbot, program, sample_book):
    window = program.open_book(sample_book)
    window.show()
    qtbot.waitExposed(window)
    window.context.places.go(Place(Room.OVERVIEW, Meeting, "", "place"))
    (field,) = (f for f in window.findChildren(QLineEdit) if f.accessibleName() == "Place")
    retype(qtbot, field, "Last Quay")
    window.close()

    with BookStore.open(sample_book) as store:
        assert store.all(Meeting)[0].place == "Last Quay"


def test_the_wheel_over_a_choice_chooses_nothing(window, labelled):
    choice = labelled(QComboBox, "Language of the printed words")
    before = choice.currentIndex()
    middle = QPointF(choice.rect().center())
    turned = QWheelEvent(
        middle, choice.mapToGlobal(middle), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip

    QApplication.sendEvent(choice, turned)

    assert choice.currentIndex() == before
