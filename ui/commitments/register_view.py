"""The table of the register, as hands and keys meet it."""

from __future__ import annotations

from PySide6.QtCore import (
    QElapsedTimer,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QDrag,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from briefing.store import Column, Order
from ui.commitments.cells import COLUMNS, FIRST, SHOWN, WIDTHS
from ui.commitments.register_model import SWATCH_ROLE, RegisterModel
from ui.context import Context

UIDS_TYPE = "application/x-briefing-commitments"
_SWATCH = 3
_INSET = 4
_PATIENCE = 1000
"""Milliseconds after which a letter begins another word to look for."""
_PADDING = 8


class RegisterView(QTableView):
    """Shows a page of rows, two lines each; what is chosen is told by uid."""

    chosen = Signal(object)  # the uid of the current commitment, or ""
    picked = Signal()  # which rows are selected has changed
    opened = Signal()  # Enter or a double click
    looked = Signal()  # Space
    ordered = Signal(object)  # an Order
    asked_menu = Signal(QPoint)

    def __init__(
        self, context: Context, model: RegisterModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._register = model
        self._kept: tuple[str, list[str]] = ("", [])
        self._typed = ""
        self._since = QElapsedTimer()
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(context.gettext("Commitments"))
        self._set_up()
        self._set_up_header()
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._bring_back)
        context.look.changed.connect(self.viewport().update)

    def _set_up(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setDragEnabled(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu_asked)
        height = max(self.fontMetrics().lineSpacing() * 2 + _PADDING, 32)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setSectionResizeMode(self.verticalHeader().ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(height)
        self.verticalScrollBar().setSingleStep(height)

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        # A selection of its own, which stays empty: to paint the header, Qt asks of each column
        # whether all of its rows are selected, one by one.
        header.setSelectionModel(QItemSelectionModel(self._register, header))
        header.setSectionsMovable(True)
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setAccessibleName(self._context.gettext("Columns"))
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._header_menu)
        header.sectionClicked.connect(self._sort_by)
        for place, column in enumerate(COLUMNS):
            self.setColumnWidth(place, WIDTHS[column])
            self.setColumnHidden(place, column not in SHOWN)
        for place, first in enumerate(FIRST):
            header.moveSection(header.visualIndex(COLUMNS.index(first)), place)
        header.sectionResized.connect(self._fit_soon)
        header.sectionCountChanged.connect(self._fit_soon)

    # What is chosen

    def current_uid(self) -> str:
        """The uid of the commitment that the keys are at; "" at a head or nowhere."""
        place = self.currentIndex().row()
        row = self._register.row(place) if 0 <= place < self._register.rowCount() else None
        return row.commitment.uid if row else ""

    def selected_uids(self) -> list[str]:
        """The selected commitments, in the order of the table."""
        places = sorted(
            place for piece in self._pieces() for place in range(piece.top(), piece.bottom() + 1)
        )
        return self._register.uids(dict.fromkeys(places))

    def selected_count(self) -> int:
        """How many rows are selected, heads too; nothing is read for it."""
        return sum(piece.height() for piece in self._pieces())

    def _pieces(self) -> list[QItemSelectionRange]:
        selection = self.selectionModel().selection()
        return [selection.at(place) for place in range(selection.count())]

    def choose(self, uid: str) -> bool:
        """Go to a commitment; False if the filter leaves it out."""
        place = self._register.place_of(uid)
        if place is None:
            return False
        index = self._register.index(place, self._first_column())
        if self.current_uid() != uid or not self.selectionModel().isRowSelected(place):
            self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.picked.emit()

    @override
    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().currentChanged(current, previous)
        if current.row() != previous.row() or not current.isValid():
            self.chosen.emit(self.current_uid())

    def _keep(self) -> None:
        """Remember by uid what a reset is about to forget."""
        many = self.selected_count()
        selected = self.selected_uids() if many <= 1000 else []  # noqa: PLR2004
        self._kept = (self.current_uid(), selected)

    def _bring_back(self) -> None:
        current, selected = self._kept
        places = [p for uid in selected if (p := self._register.place_of(uid)) is not None]
        at = self._register.place_of(current) if current else None
        if at is not None:
            index = self._register.index(at, self._first_column())
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(index)
        selection = QItemSelection()
        for place in places:
            index = self._register.index(place, 0)
            selection.select(index, index)
        self.selectionModel().select(
            selection,
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows,
        )
        if at is None:
            self.chosen.emit("")

    # Keys

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = self.currentIndex().row()
        on_head = place >= 0 and self._register.head(place) is not None
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not event.modifiers():
                if on_head:
                    self._register.fold(place, away=not self._register.folded(place))
                    self._stand_at(place)
                else:
                    self.opened.emit()
            case Qt.Key.Key_Space if not self._typing() and not event.modifiers():
                self.looked.emit()
            case Qt.Key.Key_Left | Qt.Key.Key_Right if on_head:
                self._register.fold(place, away=event.key() == Qt.Key.Key_Left)
                self._stand_at(place)
            case _:
                super().keyPressEvent(event)

    def _typing(self) -> bool:
        return bool(self._typed) and self._since.isValid() and self._since.elapsed() <= _PATIENCE

    def _stand_at(self, place: int) -> None:
        self.setCurrentIndex(self._register.index(place, self._first_column()))

    @override
    def keyboardSearch(self, search: str) -> None:
        """Go to the next commitment that begins with what was typed."""
        waited = self._since.isValid() and self._since.elapsed() > _PATIENCE
        again = self._typed == search and len(search) == 1
        self._typed = search if waited or again else self._typed + search
        self._since.start()
        found = self._context.session.store.register_beginning(self._typed)
        numbers = self._register.numbers()
        # A new letter, or the same once more, leads on; more letters may mean the same row.
        on = int(len(self._typed) == 1)
        start = max(self.currentIndex().row() + on, 0)
        for place in (*range(start, len(numbers)), *range(start)):
            if numbers[place] in found:
                self._stand_at(place)
                return

    # The mouse

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.indexAt(event.position().toPoint()).row()
        if place >= 0 and self._register.head(place) is not None:
            self._register.fold(place, away=not self._register.folded(place))
            self._stand_at(place)
            return
        super().mousePressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.indexAt(event.position().toPoint()).isValid():
            self.opened.emit()

    @override
    def startDrag(self, actions: Qt.DropAction) -> None:
        uids = self.selected_uids()
        if not uids:
            return
        data = QMimeData()
        data.setData(UIDS_TYPE, "\n".join(uids).encode())
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction)

    def _menu_asked(self, at: QPoint) -> None:
        self.asked_menu.emit(self.viewport().mapToGlobal(at))

    # Columns

    def _first_column(self) -> int:
        header = self.horizontalHeader()
        shown = [n for n in range(len(COLUMNS)) if not header.isSectionHidden(n)]
        return min(shown, key=header.visualIndex, default=0)

    def shown_columns(self) -> list[Column]:
        """The columns that are there, as they stand."""
        header = self.horizontalHeader()
        shown = [n for n in range(len(COLUMNS)) if not header.isSectionHidden(n)]
        return [COLUMNS[n] for n in sorted(shown, key=header.visualIndex)]

    def show_order(self, order: Order) -> None:
        """Have the header say by what rows are sorted."""
        way = Qt.SortOrder.DescendingOrder if order.descending else Qt.SortOrder.AscendingOrder
        place = COLUMNS.index(order.column) if order.column in COLUMNS else -1
        self.horizontalHeader().setSortIndicator(place, way)

    def _sort_by(self, place: int) -> None:
        order = self._register.order
        column: Column = COLUMNS[place]
        descending = False
        if order.column is column:
            # The third click leads back to the order in which they were recorded.
            column = Column.RECORDED if order.descending else column
            descending = not order.descending
        self.ordered.emit(Order(column=column, descending=descending, grouping=order.grouping))

    def _header_menu(self, at: QPoint) -> None:
        menu = self.columns_menu()
        menu.popup(self.horizontalHeader().mapToGlobal(at))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit_soon(self, place: int) -> None:
        if COLUMNS[place] is not Column.ACTION:
            self._fit()

    def _fit(self) -> None:
        """Give the words of the commitment the room that the other columns leave."""
        place = COLUMNS.index(Column.ACTION)
        others = self.horizontalHeader().length() - self.columnWidth(place)
        self.setColumnWidth(place, max(self.viewport().width() - others, WIDTHS[Column.ACTION]))

    def columns_menu(self) -> QMenu:
        """A menu of the columns that can be shown; it goes when it is closed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place, column in enumerate(COLUMNS):
            action = menu.addAction(
                str(self._register.headerData(place, Qt.Orientation.Horizontal))
            )
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(place))
            action.setEnabled(column is not Column.ACTION)
            action.setData(place)
        menu.triggered.connect(self._column_chosen)
        return menu

    def _column_chosen(self, action: object) -> None:
        place = int(action.data())  # type: ignore[attr-defined]
        self.setColumnHidden(place, not action.isChecked())  # type: ignore[attr-defined]
        self._fit()

    # Heads

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        rows = self._register
        if rows.order.grouping is None:
            return
        painter = QPainter(self.viewport())
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        top, bottom = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        for place in range(max(top, 0), (bottom if bottom >= 0 else rows.rowCount() - 1) + 1):
            if words := rows.head_words(place):
                self._paint_head(painter, place, words)
        painter.end()

    def _paint_head(self, painter: QPainter, place: int, words: str) -> None:
        colours = self._context.look.colours
        box = QRect(
            0, self.rowViewportPosition(place), self.viewport().width(), self.rowHeight(place)
        )
        here = self.selectionModel().isRowSelected(place)
        painter.fillRect(box, QColor(colours.accent if here else colours.window))
        painter.setPen(QColor(colours.line))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.setPen(QColor(colours.on_accent if here else colours.text))
        mark = "▸" if self._register.folded(place) else "▾"
        inside = box.adjusted(8, 0, -8, 0)
        painter.drawText(
            inside,
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            f"{mark}  {words}",
        )


class _Delegate(QStyledItemDelegate):
    """Cells with room around the words, and a swatch before a topic."""

    @override
    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.features |= QStyleOptionViewItem.ViewItemFeature.WrapText

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, option.palette.highlight())
        inside = QStyleOptionViewItem(option)
        inside.rect = option.rect.adjusted(_INSET, 0, -_INSET, 0)
        super().paint(painter, inside, index)
        colour = index.data(SWATCH_ROLE)
        if colour:
            box = option.rect.adjusted(1, 6, 0, -6)
            box.setWidth(_SWATCH)
            painter.fillRect(box, QColor(colour))
