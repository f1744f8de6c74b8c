"""The month that opens beside a day."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QTableView, QToolButton

from tests.ui.test_looks import contrast
from ui.settings import Appearance
from ui.widgets.day_calendar import DayCalendar


@pytest.fixture
def calendar(qtbot, window):
    calendar = DayCalendar(window.context)
    qtbot.addWidget(calendar)
    calendar.setSelectedDate(QDate(2026, 12, 15))
    calendar.show()
    qtbot.waitExposed(calendar)
    calendar.activateWindow()
    calendar.setFocus()
    return calendar


def test_each_day_is_large_enough_to_hit(calendar):
    table = calendar.findChild(QTableView)

    assert min(table.rowHeight(row) for row in range(7)) >= 24
    assert min(table.columnWidth(column) for column in range(8)) >= 24


def test_a_key_that_leads_nowhere_loses_none_of_the_others(qtbot, calendar):
    table = calendar.findChild(QTableView)
    qtbot.waitUntil(table.hasFocus)

    qtbot.keyClick(table, Qt.Key.Key_Tab)
    qtbot.keyClick(table, Qt.Key.Key_Backtab)

    assert table.hasFocus()
    with qtbot.waitSignal(calendar.activated) as chosen:
        qtbot.keyClick(table, Qt.Key.Key_Right)
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert chosen.args == [QDate(2026, 12, 16)]


@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK])
def test_every_day_can_be_read(qtbot, window, appearance):
    look = window.context.look
    look.wear(appearance)
    calendar = DayCalendar(window.context)
    qtbot.addWidget(calendar)

    ground = look.colours.ground
    others = (
        calendar.findChild(QTableView)
        .palette()
        .color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    )
    sunday = calendar.weekdayTextFormat(Qt.DayOfWeek.Sunday).foreground().color()
    assert contrast(others.name(), ground) >= 4.5
    assert contrast(sunday.name(), ground) >= 4.5
    look.wear(Appearance.SYSTEM)


def test_the_ways_to_other_months_have_names(calendar):
    names = {
        button.accessibleName()
        for button in calendar.findChildren(QToolButton)
        if button.objectName().endswith("month")
    }

    assert {"Previous month", "Next month"} <= names
