"""Reads what the left column lists, and counts it, without ever holding the window."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from briefing.edits import Edit
from briefing.store import Field, Filter
from briefing.things import Commitment, StatusEntry
from ui.commitments.facet_nodes import VIEWS, Node, said, section_of
from ui.commitments.names import NAMED, Names
from ui.commitments.register_model import RegisterModel
from ui.commitments.saved_views import SavedViews
from ui.context import Context
from ui.widgets.follower import Follower

_SECTIONS = (VIEWS, *Field)
_EDITED_HERE = (VIEWS, Field.TOPICS)
"""What is made, named and moved in the column itself, which goes on with it at once."""
_DONE = object()


class FacetReader(QObject):
    """Has the sections of the column read and counted, one in each turn of the event loop.

    They are read for the first time after the register is painted, which is what one has come for;
    then when names change: what is edited in the column at once, the rest in turns. They are
    counted whenever the register is listed anew.
    """

    read = Signal(list)  # the sections, not counted yet
    counted = Signal(object, object)  # (the Field, how many there are of each of its values)
    ended = Signal()  # all of them are counted

    def __init__(
        self,
        context: Context,
        names: Names,
        register: RegisterModel,
        views: SavedViews,
        seen: QWidget,
    ) -> None:
        super().__init__(seen)
        self._context = context
        self._names = names
        self._register = register
        self._views = views
        self._shown: list[Node] = []
        self._stale = False
        self._reading, self._steps = True, self._read()
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._step)
        self._next.start()
        self._follower = Follower(context.session, seen)
        self._follower.due.connect(self._read_anew)
        names.changed.connect(self._follower.touch)
        views.changed.connect(self._read_anew)
        register.listed.connect(self._count_anew)
        context.session.edited.connect(self._on_edited)

    # In turns

    def _step(self) -> None:
        if not self._context.session.closed and next(self._steps, _DONE) is not _DONE:
            self._next.start()

    def _read(self) -> Iterator[None]:
        self._stale = False
        found: list[Node] = []
        for name in _SECTIONS:
            found += self._section(name)
            yield
        if said(found) != said(self._shown):
            self._show(found)
            yield
        self._reading = False
        yield from self._count()

    def _read_anew(self) -> None:
        self._follower.settle()
        # What a deed changed was not edited in the column, and all of it is read in turns.
        if self._shown and not self._context.session.busy:
            self._show([title for name in _SECTIONS for title in self._newest(name)])
        self._reading, self._steps = True, self._read()
        self._next.start()

    def _newest(self, name: str) -> list[Node]:
        if name in _EDITED_HERE:
            return self._section(name)
        return [title for title in self._shown if title.section == name]

    def _show(self, sections: list[Node]) -> None:
        self._shown = sections
        self.read.emit(sections)

    def _count_anew(self) -> None:
        if not self._reading:
            self._steps = self._count()
        self._next.start()

    def _count(self) -> Iterator[None]:
        for field in Field:
            if self._stale:
                if self._changed(field):
                    self._read_anew()
                    return
                yield
            counts = self._counts(field, self._register.wanted)
            for node in _lines_of(field, self._shown):
                node.count = counts[node.value]
            self.counted.emit(field, counts)
            yield
        self._stale = False
        self.ended.emit()

    def _on_edited(self, edit: Edit) -> None:
        if edit.touches(Commitment, StatusEntry) and not edit.touches(*NAMED):
            self._stale = True  # the register is listed again, and then it is counted

    # What the book says

    def _section(self, name: str) -> list[Node]:
        """One section with its lines; none where it would have no line."""
        present = self._counts(Field(name), Filter()) if name != VIEWS else {}
        views = self._views.names()
        title = section_of(name, present, self._names, self._context.speech, views)
        return [title] if title.below or name in {VIEWS, Field.TOPICS} else []

    def _counts(self, field: Field, wanted: Filter) -> Counter[str]:
        """How many each value of a field would leave."""
        today = self._register.cells.today
        return self._context.session.store.register_counts(field, wanted, today)

    def _changed(self, field: Field) -> bool:
        """Whether an edit brought a value that is not listed, or took the last of one away."""
        now = [node.value for node in _lines_of(field, self._section(field))]
        return now != [node.value for node in _lines_of(field, self._shown)]


def _lines_of(field: Field, sections: Sequence[Node]) -> Iterable[Node]:
    return [node for title in sections if title.section == field for node in title.walk()]
