"""The two views of the import sheet: the files, and the text of one of them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)
from typing_extensions import override

from ui.context import Context
from ui.sources.import_model import (
    DATE,
    ISSUER,
    KIND,
    LANGS,
    NAME,
    PARTIES,
    STATE,
    TITLE,
    AnyIndex,
    ImportModel,
)
from ui.sources.preview_model import PreviewModel

_LEAST = {
    NAME: 130, STATE: 90, TITLE: 170, ISSUER: 70, DATE: 70, PARTIES: 80, LANGS: 80, KIND: 60,
}  # fmt: skip
"""Pixels that a column has whatever is in it."""
_WIDEST = 200
"""Pixels that a column takes by itself; the name of the file and the title take what is left."""
_NAME_SHARE = 0.4
_SIDE = 16
_ROW = 28
_MOST = 8
"""Rows for which the table makes room by itself."""
_ROOM = 4
_BATCH = 40
"""Passages that are laid out in one go."""
_Feature = QStyleOptionViewItem.ViewItemFeature


class FileTable(QTableView):
    """The files, one row each."""

    def __init__(self, context: Context, model: ImportModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegateForColumn(NAME, _Names(self))
        self.setAccessibleName(context.gettext("Files to import"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)  # one file is chosen at a time
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(48)
        header.sectionResized.connect(self._on_resized)
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self._fit)
        self._by_hand = False
        self._set_by_us = False
        for news in (model.modelReset, model.dataChanged):
            news.connect(self._fitting.start)

    @override
    def sizeHint(self) -> QSize:
        rows = min(max(self.model().rowCount(), 2), _MOST)
        bar = self.horizontalScrollBar().sizeHint().height()
        return QSize(600, rows * _ROW + self.horizontalHeader().height() + bar + 4)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Share the room: short columns get what they hold, file name and title what is left."""
        if self._by_hand or self._set_by_us:  # a scroll bar that comes or goes asks once more
            return
        widths = {column: self._wanted(column) for column in _LEAST}
        short = sum(width for column, width in widths.items() if column not in {NAME, TITLE})
        left = self.viewport().width() - short
        for_name = max(int(left * _NAME_SHARE), left - widths[TITLE])
        widths[NAME] = max(min(widths[NAME], for_name), _LEAST[NAME])
        widths[TITLE] = max(left - widths[NAME], _LEAST[TITLE])
        self._set_by_us = True
        for column, width in widths.items():
            self.setColumnWidth(column, width)
        self._set_by_us = False

    def _wanted(self, column: int) -> int:
        holds = max(self.sizeHintForColumn(column), self._head_width(column)) + _SIDE
        most = self.viewport().width() if column in {NAME, TITLE} else _WIDEST
        return min(max(holds, _LEAST[column]), most)

    def _head_width(self, column: int) -> int:
        return self.horizontalHeader().sectionSizeHint(column)

    def _on_resized(self) -> None:
        """Whoever drags the edge of a column keeps it where they put it."""
        self._by_hand = self._by_hand or not self._set_by_us


class _Names(QStyledItemDelegate):
    """Keeps room for a check where there is none, so that all names stand below each other."""

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        super().initStyleOption(option, index)
        if index.data(Qt.ItemDataRole.CheckStateRole) is None:
            check, icon = _Feature.HasCheckIndicator, _Feature.HasDecoration
            option.features |= check
            after_check = _start(option)
            option.features = option.features & ~check | icon
            option.decorationSize = QSize(1, 1)
            option.decorationSize = QSize(1 + after_check - _start(option), 1)


def _start(option: QStyleOptionViewItem) -> int:
    """Where the words of a cell begin."""
    words = QStyle.SubElement.SE_ItemViewItemText
    return option.widget.style().subElementRect(words, option, option.widget).left()


class RoomyDelegate(QStyledItemDelegate):
    """A little more than the text needs: below a taller Chinese line Qt elides another too soon."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return super().sizeHint(option, index) + QSize(0, _ROOM)


class TextPreview(QListView):
    """The passages of a file; the check of one says whether it is kept."""

    def __init__(self, context: Context, model: PreviewModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(RoomyDelegate(self))
        self.setAccessibleName(context.gettext("Text of the chosen file"))
        self.setWordWrap(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_BATCH)
        self.setSpacing(2)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
