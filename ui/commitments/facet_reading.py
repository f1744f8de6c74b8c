"""Reads what the left column lists, and counts it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from briefing.store import Field, Filter
from ui.commitments.facet_nodes import VIEWS, Node, section_of
from ui.commitments.names import Names
from ui.commitments.register_model import RegisterModel
from ui.commitments.saved_views import SavedViews
from ui.context import Context

SECTIONS = (VIEWS, *Field)


class FacetReader:
    """Asks the book for the values of each field."""

    def __init__(
        self, context: Context, names: Names, register: RegisterModel, views: SavedViews
    ) -> None:
        self._context = context
        self._names = names
        self._register = register
        self._views = views

    def built(self) -> list[Node]:
        """The sections with their lines, not counted yet."""
        return [title for name in SECTIONS for title in self.section(name)]

    def section(self, name: str) -> list[Node]:
        """One section with its lines; none where it would have no line."""
        present = self.counted(Field(name), Filter()) if name != VIEWS else {}
        title = self._section(name, present)
        return [title] if title.below or name in {VIEWS, Field.TOPICS} else []

    def counted(self, field: Field, wanted: Filter) -> Counter[str]:
        """How many each value of a field would leave."""
        today = self._register.cells.today
        return self._context.session.store.register_counts(field, wanted, today)

    def changed(self, field: Field, shown: Sequence[Node]) -> bool:
        """Whether an edit brought a value that is not listed, or took the last of one away."""
        listed = [title for title in shown if title.section == field]
        return _values_in(self.section(field)) != _values_in(listed)

    def _section(self, name: str, present: Iterable[str]) -> Node:
        views = self._views.names()
        return section_of(name, present, self._names, self._context.speech, views)


def _values_in(sections: Iterable[Node]) -> list[tuple[str, str]]:
    return [(node.section, node.value) for title in sections for node in title.walk()]
