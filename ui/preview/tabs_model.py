"""The tabs of the book, to be ticked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from typing_extensions import override

from briefing.things import Note, Reader, Tab
from exports.compose.labels import labels
from ui.names import name_of
from ui.speech import Speech

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_ROW = QSize(0, 24)
"""A row is high enough to be hit."""


@dataclass(frozen=True, slots=True)
class TabLine:
    """A tab and what it is called."""

    uid: str
    name: str


def tab_lines(book: Reader, speech: Speech) -> list[TabLine]:
    """The tabs of a book in their order."""
    tabs = sorted(book.all(Tab), key=lambda tab: tab.position)
    titles = {note.uid: note.title for note in book.all(Note)}
    lines = []
    for tab, label in zip(tabs, labels(tabs), strict=True):
        title = tab.title or titles.get(tab.note or "", "") or name_of(tab.kind, speech.gettext)
        lines.append(TabLine(tab.uid, f"{label}  {title}" if label else title))
    return lines


class TabsModel(QAbstractListModel):
    """Tabs with a tick each; all are ticked at first."""

    ticked_changed = Signal()

    def __init__(self, lines: Sequence[TabLine], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self._ticked = {line.uid for line in lines}

    @property
    def ticked(self) -> tuple[str, ...]:
        """Uids of the ticked tabs in their order; none of them if all are."""
        chosen = tuple(line.uid for line in self._lines if line.uid in self._ticked)
        return () if len(chosen) == len(self._lines) else chosen

    @property
    def count(self) -> int:
        """How many are ticked."""
        return len(self._ticked)

    def tick(self, uids: Iterable[str]) -> None:
        """Tick these and no others."""
        self._ticked = {line.uid for line in self._lines} & set(uids)
        if self._lines:
            self.dataChanged.emit(self.index(0), self.index(len(self._lines) - 1))
        self.ticked_changed.emit()

    def tick_all(self) -> None:
        """Tick every tab."""
        self.tick(line.uid for line in self._lines)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._lines)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else flags

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == _Role.DisplayRole:
            return line.name
        if role == _Role.SizeHintRole:
            return _ROW
        if role == _Role.CheckStateRole:
            ticked = line.uid in self._ticked
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return None

    @override
    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        if not index.isValid() or role != _Role.CheckStateRole:
            return False
        uid = self._lines[index.row()].uid
        ticked = Qt.CheckState(value) is Qt.CheckState.Checked
        self._ticked = self._ticked | {uid} if ticked else self._ticked - {uid}
        self.dataChanged.emit(index, index, [role])
        self.ticked_changed.emit()
        return True
