"""How panes of this workspace change the book."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from briefing.edits import Edit
from briefing.errors import BriefingError, Refused
from briefing.things import Note
from ui.context import Context


def attempt(context: Context, make: Callable[[], Edit]) -> bool:
    """Make an edit of the book as it is with all that was typed; False where that is refused."""
    try:
        context.session.flush()
        edit = make()
        context.session.run(edit)
    except (Refused, BriefingError) as error:
        context.notices.trouble(error)
        return False
    return bool(edit.changes)


def change(context: Context, note: Note | None, make: Callable[[Note], Edit]) -> bool:
    """Make an edit of a note as the book has it once all typing is in it."""
    context.session.flush()
    stored = context.session.store.find(Note, note.uid if note else None)
    return stored is not None and attempt(context, partial(make, stored))
