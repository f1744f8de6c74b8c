"""On how many pages notes are printed. Knows no Qt: it works in the book's process."""

from __future__ import annotations

import time
from collections.abc import MutableMapping, Sequence
from dataclasses import dataclass
from typing import Any

from briefing.progress import Progress
from briefing.things import WholeBook
from ui.preview.wish import Wish

_TURN = 0.2
"""Seconds for which notes are counted in one go: the page that is looked at may be waited for."""
_AT_ONCE = 24
"""Notes that are composed together for that."""


@dataclass(frozen=True, slots=True)
class Counted:
    """On how many pages some notes are printed, by uid, and those that are yet to be counted."""

    pages: dict[str, int]
    left: tuple[str, ...]


def note_pages(
    whole: WholeBook,
    wish: Wish,
    notes: Sequence[str] | None,
    *,
    memory: MutableMapping[str, Any],
    progress: Progress,
) -> Counted:
    """Count the pages of some notes, or of all, for as long as others may wait.

    What has not changed since it was counted is not laid out again.
    """
    # Here, where they are used: the window that asks has no need of what makes pages.
    from exports.compose import compose  # noqa: PLC0415
    from ui.preview.press import layout_of  # noqa: PLC0415
    from ui.words import wording  # noqa: PLC0415

    tabs = {tab.note: tab.uid for tab in whole.tabs if tab.note}
    asked = [note for note in (tabs if notes is None else notes) if note in tabs]
    now, later = asked[:_AT_ONCE], asked[_AT_ONCE:]
    pages: dict[str, int] = {}
    if now:
        layout, until = layout_of(memory), time.perf_counter() + _TURN
        only = [tabs[note] for note in now]
        publication = compose(whole, wish.form, wording(wish.lang), wish.made, only)
        parts = {part.uid: part for part in publication.parts}
        for done, note in enumerate(now):
            progress(done, len(now))
            if pages and time.perf_counter() > until:
                break
            pages[note] = layout.length(publication, parts[tabs[note]])
    return Counted(pages, (*now[len(pages) :], *later))
