"""The tree of saved views and of values to filter by, with how many each would leave."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, TypeAlias

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QPixmap
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from briefing.operations import topics
from briefing.store import Field
from briefing.things import Topic
from ui.commitments.facet_nodes import VIEWS, Node
from ui.commitments.facet_reading import FacetReader
from ui.commitments.names import Names
from ui.commitments.register_model import RegisterModel
from ui.commitments.register_view import UIDS_TYPE
from ui.commitments.saved_views import SavedViews
from ui.context import Context
from ui.doing import attempt, attempt_on

Index: TypeAlias = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
TOPIC_TYPE = "application/x-briefing-topic"

# Put together once: a long tree is asked thousands of times.
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_DROP_FLAGS = _FLAGS | Qt.ItemFlag.ItemIsDropEnabled
_TOPIC_FLAGS = _DROP_FLAGS | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsEditable
_NAMED_FLAGS = _FLAGS | Qt.ItemFlag.ItemIsEditable


class FacetModel(QAbstractItemModel):
    """Sections, their values, and below topics more topics."""

    dropped = Signal(list, str)  # (uids of commitments, the uid of the topic)

    def __init__(
        self,
        context: Context,
        names: Names,
        register: RegisterModel,
        views: SavedViews,
        seen: QWidget,
    ) -> None:
        super().__init__(seen)
        self._context = context
        self._names = names
        self._register = register
        self._views = views
        self._sections: list[Node] = []
        self._nodes: dict[int, Node] = {}
        self._made = 0
        self.reader = FacetReader(context, names, register, views, seen)
        self.reader.read.connect(self._show)
        self.reader.ended.connect(self._repaint)
        context.look.changed.connect(self._repaint)

    # What is there

    def node(self, index: Index) -> Node | None:
        """The line at an index."""
        return self._nodes.get(index.internalId()) if index.isValid() else None

    def chosen(self, node: Node) -> bool:
        """Whether the filter names the line's value."""
        if node.title:
            return False
        if node.section == VIEWS:
            return self._views.at(node.value) == (self._register.wanted, self._register.order)
        return node.value in getattr(self._register.wanted, node.section)

    def index_of(self, section: str, value: str) -> QModelIndex:
        """The index of a value; invalid if it is not listed."""
        for title in self._sections:
            if title.section == section:
                for node in title.walk():
                    if node.value == value:
                        return self.createIndex(node.place, 0, node.number)
        return QModelIndex()

    def _show(self, sections: list[Node]) -> None:
        self.beginResetModel()
        self._sections, self._nodes = sections, {}
        for place, title in enumerate(sections):
            title.place = place
            for node in (title, *title.walk()):
                self._made += 1
                node.number = self._made
                self._nodes[node.number] = node
        self.endResetModel()

    def _repaint(self) -> None:
        # A change within a tree is told parent by parent; a repaint is all that is needed.
        self.layoutChanged.emit()

    # The tree

    @override
    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        above = self.node(parent)
        return self.createIndex(row, column, (above.below if above else self._sections)[row].number)

    @override
    def parent(self, child: Index) -> QModelIndex:  # type: ignore[override]
        node = self.node(child)
        above = node.parent if node else None
        if above is None:
            return QModelIndex()
        return self.createIndex(above.place, 0, above.number)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        if parent.column() > 0:
            return 0
        above = self.node(parent)
        return len(above.below if above else self._sections)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 2

    @override
    def data(  # noqa: PLR0911 - one for each role
        self, index: Index, role: int = Role.DisplayRole
    ) -> Any:
        node = self.node(index)
        if node is None:
            return None
        if index.column() == 1:
            return self._of_count(node, role)
        match role:
            case Role.DisplayRole | Role.EditRole | Role.ToolTipRole:
                return node.name
            case Role.FontRole:
                return _font(bold=node.title or self.chosen(node))
            case Role.DecorationRole:
                return self._decoration(node)
            case Role.AccessibleTextRole if not node.title:
                return self._spoken(node)
        return None

    def _of_count(self, node: Node, role: int) -> Any:
        match role:
            case Role.DisplayRole if node.count is not None:
                return self._context.speech.number(node.count)
            case Role.ForegroundRole:
                return QColor(self._context.look.colours.quiet)
            case Role.TextAlignmentRole:
                return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _decoration(self, node: Node) -> Any:
        if self.chosen(node):
            return self._context.look.row_icon("accept")
        if node.section == Field.TOPICS and node.value:
            colour = self._names.colour(node.value)
            return _swatch(colour) if colour else None
        return None

    def _spoken(self, node: Node) -> str:
        _ = self._context.gettext
        form = _("{name}, {count}, chosen") if self.chosen(node) else _("{name}, {count}")
        return form.format(name=node.name, count=node.count or 0) if node.count else node.name

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        node = self.node(index)
        if node is None:
            return Qt.ItemFlag.NoItemFlags
        if self._context.session.read_only:
            return _FLAGS
        if node.section == Field.TOPICS:
            return _TOPIC_FLAGS if node.value else _DROP_FLAGS
        if node.section == VIEWS and not node.title:
            return _NAMED_FLAGS
        return _FLAGS

    @override
    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        node, name = self.node(index), str(value).strip()
        if node is None or role != Role.EditRole or not name or name == node.name:
            return False
        if node.section == VIEWS:
            self._views.rename(node.value, name)
        else:
            self._run_topic(node.value, name)
        return True

    def _run_topic(self, uid: str, name: str) -> None:
        attempt_on(self._context, Topic, uid, partial(topics.change_topic, name=name))

    # Dragging

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    @override
    def mimeTypes(self) -> list[str]:
        return [TOPIC_TYPE, UIDS_TYPE]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        dragged = [n.value for i in indexes if (n := self.node(i)) and n.section == Field.TOPICS]
        if dragged:
            data.setData(TOPIC_TYPE, dragged[0].encode())
        return data

    @override
    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        node = self.node(parent)
        if node is None or node.section != Field.TOPICS:
            return False
        if data.hasFormat(UIDS_TYPE):
            return row < 0 and bool(node.value)
        return data.hasFormat(TOPIC_TYPE)

    @override
    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        node = self.node(parent)
        if node is None or not self.canDropMimeData(data, action, row, column, parent):
            return False
        if data.hasFormat(UIDS_TYPE):
            uids = bytes(data.data(UIDS_TYPE).data()).decode().split("\n")
            self.dropped.emit(uids, node.value)
        else:
            self.move_topic(bytes(data.data(TOPIC_TYPE).data()).decode(), node.value, row)
        # The edit moves it; a view that is told so would remove the line itself.
        return False

    def move_topic(self, uid: str, parent: str, place: int) -> None:
        """Hang a topic below another ("" is the root), at a place or, if negative, as the last."""
        session = self._context.session
        topic, above = session.store.get(Topic, uid), session.store.find(Topic, parent or None)
        at = len(self._names.topics) if place < 0 else place
        if topic.parent == (parent or None) and 0 <= topic.position < at:
            at -= 1
        attempt(self._context, partial(topics.move_topic, session.store, topic, above, at))


def _swatch(colour: str) -> QPixmap:
    swatch = QPixmap(10, 10)
    swatch.fill(QColor(colour))
    return swatch


def _font(*, bold: bool) -> QFont:
    font = QFont()
    font.setBold(bold)
    return font
