"""What the reader shows of a source, paragraph by paragraph, and where its words stand there.

A passage is shown with the editor's additions in brackets and an ellipsis where it is cut, so that
a place in the passage and a place in its paragraph are two things. They are told apart here.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import TypeAlias

from briefing.text import has_han
from briefing.things import Cut, Passage, Repair
from ui.reader.opened import OpenSource
from ui.textpos import from_qt, to_qt

ELLIPSIS = "[…]"


@dataclass(frozen=True, slots=True)
class Addition:
    """Words that are shown in a passage and are not its own; `at` is a code point of it."""

    at: int
    text: str
    repair: str = ""
    """The uid of the repair; the others are ellipses."""


@dataclass(frozen=True)
class PassageRow:
    """A passage as it is shown."""

    passage: Passage
    number: int | None = None
    reason: str = ""
    """Why it is left out of the instrument; empty if it is not."""
    additions: tuple[Addition, ...] = ()

    @cached_property
    def text(self) -> str:
        """The words of the paragraph, in which a line break stays inside."""
        pieces, at = [], 0
        for addition in self.additions:
            pieces += [self.passage.text[at : addition.at], addition.text]
            at = addition.at
        return "".join((*pieces, self.passage.text[at:])).replace("\n", "\u2028")

    def shown(self, at: int, *, end: bool = False) -> int:
        """The place in Qt's paragraph of a code point of the passage.

        What begins there stands after words that were added at the place, what ends there before.
        """
        find = bisect_left if end else bisect_right
        before = find([addition.at for addition in self.additions], at)
        return to_qt(self.text, at + sum(len(a.text) for a in self.additions[:before]))

    def place(self, position: int) -> int:
        """The code point of the passage at a place in Qt's paragraph."""
        shown, added = from_qt(self.text, position), 0
        for addition in self.additions:
            start = addition.at + added
            if shown <= start:
                break
            added += min(len(addition.text), shown - start)
        return shown - added

    def added(self) -> Iterator[tuple[Addition, int, int]]:
        """The additions with the places in Qt's paragraph where they begin and end."""
        before = 0
        for addition in self.additions:
            start = addition.at + before
            before += len(addition.text)
            yield addition, to_qt(self.text, start), to_qt(self.text, addition.at + before)


@dataclass(frozen=True, slots=True)
class FoldRow:
    """Passages in a row that are left out: one line stands for them, or heads them."""

    passages: tuple[Passage, ...]
    opened: bool

    @property
    def key(self) -> str:
        """By which the fold is known: the uid of its first passage."""
        return self.passages[0].uid


Row: TypeAlias = PassageRow | FoldRow


def rows_of(source: OpenSource, unfolded: Collection[str]) -> list[Row]:
    """All rows of a source; folds whose first passage is named are shown unfolded."""
    excluded = source.excluded
    rows: list[Row] = []
    for out, group in groupby(source.passages, key=lambda p: p.uid in excluded):
        passages = tuple(group)
        if not out:
            rows.extend(_row(source, passage) for passage in passages)
            continue
        opened = any(passage.uid in unfolded for passage in passages)
        rows.append(FoldRow(passages, opened))
        if opened:
            rows.extend(
                PassageRow(passage, reason=excluded[passage.uid].reason) for passage in passages
            )
    return rows


def _row(source: OpenSource, passage: Passage) -> PassageRow:
    repairs = source.repairs_of.get(passage.uid, ())
    number = source.number_of.get(passage.uid)
    if not repairs and passage.cut is Cut.NO:
        return PassageRow(passage, number)
    return PassageRow(passage, number, additions=tuple(_additions(passage, repairs)))


def _additions(passage: Passage, repairs: tuple[Repair, ...]) -> Iterator[Addition]:
    end, space = len(passage.text), "" if has_han(passage.text) else " "
    mended = {repair.at for repair in repairs}
    if passage.cut in {Cut.START, Cut.BOTH} and 0 not in mended:
        yield Addition(0, f"{ELLIPSIS}{space}")
    for repair in repairs:
        words = f"[{repair.text}]"
        yield Addition(repair.at, words + space if repair.at == 0 else space + words, repair.uid)
    if passage.cut in {Cut.END, Cut.BOTH} and end not in mended:
        yield Addition(end, f"{space}{ELLIPSIS}")
