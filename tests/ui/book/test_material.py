from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit

from briefing.anchor import Anchor
from briefing.edits import Add, Edit, EditName, Replace
from briefing.operations.annotations import annotate
from briefing.operations.books import change_book
from briefing.prose import BlockQuote, Prose
from briefing.store import BookStore
from briefing.things import (
    Annotation,
    AnnotationKind,
    Book,
    Commitment,
    Deadline,
    Insert,
    InsertKind,
    Note,
    Passage,
    PrintFlag,
    Section,
)
from briefing.uid import new_uid
from exports.compose.inserts import sides_of
from tests.ui.book.conftest import entered
from ui.book.pieces import PieceKind, pieces_of_topic
from ui.book.roles import Role
from ui.editor.clipboard import MATERIAL
from ui.extracts import packed
from ui.places import Place, Room
from ui.reader.paper import Stretch

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def words(book):
    model = book.material.model
    return [model.index(row).data() for row in range(model.rowCount())]


def body(book, note, name):
    return book.context.session.store.where(Section, note=note.uid, name=name)[0].body


def insert_of(book, uid):
    return book.context.session.store.get(Insert, uid)


def test_the_material_keeps_to_the_rules_of_models(qtbot, qtmodeltester, book, health):
    qtmodeltester.check(book.material.model)


def test_what_the_note_shows_already_is_left_out(book, health):
    assert "be hosted in Saltholm from January 2027" in words(book)
    assert not any("set up a joint early-warning centre" in one for one in words(book))
    said = [label.text() for label in book.material.findChildren(QLabel)]
    assert "Used: 4 of 9" in said


def test_a_table_that_would_be_empty_is_not_offered(book, health):
    store = book.context.session.store
    found = [c for c in store.all(Commitment) if health.topic in c.topics]
    own = book.context.session.book.own_party

    sides = [piece.side for piece in pieces_of_topic(store, health.topic, "en") if piece.side]

    assert len(sides) == len(set(sides)) < 3
    assert set(sides) == {side for c in found for side in sides_of(c, own)} - {""}


def test_a_time_line_without_a_day_is_not_offered(book, health):
    session = book.context.session
    found = [c for c in session.store.all(Commitment) if health.topic in c.topics]
    assert "deadlines" in {p.chart for p in pieces_of_topic(session.store, health.topic, "en")}

    undated = [replace(c, deadline=Deadline()) for c in found]
    session.run(Edit(EditName.CHANGE_COMMITMENTS, tuple(map(Replace, found, undated))))

    offered = pieces_of_topic(session.store, health.topic, "en")
    assert {piece.chart for piece in offered} == {"", "status"}


def test_without_a_side_of_ones_own_there_is_one_table(book, health):
    session = book.context.session
    session.run(change_book(session.store, own_party=None))

    offered = pieces_of_topic(session.store, health.topic, "en")

    assert [piece.side for piece in offered if piece.kind is PieceKind.TABLE] == [""]


def test_used_pieces_are_shown_on_demand_and_marked(book, health):
    book.material.findChild(QCheckBox).click()

    model = book.material.model
    used = [model.index(row).data(Role.USED) for row in range(model.rowCount())]
    assert sum(used) == 4
    assert len(used) == 9


def test_a_remark_that_is_printed_below_an_extract_is_not_offered_again(book, health):
    session = book.context.session
    before = words(book)
    shown = next(i.anchor for i in session.store.where(Insert, note=health.uid) if i.anchor)
    kind, flag = AnnotationKind.BACKGROUND, PrintFlag.PRINT

    session.run(annotate(Prose.plain("Said in Lund."), anchor=shown, kind=kind, flag=flag))

    assert words(book) == before


def test_ctrl_enter_puts_the_next_piece_at_the_cursor_with_its_citation(qtbot, book, health):
    book.note.sheet.go_to("background", 0)
    surface = book.note.sheet.block.editor.surface

    qtbot.keyClick(surface, Key.Key_Return, CTRL)

    placed = insert_of(book, body(book, health, "background").inserts[1])
    assert placed.kind is InsertKind.EXTRACT
    assert placed.anchor.quote == "be hosted in Saltholm from January 2027"
    view = book.note.sections.views.view_of(placed.uid)
    assert view.title == "Roadmap for a Strait Partnership, para. 14"
    assert "be hosted in Saltholm from January 2027" not in words(book)


