"""Slabs become pages: where each page ends, and what stands at its foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from exports.layout.pages import Destination, Page, Rule
from exports.layout.slabs import Slab
from exports.layout.styles import INK, StyleSheet

_SEPARATOR = 9.0
"""Room for the rule above the footnotes."""
_MOST_CARRIED = 0.6
"""Footnotes that run on from the page before take at most this share of a page."""


@dataclass
class Pages:
    """The pages of one part, and where its destinations lie."""

    pages: list[Page] = field(default_factory=list)
    destinations: dict[str, Destination] = field(default_factory=dict)


@dataclass(frozen=True)
class PageBuilder:
    """Fills pages. The first page of a part is a right-hand page where both sides are printed."""

    sheet: StyleSheet

    def build(self, slabs: Sequence[Slab]) -> Pages:
        """As many pages as it takes; at least one."""
        made = Pages()
        carried: list[Slab] = []
        at = 0
        while at < len(slabs) or carried or not made.pages:
            end = self._page_end(slabs, at, carried)
            carried = self._draw(made, slabs[at:end], carried)
            at = end
        return made

    @property
    def _room(self) -> float:
        return self.sheet.top - self.sheet.bottom

    # Where a page ends

    def _page_end(self, slabs: Sequence[Slab], start: int, carried: Sequence[Slab]) -> int:
        """The first slab of the next page."""
        notes = min(_height(carried), self._room * _MOST_CARRIED)
        used = _height(slabs[start].heads) if start < len(slabs) else 0.0
        end = start
        while end < len(slabs):
            slab = slabs[end]
            own = slab.height + (slab.gap if end > start else 0.0)
            own_notes = [line for note in slab.notes for line in note.slabs]
            separator = _SEPARATOR if own_notes or notes else 0.0
            least = _height(own_notes[:2])
            if used + own + notes + separator + least > self._room:
                break
            used += own
            notes += _height(own_notes)
            end += 1
            if used + notes + separator > self._room:
                # The last note runs on: the page is full.
                break
        if end == len(slabs):
            return end
        return self._allowed(slabs, start, end)

    @staticmethod
    def _allowed(slabs: Sequence[Slab], start: int, end: int) -> int:
        """The last place at or before `end` where a page may end; never an empty page."""
        for place in range(end, start, -1):
            if not slabs[place - 1].keep:
                return place
        return max(end, start + 1)

    # What stands on it

    def _draw(self, made: Pages, slabs: Sequence[Slab], carried: list[Slab]) -> list[Slab]:
        """Draw a page, and give back the lines of footnotes that did not fit."""
        page = Page(self.sheet.width, self.sheet.height)
        number = len(made.pages)
        x = self.sheet.frame_left(number + 1)
        y = self.sheet.top
        if slabs and slabs[0].heads and number:
            y = self._repeat_heads(page, slabs[0].heads, x, y)
        for place, slab in enumerate(slabs):
            gap = slab.gap if place else 0.0
            y -= gap
            self._name(made, slab, number, y)
            slab.draw(page, x, y, gap)
            y -= slab.height
        notes = [line for slab in slabs for note in slab.notes for line in note.slabs]
        rest = self._draw_notes(made, page, [*carried, *notes], y)
        made.pages.append(page)
        return rest

    @staticmethod
    def _repeat_heads(page: Page, heads: Sequence[Slab], x: float, y: float) -> float:
        """The head rows again; a screen reader hears them once, so here they are artifacts."""
        begun, links = len(page.placed), len(page.links)
        for head in heads:
            head.draw(page, x, y, 0.0)
            y -= head.height
        for placed in page.placed[begun:]:
            placed.node = None
        del page.links[links:]
        return y

    def _draw_notes(self, made: Pages, page: Page, lines: list[Slab], above: float) -> list[Slab]:
        if not lines:
            return []
        room = above - self.sheet.bottom - _SEPARATOR
        fitting: list[Slab] = []
        for line in lines:
            if fitting and _height(fitting) + line.height > room + 0.01:
                break
            fitting.append(line)
        number = len(made.pages)
        x = self.sheet.frame_left(number + 1)
        y = self.sheet.bottom + _height(fitting)
        left = x + self.sheet.indent
        page.placed.append(Rule(left, y + 5, left + 72, y + 5, 0.5, INK))
        for line in fitting:
            self._name(made, line, number, y)
            line.draw(page, x, y, 0.0)
            y -= line.height
        return lines[len(fitting) :]

    @staticmethod
    def _name(made: Pages, slab: Slab, page: int, y: float) -> None:
        for name in slab.names:
            made.destinations.setdefault(name, Destination(page, y + 4))


def _height(slabs: Sequence[Slab]) -> float:
    return sum(slab.height for slab in slabs)
