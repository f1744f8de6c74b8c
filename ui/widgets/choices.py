"""What there is to choose from, narrowed while somebody types."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from briefing.text import fold
from briefing.things import Party, Topic, topics_in_order

UID = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be chosen, and the words by which it is found."""

    uid: str
    name: str
    also: tuple[str, ...] = ()
    """Other names: codes, names in other languages."""
    path: str = ""
    """Where it hangs, said behind its name."""


def party_choices(parties: Sequence[Party]) -> list[Choice]:
    """The parties of a book by name."""
    made = [Choice(party.uid, party.name, (party.code, *party.names)) for party in parties]
    return sorted(made, key=lambda choice: fold(choice.name))


def topic_choices(topics: Sequence[Topic]) -> list[Choice]:
    """The topics of a book as its tree reads."""
    by_uid = {topic.uid: topic for topic in topics}
    made = []
    for topic in topics_in_order(topics):
        above = by_uid.get(topic.parent or "")
        made.append(Choice(topic.uid, topic.name, topic.names, above.name if above else ""))
    return made


class ChoiceModel(QAbstractListModel):
    """The choices that answer to what is typed: those that begin with it before the others."""

    def __init__(self, new: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._new = new
        """The message of the row that asks for something new; "" for no such row."""
        self._choices: Sequence[Choice] = ()
        self._rows: list[Choice] = []
        self.words = ""

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Say what there is."""
        self._choices = choices
        self.look_for(self.words)

    def look_for(self, words: str) -> None:
        """Narrow the rows to those that answer."""
        self.beginResetModel()
        self.words = words.strip()
        wanted = fold(self.words)
        ranked = [(rank, c) for c in self._choices if (rank := _rank(c, wanted)) is not None]
        self._rows = [choice for _, choice in sorted(ranked, key=lambda pair: pair[0])]
        exact = any(rank == 0 for rank, _ in ranked)
        if self._new and self.words and not exact:
            self._rows.append(Choice("", self._new.format(words=self.words)))
        self.endResetModel()

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        choice = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{choice.name} ({choice.path})" if choice.path else choice.name
        if role == Qt.ItemDataRole.EditRole:
            return choice.name
        return choice.uid if role == UID else None


def _rank(choice: Choice, wanted: str) -> int | None:
    """How well a choice answers, 0 best; None if it does not."""
    if not wanted:
        return 1
    names = [fold(name) for name in (choice.name, *choice.also)]
    if wanted in names:
        return 0
    if any(name.startswith(wanted) for name in names):
        return 1
    if any(word.startswith(wanted) for name in names for word in name.split()):
        return 2
    return 3 if any(wanted in name for name in names) else None
