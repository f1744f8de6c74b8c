"""What is done to selected words: commitments by hand, annotations, repairs, exclusions."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMenu, QPushButton

from briefing.operations import annotations, sources, triage
from briefing.prose import Prose
from briefing.things import (
    Annotation,
    Candidate,
    Commitment,
    Cut,
    Pair,
    Passage,
    PassageKind,
    Repair,
    Status,
    StatusEntry,
    Topic,
)
from tests.full_disk import filled_up
from ui.extracts import MIME, unpacked
from ui.places import Place, Room
from ui.reader.evidence_editor import EvidenceEditor
from ui.reader.margin import RemarkCard
from ui.reader.paper import Spot, Stretch
from ui.reader.quote_editor import QuoteEditor
from ui.reader.remark_editor import RemarkEditor
from ui.reader.repair_editor import RepairEditor

Keys = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def quiet(fresh) -> Passage:
    """A passage under a heading that nothing rests on, with the text cursor in it."""
    passage = next(
        p
        for p in fresh.source.passages
        if p.kind is not PassageKind.HEADING
        and p.section
        and p.uid not in fresh.source.excluded
        and not fresh.source.marks_of.get(p.uid)
    )
    fresh.text.scroll_to(Spot(passage.uid, 0))
    fresh.text.put_cursor(Spot(passage.uid, 4))
    return passage


def editor(reader, kind):
    shown = [child for child in reader.text.findChildren(kind) if child.isVisible()]
    assert len(shown) == 1
    return shown[0]


def write(qtbot, words):
    qtbot.keyClicks(QApplication.focusWidget(), words)


def test_c_makes_a_commitment_of_the_selected_words(qtbot, fresh, store, quiet):
    fresh.text.select(Stretch(quiet.uid, 4, 30))

    qtbot.keyClick(fresh.text, Keys.Key_C)

    (made,) = store.where(Commitment, anchors__passage=quiet.uid)
    assert made.action == quiet.text[4:30].strip()
    assert made.promisors == fresh.source.source.parties
    heading = next(p for p in fresh.source.passages if p.uid == quiet.section)
    assert store.get(Topic, made.topics[0]).name == heading.text
    assert fresh.attention.current == made.uid


def test_words_of_several_passages_become_one_commitment_with_several_anchors(qtbot, fresh, store):
    first, second = (c.anchors[0] for c in (fresh.attention.order[3], fresh.attention.order[4]))
    fresh.text.select(Stretch(first.passage, first.start, first.end))
    cursor = fresh.text.textCursor()
    end = fresh.text.paper.position_of(Spot(second.passage, second.end))
    cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
    fresh.text.setTextCursor(cursor)

    qtbot.keyClick(fresh.text, Keys.Key_C)

    (made,) = store.all(Commitment)
    assert [anchor.passage for anchor in made.anchors] == [first.passage, second.passage]


def test_n_writes_an_annotation_beside_the_words(qtbot, fresh, store, quiet):
    qtbot.keyClick(fresh.text, Keys.Key_N)
    write(qtbot, "Ask the Minister")
    qtbot.keyClick(QApplication.focusWidget(), Keys.Key_Return, CONTROL)

    (remark,) = store.all(Annotation)
    assert remark.body.text == "Ask the Minister"
    assert remark.anchor.quote == quiet.text
    assert fresh.text.hasFocus()
    (card,) = [c for c in fresh.text.findChildren(RemarkCard) if c.isVisible()]
    assert card.accessibleName() == "Background: Ask the Minister"


@pytest.mark.parametrize("leave", [(Keys.Key_Escape,), (Keys.Key_Return, CONTROL)])
def test_an_annotation_that_the_disk_has_no_room_for_stays_open(
    qtbot, monkeypatch, fresh, store, quiet, leave
):
    full = filled_up(monkeypatch, store)
    qtbot.keyClick(fresh.text, Keys.Key_N)
    write(qtbot, "Ask the Minister")

    qtbot.keyClick(QApplication.focusWidget(), *leave)

    assert editor(fresh, RemarkEditor).isVisible()
    full.clear()
    qtbot.keyClick(QApplication.focusWidget(), *leave)
    (remark,) = store.all(Annotation)
    assert remark.body.text == "Ask the Minister"
    assert fresh.text.hasFocus()


def test_an_annotation_that_is_taken_back_is_not_written_on(qtbot, fresh, store, quiet):
    qtbot.keyClick(fresh.text, Keys.Key_N)
    card = editor(fresh, RemarkEditor)
    write(qtbot, "Ask the Minister")
    fresh.context.session.flush()
    assert store.count(Annotation) == 1

    fresh.context.session.undo()

    assert not card.isVisible()
    fresh.context.session.flush()
    assert store.count(Annotation) == 0


def test_an_annotation_without_words_is_none(qtbot, fresh, store, quiet):
    qtbot.keyClick(fresh.text, Keys.Key_N)
    qtbot.keyClick(QApplication.focusWidget(), Keys.Key_Escape)

    assert store.all(Annotation) == []
    assert fresh.text.hasFocus()


def test_a_remark_is_edited_from_its_card(qtbot, fresh, store, quiet):
    anchor = fresh.attention.order[0].anchors[0]
    fresh.context.session.run(annotations.annotate(Prose.plain("Ask"), anchor=anchor))
    fresh.text.scroll_to(Spot(anchor.passage, 0))
    (card,) = [c for c in fresh.text.findChildren(RemarkCard) if c.isVisible()]

    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    write(qtbot, "Do not ")
    qtbot.keyClick(QApplication.focusWidget(), Keys.Key_Escape)

    (remark,) = store.all(Annotation)
    assert remark.body.text == "Do not Ask"


def test_n_on_an_annotation_edits_it(qtbot, fresh, store, quiet):
    qtbot.keyClick(fresh.text, Keys.Key_N)
    write(qtbot, "Once")
    qtbot.keyClick(QApplication.focusWidget(), Keys.Key_Escape)

    qtbot.keyClick(fresh.text, Keys.Key_N)
    write(qtbot, "More than ")
    qtbot.keyClick(QApplication.focusWidget(), Keys.Key_Escape)

    (remark,) = store.all(Annotation)
    assert remark.body.text == "More than Once"


def test_what_is_being_written_is_in_the_book_when_it_is_closed(qtbot, fresh, store, quiet):
    qtbot.keyClick(fresh.text, Keys.Key_N)
    write(qtbot, "Half a thought")

    fresh.context.session.flush()

    (remark,) = store.all(Annotation)
    assert remark.body.text == "Half a thought"
    editor(fresh, RemarkEditor).end()


def test_r_mends_a_cut_passage_in_brackets(qtbot, fresh, store):
    cut = next(p for p in store.all(Passage) if p.cut is not Cut.NO)
    fresh.show_source(cut.source)
    for repair in store.where(Repair, passage=cut.uid):
        fresh.context.session.run(sources.remove_repair(repair))
    fresh.text.scroll_to(Spot(cut.uid, 0))
    fresh.text.put_cursor(Spot(cut.uid, 0))

    qtbot.keyClick(fresh.text, Keys.Key_R)
    write(qtbot, "supplied words")
    qtbot.keyClick(QApplication.focusWidget(), Keys.Key_Return)

    assert [r.text for r in store.where(Repair, passage=cut.uid)] == ["supplied words"]
    assert "[supplied words]" in fresh.text.toPlainText()
    assert fresh.text.hasFocus()


def test_a_repair_is_corrected_and_taken_away(qtbot, fresh, store, quiet):
    fresh.context.session.run(sources.repair(quiet, "one"))
    qtbot.keyClick(fresh.text, Keys.Key_R)
    field = editor(fresh, RepairEditor).findChild(QLineEdit)
    assert field.text() == "one"
    field.setText("two")
    qtbot.keyClick(field, Keys.Key_Return)
    assert "[two]" in fresh.text.toPlainText()

    qtbot.keyClick(fresh.text, Keys.Key_R)
    buttons = editor(fresh, RepairEditor).findChildren(QPushButton)
    qtbot.mouseClick(next(b for b in buttons if b.text() == "Remove"), Qt.MouseButton.LeftButton)

    assert "[two]" not in fresh.text.toPlainText()


def test_g_leaves_a_passage_out_and_puts_it_back(qtbot, fresh, quiet):
    number = fresh.source.number_of[quiet.uid]

    qtbot.keyClick(fresh.text, Keys.Key_G)
    assert quiet.uid in fresh.source.excluded
    assert quiet.text not in fresh.text.toPlainText()
    assert "1 passage left out" in fresh.text.toPlainText()

    fresh.text.unfold(quiet.uid, on=True)
    fresh.text.put_cursor(Spot(quiet.uid, 0))
    qtbot.keyClick(fresh.text, Keys.Key_G)
    assert fresh.source.number_of[quiet.uid] == number
    assert quiet.text in fresh.text.toPlainText()


def test_a_passage_that_a_commitment_rests_on_is_not_left_out(qtbot, settled):
    said = []
    settled.context.notices.said.connect(said.append)
    commitment = next(iter(settled.source.commitments.values()))
    anchor = settled.source.anchors_here(commitment)[0]
    settled.text.put_cursor(Spot(anchor.passage, 0))

    qtbot.keyClick(settled.text, Keys.Key_G)

    assert "rests on this passage" in said[0].text


def test_h_shows_and_hides_what_is_left_out(qtbot, fresh, quiet):
    qtbot.keyClick(fresh.text, Keys.Key_G)
    fresh.text.unfold(quiet.uid, on=True)
    fresh.text.put_cursor(Spot(quiet.uid, 0))

    qtbot.keyClick(fresh.text, Keys.Key_H)
    assert quiet.text not in fresh.text.toPlainText()


def test_what_is_copied_carries_its_citation_and_its_place(qtbot, fresh, quiet):
    fresh.text.select(Stretch(quiet.uid, 4, 30))

    fresh.text.copy()

    mime = QApplication.clipboard().mimeData()
    words = quiet.text[4:30].strip()
    assert mime.text() == words
    assert f"para. {fresh.source.number_of[quiet.uid]}" in mime.html()
    assert fresh.source.source.title in mime.html()
    (anchor,) = unpacked(bytes(mime.data(MIME).data()))
    assert (anchor.passage, anchor.quote) == (quiet.uid, words)


def test_what_is_not_ours_holds_no_extract():
    assert unpacked(b"") == ()
    assert unpacked(b'{"source": 1}') == ()
    assert unpacked("[[1]]") == ()


def test_every_kind_of_place_is_shown(qtbot, settled):
    context = settled.context
    source = settled.source
    commitment = list(source.commitments.values())[-1]
    remark = next(iter(source.annotations.values()))
    candidate = source.order[-1]
    for place, anchor in (
        (Place(Room.SOURCES, Commitment, commitment.uid), source.anchors_here(commitment)[0]),
        (Place(Room.SOURCES, Annotation, remark.uid), source.anchors_here(remark)[0]),
        (Place(Room.SOURCES, type(candidate), candidate.uid), candidate.anchors[0]),
    ):
        settled.text.verticalScrollBar().setValue(0)

        context.places.go(place)

        assert settled.text.sees(Spot(anchor.passage, anchor.start)), place
        assert settled.text.cursor_spot() == Spot(anchor.passage, anchor.start)


def test_a_passage_that_is_left_out_is_unfolded_to_be_shown(qtbot, settled):
    out = next(iter(settled.source.excluded))

    settled.context.places.go(Place(Room.SOURCES, Passage, out))

    assert settled.text.sees(Spot(out, 0))


def menu_at(qtbot, reader, reason, where) -> QMenu:
    viewport = reader.text.viewport()
    event = QContextMenuEvent(reason, where, viewport.mapToGlobal(where))
    QApplication.sendEvent(viewport, event)
    qtbot.waitUntil(lambda: any(menu.isVisible() for menu in reader.findChildren(QMenu)))
    return next(menu for menu in reader.findChildren(QMenu) if menu.isVisible())


def test_a_right_click_offers_what_can_be_done_to_the_words_under_the_mouse(qtbot, fresh):
    third = fresh.attention.order[2]
    anchor = third.anchors[0]
    where = fresh.text.rect_of(Spot(anchor.passage, anchor.start + 3)).center().toPoint()

    menu = menu_at(qtbot, fresh, QContextMenuEvent.Reason.Mouse, where)

    assert fresh.attention.candidate == third
    offered = [action.text().replace("&", "") for action in menu.actions()]
    assert "Accept candidate" in offered
    assert "Annotate" in offered
    assert "Propose again" not in offered
    menu.close()


def test_the_menu_key_opens_the_menu_at_the_text_cursor(qtbot, fresh):
    anchor = fresh.attention.order[0].anchors[0]
    fresh.text.scroll_to(Spot(anchor.passage, anchor.start))
    fresh.text.put_cursor(Spot(anchor.passage, anchor.start))
    line = fresh.text.cursorRect().bottomLeft()

    menu = menu_at(qtbot, fresh, QContextMenuEvent.Reason.Keyboard, QPoint(0, 0))

    assert menu.pos() == fresh.text.viewport().mapToGlobal(line)
    menu.close()


def test_tab_leads_from_the_text_to_the_remarks_beside_it(qtbot, settled):
    remark = next(iter(settled.source.annotations.values()))
    settled.show_place(Place(Room.SOURCES, Annotation, remark.uid))
    settled.text.setFocus()

    qtbot.keyClick(settled.text, Keys.Key_Tab)

    assert isinstance(QApplication.focusWidget(), RemarkCard)


@pytest.mark.parametrize("key", [Keys.Key_N, Keys.Key_C])
def test_a_line_for_what_is_left_out_says_that_it_has_no_words(qtbot, fresh, key):
    said = []
    fresh.context.notices.said.connect(said.append)
    fold = fresh.text.paper.fold_of(next(iter(fresh.source.excluded)))
    fresh.text.setTextCursor(QTextCursor(fresh.text.paper.block_of_fold(fold.key)))

    qtbot.keyClick(fresh.text, key)

    assert [notice.text for notice in said] == [
        "There are no words here: choose a passage, or select words in one."
    ]


def test_words_are_given_as_evidence_of_where_a_commitment_stands(qtbot, fresh, store, quiet):
    fresh.context.session.run(triage.accept(store, [fresh.attention.order[0].uid]))
    told = store.all(Commitment)[0]
    fresh.text.select(Stretch(quiet.uid, 0, len(quiet.text)))

    qtbot.keyClick(fresh.text, Keys.Key_V)
    shown = editor(fresh, EvidenceEditor)
    line = QApplication.focusWidget()
    write(qtbot, " ".join(told.action.split()[:3]))
    qtbot.keyClick(line, Keys.Key_Return)
    status = QApplication.focusWidget()
    assert status.accessibleName() == "Status"
    qtbot.keyClick(status, Keys.Key_Down)
    qtbot.keyClick(status, Keys.Key_Down)
    qtbot.keyClick(status, Keys.Key_Return)

    (entry,) = store.where(StatusEntry, anchor__passage=quiet.uid)
    assert (entry.commitment, entry.status) == (told.uid, Status.UNDER_WAY)
    assert entry.evidence == entry.anchor.quote == quiet.text
    assert entry.as_of == fresh.source.source.issued
    assert not shown.isVisible()
    assert fresh.text.hasFocus()


def test_a_commitment_comes_to_rest_on_further_words(qtbot, fresh, store, quiet):
    said = []
    fresh.context.notices.said.connect(said.append)
    fresh.context.session.run(triage.accept(store, [fresh.attention.order[0].uid]))
    told = store.all(Commitment)[0]
    fresh.text.select(Stretch(quiet.uid, 0, len(quiet.text)))

    qtbot.keyClick(fresh.text, Keys.Key_Q)
    shown = editor(fresh, QuoteEditor)
    line = QApplication.focusWidget()
    write(qtbot, " ".join(told.action.split()[:3]))
    qtbot.keyClick(line, Keys.Key_Return)

    rests = store.get(Commitment, told.uid).anchors
    assert rests[:-1] == told.anchors
    assert (rests[-1].passage, rests[-1].quote) == (quiet.uid, quiet.text)
    assert not shown.isVisible()
    assert fresh.text.hasFocus()
    assert said[-1].text == "The commitment rests on these words too."
    fresh.context.session.undo()
    assert store.get(Commitment, told.uid) == told


def test_words_of_the_other_language_are_offered_to_what_rests_on_their_pair(qtbot, fresh, store):
    every = [candidate.uid for candidate in store.all(Candidate)]
    fresh.context.session.run(triage.accept(store, every))
    pair_of = {uid: pair for pair in store.all(Pair) for uid in (*pair.left, *pair.right)}
    ours = next(
        commitment.anchors[0].passage
        for commitment in store.all(Commitment)
        if len(commitment.anchors) == 1 and commitment.anchors[0].passage in pair_of
    )
    pair = pair_of[ours]
    theirs = (pair.right if ours in pair.left else pair.left)[0]
    resting = lambda place: {c.uid for c in store.where(Commitment, anchors__passage=place)}  # noqa: E731
    before = resting(theirs)
    fresh.context.places.go(Place(Room.SOURCES, Passage, theirs))

    qtbot.keyClick(fresh.text, Keys.Key_Q)
    qtbot.keyClick(QApplication.focusWidget(), Keys.Key_Down)
    qtbot.keyClick(QApplication.focusWidget(), Keys.Key_Return)

    (more,) = resting(theirs) - before
    assert more in resting(ours)


def test_evidence_needs_a_commitment_and_is_left_with_escape(qtbot, fresh, store, quiet):
    entries = store.count(StatusEntry)
    qtbot.keyClick(fresh.text, Keys.Key_V)
    shown = editor(fresh, EvidenceEditor)
    status = next(b for b in shown.findChildren(QComboBox) if b.accessibleName() == "Status")
    status.setFocus()

    qtbot.keyClick(status, Keys.Key_Return)

    assert shown.isVisible()
    assert not status.hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Keys.Key_Escape)
    assert not shown.isVisible()
    assert store.count(StatusEntry) == entries


def test_keys_in_a_small_editor_do_not_reach_the_text_around_it(qtbot, fresh, store, quiet):
    fresh.context.session.run(triage.accept(store, [fresh.attention.order[0].uid]))
    qtbot.keyClick(fresh.text, Keys.Key_R)
    place = editor(fresh, RepairEditor).findChild(QComboBox)
    place.setFocus()
    before = store.count(Commitment), fresh.context.places.here

    for key in (Keys.Key_A, Keys.Key_C, Keys.Key_X, Keys.Key_Return):
        qtbot.keyClick(place, key)

    assert (store.count(Commitment), fresh.context.places.here) == before
    assert editor(fresh, RepairEditor).isVisible()
