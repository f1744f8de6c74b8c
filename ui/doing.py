"""How panes change the book: an edit is tried, and a refusal is said in the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from briefing.edits import Edit
from briefing.errors import BriefingError, Refused
from briefing.progress import Steps
from briefing.things import Thing
from ui.context import Context
from ui.deed import Deed

_T = TypeVar("_T", bound=Thing)


def attempt(context: Context, make: Callable[[], Edit | None]) -> Edit | None:
    """Make an edit of the book as it is with all that was typed.

    `make` is called when nothing waits to be written down any more, so it has to read what it
    changes anew. None where the edit is refused or cannot be stored, or where none is made.
    """
    try:
        context.session.flush()
        edit = make()
        if edit is not None:
            context.session.run(edit)
    except (Refused, BriefingError) as error:
        context.notices.trouble(error)
        return None
    return edit


def attempt_on(
    context: Context, kind: type[_T], uid: str | None, make: Callable[[_T], Edit]
) -> Edit | None:
    """Make an edit of a thing as the book has it then; nothing where it is gone."""

    def made() -> Edit | None:
        thing = context.session.store.find(kind, uid or None)
        return None if thing is None else make(thing)

    return attempt(context, made)


def write(context: Context, edit: Edit) -> None:
    """Make an edit of typed text, which merges with the one before."""
    try:
        context.session.write(edit)
    except (Refused, BriefingError) as error:
        context.notices.trouble(error)


def all_written(context: Context) -> bool:
    """Whether all that was typed is in the book; if not, nothing may be shown in its place."""
    try:
        context.session.flush()
    except BriefingError as error:
        context.notices.trouble(error)
        return False
    return True


def begin(
    context: Context,
    make: Callable[[], Steps[Edit | None]],
    then: Callable[[Edit], object] | None = None,
) -> None:
    """Make an edit that may be of thousands of things, a little at a time; `then` when it stands.

    As with `attempt`, nothing waits to be written down when `make` is begun, and nobody else
    changes the book before it ends.
    """
    _start(context, context.session.deed(make()), then)


def at_once(make: Callable[[], Edit | None]) -> Steps[Edit | None]:
    """The making of an edit that is made in one step, however many things are to be written."""
    yield from ()
    return make()


def walk(context: Context, then: Callable[[Edit], object] | None = None, *, undone: bool) -> None:
    """Undo or redo the last step of the book; `then` with the edit that did so."""
    _start(context, context.session.walk(undone=undone), then)


def offer_undo(context: Context, text: str) -> None:
    """Say what the last step of the book did, and offer to take it back while it is the last."""
    undo = partial(walk, context, undone=True)
    context.notices.done_last(text, context.gettext("Undo"), undo)


def _start(context: Context, deed: Deed, then: Callable[[Edit], object] | None) -> None:
    def end(edit: Edit | None) -> None:
        if edit is not None and then is not None:
            then(edit)

    deed.finished.connect(end)
    deed.failed.connect(context.notices.trouble)
    deed.start()
