"""Two versions side by side as a table; a cell that is dragged onto the other side is paired."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from briefing.things import Passage
from ui.context import Context
from ui.roles import UID
from ui.sources.parallel_rows import ParallelRow, link_words

AnyIndex = QModelIndex | QPersistentModelIndex
LEFT, LINK, RIGHT = range(3)
MIME = "application/x-briefing-passages"
_ROLE = Qt.ItemDataRole


class ParallelModel(QAbstractTableModel):
    """Left passages, how they hang together, right passages."""

    dropped = Signal(object, object)  # uids of passages on the left, and on the right

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._rows: list[ParallelRow] = []
        self._numbers: Mapping[str, int] = {}
        self._names = ("", "")

    def show(
        self, rows: Sequence[ParallelRow], numbers: Mapping[str, int], names: tuple[str, str]
    ) -> None:
        """Show rows, with the numbers of their passages and the names of both versions."""
        self.beginResetModel()
        self._rows, self._numbers, self._names = list(rows), numbers, names
        self.endResetModel()

    def row(self, number: int) -> ParallelRow:
        """What stands in a row."""
        return self._rows[number]

    def cell(self, index: AnyIndex) -> tuple[Passage, ...]:
        """The passages in a cell."""
        if not index.isValid() or index.column() == LINK:
            return ()
        row = self._rows[index.row()]
        return row.left if index.column() == LEFT else row.right

    def number(self, passage: Passage) -> str:
        """What a passage is cited by; "" for a heading."""
        found = self._numbers.get(passage.uid)
        return "" if found is None else self._context.speech.number(found)

    def row_of(self, passage: str) -> int:
        """The row in which a passage stands, or -1."""
        for at, row in enumerate(self._rows):
            if any(p.uid == passage for p in (*row.left, *row.right)):
                return at
        return -1

    @override
    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else 3

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> Any:
        if role != _ROLE.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return section + 1
        return (self._names[0], self._context.gettext("Pair"), self._names[1])[section]

    @override
    def data(self, index: AnyIndex, role: int = _ROLE.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in {_ROLE.DisplayRole, _ROLE.AccessibleTextRole}:
            return self._words(index)
        if role == _ROLE.ToolTipRole and index.column() == LINK:
            return self._words(index)
        cell = self.cell(index)
        return cell[0].uid if role == UID and cell else None

    def _words(self, index: AnyIndex) -> str:
        if index.column() == LINK:
            return link_words(self._rows[index.row()], self._context.speech)
        parts = (f"{self.number(p)} {p.text}".strip() for p in self.cell(index))
        return "\n".join(parts)

    # Dragging

    @override
    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and index.column() != LINK and not self._context.session.read_only:
            flags |= Qt.ItemFlag.ItemIsDropEnabled
            if self.cell(index):
                flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags

    @override
    def mimeTypes(self) -> list[str]:
        return [MIME]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        column = indexes[0].column() if indexes else LEFT
        uids = [p.uid for index in indexes if index.column() == column for p in self.cell(index)]
        data.setData(MIME, json.dumps([column, uids]).encode())
        texts = (p.text for index in indexes for p in self.cell(index))
        data.setText("\n".join(texts))
        return data

    @override
    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: AnyIndex
    ) -> bool:
        return bool(self._dropped(data, parent))

    @override
    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: AnyIndex
    ) -> bool:
        found = self._dropped(data, parent)
        if found is not None:
            self.dropped.emit(*found)
        return False  # the rows are told anew, and none is to be removed here

    def _dropped(self, data: QMimeData, onto: AnyIndex) -> tuple[list[str], list[str]] | None:
        if not data.hasFormat(MIME) or not self.cell(onto):
            return None
        column, uids = json.loads(bytes(data.data(MIME).data()))
        target = [p.uid for p in self.cell(onto)]
        if {column, onto.column()} != {LEFT, RIGHT} or not uids:
            return None
        return (uids, target) if column == LEFT else (target, uids)


def uids_of(passages: Iterable[Passage]) -> list[str]:
    """The uids of passages."""
    return [passage.uid for passage in passages]
