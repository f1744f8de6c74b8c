"""The files of the import sheet as a table."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from ui.context import Context
from ui.roles import UID
from ui.sources.import_row import Row, Stage
from ui.sources.import_words import short_words, state_words
from ui.sources.importing import Importer
from ui.sources.words import file_kind, lang_words

AnyIndex = QModelIndex | QPersistentModelIndex
NAME, STATE, TITLE, ISSUER, DATE, PARTIES, LANGS, KIND = range(8)
_ROLE = Qt.ItemDataRole


class ImportModel(QAbstractTableModel):
    """One row for each file; the check says whether it is wanted."""

    def __init__(self, context: Context, importer: Importer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._importer = importer
        self._rows = importer.rows
        self._titles: dict[str, str] = {}
        importer.changed.connect(self._on_changed)
        importer.reset.connect(self._on_reset)
        self._columns: tuple[Callable[[Row], str], ...] = (
            lambda row: row.name,
            lambda row: short_words(row, self._titles, context.speech),
            lambda row: row.source.title if row.source else "",
            lambda row: row.source.issuer if row.source else "",
            self._date,
            lambda row: ", ".join(row.speakers),
            self._langs,
            self._kind,
        )

    @property
    def titles(self) -> dict[str, str]:
        """What the sources and rows are called that a file may be a copy or version of."""
        return self._titles

    def key(self, row: int) -> str:
        """The key of the file in a row; "" where there is none."""
        return self._rows[row].key if 0 <= row < len(self._rows) else ""

    def row_of(self, key: str) -> int:
        """The row of a file, or -1."""
        return next((at for at, row in enumerate(self._rows) if row.key == key), -1)

    @override
    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._columns)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> Any:
        if role != _ROLE.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return section + 1
        _ = self._context.gettext
        names = (
            _("File"), _("Where it stands"), _("Title"), _("Issuer"), _("Date"), _("Parties"),
            _("Languages"), _("Format"),
        )  # fmt: skip
        return names[section]

    @override
    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and index.column() == NAME and self._can_be_wanted(index.row()):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    @override
    def data(self, index: AnyIndex, role: int = _ROLE.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == _ROLE.ToolTipRole and index.column() == STATE:
            return state_words(row, self._titles, self._context.speech)
        if role in {_ROLE.DisplayRole, _ROLE.ToolTipRole, _ROLE.AccessibleTextRole}:
            return self._columns[index.column()](row)
        if (
            role == _ROLE.CheckStateRole
            and index.column() == NAME
            and row.stage is not Stage.FAILED
        ):
            return Qt.CheckState.Checked if row.wanted else Qt.CheckState.Unchecked
        return row.key if role == UID else None

    @override
    def setData(self, index: AnyIndex, value: Any, role: int = _ROLE.EditRole) -> bool:
        if role != _ROLE.CheckStateRole or not index.isValid():
            return False
        wanted = Qt.CheckState(value) is Qt.CheckState.Checked
        self._importer.want(self.key(index.row()), wanted=wanted)
        return True

    def _can_be_wanted(self, row: int) -> bool:
        return self._rows[row].stage in {Stage.READING, Stage.LOOKING, Stage.READY}

    def _kind(self, row: Row) -> str:
        return file_kind(row.source.media_type, self._context.speech) if row.source else ""

    def _date(self, row: Row) -> str:
        source = row.source
        return self._context.speech.day(source.issued) if source and source.issued else ""

    def _langs(self, row: Row) -> str:
        langs = row.source.langs if row.source else ()
        return ", ".join(lang_words(lang, self._context.speech) for lang in langs)

    def _on_changed(self, key: str) -> None:
        self._rows = self._importer.rows
        self._name_all()
        at = self.row_of(key)
        if at >= 0:
            last = self.index(at, self.columnCount() - 1)
            self.dataChanged.emit(self.index(at, 0), last)

    def _on_reset(self) -> None:
        self.beginResetModel()
        self._rows = self._importer.rows
        self._name_all()
        self.endResetModel()

    def _name_all(self) -> None:
        """The titles of what a file may be a copy of: sources, and rows by their number."""
        _ = self._context.gettext
        lines = self._context.session.store.source_lines() if self._copies() else []
        self._titles = {line.uid: f"“{line.title}”" for line in lines}
        for number, row in enumerate(self._rows, start=1):
            if row.taken is not None:
                words = _("row {number}").format(number=number)
                self._titles[row.taken.reading.source.uid] = words

    def _copies(self) -> bool:
        return any(row.seen.copy_of or row.seen.version_of for row in self._rows)
