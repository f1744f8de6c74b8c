"""Commands on topics and parties."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from briefing.operations import books, parties, topics
from briefing.store import BookStore
from briefing.things import Commitment, Party, PartyKind, Topic, topics_in_order
from ui.commandline import refs
from ui.commandline.command import Translate, message
from ui.commandline.console import Console
from ui.commandline.deeds import Deed, chosen_details, command_of_deeds
from ui.commandline.opening import run


def _list_topics(store: BookStore, _args: Namespace, console: Console) -> None:
    all_topics = store.all(Topic)
    counts: dict[str, int] = {}
    for commitment in store.all(Commitment):
        for uid in commitment.topics:
            counts[uid] = counts.get(uid, 0) + 1
    depth: dict[str | None, int] = {None: -1}
    rows = []
    for topic in topics_in_order(all_topics):
        depth[topic.uid] = depth[topic.parent] + 1
        rows.append(
            (
                refs.handle(topic),
                str(counts.get(topic.uid, 0)),
                "  " * depth[topic.uid] + topic.name,
            )
        )
    console.json(
        [
            {"uid": t.uid, "name": t.name, "parent": t.parent, "commitments": counts.get(t.uid, 0)}
            for t in topics_in_order(all_topics)
        ]
    )
    console.table(rows)


def _name_argument(parser: ArgumentParser, _: Translate) -> None:
    parser.add_argument("topic", metavar=_("TOPIC"))


def _add_topic_arguments(parser: ArgumentParser, _: Translate) -> None:
    parser.add_argument("name", metavar=_("NAME"))
    parser.add_argument("--under", metavar=_("TOPIC"), help=_("the topic that it lies below"))


def _add_topic(store: BookStore, args: Namespace, console: Console) -> None:
    above = refs.topic(store, args.under) if args.under else None
    run(store, topics.add_topic(store, args.name, above), console)


def _change_topic_arguments(parser: ArgumentParser, _: Translate) -> None:
    _name_argument(parser, _)
    parser.add_argument("--name", metavar=_("NAME"))
    parser.add_argument("--under", metavar=_("TOPIC"), help=_("“-” for the top"))
    parser.add_argument(
        "--position", type=int, metavar="N", help=_("place among its siblings, from 1")
    )


def _change_topic(store: BookStore, args: Namespace, console: Console) -> None:
    topic = refs.topic(store, args.topic)
    if args.name:
        run(store, topics.change_topic(topic, name=args.name), console)
        topic = store.get(Topic, topic.uid)
    if args.under or args.position:
        above = store.find(Topic, topic.parent)
        if args.under:
            above = None if args.under == "-" else refs.topic(store, args.under)
        place = args.position - 1 if args.position else len(store.all(Topic))
        run(store, topics.move_topic(store, topic, above, place), console)


def _remove_topic(store: BookStore, args: Namespace, console: Console) -> None:
    run(store, topics.remove_topic(store, refs.topic(store, args.topic)), console)


def _list_parties(store: BookStore, _args: Namespace, console: Console) -> None:
    own = books.the_book(store).own_party
    found = store.all(Party)
    console.json(
        [
            {
                "uid": p.uid,
                "code": p.code,
                "name": p.name,
                "kind": p.kind,
                "names": p.names,
                "own": p.uid == own,
            }
            for p in found
        ]
    )
    console.table(
        [(refs.handle(p), p.code, p.kind, p.name + (" ←" if p.uid == own else "")) for p in found]
    )


def _party_argument(parser: ArgumentParser, _: Translate) -> None:
    parser.add_argument("party", metavar=_("PARTY"), help=_("its code, name or letters"))


def _add_party_arguments(parser: ArgumentParser, _: Translate) -> None:
    parser.add_argument("code", metavar=_("CODE"), help=_("such as CA, G7 or body:forum"))
    parser.add_argument("name", metavar=_("NAME"))
    _party_details(parser, _)


def _party_details(parser: ArgumentParser, _: Translate) -> None:
    parser.add_argument("--kind", type=PartyKind, choices=tuple(PartyKind), metavar=_("KIND"))
    parser.add_argument(
        "--names", type=_names, metavar="A;B;C", help=_("other names by which sources call it")
    )


def _names(words: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in words.split(";") if name.strip())


def _add_party(store: BookStore, args: Namespace, console: Console) -> None:
    details = chosen_details(args, "kind", "names")
    run(store, parties.add_party(store, args.code, args.name, **details), console)


def _change_party_arguments(parser: ArgumentParser, _: Translate) -> None:
    _party_argument(parser, _)
    parser.add_argument("--code", metavar=_("CODE"))
    parser.add_argument("--name", metavar=_("NAME"))
    _party_details(parser, _)
    parser.add_argument("--own", action="store_true", help=_("it is the adviser’s own side"))


def _change_party(store: BookStore, args: Namespace, console: Console) -> None:
    party = refs.party(store, args.party)
    details = chosen_details(args, "code", "name", "kind", "names")
    if details:
        run(store, parties.change_party(party, **details), console)
    if args.own:
        run(store, books.change_book(store, own_party=party.uid), console)


def _merge_arguments(parser: ArgumentParser, _: Translate) -> None:
    _party_argument(parser, _)
    parser.add_argument("other", metavar=_("OTHER"), help=_("the one that goes"))


def _merge(store: BookStore, args: Namespace, console: Console) -> None:
    kept, gone = refs.party(store, args.party), refs.party(store, args.other)
    run(store, parties.merge_parties(store, kept, gone), console)


def _remove_party(store: BookStore, args: Namespace, console: Console) -> None:
    run(store, parties.remove_party(store, refs.party(store, args.party)), console)


COMMANDS = (
    command_of_deeds(
        "topics",
        message("list the topics of a book, add, change or remove one"),
        (
            Deed("list", message("list the topics as a tree"), _list_topics),
            Deed("add", message("add a topic"), _add_topic, _add_topic_arguments),
            Deed(
                "change", message("rename or move a topic"), _change_topic, _change_topic_arguments
            ),
            Deed(
                "remove",
                message("remove a topic that nothing hangs on"),
                _remove_topic,
                _name_argument,
            ),
        ),
        "topics summit.briefing add Trade --under Economy",
    ),
    command_of_deeds(
        "parties",
        message("list the parties of a book, add, change, merge or remove one"),
        (
            Deed("list", message("list the parties"), _list_parties),
            Deed("add", message("add a party"), _add_party, _add_party_arguments),
            Deed(
                "change",
                message("change a party, or make it the own side"),
                _change_party,
                _change_party_arguments,
            ),
            Deed(
                "merge",
                message("make one of two parties that are the same"),
                _merge,
                _merge_arguments,
            ),
            Deed(
                "remove",
                message("remove a party that nothing names"),
                _remove_party,
                _party_argument,
            ),
        ),
        "parties summit.briefing change CA --own",
    ),
)
