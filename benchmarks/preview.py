"""What the preview waits for: the first page of a tab, the whole book, a tab after an edit."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.books import make_book
from briefing.edits import Replace, changed
from briefing.progress import unwatched
from briefing.prose import Paragraph, Run
from briefing.store import BookStore
from briefing.things import Section, WholeBook
from ui.preview.press import book_pages, pages_of, tab_pages
from ui.preview.wish import Wish

_HEAD = ("pages", "first page", "whole book", "edit: tab", "edit: book", "other tab")


def measured(sizes: list[int], folder: Path) -> Iterator[str]:
    """Lines of a table in milliseconds of the processor; the worst of some edits counts."""
    yield _row(_HEAD)
    for size in sizes:
        path = folder / f"preview-{size}.briefing"
        path.unlink(missing_ok=True)
        make_book(path, size).close()
        with BookStore.open(path) as store:
            whole = store.whole()
        yield _row(_times(whole))


def _times(whole: WholeBook) -> tuple[str, ...]:
    memory: dict[str, Any] = {}
    wish = Wish(made="2026-11-24")
    tabs = [tab.uid for tab in whole.tabs if tab.note]
    tab = tabs[len(tabs) // 2]

    def timed(function: Callable[..., Any], *arguments: Any) -> float:
        begun = time.process_time()
        function(*arguments, memory=memory, progress=unwatched)
        return (time.process_time() - begun) * 1000

    first = timed(tab_pages, whole, wish, tab)
    all_pages = timed(book_pages, whole, wish)
    after = []
    for number in range(5):
        whole = _edited(whole, tab, f"Words that were typed, {number}.")
        after.append((timed(tab_pages, whole, wish, tab), timed(book_pages, whole, wish)))
    other = timed(pages_of, whole, tabs[-1])
    total = memory["preview"].numbering.total
    figures = (first, all_pages, max(a for a, _ in after), max(b for _, b in after), other)
    return (str(total), *(f"{figure:.0f}" for figure in figures))


def _edited(whole: WholeBook, tab: str, words: str) -> WholeBook:
    """The book with other words in the note of a tab."""
    note = next(one.note for one in whole.tabs if one.uid == tab)
    section: Section = next(iter(whole.sections_of[note or ""].values()))
    body = replace(section.body, blocks=(*section.body.blocks, Paragraph(runs=(Run(text=words),))))
    return changed(whole, (Replace(section, replace(section, body=body)),))


def _row(cells: tuple[str, ...]) -> str:
    return "  ".join(f"{cell:>11}" for cell in cells)
