"""Bars and the time line, driven by hand."""

from __future__ import annotations

import json
from datetime import date
from itertools import groupby

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QListView, QTableView, QToolButton

from briefing.operations import commitments, topics
from briefing.store.overview import Count, Due
from briefing.things import Commitment, Deadline, DeadlineKind, Status, StatusEntry, Topic
from ui.looks.colours import LIGHT
from ui.overview.bars_model import COUNT, BarsModel
from ui.overview.bars_view import BarsView
from ui.overview.clusters import Lane, clustered, span
from ui.overview.line_model import CLUSTER, LineModel
from ui.overview.status_paint import paint_status
from ui.places import Place, Room
from ui.speech import Speech

TODAY = date(2026, 11, 24)
TOPICS = [
    Topic(uid="b", name="Climate", position=1),
    Topic(uid="a", name="Health", position=0),
    Topic(uid="c", name="Forests", parent="b"),
]
COUNTS = [
    Count("c", Status.DONE, 2),
    Count("a", Status.UNKNOWN, 3),
    Count(None, Status.UNDER_WAY, 1),
]


@pytest.fixture
def bars(overview, labelled) -> QTableView:
    return labelled(QTableView, "Commitments by topic and status")


@pytest.fixture
def line(overview, labelled) -> QListView:
    return labelled(QListView, "Deadlines")


def cell(view, row: int, column: int):
    return view.model().index(row, column)


def button_of(overview, action: str) -> QToolButton:
    buttons = overview.findChildren(QToolButton)
    return next(
        b for b in buttons if b.defaultAction() and b.defaultAction().objectName() == action
    )


def first_stretch(view, row: int):
    model = view.model()
    return next(model.index(row, c) for c in range(1, 8) if model.index(row, c).data(COUNT))


def test_the_bars_count_every_commitment_once(window, bars):
    total = window.context.session.store.count(Commitment)

    assert cell(bars, 0, 8).data(COUNT) == total
    rows = range(1, bars.model().rowCount())
    assert sum(cell(bars, row, 8).data(COUNT) for row in rows) == total


def test_the_bars_follow_an_edit(qtbot, window, bars):
    session = window.context.session
    done = cell(bars, 0, 5).data(COUNT)
    known = {entry.commitment for entry in session.store.all(StatusEntry)}
    commitment = next(c for c in session.store.all(Commitment) if c.uid not in known)

    session.run(commitments.add_status(commitment, status=Status.DONE, as_of=TODAY))

    qtbot.waitUntil(lambda: cell(bars, 0, 5).data(COUNT) == done + 1)


def test_a_click_on_a_stretch_leads_to_its_commitments(qtbot, window, bars):
    stretch = first_stretch(bars, 1)

    middle = bars.visualRect(stretch).center()

    with qtbot.waitSignal(window.context.places.moved) as moved:
        qtbot.mouseClick(bars.viewport(), Qt.MouseButton.LeftButton, pos=middle)

    wanted = json.loads(moved.args[0].detail)
    assert moved.args[0].room is Room.COMMITMENTS
    assert len(wanted["topics"]) == len(wanted["statuses"]) == 1


def test_each_stretch_is_reached_by_keys_and_entered(qtbot, window, bars):
    bars.setFocus()
    bars.setCurrentIndex(cell(bars, 1, 0))
    for _ in range(3):
        qtbot.keyClick(bars, Qt.Key.Key_Right)
        assert bars.currentIndex().data(COUNT)
    qtbot.keyClick(bars, Qt.Key.Key_Down)
    assert bars.currentIndex().data(COUNT)

    qtbot.keyClick(bars, Qt.Key.Key_Return)

    assert window.context.places.here.room is Room.COMMITMENTS


