"""A day or a moment, edited in place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QMenu,
    QWidget,
    QWidgetAction,
)
from typing_extensions import override

from ui.context import Context
from ui.widgets.day_calendar import DayCalendar
from ui.widgets.days import read_full_day, read_moment, shown_day
from ui.widgets.fields import WordsField
from ui.widgets.icon_button import IconButton
from ui.widgets.unread import DAY, Unread, no_day

Read = Callable[[str], str | None]


class DayField(QWidget):
    """A line that reads a day, and with `moment` the time too, as people write them.

    Only what can be read is `written`, as ISO; what cannot be is marked beside the field in words.
    """

    written = Signal(str)

    def __init__(
        self, context: Context, *, moment: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        _ = context.gettext
        self._context = context
        self._speech = context.speech
        self._moment = moment
        self._value = ""
        self.near: Callable[[], str] = str
        """Asked for the day that a bare time belongs to."""
        self._line = WordsField(context.session)
        self._line.setPlaceholderText(shown_day(f"{DAY}T09:30" if moment else DAY, context.speech))
        self._open = IconButton(context.look, "calendar", _("Choose a day"))
        self._choose = _("{name}: choose a day")
        self._open.setEnabled(not context.session.read_only)
        self._open.clicked.connect(self._show_calendar)
        no_moment = _("⚠ This is not a day and time that can be read. Write it like {example}.")
        no_moment = no_moment.format(example=self._line.placeholderText())
        self._trouble = Unread(self._line, no_moment if moment else no_day(context.speech))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        grid.addWidget(self._line, 0, 0)
        grid.addWidget(self._open, 0, 1)
        grid.addWidget(self._trouble, 1, 0, 1, 2)
        self._doubt = QLabel(wordWrap=True)
        self._doubt.setProperty("role", "trouble")
        self._doubt.hide()
        grid.addWidget(self._doubt, 2, 0, 1, 2)
        self.setFocusProxy(self._line)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # or no order of Tab takes it in
        self._line.written.connect(self._on_written)

    @property
    def line(self) -> WordsField:
        """The line to be labelled and typed into."""
        return self._line

    def set_name(self, name: str) -> None:
        """Say what the day is of, to who does not see its label."""
        self._line.setAccessibleName(name)
        self._open.setAccessibleName(self._choose.format(name=name))

    @property
    def trouble(self) -> str:
        """What is said beside the field, if it holds what cannot be read."""
        return self._trouble.words

    def doubt(self, words: str) -> None:
        """Say below the field what is odd about the day that the book holds; "" if nothing is."""
        self._doubt.setText(words)
        self._doubt.setVisible(bool(words))
        if not self.trouble:
            self._line.setAccessibleDescription(words)

    def show_day(self, value: str) -> None:
        """Show the ISO day or moment that the book holds."""
        if value != self._value or not self.trouble:
            self._value = value
            self._line.show_words(shown_day(value, self._speech) if value else "")
            self._trouble.mark(on=False)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._line.setFocus(event.reason())

    def _on_written(self, words: str) -> None:
        value = self._read(words) if words else ""
        self._trouble.mark(on=value is None)
        if value is not None and value != self._value:
            self._value = value
            self.written.emit(value)

    def _read(self, words: str) -> str | None:
        return read_moment(words, self.near()) if self._moment else read_full_day(words)

    # The calendar

    def _show_calendar(self) -> None:
        menu = QMenu(self)
        calendar = DayCalendar(self._context)
        shown = QDate.fromString(self._value[:10], Qt.DateFormat.ISODate)
        if shown.isValid():
            calendar.setSelectedDate(shown)
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        calendar.activated.connect(self._chosen)
        calendar.activated.connect(menu.close)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._open.mapToGlobal(self._open.rect().bottomLeft()))
        calendar.setFocus()

    def _chosen(self, day: QDate) -> None:
        chosen = date(day.year(), day.month(), day.day()).isoformat()
        time = self._value.partition("T")[2]
        value = f"{chosen}T{time}" if self._moment and time else chosen
        self._line.setText(shown_day(value, self._speech))
        self._on_written(self._line.text())
