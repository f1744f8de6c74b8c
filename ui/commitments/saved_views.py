"""Filters and orders of the register that were given a name; kept in the settings of the book."""

from __future__ import annotations

from typing import Any, TypeAlias

from PySide6.QtCore import QObject, Signal

from briefing.codec import from_plain, to_plain
from briefing.store import Column, Due, Filter, Grouping, Order
from ui.context import Context

View: TypeAlias = tuple[Filter, Order]


def plain_view(view: View) -> dict[str, Any]:
    """A view as plain JSON."""
    return {"filter": to_plain(view[0], short=True), "order": to_plain(view[1], short=True)}


def view_of(plain: Any) -> View:
    """The view that was made plain; everything if it cannot be understood any more."""
    try:
        return from_plain(Filter, plain["filter"]), from_plain(Order, plain["order"])
    except (KeyError, TypeError, ValueError):
        return Filter(), Order()


class SavedViews(QObject):
    """The views of a book by their names, in the order in which they were saved."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = context.settings
        self._place = context.state("commitments/views")
        kept = self._settings.recall(self._place)
        self._views: dict[str, View] = (
            {str(name): view_of(plain) for name, plain in kept.items()}
            if isinstance(kept, dict)
            else self._first(context)
        )

    @staticmethod
    def _first(context: Context) -> dict[str, View]:
        _ = context.gettext
        return {
            _("All, by topic"): (Filter(), Order(grouping=Grouping.TOPIC)),
            _("Overdue"): (Filter(due=(Due.OVERDUE,)), Order(column=Column.DEADLINE)),
        }

    def names(self) -> list[str]:
        """What the views are called."""
        return list(self._views)

    def at(self, name: str) -> View | None:
        """The view of a name."""
        return self._views.get(name)

    def save(self, name: str, view: View) -> None:
        """Keep a view under a name; one that had the name is replaced."""
        self._views[name] = view
        self._keep()

    def rename(self, name: str, new: str) -> None:
        """Give a view another name; it stays in its place."""
        self._views = {(new if n == name else n): view for n, view in self._views.items()}
        self._keep()

    def remove(self, name: str) -> None:
        """Forget a view."""
        self._views.pop(name, None)
        self._keep()

    def _keep(self) -> None:
        plain = {name: plain_view(view) for name, view in self._views.items()}
        self._settings.remember(self._place, plain)
        self.changed.emit()
