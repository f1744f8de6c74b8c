"""Finding words in the reading text, and moving about in it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QTextCursor, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel

from briefing.operations import sources
from briefing.things import Source
from ui.reader.find import Finder
from ui.reader.find_bar import FindBar
from ui.reader.paper import Spot, Stretch
from ui.settings import Appearance

Keys = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def bar(reader) -> FindBar:
    return reader.findChild(FindBar)


def count(reader) -> str:
    return next(label.text() for label in bar(reader).findChildren(QLabel))


def look_for(qtbot, reader, words):
    qtbot.keyClick(reader.text, Keys.Key_F, CONTROL)
    qtbot.keyClicks(QApplication.focusWidget(), words)


def test_answers_are_counted_and_walked_through(qtbot, fresh):
    number = fresh.text.toPlainText().lower().count("the leaders")
    fresh.text.moveCursor(QTextCursor.MoveOperation.Start)
    look_for(qtbot, fresh, "The Leaders")

    assert count(fresh) == f"1 of {number}"
    assert fresh.text.textCursor().selectedText().lower() == "the leaders"

    qtbot.keyClick(QApplication.focusWidget(), Keys.Key_Return)
    assert count(fresh) == f"2 of {number}"

    qtbot.keyClick(fresh, Keys.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(fresh, Keys.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert count(fresh) == f"{number} of {number}"


def test_accents_and_width_do_not_matter(qtbot, fresh):
    fresh.show_source(fresh.context.session.store.all(Source)[1].uid)

    look_for(qtbot, fresh, "energie propre")

    assert fresh.text.textCursor().selectedText() == "Énergie propre"


def test_what_is_not_there_is_said_so(qtbot, fresh):
    look_for(qtbot, fresh, "zebra")

    assert count(fresh) == "Not found"


def test_escape_puts_the_bar_away_and_leaves_the_answer_selected(qtbot, fresh):
    look_for(qtbot, fresh, "the leaders")

    qtbot.keyClick(QApplication.focusWidget(), Keys.Key_Escape)

    assert not bar(fresh).isVisible()
    assert fresh.text.hasFocus()
    assert fresh.text.textCursor().selectedText().lower() == "the leaders"


def test_selected_words_are_what_is_looked_for(qtbot, fresh):
    anchor = fresh.attention.order[0].anchors[0]
    fresh.text.select(Stretch(anchor.passage, anchor.start, anchor.start + 11))

    qtbot.keyClick(fresh.text, Keys.Key_F, CONTROL)

    assert bar(fresh).words == anchor.quote[:11]


def test_every_answer_is_reached_by_its_number(fresh):
    finder = Finder(fresh.source.passages)
    finder.look_for("ar")

    answers = [finder.answer(number) for number in range(finder.count)]

    assert len(set(answers)) == finder.count
    assert finder.answer(finder.count) is None
    places = fresh.source.place_of
    for number, answer in enumerate(answers):
        place = places[answer.passage]
        assert finder.number_at(place, answer.start, places) == number


def test_the_wheel_with_control_makes_the_text_larger_at_the_same_place(qtbot, fresh, settings):
    fresh.attention.look_at(fresh.attention.order[9].uid)
    top = fresh.text.spot_at_top()
    size = fresh.text.document().defaultFont().pointSizeF()

    turn(fresh.text, 120)

    assert settings.now.reading_size == 1
    assert fresh.text.document().defaultFont().pointSizeF() == size + 1
    assert fresh.text.spot_at_top() == top


def turn(text, delta):
    middle = QPointF(text.viewport().rect().center())
    event = QWheelEvent(
        middle, text.viewport().mapToGlobal(middle), QPoint(), QPoint(0, delta),
        Qt.MouseButton.NoButton, CONTROL, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(text.viewport(), event)


def test_another_look_keeps_the_place(qtbot, fresh, settings):
    fresh.attention.look_at(fresh.attention.order[9].uid)
    top = fresh.text.spot_at_top()

    settings.change(appearance=Appearance.DARK)

    assert fresh.text.spot_at_top() == top
    settings.change(appearance=Appearance.LIGHT)


def test_an_edit_above_does_not_move_what_is_read(qtbot, fresh):
    first = next(p for p in fresh.source.passages if p.uid not in fresh.source.excluded)
    anchor = fresh.attention.order[9].anchors[0]
    fresh.attention.look_at(fresh.attention.order[9].uid)
    before = fresh.text.rect_of(Spot(anchor.passage, anchor.start)).top()

    fresh.context.session.run(sources.repair(first, "many more words " * 20))

    after = fresh.text.rect_of(Spot(anchor.passage, anchor.start)).top()
    assert abs(after - before) <= 1


def test_a_click_on_a_fold_shows_what_is_left_out(qtbot, fresh):
    out = next(iter(fresh.source.excluded))
    fold = fresh.text.paper.fold_of(out)
    block = fresh.text.paper.block_of_fold(fold.key)
    cursor = fresh.text.textCursor()
    cursor.setPosition(block.position() + 2)
    fresh.text.setTextCursor(cursor)
    fresh.text.ensureCursorVisible()
    where = fresh.text.cursorRect(cursor).center()

    qtbot.mouseClick(fresh.text.viewport(), Qt.MouseButton.LeftButton, pos=where)

    assert fresh.text.paper.row_of(out) is not None


def test_who_has_found_words_elsewhere_walks_on_from_there(qtbot, fresh):
    last = fresh.attention.order[-1]
    words = last.anchors[0].quote
    assert fresh.attention.candidate == fresh.attention.order[0]

    look_for(qtbot, fresh, words)
    qtbot.keyClick(QApplication.focusWidget(), Keys.Key_Escape)
    qtbot.keyClick(fresh.text, Keys.Key_K)

    walked = fresh.attention.candidate
    assert fresh.attention.order.index(walked) >= len(fresh.attention.order) - 2
