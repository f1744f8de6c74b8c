"""Commands on what the book is for: book, meeting, outcome."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from briefing.operations import annotations as remarks
from briefing.operations import books, commitments
from briefing.store import BookStore
from briefing.things import Commitment, Meeting, Note, Outcome, Raised, Status, StatusEntry
from ui.clock import now, today
from ui.commandline import refs
from ui.commandline.command import Translate, message
from ui.commandline.console import Console, shortened
from ui.commandline.deeds import Deed, chosen_details, command_of_deeds
from ui.commandline.opening import run
from ui.commandline.values import moment

_MEETING = ("occasion", "place", "starts", "ends", "principal", "language", "press")
_BOOK = ("title", "office", "lang", "scheme", "marking")


def _show_book(store: BookStore, _args: Namespace, console: Console) -> None:
    book = books.the_book(store)
    console.json({name: getattr(book, name) for name in ("uid", *_BOOK, "own_party")})
    console.table([(name, str(getattr(book, name) or "—")) for name in _BOOK])


def _book_arguments(parser: ArgumentParser, _: Translate) -> None:
    parser.add_argument("--title", metavar=_("TITLE"))
    parser.add_argument("--office", metavar=_("NAME"), help=_("who issues the book"))
    parser.add_argument("--lang", choices=("en", "fr", "zh"))
    parser.add_argument(
        "--scheme", metavar=_("NAME"), help=_("canada, uk, us-cui, australia or none")
    )
    parser.add_argument(
        "--marking", metavar=_("LEVEL"), help=_("the highest level that it may hold")
    )


def _change_book(store: BookStore, args: Namespace, console: Console) -> None:
    from briefing.markings import load_scheme  # noqa: PLC0415

    details = chosen_details(args, *_BOOK)
    book = books.the_book(store)
    scheme = load_scheme(str(details.get("scheme", book.scheme)))
    scheme.level(str(details.get("marking", book.marking)))
    run(store, books.change_book(store, **details), console)


def _show_meeting(store: BookStore, _args: Namespace, console: Console) -> None:
    meeting = next(iter(store.all(Meeting)), None)
    if meeting is None:
        console.json(None)
        console.line(console.gettext("Nothing is said of the meeting yet."))
        return
    console.json({name: getattr(meeting, name) for name in (*_MEETING, "counterparts", "parties")})
    rows = [(name, str(getattr(meeting, name) or "—")) for name in _MEETING]
    console.table([*rows, ("counterparts", "; ".join(meeting.counterparts) or "—")])


def _meeting_arguments(parser: ArgumentParser, _: Translate) -> None:
    parser.add_argument("--occasion", metavar=_("WORDS"))
    parser.add_argument("--place", metavar=_("WORDS"))
    parser.add_argument("--starts", type=moment(_), metavar="YYYY-MM-DD[THH:MM]")
    parser.add_argument("--ends", type=moment(_), metavar="YYYY-MM-DD[THH:MM]")
    parser.add_argument("--principal", metavar=_("NAME"))
    parser.add_argument(
        "--counterpart",
        dest="counterparts",
        action="append",
        metavar=_("NAME"),
        help=_("name and office; may be given several times"),
    )
    parser.add_argument(
        "--party", dest="parties", action="append", metavar=_("CODE"), help=_("whom they speak for")
    )
    parser.add_argument("--language", metavar=_("WORDS"))
    parser.add_argument("--press", metavar=_("WORDS"))


def _change_meeting(store: BookStore, args: Namespace, console: Console) -> None:
    details = chosen_details(args, *_MEETING)
    if args.counterparts:
        details["counterparts"] = tuple(args.counterparts)
    if args.parties:
        details["parties"] = tuple(refs.party(store, code).uid for code in args.parties)
    run(store, books.change_meeting(store, **details), console)


def _list_outcomes(store: BookStore, _args: Namespace, console: Console) -> None:
    found = store.all(Outcome)
    console.json(
        [
            {
                "uid": o.uid,
                "point": o.point,
                "raised": o.raised,
                "reply": o.reply,
                "promise": o.promise,
                "status_entry": o.status_entry,
                "new_commitment": o.new_commitment,
            }
            for o in found
        ]
    )
    for outcome in found:
        console.line(
            f"{refs.handle(outcome)}  {outcome.raised:<10}  {shortened(outcome.point, 80)}"
        )
        for words in (outcome.reply, outcome.promise):
            if words:
                console.line(f"           → {words}")


def _outcome_details(parser: ArgumentParser, _: Translate) -> None:
    parser.add_argument(
        "--raised",
        type=Raised,
        choices=tuple(Raised),
        metavar=_("WORD"),
        help=_("raised, partly or not raised"),
    )
    parser.add_argument("--reply", metavar=_("WORDS"), help=_("what the other side answered"))
    parser.add_argument("--promise", metavar=_("WORDS"), help=_("a new promise"))


def _add_outcome_arguments(parser: ArgumentParser, _: Translate) -> None:
    parser.add_argument("point", metavar=_("POINT"), help=_("the point, in the note’s words"))
    _outcome_details(parser, _)
    parser.add_argument("--note", metavar=_("NOTE"), help=_("the note that had it"))
    parser.add_argument("--commitment", metavar=_("ID"), help=_("the commitment that it was about"))
    parser.add_argument(
        "--status",
        type=Status,
        choices=tuple(Status),
        metavar=_("STATUS"),
        help=_("record the reply as a status entry"),
    )
    parser.add_argument(
        "--record", action="store_true", help=_("record the promise as a commitment")
    )


def _add_outcome(store: BookStore, args: Namespace, console: Console) -> None:
    details = chosen_details(args, "raised", "reply", "promise")
    note: Note | None = refs.note(store, args.note) if args.note else None
    about: Commitment | None = refs.commitment(store, args.commitment) if args.commitment else None
    entry = commitment = None
    if args.status and about is not None:
        edit = commitments.add_status(
            about,
            status=args.status,
            as_of=today(),
            evidence=args.reply or "",
            recorded=now(),
        )
        run(store, edit, console)
        entry = max(store.where(StatusEntry, commitment=about.uid), key=lambda e: e.uid).uid
    if args.record and args.promise:
        topics = about.topics if about else ()
        run(store, commitments.add_commitment(args.promise, topics=topics), console)
        commitment = max(store.all(Commitment), key=lambda c: c.uid).uid
    edit = remarks.add_outcome(
        args.point,
        note=note.uid if note else None,
        commitment=about.uid if about else None,
        status_entry=entry,
        new_commitment=commitment,
        **details,
    )
    run(store, edit, console)


def _outcome_argument(parser: ArgumentParser, _: Translate) -> None:
    parser.add_argument("outcome", metavar="ID")


def _change_outcome_arguments(parser: ArgumentParser, _: Translate) -> None:
    _outcome_argument(parser, _)
    _outcome_details(parser, _)


def _outcome(store: BookStore, args: Namespace) -> Outcome:
    return refs.one_of(store.all(Outcome), args.outcome, lambda o: o.point)


def _change_outcome(store: BookStore, args: Namespace, console: Console) -> None:
    details = chosen_details(args, "raised", "reply", "promise")
    run(store, remarks.change_outcome(_outcome(store, args), **details), console)


def _remove_outcome(store: BookStore, args: Namespace, console: Console) -> None:
    run(store, remarks.remove_outcome(_outcome(store, args)), console)


COMMANDS = (
    command_of_deeds(
        "book",
        message("show or change the book’s title, office, language and marking"),
        (
            Deed("show", message("show the book’s details"), _show_book),
            Deed("change", message("change the book’s details"), _change_book, _book_arguments),
        ),
        "book summit.briefing change --scheme canada --marking protected-b",
    ),
    command_of_deeds(
        "meeting",
        message("show or change the meeting that the book is for"),
        (
            Deed("show", message("show the meeting"), _show_meeting),
            Deed("change", message("say what the meeting is"), _change_meeting, _meeting_arguments),
        ),
        "meeting summit.briefing change --occasion 'Bilateral' --starts 2026-12-15T09:30",
    ),
    command_of_deeds(
        "outcome",
        message("enter what came of the points raised at the meeting"),
        (
            Deed("list", message("list the outcomes"), _list_outcomes),
            Deed(
                "add",
                message("enter an outcome, and record what follows from it"),
                _add_outcome,
                _add_outcome_arguments,
            ),
            Deed(
                "change", message("correct an outcome"), _change_outcome, _change_outcome_arguments
            ),
            Deed("remove", message("remove an outcome"), _remove_outcome, _outcome_argument),
        ),
        "outcome summit.briefing add 'Ask for the tariff' --reply 'By May' --status 'under way'",
    ),
)
