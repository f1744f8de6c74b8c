"""What was done to the book: a list to read, beside the work."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QDialog, QHeaderView, QLabel, QTableView, QVBoxLayout, QWidget
from typing_extensions import override

from briefing.store import JournalLine
from ui.context import Context
from ui.explain import edit_name
from ui.session import BookSession
from ui.shell.closing import closing
from ui.speech import Speech

Index = QModelIndex | QPersistentModelIndex
_SHOWN = 1000


class HistoryModel(QAbstractTableModel):
    """The lines of the journal, newest first."""

    def __init__(self, session: BookSession, speech: Speech, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._speech = speech
        self._lines: list[JournalLine] = []
        self.read()
        session.history_changed.connect(self.read)

    def read(self) -> None:
        """Look again."""
        self.beginResetModel()
        self._lines = self._session.store.history(_SHOWN)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._lines)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else 4

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        _ = self._speech.gettext
        line = self._lines[index.row()]
        done = edit_name(line.name, _)
        return (
            self._speech.moment(line.made),
            _("{step} (undone)").format(step=done) if line.undone else done,
            " ".join(line.subject.split()),
            line.author,
        )[index.column()]

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        _ = self._speech.gettext
        return (_("When"), _("What"), _("To what"), _("By whom"))[section]


class HistoryDialog(QDialog):
    """Stays open beside the work, and follows it."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        _ = context.gettext
        self.setWindowTitle(_("History"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(860, 480)
        table = QTableView()
        table.setModel(HistoryModel(context.session, context.speech, self))
        table.setAccessibleName(_("What was done to the book"))
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setWordWrap(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(28)
        table.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        for column, width in ((0, 160), (1, 220), (3, 120)):
            table.setColumnWidth(column, width)
        about = QLabel(
            _("The last 200 steps can be undone, also after the book was closed and opened again."),
            wordWrap=True,
        )
        about.setProperty("role", "quiet")
        column_of = QVBoxLayout(self)
        column_of.addWidget(about)
        column_of.addWidget(table)
        column_of.addWidget(closing(self))
