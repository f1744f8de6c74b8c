"""Triage from the keyboard, as a hand would do it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QStyle

from briefing.edits import Edit, EditName, Replace
from briefing.operations import triage
from briefing.progress import Steps
from briefing.things import (
    NO_DEADLINE,
    Candidate,
    CandidateState,
    Commitment,
    Deadline,
    DeadlineKind,
    Firmness,
    Kind,
    Party,
    Passage,
    Source,
    Topic,
)
from ui.places import Place, Room
from ui.reader.paper import Spot
from ui.reader.walk import Filter

Keys = Qt.Key
SCROLL_BAR = QStyle.PixelMetric.PM_ScrollBarExtent
MARGIN = 12


def filters_of(pane) -> QComboBox:
    boxes = pane.card.findChildren(QComboBox)
    return next(box for box in boxes if box.accessibleName() == "Candidates to walk through")


def press(qtbot, reader, *keys, modifier=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        qtbot.keyClick(reader.text, key, modifier)


def current(reader) -> Candidate | None:
    return reader.attention.candidate


def in_language(candidate: Candidate, lang: str) -> Replace:
    anchors = tuple(replace(anchor, lang=lang) for anchor in candidate.anchors)
    return Replace(candidate, replace(candidate, anchors=anchors))


def visible_words(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_the_first_candidate_is_looked_at(fresh):
    assert current(fresh) == fresh.attention.order[0]
    assert "Candidate 1 of" in visible_words(fresh.card)


def test_a_text_that_begins_in_another_language_is_begun_in_that_of_the_book(fresh, store):
    source, order = fresh.source_uid, fresh.attention.order
    abroad = (in_language(candidate, "zh") for candidate in order[:6])
    fresh.show_source(store.all(Source)[1].uid)
    store.apply(Edit(EditName.CHANGE_CANDIDATE, tuple(abroad)))

    fresh.show_source(source)

    seen = current(fresh)
    assert seen.uid == order[6].uid
    assert fresh.text.sees(Spot(seen.anchors[0].passage, seen.anchors[0].start))


def test_what_is_looked_at_stays_in_its_place_while_the_column_takes_another_width(fresh):
    text = fresh.text
    last = fresh.attention.order[-1]
    fresh.attention.look_at(last.uid)
    spot = Spot(last.anchors[0].passage, last.anchors[0].start)
    before = text.rect_of(spot).top()
    assert before > 0

    text.resize(text.width() - 160, text.height())

    assert abs(text.rect_of(spot).top() - before) < text.fontMetrics().height()


def test_the_card_counts_those_that_its_filter_lets_through(qtbot, fresh):
    count = len(fresh.attention.order)
    press(qtbot, fresh, Keys.Key_A)

    assert filters_of(fresh).currentText() == f"Proposed ({count - 1})"
    assert f"Candidate 1 of {count - 1}" in visible_words(fresh.card)

    press(qtbot, fresh, Keys.Key_J, Keys.Key_K)
    assert f"Candidate 1 of {count - 1}" in visible_words(fresh.card)


def test_a_candidate_that_the_filter_keeps_back_has_no_number(fresh):
    first = fresh.attention.order[0].uid
    fresh.attention.filter = Filter.REJECTED
    fresh.attention.look_at(first)

    assert "Candidate" in visible_words(fresh.card).splitlines()
    assert "Candidate 0" not in visible_words(fresh.card)


def test_j_and_k_walk_through_the_candidates(qtbot, fresh):
    press(qtbot, fresh, Keys.Key_J)
    assert current(fresh) == fresh.attention.order[1]

    press(qtbot, fresh, Keys.Key_K)
    assert current(fresh) == fresh.attention.order[0]


def test_the_ends_of_the_walk_hold(qtbot, fresh):
    press(qtbot, fresh, Keys.Key_K)
    assert current(fresh) == fresh.attention.order[0]

    press(qtbot, fresh, *[Keys.Key_J] * (len(fresh.attention.order) + 3))
    assert current(fresh) == fresh.attention.order[-1]


def test_the_candidate_is_kept_at_a_third_of_the_height(qtbot, fresh):
    press(qtbot, fresh, *[Keys.Key_J] * 12)

    anchor = current(fresh).anchors[0]
    line = fresh.text.rect_of(Spot(anchor.passage, anchor.start))
    assert line.top() == pytest.approx(fresh.text.viewport().height() / 3, abs=4)


def test_a_topic_is_chosen_between_two_letters(qtbot, fresh):
    first = current(fresh)
    press(qtbot, fresh, Keys.Key_T)
    line = QApplication.focusWidget()
    qtbot.keyClicks(line, "Quiet seas")
    qtbot.keyClick(line, Keys.Key_Return)

    assert fresh.text.hasFocus()
    press(qtbot, fresh, Keys.Key_A)
    (made,) = fresh.context.session.store.all(Commitment)
    (topic,) = (t for t in fresh.context.session.store.all(Topic) if t.name == "Quiet seas")
    assert made.topics[:1] == (topic.uid,)
    assert current(fresh) != first


def test_the_news_of_a_deed_leaves_a_source_alone_that_is_opened_meanwhile(qtbot, fresh):
    session, first = fresh.context.session, current(fresh)
    here, other = session.store.all(Source)

    def rejecting() -> Steps[Edit]:
        for turn in range(9):
            yield turn, 9
        return triage.reject(session.store, [first.uid])

    deed = session.deed(rejecting())
    deed.start()
    while not deed.ended and fresh.source.candidates[first.uid] == first:
        deed.go_on()
    assert not deed.ended
    fresh.show_source(other.uid)

    session.settle()

    assert here.uid != other.uid
    assert current(fresh).source == other.uid


@pytest.mark.parametrize("key", [Keys.Key_A, Keys.Key_X])
def test_undo_leads_back_to_the_candidate_that_was_decided(qtbot, fresh, key):
    first = current(fresh)
    press(qtbot, fresh, key, Keys.Key_J, Keys.Key_J)
    assert current(fresh) != first

    fresh.context.actions["edit.undo"].trigger()

    assert current(fresh) == first


@pytest.mark.parametrize("back", ["edit.undo", "reader.take-back"])
def test_undo_stays_in_the_language_that_is_read(qtbot, fresh, back):
    other, here = fresh.attention.order[:2]
    alike = replace(in_language(other, "zh").after, group=here.group)
    fresh.context.session.run(Edit(EditName.CHANGE_CANDIDATE, (Replace(other, alike),)))
    fresh.attention.look_at(here.uid)
    press(qtbot, fresh, Keys.Key_A)
    assert fresh.source.candidates[other.uid].state is CandidateState.ACCEPTED

    fresh.context.actions[back].trigger()

    assert current(fresh) == here


def test_when_what_is_looked_at_goes_the_next_candidate_is_looked_at(qtbot, fresh):
    first = current(fresh)
    cursor = fresh.text.textCursor()
    cursor.movePosition(cursor.MoveOperation.NextWord, cursor.MoveMode.KeepAnchor, 2)
    fresh.text.setTextCursor(cursor)
    press(qtbot, fresh, Keys.Key_C)
    (made,) = fresh.context.session.store.all(Commitment)
    assert fresh.attention.current == made.uid

    fresh.context.actions["edit.undo"].trigger()

    assert current(fresh) == first
    assert "Nothing left to decide" not in visible_words(fresh.card)


def test_who_is_led_to_a_passage_is_not_offered_the_candidate_of_another(qtbot, fresh):
    source = fresh.source
    bare = next(p for p in source.passages if not source.marks_of.get(p.uid))
    with_one = source.order[-1]

    fresh.context.places.go(Place(Room.SOURCES, Passage, bare.uid))
    assert fresh.attention.candidate is None
    assert "No candidate here" in visible_words(fresh.card)

    fresh.context.places.go(Place(Room.SOURCES, Passage, with_one.anchors[0].passage))
    assert fresh.attention.candidate.anchors[0].passage == with_one.anchors[0].passage


def test_who_is_led_to_one_of_several_in_a_passage_finds_that_one_on_the_card(qtbot, fresh):
    source = fresh.source
    passage, marks = next((p, m) for p, m in source.marks_of.items() if len(m) > 1)

    fresh.context.places.go(Place(Room.SOURCES, Passage, passage, marks[-1].uid))

    assert fresh.attention.current == marks[-1].uid


def test_next_goes_on_from_a_passage_one_was_led_to(qtbot, fresh):
    source = fresh.source
    before = source.passages[: source.begins(source.order[-1])[0]]
    bare = next(p for p in reversed(before) if not source.marks_of.get(p.uid))
    fresh.context.places.go(Place(Room.SOURCES, Passage, bare.uid))

    press(qtbot, fresh, Keys.Key_J)

    here = (source.place_of[bare.uid], 0)
    assert fresh.attention.candidate == next(c for c in source.order if source.begins(c) > here)


def test_what_goes_from_a_source_out_of_sight_leaves_one_where_one_is(qtbot, fresh):
    first, places = current(fresh), fresh.context.places
    press(qtbot, fresh, Keys.Key_A)
    (made,) = fresh.context.session.store.all(Commitment)
    fresh.attention.look_at(made.uid)
    places.go(Place(Room.COMMITMENTS, Commitment, made.uid))

    fresh.context.actions["edit.undo"].trigger()

    assert places.here.room is Room.COMMITMENTS
    assert current(fresh) == first


@pytest.mark.parametrize("key", [Keys.Key_E, Keys.Key_T, Keys.Key_P])
def test_escape_leads_from_the_card_back_to_the_text(qtbot, fresh, key):
    press(qtbot, fresh, key)
    field = QApplication.focusWidget()
    assert field is not fresh.text

    qtbot.keyClick(field, Keys.Key_Escape)

    assert fresh.text.hasFocus()


def test_what_can_be_edited_goes_into_the_narrowest_column(fresh):
    column = fresh.card.minimumWidth() - fresh.card.style().pixelMetric(SCROLL_BAR) - 2 * MARGIN

    assert fresh.card.details.minimumSizeHint().width() <= column


def test_the_card_says_what_was_seen(fresh):
    words = visible_words(fresh.card)

    assert current(fresh).quote in words
    assert "the wording “agreed to”" in words
    assert "“They” is taken to mean Aldmark and Marenne" in words
    assert "Very sure (0.99)" in words


def test_a_accepts_and_goes_on(qtbot, fresh, store):
    first, second = fresh.attention.order[:2]

    press(qtbot, fresh, Keys.Key_A)

    accepted = store.get(Candidate, first.uid)
    assert accepted.state is CandidateState.ACCEPTED
    commitment = store.get(Commitment, accepted.commitment)
    headings = {p.text for p in fresh.source.passages if p.level}
    assert store.get(Topic, commitment.topics[0]).name in headings
    assert current(fresh) == second


@pytest.mark.parametrize("key", [Keys.Key_A, Keys.Key_X])
def test_no_key_decides_on_words_that_are_out_of_sight(qtbot, fresh, store, key):
    first = current(fresh)
    place = Spot(first.anchors[0].passage, first.anchors[0].start)
    fresh.text.verticalScrollBar().setValue(fresh.text.verticalScrollBar().maximum())
    assert not fresh.text.sees(place)

    press(qtbot, fresh, key)

    assert store.get(Candidate, first.uid) == first
    assert fresh.text.sees(place)
    press(qtbot, fresh, key)
    assert store.get(Candidate, first.uid).state is not CandidateState.PROPOSED


@pytest.mark.parametrize("key", [Keys.Key_A, Keys.Key_X])
def test_a_decision_that_is_done_again_goes_on_as_the_first_time(qtbot, fresh, key):
    first = current(fresh)
    press(qtbot, fresh, key)
    following = current(fresh)
    fresh.context.actions["edit.undo"].trigger()
    assert current(fresh).uid == first.uid

    fresh.context.actions["edit.redo"].trigger()

    assert current(fresh).uid == following.uid != first.uid


def test_what_says_the_same_in_another_language_is_accepted_with_it(qtbot, fresh, store):
    first = fresh.attention.order[0]

    press(qtbot, fresh, Keys.Key_A)

    group = store.where(Candidate, group=first.group)
    assert len(group) > 1
    assert {candidate.state for candidate in group} == {CandidateState.ACCEPTED}


def test_x_rejects_and_z_takes_back(qtbot, fresh):
    first, second = fresh.attention.order[:2]
    press(qtbot, fresh, Keys.Key_X)
    assert fresh.attention.order[0].state is CandidateState.REJECTED
    assert current(fresh) == second

    press(qtbot, fresh, Keys.Key_Z)

    assert current(fresh) == first


def test_u_proposes_a_rejected_candidate_again(qtbot, fresh):
    first = fresh.attention.order[0]
    press(qtbot, fresh, Keys.Key_X)
    fresh.attention.choose(Filter.REJECTED)
    assert current(fresh).uid == first.uid

    press(qtbot, fresh, Keys.Key_U)

    assert fresh.attention.order[0].state is CandidateState.PROPOSED


def test_brackets_trim_by_a_word(qtbot, fresh):
    quote = current(fresh).quote

    press(qtbot, fresh, Keys.Key_BracketLeft)
    assert current(fresh).quote == quote.rpartition(" ")[0]

    press(qtbot, fresh, Keys.Key_BracketRight)
    assert current(fresh).quote == quote

    press(qtbot, fresh, Keys.Key_BraceRight)
    assert current(fresh).quote == quote.partition(" ")[2]

    press(qtbot, fresh, Keys.Key_BraceLeft)
    assert current(fresh).quote == quote


def test_s_splits_at_the_text_cursor_and_m_joins_again(qtbot, fresh):
    first = current(fresh)
    count = len(fresh.attention.order)
    anchor = first.anchors[0]
    at = anchor.start + first.quote.index("from ferries")
    fresh.text.put_cursor(Spot(anchor.passage, at))

    press(qtbot, fresh, Keys.Key_S)
    assert len(fresh.attention.order) == count + 1
    assert current(fresh).quote == first.quote.partition(" from ferries")[0]

    press(qtbot, fresh, Keys.Key_M)
    assert len(fresh.attention.order) == count
    assert current(fresh).quote == first.quote


def test_a_split_inside_a_word_leaves_the_word_whole(qtbot, fresh):
    first = current(fresh)
    anchor = first.anchors[0]
    fresh.text.put_cursor(Spot(anchor.passage, anchor.start + first.quote.index("rries")))

    press(qtbot, fresh, Keys.Key_S)

    assert current(fresh).quote == first.quote.partition(" ferries")[0]


def test_a_click_in_the_words_says_where_to_split(qtbot, fresh):
    first = current(fresh)
    at = first.anchors[0].start + first.quote.index("ferries")
    rect = fresh.text.rect_of(Spot(first.anchors[0].passage, at))

    qtbot.mouseClick(fresh.text.viewport(), Qt.MouseButton.LeftButton, pos=rect.center().toPoint())
    press(qtbot, fresh, Keys.Key_S)

    assert current(fresh).quote == first.quote.partition(" ferries")[0]


def test_a_split_outside_the_words_is_refused_in_plain_words(qtbot, fresh):
    said = []
    fresh.context.notices.said.connect(said.append)
    other = fresh.attention.order[-1].anchors[0]
    fresh.text.put_cursor(Spot(other.passage, other.start))

    press(qtbot, fresh, Keys.Key_S)

    assert "lies outside the words" in said[0].text


def test_accepting_all_that_is_sure_is_one_step_and_leaves_a_list(qtbot, fresh, store):
    sure = [c.uid for c in fresh.attention.order if c.confidence >= 0.9]
    before = len(store.history(400))

    fresh.context.actions["reader.accept-sure"].trigger()

    assert len(store.history(400)) == before + 1
    unseen = [c.uid for c in fresh.attention.order if c.in_bulk]
    assert unseen == sure
    filters = filters_of(fresh)
    assert filters.itemText(filters.findData(Filter.UNSEEN)).endswith(f"({len(sure)})")


def test_what_was_accepted_in_bulk_is_looked_at_one_by_one(qtbot, fresh):
    fresh.context.actions["reader.accept-sure"].trigger()
    fresh.attention.choose(Filter.UNSEEN)
    seen = current(fresh)

    press(qtbot, fresh, Keys.Key_A)

    assert not fresh.source.candidates[seen.uid].in_bulk
    assert current(fresh).uid != seen.uid
    assert current(fresh).in_bulk


def test_enter_opens_the_commitment_in_its_workspace(qtbot, fresh):
    press(qtbot, fresh, Keys.Key_A)
    fresh.attention.look_at(fresh.attention.order[0].uid)

    press(qtbot, fresh, Keys.Key_Return)

    here = fresh.context.places.here
    assert (here.room, here.kind) == (Room.COMMITMENTS, Commitment)
    assert here.uid == fresh.attention.order[0].commitment


def test_letters_mean_letters_in_the_fields_of_the_card(qtbot, fresh):
    press(qtbot, fresh, Keys.Key_T)
    field = fresh.card.details.topic.line
    assert field.hasFocus()

    qtbot.keyClicks(field, "xa")

    assert field.text() == "xa"
    assert all(c.state is CandidateState.PROPOSED for c in fresh.attention.order)


def test_a_topic_is_chosen_by_typing_and_used_on_acceptance(qtbot, fresh, store):
    first = current(fresh)
    press(qtbot, fresh, Keys.Key_T)
    field = fresh.card.details.topic.line

    qtbot.keyClicks(field, "Ferries")
    qtbot.keyClick(field, Keys.Key_Return)
    fresh.text.setFocus()
    press(qtbot, fresh, Keys.Key_A)

    commitment = store.get(Commitment, store.get(Candidate, first.uid).commitment)
    assert store.get(Topic, commitment.topics[0]).name == "Ferries"


def test_a_party_that_everybody_knows_is_added_by_its_name(qtbot, fresh, store):
    press(qtbot, fresh, Keys.Key_P)
    field = fresh.card.details.promisors.line

    qtbot.keyClicks(field, "Canada")
    qtbot.keyClick(field, Keys.Key_Return)

    codes = [store.get(Party, uid).code for uid in current(fresh).promisors]
    assert "CA" in codes


def test_a_click_on_marked_words_looks_at_them_without_scrolling(qtbot, fresh):
    third = fresh.attention.order[2]
    anchor = third.anchors[0]
    value = fresh.text.verticalScrollBar().value()
    rect = fresh.text.rect_of(Spot(anchor.passage, anchor.start + 3))

    qtbot.mouseClick(fresh.text.viewport(), Qt.MouseButton.LeftButton, pos=rect.center().toPoint())

    assert current(fresh) == third
    assert fresh.text.verticalScrollBar().value() == value


def test_typing_letters_never_changes_the_text(qtbot, fresh):
    words = fresh.text.toPlainText()

    press(qtbot, fresh, Keys.Key_J, Keys.Key_Q, Keys.Key_Space, Keys.Key_Backspace)

    assert fresh.text.toPlainText() == words


def test_the_whole_source_is_triaged_by_single_keys(qtbot, fresh):
    count = len(fresh.attention.order)

    for number in range(count):
        press(qtbot, fresh, Keys.Key_X if number % 4 == 3 else Keys.Key_A)

    states = [candidate.state for candidate in fresh.attention.order]
    assert CandidateState.PROPOSED not in states
    assert states.count(CandidateState.REJECTED) == count // 4


def choose(qtbot, box: QComboBox, data: str):
    """Choose from a box as a hand would, by its keys."""
    box.setFocus()
    while box.currentData() != data:
        last = box.currentIndex() == box.count() - 1
        qtbot.keyClick(box, Keys.Key_Home if last else Keys.Key_Down)


def test_another_list_of_candidates_is_chosen_by_hand(qtbot, fresh):
    first = current(fresh)
    press(qtbot, fresh, Keys.Key_X)

    choose(qtbot, filters_of(fresh), Filter.REJECTED)

    assert fresh.attention.filter is Filter.REJECTED
    assert current(fresh).uid == first.uid


def test_the_firmness_of_a_candidate_and_of_its_commitment_are_corrected(qtbot, fresh, store):
    uid = current(fresh).uid
    box = next(
        box
        for box in fresh.card.details.findChildren(QComboBox)
        if box.accessibleName() == "How firmly it is worded"
    )
    choose(qtbot, box, Firmness.INTEND)
    assert store.get(Candidate, uid).firmness is Firmness.INTEND

    fresh.text.setFocus()
    press(qtbot, fresh, Keys.Key_A)
    fresh.attention.look_at(uid)
    choose(qtbot, box, Firmness.DIRECTED)
    made = store.get(Commitment, store.get(Candidate, uid).commitment)
    assert (made.firmness, made.kind) == (Firmness.DIRECTED, Kind.TASKING)


def deadline_line(reader) -> QLineEdit:
    lines = reader.card.details.findChildren(QLineEdit)
    return next(line for line in lines if line.accessibleName() == "Deadline")


def type_deadline(qtbot, reader, words: str) -> None:
    line = deadline_line(reader)
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, words)
    qtbot.keyClick(line, Keys.Key_Return)


def test_the_adviser_is_not_quoted_as_the_source_of_a_deadline(qtbot, fresh, store):
    order = fresh.attention.order
    quiet = next(c for c in order if c.deadline.kind is DeadlineKind.NONE)
    fresh.attention.look_at(quiet.uid)

    type_deadline(qtbot, fresh, "nonsense day")
    assert store.get(Candidate, quiet.uid).deadline == NO_DEADLINE
    assert "not a day that can be read" in visible_words(fresh.card)

    type_deadline(qtbot, fresh, "end of 2021")
    day = Deadline(kind=DeadlineKind.DATE, value="2021")
    assert store.get(Candidate, quiet.uid).deadline == day
    assert "As written" not in visible_words(fresh.card)
    assert "cannot be read" not in visible_words(fresh.card)

    fresh.text.setFocus()
    press(qtbot, fresh, Keys.Key_A)
    assert store.get(Commitment, store.get(Candidate, quiet.uid).commitment).deadline == day


def test_the_words_of_the_source_outlast_another_day(qtbot, fresh, store):
    order = fresh.attention.order
    dated = next(c for c in order if c.deadline.text)
    fresh.attention.look_at(dated.uid)

    type_deadline(qtbot, fresh, "31 Dec 2041")

    kept = store.get(Candidate, dated.uid).deadline
    assert (kept.value, kept.text) == ("2041-12-31", dated.deadline.text)
    assert f"As written: “{dated.deadline.text}”" in visible_words(fresh.card)


def test_words_that_no_passage_has_are_not_shown_as_written(fresh, store):
    first = current(fresh)
    typed = Deadline(kind=DeadlineKind.VAGUE, value="nonsense day", text="nonsense days")

    fresh.card.window().context.session.run(triage.change_candidate(first, deadline=typed))

    assert current(fresh).deadline == typed
    assert "As written" not in visible_words(fresh.card)


def test_what_cannot_be_read_is_not_said_of_the_next_candidate(qtbot, fresh):
    quiet = [c for c in fresh.attention.order if c.deadline.kind is DeadlineKind.NONE]
    fresh.attention.look_at(quiet[0].uid)
    type_deadline(qtbot, fresh, "nonsense day")

    fresh.attention.look_at(quiet[1].uid)

    assert not deadline_line(fresh).text()
    assert "cannot be read" not in visible_words(fresh.card)


def test_the_words_of_a_commitment_are_written_on_the_card(qtbot, fresh, store):
    uid = current(fresh).uid
    press(qtbot, fresh, Keys.Key_A)
    fresh.attention.look_at(uid)
    fresh.text.setFocus()

    press(qtbot, fresh, Keys.Key_E)
    qtbot.keyClicks(QApplication.focusWidget(), "In short: ")
    fresh.text.setFocus()

    made = store.get(Commitment, store.get(Candidate, uid).commitment)
    assert made.action.startswith("In short: ")


def test_the_letters_count_again_when_a_button_was_clicked_out_of_a_field(qtbot, fresh, store):
    first, second = fresh.attention.order[:2]
    field = fresh.card.details.topic.line
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(field, "Ferries")
    accept = next(
        button
        for button in fresh.card.findChildren(QPushButton)
        if button.accessibleName() == "Accept"
    )

    qtbot.mouseClick(accept, Qt.MouseButton.LeftButton)
    qtbot.keyClick(QApplication.focusWidget(), Keys.Key_A)

    states = {store.get(Candidate, one.uid).state for one in (first, second)}
    assert states == {CandidateState.ACCEPTED}
    (topic,) = (t for t in store.all(Topic) if t.name == "Ferries")
    assert any(topic.uid in made.topics for made in store.all(Commitment))
