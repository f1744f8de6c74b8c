"""What a note may still show, as a list to insert from."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtCore import Signal as QtSignal
from typing_extensions import override

from briefing.edits import Edit
from briefing.text import fold
from briefing.things import (
    Annotation,
    Book,
    Commitment,
    Exclusion,
    Insert,
    Note,
    Passage,
    Repair,
    Section,
    Source,
    Topic,
)
from ui.book.piece_words import PieceWords
from ui.book.pieces import (
    Piece,
    Used,
    pieces_found,
    pieces_of_commitments,
    pieces_of_topic,
    tables_and_charts,
)
from ui.book.roles import Role
from ui.context import Context
from ui.editor.clipboard import MATERIAL

_PAGE = 60
_FOUND = 60
SHOWN = (Annotation, Book, Commitment, Exclusion, Passage, Repair, Source, Topic)
Index = QModelIndex | QPersistentModelIndex


class Scope(StrEnum):
    """Where pieces are looked for."""

    TOPIC = "topic"
    BOOK = "book"


class MaterialModel(QAbstractListModel):
    """Pieces for one note; those that it shows already are left out, or marked."""

    counted = QtSignal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._store = context.session.store
        self._note: Note | None = None
        self._scope = Scope.TOPIC
        self._words = ""
        self._with_used = False
        self._all: list[Piece] = []
        self._rows: list[Piece] = []
        self._more: Iterator[list[Commitment]] | None = None
        self._used = Used()
        self._words_of = PieceWords(context.speech)
        context.session.edited.connect(self._on_edited)

    # What is asked of it

    @property
    def used(self) -> tuple[int, int]:
        """How many of the pieces are in the note, and how many there are."""
        shown = sum(self._used.has(piece) for piece in self._all)
        return shown, len(self._all)

    @property
    def has_note(self) -> bool:
        """Whether there is a note to offer something to."""
        return self._note is not None

    def piece(self, row: int) -> Piece:
        """The piece in a row."""
        return self._rows[row]

    def row_of(self, key: str) -> int:
        """The row of a piece, or -1."""
        return next((n for n, piece in enumerate(self._rows) if piece.key == key), -1)

    def next_row(self, after: int = -1) -> int:
        """The first row from there on that the note does not show, or -1."""
        rows = (*range(max(after, 0), len(self._rows)), *range(max(after, 0)))
        return next((row for row in rows if not self._used.has(self._rows[row])), -1)

    def pieces_of(self, data: str) -> list[Piece]:
        """The pieces that were dragged from here."""
        keys = json.loads(data)
        return [piece for piece in self._rows if piece.key in keys]

    @property
    def note(self) -> Note | None:
        """The note whose material is offered."""
        return self._note

    def look_at(self, note: Note | None) -> None:
        """Offer what this note may show."""
        same = (
            note is not None
            and self._note is not None
            and (
                (note.uid, note.topic, note.lang)
                == (self._note.uid, self._note.topic, self._note.lang)
            )
        )
        self._note = note
        if not same:
            self.read()

    def look_in(self, scope: Scope, words: str, *, with_used: bool) -> None:
        """Choose among the pieces."""
        fresh = (scope, words, with_used) != (self._scope, self._words, self._with_used)
        self._scope, self._words, self._with_used = scope, words, with_used
        if fresh:
            self.read()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._more is not None

    @override
    def fetchMore(self, parent: Index) -> None:
        some = next(self._more, None) if self._more is not None else None
        if some is None:
            self._more = None
            return
        self._add(pieces_of_commitments(some, self._lang))

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        told = _TOLD.get(role)
        return told(self, self._rows[index.row()]) if told is not None else None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.NoItemFlags
        shown = flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemNeverHasChildren
        return shown if self._context.session.read_only else shown | flag.ItemIsDragEnabled

    @override
    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction

    @override
    def mimeTypes(self) -> list[str]:
        return [MATERIAL, "text/plain"]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        pieces = [self._rows[index.row()] for index in indexes]
        data = QMimeData()
        data.setData(MATERIAL, json.dumps([piece.key for piece in pieces]).encode())
        data.setText("\n".join(map(self._words_of.quoted, pieces)))
        return data

    # Reading

    @property
    def _lang(self) -> str:
        return self._note.lang if self._note else "en"

    def read(self) -> None:
        """Look again at what there is."""
        self.beginResetModel()
        self._all, self._rows, self._more = [], [], None
        if self._note is not None:
            self._used = Used.in_note(self._store, self._note.uid)
            self._words_of = PieceWords(self._context.speech)
            self._words_of.read(self._store)
            self._find(self._note)
        self.endResetModel()
        self.counted.emit()

    def _find(self, note: Note) -> None:
        if self._scope is Scope.TOPIC:
            self._all = pieces_of_topic(self._store, note.topic, note.lang)
        elif self._words:
            self._all = pieces_found(self._store, self._words, note.lang, _FOUND)
        else:
            self._all = list(tables_and_charts(None))
            self._more = self._store.pieces(Commitment, _PAGE)
        self._words_of.number(self._store, self._all)
        self._rows = self._shown(self._all)

    def _shown(self, pieces: Sequence[Piece]) -> list[Piece]:
        shown = [p for p in pieces if self._with_used or not self._used.has(p)]
        if self._scope is Scope.TOPIC and (words := fold(self._words)):
            return [p for p in shown if words in fold(f"{self._said(p)} {self._origin(p)}")]
        return shown

    def _add(self, pieces: Sequence[Piece]) -> None:
        self._words_of.number(self._store, pieces)
        self._all += pieces
        shown = self._shown(pieces)
        if shown:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(shown) - 1)
            self._rows += shown
            self.endInsertRows()
        self.counted.emit()

    def _on_edited(self, edit: Edit) -> None:
        if self._note is None:
            return
        if edit.touches(Insert, Section) and not edit.touches(*SHOWN):
            self._recount()

    def _recount(self) -> None:
        """Take out what has come into the note, and put back what has gone from it."""
        if self._note is None:
            return
        before = self._used
        self._used = Used.in_note(self._store, self._note.uid)
        if self._used == before:
            return
        if self._with_used:
            if self._rows:
                self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))
        else:
            self._settle(self._shown(self._all))
        self.counted.emit()

    def _settle(self, after: list[Piece]) -> None:
        """Bring the rows from what they are to what they should be, with as few news as can be."""
        wanted = {piece.key for piece in after}
        for row in range(len(self._rows) - 1, -1, -1):
            if self._rows[row].key not in wanted:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._rows[row]
                self.endRemoveRows()
        for row, piece in enumerate(after):
            if row >= len(self._rows) or self._rows[row].key != piece.key:
                self.beginInsertRows(QModelIndex(), row, row)
                self._rows.insert(row, piece)
                self.endInsertRows()

    # Words

    def _said(self, piece: Piece) -> str:
        return self._words_of.said(piece)

    def _origin(self, piece: Piece) -> str:
        return self._words_of.origin(piece)

    def _spoken(self, piece: Piece) -> str:
        used = self._context.gettext("used") if self._used.has(piece) else ""
        return ", ".join(filter(None, (self._origin(piece), self._said(piece), used)))

    def _in_full(self, piece: Piece) -> str:
        return f"{self._said(piece)}\n\n{self._origin(piece)}"

    def _is_used(self, piece: Piece) -> bool:
        return self._used.has(piece)


_Asked = Qt.ItemDataRole
_TOLD: dict[int, Callable[[MaterialModel, Piece], Any]] = {
    _Asked.DisplayRole: MaterialModel._said,  # noqa: SLF001 - its own table
    _Asked.ToolTipRole: MaterialModel._in_full,  # noqa: SLF001
    _Asked.AccessibleTextRole: MaterialModel._spoken,  # noqa: SLF001
    Role.FACTS: MaterialModel._origin,  # noqa: SLF001
    Role.USED: MaterialModel._is_used,  # noqa: SLF001
    Role.PIECE: lambda _model, piece: piece,
    Role.KIND: lambda _model, piece: piece.kind,
}
