"""By when, edited in place: a day, a range, or words."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from briefing.things import NO_DEADLINE, Deadline, DeadlineKind
from ui.context import Context
from ui.names import name_of
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.days import is_like_a_day, read_deadline, shown_day
from ui.widgets.fields import WordsField
from ui.widgets.naming import name_choice
from ui.widgets.unread import Unread, no_day

_LEAST_KIND = 72
"""Pixels: in a narrow column the kind is shortened before it widens it."""
_DATED = {DeadlineKind.NONE, DeadlineKind.DATE, DeadlineKind.RANGE}


class DeadlineField(QWidget):
    """The kind of a deadline and its value; a value that is a date says its kind by itself.

    The words of the source are shown and never lost: they are what was promised. What is typed for
    the value is never taken for them; what cannot be read is marked below the line, in words.
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
        self._whose = ""
        self._said = True
        self._kind = ChoiceBox()
        self._kind.setEnabled(not context.session.read_only)
        self._kind.setMinimumWidth(_LEAST_KIND)
        for kind in DeadlineKind:
            self._kind.addItem(name_of(kind, _), kind)
        self._line = WordsField(context.session)
        self._line.setAccessibleName(_("Deadline"))
        self._line.setPlaceholderText(_("Not said"))
        self._trouble = Unread(self._line, no_day(context.speech))
        self._words = QLabel(wordWrap=True)
        self._words.setProperty("role", "quiet")
        self._source = WordsField(context.session) if editable_words else None
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        grid.addWidget(self._line, 0, 0)
        grid.addWidget(self._kind, 0, 1)
        grid.addWidget(self._trouble, 1, 0, 1, 2)
        if self._source is None:
            grid.addWidget(self._words, 2, 0, 1, 2)
        else:
            self._words.setParent(self)
            self._source.setAccessibleName(_("Deadline in the words of the source"))
            self._source.setPlaceholderText(_("In the words of the source"))
            self._source.written.connect(self._on_source_written)
            grid.addWidget(self._source, 2, 0, 1, 2)
        name_choice(self._kind, _("Kind of deadline"))
        self.setFocusProxy(self._line)
        self._line.written.connect(self._on_written)
        self._kind.activated.connect(self._on_kind)

    @property
    def line(self) -> WordsField:
        """The line to be labelled and typed into."""
        return self._line

    @property
    def trouble(self) -> str:
        """What is said below the line, if it holds what cannot be read."""
        return self._trouble.words

    def show_deadline(self, deadline: Deadline, whose: str = "", *, said: bool = True) -> None:
        """Show the deadline that the book holds; what cannot be read stays while it is of the same.

        Unless it was `said`, its words are not to be shown as those of the source.
        """
        before, self._deadline = self._deadline, deadline
        same = whose == self._whose and before.kind is deadline.kind
        self._whose, self._said = whose, said
        self._kind.setCurrentIndex(self._kind.findData(deadline.kind))
        if not (self.trouble and same and before.value == deadline.value):
            self._trouble.mark(on=False)
            self._line.show_words(self._shown(deadline))
        words = self._context.gettext("As written: “{words}”").format(words=deadline.text)
        self._words.setText(words)
        apart = bool(deadline.text) and deadline.text != deadline.value
        self._words.setVisible(said and apart and self._source is None)
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
        read = self._read(words)
        self._trouble.mark(on=read is None)
        if read is not None:
            self._emit(replace(read, text=self._deadline.text) if words else read)

    def _read(self, words: str) -> Deadline | None:
        """What was typed; under a kind that is no date any words may stand, but no false day."""
        read, kind = read_deadline(words), self._deadline.kind
        if kind in _DATED or (read is not None and read.kind is not DeadlineKind.VAGUE):
            return read
        return None if is_like_a_day(words) else Deadline(kind=kind, value=words)

    def _on_kind(self, place: int) -> None:
        kind = DeadlineKind(self._kind.itemData(place))
        read = read_deadline(self._line.text())
        if kind is DeadlineKind.NONE:
            self._trouble.mark(on=False)
            self._line.show_words("")
            self._emit(NO_DEADLINE)
        elif kind in _DATED and (read is None or read.kind is not kind):
            self._kind.setCurrentIndex(self._kind.findData(self._deadline.kind))
            self._line.setFocus()  # a date has to be typed: the kind alone says nothing
        else:
            typed = self._line.text().strip()
            value = typed if self.trouble else self._deadline.value or typed
            self._trouble.mark(on=False)
            self._emit(replace(self._deadline, kind=kind, value=value))

    def _on_source_written(self, words: str) -> None:
        self._emit(replace(self._deadline, text=words))

    def _emit(self, deadline: Deadline) -> None:
        if deadline != self._deadline:
            self.show_deadline(deadline, self._whose, said=self._said)
            self.written.emit(deadline)
