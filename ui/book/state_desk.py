"""The way of a note from draft to signed off, and back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from briefing.edits import Edit
from briefing.operations import notes
from briefing.things import Note, NoteState
from ui.book.freezing import Freezer
from ui.book.section_column import SectionColumn
from ui.book.sign_bar import SignBar
from ui.context import Context
from ui.doing import attempt_on


class StateDesk:
    """Answers the actions that change the state of the note that is shown."""

    def __init__(
        self, context: Context, sections: SectionColumn, bar: SignBar, freezer: Freezer
    ) -> None:
        self._context = context
        self._sections = sections
        self._freezer = freezer
        on = context.actions.on
        on("note.for-review", lambda: self._set_state(NoteState.FOR_REVIEW))
        on("note.to-draft", lambda: self._set_state(NoteState.DRAFT))
        on("note.sign-off", bar.ask)
        on("note.reopen", self._reopen)
        bar.signed.connect(self._sign)
        bar.reopened.connect(self._reopen)

    def settle(self) -> None:
        """Say what can be done to the note now."""
        note, enable = self._sections.note, self._context.actions.enable
        state = note.state if note else None
        enable("note.for-review", state is NoteState.DRAFT)
        enable("note.to-draft", state is NoteState.FOR_REVIEW)
        enable("note.sign-off", note is not None and state is not NoteState.SIGNED_OFF)
        enable("note.reopen", state is NoteState.SIGNED_OFF)

    def _set_state(self, state: NoteState) -> None:
        self._change(lambda note: notes.change_note(note, state=state))

    def _reopen(self) -> None:
        store = self._context.session.store
        self._change(lambda note: notes.reopen(store, note))

    def _sign(self, by: str, on: date) -> None:
        """Sign the note off, once the process that knows the book has told what inserts show."""
        self._context.session.flush()
        store, note = self._context.session.store, self._sections.note
        stored = store.find(Note, note.uid if note else None)
        if stored is not None:
            self._freezer.ask(
                stored,
                on,
                lambda shown: self._change(lambda n: notes.sign_off(store, n, by, on, shown)),
            )

    def _change(self, make: Callable[[Note], Edit]) -> None:
        note = self._sections.note
        attempt_on(self._context, Note, note.uid if note else None, make)
