"""Where dated copies of the book lie, and how to have one back."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from briefing.errors import BriefingError
from briefing.store import Backup, copy_lent, list_backups
from briefing.store.backups import LAST, WEEKS, folder_of
from ui.context import Context
from ui.folders import show_folder
from ui.processes import Job
from ui.shell.closing import closing
from ui.speech import Speech

log = logging.getLogger(__name__)
_HOUR = 3_600_000
"""In milliseconds."""
Index = QModelIndex | QPersistentModelIndex


class BackupModel(QAbstractListModel):
    """The copies of one book, newest first."""

    def __init__(self, speech: Speech) -> None:
        super().__init__()
        self._speech = speech
        self._backups: list[Backup] = []

    def show(self, backups: list[Backup]) -> None:
        """Show these."""
        self.beginResetModel()
        self._backups = backups
        self.endResetModel()

    def backup(self, row: int) -> Backup:
        """One of them."""
        return self._backups[row]

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._backups)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        backup = self._backups[index.row()]
        size = self._speech.locale.formattedDataSize(backup.path.stat().st_size)
        return f"{self._speech.moment(backup.made.isoformat())}  ·  {size}"


class DailyBackup(QObject):
    """Has the copy of the day made by another process, while the adviser works."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._job: Job | None = None
        self._again = QTimer(self, interval=_HOUR)
        self._again.timeout.connect(self.begin)
        self._again.start()

    def begin(self) -> None:
        """Make a copy if one is due; the book itself is well whatever comes of it.

        It looks every hour: a window may be open for days, and a new book has no copy at first.
        """
        session = self._context.session
        if session.closed or self._job is not None:
            return
        session.settle()
        try:
            lent = session.store.lend_if_due()
        except BriefingError as error:
            log.warning("no backup was made: %s %s", type(error).__name__, error.detail)
            return
        if lent is None:
            return
        self._job = self._context.file_shop.job(copy_lent, lent)
        self._job.finished.connect(self._end)
        self._job.cancelled.connect(self._end)
        self._job.failed.connect(self._failed)
        self._job.start()

    def _end(self) -> None:
        self._job = None
        if not self._context.session.closed:
            self._context.session.store.take_back()

    def _failed(self, error: Exception) -> None:
        self._end()
        self._context.notices.trouble(error)


class BackupsDialog(QDialog):
    """Lists the copies; one can be opened beside the book, which never writes over anything."""

    open_asked = Signal(object)  # the Path of a copy that was put beside the book

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        _ = context.gettext
        self._context = context
        self.setWindowTitle(_("Backups"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(560, 420)
        self._model = BackupModel(context.speech)
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setProperty("role", "page")  # empty at first, it has no row to show the focus
        self._list.setAccessibleName(_("Copies of this book, the newest first"))
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._about = QLabel(wordWrap=True)
        self._about.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        now = QPushButton(_("&Back up now"))
        self._open = QPushButton(_("&Open a copy of this one"))
        self._show = QPushButton(_("Show in &folder"))
        now.clicked.connect(self._back_up)
        self._open.clicked.connect(self._restore)
        self._show.clicked.connect(self._show_folder)
        row = QHBoxLayout()
        for button in (now, self._show, self._open):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.addWidget(self._about)
        column.addWidget(self._list)
        column.addLayout(row)
        column.addWidget(closing(self))
        self._read()

    def _read(self) -> None:
        _ = self._context.gettext
        found = list_backups(self._context.session.book.uid)
        self._model.show(found)
        self._open.setEnabled(bool(found))
        self._show.setEnabled(bool(found))
        if found:
            self._list.setCurrentIndex(self._model.index(0))
        self._about.setText(
            _(
                "A copy is made each day that the book is open, the first when it is an hour old,"
                " before it is brought up to a newer form, and when you ask. The last {last} are"
                " kept, and one of each of the last {weeks} weeks. They lie in {folder}."
            ).format(last=LAST, weeks=WEEKS, folder=self._folder())
        )

    def _folder(self) -> Path:
        return folder_of(self._context.session.book.uid)

    def _back_up(self) -> None:
        self._context.session.try_flush()
        try:
            self._context.session.store.back_up()
        except BriefingError as error:
            self._context.notices.trouble(error)
        self._read()

    def _show_folder(self) -> None:
        show_folder(self._context, self._folder())

    def _restore(self) -> None:
        index = self._list.currentIndex()
        if index.isValid():
            self.open_asked.emit(self._model.backup(index.row()).path)
