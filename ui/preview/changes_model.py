"""What differs between two prints, a line for each tab."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from ui.preview.comparing import Change, TabChange
from ui.speech import Speech

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


class ChangesModel(QAbstractTableModel):
    """The tabs that differ."""

    def __init__(self, speech: Speech, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speech = speech
        self._changes: list[TabChange] = []

    def show(self, changes: Sequence[TabChange]) -> None:
        """Show these, without what is the same."""
        self.beginResetModel()
        self._changes = [one for one in changes if one.change is not Change.SAME]
        self.endResetModel()

    @property
    def changes(self) -> list[TabChange]:
        """What is shown."""
        return self._changes

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._changes)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else 4

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid() or role != _Role.DisplayRole:
            return None
        change = self._changes[index.row()]
        return (
            f"{change.label}  {change.title}".strip(),
            runs(change.pages),
            self._said(change),
            change.first,
        )[index.column()]

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical or role != _Role.DisplayRole:
            return None
        _ = self._speech.gettext
        return (_("Tab"), _("Pages"), _("What changed"), _("First words"))[section]

    def _said(self, change: TabChange) -> str:
        _ = self._speech.gettext
        if change.change is Change.NEW:
            return _("New tab")
        if change.change is Change.GONE:
            return _("Tab is gone")
        return _("+{added} −{removed} words").format(added=change.added, removed=change.removed)


def runs(pages: Sequence[int]) -> str:
    """Pages in a row: "3, 5–7"."""
    found: list[list[int]] = []
    for page in pages:
        if found and page == found[-1][1] + 1:
            found[-1][1] = page
        else:
            found.append([page, page])
    return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in found)
