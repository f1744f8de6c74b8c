"""The left column: the tabs of the book in their order."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefing.operations import notes, outline
from briefing.things import Note, TabKind
from ui.book.actions import ADD_PARTS, OUTLINE
from ui.book.outline_delegate import OutlineDelegate
from ui.book.outline_model import OutlineModel
from ui.book.outline_view import OutlineView
from ui.book.roles import Role
from ui.context import Context
from ui.doing import attempt, offer_undo
from ui.widgets.icon_button import IconButton


class OutlinePane(QWidget):
    """The outline with its short bar; says which tab is looked at."""

    shown = Signal(str)  # the uid of the tab that is looked at, "" for none
    entered = Signal()

    def __init__(
        self, context: Context, model: OutlineModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._model = model
        self._kept: tuple[str, list[str], int] = ("", [], -1)
        self.view = OutlineView()
        self.view.setAccessibleName(context.gettext("Tabs of the book"))
        self.view.setModel(model)
        self.view.setItemDelegate(OutlineDelegate(context.look, self.view))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._bar())
        column.addWidget(self.view, stretch=1)
        self._answer()
        self.view.selectionModel().currentChanged.connect(self._on_current)
        self.view.selectionModel().selectionChanged.connect(self._settle)
        self.view.entered.connect(self.entered)
        self.view.customContextMenuRequested.connect(self._menu)
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._come_back)
        model.layoutChanged.connect(self._settle)
        self.setFocusProxy(self.view)
        self._settle()

    # Where one is

    @property
    def current(self) -> str:
        """The uid of the tab that is looked at."""
        return str(self.view.currentIndex().data(Role.UID) or "")

    def show_tab(self, uid: str) -> None:
        """Look at a tab."""
        row = self._model.row_of(uid)
        if row >= 0:
            self._choose(row)

    def tab_stops(self) -> list[QWidget]:
        """Where Tab goes, in order."""
        return [self.view, self._new, self._more]

    def step(self, by: int) -> None:
        """Look at the next tab or the one before."""
        row = self.view.currentIndex().row() + by
        if 0 <= row < self._model.rowCount():
            self._choose(row)

    # What is done to the tabs

    def shift(self, by: int) -> None:
        """Move the chosen tabs up or down by one place."""
        rows = self._chosen()
        if not rows:
            return
        before = rows[0] - 1 if by < 0 else rows[-1] + 2
        if 0 <= before <= self._model.rowCount():
            self._model.move(self._model.tabs(rows), before)
            self.view.scrollTo(self.view.currentIndex())

    def rename(self) -> None:
        """Write the title of the tab that is looked at, in its place."""
        if self.view.currentIndex().isValid():
            self.view.edit(self.view.currentIndex())

    def remove(self) -> None:
        """Take the chosen tabs out of the book; what went can be had back from the notice."""
        tabs = self._model.tabs(self._chosen())
        session, ngettext = self._context.session, self._context.speech.ngettext
        if tabs and attempt(self._context, partial(outline.remove_tabs, session.store, tabs)):
            said = ngettext("{n} tab was removed.", "{n} tabs were removed.", len(tabs))
            offer_undo(self._context, said.format(n=len(tabs)))

    def duplicate(self) -> None:
        """Put a copy of the note behind it, and look at it."""
        note = self._note()
        if note is None:
            return
        title = self._context.gettext("{title} (copy)").format(title=note.title)
        store = self._context.session.store
        if attempt(self._context, partial(outline.duplicate_note, store, note, title)):
            self.step(1)

    def add_part(self, kind: TabKind) -> None:
        """Bring a generated part back."""
        if attempt(self._context, partial(notes.add_tab, self._context.session.store, kind)):
            self._choose(self._model.rowCount() - 1)

    # Building

    def _bar(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(12, 4, 4, 4)
        row.setSpacing(4)
        heading = QLabel(self._context.gettext("Outline"))
        heading.setProperty("role", "heading")
        row.addWidget(heading, stretch=1)
        new = QToolButton()
        new.setDefaultAction(self._context.actions["note.new"])
        new.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        more = IconButton(self._context.look, "more", self._context.gettext("More for tabs"))
        more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        more.clicked.connect(self._menu_of_button)
        self._new, self._more = new, more
        row.addWidget(new)
        row.addWidget(more)
        return row

    def _answer(self) -> None:
        self._context.actions.add(OUTLINE, self.view)
        on = self._context.actions.on
        on("tab.rename", self.rename)
        on("tab.up", lambda: self.shift(-1))
        on("tab.down", lambda: self.shift(1))
        on("tab.remove", self.remove)
        on("tab.next", lambda: self.step(1))
        on("tab.previous", lambda: self.step(-1))
        on("note.duplicate", self.duplicate)
        for kind, name in ADD_PARTS.items():
            on(name, lambda *_checked, kind=kind: self.add_part(kind))

    def _menu_of_button(self) -> None:
        self._popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _menu(self, point: QPoint) -> None:
        self._popup(self.view.viewport().mapToGlobal(point))

    def _popup(self, point: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        actions = self._context.actions
        for name in ("tab.rename", "tab.up", "tab.down", "note.duplicate", "tab.remove", ""):
            self._add(menu, name)
        for name in ("note.new", "note.draft", ""):
            self._add(menu, name)
        for name in ("note.for-review", "note.to-draft", "note.sign-off", "note.reopen", ""):
            if not name or actions[name].isEnabled():
                self._add(menu, name)
        for name in ADD_PARTS.values():
            if actions[name].isEnabled():
                self._add(menu, name)
        menu.popup(point)

    def _add(self, menu: QMenu, name: str) -> None:
        if name:
            menu.addAction(self._context.actions[name])
        else:
            menu.addSeparator()

    # Following the model

    def _choose(self, row: int) -> None:
        index = self._model.index(row)
        self.view.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self.view.scrollTo(index)

    def _chosen(self) -> list[int]:
        return sorted(index.row() for index in self.view.selectionModel().selectedIndexes())

    def _note(self) -> Note | None:
        index = self.view.currentIndex()
        return self._model.row_at(index.row()).note if index.isValid() else None

    def _on_current(self) -> None:
        self.shown.emit(self.current)
        self._settle()

    def _settle(self) -> None:
        """What can be done to what is chosen."""
        rows, enable = self._chosen(), self._context.actions.enable
        last = self._model.rowCount() - 1
        enable("tab.rename", len(rows) == 1)
        enable("tab.up", bool(rows) and rows[0] > 0)
        enable("tab.down", bool(rows) and rows[-1] < last)
        enable("tab.remove", bool(rows))
        enable("note.duplicate", self._note() is not None)
        held = {self._model.row_at(row).tab.kind for row in range(last + 1)}
        for kind, name in ADD_PARTS.items():
            enable(name, kind not in held)

    def _keep(self) -> None:
        chosen = [self._model.row_at(row).tab.uid for row in self._chosen()]
        self._kept = (self.current, chosen, self.view.currentIndex().row())

    def _come_back(self) -> None:
        """After tabs came or went, choose what was chosen; where it has gone, its neighbour."""
        current, chosen, row = self._kept
        at = self._model.row_of(current)
        if at < 0:
            at = max(0, min(row, self._model.rowCount() - 1))
        self._choose(at)
        select = QItemSelectionModel.SelectionFlag.Select
        for uid in chosen:
            if (place := self._model.row_of(uid)) >= 0:
                self.view.selectionModel().select(self._model.index(place), select)
