"""The commitments of a book as a table, a page at a time."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Iterable
from typing import Any, TypeAlias

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from briefing.edits import Edit
from briefing.store import Column, Filter, Head, Order, Row
from briefing.things import Commitment, StatusEntry
from ui.clock import today
from ui.commitments.cells import COLUMNS, Cells, column_names
from ui.commitments.names import NAMED, Names
from ui.context import Context
from ui.widgets.follower import Follower

Index: TypeAlias = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
HEAD_ROLE = Role.UserRole + 1
"""The words of the head that a row is, or None for a commitment."""
SWATCH_ROLE = Role.UserRole + 2
"""The colour of the topic that a cell names first."""
_HEAD_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_ROW_FLAGS = _HEAD_FLAGS | Qt.ItemFlag.ItemIsDragEnabled
_PAGE = 64
"""Rows that are read at once. A screen shows thirty: more would only hold it up."""
_PAGES = 100


class RegisterModel(QAbstractTableModel):
    """Rows of the register: commitments, and the heads that divide them.

    The order is a list of numbers, a head's being negative; the rows themselves are read when they
    are looked at and forgotten when a hundred other pages were. Edits are followed while the
    widget is seen that it is made for.
    """

    listed = Signal()  # after the order was asked for anew

    def __init__(self, context: Context, names: Names, seen: QWidget) -> None:
        super().__init__(seen)
        self._context = context
        self._store = context.session.store
        self._names = names
        self.cells = Cells(names, context.speech, today())
        self.wanted = Filter()
        self.order = Order()
        self.total = 0
        self._rows: array[int] = array("q")
        self._heads: tuple[Head, ...] = ()
        self._folded: set[str] = set()
        self._pages: OrderedDict[int, dict[int, Row]] = OrderedDict()
        self._titles = column_names(context.gettext)
        context.session.edited.connect(self._on_edited)
        self.follower = Follower(context.session, seen)
        self.follower.due.connect(self.reread)
        names.changed.connect(self.follower.touch)

    # Asking

    def ask(self, wanted: Filter, order: Order) -> None:
        """Show what a filter leaves, in an order."""
        if order.grouping is not self.order.grouping:
            self._folded.clear()
        self.wanted, self.order = wanted, order
        self.reread()

    def reread(self) -> None:
        """Ask again, as the book is now."""
        self.follower.settle()
        # The book may have been open over midnight.
        self.cells = Cells(self._names, self._context.speech, today())
        found = self._store.register(self.wanted, self.order, self.cells.today)
        rows = self._with_heads(found.rows, found.heads)
        self.total = len(found.rows)
        if rows == self._rows and found.heads == self._heads:
            self._pages.clear()
            self._all_changed()
        else:
            self.beginResetModel()
            self._rows, self._heads = rows, found.heads
            self._pages.clear()
            self.endResetModel()
        self.listed.emit()

    def _with_heads(self, rows: array[int], heads: tuple[Head, ...]) -> array[int]:
        if self.order.grouping is None:
            return rows
        divided: array[int] = array("q")
        start = 0
        for place, head in enumerate(heads, start=1):
            divided.append(-place)
            if head.key not in self._folded:
                divided.extend(rows[start : start + head.count])
            start += head.count
        return divided

    # Rows

    def row(self, place: int) -> Row | None:
        """The commitment at a place; None for a head, or for one that has just gone."""
        number = self._rows[place]
        if number < 0:
            return None
        return self._page(place // _PAGE).get(number)

    def head(self, place: int) -> Head | None:
        """The head at a place."""
        number = self._rows[place]
        return self._heads[-number - 1] if number < 0 else None

    def head_words(self, place: int) -> str:
        """What the head at a place says; "" for a commitment."""
        head = self.head(place)
        if head is None or self.order.grouping is None:
            return ""
        return self.cells.head(head, self.order.grouping)

    def number(self, place: int) -> int:
        """The number of the row at a place; negative for a head."""
        return self._rows[place]

    def numbers(self) -> array[int]:
        """The numbers of all rows in their order."""
        return self._rows

    def place_of(self, uid: str) -> int | None:
        """Where a commitment stands, if the filter leaves it and its head is open."""
        number = self._store.register_number(uid)
        return None if number is None else self.place(number)

    def place(self, number: int) -> int | None:
        """Where the row of a number stands."""
        try:
            return self._rows.index(number)
        except ValueError:
            return None

    def folded(self, place: int) -> bool:
        """Whether the rows under the head at a place are put away."""
        head = self.head(place)
        return head is not None and head.key in self._folded

    def fold(self, place: int, *, away: bool) -> None:
        """Put the rows under a head away, or bring them back."""
        head = self.head(place)
        if head is not None and away != (head.key in self._folded):
            self._folded ^= {head.key}
            self.reread()

    def _page(self, number: int) -> dict[int, Row]:
        page = self._pages.get(number)
        if page is None:
            numbers = self._rows[number * _PAGE : (number + 1) * _PAGE]
            page = self._store.register_rows([one for one in numbers if one > 0])
            self._pages[number] = page
            if len(self._pages) > _PAGES:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page

    # The table

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        place, column = index.row(), COLUMNS[index.column()]
        if self._rows[place] < 0:
            return self._of_head(place, column, role)
        row = self.row(place)
        return None if row is None else self._of_row(row, column, role)

    def _of_head(self, place: int, column: Column, role: int) -> Any:
        if role == HEAD_ROLE or (role == Role.DisplayRole and column is Column.ACTION):
            return self.head_words(place)
        return None

    def _of_row(self, row: Row, column: Column, role: int) -> Any:
        match role:
            case Role.DisplayRole | Role.ToolTipRole:
                return self.cells.text(row, column)
            case Role.ForegroundRole if column in {Column.DEADLINE, Column.OVERDUE}:
                overdue = self.cells.overdue(row)
                return QColor(self._context.look.colours.bad) if overdue else None
            case Role.AccessibleDescriptionRole if column is Column.DEADLINE:
                return self._context.gettext("Overdue") if self.cells.overdue(row) else None
            case _ if role == SWATCH_ROLE and column is Column.TOPIC and row.commitment.topics:
                return self._names.colour(row.commitment.topics[0]) or None
            case Role.TextAlignmentRole:
                return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and section < len(COLUMNS):
            if role == Role.DisplayRole:
                return self._titles[COLUMNS[section]]
            if role == Role.TextAlignmentRole:
                return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _HEAD_FLAGS if self._rows[index.row()] < 0 else _ROW_FLAGS

    # News

    def _on_edited(self, edit: Edit) -> None:
        # What parties, topics and sources are called, `Names` tells, when it has read them.
        if edit.touches(Commitment, StatusEntry) and not edit.touches(*NAMED):
            self.follower.touch()

    def _all_changed(self) -> None:
        if self._rows:
            self.dataChanged.emit(
                self.index(0, 0), self.index(len(self._rows) - 1, len(COLUMNS) - 1)
            )

    def uids_of_all(self) -> list[str]:
        """The commitments that the filter leaves, in their order, folded ones too."""
        found = self._store.register(self.wanted, self.order, self.cells.today)
        return self._store.register_uids(found.rows)

    def uids(self, places: Iterable[int]) -> list[str]:
        """The commitments at some places; heads are left out."""
        return self._store.register_uids([n for p in places if (n := self._rows[p]) > 0])
