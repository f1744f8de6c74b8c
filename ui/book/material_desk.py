"""Between the material and the note: what is offered for it, and how it gets into it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from briefing.things import Note
from ui.book.material_pane import MaterialPane
from ui.book.middle_pane import MiddlePane
from ui.book.pieces import Piece

_FRAME = 20
"""Milliseconds in which a note is painted before its material is read."""


class MaterialDesk(QObject):
    """Has the material follow the note that is looked at, and puts pieces of it there.

    `looked_at` says which note that is, None for a generated part.
    """

    def __init__(
        self, material: MaterialPane, middle: MiddlePane, looked_at: Callable[[], Note | None]
    ) -> None:
        super().__init__(middle)
        self._material = material
        self._middle = middle
        self._looked_at = looked_at
        self._offering = QTimer(self, singleShot=True, interval=_FRAME)
        self._offering.timeout.connect(self.offer)
        material.asked.connect(self._insert)
        middle.note.sections.material_dropped.connect(self._dropped)

    def offer_soon(self) -> None:
        """Have material beside the note, once that is painted."""
        self._offering.start()

    def offer(self) -> None:
        """Have beside the note what is not used in it yet."""
        self._offering.stop()
        self._material.look_at(self._looked_at())

    def insert_next(self, *, whole: bool) -> None:
        """Put the chosen piece, or the first that is not used, at the cursor."""
        self.offer()
        piece = self._material.next_piece()
        if piece is not None and self._middle.has_note:
            self._middle.note.placing.insert(piece, whole=whole)

    def _insert(self, piece: Piece, whole: bool) -> None:  # noqa: FBT001 - a signal
        self._middle.note.placing.insert(piece, whole=whole)

    def _dropped(self, data: str, section: str, before: int) -> None:
        for number, piece in enumerate(self._material.model.pieces_of(data)):
            self._middle.note.placing.place(piece, section, before + number)
