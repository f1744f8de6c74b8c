"""The library: every source of the book, filtered and sorted, with what is to be done in each."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QMenu,
    QTreeView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from briefing.store import SourceLine
from briefing.things import (
    Annotation,
    Candidate,
    Commitment,
    Exclusion,
    Pair,
    Passage,
    Repair,
    Source,
)
from ui.context import Context
from ui.roles import UID
from ui.sources.filter_bar import FilterBar
from ui.sources.library_delegate import LibraryDelegate
from ui.sources.library_lines import releases
from ui.sources.library_model import LibraryModel
from ui.widgets.follower import Follower

_COUNTED = (Source, Candidate, Commitment, Annotation, Passage, Exclusion, Repair, Pair)
_PAUSE = 250
"""Milliseconds after an edit until all is counted: who accepts a row of candidates types on."""


class LibraryView(QTreeView):
    """The tree; type-ahead goes by titles."""

    def __init__(self, context: Context, model: LibraryModel) -> None:
        super().__init__()
        self.setModel(model)
        self._delegate = LibraryDelegate(context.look, self)
        self.setItemDelegate(self._delegate)
        self.setHeaderHidden(True)
        self.setIndentation(16)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(context.gettext("Library of sources"))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()  # titles wrap elsewhere

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._delegate.forget()
        super().changeEvent(event)


class LibraryPane(QWidget):
    """The left column; it follows the book while the widget is seen that it is made for."""

    chosen = Signal(str)  # uid of the source that is looked at
    opened = Signal(str)  # uid of the source that is to be read now
    counted = Signal()  # the sources were read anew

    def __init__(self, context: Context, seen: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = context.gettext
        self._context = context
        self._lines: list[SourceLine] = []
        self._unread = True
        self._model = LibraryModel(context.speech, self)
        self.view = LibraryView(context, self._model)
        self.filter_bar = FilterBar(context)
        self._nothing = QLabel(_("No source matches."), wordWrap=True)
        self._nothing.setProperty("role", "quiet")
        self._nothing.setContentsMargins(12, 12, 12, 12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filter_bar)
        column.addWidget(self._nothing)
        column.addWidget(self.view, stretch=1)
        self._follower = Follower(context.session, seen, *_COUNTED, pause=_PAUSE)
        self._follower.due.connect(self._count)
        self.filter_bar.changed.connect(self.refresh)
        self.filter_bar.words.left.connect(self._to_list)
        self.view.selectionModel().currentChanged.connect(self._on_current)
        self.view.activated.connect(self._on_activated)
        self.view.customContextMenuRequested.connect(self._menu)
        context.look.changed.connect(self.view.viewport().update)
        self._nothing.hide()

    @property
    def lines(self) -> list[SourceLine]:
        """Every source of the book, shown or not."""
        if self._unread:
            self._count()
        self._follower.read_now()
        return self._lines

    def current(self) -> str:
        """The uid of the source that is chosen; "" if none is."""
        index = self.view.currentIndex()
        return str(index.data(UID)) if index.isValid() else ""

    def choose(self, uid: str) -> None:
        """Choose a source; if the filter hides it, the filter is cleared."""
        if uid == self.current():
            return
        if self._unread:
            self._count()
        self._follower.read_now()
        index = self._model.index_of(uid)
        if not index.isValid() and any(line.uid == uid for line in self._lines):
            self.filter_bar.clear()
            index = self._model.index_of(uid)
        self.view.setCurrentIndex(index)

    def refresh(self) -> None:
        """Show what the filter lets through."""
        shown = releases(self._lines, self.filter_bar.wanted, self.filter_bar.order)
        kept = self.current()
        if self._model.show(shown):
            self.view.expandAll()
            self.view.setCurrentIndex(self._model.index_of(kept))
        self._nothing.setVisible(bool(self._lines) and not shown)

    def _to_list(self) -> None:
        if not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self._model.index(0, 0))
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _count(self) -> None:
        self._unread = False
        self._follower.settle()
        self._lines = self._context.session.store.source_lines()
        self.filter_bar.offer(self._lines)
        self.refresh()
        self.counted.emit()

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(str(index.data(UID)))

    def _on_activated(self, index: QModelIndex) -> None:
        self.opened.emit(str(index.data(UID)))

    def _menu(self, place: QPoint) -> None:
        actions = self._context.actions
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.view.indexAt(place).isValid():
            for name in ("source.read", "source.parallel", "source.original"):
                menu.addAction(actions[name])
            menu.addSeparator()
            for name in ("source.details", "source.look", "source.save-original", "source.remove"):
                menu.addAction(actions[name])
            menu.addSeparator()
        menu.addAction(actions["source.import"])
        menu.addAction(actions["source.paste"])
        menu.popup(self.view.viewport().mapToGlobal(place))
