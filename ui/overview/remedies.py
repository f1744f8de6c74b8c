"""Remedies at hand: what a fault offers beside going to its place. Each is an edit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from briefing.checking import Fault
from briefing.edits import Edit
from briefing.markings import load_scheme
from briefing.operations import drafting, notes, remedies
from briefing.progress import Steps
from briefing.prose import Prose
from briefing.templates import load_templates
from briefing.things import Note, NoteState, Topic
from ui.clock import now, today
from ui.commandline.command import message
from ui.context import Context
from ui.doing import at_once, begin
from ui.overview.signing import shown

_TEMPLATE = "information-note"
Make = Callable[[Context, Sequence[str]], Steps[Edit | None]]


@dataclass(frozen=True, slots=True)
class Remedy:
    """What can be done about faults of one check at once, few or many."""

    id: str
    words: str
    """A message."""
    make: Make | None
    """The edit for things by uid; None for signing off, which has to be computed first."""


def _confirm(context: Context, uids: Sequence[str]) -> Steps[Edit]:
    return remedies.confirm_status(context.session.store, uids, today(), now())


def _draft(context: Context, uids: Sequence[str]) -> Steps[Edit]:
    store = context.session.store
    topics = [topic for uid in uids if (topic := store.find(Topic, uid)) is not None]
    return drafting.drafting(store, load_templates()[_TEMPLATE], topics=topics)


def _draft_all(context: Context, _uids: Sequence[str]) -> Steps[Edit]:
    return drafting.drafting(context.session.store, load_templates()[_TEMPLATE])


def _raise(context: Context, uids: Sequence[str]) -> Edit:
    scheme = load_scheme(context.session.book.scheme)
    return remedies.raise_marking(context.session.store, scheme, uids)


def _lower(context: Context, uids: Sequence[str]) -> Edit:
    return remedies.lower_markings(context.session.store, uids)


def _look_at(context: Context, uids: Sequence[str]) -> Edit:
    return remedies.have_looked_at(context.session.store, uids)


def _topics(context: Context, uids: Sequence[str]) -> Steps[Edit]:
    return remedies.take_topics(context.session.store, uids)


def _promisors(context: Context, uids: Sequence[str]) -> Steps[Edit]:
    return remedies.take_promisors(context.session.store, uids)


def _versions(context: Context, uids: Sequence[str]) -> Steps[Edit]:
    return remedies.take_versions(context.session.store, uids)


def _in_one(make: Callable[[Context, Sequence[str]], Edit]) -> Make:
    """The making of an edit of things of which a book has hundreds."""
    return lambda context, uids: at_once(lambda: make(context, uids))


_REMEDIES: dict[str, tuple[Remedy, ...]] = {
    "no-status": (Remedy("unknown", message("Enter “unknown” as of today"), _confirm),),
    "stale-status": (Remedy("confirm", message("Still so: enter it as of today"), _confirm),),
    "no-note": (Remedy("draft", message("Draft the note"), _draft),),
    "no-notes": (Remedy("draft-all", message("Draft a note for each topic"), _draft_all),),
    "accepted-unseen": (Remedy("look-at", message("Mark as looked at"), _in_one(_look_at)),),
    "not-signed-off": (Remedy("sign-off", message("Sign off"), None),),
    "no-topic": (Remedy("topic", message("Take the topic of its section"), _topics),),
    "no-promisor": (Remedy("promisor", message("Take the parties of its source"), _promisors),),
    "missing-version": (
        Remedy("version", message("Quote the whole passage in that language"), _versions),
    ),
    "marking-above": (
        Remedy("raise", message("Raise the book to this marking"), _in_one(_raise)),
        Remedy("lower", message("Lower it to the book’s marking"), _in_one(_lower)),
    ),
}


def has_remedy(check: str) -> bool:
    """Whether something can be done at once about faults of a check."""
    return check in _REMEDIES


def remedies_of(faults: Sequence[Fault]) -> tuple[Remedy, ...]:
    """What can be done at once about some faults; nothing where they are of several checks."""
    checks = {fault.check for fault in faults}
    return _REMEDIES.get(checks.pop(), ()) if len(checks) == 1 else ()


class Healer:
    """Carries remedies out, and says what it could not do."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def apply(self, remedy: Remedy, faults: Sequence[Fault]) -> None:
        """Mend faults by a remedy, as one step to undo."""
        uids = list(dict.fromkeys(fault.uid for fault in faults))
        if remedy.make is None:
            self._sign_off(uids)
            return
        self._run(partial(remedy.make, self._context, uids))

    def _run(self, make: Callable[[], Steps[Edit | None]]) -> None:
        begin(self._context, make, self._after)

    def _after(self, edit: Edit) -> None:
        _ = self._context.gettext
        if edit.changes:
            self._context.readiness.check_again()
        else:
            self._context.notices.advise(
                _("Nothing could be done at once here. Go to the place, and mend it by hand.")
            )

    def _sign_off(self, uids: Sequence[str]) -> None:
        context = self._context
        context.session.flush()
        job = context.book_shop.book_job(shown, list(uids), today())
        job.finished.connect(self._sign)
        job.failed.connect(context.notices.trouble)
        context.notices.watch(context.gettext("Signing off"), job)
        job.start()

    def _sign(self, found: dict[str, list[tuple[str, Prose]]]) -> None:
        session = self._context.session

        def signed() -> Edit | None:
            edits = [
                notes.sign_off(session.store, note, session.author, today(), prose)
                for uid, prose in found.items()
                if (note := session.store.find(Note, uid)) is not None
                and note.state is not NoteState.SIGNED_OFF
            ]
            return remedies.together(edits) if edits else None

        self._run(lambda: at_once(signed))
