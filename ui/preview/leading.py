"""Which page is brought into sight: the one that is written, or the one that was looked at."""

from __future__ import annotations

from ui.preview.gallery import Gallery
from ui.preview.meaning import spotlight
from ui.preview.view import PageView


class Leading:
    """Turns a view to a place of a tab, once its pages are there, and only once.

    Whoever scrolls on from there is not led back; following another place leads again.
    """

    def __init__(self, view: PageView, gallery: Gallery) -> None:
        self._view = view
        self._gallery = gallery
        self._spot: tuple[str, int] | None = None
        self._led = False
        self._returning: tuple[str, int] | None = None
        self.tab = ""
        """The tab that is written."""

    @property
    def place(self) -> tuple[str, int]:
        """The page that is looked at: its tab, "" for none, and its number in it from 0."""
        if self._returning is not None:
            return self._returning
        leaf = self._view.leaf
        return (leaf.tab, leaf.page) if leaf is not None else ("", 0)

    def follow(self, tab: str, section: str, block: int) -> None:
        """The next time, lead to a block of a section; without a section to the tab's beginning."""
        self.tab, self._spot = tab, (section, block) if section else None
        self._led = False
        self._returning = None

    def go_back_to(self, tab: str, page: int) -> None:
        """The next time, lead to a page that was looked at, wherever one writes."""
        if tab:
            self._returning = (tab, page)
            self._led = True

    def lead_again(self) -> None:
        """The next time, lead to where one writes, though that has been done."""
        self._led = False

    def lead(self, *, complete: bool) -> None:
        """Bring the place into sight; `complete` is whether all pages to be shown are there."""
        if complete:
            self._return()
        tab, pages = self.tab, self._gallery.pages(self.tab)
        index = self._view.arrangement.index_of(tab, 0)
        lit = spotlight(pages, *self._spot) if pages is not None and self._spot else None
        self._view.light(lit, follow=not self._led)
        if index is not None and not self._led:
            if lit is None:
                self._view.turn_to(index)
            self._led = lit is not None or self._spot is None

    def _return(self) -> None:
        if self._returning is None:
            return
        index = self._view.arrangement.index_of(*self._returning)
        self._returning = None
        self._led = index is not None
        if index is not None:
            self._view.turn_to(index)
