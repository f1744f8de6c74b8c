"""Work on the whole book, for the process that knows it."""

from __future__ import annotations

from datetime import date

from briefing.progress import Progress
from briefing.prose import Prose
from briefing.things import Note, WholeBook
from exports.compose.frozen import shown_by_inserts
from ui.words import wording


def shown_today(
    whole: WholeBook, note: str, today: date, *, progress: Progress
) -> list[tuple[str, Prose]]:
    """(uid, what it shows) for each insert of a note, in the words that the book is printed in."""
    progress(0, 1)
    return shown_by_inserts(whole, whole.get(Note, note), wording(whole.book.lang), today)