def test_every_stretch_is_wide_enough_for_a_finger(bars):
    model = bars.model()
    for row in range(model.rowCount()):
        for column in range(1, 8):
            index = model.index(row, column)
            assert bool(index.data(COUNT)) == bars.visualRect(index).isValid()
            if index.data(COUNT):
                assert bars.visualRect(index).width() >= 24
                assert bars.visualRect(index).height() >= 24
                assert bars.indexAt(bars.visualRect(index).center()) == index


@pytest.mark.parametrize("lang", ["en", "fr", "zh"])
def test_no_part_of_a_pixel_costs_a_name_its_last_letters(qtbot, window, lang):
    model = BarsModel(Speech.of(lang), window)
    model.show_counts(COUNTS, TOPICS)
    view = BarsView(model, window.context.look)
    qtbot.addWidget(view)
    view.resize(900, 300)
    view.show()
    first = cell(view, 0, 0)
    bold = view.font()
    bold.setBold(True)
    room = view.visualRect(first).width() - 2 * 6

    shown = QFontMetrics(bold).elidedText(first.data(), Qt.TextElideMode.ElideRight, room)

    assert shown == first.data()


def test_names_stand_whole_and_leave_the_bars_most_of_the_room(qtbot, window, bars):
    window.resize(1600, 900)
    qtbot.waitUntil(lambda: bars.viewport().width() > 600)
    names = [cell(bars, row, 0) for row in range(bars.model().rowCount())]
    topic = max(window.context.session.store.all(Topic), key=lambda topic: len(topic.name))

    for name in names:
        assert bars.fontMetrics().horizontalAdvance(name.data()) < bars.visualRect(name).width()
    window.context.session.run(topics.change_topic(topic, name="Many words " * 20))

    rows = range(len(names))
    qtbot.waitUntil(lambda: any("Many" in cell(bars, row, 0).data() for row in rows))
    assert bars.visualRect(cell(bars, 0, 0)).width() <= bars.viewport().width() * 2 // 5


def test_the_time_line_begins_where_there_is_a_mark(qtbot, window, line):
    session = window.context.session
    old = Deadline(kind=DeadlineKind.DATE, value="2012-06-30", text="June 2012")
    dated = [c for c in session.store.all(Commitment) if c.deadline.last_day]

    session.run(commitments.change_commitments(dated, deadline=old))

    only = cell(line, 0, 0)
    qtbot.waitUntil(lambda: line.model().rowCount() == 1)
    assert line.viewport().rect().contains(line.visualRect(only))


def test_a_stretch_is_said_with_its_topic_and_status(bars):
    said = first_stretch(bars, 1).data(Qt.ItemDataRole.AccessibleTextRole)

    assert said.startswith("Clean Energy and Climate, Unknown: ")


def test_the_same_is_there_as_a_table(qtbot, overview, bars, labelled):
    qtbot.mouseClick(button_of(overview, "overview.bars-table"), Qt.MouseButton.LeftButton)

    table = labelled(QTableView, "Commitments by topic and status, as a table")
    assert table.isVisible()
    assert table.model() is bars.model()


def test_a_deadline_on_the_line_leads_to_its_commitment(qtbot, window, line):
    model = line.model()
    indexes = (model.index(row, 0) for row in range(model.rowCount()))
    alone = next(index for index in indexes if index.data(CLUSTER).count == 1)
    line.scrollTo(alone)

    uid, middle = alone.data(CLUSTER).uid, line.visualRect(alone).center()

    with qtbot.waitSignal(window.context.places.moved) as moved:
        qtbot.mouseClick(line.viewport(), Qt.MouseButton.LeftButton, pos=middle)

    assert moved.args == [Place(Room.COMMITMENTS, Commitment, uid)]


def test_a_cluster_leads_to_all_that_falls_due_then(qtbot, window, line):
    model = line.model()
    indexes = (model.index(row, 0) for row in range(model.rowCount()))
    many = next(index for index in indexes if index.data(CLUSTER).count > 1)
    line.setFocus()
    line.setCurrentIndex(many)
    mark = many.data(CLUSTER)

    with qtbot.waitSignal(window.context.places.moved) as moved:
        qtbot.keyClick(line, Qt.Key.Key_Return)

    wanted = json.loads(moved.args[0].detail)
    assert wanted == {"first_day": mark.first.isoformat(), "last_day": mark.last.isoformat()}


