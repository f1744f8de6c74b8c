"""The prints that are kept in the book."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from briefing.things import Edition
from exports.tree import Paper, Profile
from ui.context import Context

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


class EditionsModel(QAbstractTableModel):
    """Editions, the newest first."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._editions: list[Edition] = []
        self._read()
        context.session.edited.connect(self._on_edited)

    def edition(self, row: int) -> Edition:
        """The edition of a row."""
        return self._editions[row]

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._editions)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else 5

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid() or role != _Role.DisplayRole:
            return None
        edition, speech = self._editions[index.row()], self._context.speech
        _ = speech.gettext
        working = edition.profile == Profile.WORKING
        return (
            speech.number(edition.number),
            speech.moment(edition.made),
            speech.number(edition.pages) if edition.pages else "",
            "{} · {}".format(
                _("Working copy") if working else _("Final copy"),
                _("US Letter") if edition.paper == Paper.LETTER else _("A4"),
            ),
            edition.remark,
        )[index.column()]

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical or role != _Role.DisplayRole:
            return None
        _ = self._context.gettext
        return (_("Edition"), _("Printed"), _("Pages"), _("Copy"), _("Remark"))[section]

    def _on_edited(self, edit: object) -> None:
        if getattr(edit, "touches", lambda _kind: False)(Edition):
            self.beginResetModel()
            self._read()
            self.endResetModel()

    def _read(self) -> None:
        editions = self._context.session.store.all(Edition)
        self._editions = sorted(editions, key=lambda edition: -edition.number)