def test_one_piece_after_the_other_goes_in_by_one_key(qtbot, book, health):
    book.note.sheet.go_to("next-steps", 0)
    before = len(words(book))

    for _ in range(3):
        qtbot.keyClick(book.note.sheet.block.editor.surface, Key.Key_Return, CTRL)

    assert len(body(book, health, "next-steps").inserts) == 3
    assert len(words(book)) == before - 3


def test_enter_on_a_card_inserts_it_and_shift_the_whole_commitment(qtbot, book, health):
    book.note.sheet.go_to("next-steps", 0)
    view = book.material.view
    view.setFocus()
    view.setCurrentIndex(book.material.model.index(0))

    qtbot.keyClick(view, Key.Key_Return, SHIFT)

    (uid,) = body(book, health, "next-steps").inserts
    assert insert_of(book, uid).kind is InsertKind.COMMITMENT


def test_what_is_undone_is_offered_again(qtbot, book, health):
    before = words(book)
    book.note.sheet.go_to("next-steps", 0)
    qtbot.keyClick(book.note.sheet.block.editor.surface, Key.Key_Return, CTRL)

    book.context.actions["edit.undo"].trigger()

    assert words(book) == before


def test_a_card_is_dragged_into_the_text(book, health):
    model = book.material.model
    data = model.mimeData([model.index(0)])
    assert "Roadmap" in data.text()

    dragged = bytes(data.data(MATERIAL).data()).decode()
    book.note.sections.material_dropped.emit(dragged, "issue", 0)

    assert len(body(book, health, "issue").inserts) == 1


def test_letters_filter_the_topic(qtbot, book, health):
    field = book.material.findChild(QLineEdit)

    qtbot.keyClicks(field, "epidemio")

    qtbot.waitUntil(lambda: words(book) == ["train 200 field epidemiologists by 2028"])


def test_the_whole_book_is_searched(qtbot, book, health):
    combo = book.material.findChild(QComboBox)
    combo.setCurrentIndex(1)
    qtbot.keyClicks(book.material.findChild(QLineEdit), "hydrogen")

    def found():
        kinds = {book.material.model.piece(row).kind for row in range(len(words(book)))}
        return PieceKind.TABLE not in kinds and any("ydrogen" in one for one in words(book))

    qtbot.waitUntil(found)
    kinds = {book.material.model.piece(row).kind for row in range(len(words(book)))}
    assert PieceKind.COMMITMENT in kinds


def test_the_whole_book_comes_page_by_page(qtbot, book, health):
    book.material.findChild(QComboBox).setCurrentIndex(1)
    model = book.material.model

    while model.canFetchMore(model.index(-1)):
        model.fetchMore(model.index(-1))

    store = book.context.session.store
    assert model.used[1] == store.count(Commitment) + 6


def test_a_remark_for_print_is_material_and_goes_in_as_words(qtbot, book, health):
    store, session = book.context.session.store, book.context.session
    remark = Annotation(
        uid="remark",
        body=Prose.plain("The centre has no budget yet."),
        kind=AnnotationKind.BACKGROUND,
        flag=PrintFlag.PRINT,
        topic=health.topic,
        commitment=store.among(Commitment, "topics", [health.topic])[0].uid,
    )
    session.run(Edit(EditName.ADD_ANNOTATION, (Add(remark),)))
    row = words(book).index("The centre has no budget yet.")
    book.note.sheet.go_to("next-steps", 0)
    book.material.view.setCurrentIndex(book.material.model.index(row))

    qtbot.keyClick(book.material.view, Key.Key_Return)

    assert "The centre has no budget yet." in body(book, health, "next-steps").text
    assert "The centre has no budget yet." not in words(book)


def test_the_next_piece_is_one_of_the_note_that_was_chosen_just_now(book, health):
    store = book.context.session.store
    other = next(n for n in store.all(Note) if n.topic not in {None, health.topic})
    before = store.where(Insert, note=other.uid)
    book.outline.show_tab(book.model.tab_of_note(other.uid))

    book.context.actions["material.next"].trigger()

    (brought,) = (i for i in store.where(Insert, note=other.uid) if i not in before)
    of_topic = [c for c in store.all(Commitment) if other.topic in c.topics]
    assert brought.anchor in [anchor for c in of_topic for anchor in c.anchors]


