"""The parties of a book as a table that is edited in place."""

from __future__ import annotations

from collections import Counter
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from briefing.edits import Edit
from briefing.errors import Refused
from briefing.operations import parties
from briefing.store import Field, Filter
from briefing.things import Party, PartyKind
from ui.commitments.names import Names
from ui.commitments.register_model import RegisterModel
from ui.context import Context
from ui.doing import attempt_on
from ui.names import name_of

Index: TypeAlias = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NAME, CODE, KIND, NAMES, COUNT = range(5)


class PartyModel(QAbstractTableModel):
    """Name, code, kind, other names, and how many commitments the party made."""

    def __init__(
        self,
        context: Context,
        names: Names,
        register: RegisterModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._names = names
        self._parties = list(names.parties.values())
        self._counts: Counter[str] = Counter()
        self._register = register
        names.changed.connect(self.reread)

    def reread(self) -> None:
        """Read the parties anew, and count."""
        store, today = self._context.session.store, self._register.cells.today
        self.beginResetModel()
        self._parties = list(self._names.parties.values())
        self._counts = store.register_counts(Field.PARTIES, Filter(), today)
        self.endResetModel()

    def party(self, row: int) -> Party:
        """The party of a row."""
        return self._parties[row]

    def row_of(self, uid: str) -> int | None:
        """The row of a party."""
        return next((n for n, party in enumerate(self._parties) if party.uid == uid), None)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._parties)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else COUNT + 1

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid() or role not in {Role.DisplayRole, Role.EditRole, Role.ToolTipRole}:
            return None
        party = self._parties[index.row()]
        kind = party.kind if role == Role.EditRole else name_of(party.kind, self._context.gettext)
        return {
            NAME: party.name,
            CODE: party.code,
            KIND: kind,
            NAMES: "; ".join(party.names),
            COUNT: self._context.speech.number(self._counts[party.uid]),
        }[index.column()]

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Role.DisplayRole:
            return None
        _ = self._context.gettext
        titles = (_("Name"), _("Code"), _("Kind"), _("Other names"), _("Commitments"))
        return titles[section] if section < len(titles) else None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == COUNT or self._context.session.read_only:
            return flags
        return flags | Qt.ItemFlag.ItemIsEditable

    @override
    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        words = str(value).strip()
        if not index.isValid() or role != Role.EditRole or index.column() == COUNT:
            return False
        party = self._parties[index.row()]
        match index.column():
            case 0 if words:
                details: dict[str, Any] = {"name": words}
            case 1 if words:
                details = {"code": words}
            case 2:
                details = {"kind": PartyKind(value)}
            case 3:
                names = (name.strip() for name in words.split(";"))
                details = {"names": tuple(dict.fromkeys(name for name in names if name))}
            case _:
                return False
        return self._change(party, details)

    def _change(self, party: Party, details: dict[str, Any]) -> bool:
        if all(getattr(party, name) == value for name, value in details.items()):
            return True

        def made(stored: Party) -> Edit:
            if "code" in details:
                known = parties.find_party(self._context.session.store, details["code"])
                if known is not None and known.uid != stored.uid:
                    raise Refused("party-exists", details["code"])
            return parties.change_party(stored, **details)

        return attempt_on(self._context, Party, party.uid, made) is not None
