"""The material panel: what the topic has and the note does not use yet."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QListView,
    QMenu,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from briefing.things import Commitment, Note, Passage, Topic
from ui.book.chooser import NamedCombo
from ui.book.material_delegate import MaterialDelegate
from ui.book.material_model import SHOWN, MaterialModel, Scope
from ui.book.pieces import Piece
from ui.book.roles import Role
from ui.context import Context
from ui.places import Place, Room
from ui.widgets.clear_field import FilterField
from ui.widgets.follower import Follower

_REST = 150
"""Milliseconds without a key until the list follows what was typed."""


class MaterialView(QListView):
    """The cards; Enter inserts one, with Shift as a whole commitment."""

    asked = Signal(object, bool)  # a Piece, and whether the whole commitment is meant

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.doubleClicked.connect(self._on_double_click)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # cards are as high as their words need

    def _on_double_click(self, index: QModelIndex) -> None:
        self.asked.emit(index.data(Role.PIECE), False)  # noqa: FBT003 - a signal

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.ask(whole=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            return
        super().keyPressEvent(event)

    def ask(self, *, whole: bool) -> None:
        """Ask for the chosen pieces, in their order."""
        chosen = sorted(self.selectedIndexes(), key=lambda index: index.row())
        for piece in [index.data(Role.PIECE) for index in chosen]:
            self.asked.emit(piece, whole)


class MaterialPane(QWidget):
    """Cards to insert from, with where to look and what to look for."""

    asked = Signal(object, bool)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        _ = context.gettext
        self.model = MaterialModel(context)
        self.view = MaterialView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(MaterialDelegate(context.look, self.view))
        self.view.setAccessibleName(_("Material"))
        self._scope = NamedCombo(_("Where to look for material"))
        self._scope.addItem(_("This topic"), Scope.TOPIC)
        self._scope.addItem(_("Whole book"), Scope.BOOK)
        named = _("Words to look for in the material")
        self._words = FilterField(context, named, _("Filter"))
        self._with_used = QCheckBox(_("Used too"))
        self._with_used.setMinimumHeight(24)
        self._count = QLabel()
        self._count.setProperty("role", "quiet")
        self._empty = QLabel(wordWrap=True)
        self._empty.setProperty("role", "quiet")
        self._empty.setContentsMargins(12, 12, 12, 12)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._follower = Follower(context.session, self, *SHOWN)
        self._follower.due.connect(self.model.read)
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._lay_out()
        self._listen()

    def look_at(self, note: Note | None) -> None:
        """Offer what this note may show."""
        self.model.look_at(note)
        self._settle()

    def next_piece(self) -> Piece | None:
        """What Ctrl+Enter inserts: the chosen piece, or the first that is not used."""
        self._follower.read_now()
        row = self.model.next_row(self.view.currentIndex().row())
        return self.model.piece(row) if row >= 0 else None

    def tab_stops(self) -> list[QWidget]:
        """Where Tab goes, in order."""
        return [self._scope, *self._words.tab_stops(), self._with_used, self.view]

    def look_for(self) -> None:
        """Type what to look for."""
        self._words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._words.selectAll()

    # What is done with a card

    def _menu(self, point: QPoint) -> None:
        piece = self.view.indexAt(point).data(Role.PIECE)
        if piece is None:
            return
        _ = self._context.gettext
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        writes = not self._context.session.read_only
        insert = menu.addAction(_("Insert"), lambda: self.view.ask(whole=False))
        insert.setEnabled(writes)
        if piece.commitment is not None:
            words = _("Insert with who and where it stands")
            menu.addAction(words, lambda: self.view.ask(whole=True)).setEnabled(writes)
        if (place := _place_of(piece)) is not None:
            menu.addSeparator()
            menu.addAction(_("Go to it"), partial(self._context.places.go, place))
        menu.popup(self.view.viewport().mapToGlobal(point))

    # Building

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(8, 4, 8, 0)
        top.setSpacing(4)
        top.addWidget(self._scope)
        top.addWidget(self._words, stretch=1)
        under = QHBoxLayout()
        under.setContentsMargins(12, 0, 8, 4)
        under.addWidget(self._count, stretch=1)
        under.addWidget(self._with_used)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(under)
        column.addWidget(self._empty, stretch=1)
        self._empty.hide()
        column.addWidget(self.view, stretch=1)

    def _listen(self) -> None:
        self._scope.currentIndexChanged.connect(self._look)
        self._with_used.toggled.connect(self._look)
        self._words.textChanged.connect(self._rest.start)
        self._words.left.connect(self._to_list)
        self._rest.timeout.connect(self._look)
        self.view.asked.connect(self.asked)
        self.view.customContextMenuRequested.connect(self._menu)
        self.model.counted.connect(self._settle)

    def _look(self) -> None:
        self._rest.stop()
        scope = Scope(self._scope.currentData())
        words, used = self._words.text().strip(), self._with_used.isChecked()
        self.model.look_in(scope, words, with_used=used)
        self._settle()

    def _to_list(self) -> None:
        self._look()
        if self.model.rowCount():
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.view.selectionModel().setCurrentIndex(self.model.index(0), flag)

    def _settle(self) -> None:
        _ = self._context.gettext
        used, everything = self.model.used
        said = _("Used: {used} of {all}").format(used=used, all=everything)
        self._count.setText(said if self.model.has_note else "")
        empty = not self.model.rowCount()
        self._empty.setVisible(empty)
        self.view.setVisible(not empty)
        if empty:
            self._empty.setText(self._why_empty(used, everything))

    def _why_empty(self, used: int, everything: int) -> str:
        _ = self._context.gettext
        if not self.model.has_note:
            return _("Material goes into notes. Choose a note in the outline.")
        if self._words.text().strip():
            return _("Nothing holds these words. Look in the whole book, or for other words.")
        if everything and used == everything:
            return _("The note shows all there is on its topic.")
        return _(
            "The topic has no material yet. Record commitments under it, give the note a topic, or"
            " look in the whole book."
        )


def _place_of(piece: Piece) -> Place | None:
    """Where a piece of material comes from."""
    if piece.annotation is not None:
        remark = piece.annotation
        if remark.anchor is not None:
            return Place(Room.SOURCES, Passage, remark.anchor.passage)
        return Place(Room.COMMITMENTS, Commitment, remark.commitment or "")
    if piece.anchor is not None:
        return Place(Room.SOURCES, Passage, piece.anchor.passage, piece.anchor.quote)
    if piece.commitment is not None:
        return Place(Room.COMMITMENTS, Commitment, piece.commitment)
    return None if piece.topic is None else Place(Room.COMMITMENTS, Topic, piece.topic)
