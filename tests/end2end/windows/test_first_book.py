"""An adviser's first evening: from the first page to a printed book, by keys and clicks."""

from __future__ import annotations

import re
import zipfile
from html import unescape
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDialog, QTableView

import resources
from briefing.things import (
    Annotation,
    CandidateState,
    Commitment,
    Insert,
    InsertKind,
    Section,
    Source,
    Tab,
)
from tests.end2end.windows.hand import (
    ALT,
    CTRL,
    SHIFT,
    Hand,
    Paths,
    button,
    faults,
    named,
    said,
    shown,
)
from ui.places import Room
from ui.reader.paper import Spot
from ui.reader.view import ReadingText
from ui.shell.start import StartWindow
from ui.shell.window import BookWindow

Key = Qt.Key
SAMPLE = Path(resources.__file__).parent / "sample"
OURS = (SAMPLE / "strait-roadmap.html", SAMPLE / "feuille-de-route.txt")
ELSEWHERE = Path(__file__).parents[4] / "shared" / "samples"
THEIRS = tuple(
    ELSEWHERE / name for name in ("roadmap-2021-release-zh-en.txt", "roadmap-2021-web-en.txt")
)


def new_book(hand: Hand, program, paths: Paths) -> BookWindow:
    """From the first page to the window of an empty book."""
    paths.answer(program.files)
    program.begin([])
    (start,) = shown(StartWindow)
    hand.click(button(start, "New book"))
    hand.until(lambda: shown(BookWindow) and not shown(StartWindow))
    (window,) = shown(BookWindow)
    hand.front(window)
    return window


def take_in(hand: Hand, window, paths: Paths, files) -> None:
    """Import files by way of the sheet; the first one lies open then."""
    store = window.context.session.store
    paths.paths = list(files)
    hand.until(lambda: "Begin with a source" in said(window))
    hand.click(button(window, "Import sources"))
    assert paths.asked == ["New book", "Import sources"]

    sources = window.workspace(Room.SOURCES)
    rows = named(window, QTableView, "Files to import").model()
    hand.until(lambda: rows.rowCount() == len(files) and not sources.importer.busy)
    assert rows.index(0, 1).data() == "✓ Ready"
    assert store.count(Source) == 0
    hand.press(Key.Key_Return)
    hand.until(lambda: isinstance(QApplication.focusWidget(), ReadingText))
    assert store.count(Source) == len(files)


def click_into(hand: Hand, reader, at: int) -> None:
    """Click into the words of the candidate that is looked at."""
    anchor = reader.attention.candidate.anchors[0]
    place = reader.text.rect_of(Spot(anchor.passage, anchor.start + at))
    hand.click(reader.text.viewport(), place.center().toPoint())


