"""What inserts show today, computed beside the window. Knows no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from briefing.progress import Progress
from briefing.prose import Prose
from briefing.things import Note, WholeBook
from exports.compose.frozen import shown_by_inserts
from ui.words import wording


def shown(
    whole: WholeBook, uids: Sequence[str], today: date, progress: Progress
) -> dict[str, list[tuple[str, Prose]]]:
    """For each note, what its inserts show: (uid of the insert, prose)."""
    found = {}
    for done, uid in enumerate(uids):
        progress(done, len(uids))
        note = whole.find(Note, uid)
        if note is not None:
            found[uid] = shown_by_inserts(whole, note, wording(note.lang), today)
    return found
