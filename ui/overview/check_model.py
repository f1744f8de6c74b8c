"""The readiness list as a tree: severities, below them the checks, below those their faults."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from typing_extensions import override

from briefing.checking import Fault, Severity
from briefing.checking.findings import Batch
from ui.faults import (
    SEVERITY_COLOURS,
    SEVERITY_ICONS,
    check_title,
    fault_sentence,
    fault_short,
    severity_title,
)
from ui.looks import Look
from ui.looks.icons import tinted
from ui.overview.remedies import has_remedy
from ui.speech import Speech

FAULTS = Qt.ItemDataRole.UserRole
"""The faults of a row: one, or all that stand below it."""
KEY = Qt.ItemDataRole.UserRole + 1
"""What a row is, so that it is found again when the list has changed."""
_FIRST = 16
Key = tuple[str, ...]
_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


class CheckModel(QAbstractItemModel):
    """Faults in two columns: what is wrong, and the way to its place.

    In the second column a heading says whether there is a remedy for its faults.

    An index carries where its row stands: 0 for a severity, 1 to 3 for what is below one, and from
    16 on for the faults below a heading.
    """

    def __init__(self, speech: Speech, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speech = speech
        self._look = look
        self._tree: list[tuple[Severity, list[Batch]]] = []
        self._bold = QFont()
        self._bold.setBold(True)
        look.changed.connect(self._on_look)

    def show_batches(self, batches: Sequence[Batch], check: str = "") -> None:
        """Show faults, or those of one check alone."""
        self.beginResetModel()
        shown = [batch for batch in batches if check in {"", batch.check}]
        by_severity = ((s, [b for b in shown if b.severity is s]) for s in Severity)
        self._tree = [(severity, own) for severity, own in by_severity if own]
        self.endResetModel()

    # The tree

    @override
    def index(self, row: int, column: int, parent: _Index = QModelIndex()) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        if not parent.isValid():
            return self.createIndex(row, column, 0)
        if parent.internalId() == 0:
            return self.createIndex(row, column, 1 + parent.row())
        severity = parent.internalId() - 1
        return self.createIndex(row, column, _FIRST + severity + 4 * parent.row())

    @override
    def parent(self, child: _Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]
        if not child.isValid() or child.internalId() == 0:
            return QModelIndex()
        if child.internalId() < _FIRST:
            return self.createIndex(child.internalId() - 1, 0, 0)
        batch, severity = divmod(child.internalId() - _FIRST, 4)
        return self.createIndex(batch, 0, 1 + severity)

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        if not parent.isValid():
            return len(self._tree)
        if parent.column() > 0 or parent.internalId() >= _FIRST:
            return 0
        if parent.internalId() == 0:
            return len(self._tree[parent.row()][1])
        return len(self._tree[parent.internalId() - 1][1][parent.row()])

    @override
    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 2

    def _faults(self, index: _Index) -> Sequence[Fault]:
        place = index.internalId()
        if place == 0:
            return [fault for batch in self._tree[index.row()][1] for fault in batch]
        if place < _FIRST:
            return self._tree[place - 1][1][index.row()]
        batch, severity = divmod(place - _FIRST, 4)
        return (self._tree[severity][1][batch][index.row()],)

    def is_fault(self, index: _Index) -> bool:
        """Whether a row is one fault, and no heading."""
        return index.isValid() and index.internalId() >= _FIRST

    def find(self, key: Key) -> QModelIndex:
        """Where the row of a key stands now."""
        index = QModelIndex()
        rows = [str(severity) for severity, _ in self._tree]
        for place, part in enumerate(key[:2]):
            if part not in rows:
                return QModelIndex()
            index = self.index(rows.index(part), 0, index)
            rows = [batch.check for batch in self._tree[index.row()][1]] if place == 0 else []
        if len(key) == 2 or not index.isValid() or index.internalId() == 0:  # noqa: PLR2004
            return index
        uids = self._tree[index.internalId() - 1][1][index.row()].uids
        below = (self.index(row, 0, index) for row, uid in enumerate(uids) if uid == key[2])
        return next((child for child in below if self._key(child) == key), QModelIndex())

    # Words

    @override
    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == FAULTS:
            return self._faults(index)
        if role == KEY:
            return self._key(index)
        if index.column() == 0:
            return self._said(index, role)
        return self._way(role) if self.is_fault(index) else self._remedy(index, role)

    def _said(self, index: _Index, role: int) -> Any:
        _ = self._speech.gettext
        is_fault, is_top = self.is_fault(index), index.internalId() == 0
        match role:
            case _Role.DisplayRole if is_fault:
                return fault_short(self._faults(index)[0], self._speech)
            case _Role.AccessibleTextRole | _Role.ToolTipRole if is_fault:
                return fault_sentence(self._faults(index)[0], self._speech)
            case _Role.DisplayRole | _Role.AccessibleTextRole:
                return self._heading(index)
            case _Role.DecorationRole if is_top:
                return self._icon(self._tree[index.row()][0])
            case _Role.FontRole if is_top:
                return self._bold
            case _:
                return None

    def _heading(self, index: _Index) -> str:
        _ = self._speech.gettext
        if index.internalId() == 0:
            severity, batches = self._tree[index.row()]
            title, count = severity_title(severity, _), sum(map(len, batches))
        else:
            batch = self._tree[index.internalId() - 1][1][index.row()]
            title, count = check_title(batch.check, _), len(batch)
        return _("{title} ({count})").format(title=title, count=self._speech.number(count))

    def _way(self, role: int) -> Any:
        if role == _Role.DecorationRole:
            return self._look.row_icon("forward")
        if role in {_Role.ToolTipRole, _Role.AccessibleTextRole}:
            return self._speech.gettext("Go there")
        return None

    def _remedy(self, index: _Index, role: int) -> Any:
        if index.internalId() == 0 or not has_remedy(self._faults(index)[0].check):
            return None
        _ = self._speech.gettext
        if role == _Role.DecorationRole:
            return self._look.row_icon("repair")
        if role in {_Role.ToolTipRole, _Role.AccessibleTextRole}:
            return _("A remedy is at hand")
        return None

    def _icon(self, severity: Severity) -> Any:
        colours = self._look.colours
        colour = getattr(colours, SEVERITY_COLOURS[severity])
        return tinted(SEVERITY_ICONS[severity], colour, colour, colours.on_accent)

    def _key(self, index: _Index) -> Key:
        if index.internalId() == 0:
            return (str(self._tree[index.row()][0]),)
        fault = self._faults(index)[0]
        if self.is_fault(index):
            return (str(fault.severity), fault.check, fault.uid, fault.spot, fault.detail)
        return (str(fault.severity), fault.check)

    def _on_look(self) -> None:
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._tree) - 1, 1))
