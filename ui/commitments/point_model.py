"""The points of the meeting, as notes have them, with what came of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from briefing.errors import TemplateBroken
from briefing.operations.outcomes import Point, points_of
from briefing.templates import Template, load_templates
from briefing.things import Note, Outcome, Raised, Tab
from ui.context import Context
from ui.names import name_of

Index: TypeAlias = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
MARKS = {Raised.RAISED: "●", Raised.PARTLY: "◐", Raised.NOT_RAISED: "○"}
NOTE_ROLE = Role.UserRole + 1


@dataclass(frozen=True, slots=True)
class Line:
    """A point, the title of its note, and its outcome once it is entered."""

    point: Point
    note: str
    outcome: Outcome | None


class PointModel(QAbstractListModel):
    """The points in the order of the tabs; outcomes whose point has gone stand last."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._lines: list[Line] = []

    def reread(self) -> None:
        """Read the points and the outcomes anew."""
        self.beginResetModel()
        self._lines = list(self._read())
        self.endResetModel()

    def line(self, row: int) -> Line:
        """The point of a row."""
        return self._lines[row]

    def row_of(self, point: Point) -> int:
        """Where a point stands; -1 if it is not there any more."""
        return next((n for n, line in enumerate(self._lines) if line.point == point), -1)

    def place_of(self, outcome: Outcome) -> int:
        """Where the point of an outcome stands; -1 if it is not there."""
        return next((n for n, line in enumerate(self._lines) if line.outcome == outcome), -1)

    def next_open(self, row: int) -> int:
        """The next point without an outcome; the row itself if there is none."""
        places = (*range(row + 1, len(self._lines)), *range(row))
        return next((n for n in places if self._lines[n].outcome is None), row)

    @property
    def entered(self) -> int:
        """How many points have an outcome."""
        return sum(line.outcome is not None for line in self._lines)

    def _read(self) -> Iterator[Line]:
        store = self._context.session.store
        entered = {(o.point, o.note): o for o in store.all(Outcome)}
        notes = {note.uid: note for note in store.all(Note)}
        tabs = sorted(store.all(Tab), key=lambda tab: tab.position)
        placed = (tab.note for tab in tabs if tab.note is not None and tab.note in notes)
        ordered = dict.fromkeys((*placed, *notes))
        templates = _templates()
        for uid in ordered:
            for point in dict.fromkeys(points_of(store, notes[uid], templates)):
                outcome = entered.pop((point.words, point.note), None)
                yield Line(point, notes[uid].title, outcome)
        for outcome in entered.values():
            note = notes.get(outcome.note or "")
            point = Point(outcome.point, outcome.note, outcome.commitment)
            yield Line(point, note.title if note else "", outcome)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._lines)

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        match role:
            case Role.DisplayRole:
                return line.point.words
            case Role.ToolTipRole | Role.AccessibleTextRole:
                return f"{line.point.words}. {self._said(line)}"
            case _ if role == NOTE_ROLE:
                return " · ".join(filter(None, (self._said(line), line.note)))
        return None

    def _said(self, line: Line) -> str:
        if line.outcome is None:
            return self._context.gettext("to be entered")
        raised = line.outcome.raised
        return f"{MARKS[raised]} {name_of(raised, self._context.gettext)}"


def _templates() -> dict[str, Template]:
    try:
        return load_templates()
    except TemplateBroken:
        return {}
