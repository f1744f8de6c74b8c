"""The card of the candidate or commitment that is looked at in the reader."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from briefing.things import Candidate, CandidateState, Party
from ui.context import Context
from ui.names import name_of
from ui.reader.buttons import ActionButton
from ui.reader.card_view import CardView
from ui.reader.details import Details
from ui.reader.likeness import LikenessBox
from ui.reader.reasons import confidence_in_words, reasons_in_words
from ui.reader.walk import Filter
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.ending import ends
from ui.widgets.naming import name_choice


class CandidateCard(QWidget):
    """Shows one thing and what can be done with it; whoever owns it does it."""

    filter_chosen = Signal(object)  # a Filter
    left = Signal()  # Esc: back to the text, where the letters count

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = context.gettext
        self._context = context
        self._shown = CardView()
        self._filter = ChoiceBox()
        self._filter.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._filter.activated.connect(self._chosen)
        self._position = _label("heading")
        self._quote = _label("")
        self._quote.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._state = _label("quiet")
        self._because = _label("quiet")
        self._also = _label("quiet")
        self.details = Details(context)
        self.likeness = LikenessBox(context)
        self._triage = self._buttons(
            ("accept", _("Accept")), ("reject", _("Reject")),
            ("split", _("Split")), ("join", _("Join")),
            ("previous", _("Previous")), ("next", _("Next")),
        )  # fmt: skip
        self._opening = self._buttons(("open", _("Open the commitment")))
        self._again = self._buttons(("reconsider", _("Propose again")))
        self._scroll = QScrollArea(self, widgetResizable=True)
        self.setMinimumWidth(272)
        self._set_out()
        context.look.changed.connect(self._dress)
        context.settings.changed.connect(self._dress)

    # Showing

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
        blocked = QSignalBlocker(self._filter)
        if not self._filter.count():
            for name in names:
                self._filter.addItem("", name)
        for place, (name, text) in enumerate(names.items()):
            self._filter.setItemText(place, text.format(count=counts[name]))
        self._filter.setCurrentIndex(self._filter.findData(chosen))
        blocked.unblock()

    def show_view(self, view: CardView) -> None:
        """Show a candidate or a commitment."""
        other = _uid(view) != _uid(self._shown)
        self._shown = view
        subject = view.commitment or view.candidate
        self._position.setText(self._position_words())
        self._quote.setText(self._quoted())
        self._quote.setVisible(self._quote_differs())
        self._say_why(view.candidate)
        self.details.setVisible(subject is not None)
        self.details.show_subject(
            subject, view.topics, view.proposed, deadline_said=view.deadline_said
        )
        proposed = view.candidate is not None and view.commitment is None
        rejected = proposed and view.candidate.state is CandidateState.REJECTED  # type: ignore[union-attr]
        self._again.setVisible(rejected)
        self._opening.setVisible(view.commitment is not None)
        but = view.commitment.uid if view.commitment else ""
        self.likeness.show_for(self._words(), but)
        if other:
            self._scroll.verticalScrollBar().setValue(0)
            self.say(f"{self._position.text()}: {self._quote.text()}")

    def say(self, words: str) -> None:
        """Have a screen reader say something."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _position_words(self) -> str:
        _, view = self._context.gettext, self._shown
        if view.candidate is not None and view.place:
            words = _("Candidate {number} of {count}")
            return words.format(number=view.place, count=view.count)
        if view.candidate is not None:
            return _("Candidate")  # it is shown, and not one of those that are walked through
        if view.commitment is not None:
            return _("Commitment")
        if view.count:
            return _("No candidate here")
        return _("Nothing left to decide") if view.total else _("No candidates in this source")

    def _first_steps(self) -> str:
        _ = self._context.gettext
        if self._shown.count:
            return _(
                "Nothing is recorded or proposed in this passage. “Next” goes on from here; or"
                " select words and press C to make a commitment of them."
            )
        if self._shown.total:
            return _(
                "All of these candidates are decided. Choose others above, or select words and"
                " press C to make a commitment of them."
            )
        return _("Select words and press C to make a commitment of them, or N to annotate them.")

    def _words(self) -> str:
        view = self._shown
        if view.candidate is not None:
            return view.candidate.quote
        return view.commitment.action if view.commitment is not None else ""

    def _quoted(self) -> str:
        words = self._words()
        if self._shown.candidate is None:
            return words
        return self._context.gettext("“{words}”").format(words=words)

    def _quote_differs(self) -> bool:
        """Whether the words of the source are others than those of the commitment."""
        here, there = self._shown.candidate, self._shown.commitment
        return here is not None and (there is None or here.quote != there.action)

    def _say_why(self, candidate: Candidate | None) -> None:
        _ = self._context.gettext
        self._because.setVisible(candidate is not None and bool(candidate.reasons))
        self._also.setVisible(bool(self._shown.versions))
        self._state.setVisible(candidate is not None or self._shown.commitment is None)
        if candidate is None:
            self._state.setText(self._first_steps())
            return
        state = name_of(candidate.state, _)
        if candidate.state is CandidateState.ACCEPTED and candidate.in_bulk:
            state = _("Accepted in bulk, not looked at")
        sure = confidence_in_words(candidate.confidence, self._context.speech)
        self._state.setText(f"{state} · {sure}")
        why = _("; ").join(reasons_in_words(candidate, _, self._named))
        self._because.setText(_("Because: {reasons}.").format(reasons=why))
        also = _("Will be accepted or rejected with it, as it says the same: {places}")
        versions = self._shown.versions
        self._also.setText(also.format(places=_(", ").join(versions)))

    def _named(self, codes: str) -> str:
        store = self._context.session.store
        names = [
            next((party.name for party in store.where(Party, code=code)), code)
            for code in codes.split("+")
        ]
        return self._context.speech.wording.listed(names)

    # Building

    def _set_out(self) -> None:
        head = QWidget(self)
        lines = QVBoxLayout(head)
        lines.setContentsMargins(12, 8, 12, 4)
        lines.setSpacing(8)
        lines.addWidget(self._filter)
        name_choice(self._filter, self._context.gettext("Candidates to walk through"))
        lines.addWidget(self._position)
        body = QWidget(self._scroll)
        inner = QVBoxLayout(body)
        inner.setContentsMargins(12, 4, 12, 8)
        inner.setSpacing(8)
        for label in (self._quote, self._state, self._because, self._also):
            inner.addWidget(label)
        inner.addWidget(self.details)
        inner.addWidget(self.likeness)
        inner.addStretch(1)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(body)
        foot = QVBoxLayout()
        foot.setContentsMargins(12, 8, 12, 12)
        foot.setSpacing(4)
        for frame in (self._again, self._opening, self._triage):
            foot.addWidget(frame)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._scroll, stretch=1)
        column.addLayout(foot)

    def _buttons(self, *names: tuple[str, str]) -> QWidget:
        frame = QFrame()
        grid = QGridLayout(frame)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        for number, (name, words) in enumerate(names):
            button = ActionButton(self._context, f"reader.{name}", words)
            button.pressed.connect(self._pressed)
            grid.addWidget(button, number // 2, number % 2)
        return frame

    def _pressed(self) -> None:
        """Whoever goes from a field to a button has done with it: its letter counts again."""
        focus = QApplication.focusWidget()
        if focus is not None and self.details.isAncestorOf(focus):
            self.details.take_typed()
            self.left.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if ends(event):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._dress()  # a font that is set before there is a window does not last

    def _dress(self) -> None:
        self._quote.setFont(self._context.look.reading_font(-1))

    def _chosen(self, place: int) -> None:
        self.filter_chosen.emit(Filter(self._filter.itemData(place)))


def _label(role: str) -> QLabel:
    label = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
    if role:
        label.setProperty("role", role)
    return label


def _uid(view: CardView) -> str:
    subject = view.candidate or view.commitment
    return "" if subject is None else subject.uid
