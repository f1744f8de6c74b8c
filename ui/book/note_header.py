"""The head of a note: its title, and all that is said of it besides its text."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefing.operations import notes
from briefing.things import Note, NoteState, Topic
from ui.book.choices import language_choices, marking_choices, template_choices, topic_choices
from ui.book.chooser import DropDown
from ui.book.fault_button import FaultButton
from ui.book.outline_words import STATE_SYMBOLS
from ui.context import Context
from ui.doing import attempt_on, write
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.fields import WordsField
from ui.widgets.flow import FlowLayout
from ui.widgets.fold import FoldButton

_STATES = ("note.to-draft", "note.for-review", "note.sign-off", "note.reopen")


class NoteHeader(QWidget):
    """Title, state and length; format, topic, language, marking and author are folded away."""

    into_text = Signal()  # Enter in the title

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = context.gettext
        self._context = context
        self._note: Note | None = None
        self.title = WordsField(context.session)
        self.title.setAccessibleName(_("Title of the note"))
        self.title.setPlaceholderText(_("Title"))
        self.title.setProperty("role", "title")
        font = QFont(self.title.font())
        font.setPointSizeF(font.pointSizeF() * 1.35)
        font.setWeight(QFont.Weight.Bold)
        self.title.setFont(font)
        self.title.setFrame(False)
        self._label = QLabel()
        self._label.setFont(font)
        self._faults = FaultButton(context)
        self._length = ElidedLabel()
        self._length.setProperty("role", "quiet")
        self._length.setContentsMargins(4, 0, 8, 0)
        self._state = QToolButton()
        self._state.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._state.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._state.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        menu = QMenu(self._state)
        for name in _STATES:
            menu.addAction(context.actions[name])
        self._state.setMenu(menu)
        self._template = DropDown(_("Format of the note"))
        self._topic = DropDown(_("Topic"))
        self._lang = DropDown(_("Language of the note"))
        self._marking = DropDown(_("Marking"))
        self._author = WordsField(context.session)
        self._author.setAccessibleName(_("Author"))
        self._author.setPlaceholderText(_("Author"))
        self._author.setToolTip(_("Author"))
        self._author.setMaximumWidth(160)
        self._details = QWidget(self)
        self._fold = FoldButton(self._details, context.settings, "note", unfolded=False)
        details = context.actions["note.details"]
        details.setIconText(_("Details"))
        details.setChecked(self._fold.isChecked())
        self._fold.setDefaultAction(details)
        self._fold.setAccessibleName(_("Details of the note"))
        self._lay_out()
        self._listen()

    @property
    def _drops(self) -> dict[str, DropDown]:
        return {
            "template": self._template,
            "topic": self._topic,
            "lang": self._lang,
            "marking": self._marking,
        }

    def show_note(self, note: Note, label: str) -> None:
        """Show what the book holds of a note."""
        if self._note is None or self._note.uid != note.uid:
            self._context.session.flush()  # what is typed still belongs to the note before
        self._note = note
        self._faults.show_note(note.uid)
        self._label.setText(label)
        self.title.show_words(note.title)
        self._author.show_words(note.author)
        context, store = self._context, self._context.session.store
        self._template.offer(template_choices(context, note.template), note.template)
        self._topic.offer(topic_choices(context, store.all(Topic)), note.topic or "")
        self._lang.offer(language_choices(context), note.lang)
        self._marking.offer(marking_choices(context, note.marking), note.marking)
        state = context.speech.wording.named("state", note.state)
        self._state.setText(f"{STATE_SYMBOLS[note.state]} {state}")
        said = context.gettext("State of the note: {state}").format(state=state)
        self._state.setAccessibleName(said)
        self._close(closed=note.state is NoteState.SIGNED_OFF or context.session.read_only)

    def tab_stops(self) -> list[QWidget]:
        """Where Tab goes, in order."""
        drops = (self._template, self._topic, self._lang, self._marking)
        return [self.title, self._faults, self._state, self._fold, *drops, self._author]

    def show_length(self, words: str) -> None:
        """Say how long the note is."""
        self._length.show_words(words)

    # Building

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self._label)
        first.addWidget(self.title, stretch=1)
        second = QHBoxLayout()
        second.setSpacing(4)
        second.addWidget(self._state)
        second.addWidget(self._faults)
        second.addWidget(self._length, stretch=1)
        second.addWidget(self._fold)
        flow = FlowLayout(self._details, spacing=4)
        for widget in (*self._drops.values(), self._author):
            flow.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(4)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self._details)

    def _listen(self) -> None:
        self.title.written.connect(self._write_title)
        self.title.returnPressed.connect(self.into_text)
        self._author.written.connect(self._write_author)
        self._template.asked.connect(lambda kept: self._change(template=kept))
        self._topic.asked.connect(lambda kept: self._change(topic=kept or None))
        self._lang.asked.connect(lambda kept: self._change(lang=kept))
        self._marking.asked.connect(lambda kept: self._change(marking=kept))

    def _close(self, *, closed: bool) -> None:
        for field in (self.title, self._author):
            field.setReadOnly(closed)
        for drop in self._drops.values():
            drop.setEnabled(not closed)

    # Writing

    def _write_title(self, words: str) -> None:
        if words:
            self._write(title=words)

    def _write_author(self, words: str) -> None:
        self._write(author=words)

    def _write(self, **details: str) -> None:
        """What was typed belongs to the note that is shown, in whatever state the book has it."""
        note = self._stored()
        if note is None or all(getattr(note, name) == words for name, words in details.items()):
            return
        write(self._context, notes.change_note(note, **details))

    def _change(self, **details: str | None) -> None:
        edit = attempt_on(
            self._context, Note, self._uid(), lambda note: notes.change_note(note, **details)
        )
        if edit is None:
            note = self._stored()
            if note is not None:
                self.show_note(note, self._label.text())

    def _stored(self) -> Note | None:
        return self._context.session.store.find(Note, self._uid())

    def _uid(self) -> str | None:
        return self._note.uid if self._note else None
