"""Where parties are kept: added, renamed, merged and removed."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from briefing.edits import thing_of
from briefing.errors import Refused
from briefing.operations import parties
from briefing.things import Party, PartyKind
from ui.commitments.detail.parts import button, row
from ui.commitments.names import Names
from ui.commitments.party_model import CODE, COUNT, KIND, NAME, NAMES, PartyModel
from ui.commitments.register_model import RegisterModel
from ui.commitments.side_pane import SidePane
from ui.context import Context
from ui.doing import attempt, begin
from ui.names import name_of
from ui.widgets.cell_delegate import CellDelegate
from ui.widgets.choice_box import ChoiceBox

Index = QModelIndex | QPersistentModelIndex


class PartiesPane(SidePane):
    """The table of parties with what can be done to those that are chosen."""

    shown = Signal(str)  # the party whose commitments are wanted

    def __init__(self, context: Context, names: Names, register: RegisterModel) -> None:
        _ = context.gettext
        super().__init__(
            context,
            _("Parties"),
            _(
                "F2 edits what is chosen; other names are set apart by semicolons. Choose two or"
                " more to make them one: the one with the keys on it stays."
            ),
        )
        self.model = PartyModel(context, names, register, self)
        self.table = _PartyTable(context, self.model)
        self._merge = button(context, _("Merge"), "join", self.merge)
        self._remove = button(context, _("Remove"), "delete", self.remove)
        self._show = button(context, _("Show their commitments"), "commitments", self._shown)
        self._add = button(context, _("Add a party"), "add", self.add)
        line = row(self._add, self._merge, self._remove, self._show)
        line.addStretch(1)
        self.column.addLayout(line)
        self.column.addWidget(self.table, stretch=1)
        self.table.picked.connect(self._settle)
        self.table.removal_wanted.connect(self.remove)
        self.model.modelReset.connect(self._settle)
        self._settle()

    @override
    def enter(self) -> None:
        self.model.reread()
        if self.model.rowCount() and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, NAME))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def add(self) -> None:
        """Add a party, and have its name typed."""
        store = self.context.session.store
        name = self.context.gettext("New party")
        edit = attempt(
            self.context, lambda: parties.add_party(store, parties.code_for(store, name), name)
        )
        if edit is not None:
            self._begin(thing_of(edit.changes[0]).uid)

    def _begin(self, uid: str) -> None:
        place = self.model.row_of(uid)
        if place is not None:
            index = self.model.index(place, NAME)
            self.table.setCurrentIndex(index)
            self.table.edit(index)

    def merge(self) -> None:
        """Make one of the chosen parties; the current one stays, with the others' names."""
        current = self.table.currentIndex().row()
        kept = self.model.party(current)
        gone = [self.model.party(place) for place in self.table.chosen() if place != current]
        if gone:
            store = self.context.session.store
            begin(
                self.context,
                partial(parties.merging, store, kept, *gone),
                lambda _edit: self._go_to(kept.uid),
            )

    def _go_to(self, uid: str) -> None:
        place = self.model.row_of(uid)
        if place is not None:
            self.table.setCurrentIndex(self.model.index(place, NAME))

    def remove(self) -> None:
        """Take the chosen parties out, where nothing names them."""
        store = self.context.session.store
        chosen = [self.model.party(place) for place in self.table.chosen()]
        if chosen and attempt(self.context, partial(parties.remove_parties, store, chosen)):
            left = [party for party in chosen if store.find(Party, party.uid) is not None]
            if left:
                self.context.notices.trouble(Refused("party-in-use", left[0].name))

    def _shown(self) -> None:
        current = self.table.currentIndex()
        if current.isValid():
            self.shown.emit(self.model.party(current.row()).uid)

    def _settle(self) -> None:
        count, writes = len(self.table.chosen()), not self.context.session.read_only
        self._add.setEnabled(writes)
        self._merge.setEnabled(writes and count > 1)
        self._remove.setEnabled(writes and count > 0)
        self._show.setEnabled(self.table.currentIndex().isValid())


class _PartyTable(QTableView):
    picked = Signal()
    removal_wanted = Signal()

    def __init__(self, context: Context, model: PartyModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(context.gettext("Parties"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setItemDelegate(_NamedCells(self))
        self.setItemDelegateForColumn(KIND, _KindDelegate(context, self))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(max(self.fontMetrics().lineSpacing() + 12, 28))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in (NAME, NAMES):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        count = header.sectionSizeHint(COUNT)
        for column, width in ((CODE, 84), (KIND, 92), (COUNT, count)):
            self.setColumnWidth(column, width)
        self.selectionModel().selectionChanged.connect(self.picked)

    def chosen(self) -> list[int]:
        """The rows that are selected."""
        return [index.row() for index in self.selectionModel().selectedRows()]

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.removal_wanted.emit()
        else:
            super().keyPressEvent(event)


class _NamedCells(CellDelegate):
    """Cells whose editor says which column it is in."""

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = super().createEditor(parent, option, index)
        column = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        editor.setAccessibleName(str(column))
        return editor


class _KindDelegate(QStyledItemDelegate):
    """The kind of a party, chosen from a list."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        box = ChoiceBox(parent)
        box.setAccessibleName(self._context.gettext("Kind"))
        for kind in PartyKind:
            box.addItem(name_of(kind, self._context.gettext), kind)
        return box

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, QComboBox)  # noqa: S101 - made above
        editor.setCurrentIndex(editor.findData(index.data(Qt.ItemDataRole.EditRole)))

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, QComboBox)  # noqa: S101
        value: Any = editor.currentData()
        model.setData(index, value, Qt.ItemDataRole.EditRole)
