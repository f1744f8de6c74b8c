"""What can be done to a line of the left column: a value, a view, a topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor, QIcon, QKeySequence, QPixmap
from PySide6.QtWidgets import QColorDialog, QMenu

from briefing.store import Field
from ui.commitments.facet_nodes import VIEWS, Node
from ui.context import Context

if TYPE_CHECKING:
    from ui.commitments.facet_view import FacetView


class FacetMenu(QMenu):
    """Made for one line; it goes when it is closed."""

    def __init__(self, context: Context, view: FacetView, node: Node, index: QModelIndex) -> None:
        super().__init__(view)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._view = view
        self._node = node
        self._index = index
        if not node.title:
            self._add_filtering()
        if context.session.read_only:
            return
        if node.section == Field.TOPICS:
            self._add_topics()
        elif node.section == VIEWS and not node.title:
            self._add_naming(context.gettext("Remove this view"))

    def _add_filtering(self) -> None:
        _, view, node = self._context.gettext, self._view, self._node
        self.addAction(_("Show only these"), lambda: view.take(node, adding=False))
        if node.section != VIEWS:
            self.addAction(_("Add to the filter"), lambda: view.take(node, adding=True))
        self.addSeparator()

    def _add_naming(self, remove: str) -> None:
        view, node, index = self._view, self._node, self._index
        rename = self.addAction(self._context.gettext("Rename"), lambda: view.edit(index))
        rename.setShortcut(QKeySequence("F2"))
        self.addAction(remove, lambda: view.remove(node)).setShortcut(QKeySequence("Del"))

    def _add_topics(self) -> None:
        _, view, node = self._context.gettext, self._view, self._node
        above = node.parent.value if node.value and node.parent else ""
        self.addAction(_("New topic"), lambda: view.add_topic(above))
        if not node.value:
            return
        uid = node.value
        self.addAction(_("New topic below this"), lambda: view.add_topic(uid))
        assign = _("Give the selected commitments this topic")
        self.addAction(assign, lambda: view.assigned.emit(uid))
        self._add_colours(uid)
        self._add_moves()
        self.addSeparator()
        self._add_naming(_("Remove this topic"))

    def _add_colours(self, uid: str) -> None:
        _, view = self._context.gettext, self._view
        colours = self.addMenu(_("Colour"))
        for number, colour in enumerate(self._context.look.colours.topics, start=1):
            swatch = QPixmap(14, 14)
            swatch.fill(QColor(colour))
            action = colours.addAction(QIcon(swatch), _("Colour {number}").format(number=number))
            action.setIconVisibleInMenu(True)
            action.triggered.connect(lambda _on=False, c=colour: view.colour(uid, c))
        colours.addAction(_("Other colour…"), lambda: _ask_colour(view, uid))
        colours.addAction(_("No colour"), lambda: view.colour(uid, ""))

    def _add_moves(self) -> None:
        _, view, node = self._context.gettext, self._view, self._node
        moves = self.addMenu(_("Move"))
        for words, key, keys in (
            (_("Up"), Qt.Key.Key_Up, "Alt+Shift+Up"),
            (_("Down"), Qt.Key.Key_Down, "Alt+Shift+Down"),
            (_("Below the one before"), Qt.Key.Key_Right, "Alt+Shift+Right"),
            (_("Out of the one above"), Qt.Key.Key_Left, "Alt+Shift+Left"),
        ):
            action = moves.addAction(words)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(lambda _on=False, k=key: view.shift_topic(node, k))


def _ask_colour(view: FacetView, uid: str) -> None:
    dialog = QColorDialog(view)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.colorSelected.connect(lambda colour: view.colour(uid, colour.name()))
    dialog.open()
