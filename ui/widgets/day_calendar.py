"""A month to choose a day from, in the colours of the windows."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPalette, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QTableView, QToolButton, QWidget
from typing_extensions import override

from ui.context import Context
from ui.looks.icons import tinted

_CELL = QSize(34, 26)
"""Pixels of a day, in which a finger or an unsteady hand finds it."""
_WEEKS = 6
_TITLE = 34
_SIDES = {
    "qt_calendar_prevmonth": "back",
    "qt_calendar_nextmonth": "forward",
}


class DayCalendar(QCalendarWidget):
    """Arrows go from day to day, Page Up and Page Down from month to month, Enter chooses."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = context.gettext
        self.setLocale(context.speech.locale)
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setAccessibleName(_("Choose a day"))
        self.setMinimumSize(8 * _CELL.width(), _TITLE + (1 + _WEEKS) * _CELL.height())
        colours = context.look.colours
        self._set_back_other_months(QColor(colours.quiet))
        as_any_day = QTextCharFormat()
        as_any_day.setForeground(QColor(colours.text))  # Qt's own red is too faint on either ground
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(day, as_any_day)
        for (name, icon), words in zip(
            _SIDES.items(), (_("Previous month"), _("Next month")), strict=True
        ):
            self._dress(name, tinted(icon, colours.on_accent, colours.on_accent), words)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        # Nothing else in here takes the keys, and the arrows would be lost with the focus.
        return True

    def _set_back_other_months(self, colour: QColor) -> None:
        table = self.findChild(QTableView)
        if isinstance(table, QTableView):
            palette = table.palette()
            palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text, colour)
            table.setPalette(palette)

    def _dress(self, name: str, icon: QIcon, words: str) -> None:
        button = self.findChild(QToolButton, name)
        if isinstance(button, QToolButton):
            button.setIcon(icon)
            button.setAccessibleName(words)
            button.setToolTip(words)
