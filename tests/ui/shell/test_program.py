"""The program from its first page to its last window."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
)

from briefing.edits import Add, Edit, EditName
from briefing.errors import DiskFull
from briefing.operations import books, notes
from briefing.operations.annotations import annotate
from briefing.prose import Prose
from briefing.store import BookStore, list_backups
from briefing.store.backups import folder_of
from briefing.things import Commitment, Edition, Exclusion, Note, Passage, Source
from briefing.uid import new_uid
from ui.places import Place, Room
from ui.program import Program
from ui.settings import Appearance, SettingsStore
from ui.shell.backups import BackupsDialog
from ui.shell.history import HistoryModel
from ui.shell.settings import SettingsDialog
from ui.shell.start import RecentModel, StartWindow
from ui.shell.window import BookWindow
from ui.speech import Speech


def windows(kind: type) -> list:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]


def words_in(window) -> str:
    return "\n".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def test_without_a_book_the_first_page_is_shown(qtbot, program: Program):
    program.begin([])

    (start,) = windows(StartWindow)
    assert "New book…" in [b.text().replace("&", "") for b in start.findChildren(QPushButton)]
    program.close()


def test_the_first_page_answers_the_keys_of_the_file_menu(qtbot, program, tmp_path):
    asked = []
    program.files.save = lambda *_words, then: asked.append("new")
    program.files.open = lambda *_words: asked.append("open")
    program.begin([])
    (start,) = windows(StartWindow)
    start.activateWindow()
    qtbot.waitUntil(start.isActiveWindow)

    for key in (Qt.Key.Key_N, Qt.Key.Key_O):
        qtbot.keyClick(start, key, Qt.KeyboardModifier.ControlModifier)
    assert asked == ["new", "open"]
    qtbot.keySequence(start, QKeySequence(QKeySequence.StandardKey.Close))

    assert windows(StartWindow) == []
    program.close()


def test_the_last_book_is_opened_in_the_room_where_it_was_left(qtbot, program, sample_book):
    window = program.open(sample_book)
    window.context.places.go(Place(Room.BOOK))
    window.close()

    program.begin([])

    (again,) = windows(BookWindow)
    assert again.context.places.here.room is Room.BOOK
    program.close()


def test_a_new_book_is_made_where_the_dialog_says(qtbot, program, tmp_path):
    program.files.save = lambda *_words, then: then([tmp_path / "summit.briefing"])
    program.begin([])
    button = next(
        b
        for b in windows(StartWindow)[0].findChildren(QPushButton)
        if b.text().replace("&", "").startswith("New book")
    )

    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    del button

    qtbot.waitUntil(lambda: windows(StartWindow) == [] and len(windows(BookWindow)) == 1)
    assert "summit" in windows(BookWindow)[0].windowTitle()
    program.close()


def test_a_file_that_is_no_book_is_explained_on_the_first_page(qtbot, program, tmp_path):
    path = tmp_path / "letter.briefing"
    path.write_text("Dear colleague")

    program.begin([path])

    (start,) = windows(StartWindow)
    assert "letter.briefing" in words_in(start)
    assert path.read_text() == "Dear colleague"
    program.close()


def test_a_book_that_is_open_already_shows_its_window_again(qtbot, program, sample_book):
    first = program.open(sample_book)

    second = program.open(sample_book)

    assert first is second
    program.close()


def test_the_window_of_a_second_book_lies_apart_from_the_first_and_on_the_screen(
    qtbot, program, sample_book, tmp_path
):
    program.open(sample_book).setGeometry(90, 60, 1024, 720)
    program.close()
    first = program.open(sample_book)

    second = program.open(shutil.copy(sample_book, tmp_path / "copy.briefing"))

    apart = second.geometry().topLeft() - first.geometry().topLeft()
    assert apart.x() > 0
    assert apart.y() > 0
    assert second.geometry().bottom() <= second.screen().availableGeometry().bottom()
    program.close()


def test_a_window_that_stays_open_has_the_copy_made_that_comes_due(
    qtbot, program, sample_book, monkeypatch
):
    monkeypatch.setattr("ui.shell.backups._HOUR", 50)
    monkeypatch.setattr("ui.program.assembly._BACKUP_AFTER", 3_600_000)
    monkeypatch.setattr("briefing.store.backups.FIRST_AFTER", timedelta())

    uid = program.open(sample_book).context.session.uid

    qtbot.waitUntil(lambda: len(list_backups(uid)) == 1, timeout=20_000)
    program.close()


def test_the_sample_book_is_made_and_opened_by_one_click(qtbot, program):
    program.begin([])
    (start,) = windows(StartWindow)
    button = next(b for b in start.findChildren(QPushButton) if "sample" in b.text())

    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: windows(BookWindow) != [], timeout=30_000)
    assert "Strait" in windows(BookWindow)[0].windowTitle()
    program.close()


def test_enter_on_the_first_page_opens_the_book_that_was_open_last(qtbot, program, sample_book):
    program.settings.change(reopen=False)
    program.settings.opened(sample_book)
    program.begin([])
    (start,) = windows(StartWindow)
    start.activateWindow()
    qtbot.waitUntil(lambda: start.focusWidget() is start.findChild(QListView))

    qtbot.keyClick(start.focusWidget(), Qt.Key.Key_Return)

    assert len(windows(BookWindow)) == 1
    program.close()


def test_the_recent_book_that_has_the_focus_has_a_line_around_it(qtbot, program, sample_book):
    program.settings.change(reopen=False)
    program.settings.opened(sample_book)
    program.begin([])
    (start,) = windows(StartWindow)
    books = start.findChild(QListView)
    row = books.visualRect(books.currentIndex())

    def around() -> str:
        return books.viewport().grab(row).toImage().pixelColor(row.center().x(), 2).name()

    start.activateWindow()
    books.setFocus()
    qtbot.waitUntil(books.hasFocus)
    assert around() == program.look.colours.accent

    next(b for b in start.findChildren(QPushButton) if b.isVisible()).setFocus()
    qtbot.waitUntil(lambda: not books.hasFocus())
    assert around() == program.look.colours.wash
    program.close()


def test_a_book_dropped_on_the_first_page_is_opened(qtbot, program, sample_book):
    program.begin([])
    (start,) = windows(StartWindow)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(sample_book))])

    start.dropEvent(
        QDropEvent(
            QPointF(QPoint(5, 5)),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )

    assert len(windows(BookWindow)) == 1
    program.close()


def test_another_language_is_spoken_without_a_restart(qtbot, program, sample_book):
    program.open(sample_book)

    program.settings.change(language="fr")

    french = Speech.of("fr").gettext("&Edit")
    qtbot.waitUntil(
        lambda: (
            [a.text() for w in windows(BookWindow) for a in w.menuBar().actions()].count(french)
            == 1
        )
    )
    program.close()


def test_who_chooses_a_language_goes_on_in_the_settings_in_that_language(
    qtbot, monkeypatch, program, sample_book
):
    window = program.open(sample_book)
    window.context.actions["program.settings"].trigger()
    # As where a desktop takes the keyboard from a window some time after it has closed.
    monkeypatch.setattr(QApplication, "activeWindow", lambda: window)

    program.settings.change(language="fr")

    title = Speech.of("fr").gettext("Settings")
    qtbot.waitUntil(lambda: [w.windowTitle() for w in windows(SettingsDialog)] == [title])
    (dialog,) = windows(SettingsDialog)
    assert dialog.parentWidget() in windows(BookWindow)
    dialog.close()
    program.close()


def test_a_new_book_is_not_proposed_a_name_that_is_taken(qtbot, program, settings, tmp_path):
    settings.remember("folders/books", str(tmp_path))
    for taken in ("Briefing book.briefing", "Briefing book 2.briefing"):
        (tmp_path / taken).touch()
    program.show_start()

    program.new_book()

    (dialog,) = windows(QFileDialog)
    assert [Path(name).name for name in dialog.selectedFiles()] == ["Briefing book 3.briefing"]
    dialog.reject()
    program.close()


def test_the_appearance_changes_at_once(qtbot, program):
    dialog = SettingsDialog(program.settings, program.speech, None)
    qtbot.addWidget(dialog)

    program.settings.change(appearance=Appearance.DARK)

    assert program.look.dark
    program.settings.change(appearance=Appearance.LIGHT)
    assert not program.look.dark


@pytest.mark.parametrize("appearance", [Appearance.LIGHT_CONTRAST, Appearance.DARK_CONTRAST])
def test_high_contrast_is_worn_when_it_is_chosen(qtbot, program, sample_book, appearance):
    window = program.open(sample_book)
    look = window.context.look
    plain = look.colours

    program.settings.change(appearance=appearance)
    assert look.high_contrast
    assert look.dark is appearance.dark
    assert look.colours != plain

    program.settings.change(appearance=Appearance.LIGHT)
    assert not look.high_contrast
    program.close()


def test_settings_come_back_from_their_file(qtbot, tmp_path):
    first = SettingsStore(tmp_path / "s.ini")
    first.change(author="A. Adviser", reading_size=3, appearance=Appearance.DARK)
    first.remember("columns/book", [200, 700, 300])

    again = SettingsStore(tmp_path / "s.ini")

    assert again.now == first.now
    assert again.recall("columns/book") == [200, 700, 300]


def test_settings_that_somebody_spoilt_are_as_they_come(qtbot, tmp_path):
    path = tmp_path / "s.ini"
    path.write_text('[settings]\nreading_size="x"\nappearance="\\"pink\\""\n')

    settings = SettingsStore(path)

    assert settings.now.reading_size == 0
    assert settings.now.appearance is Appearance.SYSTEM


def test_undo_in_the_menu_names_the_step(qtbot, window):
    session = window.context.session
    session.run(books.change_book(session.store, office="Cabinet Office"))

    action = window.context.actions["edit.undo"]
    assert action.text() == "&Undo: Change the book’s details"
    action.trigger()

    assert session.book.office != "Cabinet Office"


def test_a_read_only_book_says_so_and_forbids_what_writes(qtbot, program, sample_book):
    store = BookStore.open(sample_book)
    store.read_only = True
    window = program.window_of(store)
    window.show()

    assert "Read-only" in words_in(window)
    assert not window.context.actions["edit.undo"].isEnabled()
    window.close()


def test_the_history_lists_what_was_done_newest_first(qtbot, qtmodeltester, window):
    session = window.context.session
    session.run(books.change_book(session.store, office="Cabinet Office"))

    model = HistoryModel(session, window.context.speech)
    qtmodeltester.check(model)

    assert model.index(0, 1).data() == "Change the book’s details"


def test_the_recent_books_keep_to_the_rules_of_models(qtbot, qtmodeltester, settings, sample_book):
    settings.opened(sample_book)
    settings.opened(sample_book.with_name("gone.briefing"))

    model = RecentModel(settings, Speech.of("en"))
    qtmodeltester.check(model)

    assert [model.index(n).data() for n in range(2)] == ["gone", "sample"]


def test_closing_a_window_brings_what_was_typed_into_the_book(qtbot, program, sample_book):
    window = program.open(sample_book)
    session = window.context.session
    session.unwritten.on_flush(
        lambda: session.write(books.change_book(session.store, office="Typed"))
    )

    window.close()

    with BookStore.open(sample_book) as store:
        assert books.the_book(store).office == "Typed"
    program.close()


def test_a_window_that_outlives_its_book_asks_nothing_more_of_it(program, sample_book):
    window = program.open(sample_book)

    window.close()

    # It goes when the loop comes round, and until then a clock that runs may strike.
    assert window.context.session.closed
    assert not [timer for timer in window.findChildren(QTimer) if timer.isActive()]


def test_a_bug_is_reported_without_the_books_words(qtbot, caplog, program, sample_book):
    window = program.open(sample_book)
    words = "secret words of the adviser"
    try:
        raise ValueError(words)
    except ValueError as error:
        program.crashes.report(ValueError, error, error.__traceback__)

    assert "Your book is safe" in words_in(window)
    button = next(b for b in window.findChildren(QPushButton) if b.text() == "Copy a report")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    report = QApplication.clipboard().text()
    assert "ValueError" in report
    assert words not in report
    assert words not in caplog.text
    caplog.clear()
    program.close()


def test_a_window_whose_typing_cannot_be_written_stays_and_says_why(qtbot, program, sample_book):
    window = program.open(sample_book)
    full = [True]

    def write() -> None:
        if full[0]:
            raise DiskFull(sample_book)

    window.context.session.unwritten.on_flush(write)

    window.close()

    assert window.isVisible()
    assert "no room left" in words_in(window)
    full[0] = False
    window.close()
    assert windows(BookWindow) == []
    program.close()


def test_what_the_world_does_in_the_middle_of_something_is_explained(
    qtbot, caplog, program, sample_book
):
    window = program.open(sample_book)
    error = DiskFull(sample_book)

    program.crashes.report(DiskFull, error, None)

    assert "no room left" in words_in(window)
    caplog.clear()
    program.close()


def test_the_first_page_comes_when_the_last_book_has_closed(qtbot, program, sample_book, tmp_path):
    other_book = Path(shutil.copy(sample_book, tmp_path / "other.briefing"))
    other, window = program.open(other_book), program.open(sample_book)
    full = ["to the brim"]

    def write() -> None:
        if full:
            raise DiskFull(sample_book)

    other.context.actions["book.close"].trigger()
    assert windows(StartWindow) == []
    window.context.session.unwritten.on_flush(write)
    window.context.actions["book.close"].trigger()
    assert windows(StartWindow) == []
    assert window.isVisible()
    full.clear()
    window.context.actions["book.close"].trigger()

    assert windows(BookWindow) == []
    assert len(windows(StartWindow)) == 1
    program.close()


def test_trouble_with_a_book_is_said_in_its_own_window(
    qtbot, caplog, program, sample_book, tmp_path
):
    other_book = Path(shutil.copy(sample_book, tmp_path / "other.briefing"))
    other, window = program.open(other_book), program.open(sample_book)

    program.crashes.report(DiskFull, DiskFull(sample_book), None)

    assert "no room left" in words_in(window)
    assert "no room left" not in words_in(other)
    caplog.clear()
    program.close()


def test_the_keys_of_undo_go_on_to_the_book_where_a_field_has_no_more(qtbot, window):
    session = window.context.session
    session.run(books.change_book(session.store, office="Cabinet Office"))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field = QLineEdit(window)
    field.show()
    field.setFocus()
    qtbot.keyClicks(field, "ab")

    qtbot.keySequence(field, QKeySequence(QKeySequence.StandardKey.Undo))
    assert field.text() == ""
    assert session.book.office == "Cabinet Office"
    qtbot.keySequence(field, QKeySequence(QKeySequence.StandardKey.Undo))

    assert session.book.office != "Cabinet Office"


def test_undo_takes_typing_back_first_and_then_the_book(qtbot, window):
    session = window.context.session
    session.run(books.change_book(session.store, office="Cabinet Office"))
    field = QLineEdit(window)
    field.show()
    field.setFocus()
    qtbot.keyClicks(field, "ab")

    window.context.actions["edit.undo"].trigger()
    assert field.text() == ""
    assert session.book.office == "Cabinet Office"

    window.context.actions["edit.undo"].trigger()
    assert session.book.office != "Cabinet Office"


def test_what_is_undone_out_of_sight_is_said_with_the_way_there(qtbot, window):
    session, places = window.context.session, window.context.places
    session.run(books.change_book(session.store, office="Cabinet Office"))
    places.go(Place(Room.COMMITMENTS))

    with qtbot.waitSignal(window.context.notices.said) as said:
        window.context.actions["edit.undo"].trigger()
    (notice,) = said.args
    assert notice.text == "Undone: Change the book’s details"
    notice.mend()
    assert places.here.room is Room.OVERVIEW

    with qtbot.assertNotEmitted(window.context.notices.said):
        window.context.actions["edit.redo"].trigger()


@pytest.mark.parametrize("room", [Room.SOURCES, Room.COMMITMENTS, Room.BOOK])
def test_nothing_is_said_of_an_undo_that_shows_where_one_is(qtbot, window, room):
    session, places = window.context.session, window.context.places
    quoted = next(c for c in session.store.all(Commitment) if c.anchors)
    recorded = Add(replace(quoted, uid=new_uid()))
    words, note = Prose.plain("Ask them"), session.store.all(Note)[0]
    edits = {
        Room.SOURCES: Edit(EditName.ADD_COMMITMENT, (recorded,)),
        Room.COMMITMENTS: annotate(words, commitment=quoted.uid),
        Room.BOOK: annotate(words, note=note.uid),
    }
    places.go(Place(room))
    session.run(edits[room])

    with qtbot.assertNotEmitted(window.context.notices.said):
        window.context.actions["edit.undo"].trigger()


def test_from_an_undo_one_comes_to_what_the_thing_that_is_gone_was_about(qtbot, window):
    session, places = window.context.session, window.context.places
    known = session.store.all(Exclusion)
    left_out = {exclusion.passage for exclusion in known}
    passage = next(p for p in reversed(session.store.all(Passage)) if p.uid not in left_out)
    exclusion = replace(known[0], uid=new_uid(), passage=passage.uid)
    session.run(Edit(EditName.EXCLUDE_PASSAGE, (Add(exclusion),)))

    with qtbot.waitSignal(window.context.notices.said) as said:
        window.context.actions["edit.undo"].trigger()
    said.args[0].mend()

    assert places.here == Place(Room.SOURCES, Passage, passage.uid)
    assert window.workspace(Room.SOURCES).reader.source_uid == passage.source


def test_undo_takes_back_what_was_done_before_a_print_was_kept(qtbot, window):
    session = window.context.session
    note = session.store.all(Note)[0]
    session.run(notes.change_note(note, title="Another title"))
    session.run(books.archive_edition(session.store, session.store.keep(b"%PDF"), "2026-11-26"))

    window.context.actions["edit.undo"].trigger()

    assert session.store.get(Note, note.uid) == note
    assert len(session.store.all(Edition)) == 1


def test_undo_is_offered_of_the_last_step_alone(qtbot, window):
    session = window.context.session
    places, actions = window.context.places, window.context.actions
    places.go(Place(Room.COMMITMENTS, Commitment, session.store.all(Commitment)[0].uid))
    offered = lambda: [  # noqa: E731
        b.text() for b in window.findChildren(QPushButton) if b.text() == "Undo" and b.isVisible()
    ]
    actions["commitment.remove"].trigger()
    qtbot.waitUntil(lambda: offered() == ["Undo"])

    session.run(books.change_book(session.store, office="Cabinet Office"))

    assert not offered()


def test_a_copy_of_a_book_is_told_from_the_book_by_its_file(qtbot, program, sample_book, tmp_path):
    other = tmp_path / "another (2026-11-26 201854).briefing"
    shutil.copy(sample_book, other)

    titles = {program.open_book(path).windowTitle() for path in (sample_book, other)}

    assert len(titles) == 2
    assert any("(another (2026-11-26 201854))" in title for title in titles)


def test_where_copies_will_lie_is_said_before_there_is_one(qtbot, program, sample_book):
    window = program.open_book(sample_book)
    dialog = BackupsDialog(window.context, window)

    assert dialog.findChild(QListView).model().rowCount() == 0
    assert str(folder_of(window.context.session.book.uid)) in "\n".join(
        label.text() for label in dialog.findChildren(QLabel)
    )


def test_a_copy_in_the_list_of_backups_can_be_hit(qtbot, program, sample_book):
    window = program.open_book(sample_book)
    window.context.session.store.back_up()
    dialog = BackupsDialog(window.context, window)
    dialog.show()
    copies = dialog.findChild(QListView)

    assert copies.visualRect(copies.model().index(0, 0)).height() >= 24
    program.close()


def test_a_damaged_book_offers_its_latest_backup(qtbot, program, sample_book):
    with BookStore.open(sample_book) as store:
        titles = {source.title for source in store.all(Source)}
        store.back_up()
    data = bytearray(sample_book.read_bytes())
    data[8192 : len(data) // 2] = bytes(len(data) // 2 - 8192)
    sample_book.write_bytes(data)
    damaged = sample_book.read_bytes()

    program.open(sample_book)
    (start,) = windows(StartWindow)
    assert "damaged" in words_in(start)
    (button,) = (b for b in start.findChildren(QPushButton) if "Open the copy" in b.text())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    (window,) = windows(BookWindow)
    assert {source.title for source in window.context.session.store.all(Source)} == titles
    assert window.context.session.store.path != sample_book
    assert sample_book.read_bytes() == damaged
    program.close()