def test_a_table_after_a_card_has_the_keyboard_and_is_in_sight(qtbot, book, health):
    book.note.sheet.go_to("next-steps", 0)
    book.material.view.setFocus()
    book.material.view.setCurrentIndex(book.material.model.index(0))
    qtbot.keyClick(book.material.view, Key.Key_Return)

    book.context.actions["text.table"].trigger()

    surface = book.note.sheet.block.editor.surface
    assert QApplication.focusWidget() is surface
    viewport = book.note.sheet.viewport()

    def caret() -> QPoint:
        return surface.viewport().mapTo(viewport, surface.cursorRect().center())

    qtbot.waitUntil(lambda: viewport.rect().contains(caret()))
    qtbot.keyClicks(surface, "First")
    assert any("First" in str(block) for block in book.note.sheet.block.editor.prose().blocks)


def test_a_note_without_a_topic_says_what_to_do(qtbot, book):
    note = next(n for n in book.context.session.store.all(Note) if n.topic is None)
    book.outline.show_tab(book.model.tab_of_note(note.uid))
    qtbot.waitUntil(lambda: book.material.model.note == note)

    said = [label.text() for label in book.material.findChildren(QLabel) if label.isVisible()]
    assert any("give the note a topic" in words for words in said)


def test_in_a_book_without_notes_the_material_says_where_it_goes(qtbot, program, tmp_path):
    path = tmp_path / "empty.briefing"
    BookStore.create(path, Book(uid=new_uid(), title="Untitled")).close()
    window = program.open_book(path)
    qtbot.addWidget(window)

    material = entered(qtbot, window).material

    said = [label.text() for label in material.findChildren(QLabel) if label.isVisible()]
    assert any("Material goes into notes" in words for words in said)
    assert not material.view.isVisible()


def test_a_card_that_is_dropped_lands_where_it_is_dropped(qtbot, book, health):
    book.note.sheet.go_to("next-steps", 0)
    data = book.material.model.mimeData([book.material.model.index(0)])
    viewport = book.note.sheet.block.editor.surface.viewport()
    point = QPointF(viewport.width() / 2, viewport.height() - 2)
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier

    enter = QDragEnterEvent(point.toPoint(), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(viewport, enter)
    drop = QDropEvent(point, Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(viewport, drop)

    assert drop.isAccepted()
    assert len(body(book, health, "next-steps").inserts) == 1


def test_the_whole_commitment_has_a_key_of_its_own(qtbot, book, health):
    book.note.sheet.go_to("next-steps", 0)

    qtbot.keyClick(book.note.sheet.block.editor.surface, Key.Key_Return, CTRL | SHIFT)

    (uid,) = body(book, health, "next-steps").inserts
    assert insert_of(book, uid).kind is InsertKind.COMMITMENT


def test_words_that_are_copied_in_the_reader_become_an_extract_of_the_note(qtbot, book, health):
    store = book.context.session.store
    passage = next(one for one in store.all(Passage) if len(one.text) > 40)
    book.context.places.go(Place(Room.SOURCES, Passage, passage.uid))
    reader = book.window().workspace(Room.SOURCES).reader
    reader.text.select(Stretch(passage.uid, 0, 20))
    reader.text.copy()
    book.context.places.go(Place(Room.BOOK, Note, health.uid))
    book.note.sheet.go_to("next-steps", 0)

    book.note.sheet.block.editor.surface.paste()

    (uid,) = body(book, health, "next-steps").inserts
    assert insert_of(book, uid).kind is InsertKind.EXTRACT
    assert insert_of(book, uid).anchor.quote == passage.text[:20].strip()


def test_words_of_another_book_come_as_a_quotation(qtbot, book, health):
    anchor = Anchor(
        source="other", passage="elsewhere", start=0, end=11, quote="They agreed", lang="en"
    )
    book.note.sheet.go_to("next-steps", 0)

    book.note.sections.extract_dropped.emit(packed([anchor]).decode(), "next-steps")

    blocks = body(book, health, "next-steps").blocks
    assert any(isinstance(b, BlockQuote) and b.runs[0].text == "They agreed" for b in blocks)
