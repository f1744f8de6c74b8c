"""What differs between two prints of a book, by the words of their pages. Knows no Qt.

It works in the book's process, where PDFium is used by nobody else.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, groupby, zip_longest
from typing import Any

import pypdfium2

from briefing.progress import Progress
from briefing.things import WholeBook
from exports.compose.parts import print_line
from ui.preview.export_job import Order, pdf_bytes
from ui.words import wording

_HEAD, _FOOT = 60.0, 62.0
"""Points at the edges of a page with what stands on each page: a page that has only moved in the
book has not changed."""
_LONGEST = 120
_SHOWN = 24


class Change(StrEnum):
    """What became of a tab."""

    SAME = "same"
    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class TabChange:
    """A tab of two prints."""

    label: str
    title: str
    change: Change
    pages: tuple[int, ...] = ()
    """The pages of the newer print that differ, as they are numbered; all of a new tab."""
    added: int = 0
    removed: int = 0
    """Words."""
    first: str = ""
    """The first words that differ, as the newer print has them."""


@dataclass(frozen=True, slots=True)
class _Tab:
    """A tab of one print: the words of each page."""

    label: str
    title: str
    start: int
    pages: tuple[tuple[str, ...], ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The words of all pages."""
        return tuple(chain.from_iterable(self.pages))


def compare(
    old: bytes, new: bytes, lines: tuple[str, str], *, progress: Progress
) -> tuple[TabChange, ...]:
    """The tabs of two prints in the order of the newer one, those that are gone behind them.

    The lines say on each cover which print it is: that they differ is no news.
    """
    before, after = _tabs(old, lines, progress, 0), _tabs(new, lines, progress, 1)
    left = list(before)
    found: list[TabChange] = []
    for tab in after:
        same = _counterpart(tab, left)
        if same is not None:
            left.remove(same)
        found.append(_compared(same, tab))
    found += [TabChange(tab.label, tab.title, Change.GONE) for tab in left]
    return tuple(found)


def compare_with_now(
    whole: WholeBook, order: Order, old: bytes, line: str, *, progress: Progress
) -> tuple[TabChange, ...]:
    """What has changed in the book since a print."""
    new = pdf_bytes(whole, order, progress=progress)
    now = print_line(wording(order.lang), order.made, order.form)
    return compare(old, new, (line, now), progress=progress)


def _counterpart(tab: _Tab, others: list[_Tab]) -> _Tab | None:
    """The same tab in the other print: by its title, else by its label if its words are alike."""
    for other in others:
        if other.title == tab.title:
            return other
    for other in others:
        if other.label == tab.label and tab.label and _likeness(other, tab) > 0.5:  # noqa: PLR2004
            return other
    return None


def _likeness(one: _Tab, other: _Tab) -> float:
    words, others = set(one.words), set(other.words)
    return 2 * len(words & others) / max(len(words) + len(others), 1)


def _compared(old: _Tab | None, new: _Tab) -> TabChange:
    if old is None:
        every = tuple(range(new.start, new.start + len(new.pages)))
        return TabChange(new.label, new.title, Change.NEW, every, sum(map(len, new.pages)))
    before, after = old.words, new.words
    if before == after and old.title == new.title:
        return TabChange(new.label, new.title, Change.SAME)
    return TabChange(
        new.label,
        new.title,
        Change.CHANGED,
        _pages_that_differ(old, new),
        (Counter(after) - Counter(before)).total(),
        (Counter(before) - Counter(after)).total(),
        _first_difference(before, after),
    )


def _pages_that_differ(old: _Tab, new: _Tab) -> tuple[int, ...]:
    """The pages to be laid in again: words that have only moved to another page count too."""
    pairs = zip_longest(old.pages[: len(new.pages)], new.pages)
    return tuple(new.start + page for page, (was, now) in enumerate(pairs) if was != now)


def _first_difference(before: tuple[str, ...], after: tuple[str, ...]) -> str:
    """The words of the newer print from the first one on that differs."""
    pairs = zip_longest(before, after)
    at = next((place for place, (was, now) in enumerate(pairs) if was != now), 0)
    return _beginning(" ".join(after[at : at + _SHOWN]))


def _beginning(words: str) -> str:
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + "…"


# One print


def _tabs(data: bytes, lines: tuple[str, str], progress: Progress, half: int) -> list[_Tab]:
    document = pypdfium2.PdfDocument(data)
    try:
        titles = _titles(document)
        pages: list[tuple[str, str, tuple[str, ...]]] = []
        current = "", ""
        for number in range(len(document)):
            progress(half * len(document) + number, 2 * len(document))
            current = titles.get(number, current)
            words = _words(document[number])
            for line in () if number else lines:
                words = _without(words, tuple(line.split()))
            pages.append((*current, words))
    finally:
        document.close()
    found: list[_Tab] = []
    at = 1
    for (label, title), group in groupby(pages, lambda page: page[:2]):
        held = tuple(words for *_, words in group)
        found.append(_Tab(label, title, at, held))
        at += len(held)
    return found


def _without(words: tuple[str, ...], line: tuple[str, ...]) -> tuple[str, ...]:
    """Words without the line, where they have it."""
    for at in range(len(words) - len(line) + 1):
        if words[at : at + len(line)] == line:
            return words[:at] + words[at + len(line) :]
    return words


def _titles(document: Any) -> dict[int, tuple[str, str]]:
    """The label and title of the tab that begins on a page."""
    found: dict[int, tuple[str, str]] = {}
    for mark in document.get_toc():
        place = mark.get_dest()
        if place is None or mark.level:
            continue
        label, gap, title = mark.get_title().partition("  ")
        found[place.get_index()] = (label, title) if gap else ("", mark.get_title())
    return found


def _words(page: Any) -> tuple[str, ...]:
    width, height = page.get_size()
    text = page.get_textpage()
    said = text.get_text_bounded(0, _FOOT, width, height - _HEAD)
    text.close()
    page.close()
    return tuple(said.replace("\x02\r\n", "").replace("\ufffe", "").split())
