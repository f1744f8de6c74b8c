"""The outline of the book: its tabs in order, as a model that holds no truth."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from briefing.edits import Edit, thing_of
from briefing.operations import notes, outline
from briefing.things import Book, Note, Section, Tab
from ui.book.outline_rows import OutlineRow, outline_rows
from ui.book.outline_words import OutlineWords
from ui.book.roles import Role
from ui.context import Context
from ui.doing import attempt, attempt_on

MIME = "application/x-briefing-tabs+json"
Index = QModelIndex | QPersistentModelIndex
_Asked = Qt.ItemDataRole
_TOLD: dict[int, Callable[[OutlineWords, OutlineRow], Any]] = {
    _Asked.DisplayRole: OutlineWords.title,
    _Asked.EditRole: OutlineWords.title,
    _Asked.AccessibleTextRole: OutlineWords.spoken,
    _Asked.ToolTipRole: OutlineWords.in_full,
    Role.UID: lambda _words, row: row.tab.uid,
    Role.LABEL: lambda _words, row: row.label,
    Role.KIND: lambda _words, row: row.tab.kind,
    Role.FACTS: OutlineWords.facts,
    Role.FAULT: OutlineWords.gravest,
}


class OutlineModel(QAbstractListModel):
    """Tabs in order; an index is found again by the uid of its tab."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._session = context.session
        self._rows: list[OutlineRow] = []
        self._words = OutlineWords(context, lambda: self._rows)
        self._loaded = False
        self._session.edited.connect(self._on_edited)
        context.readiness.changed.connect(self._all_changed)
        context.readiness.counted.connect(self._all_changed)

    def load(self) -> None:
        """List the tabs, if that was not done yet: a thousand take as long as a pane to make.

        They come as rows that are inserted: after a reset, views would choose the first.
        """
        if self._loaded:
            return
        self._loaded = True
        if count := self._session.store.count(Tab):
            self.beginInsertRows(QModelIndex(), 0, count - 1)
            self._read()
            self.endInsertRows()

    # What is asked of it

    def row_of(self, uid: str) -> int:
        """The row of a tab, or -1."""
        return next((n for n, row in enumerate(self._rows) if row.tab.uid == uid), -1)

    def row_at(self, row: int) -> OutlineRow:
        """What a row lists."""
        return self._rows[row]

    def tabs(self, rows: Sequence[int]) -> list[Tab]:
        """The tabs of some rows, in the order of the book."""
        return [self._rows[row].tab for row in sorted(rows)]

    def tab_of_note(self, note: str) -> str:
        """The tab that holds a note, or ""."""
        return next((row.tab.uid for row in self._rows if row.tab.note == note), "")

    def title_of(self, row: int) -> str:
        """What the tab of a row is called."""
        return self._words.title(self._rows[row])

    def know_pages(self, pages: Mapping[str, int], *, final: bool) -> None:
        """Say how many pages tabs, by uid, have; what a note is judged by is its final print."""
        notes = {row.tab.uid: row.tab.note for row in self._rows if row.tab.note}
        parts = {uid: count for uid, count in pages.items() if uid not in notes}
        if self._words.know_parts(parts):
            self._all_changed()
        if final:
            self._context.readiness.know_pages(
                {notes[uid]: count for uid, count in pages.items() if uid in notes}
            )

    def pages_at(self, row: int) -> int:
        """On how many pages a tab is printed; 0 where that is not known yet."""
        return self._words.pages(self._rows[row])

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        told = _TOLD.get(role)
        return told(self._words, self._rows[index.row()]) if told is not None else None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.ItemIsDropEnabled
        flags = flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemNeverHasChildren
        if self._session.read_only:
            return flags
        return flags | flag.ItemIsEditable | flag.ItemIsDragEnabled

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        row, title = self._rows[index.row()], " ".join(str(value).split())
        if title == self.title_of(index.row()):
            return False
        if row.note is None or row.tab.title:
            done = attempt_on(
                self._context, Tab, row.tab.uid, partial(notes.change_tab, title=title)
            )
            return done is not None
        return bool(title) and self._rename(row.note, title)

    # Drag and drop

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    @override
    def mimeTypes(self) -> list[str]:
        return [MIME]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        uids = [self._rows[index.row()].tab.uid for index in indexes]
        data.setData(MIME, json.dumps(uids).encode())
        data.setText("\n".join(self.title_of(index.row()) for index in indexes))
        return data

    @override
    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        return data.hasFormat(MIME) and not parent.isValid() and not self._session.read_only

    @override
    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        uids = set(json.loads(bytes(data.data(MIME).data())))
        moved = [one.tab for one in self._rows if one.tab.uid in uids]
        before = len(self._rows) if row < 0 else row
        return bool(moved) and self.move(moved, before)

    def move(self, tabs: Sequence[Tab], before: int) -> bool:
        """Put tabs where row `before` stands now."""
        make = partial(outline.move_tabs, self._session.store, tabs, before)
        return attempt(self._context, make) is not None

    def _rename(self, note: Note, title: str) -> bool:
        make = partial(notes.change_note, title=title)
        return attempt_on(self._context, Note, note.uid, make) is not None

    # Reading

    def _read(self) -> None:
        self._rows = outline_rows(self._session.store)
        self._words.book_title = self._session.book.title

    def _on_edited(self, edit: Edit) -> None:
        if not self._loaded:
            return
        if edit.touches(Section):
            self._recount(edit)
        if edit.touches(Tab):
            self._rearrange()
        elif edit.touches(Note, Book):
            self._read()
            self._all_changed()

    def _recount(self, edit: Edit) -> None:
        things = (thing_of(change) for change in edit.changes)
        for note in {thing.note for thing in things if isinstance(thing, Section)}:
            self._words.forget_length(note)
            row = self.row_of(self.tab_of_note(note))
            if row >= 0:
                self.dataChanged.emit(self.index(row), self.index(row))

    def _rearrange(self) -> None:
        """Read again; where only the order is another, views keep what they have selected."""
        rows = outline_rows(self._session.store)
        before = [row.tab.uid for row in self._rows]
        after = [row.tab.uid for row in rows]
        if sorted(before) != sorted(after):
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        self.layoutAboutToBeChanged.emit()
        self._rows = rows
        place = {uid: number for number, uid in enumerate(after)}
        old = self.persistentIndexList()
        self.changePersistentIndexList(old, [self.index(place[before[i.row()]]) for i in old])
        self.layoutChanged.emit()

    def _all_changed(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))
