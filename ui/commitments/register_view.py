"""The table of the register, as hands and keys meet it."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

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
    QDrag,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QTableView,
    QWidget,
)
from typing_extensions import override

from ui.commitments.register_header import RegisterHeader
from ui.commitments.register_model import RegisterModel
from ui.commitments.register_paint import RowDelegate, paint_head
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
    asked_menu = Signal(QPoint)

    def __init__(
        self, context: Context, model: RegisterModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._register = model
        self._kept: tuple[int, set[int]] = (0, set())
        self._typed = ""
        self._since = QElapsedTimer()
        self.setModel(model)
        self.setItemDelegate(RowDelegate(context.look, self))
        self.setAccessibleName(context.gettext("Commitments"))
        self._set_up()
        self.header = RegisterHeader(context, model, self)
        self.setHorizontalHeader(self.header)
        self.header.begin()
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
        """How many commitments are selected; nothing is read for it."""
        numbers = self._register.numbers()
        chosen = (numbers[piece.top() : piece.bottom() + 1] for piece in self._pieces())
        return sum(number > 0 for some in chosen for number in some)  # the others are heads

    def _pieces(self) -> list[QItemSelectionRange]:
        selection = self.selectionModel().selection()
        return [selection.at(place) for place in range(selection.count())]

    def choose(self, uid: str) -> bool:
        """Go to a commitment; False if the filter leaves it out."""
        place = self._register.place_of(uid)
        if place is None:
            return False
        index = self._register.index(place, self.header.first)
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
        """Remember by number what a reset is about to forget: numbers outlive an order."""
        place, numbers = self.currentIndex().row(), self._register.numbers()
        current = numbers[place] if 0 <= place < len(numbers) else 0
        chosen = (numbers[piece.top() : piece.bottom() + 1] for piece in self._pieces())
        self._kept = (current, {number for some in chosen for number in some if number > 0})

    def _bring_back(self) -> None:
        current, chosen = self._kept
        at = self._register.place(current) if current > 0 else None
        if at is not None:
            index = self._register.index(at, self.header.first)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(index)
        selection = QItemSelection()
        for first, last in _runs(self._register.numbers(), chosen):
            selection.select(self._register.index(first, 0), self._register.index(last, 0))
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(selection, flags.ClearAndSelect | flags.Rows)
        if at is None:
            self.chosen.emit("")

    # Keys

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        nowhere = not self.currentIndex().isValid()
        super().focusInEvent(event)
        if nowhere and self.currentIndex().isValid():
            # Qt goes to the first row without choosing it, and the detail would show it so.
            self.setCurrentIndex(self.currentIndex())

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
        self.setCurrentIndex(self._register.index(place, self.header.first))

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

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.header.fit(self.viewport().width())

    # Heads

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        rows = self._register
        if rows.order.grouping is None:
            return
        painter = QPainter(self.viewport())
        font = QFont(self.font())
        font.setWeight(QFont.Weight.Bold)
        painter.setFont(font)
        first, bottom = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        for place in range(max(first, 0), (bottom if bottom >= 0 else rows.rowCount() - 1) + 1):
            if words := rows.head_words(place):
                mark = "▸" if rows.folded(place) else "▾"
                top, height = self.rowViewportPosition(place), self.rowHeight(place)
                box = QRect(0, top, self.viewport().width(), height)
                chosen = self.selectionModel().isRowSelected(place)
                paint_head(painter, box, f"{mark}  {words}", self._context.look, chosen=chosen)
        painter.end()


def _runs(numbers: Sequence[int], chosen: Container[int]) -> Iterator[tuple[int, int]]:
    """The first and the last place of each stretch of rows that are chosen."""
    first = None
    for place, number in enumerate(numbers):
        if number in chosen:
            first = place if first is None else first
        elif first is not None:
            yield first, place - 1
            first = None
    if first is not None:
        yield first, len(numbers) - 1
