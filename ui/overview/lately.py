"""What changed since one was here, and what falls due next: the first thing that is read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from briefing.edits import EditName
from briefing.store import JournalLine
from briefing.store.overview import Done, Due
from ui.context import Context
from ui.explain import edit_name

_DAYS = 730
"""What is further off is told in years: nobody counts to 8,800 days."""
_MOST = 4
"""So many kinds of edits are named; a long list would not be read."""


class Lately(QFrame):
    """Two lines over the charts."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setProperty("role", "card")
        self._changed = QLabel(wordWrap=True)
        self._next = QLabel(wordWrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addWidget(self._changed)
        column.addWidget(self._next)
        self._news = self._since(self._last_seen())
        context.session.edited.connect(self._on_edited)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._show_changed()
        super().showEvent(event)

    def _on_edited(self) -> None:
        if self.isVisible():  # what was typed elsewhere is written as one comes here
            self._show_changed()

    def remember(self) -> None:
        """Take note of how far the history goes now: whoever comes back has seen that."""
        lines = self._context.session.store.history(1)
        if lines:
            self._context.settings.remember(self._context.state("seen"), lines[0].number)

    def show_dues(self, dues: Sequence[Due], today: date) -> None:
        """Say what is overdue, and what falls due next."""
        _, speech = self._context.gettext, self._context.speech
        late = sum(due.count for due in dues if not due.settled and due.day < today)
        coming = next((due for due in dues if not due.settled and due.day >= today), None)
        said = []
        if coming is not None:
            said.append(self._said_of(coming, today))
        if late:
            words = speech.ngettext("{count} is overdue.", "{count} are overdue.", late)
            said.append(words.format(count=speech.number(late)))
        self._next.setText(" ".join(said) or _("No deadline is open."))

    def _said_of(self, due: Due, today: date) -> str:
        _, speech = self._context.gettext, self._context.speech
        away = (due.day - today).days
        days = speech.ngettext("in {count} day", "in {count} days", away).format(count=away)
        if away > _DAYS:
            years = away // 365
            days = speech.ngettext("in {count} year", "in {count} years", years).format(count=years)
        when = _("{day}, {days}").format(day=speech.day(due.day), days=days if away else _("today"))
        if due.count == 1:
            action = due.action.rstrip(".。 ")
            return _("Next deadline: {when}: {action}.").format(when=when, action=action)
        words = speech.ngettext(
            "Next deadline: {when}: {count} commitment.",
            "Next deadline: {when}: {count} commitments.",
            due.count,
        )
        return words.format(when=when, count=speech.number(due.count))

    # The history

    def _last_seen(self) -> int:
        seen = self._context.settings.recall(self._context.state("seen"), 0)
        return seen if isinstance(seen, int) else 0

    def _since(self, seen: int) -> list[Done]:
        """What was done in the book after a line of its history."""
        store = self._context.session.store
        lines = store.history(1)
        return store.done_between(seen, lines[0].number) if seen and lines else []

    def _show_changed(self) -> None:
        """Say what others did before one came, else how far one is: the book was just worked on."""
        lines, speech = self._context.session.store.history(1), self._context.speech
        worked = bool(lines) and lines[0].name != EditName.MAKE_BOOK
        self._changed.setVisible(worked or bool(self._news))
        if self._news:
            form = speech.gettext("Since you were here: {deeds}.")
            self._changed.setText(form.format(deeds=self._listed(self._news)))
        elif worked:
            self._changed.setText(self._last_worked(lines[0]))

    def _last_worked(self, last: JournalLine) -> str:
        speech = self._context.speech
        form = speech.gettext("Last worked on {moment}: {deed}.")
        return form.format(
            moment=speech.moment(last.made), deed=edit_name(last.name, speech.gettext)
        )

    def _listed(self, news: Sequence[Done]) -> str:
        speech = self._context.speech
        form = speech.gettext("{deed} ({count})")
        named = [
            form.format(deed=name, count=speech.number(done.count)) if done.count > 1 else name
            for done in news[:_MOST]
            for name in (edit_name(done.name, speech.gettext),)
        ]
        if len(news) > _MOST:
            named.append(speech.gettext("and more"))
        return speech.gettext("; ").join(named)
