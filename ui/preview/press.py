"""The pages of the book, made tab by tab. Knows no Qt: it works in the book's process."""

from __future__ import annotations

import gc
from collections.abc import MutableMapping
from dataclasses import dataclass, field
from typing import Any

from briefing.progress import Progress, share
from briefing.things import Tab, TabKind, WholeBook
from exports.compose import compose, compose_tab
from exports.layout import Kept, Numbering, PartwiseLayout, numbering_of
from exports.pdf import paint
from exports.tree import Publication
from ui.preview.places import Lead, Mark, leads_of, marks_of
from ui.preview.wish import Wish
from ui.words import wording

_MEMORY = "preview"
_BY_THEMSELVES = {TabKind.NOTE, TabKind.COVER}
"""Tabs that can be composed without the others."""


Version = tuple[int, int, int]
"""Pages of one version look alike: which layout, the first page's number, of how many."""


@dataclass(frozen=True, slots=True)
class TabPages:
    """The pages of one tab as a PDF, and what is where on them."""

    uid: str
    version: Version
    pdf: bytes
    count: int
    marks: tuple[Mark, ...]
    leads: tuple[Lead, ...]
    size: tuple[float, float]
    """Of each page, in points."""


@dataclass(frozen=True, slots=True)
class TabEntry:
    """A tab in the book: how many pages, and the number of the first."""

    uid: str
    label: str
    title: str
    version: Version
    count: int

    @property
    def first(self) -> int:
        """The number of its first page in the book."""
        return self.version[1]


@dataclass(frozen=True, slots=True)
class BookPages:
    """Which pages the book has; the pages themselves are asked for tab by tab."""

    tabs: tuple[TabEntry, ...]
    total: int
    size: tuple[float, float]

    def tab(self, uid: str) -> TabEntry | None:
        """The entry of a tab, if the book has it."""
        return next((entry for entry in self.tabs if entry.uid == uid), None)


@dataclass
class _Press:
    """What the process remembers between two calls."""

    layout: PartwiseLayout = field(default_factory=PartwiseLayout)
    wish: Wish | None = None
    publication: Publication | None = None
    kept: dict[str, Kept] = field(default_factory=dict)
    numbering: Numbering = field(default_factory=lambda: Numbering({}, 0))
    """The pages of the book as it was laid out last."""


def tab_pages(
    whole: WholeBook, wish: Wish, uid: str, *, memory: MutableMapping[str, Any], progress: Progress
) -> TabPages | None:
    """The pages of a tab at once, before the whole book is laid out; None where that cannot be.

    Their numbers are those that the tab had last; before it had any, they say none.
    """
    tab = whole.find(Tab, uid)
    if tab is None or tab.kind not in _BY_THEMSELVES:
        return None
    press = _press(memory)
    publication = compose_tab(whole, wish.form, wording(wish.lang), wish.made, uid)
    progress(1, 3)
    kept = press.layout.part(publication, publication.parts[0])
    progress(2, 3)
    first, total = 1, 0
    if press.wish == wish and uid in press.kept:
        grown = kept.length - press.kept[uid].length
        first, total = press.numbering.starts[uid], press.numbering.total + grown
    return _painted(whole, press, publication, kept, (first, total))


def book_pages(
    whole: WholeBook, wish: Wish, *, memory: MutableMapping[str, Any], progress: Progress
) -> BookPages:
    """The whole book laid out; what has not changed since the last time costs nothing."""
    press = _press(memory)
    publication = compose(
        whole, wish.form, wording(wish.lang), wish.made, progress=share(progress, 0, 2)
    )
    laid = press.layout.parts(publication, share(progress, 1, 2))
    # The collector looks through all that is kept else, each time, for as long as a tab takes.
    gc.freeze()
    numbering = numbering_of(publication, [kept.length for kept in laid])
    press.wish, press.publication, press.numbering = wish, publication, numbering
    press.kept = {kept.laid.part.uid: kept for kept in laid}
    entries = tuple(_entry(kept, numbering) for kept in laid)
    return BookPages(entries, numbering.total, _size(laid))


def _entry(kept: Kept, numbering: Numbering) -> TabEntry:
    part = kept.laid.part
    version = (kept.serial, numbering.starts[part.uid], numbering.total)
    return TabEntry(part.uid, part.label, part.title, version, kept.length)


def pages_of(
    whole: WholeBook, uid: str, *, memory: MutableMapping[str, Any], progress: Progress
) -> TabPages | None:
    """The pages of a tab as the whole book was laid out last; None if it was not in it."""
    progress(0, 1)
    press = _press(memory)
    if press.publication is None or uid not in press.kept:
        return None
    number = press.numbering.starts[uid], press.numbering.total
    return _painted(whole, press, press.publication, press.kept[uid], number)


def layout_of(memory: MutableMapping[str, Any]) -> PartwiseLayout:
    """The layout that a process keeps."""
    return _press(memory).layout


def _press(memory: MutableMapping[str, Any]) -> _Press:
    press: _Press = memory.setdefault(_MEMORY, _Press())
    return press


def _painted(
    whole: WholeBook,
    press: _Press,
    publication: Publication,
    kept: Kept,
    numbered: tuple[int, int],
) -> TabPages:
    laid_out = press.layout.alone(publication, kept, *numbered)
    uid = kept.laid.part.uid
    height = laid_out.pages[0].height
    return TabPages(
        uid=uid,
        version=(kept.serial, *numbered),
        pdf=paint(laid_out),
        count=len(laid_out.pages),
        marks=marks_of(whole, uid, kept.laid.pages.destinations, height),
        leads=leads_of(laid_out.pages),
        size=(laid_out.pages[0].width, height),
    )


def _size(laid: list[Kept]) -> tuple[float, float]:
    page = laid[0].laid.pages.pages[0]
    return page.width, page.height
