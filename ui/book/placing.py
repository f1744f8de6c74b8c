"""How material gets into the note: at the cursor, or where it is dropped, with its citation."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.operations import inserts
from briefing.prose import Block, BlockQuote, Run
from briefing.things import Insert, Note, NoteState, Passage
from ui.book.note_sheet import NoteSheet
from ui.book.pieces import Piece, PieceKind, material
from ui.book.section_column import SectionColumn
from ui.context import Context
from ui.doing import attempt_on
from ui.extracts import unpacked

PLACING = (
    "material.next", "material.whole", "insert.table", "insert.status", "insert.deadlines",
)  # fmt: skip
"""The actions that put something into a note, in the order of the menu."""


class Placing:
    """Puts pieces of material and words of sources into sections, each as one edit."""

    def __init__(self, context: Context, sections: SectionColumn, sheet: NoteSheet) -> None:
        self._context = context
        self._sections = sections
        self._sheet = sheet
        sections.extract_dropped.connect(self._place_extract)
        on = context.actions.on
        on("insert.table", lambda: self._insert_new(PieceKind.TABLE))
        on("insert.status", lambda: self._insert_new(PieceKind.CHART, "status"))
        on("insert.deadlines", lambda: self._insert_new(PieceKind.CHART, "deadlines"))

    def settle(self) -> None:
        """Say whether something can be put into the note that is shown."""
        note = self._sections.note
        can = note is not None and note.state is not NoteState.SIGNED_OFF
        for name in PLACING:
            self._context.actions.enable(name, can)

    def insert(self, piece: Piece, *, whole: bool = False) -> None:
        """Put a piece of material at the cursor."""
        self._context.session.flush()
        block = self._sheet.block or next(iter(self._sections.blocks), None)
        if block is not None:
            self.place(piece, block.name, block.editor.block_cursor.insert_place, whole=whole)

    def place(self, piece: Piece, section: str, at: int, *, whole: bool = False) -> None:
        """Put a piece of material before a block of a section."""
        note = self._stored()
        if note is not None:
            self._place(*material(piece, note, whole=whole), section, at)

    def _insert_new(self, kind: PieceKind, chart: str = "") -> None:
        note = self._stored()
        if note is not None:
            self.insert(Piece(kind=kind, topic=note.topic, chart=chart))

    def _place_extract(self, data: str, section: str) -> None:
        """Put words that were taken from a source at the cursor."""
        self._context.session.flush()
        block = next((b for b in self._sections.blocks if b.name == section), None)
        note, store = self._stored(), self._context.session.store
        anchors = unpacked(data)
        if block is None or note is None or not anchors:
            return
        blocks: list[Block] = []
        made: list[Insert] = []
        for anchor in anchors:
            if store.find(Passage, anchor.passage) is None:  # copied from another book
                blocks.append(BlockQuote(runs=(Run(text=anchor.quote),)))
                continue
            shown, inserted = material(Piece(kind=PieceKind.PASSAGE, anchor=anchor), note)
            blocks += shown
            made += inserted
        self._place(blocks, made, section, block.editor.block_cursor.insert_place)

    def _place(
        self, blocks: Sequence[Block], made: Sequence[Insert], section: str, at: int
    ) -> None:
        note, store = self._sections.note, self._context.session.store
        edit = attempt_on(
            self._context,
            Note,
            note.uid if note else None,
            lambda note: inserts.place_material(store, note, section, blocks, made, at),
        )
        if edit is not None:
            self._sheet.go_to(section, at + len(blocks) - 1, focus=False)

    def _stored(self) -> Note | None:
        note = self._sections.note
        return self._context.session.store.find(Note, note.uid if note else None)
