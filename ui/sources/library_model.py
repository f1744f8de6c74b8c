"""The library as a tree: a release, and below it its copies and language versions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from briefing.store import SourceLine
from ui.roles import UID
from ui.sources.library_lines import Release
from ui.sources.words import instrument_words, lang_words
from ui.speech import Speech

AnyIndex = QModelIndex | QPersistentModelIndex
ABOUT = Qt.ItemDataRole.UserRole + 1
"""Date, languages and kind in one line."""
COUNTS = Qt.ItemDataRole.UserRole + 2
"""What is in a source and what is to be done, in one line."""
BETWEEN = " · "
"""What stands between the entries of such a line."""


class LibraryModel(QAbstractItemModel):
    """A view of the sources that can be rebuilt at any moment."""

    def __init__(self, speech: Speech, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speech = speech
        self._releases: tuple[Release, ...] = ()
        self._answers: dict[int, Callable[[SourceLine], str]] = {
            Qt.ItemDataRole.DisplayRole: lambda line: line.title,
            Qt.ItemDataRole.ToolTipRole: lambda line: f"{line.title}\n{line.issuer}".strip(),
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            UID: lambda line: line.uid,
            ABOUT: self._about,
            COUNTS: self._counts,
        }

    def show(self, releases: Sequence[Release]) -> bool:
        """Show these; whether rows came, went or moved, which resets the model."""
        new = tuple(releases)
        if _uids(new) == _uids(self._releases):
            self._refresh(new)
            return False
        self.beginResetModel()
        self._releases = new
        self.endResetModel()
        return True

    def line(self, index: AnyIndex) -> SourceLine | None:
        """The source of a row."""
        if not index.isValid():
            return None
        head = index.internalId()
        return self._releases[head - 1][index.row() + 1] if head else self._releases[index.row()][0]

    def index_of(self, uid: str) -> QModelIndex:
        """The row of a source; an invalid index if it is not shown."""
        for row, release in enumerate(self._releases):
            for place, line in enumerate(release):
                if line.uid == uid:
                    top = self.index(row, 0)
                    return top if place == 0 else self.index(place - 1, 0, top)
        return QModelIndex()

    @override
    def index(self, row: int, column: int, parent: AnyIndex = QModelIndex()) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    @override
    def parent(self, index: AnyIndex = QModelIndex()) -> QModelIndex:  # type: ignore[override]
        head = index.internalId() if index.isValid() else 0
        return self.createIndex(head - 1, 0, 0) if head else QModelIndex()

    @override
    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:
        if not parent.isValid():
            return len(self._releases)
        if parent.internalId() or parent.column():
            return 0
        return len(self._releases[parent.row()]) - 1

    @override
    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:
        return 1

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index)
        if line is None:
            return None
        answer = self._answers.get(role)
        return None if answer is None else answer(line)

    def _refresh(self, new: tuple[Release, ...]) -> None:
        old, self._releases = self._releases, new
        for row, (before, after) in enumerate(zip(old, new, strict=True)):
            if before == after:
                continue
            top = self.index(row, 0)
            self.dataChanged.emit(top, top)
            if len(after) > 1:
                last = self.index(len(after) - 2, 0, top)
                self.dataChanged.emit(self.index(0, 0, top), last)

    def _spoken(self, line: SourceLine) -> str:
        return ", ".join(filter(None, (line.title, self._about(line), self._counts(line))))

    def _about(self, line: SourceLine) -> str:
        speech = self._speech
        words = [speech.day(line.issued)] if line.issued else []
        words.append(instrument_words(line.instrument, speech))
        words += [lang_words(lang, speech) for lang in line.langs]
        return BETWEEN.join(words)

    def _counts(self, line: SourceLine) -> str:
        few, number = self._speech.ngettext, self._speech.number
        counts = (
            (line.candidates, few("{n} to decide", "{n} to decide", line.candidates)),
            (line.commitments, few("{n} commitment", "{n} commitments", line.commitments)),
            (line.cuts, few("{n} cut passage", "{n} cut passages", line.cuts)),
            (line.annotations, few("{n} annotation", "{n} annotations", line.annotations)),
        )
        return BETWEEN.join(words.format(n=number(count)) for count, words in counts if count)


def _uids(releases: Sequence[Release]) -> list[list[str]]:
    return [[line.uid for line in release] for release in releases]