def test_the_marks_are_walked_through_by_keys(qtbot, line):
    line.setFocus()
    line.setCurrentIndex(line.model().index(0, 0))

    qtbot.keyClick(line, Qt.Key.Key_Right)
    assert line.currentIndex().row() == 1
    qtbot.keyClick(line, Qt.Key.Key_End)
    assert line.currentIndex().row() == line.model().rowCount() - 1
    assert line.viewport().rect().contains(line.visualRect(line.currentIndex()))


def test_quarters_set_apart_what_lies_close(qtbot, window, overview, line):
    session = window.context.session
    for place, value in enumerate(("2027-05-01", "2027-06-01")):
        commitment = session.store.all(Commitment)[place]
        deadline = Deadline(kind=DeadlineKind.DATE, value=value)
        session.run(commitments.change_commitment(commitment, deadline=deadline))
    qtbot.waitUntil(
        lambda: any(
            mark.first == date(2027, 5, 1) and mark.count == 2 for mark in line.model().marks
        )
    )

    qtbot.mouseClick(button_of(overview, "overview.quarters"), Qt.MouseButton.LeftButton)

    days = {mark.first: mark.count for mark in line.model().marks}
    assert (days[date(2027, 5, 1)], days[date(2027, 6, 1)]) == (1, 1)


def test_overdue_and_settled_ones_stand_in_lanes_of_their_own():
    day = date(2026, 11, 1)
    dues = [
        Due(day, settled=False, count=1, uid="a", action="A"),
        Due(day, settled=True, count=2, uid="b", action=""),
        Due(date(2026, 12, 1), settled=False, count=1, uid="c", action="C"),
    ]

    lanes = [(mark.lane, mark.count) for mark in clustered(dues, TODAY, 60)]

    assert lanes == [(Lane.OVERDUE, 1), (Lane.SETTLED, 2), (Lane.OPEN, 1)]


def test_the_line_spans_whole_years_around_today():
    due = Due(date(2030, 6, 1), settled=False, count=1, uid="a", action="A")

    assert span([due], TODAY) == (date(2026, 1, 1), date(2030, 12, 31))
    assert span([], TODAY) == (date(2026, 1, 1), date(2026, 12, 31))


def test_the_bars_are_a_sound_model(qtmodeltester):
    model = BarsModel(Speech.of("en"))
    qtmodeltester.check(model)
    model.show_counts(COUNTS, TOPICS)
    qtmodeltester.check(model)

    names = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert names == ["All commitments", "Health", "Forests", "Without a topic"]


def test_the_line_is_a_sound_model(qtmodeltester):
    model = LineModel(Speech.of("en"))
    qtmodeltester.check(model)
    dues = [Due(date(2027, m, 1), settled=False, count=m, uid="u", action="A") for m in (1, 5)]
    model.show_dues(dues, TODAY, 1)
    qtmodeltester.check(model)

    said = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert said == ["1 Jan 2027, due: A", "1 May 2027, due: 5 commitments"]


@pytest.mark.parametrize("ratio", [1, 2, 3])
def test_the_pattern_of_a_status_is_as_coarse_on_a_fine_screen(qapp, ratio):
    image = QImage(60 * ratio, 20 * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    paint_status(painter, QRectF(0, 0, 60, 20), Status.UNKNOWN, LIGHT)
    painter.end()

    inside = range(4 * ratio, 16 * ratio)
    rows = [[image.pixelColor(x, y).name() for x in range(4 * ratio, 56 * ratio)] for y in inside]
    dots = {
        len(list(run)) for row in rows for colour, run in groupby(row) if colour != LIGHT.ground
    }
    assert dots == {ratio}
