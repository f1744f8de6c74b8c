"""Commands on commitments and their status."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import replace
from typing import Any

from briefing.codec import to_plain
from briefing.operations import commitments as operations
from briefing.store import BookStore
from briefing.things import (
    NO_DEADLINE,
    Commitment,
    Firmness,
    Kind,
    Party,
    Status,
    StatusEntry,
    WholeBook,
)
from ui.clock import now, today
from ui.commandline import refs
from ui.commandline.command import Translate, message
from ui.commandline.console import Console, shortened
from ui.commandline.deeds import Deed, chosen_details, command_of_deeds
from ui.commandline.opening import run
from ui.commandline.values import anchor, day, deadline


def _list_arguments(parser: ArgumentParser, _: Translate) -> None:
    parser.add_argument("--topic", metavar=_("TOPIC"), help=_("only those of one topic"))
    parser.add_argument("--party", metavar=_("PARTY"), help=_("only those of one promisor"))


def _list(store: BookStore, args: Namespace, console: Console) -> None:
    found = store.all(Commitment)
    if args.topic:
        topic = refs.topic(store, args.topic)
        found = [c for c in found if topic.uid in c.topics]
    if args.party:
        party = refs.party(store, args.party)
        found = [c for c in found if party.uid in c.promisors]
    console.json([to_plain(commitment) for commitment in found])
    whole = store.whole()
    for commitment in found:
        console.line(_one_line(commitment, whole))


def _one_line(commitment: Commitment, whole: WholeBook) -> str:
    codes = (whole.get(Party, uid).code for uid in commitment.promisors)
    entries = whole.entries_of.get(commitment.uid, ())
    status = entries[-1].status if entries else Status.UNKNOWN
    langs = " ".join(dict.fromkeys(a.lang for a in commitment.anchors))
    return (
        f"{refs.handle(commitment)}  {'+'.join(codes) or '—':<8}  {status:<11}  {langs:<8}"
        f"  {shortened(commitment.action, 84)}"
        + (f"  [{commitment.deadline.value}]" if commitment.deadline.value else "")
    )


def _id_argument(parser: ArgumentParser, _: Translate) -> None:
    parser.add_argument("commitment", metavar="ID", help=_("letters of the list, or its words"))


def _show(store: BookStore, args: Namespace, console: Console) -> None:
    commitment = refs.commitment(store, args.commitment)
    whole = store.whole()
    entries = whole.entries_of.get(commitment.uid, ())
    console.json(
        {"commitment": to_plain(commitment), "status": [to_plain(entry) for entry in entries]}
    )
    console.line(_one_line(commitment, whole))
    for one in commitment.anchors:
        number = whole.number_of.get(one.passage, "—")
        console.line(f"    {one.lang}  § {number}  “{one.quote}”")
    for entry in entries:
        party = whole.find(Party, entry.party)
        who = f"  {party.code}" if party else ""
        console.line(f"    {entry.as_of}{who}  {entry.status}  {entry.evidence}")


def _details(parser: ArgumentParser, _: Translate) -> None:
    parser.add_argument(
        "--promisor", action="append", metavar=_("PARTY"), help=_("may be given several times")
    )
    parser.add_argument(
        "--promisee", action="append", metavar=_("PARTY"), help=_("may be given several times")
    )
    parser.add_argument(
        "--delegate", metavar=_("PARTY"), help=_("the office or body that is to do it")
    )
    parser.add_argument(
        "--topic", action="append", metavar=_("TOPIC"), help=_("the first is the one that lists it")
    )
    parser.add_argument(
        "--deadline",
        type=deadline,
        metavar=_("WHEN"),
        help=_("2030, 2027-06-30, 2027/2030, event:..., recurring:..."),
    )
    parser.add_argument("--kind", type=Kind, choices=tuple(Kind), metavar=_("KIND"))
    parser.add_argument("--firmness", type=Firmness, choices=tuple(Firmness), metavar=_("WORD"))
    parser.add_argument("--lead", metavar=_("NAME"), help=_("who follows it up on the own side"))
    parser.add_argument("--next-step", metavar=_("WORDS"))
    parser.add_argument("--parent", metavar="ID", help=_("the commitment that it is a part of"))
    parser.add_argument(
        "--passage", metavar=_("PASSAGE"), help=_("a passage that it rests on, as SOURCE:NUMBER")
    )
    parser.add_argument(
        "--quote", default="", metavar=_("WORDS"), help=_("the words of that passage")
    )


def _given(store: BookStore, args: Namespace) -> dict[str, Any]:
    details = chosen_details(args, "deadline", "kind", "firmness", "lead", "next_step")
    if args.promisor:
        details["promisors"] = tuple(refs.party(store, words).uid for words in args.promisor)
    if args.promisee:
        details["promisees"] = tuple(refs.party(store, words).uid for words in args.promisee)
    if args.delegate:
        details["delegate"] = refs.party(store, args.delegate).uid
    if args.topic:
        details["topics"] = tuple(refs.topic(store, words).uid for words in args.topic)
    if args.parent:
        details["parent"] = refs.commitment(store, args.parent).uid
    return dict(details)


def _add_arguments(parser: ArgumentParser, _: Translate) -> None:
    parser.add_argument("action", metavar=_("WORDS"), help=_("what is promised"))
    _details(parser, _)


def _add(store: BookStore, args: Namespace, console: Console) -> None:
    details = _given(store, args)
    if args.passage:
        details["anchors"] = (anchor(store, args.passage, args.quote),)
    run(store, operations.add_commitment(args.action, **details), console)


def _change_arguments(parser: ArgumentParser, _: Translate) -> None:
    _id_argument(parser, _)
    parser.add_argument("--action", metavar=_("WORDS"), help=_("what is promised"))
    _details(parser, _)


def _change(store: BookStore, args: Namespace, console: Console) -> None:
    commitment = refs.commitment(store, args.commitment)
    details = _given(store, args) | chosen_details(args, "action")
    if details.get("deadline", NO_DEADLINE) != NO_DEADLINE:
        # Another day does not change what the source says of it.
        details["deadline"] = replace(details["deadline"], text=commitment.deadline.text)
    if args.passage:
        details["anchors"] = (*commitment.anchors, anchor(store, args.passage, args.quote))
    run(store, operations.change_commitment(commitment, **details), console)


def _remove(store: BookStore, args: Namespace, console: Console) -> None:
    run(
        store, operations.remove_commitment(store, refs.commitment(store, args.commitment)), console
    )


def _list_status(store: BookStore, args: Namespace, console: Console) -> None:
    entries = store.all(StatusEntry)
    if args.commitment:
        uid = refs.commitment(store, args.commitment).uid
        entries = [entry for entry in entries if entry.commitment == uid]
    console.json([to_plain(entry) for entry in entries])
    for entry in entries:
        party = store.find(Party, entry.party)
        action = shortened(store.get(Commitment, entry.commitment).action, 60)
        console.line(
            f"{refs.handle(entry)}  {entry.as_of}  {party.code if party else '—':<4}"
            f"  {entry.status:<11}  {action}  {shortened(entry.evidence, 60)}".rstrip()
        )


def _status_filter(parser: ArgumentParser, _: Translate) -> None:
    parser.add_argument("--commitment", metavar="ID", help=_("only those of one commitment"))


def _status_details(parser: ArgumentParser, _: Translate) -> None:
    _id_argument(parser, _)
    parser.add_argument(
        "status",
        type=Status,
        choices=tuple(Status),
        metavar=_("STATUS"),
        help=_("unknown, not started, under way, partly done, done, not done or superseded"),
    )
    parser.add_argument(
        "--party", metavar=_("PARTY"), help=_("of whom; otherwise of all promisors")
    )
    parser.add_argument("--as-of", type=day(_), metavar="YYYY-MM-DD", help=_("default: today"))
    parser.add_argument("--evidence", default="", metavar=_("WORDS"), help=_("how we know"))
    parser.add_argument("--passage", metavar=_("PASSAGE"), help=_("a passage that says so"))
    parser.add_argument("--url", default="", metavar=_("ADDRESS"))


def _add_status(store: BookStore, args: Namespace, console: Console) -> None:
    commitment = refs.commitment(store, args.commitment)
    edit = operations.add_status(
        commitment,
        status=args.status,
        as_of=args.as_of or today(),
        party=refs.party(store, args.party).uid if args.party else None,
        evidence=args.evidence,
        anchor=anchor(store, args.passage) if args.passage else None,
        url=args.url,
        recorded=now(),
    )
    run(store, edit, console)


def _remove_status(store: BookStore, args: Namespace, console: Console) -> None:
    entry = refs.one_of(store.all(StatusEntry), args.entry)
    run(store, operations.remove_status(store, entry), console)


def _entry_argument(parser: ArgumentParser, _: Translate) -> None:
    parser.add_argument("entry", metavar="ID", help=_("letters of “status BOOK”"))


COMMANDS = (
    command_of_deeds(
        "commitment",
        message("list the commitments, show, add, change or remove one"),
        (
            Deed("list", message("list the commitments"), _list, _list_arguments),
            Deed("show", message("show one with its quotes and status"), _show, _id_argument),
            Deed("add", message("record a commitment by hand"), _add, _add_arguments),
            Deed("change", message("correct a commitment"), _change, _change_arguments),
            Deed(
                "remove", message("remove a commitment that no note shows"), _remove, _id_argument
            ),
        ),
        "commitment summit.briefing change 4f1c02a --lead 'Energy desk' --deadline 2029-06",
    ),
    command_of_deeds(
        "status",
        message("say where commitments stand"),
        (
            Deed("list", message("list the status entries"), _list_status, _status_filter),
            Deed("add", message("add a status entry"), _add_status, _status_details),
            Deed(
                "change",
                message("correct by a new entry; the earlier one stays in the history"),
                _add_status,
                _status_details,
            ),
            Deed("remove", message("take back the newest entry"), _remove_status, _entry_argument),
        ),
        "status summit.briefing add 4f1c02a 'under way' --party CA --as-of 2026-11-01",
    ),
)