def decide(hand: Hand, reader) -> str:
    """Ten are accepted and two rejected; of these one was trimmed, and two were one before."""
    hand.press(Key.Key_A, times=6)
    whole = reader.attention.candidate.quote
    hand.press(Key.Key_BracketLeft, times=3)
    trimmed = reader.attention.candidate.quote
    assert whole.startswith(trimmed)
    assert len(whole) - len(trimmed) >= 3
    hand.press(Key.Key_A)

    whole = reader.attention.candidate.quote
    middle = whole.find(" ", len(whole) // 2) + 1 or len(whole) // 2
    click_into(hand, reader, middle)
    hand.press(Key.Key_S)
    assert reader.attention.candidate.quote == whole[:middle].rstrip(" ,;")
    turned_down = set()
    for key in (Key.Key_A, Key.Key_X, Key.Key_A, Key.Key_X, Key.Key_A):
        if key == Key.Key_X:
            turned_down.add(reader.attention.current)
        hand.press(key)

    rejected = [c.uid for c in reader.attention.order if c.state is CandidateState.REJECTED]
    assert turned_down <= set(rejected)  # and what says the same in the other language
    walked = named(reader.card, QComboBox, "Candidates to walk through")
    counts = [walked.itemText(row) for row in range(walked.count())]
    assert f"Rejected ({len(rejected)})" in counts
    assert reader.context.session.store.count(Commitment) == 10
    return trimmed


def annotate_a_passage(hand: Hand, reader, words: str) -> None:
    hand.press(Key.Key_N)
    hand.type(words)
    hand.press(Key.Key_Return, CTRL)
    cards = [b.accessibleName() for b in reader.text.findChildren(QAbstractButton) if b.isVisible()]
    assert f"Background: {words}" in cards


def follow_one_up(hand: Hand, window, words: str) -> None:
    """The first commitment gets an annotation, and a status with its evidence."""
    hand.press(Key.Key_3, CTRL)
    register = window.workspace(Room.COMMITMENTS)
    hand.until(lambda: register.detail.uid)
    hand.press(Key.Key_A, CTRL | SHIFT)
    hand.type(words)

    hand.press(Key.Key_T, CTRL | SHIFT)
    hand.press_until(Key.Key_Down, lambda box: box.currentText() == "◎ Under way")
    hand.press_until(Key.Key_Tab, lambda focus: focus.accessibleName() == "Evidence")
    hand.type("Their release of 20 November")
    hand.press(Key.Key_Return)

    hand.until(lambda: "◎ Under way" in said(register.detail.page.history))
    assert "Their release of 20 November" in said(register.detail.page.history)
    remarks = window.context.session.store.where(Annotation, commitment=register.detail.uid)
    assert [remark.body.text for remark in remarks] == [words]


def draft(hand: Hand, window) -> None:
    """A note for each topic with commitments; the first one is open to be written in."""
    hand.press(Key.Key_4, CTRL)
    book = window.workspace(Room.BOOK)
    before = window.context.session.store.count(Tab)
    hand.press(Key.Key_J, CTRL | SHIFT)
    wanted = int("".join(filter(str.isdigit, button(book.middle.new_notes, "Make").text())))
    hand.press(Key.Key_Return)
    assert book.model.rowCount() == before + wanted
    assert QApplication.focusWidget().accessibleName() == "Issue"


def write(hand: Hand, window, words: str, remark: str) -> str:
    """Write, insert an extract and a chart, and say something of the note; the extract's words."""
    book, store = window.workspace(Room.BOOK), window.context.session.store
    hand.type(words)
    hand.press(Key.Key_Return)
    hand.until(lambda: book.material.model.note == book.note.note)
    offered = book.material.next_piece()
    hand.press(Key.Key_Return, CTRL)
    hand.find("insert a chart of where")
    hand.press(Key.Key_R, CTRL | SHIFT)
    hand.type(remark)
    hand.press(Key.Key_Escape)

    uid = book.note.note.uid
    assert [one.body.text for one in store.where(Annotation, note=uid)] == [remark]
    (issue,) = store.where(Section, note=uid, name="issue")
    assert issue.body.text.startswith(words)
    extract, chart = (store.get(Insert, one) for one in issue.body.inserts)
    assert (extract.kind, chart.kind) == (InsertKind.EXTRACT, InsertKind.CHART)
    assert extract.anchor == offered.anchor
    return extract.anchor.quote


def mend(hand: Hand, window, occasion: str) -> None:
    """The readiness list misses the meeting; Enter leads to the field that mends it."""
    hand.press(Key.Key_1, CTRL)
    hand.press(Key.Key_3, ALT)
    readiness, fault = window.context.readiness, "Nothing is said of the meeting"
    hand.until(lambda: readiness.known and not readiness.running)
    hand.press_until(Key.Key_Down, lambda tree: tree.currentIndex().data() == fault)
    hand.press(Key.Key_Return)
    assert QApplication.focusWidget().accessibleName() == "Occasion"
    hand.type(occasion)
    hand.until(lambda: fault not in faults(readiness))
    hand.press(Key.Key_4, CTRL)


def export(hand: Hand, window, folder: Path) -> tuple[str, str]:
    """Ctrl+E, both formats, Enter; the words of the two files."""
    hand.press(Key.Key_E, CTRL)
    (sheet,) = (dialog for dialog in window.findChildren(QDialog) if dialog.isVisible())
    hand.front(sheet)
    hand.click(button(sheet, "Word"))
    hand.press(Key.Key_Return)
    hand.until(lambda: "Exported first.pdf, first.docx" in said(window))
    hand.front(window)
    return words_of_pdf(folder / "first.pdf"), words_of_docx(folder / "first.docx")


def words_of_pdf(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        return one_line(" ".join(page.get_textpage().get_text_range() for page in document))
    finally:
        document.close()


def words_of_docx(path: Path) -> str:
    with zipfile.ZipFile(path) as package:
        body = package.read("word/document.xml").decode()
    return one_line(unescape(re.sub("<[^>]*>", "", body.replace("</w:p>", " "))))


def one_line(words: str) -> str:
    """Without what a line break on the page adds."""
    return " ".join(words.replace("\ufffe", "").replace("\xad", "").split())


def walk_history(hand: Hand, window, name: str, key: Qt.Key, modifier) -> int:
    """Press the key of undo or redo for as long as there is a step."""
    steps = 0
    while window.context.actions[name].isEnabled():
        hand.press(key, modifier)
        hand.until(lambda: not window.context.session.busy)
        steps += 1
    return steps


def first_evening(hand: Hand, program, path: Path, files) -> None:
    """The whole way, twice through the door."""
    paths = Paths(path)
    window = new_book(hand, program, paths)
    store = window.context.session.store
    empty = store.whole().things
    take_in(hand, window, paths, files)
    reader = window.workspace(Room.SOURCES).reader
    trimmed = decide(hand, reader)
    assert trimmed in {words.quote for one in store.all(Commitment) for words in one.anchors}
    annotate_a_passage(hand, reader, "Ask them for figures")
    follow_one_up(hand, window, "They will raise it")
    draft(hand, window)
    quote = write(hand, window, "What matters most comes first.", "Shorten before Friday")
    mend(hand, window, "Talks on the morning after")
    at = window.workspace(Room.BOOK).note.note.uid

    for printed in export(hand, window, path.parent):
        assert "What matters most comes first." in printed
        assert "Talks on the morning after" in printed
        assert one_line(quote) in printed
        assert "Shorten before Friday" not in printed
    full = store.whole().things
    hand.close(window)

    program.begin([])
    (window,) = shown(BookWindow)
    hand.front(window)
    assert window.context.places.here.room is Room.BOOK
    store, book = window.context.session.store, window.workspace(Room.BOOK)
    hand.until(book.note.sheet.isVisible)
    assert book.note.note.uid == at
    assert store.whole().things == full
    back = walk_history(hand, window, "edit.undo", Key.Key_Z, CTRL)
    assert store.whole().things == empty
    assert walk_history(hand, window, "edit.redo", Key.Key_Z, CTRL | SHIFT) == back > 20
    assert store.whole().things == full
    hand.close(window)
    program.close()


def test_from_the_first_page_to_a_printed_book(qtbot, program, tmp_path):
    first_evening(Hand(qtbot), program, tmp_path / "first.briefing", OURS)


@pytest.mark.skipif(not ELSEWHERE.is_dir(), reason="no published texts lie beside the checkout")
def test_from_published_texts_to_a_printed_book(qtbot, program, tmp_path):
    first_evening(Hand(qtbot), program, tmp_path / "first.briefing", THEIRS)
