"""The two views of the import sheet: the files, and the text of one of them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)
from typing_extensions import override

from ui.context import Context
from ui.sources.import_model import (
    DATE,
    ISSUER,
    LANGS,
    NAME,
    PARTIES,
    STATE,
    TITLE,
    AnyIndex,
    ImportModel,
)
from ui.sources.preview_model import PreviewModel

_WIDTHS = {
    NAME: 150, STATE: 130, TITLE: 200, ISSUER: 96, DATE: 90, PARTIES: 120, LANGS: 104,
}  # fmt: skip
_ROW = 28
_MOST = 8
"""Rows for which the table makes room by itself."""
_ROOM = 4
_BATCH = 40
"""Passages that are laid out in one go."""


class FileTable(QTableView):
    """The files, one row each."""

    def __init__(self, context: Context, model: ImportModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(context.gettext("Files to import"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
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
        header.setStretchLastSection(True)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)

    @override
    def sizeHint(self) -> QSize:
        rows = min(max(self.model().rowCount(), 2), _MOST)
        bar = self.horizontalScrollBar().sizeHint().height()
        return QSize(600, rows * _ROW + self.horizontalHeader().height() + bar + 4)


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
