"""The card of the candidate or commitment that is looked at in the reader."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from briefing.things import Candidate
from ui.context import Context
from ui.names import name_of
from ui.reader.reasons import confidence_in_words, reasons_in_words
from ui.reader.walk import Filter

_BUTTONS = (
    ("accept", "reject"),
    ("split", "join"),
    ("previous", "next"),
)


class CandidateCard(QWidget):
    """Shows one candidate and what can be done with it; whoever owns it does it."""

    filter_chosen = Signal(object)  # a Filter

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = context.gettext
        self._context = context
        self._filter = QComboBox()
        self._filter.setAccessibleName(_("Candidates to walk through"))
        self._filter.activated.connect(self._chosen)
        self._position = QLabel()
        self._position.setProperty("role", "heading")
        self._quote = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._quote.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._state = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._state.setProperty("role", "quiet")
        self._because = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._because.setProperty("role", "quiet")
        self._body = QWidget()
        self._buttons = self._make_buttons()
        self._set_out()

    def _set_out(self) -> None:
        inner = QVBoxLayout(self._body)
        inner.setContentsMargins(12, 8, 12, 8)
        inner.setSpacing(8)
        for widget in (self._quote, self._state, self._because):
            inner.addWidget(widget)
        inner.addStretch(1)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(scroll, stretch=1)
        column.addWidget(self._buttons)

    def _head(self) -> QWidget:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(12, 8, 12, 4)
        column.setSpacing(4)
        column.addWidget(self._filter)
        column.addWidget(self._position)
        return head

    def _make_buttons(self) -> QWidget:
        frame = QFrame()
        grid = QGridLayout(frame)
        grid.setContentsMargins(12, 8, 12, 12)
        grid.setSpacing(4)
        for row, names in enumerate(_BUTTONS):
            for column, name in enumerate(names):
                grid.addWidget(ActionButton(self._context, f"reader.{name}"), row, column)
        return frame

    def show_counts(self, counts: Mapping[Filter, int], chosen: Filter) -> None:
        """Say how many candidates each filter lets through."""
        _ = self._context.gettext
        names = {
            Filter.PROPOSED: _("Proposed ({count})"),
            Filter.ACCEPTED: _("Accepted ({count})"),
            Filter.REJECTED: _("Rejected ({count})"),
            Filter.UNSEEN: _("Accepted in bulk, not looked at ({count})"),
            Filter.ALL: _("All candidates ({count})"),
        }
        self._filter.clear()
        for name, text in names.items():
            self._filter.addItem(text.format(count=counts[name]), name)
        self._filter.setCurrentIndex(self._filter.findData(chosen))

    def show_candidate(self, candidate: Candidate | None, place: int, count: int) -> None:
        """Show a candidate, which is the `place`-th of so many; or that there is none."""
        _ = self._context.gettext
        if candidate is None:
            self._position.setText(_("No candidate is chosen"))
            for label in (self._quote, self._state, self._because):
                label.clear()
            return
        position = _("Candidate {number} of {count}").format(number=place, count=count)
        self._position.setText(position)
        self._quote.setText(f"“{candidate.quote}”")
        state = name_of(candidate.state, _)
        sure = confidence_in_words(candidate.confidence, _)
        self._state.setText(f"{state} · {sure}")
        why = "; ".join(reasons_in_words(candidate, _))
        self._because.setText(_("Because: {reasons}.").format(reasons=why) if why else "")
        self.say(f"{position}: {candidate.quote}")

    def say(self, words: str) -> None:
        """Have a screen reader say something."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _chosen(self, place: int) -> None:
        self.filter_chosen.emit(self._filter.itemData(place))


class ActionButton(QPushButton):
    """An action as a button that says its key; a click leaves the focus where it is."""

    def __init__(self, context: Context, name: str, text: str = "") -> None:
        super().__init__()
        self._action = context.actions[name]
        self._text = text
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._action.trigger)
        self._action.changed.connect(self._settle)
        self._settle()

    def _settle(self) -> None:
        words = self._text or self._action.text().replace("&", "")
        keys = self._action.shortcut().toString()
        self.setText(f"{words}  {keys}" if keys else words)
        self.setAccessibleName(words)
        self.setIcon(self._action.icon())
        self.setEnabled(self._action.isEnabled())
