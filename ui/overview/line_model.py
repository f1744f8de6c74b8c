"""The marks of the time line as a list, and as the table that says the same."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from briefing.store.overview import Due
from briefing.things import Commitment
from ui.overview.clusters import Cluster, Lane, clustered
from ui.overview.going import commitments_due
from ui.places import Place, Room
from ui.speech import Speech

CLUSTER = Qt.ItemDataRole.UserRole
PLACE = Qt.ItemDataRole.UserRole + 1
LANE_SYMBOLS = {Lane.OVERDUE: "▲", Lane.OPEN: "◆", Lane.SETTLED: "●"}
_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


class LineModel(QAbstractTableModel):
    """A row for each mark; those that lie too close for the scale are one.

    The first column alone is what the time line shows; the others make it a table.
    """

    def __init__(self, speech: Speech, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speech = speech
        self._marks: list[Cluster] = []

    def show_dues(self, dues: Sequence[Due], today: date, days_apart: float) -> None:
        """Show deadlines at a scale."""
        self.beginResetModel()
        self._marks = clustered(dues, today, days_apart)
        self.endResetModel()

    @property
    def marks(self) -> list[Cluster]:
        """What is shown, in order."""
        return self._marks

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._marks)

    @override
    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else 4

    @override
    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        mark = self._marks[index.row()]
        match role:
            case _Role.DisplayRole:
                return self._cell(mark, index.column())
            case _Role.AccessibleTextRole | _Role.ToolTipRole:
                return self._said(mark)
            case _ if role == CLUSTER:
                return mark
            case _ if role == PLACE:
                return place_of_mark(mark)
            case _:
                return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != _Role.DisplayRole:
            return None
        _ = self._speech.gettext
        return (_("Due"), _("Where it stands"), _("Commitments"), _("What is promised"))[section]

    def _cell(self, mark: Cluster, column: int) -> str:
        match column:
            case 0:
                return self.days(mark)
            case 1:
                return f"{LANE_SYMBOLS[mark.lane]} {lane_title(mark.lane, self._speech)}"
            case 2:
                return self._speech.number(mark.count)
            case _:
                return mark.action

    def days(self, mark: Cluster) -> str:
        """The day of a mark, or its first and last."""
        first = self._speech.day(mark.first)
        if mark.first == mark.last:
            return first
        form = self._speech.gettext("{first} to {last}")
        return form.format(first=first, last=self._speech.day(mark.last))

    def _said(self, mark: Cluster) -> str:
        _, lane = self._speech.gettext, lane_title(mark.lane, self._speech)
        if mark.count == 1:
            form = _("{day}, {state}: {action}")
            return form.format(day=self.days(mark), state=lane, action=mark.action)
        words = self._speech.ngettext(
            "{days}, {state}: {count} commitment",
            "{days}, {state}: {count} commitments",
            mark.count,
        )
        return words.format(days=self.days(mark), state=lane, count=self._speech.number(mark.count))


def lane_title(lane: Lane, speech: Speech) -> str:
    """What a lane of the time line is called."""
    _ = speech.gettext
    return {Lane.OVERDUE: _("overdue"), Lane.OPEN: _("due"), Lane.SETTLED: _("settled")}[lane]


def place_of_mark(mark: Cluster) -> Place:
    """The commitment of a mark, or the register narrowed to its days."""
    if mark.count == 1:
        return Place(Room.COMMITMENTS, Commitment, mark.uid)
    return commitments_due(mark.first, mark.last)
