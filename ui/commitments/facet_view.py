"""The left column: saved views, and what can be filtered by; the tree of topics is kept here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)
from typing_extensions import override

from briefing.edits import thing_of
from briefing.operations import topics
from briefing.store import Due, Field
from briefing.things import Firmness, Kind, Status, Topic
from ui.commitments.cells import due_names
from ui.commitments.facet_menu import FacetMenu
from ui.commitments.facet_model import FacetModel
from ui.commitments.facet_nodes import VIEWS, Node
from ui.commitments.register_model import RegisterModel
from ui.commitments.saved_views import SavedViews
from ui.context import Context
from ui.doing import attempt, attempt_on
from ui.widgets.cell_delegate import CellDelegate

_MARK = 30
"""Pixels for the sign of a value that is chosen, and for what Qt keeps clear around a name."""
_MOST = 200
"""Pixels that are kept for names in the narrowest window, whatever the size of the type."""
_OPEN = [VIEWS, Field.TOPICS, Field.PARTIES, Field.STATUSES, Field.DUE]


class FacetView(QTreeView):
    """A click filters by one value, Ctrl and a click adds one, and a second click takes it away."""

    wanted = Signal(object)  # a Filter
    view_wanted = Signal(object)  # a View
    assigned = Signal(str)  # the topic that the selected commitments are to have

    def __init__(
        self,
        context: Context,
        model: FacetModel,
        register: RegisterModel,
        views: SavedViews,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._facets = model
        self._register = register
        self._views = views
        kept = context.settings.recall(context.state("commitments/facets"), _OPEN)
        self._open = set(kept)
        self.setModel(model)
        self.setAccessibleName(context.gettext("Views and filters"))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setItemDelegate(_TallRows(self))
        self.setIndentation(14)
        self.setTabKeyNavigation(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        # Not "to contents": that measures every line each time a count changes.
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        self._fit_counts()
        register.listed.connect(self._fit_counts)
        self.customContextMenuRequested.connect(self._menu_asked)
        self.expanded.connect(self._unfolded)
        self.collapsed.connect(self._folded)
        model.modelReset.connect(self._unfold)
        self._unfold()

    # Filtering

    def take(self, node: Node, *, adding: bool) -> None:
        """Filter by a value, or by it too; a value that is chosen already goes."""
        if node.section == VIEWS:
            view = self._views.at(node.value)
            if view is not None:
                self.view_wanted.emit(view)
            return
        chosen: tuple[Any, ...] = getattr(self._register.wanted, node.section)
        if node.value in chosen:
            left = tuple(one for one in chosen if one != node.value) if adding else ()
            after = (node.value,) if not adding and len(chosen) > 1 else left
        else:
            after = (*chosen, node.value) if adding else (node.value,)
        changed: dict[str, Any] = {node.section: _typed(node, after)}
        self.wanted.emit(replace(self._register.wanted, **changed))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        node = self._facets.node(index)
        if node is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        on_words = at.x() >= self.visualRect(index.siblingAtColumn(0)).left()
        if node.title and on_words:
            self.setExpanded(
                index.siblingAtColumn(0), not self.isExpanded(index.siblingAtColumn(0))
            )
        elif on_words:
            adding = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.take(node, adding=adding)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        node = self._facets.node(self.currentIndex())
        if node is None or self.state() is QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
            return
        alt_shift = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not node.title:
                self.take(node, adding=False)
            case Qt.Key.Key_Space if not node.title:
                self.take(node, adding=True)
            case Qt.Key.Key_Delete if node.value:
                self.remove(node)
            case Qt.Key.Key_Up | Qt.Key.Key_Down | Qt.Key.Key_Left | Qt.Key.Key_Right if (
                event.modifiers() & alt_shift == alt_shift
            ):
                self.shift_topic(node, Qt.Key(event.key()))
            case _:
                super().keyPressEvent(event)

    def save_view(self) -> None:
        """Keep what the register shows under a name, and have the name typed."""
        _ = self._context.gettext
        name, number = _("My view"), 2
        while name in self._views.names():
            name, number = _("My view {number}").format(number=number), number + 1
        self._open.add(VIEWS)
        self._views.save(name, (self._register.wanted, self._register.order))
        index = self._facets.index_of(VIEWS, name)
        self.setCurrentIndex(index)
        self.edit(index)

    # Topics

    def new_topic(self) -> None:
        """Add a topic beside the one that is chosen here, and have its name typed."""
        node = self._facets.node(self.currentIndex())
        parent = node.parent if node and node.section == Field.TOPICS and node.value else None
        self.add_topic(parent.value if parent else "")

    def add_topic(self, parent: str) -> None:
        """Add a topic below another ("" is the root), and have its name typed."""
        session, _ = self._context.session, self._context.gettext
        above = session.store.find(Topic, parent or None)
        taken = {topic.name for topic in session.store.where(Topic, parent=parent or None)}
        name, number = _("New topic"), 2
        while name in taken:
            name, number = _("New topic {number}").format(number=number), number + 1
        self._open.add(Field.TOPICS)
        edit = attempt(self._context, partial(topics.add_topic, session.store, name, above))
        if edit is None:
            return
        (added,) = map(thing_of, edit.changes)
        if parent:
            self.expand(self._facets.index_of(Field.TOPICS, parent))
        index = self._facets.index_of(Field.TOPICS, added.uid)
        self.setCurrentIndex(index)
        self.edit(index)

    def shift_topic(self, node: Node, key: Qt.Key) -> None:
        """Move a topic among its siblings, below the one before it, or out of the one above."""
        if node.section != Field.TOPICS or not node.value or node.parent is None:
            return
        siblings = [one for one in node.parent.below if one.value]
        place = node.place
        if key is Qt.Key.Key_Up and place:
            self._move(node, node.parent.value, place - 1)
        elif key is Qt.Key.Key_Down and place + 1 < len(siblings):
            self._move(node, node.parent.value, place + 2)
        elif key is Qt.Key.Key_Right and place:
            self._move(node, siblings[place - 1].value, -1)
        elif key is Qt.Key.Key_Left and node.parent.parent is not None:
            self._move(node, node.parent.parent.value, node.parent.place + 1)

    def _move(self, node: Node, parent: str, place: int) -> None:
        uid = node.value
        self._facets.move_topic(uid, parent, place)
        if parent:
            self.expand(self._facets.index_of(Field.TOPICS, parent))
        self.setCurrentIndex(self._facets.index_of(Field.TOPICS, uid))

    def remove(self, node: Node) -> None:
        """Take a view or a topic away; a topic in use stays, and it is said why."""
        if node.section == VIEWS:
            self._views.remove(node.value)
        elif node.section == Field.TOPICS:
            make = partial(topics.remove_topic, self._context.session.store)
            attempt_on(self._context, Topic, node.value, make)

    def colour(self, uid: str, colour: str) -> None:
        """Give a topic a swatch, or none."""
        attempt_on(self._context, Topic, uid, partial(topics.change_topic, colour=colour))

    # The menu

    def _menu_asked(self, at: QPoint) -> None:
        index = self.indexAt(at).siblingAtColumn(0)
        node = self._facets.node(index)
        if node is None:
            return
        menu = FacetMenu(self._context, self, node, index)
        if menu.isEmpty():
            menu.deleteLater()
        else:
            menu.popup(self.viewport().mapToGlobal(at))

    def _fit_counts(self) -> None:
        widest = self._context.speech.number(max(self._register.total, 88))
        counts = self.fontMetrics().horizontalAdvance(widest) + 10
        self.header().resizeSection(1, counts)
        self.setMinimumWidth(self._names_width() + counts)

    def _names_width(self) -> int:
        """What the names take that every book has; those given by its adviser may be longer."""
        speech, bold = self._context.speech, QFont(self.font())
        bold.setBold(True)  # as they are while they are chosen, with a mark before them
        names = [*map(speech.wording.status, Status), *due_names(speech.gettext).values()]
        widest = max(map(QFontMetrics(bold).horizontalAdvance, names))
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        return min(2 * self.indentation() + _MARK + widest + bar, _MOST)

    # What is unfolded

    def _unfold(self) -> None:
        for row in range(self._facets.rowCount()):
            self._unfold_below(self._facets.index(row, 0))

    def _unfold_below(self, index: QModelIndex) -> None:
        node = self._facets.node(index)
        if node is not None and (node.value or node.section) in self._open:
            self.expand(index)
            for row in range(self._facets.rowCount(index)):
                self._unfold_below(self._facets.index(row, 0, index))

    def _unfolded(self, index: QModelIndex) -> None:
        if (node := self._facets.node(index)) is not None:
            self._open.add(node.value or node.section)

    def _folded(self, index: QModelIndex) -> None:
        if (node := self._facets.node(index)) is not None:
            self._open.discard(node.value or node.section)

    def keep(self) -> None:
        """Remember what is unfolded."""
        place = self._context.state("commitments/facets")
        self._context.settings.remember(place, sorted(self._open))


class _TallRows(CellDelegate):
    """Lines that a finger can hit, and whose editor says what it renames."""

    @override
    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        editor = super().createEditor(parent, option, index)
        editor.setAccessibleName(str(index.data()))
        return editor

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width(), max(size.height(), 24))


def _typed(node: Node, values: tuple[str, ...]) -> tuple[Any, ...]:
    """Values as the filter holds them: words of an enumeration as its members."""
    turn = _ENUMERATED.get(Field(node.section))
    return tuple(turn(value) for value in values) if turn else values


_ENUMERATED: dict[Field, Callable[[str], Any]] = {
    Field.STATUSES: Status,
    Field.DUE: Due,
    Field.KINDS: Kind,
    Field.FIRMNESS: Firmness,
}
