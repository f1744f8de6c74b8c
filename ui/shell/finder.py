"""A field with a list under it, over the window: search and the command palette are such."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from ui.context import Context
from ui.shell.finder_delegate import FinderDelegate, Role
from ui.widgets.clear_field import ClearField

Index = QModelIndex | QPersistentModelIndex
_PASSED_ON = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_WIDTH = 680
_ROWS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class FinderRow:
    """A line that can be chosen, or the head of a group of them."""

    title: str
    detail: str = ""
    """Set at the right: a key, the name of a source."""
    spans: tuple[tuple[int, int], ...] = ()
    """Where in the title the words that were looked for stand."""
    head: bool = False
    enabled: bool = True
    key: int = 0
    """What whoever made the row knows it by."""


class FinderModel(QAbstractListModel):
    """The rows that answer what was typed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[FinderRow, ...] = ()

    def show(self, rows: Sequence[FinderRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, at: int) -> FinderRow:
        """One of the rows."""
        return self._rows[at]

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        answers: dict[int, Any] = {
            Qt.ItemDataRole.DisplayRole: row.title,
            Qt.ItemDataRole.AccessibleTextRole: ", ".join(filter(None, (row.title, row.detail))),
            Role.DETAIL: row.detail,
            Role.SPANS: row.spans,
            Role.HEAD: row.head,
        }
        return answers.get(role)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        row = self._rows[index.row()]
        if row.head or not row.enabled:
            return Qt.ItemFlag.ItemNeverHasChildren
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )


class Finder(QFrame):
    """Opens under the top of its window; typing filters, Enter chooses, Esc puts it away."""

    asked = Signal(str)
    chosen = Signal(int)  # the key of the row

    def __init__(self, context: Context, name: str, hint: str, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("role", "card")
        self.setAutoFillBackground(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._back: QWidget | None = None
        self.field = ClearField(context, name, hint)
        self.model = FinderModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setAccessibleName(name)
        self.list.setUniformItemSizes(True)
        self.list.setItemDelegate(FinderDelegate(context.look, self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._empty = QLabel(wordWrap=True)
        self._empty.setProperty("role", "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.addWidget(self.field)
        column.addWidget(self._empty)
        column.addWidget(self.list)
        self.field.textChanged.connect(self.asked)
        self.field.returnPressed.connect(self._choose)
        for stop in self.field.tab_stops():
            stop.installEventFilter(self)
        self.list.clicked.connect(self._choose)
        self.hide()

    def open(self) -> None:
        """Show itself with everything typed before selected, to be typed over."""
        back = self.window().focusWidget()
        self._back = back if not self.isAncestorOf(back) else self._back
        self._place()
        self.show()
        self.raise_()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.asked.emit(self.field.text())

    def show_rows(self, rows: Sequence[FinderRow], empty: str = "") -> None:
        """Show the answers, the first of them chosen; or why there are none."""
        self.model.show(rows)
        self._empty.setText(empty)
        self._empty.setVisible(bool(empty))
        first = next((n for n, row in enumerate(rows) if not row.head and row.enabled), -1)
        self.list.setVisible(bool(rows))
        if first >= 0:
            self.list.setCurrentIndex(self.model.index(first))
            self.list.scrollToTop()
        self._place()

    def put_away(self) -> None:
        """Close, and give the focus back to where it was."""
        self.hide()
        if self._back is not None:
            self._back.setFocus(Qt.FocusReason.PopupFocusReason)
        self._back = None

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.put_away()
                return True
            if event.key() in _PASSED_ON:
                self.list.keyPressEvent(event)
                return True
        if event.type() == QEvent.Type.FocusOut and not self._is_used():
            self.hide()
        return super().eventFilter(watched, event)

    def _is_used(self) -> bool:
        focused = QApplication.focusWidget()
        return self.underMouse() or (focused is not None and self.isAncestorOf(focused))

    def _choose(self) -> None:
        index = self.list.currentIndex()
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEnabled:
            key = self.model.row(index.row()).key
            self.put_away()
            self.chosen.emit(key)

    def _place(self) -> None:
        window = self.window()
        width = min(_WIDTH, window.width() - 48)
        rows = min(self.model.rowCount(), _ROWS)
        hint = max(self.list.sizeHintForRow(0), 28)
        self.list.setFixedHeight(rows * hint + 4)
        self.setFixedWidth(width)
        self.adjustSize()
        self.move((window.width() - width) // 2, 56)
