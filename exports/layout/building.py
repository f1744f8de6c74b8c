"""Slabs become pages: where each page ends, and what stands at its foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from exports.layout.lines import SetLine, draw_line
from exports.layout.pages import Destination, Page, Rule
from exports.layout.slabs import Slab, draw_column, height_of
from exports.layout.styles import INK, StyleSheet

_SEPARATOR = 13.0
"""Room for the rule above the footnotes."""
_RULE = 7.0
_RULE_WIDTH = 72.0
_MOST_CARRIED = 0.6
"""Footnotes that run on from the page before take at most this share of a page."""
_LEAST_NOTE = 2
"""Lines of a footnote that stand on the page of its call at least."""
_LONG_NOTE = 5
"""A footnote of fewer lines is never divided."""


@dataclass
class Pages:
    """The pages of one part, and where its destinations lie."""

    pages: list[Page] = field(default_factory=list)
    destinations: dict[str, Destination] = field(default_factory=dict)


@dataclass(frozen=True)
class PageBuilder:
    """Fills pages. The first page of a part is a right-hand page where both sides are printed."""

    sheet: StyleSheet
    continued: SetLine | None = None
    """Stands beside the rule above a footnote that runs on from the page before."""

    def build(self, slabs: Sequence[Slab]) -> Pages:
        """As many pages as it takes; at least one."""
        made = Pages()
        carried: list[Slab] = []
        at = 0
        while at < len(slabs) or carried or not made.pages:
            end = self._page_end(slabs, at, carried)
            following = slabs[end] if end < len(slabs) else None
            carried = self._draw(made, slabs[at:end], carried, following)
            at = end
        return made

    # Where a page ends

    def _page_end(self, slabs: Sequence[Slab], start: int, carried: Sequence[Slab]) -> int:
        """The first slab of the next page."""
        room = self.sheet.room
        notes = min(height_of(carried), room * _MOST_CARRIED)
        used = _above(slabs[start]) if start < len(slabs) else 0.0
        end = start
        while end < len(slabs):
            slab = slabs[end]
            own = slab.height + (slab.gap if end > start else 0.0)
            own_notes = [line for note in slab.notes for line in note.slabs]
            separator = _SEPARATOR if own_notes or notes else 0.0
            least = _least(slab)
            if used + own + notes + separator + least > room:
                break
            used += own
            notes += height_of(own_notes)
            end += 1
            if notes and used + notes + separator > room:
                # The last note runs on: the page is full.
                break
        if end == len(slabs):
            return end
        return self._allowed(slabs, start, end, bare=not carried)

    @staticmethod
    def _allowed(slabs: Sequence[Slab], start: int, end: int, *, bare: bool) -> int:
        """The last place at or before `end` where a page may end.

        What is kept together but higher than a page is divided where the page is full; what is
        higher than the page's rest, below footnotes from the page before, waits for the next.
        """
        for place in range(end, start, -1):
            if not slabs[place - 1].keep:
                return place
        return max(end, start + 1) if bare else end

    # What stands on it

    def _draw(
        self,
        made: Pages,
        slabs: Sequence[Slab],
        carried: list[Slab],
        following: Slab | None,
    ) -> list[Slab]:
        """Draw a page, and give back the lines of footnotes that did not fit."""
        page = Page(self.sheet.width, self.sheet.height)
        number = len(made.pages)
        x, y = self.sheet.frame_left(number + 1), self.sheet.top
        down = 0.0
        if slabs and number:
            _repeat_heads(page, slabs[0], x, y)
            down = _above(slabs[0])
        placed: list[tuple[Slab, float]] = []
        for slab in slabs:
            down += slab.gap if placed else 0.0
            placed.append((slab, down))
            _name(made, slab, number, y - down)
            down += slab.height
        running = {behind.ground for behind in following.grounds} if following else frozenset()
        lead = slabs[0].lead if slabs and number else 0.0
        draw_column(page, x, y, placed, lead, running)
        notes = [line for slab in slabs for note in slab.notes for line in note.slabs]
        rest = self._draw_notes(made, page, [*carried, *notes], y - down, running=bool(carried))
        made.pages.append(page)
        return rest

    def _draw_notes(
        self, made: Pages, page: Page, lines: list[Slab], above: float, *, running: bool
    ) -> list[Slab]:
        if not lines:
            return []
        room = above - self.sheet.bottom - _SEPARATOR
        height, count = 0.0, 0
        for line in lines:
            if count and height + line.height > room + 0.01:
                break
            height += line.height
            count += 1
        number = len(made.pages)
        x = self.sheet.frame_left(number + 1)
        y = self.sheet.bottom + height
        self._draw_rule(page, x + self.sheet.indent, y + _RULE, running=running)
        for line in lines[:count]:
            _name(made, line, number, y)
            line.draw(page, x, y)
            y -= line.height
        return lines[count:]

    def _draw_rule(self, page: Page, left: float, y: float, *, running: bool) -> None:
        page.placed.append(Rule(left, y, left + _RULE_WIDTH, y, 0.5, INK))
        if running and self.continued is not None:
            begun = len(page.placed)
            draw_line(page, self.continued, left + _RULE_WIDTH + 6, y - 2)
            _take_out(page, begun)


def _least(slab: Slab) -> float:
    """Height of what must stand on the slab's page of its footnotes: only the last may run on."""
    if not slab.notes:
        return 0.0
    *whole, last = (note.slabs for note in slab.notes)
    on_page = last if len(last) < _LONG_NOTE else last[:_LEAST_NOTE]
    return sum(height_of(note) for note in whole) + height_of(on_page)


def _above(slab: Slab) -> float:
    """Room above a slab at the top of a page."""
    return height_of(slab.heads) + slab.lead


def _repeat_heads(page: Page, slab: Slab, x: float, y: float) -> None:
    """The head rows again; a screen reader hears them once, so here they are artifacts."""
    begun, links = len(page.placed), len(page.links)
    for head in slab.heads:
        draw_column(page, x, y, [(head, 0.0)])
        y -= head.height
    for line, left, drop in slab.again:
        draw_line(page, line, x + left, y - slab.lead - drop)
    _take_out(page, begun)
    del page.links[links:]


def _take_out(page: Page, begun: int) -> None:
    """Take what was placed since then out of the structure."""
    for placed in page.placed[begun:]:
        placed.node = None


def _name(made: Pages, slab: Slab, page: int, y: float) -> None:
    for name in slab.names:
        made.destinations.setdefault(name, Destination(page, y + 4))
