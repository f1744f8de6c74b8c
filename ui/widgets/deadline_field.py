"""By when, edited in place: a day, a range, or words."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from briefing.things import NO_DEADLINE, Deadline, DeadlineKind
from ui.context import Context
from ui.names import name_of
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.days import read_deadline, shown_day
from ui.widgets.fields import WordsField
from ui.widgets.naming import name_choice

_LEAST_KIND = 72
"""Pixels: in a narrow column the kind is shortened before it widens it."""
_DATED = {DeadlineKind.NONE, DeadlineKind.DATE, DeadlineKind.RANGE}


class DeadlineField(QWidget):
    """The kind of a deadline and its value; a value that is a date says its kind by itself.

    The words of the source are shown and never lost: they are what was promised.
    """

    written = Signal(object)  # the Deadline

    def __init__(
        self, context: Context, *, editable_words: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        _ = context.gettext
        self._speech = context.speech
        self._context = context
        self._deadline = NO_DEADLINE
        self._kind = ChoiceBox()
        self._kind.setEnabled(not context.session.read_only)
        self._kind.setMinimumWidth(_LEAST_KIND)
        for kind in DeadlineKind:
            self._kind.addItem(name_of(kind, _), kind)
        self._line = WordsField(context.session)
        self._line.setAccessibleName(_("Deadline"))
        self._line.setPlaceholderText(_("Not said"))
        self._words = QLabel(wordWrap=True)
        self._words.setProperty("role", "quiet")
        self._source = WordsField(context.session) if editable_words else None
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        grid.addWidget(self._line, 0, 0)
        grid.addWidget(self._kind, 0, 1)
        if self._source is None:
            grid.addWidget(self._words, 1, 0, 1, 2)
        else:
            self._words.setParent(self)
            self._source.setAccessibleName(_("Deadline in the words of the source"))
            self._source.setPlaceholderText(_("In the words of the source"))
            self._source.written.connect(self._on_source_written)
            grid.addWidget(self._source, 1, 0, 1, 2)
        name_choice(self._kind, _("Kind of deadline"))
        self.setFocusProxy(self._line)
        self._line.written.connect(self._on_written)
        self._kind.activated.connect(self._on_kind)

    @property
    def line(self) -> WordsField:
        """The line to be labelled and typed into."""
        return self._line

    def show_deadline(self, deadline: Deadline) -> None:
        """Show the deadline that the book holds."""
        self._deadline = deadline
        self._kind.setCurrentIndex(self._kind.findData(deadline.kind))
        self._line.show_words(self._shown(deadline))
        words = self._context.gettext("As written: “{words}”").format(words=deadline.text)
        self._words.setText(words)
        apart = bool(deadline.text) and deadline.text != deadline.value
        self._words.setVisible(apart and self._source is None)
        if self._source is not None:
            self._source.show_words(deadline.text)

    def _shown(self, deadline: Deadline) -> str:
        if deadline.kind is DeadlineKind.DATE:
            return shown_day(deadline.value, self._speech)
        if deadline.kind is DeadlineKind.RANGE:
            days = (shown_day(day, self._speech) for day in deadline.value.split("/"))
            return " – ".join(days)
        return deadline.value

    def _on_written(self, words: str) -> None:
        read = read_deadline(words)
        if read.kind is DeadlineKind.VAGUE and self._deadline.kind not in _DATED:
            read = replace(read, kind=self._deadline.kind)
        self._emit(replace(read, text=self._deadline.text or read.text) if words else read)

    def _on_kind(self, place: int) -> None:
        kind = DeadlineKind(self._kind.itemData(place))
        if kind is DeadlineKind.NONE:
            self._line.show_words("")
            self._emit(NO_DEADLINE)
        elif kind in _DATED and read_deadline(self._line.text()).kind is not kind:
            self._kind.setCurrentIndex(self._kind.findData(self._deadline.kind))
            self._line.setFocus()  # a date has to be typed: the kind alone says nothing
        else:
            value = self._deadline.value or self._line.text().strip()
            self._emit(replace(self._deadline, kind=kind, value=value))

    def _on_source_written(self, words: str) -> None:
        self._emit(replace(self._deadline, text=words))

    def _emit(self, deadline: Deadline) -> None:
        if deadline != self._deadline:
            self.show_deadline(deadline)
            self.written.emit(deadline)
