"""The head of the register: which columns there are, how wide, and what rows are sorted by."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from briefing.store import Column, Order
from ui.commitments.cells import COLUMNS, FIRST, SHOWN, WIDTHS
from ui.commitments.register_model import RegisterModel
from ui.context import Context

_WORDS = COLUMNS.index(Column.ACTION)
"""The column that has the room which the others leave."""
_FAIR = 150
"""Pixels that it keeps where the columns have to be scrolled."""
_LEAST = 110
"""The same in the narrowest window, so that deadline and status still stand beside it."""
_BESIDE = tuple(map(COLUMNS.index, (Column.PROMISORS, Column.DEADLINE, Column.STATUS)))


class RegisterHeader(QHeaderView):
    """Columns are chosen by a menu, moved by dragging, and sorted by a click."""

    ordered = Signal(object)  # an Order

    def __init__(self, context: Context, model: RegisterModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._register = model
        self._room = 0
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setAccessibleName(context.gettext("Columns"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu_asked)
        self.sectionClicked.connect(self._sort_by)
        self.sectionResized.connect(self._resized)

    def begin(self) -> None:
        """Show the first columns as they stand before anybody has moved them."""
        self.setSortIndicatorShown(True)  # a table that does not sort by itself had put it off
        # A selection of its own, which stays empty: to paint the header, Qt asks of each column
        # whether all of its rows are selected, one by one.
        self.setSelectionModel(QItemSelectionModel(self._register, self))
        for place, column in enumerate(COLUMNS):
            self.resizeSection(place, WIDTHS[column])
            self.setSectionHidden(place, column not in SHOWN)
        for place, first in enumerate(FIRST):
            self.moveSection(self.visualIndex(COLUMNS.index(first)), place)

    @property
    def shown(self) -> list[Column]:
        """The columns that are there, as they stand."""
        shown = [n for n in range(len(COLUMNS)) if not self.isSectionHidden(n)]
        return [COLUMNS[n] for n in sorted(shown, key=self.visualIndex)]

    @property
    def first(self) -> int:
        """The column that stands first."""
        return COLUMNS.index(self.shown[0])

    def show_order(self, order: Order) -> None:
        """Say by what rows are sorted."""
        way = Qt.SortOrder.DescendingOrder if order.descending else Qt.SortOrder.AscendingOrder
        place = COLUMNS.index(order.column) if order.column in COLUMNS else -1
        self.setSortIndicator(place, way)

    def fit(self, room: int) -> None:
        """Give the words of the commitment the room that the other columns leave."""
        self._room = room
        others = self.length() - self.sectionSize(_WORDS)
        beside = sum(map(self.sectionSize, _BESIDE))
        least = min(max(room - beside, _LEAST), _FAIR)
        self.resizeSection(_WORDS, max(room - others, least))

    def columns_menu(self) -> QMenu:
        """A menu of the columns that can be shown; it goes when it is closed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place, column in enumerate(COLUMNS):
            title = self._register.headerData(place, Qt.Orientation.Horizontal)
            action = menu.addAction(str(title))
            action.setCheckable(True)
            action.setChecked(not self.isSectionHidden(place))
            action.setEnabled(column is not Column.ACTION)
            action.setData(place)
        menu.triggered.connect(self._column_chosen)
        return menu

    def _column_chosen(self, action: QAction) -> None:
        self.setSectionHidden(int(action.data()), not action.isChecked())
        self.fit(self._room)

    def _menu_asked(self, at: QPoint) -> None:
        self.columns_menu().popup(self.mapToGlobal(at))

    def _resized(self, place: int) -> None:
        if place != _WORDS:
            self.fit(self._room)

    def _sort_by(self, place: int) -> None:
        order = self._register.order
        column: Column = COLUMNS[place]
        descending = False
        if order.column is column:
            # The third click leads back to the order in which they were recorded.
            column = Column.RECORDED if order.descending else column
            descending = not order.descending
        self.ordered.emit(Order(column=column, descending=descending, grouping=order.grouping))
