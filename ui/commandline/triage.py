"""Commands on candidates: candidates, accept, reject."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from briefing.edits import thing_of
from briefing.errors import Refused
from briefing.operations import triage as operations
from briefing.store import BookStore
from briefing.things import Candidate, CandidateState, Commitment, Party, Source
from ui.commandline import refs
from ui.commandline.command import Command, Translate, message
from ui.commandline.console import Console, shortened
from ui.commandline.opening import book_argument, json_argument, opened, run


def _list_arguments(parser: ArgumentParser, _: Translate) -> None:
    book_argument(parser, _)
    parser.add_argument("--source", metavar=_("SOURCE"), help=_("only those of one source"))
    parser.add_argument(
        "--state",
        choices=(*CandidateState, "all"),
        default=CandidateState.PROPOSED,
        metavar=_("STATE"),
        help=_("proposed (default), accepted, rejected or all"),
    )
    parser.add_argument("--why", action="store_true", help=_("say what each was seen by"))
    json_argument(parser, _)


def _list(args: Namespace, console: Console) -> int:
    with opened(args) as store:
        found = _chosen(store, args)
        codes = {party.uid: party.code for party in store.all(Party)}
    console.json([_plain(candidate, codes) for candidate in found])
    for candidate in found:
        who = "+".join(codes.get(uid, "?") for uid in candidate.promisors) or "—"
        when = candidate.deadline.value
        console.line(
            f"{refs.handle(candidate)}  {candidate.confidence:.2f}  {candidate.firmness:<10}"
            f"  {who:<8}  {shortened(candidate.quote, 96)}" + (f"  [{when}]" if when else "")
        )
        if args.why:
            console.line("         " + "; ".join(candidate.reasons))
    return 0


def _chosen(store: BookStore, args: Namespace) -> list[Candidate]:
    candidates = store.all(Candidate)
    if args.source:
        source = refs.source(store, args.source)
        candidates = [c for c in candidates if c.source == source.uid]
    return [c for c in candidates if args.state in {"all", c.state}]


def _plain(candidate: Candidate, codes: dict[str, str]) -> dict[str, object]:
    return {
        "id": refs.handle(candidate),
        "uid": candidate.uid,
        "quote": candidate.quote,
        "lang": candidate.anchors[0].lang,
        "promisors": [codes.get(uid, uid) for uid in candidate.promisors],
        "firmness": candidate.firmness,
        "deadline": candidate.deadline.value,
        "confidence": candidate.confidence,
        "reasons": candidate.reasons,
        "group": candidate.group,
        "state": candidate.state,
    }


def _accept_arguments(parser: ArgumentParser, _: Translate) -> None:
    book_argument(parser, _)
    parser.add_argument("ids", nargs="*", metavar="ID", help=_("letters of “candidates BOOK”"))
    parser.add_argument("--all", action="store_true", help=_("every candidate that is proposed"))
    parser.add_argument(
        "--above",
        type=float,
        default=0.0,
        metavar="0.90",
        help=_("with --all: only those at least this sure"),
    )
    parser.add_argument("--source", metavar=_("SOURCE"), help=_("with --all: only of one source"))
    parser.add_argument(
        "--topic", metavar=_("TOPIC"), help=_("their topic; otherwise their section proposes one")
    )


def _accept(args: Namespace, console: Console) -> int:
    with opened(args) as store:
        uids = _named(store, args)
        topic = refs.topic_or_new(store, args.topic, console.author) if args.topic else None
        edit = operations.accept(store, uids, topic)
        run(store, edit, console)
        commitments = sum(isinstance(thing_of(change), Commitment) for change in edit.changes)
    text = console.ngettext(
        "{count} commitment recorded, from {candidates}",
        "{count} commitments recorded, from {candidates}",
        commitments,
    )
    console.line(text.format(count=commitments, candidates=len(uids)))
    return 0


def _reject_arguments(parser: ArgumentParser, _: Translate) -> None:
    book_argument(parser, _)
    parser.add_argument("ids", nargs="+", metavar="ID", help=_("letters of “candidates BOOK”"))
    parser.add_argument("--back", action="store_true", help=_("propose them again instead"))


def _reject(args: Namespace, console: Console) -> int:
    with opened(args) as store:
        candidates = store.all(Candidate)
        chosen = [refs.one_of(candidates, words, lambda c: c.quote) for words in args.ids]
        turn = operations.reconsider if args.back else operations.reject
        edit = turn(store, [candidate.uid for candidate in chosen])
        run(store, edit, console)
    _ = console.gettext
    done = _("Proposed again: {count}") if args.back else _("Rejected: {count}")
    console.line(done.format(count=len(edit.changes)))
    return 0


def _named(store: BookStore, args: Namespace) -> list[str]:
    candidates = store.all(Candidate)
    if args.all:
        source: Source | None = refs.source(store, args.source) if args.source else None
        return [
            c.uid
            for c in candidates
            if c.state is CandidateState.PROPOSED
            and c.confidence >= args.above
            and (source is None or c.source == source.uid)
        ]
    if not args.ids:
        raise Refused("none-named", "ID")
    return [refs.one_of(candidates, words, lambda c: c.quote).uid for words in args.ids]


COMMANDS = (
    Command(
        "candidates",
        message("list the commitments that the program proposes"),
        _list_arguments,
        _list,
        "candidates summit.briefing --why",
    ),
    Command(
        "accept",
        message("record candidates as commitments"),
        _accept_arguments,
        _accept,
        "accept summit.briefing --all --above 0.9",
    ),
    Command(
        "reject",
        message("say that candidates are no commitments"),
        _reject_arguments,
        _reject,
        "reject summit.briefing 4f1c02a",
    ),
)
