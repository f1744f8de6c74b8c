"""A coordinator's evening: the meeting, what is not ready, and the way to everything."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListView,
    QTableView,
)

from briefing.store import BookStore
from briefing.things import Candidate, Meeting, StatusEntry
from tests.end2end.windows.hand import ALT, CTRL, Hand, button, faults, named, said, shown
from ui.overview.bars_model import COUNT
from ui.places import Room
from ui.shell.finder_delegate import Role
from ui.shell.window import BookWindow
from ui.speech import Speech

Key = Qt.Key
SAID = Qt.ItemDataRole.AccessibleTextRole
BARS = "Commitments by topic and status"


def checked(hand: Hand, window) -> None:
    """Wait until the readiness list says how the book is now."""
    readiness = window.context.readiness
    hand.until(lambda: readiness.known and not readiness.running)


def describe(hand: Hand, window) -> None:
    """The meeting and the book, typed in place; each field is a step to undo."""
    store = window.context.session.store
    hand.press(Key.Key_1, ALT)
    for name, words in (
        ("Occasion", "Working dinner"),
        ("Place", "Harbour House"),
        ("Starts", "2026-12-16 19:30"),
    ):
        hand.press_until(Key.Key_Tab, lambda field, name=name: field.accessibleName() == name)
        hand.retype(words)
    hand.press(Key.Key_2, ALT)
    former = named(window, QLineEdit, "Title").text()
    hand.retype("Dinner on the Strait")
    hand.press(Key.Key_3, ALT)
    (meeting,) = store.all(Meeting)
    assert (meeting.occasion, meeting.place) == ("Working dinner", "Harbour House")
    assert meeting.starts == "2026-12-16T19:30"
    assert window.windowTitle().startswith("Dinner on the Strait")

    hand.press(Key.Key_Z, CTRL, times=2)
    assert named(window, QLineEdit, "Title").text() == former
    assert store.all(Meeting)[0].starts != meeting.starts
    assert named(window, QLineEdit, "Place").text() == "Harbour House"


def follow_the_bars(hand: Hand, window) -> None:
    """A stretch of a bar leads to its commitments, by keys and by the mouse, and back."""
    bars, register = named(window, QTableView, BARS), window.workspace(Room.COMMITMENTS)
    hand.press(Key.Key_1, ALT)
    hand.press_until(Key.Key_Backtab, lambda focus: focus is bars)
    hand.press(Key.Key_Down)
    hand.press_until(Key.Key_Right, lambda _bars: bars.currentIndex().data(COUNT) > 1)
    hand.press(Key.Key_Right)
    wanted = bars.currentIndex().data(COUNT)
    hand.press(Key.Key_Return)
    assert register.isVisible()
    assert register.register.total == wanted
    hand.press(Key.Key_Left, ALT)
    assert bars.hasFocus()

    whole = bars.model().index(0, bars.model().columnCount() - 1)
    hand.click(bars.viewport(), bars.visualRect(whole).center())
    assert register.register.total == whole.data(COUNT) > wanted
    hand.press(Key.Key_Left, ALT)
    assert bars.hasFocus()


def follow_the_line(hand: Hand, window) -> None:
    """Marks of the time line lead to what falls due there, by keys and by the mouse, and back."""
    line, register = named(window, QListView, "Deadlines"), window.workspace(Room.COMMITMENTS)
    hand.press_until(Key.Key_Tab, lambda focus: focus is line)
    hand.press(Key.Key_End)
    hand.press(Key.Key_Left)
    mark = line.currentIndex()
    hand.press(Key.Key_Return)
    action = register.detail.page.particulars.action
    assert action.isVisible()
    assert mark.data(SAID).endswith(f": {action.toPlainText()}")
    hand.press(Key.Key_Left, ALT)
    assert line.hasFocus()

    last = mark.siblingAtRow(mark.row() + 1)
    hand.click(line.viewport(), line.visualRect(last).center())
    assert last.data(SAID).endswith(f": {action.toPlainText()}")
    hand.press(Key.Key_Left, ALT)
    assert window.context.places.here.room is Room.OVERVIEW


def heal(hand: Hand, window, heading: str, remedy: str, count) -> None:
    """A remedy mends all faults of a kind in one step, which one key takes back."""
    readiness, before = window.context.readiness, count()
    checked(hand, window)
    listed = faults(readiness)
    hand.press(Key.Key_3, ALT)
    hand.press(Key.Key_Home)
    hand.press_until(Key.Key_Down, lambda tree: tree.currentIndex().data().startswith(heading))
    hand.click(button(window, remedy))
    assert count() != before
    hand.until(lambda: len(faults(readiness)) < len(listed))
    hand.press(Key.Key_Z, CTRL)
    assert count() == before
    hand.until(lambda: faults(readiness) == listed)


def mend(hand: Hand, window) -> None:
    store = window.context.session.store
    heal(
        hand, window, "Status unknown", "Enter “unknown” as of today",
        lambda: store.count(StatusEntry),
    )  # fmt: skip
    heal(
        hand, window, "Accepted in bulk", "Mark as looked at",
        lambda: sum(candidate.in_bulk for candidate in store.all(Candidate)),
    )  # fmt: skip


def find(hand: Hand, window, words: str, group: str) -> str:
    """Search everything, and go to the first answer of a kind; how it reads in the list."""
    hand.press(Key.Key_K, CTRL)
    hand.retype(words)
    answers = named(window, QListView, "Search everything")
    hand.press_until(Key.Key_Down, lambda _field: group_of(answers.currentIndex()) == group)
    answer = answers.currentIndex().data()
    hand.press(Key.Key_Return)
    return answer


def group_of(index: QModelIndex) -> str:
    """The head above an answer."""
    above = (index.siblingAtRow(row) for row in range(index.row(), -1, -1))
    return next(row.data() for row in above if row.data(Role.HEAD))


def look_up(hand: Hand, window) -> None:
    """Each kind of thing is found by its words, and shown where it stands."""
    register, book = window.workspace(Room.COMMITMENTS), window.workspace(Room.BOOK)
    sources, everything = window.workspace(Room.SOURCES), register.register.total
    reader = sources.reader

    find(hand, window, "health", "Topics")
    about_health = register.register.total
    assert register.isVisible()
    assert 0 < about_health < everything
    find(hand, window, "marenne", "Parties")
    assert about_health < register.register.total < everything
    answer = find(hand, window, "hydrogen corridor", "Commitments")
    action = register.detail.page.particulars.action
    assert action.toPlainText()[-40:] in answer
    answer = find(hand, window, "offered a tariff", "Annotations")
    remarks = register.detail.page.remarks
    hand.until(lambda: [field for field in remarks.findChildren(type(action)) if field.isVisible()])
    remark = named(remarks, type(action), "Annotation")
    assert answer.lstrip("…") in remark.toPlainText()

    find(hand, window, "roadmap", "Sources")
    assert sources.isVisible()
    assert "Roadmap for a Strait Partnership" in said(sources)
    answer = find(hand, window, "corridor commun", "Passages")
    assert answer.lstrip("…") in reader.text.textCursor().block().text()

    answer = find(hand, window, "epidemiologists", "Notes")
    assert book.isVisible()
    written = book.note.sheet.block.editor.surface.toPlainText()
    assert answer.lstrip("…")[:60] in written


def by_name(hand: Hand, window) -> None:
    """What is chosen in the palette is done."""
    size = window.context.settings.now.reading_size
    hand.find("larger text")
    assert window.context.settings.now.reading_size == size + 1
    hand.find("view overview")
    hand.find("commitments as a table")
    table = named(window, QTableView, f"{BARS}, as a table")
    assert table.model().index(0, 0).data() == "All commitments"
    hand.find("commitments as a table")
    assert named(window, QTableView, BARS).isVisible()
    assert not table.isVisible()


def speak_french(hand: Hand, program, window) -> BookWindow:
    """Another language is chosen in the settings, which stay; the window that comes back."""
    _ = Speech.of("fr").gettext
    hand.find("settings")
    (dialog,) = (one for one in window.findChildren(QDialog) if one.isVisible())
    hand.front(dialog)
    hand.press_until(Key.Key_Down, lambda box: box.currentText() == "English")
    hand.press(Key.Key_Down)
    hand.until(lambda: [one for one in shown(BookWindow) if one is not window])
    (again,) = shown(BookWindow)
    titles = [action.text() for action in again.menuBar().actions()]
    assert _("&Edit") != "&Edit"
    assert _("&Edit") in titles
    assert "&Edit" not in titles
    hand.until(lambda: [one for one in again.findChildren(QDialog) if one.isVisible()])
    (dialog,) = (one for one in again.findChildren(QDialog) if one.isVisible())
    hand.front(dialog)
    assert dialog.windowTitle() == _("Settings")
    hand.press(Key.Key_Escape)
    return again


def test_from_the_meeting_to_another_language(qtbot, program, sample_book):
    with BookStore.open(sample_book) as store:
        (before,) = store.all(Meeting)
    hand, window = Hand(qtbot), program.open(sample_book)
    hand.front(window)
    checked(hand, window)
    describe(hand, window)
    follow_the_bars(hand, window)
    follow_the_line(hand, window)
    mend(hand, window)
    by_name(hand, window)
    look_up(hand, window)
    note = window.workspace(Room.BOOK).note.note.uid

    window = speak_french(hand, program, window)
    assert window.context.places.here.room is Room.BOOK
    hand.until(lambda: window.workspace(Room.BOOK).begun)
    assert window.workspace(Room.BOOK).note.note.uid == note
    hand.front(window)
    hand.press(Key.Key_1, CTRL)
    french = Speech.of("fr").gettext("Place")
    assert named(window, QLineEdit, french).text() == "Harbour House"
    while window.context.actions["edit.undo"].isEnabled() and place_of(window) != before.place:
        hand.press(Key.Key_Z, CTRL)
    assert named(window, QLineEdit, french).text() == before.place
    hand.close(window)
    program.close()


def place_of(window) -> str:
    return window.context.session.store.all(Meeting)[0].place
