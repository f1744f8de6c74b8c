"""Commitments counted by topic and status, as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from briefing.store.overview import Count
from briefing.things import Status, Topic, topics_in_order
from ui.overview.going import commitments_of
from ui.speech import Speech

PLACE = Qt.ItemDataRole.UserRole
"""Where the commitments of a cell are listed; None for a cell without any."""
COUNT = Qt.ItemDataRole.UserRole + 1
DEPTH = Qt.ItemDataRole.UserRole + 2
"""How deep a topic lies in the tree."""
STATUSES = tuple(Status)
TOTAL = 1 + len(STATUSES)
"""The last column; the first is the topic, and the statuses stand between."""
_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class _Row:
    topic: str | None
    """A uid, "" for those without a topic, None for all."""
    name: str
    depth: int = 0
    counts: Counter[Status] = field(default_factory=Counter)

    @property
    def total(self) -> int:
        return self.counts.total()


class BarsModel(QAbstractTableModel):
    """A row for all commitments, then one for each topic that has any, as the tree reads."""

    def __init__(self, speech: Speech, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speech = speech
        self._rows: list[_Row] = []

    def show_counts(self, counts: Iterable[Count], topics: Sequence[Topic]) -> None:
        """Show counts."""
        self.beginResetModel()
        self._rows = self._made(counts, topics)
        self.endResetModel()

    @property
    def most(self) -> int:
        """The number of commitments of the fullest topic."""
        return max((row.total for row in self._rows[1:]), default=1)

    def _made(self, counts: Iterable[Count], topics: Sequence[Topic]) -> list[_Row]:
        _ = self._speech.gettext
        of: dict[str, Counter[Status]] = {}
        for count in counts:
            of.setdefault(count.topic or "", Counter())[count.status] += count.count
        if not of:
            return []
        depths = _depths(topics)
        rows = [
            _Row(topic.uid, topic.name, depths[topic.uid], of[topic.uid])
            for topic in topics_in_order(topics)
            if topic.uid in of
        ]
        if "" in of:
            rows.append(_Row("", _("Without a topic"), 0, of[""]))
        every: Counter[Status] = Counter()
        for counted in of.values():
            every.update(counted)
        return [_Row(None, _("All commitments"), 0, every), *rows]

    # The table

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else TOTAL + 1

    @override
    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        match role:
            case _Role.DisplayRole:
                count = self._speech.number(_count(row, column)) if _count(row, column) else ""
                return row.name if column == 0 else count
            case _Role.AccessibleTextRole | _Role.ToolTipRole:
                return self._said(row, column)
            case _Role.TextAlignmentRole if column:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case _:
                return _fact(row, column, role)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != _Role.DisplayRole:
            return None
        _ = self._speech.gettext
        if section in {0, TOTAL}:
            return _("Topic") if section == 0 else _("Total")
        return self._speech.wording.status(STATUSES[section - 1])

    def _said(self, row: _Row, column: int) -> str:
        _ = self._speech.gettext
        count = self._speech.number(_count(row, column))
        if 0 < column < TOTAL:
            status = self._speech.wording.named("status", STATUSES[column - 1])
            return _("{topic}, {status}: {count}").format(
                topic=row.name, status=status, count=count
            )
        words = self._speech.ngettext(
            "{topic}: {count} commitment", "{topic}: {count} commitments", row.total
        )
        return words.format(topic=row.name, count=self._speech.number(row.total))


def _count(row: _Row, column: int) -> int:
    return row.counts[STATUSES[column - 1]] if 0 < column < TOTAL else row.total


def _fact(row: _Row, column: int, role: int) -> Any:
    if role == COUNT:
        return _count(row, column)
    if role == DEPTH:
        return row.depth
    if role == PLACE and _count(row, column):
        status = STATUSES[column - 1] if 0 < column < TOTAL else None
        return commitments_of(row.topic, status)
    return None


def _depths(topics: Sequence[Topic]) -> dict[str, int]:
    depths: dict[str, int] = {}
    for topic in topics_in_order(topics):
        depths[topic.uid] = depths[topic.parent] + 1 if topic.parent in depths else 0
    return depths
