"""What is done with the live insert that the cursor is on."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from briefing.edits import Edit
from briefing.operations import inserts
from briefing.prose import Prose
from briefing.things import Commitment, Insert, Note, NoteState, Passage, Topic
from ui.book.freezing import Freezer
from ui.book.insert_bar import InsertBar
from ui.book.note_sheet import NoteSheet
from ui.book.section_column import SectionColumn
from ui.clock import today
from ui.context import Context
from ui.doing import attempt_on
from ui.places import Place, Room


class InsertDesk:
    """Answers the actions of inserts, and keeps their bar to what the cursor is on."""

    def __init__(
        self,
        context: Context,
        sections: SectionColumn,
        sheet: NoteSheet,
        bar: InsertBar,
        freezer: Freezer,
    ) -> None:
        self._context = context
        self._sections = sections
        self._sheet = sheet
        self._bar = bar
        self._freezer = freezer
        on = context.actions.on
        on("insert.go", self._go)
        on("insert.change", bar.edit)
        on("insert.freeze", self._freeze)
        on("insert.thaw", self._thaw)
        on("insert.remove", self._remove)
        sections.insert_entered.connect(self.go_to_shown)
        bar.left.connect(sheet.begin)

    def settle(self) -> None:
        """Show the insert at the cursor, and say what can be done with it."""
        note, insert, enable = self._sections.note, self._insert(), self._context.actions.enable
        writable = note is not None and note.state is not NoteState.SIGNED_OFF
        self._bar.show_insert(note, insert, closed=not writable)
        frozen = insert is not None and insert.frozen is not None
        enable("insert.go", insert is not None)
        enable("insert.change", insert is not None and writable)
        enable("insert.remove", insert is not None and writable)
        enable("insert.freeze", insert is not None and writable and not frozen)
        enable("insert.thaw", frozen and writable)

    def go_to_shown(self, uid: str) -> None:
        """Go to the source or commitment that an insert shows."""
        insert = self._context.session.store.find(Insert, uid)
        if insert is not None:
            self._context.places.go(_place_of(insert))

    def _insert(self) -> Insert | None:
        uid = self._sheet.block.insert if self._sheet.block else ""
        return self._context.session.store.find(Insert, uid) if uid else None

    def _go(self) -> None:
        if (insert := self._insert()) is not None:
            self.go_to_shown(insert.uid)

    def _freeze(self) -> None:
        self._context.session.flush()
        note, insert = self._sections.note, self._insert()
        if note is None or insert is None:
            return
        uid, day = insert.uid, today()

        def freeze(shown: Iterable[tuple[str, Prose]]) -> None:
            words, stored = dict(shown).get(uid), self._context.session.store.find(Insert, uid)
            if words is not None and stored is not None:
                self._change(lambda n: inserts.freeze_insert(n, stored, words, day), note)

        self._freezer.ask(note, day, freeze)

    def _thaw(self) -> None:
        if (insert := self._insert()) is not None:
            self._change(lambda note: inserts.thaw_insert(note, insert))

    def _remove(self) -> None:
        store = self._context.session.store
        if (insert := self._insert()) is not None:
            self._change(lambda note: inserts.remove_insert(store, note, insert))

    def _change(self, make: Callable[[Note], Edit], of: Note | None = None) -> None:
        note = of or self._sections.note
        attempt_on(self._context, Note, note.uid if note else None, make)


def _place_of(insert: Insert) -> Place:
    if insert.commitment is not None:
        return Place(Room.COMMITMENTS, Commitment, insert.commitment)
    if insert.anchor is not None:
        return Place(Room.SOURCES, Passage, insert.anchor.passage, insert.anchor.quote)
    if insert.topic is not None:
        return Place(Room.COMMITMENTS, Topic, insert.topic)
    return Place(Room.COMMITMENTS)
