"""What a place on a page means in the editor, and the other way round."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from ui.preview.places import Lead, Mark
from ui.preview.press import TabPages
from ui.preview.view import Spotlight

_LINE = 14.0
"""Points: a stretch that is marked is at least as high."""
_ABOVE = 6.0
"""Points between the words of one block and those of the next that belong to the next."""


def meaning(pages: TabPages, page: int, point: QPointF) -> Mark | None:
    """What stands at a point of a page; None above all that is known."""
    above = [mark for mark in pages.marks if (mark.page, mark.y - _ABOVE) <= (page, point.y())]
    return above[-1] if above else None


def lead_at(pages: TabPages, page: int, point: QPointF) -> Lead | None:
    """What a point of a page leads to, if it does."""
    for lead in pages.leads:
        if lead.page == page and lead.holds(point.x(), point.y()):
            return lead
    return None


def spotlight(pages: TabPages, section: str, block: int) -> Spotlight | None:
    """The stretch of a page that shows a block; None if no page does."""
    marks = pages.marks
    found = [at for at, mark in enumerate(marks) if (mark.section, mark.block) == (section, block)]
    if not found:
        return None
    here, foot = marks[found[0]], marks[found[0]].y + _LINE
    after = next((mark for mark in marks[found[-1] + 1 :] if mark.section), None)
    if after is not None and after.page == here.page:
        foot = max(after.y - _ABOVE, foot)
    return Spotlight(pages.uid, here.page, here.y, foot)
