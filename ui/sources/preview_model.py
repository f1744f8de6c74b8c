"""What was read out of a file, passage by passage; the check says whether one is kept."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QBrush, QColor, QFont
from typing_extensions import override

from briefing.intake import Reading
from briefing.things import Cut, Passage, PassageKind
from ui.context import Context
from ui.roles import UID
from ui.sources.words import reason_words

AnyIndex = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole


class PreviewModel(QAbstractListModel):
    """Headings, paragraphs, and what is left out with the reason in words."""

    toggled = Signal(object)  # the Passage

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._passages: tuple[Passage, ...] = ()
        self._reasons: dict[str, str] = {}
        self._plain = context.look.reading_font(-1)
        self._bold = context.look.reading_font(-1)
        self._bold.setBold(True)
        context.look.changed.connect(self._repaint)

    def show(self, reading: Reading | None) -> None:
        """Show a reading; only the checks change if it is the same text as before."""
        passages = reading.passages if reading else ()
        reasons = {e.passage: e.reason for e in reading.exclusions} if reading else {}
        if passages is not self._passages and passages != self._passages:
            self.beginResetModel()
            self._passages, self._reasons = passages, reasons
            self.endResetModel()
        elif reasons != self._reasons:
            self._reasons = reasons
            self._repaint()

    def passage(self, row: int) -> Passage:
        """The passage in a row."""
        return self._passages[row]

    @property
    def left_out(self) -> list[int]:
        """The rows that are left out."""
        return [row for row, p in enumerate(self._passages) if p.uid in self._reasons]

    @override
    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._passages)

    @override
    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else flags

    @override
    def data(self, index: AnyIndex, role: int = _ROLE.DisplayRole) -> Any:
        if not index.isValid():
            return None
        passage = self._passages[index.row()]
        match role:
            case _ROLE.DisplayRole | _ROLE.AccessibleTextRole:
                return self._text(passage)
            case _ROLE.CheckStateRole:
                gone = passage.uid in self._reasons
                return Qt.CheckState.Unchecked if gone else Qt.CheckState.Checked
            case _ROLE.FontRole:
                return self._font(passage)
            case _ROLE.ForegroundRole:
                gone = passage.uid in self._reasons
                return QBrush(QColor(self._context.look.colours.quiet)) if gone else None
        return passage.uid if role == UID else None

    @override
    def setData(self, index: AnyIndex, value: Any, role: int = _ROLE.EditRole) -> bool:
        if role != _ROLE.CheckStateRole or not index.isValid():
            return False
        self.toggled.emit(self._passages[index.row()])
        return True

    def _text(self, passage: Passage) -> str:
        _ = self._context.gettext
        reason = self._reasons.get(passage.uid)
        if reason is not None:
            words = reason_words(reason, self._context.speech)
            return _("Left out: {reason}").format(reason=words) + f"\n{passage.text}"
        head = f"{passage.mark} " if passage.mark else ""
        tail = "" if passage.cut is Cut.NO else "  " + _("[cut off?]")
        return f"{head}{passage.text}{tail}"

    def _font(self, passage: Passage) -> QFont:
        heading = passage.kind is PassageKind.HEADING and passage.uid not in self._reasons
        return self._bold if heading else self._plain

    def _repaint(self) -> None:
        if self._passages:
            self.dataChanged.emit(self.index(0), self.index(len(self._passages) - 1))
