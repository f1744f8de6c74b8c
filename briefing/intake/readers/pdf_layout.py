"""Words on a page become lines in the order in which they are read, column by column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefing.intake.readers.pdf_words import Word

_SAME_LINE = 0.35
"""Of the size of type; baselines that differ by less belong to one line."""
_GUTTER = 8.0
"""Points; the white between two columns is at least that wide."""
_STEP = 2.0
_RESPECT = 0.8
_SIDE = 0.04
_FEWEST = 4
_MIDDLE = (0.2, 0.8)


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of words on a page, and the column that it stands in."""

    words: tuple[Word, ...]
    column: int

    @property
    def left(self) -> float:
        """Where its first word begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where its last word ends."""
        return max(word.right for word in self.words)

    @property
    def base(self) -> float:
        """The baseline of most of it."""
        return max(self.words, key=lambda word: len(word.text)).base

    @property
    def size(self) -> float:
        """The size of type of most of it, to half a point."""
        sizes: Counter[float] = Counter()
        for word in self.words:
            sizes[round(word.size * 2) / 2] += len(word.text)
        return sizes.most_common(1)[0][0]


def lines_of_pages(pages: Sequence[list[Word]]) -> list[list[PageLine]]:
    """The lines of each page in reading order.

    A page with little in its second column is known by the gutter of the others.
    """
    rows = [_rows(words) for words in pages]
    gutters = [_gutter(page) for page in rows]
    usual = Counter(gutter for gutter in gutters if gutter).most_common(1)
    done = []
    for page, gutter in zip(rows, gutters, strict=True):
        stripe = gutter or (usual[0][0] if usual and _is_clear(page, usual[0][0]) else None)
        done.append(
            list(_by_columns(page, stripe)) if stripe else [PageLine(row, 0) for row in page]
        )
    return done


def _rows(words: Iterable[Word]) -> list[tuple[Word, ...]]:
    """Words with one baseline together, from the top down, each row from the left."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: -word.base):
        if rows and abs(rows[-1][0].base - word.base) <= _SAME_LINE * _larger(rows[-1][0], word):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [tuple(sorted(row, key=lambda word: word.left)) for row in rows]


def _larger(one: Word, other: Word) -> float:
    return max(one.size, other.size)


def _gutter(rows: list[tuple[Word, ...]]) -> tuple[float, float] | None:
    """The white stripe between two columns, if hardly any line crosses one."""
    if len(rows) < 2 * _FEWEST:
        return None
    left = min(row[0].left for row in rows)
    right = max(word.right for row in rows for word in row)
    width = right - left
    found: list[tuple[float, float]] = []
    at = left + _MIDDLE[0] * width
    while at < left + _MIDDLE[1] * width:
        if _respected(rows, (at, at + _GUTTER)):
            found.append((at, at + _GUTTER))
        at += _STEP
    if not found:
        return None
    clear = [sum(not _crosses(row, stripe) for row in rows) for stripe in found]
    best = [stripe for stripe, count in zip(found, clear, strict=True) if count == max(clear)]
    return best[len(best) // 2]


def _respected(rows: list[tuple[Word, ...]], stripe: tuple[float, float]) -> bool:
    return _is_clear(rows, stripe) and _balance(rows, stripe) >= _SIDE


def _is_clear(rows: list[tuple[Word, ...]], stripe: tuple[float, float]) -> bool:
    return sum(not _crosses(row, stripe) for row in rows) >= _RESPECT * len(rows)


def _balance(rows: list[tuple[Word, ...]], stripe: tuple[float, float]) -> float:
    """How much of the text stands on the side that has less; 0 if that is no column."""
    before = [len(w.text) for row in rows for w in row if w.right <= stripe[0]]
    after = [len(w.text) for row in rows for w in row if w.left >= stripe[1]]
    lines_after = sum(any(w.left >= stripe[1] for w in row) for row in rows)
    if lines_after < _FEWEST:
        return 0.0
    return min(sum(before), sum(after)) / max(1, sum(before) + sum(after))


def _crosses(row: tuple[Word, ...], stripe: tuple[float, float]) -> bool:
    return any(word.left < stripe[1] and word.right > stripe[0] for word in row)


def _by_columns(rows: list[tuple[Word, ...]], stripe: tuple[float, float]) -> Iterator[PageLine]:
    """Between lines that cross the gutter, the left column before the right one."""
    band: list[Word] = []
    for row in rows:
        if _crosses(row, stripe):
            yield from _two(band, stripe)
            yield PageLine(row, 0)
            band = []
        else:
            band.extend(row)
    yield from _two(band, stripe)


def _two(band: list[Word], stripe: tuple[float, float]) -> Iterator[PageLine]:
    before = [word for word in band if word.left < stripe[0]]
    after = [word for word in band if word.left >= stripe[0]]
    yield from (PageLine(row, 1) for row in _rows(before))
    yield from (PageLine(row, 2) for row in _rows(after))
