"""The command on annotations."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import Any

from briefing.codec import to_plain
from briefing.operations import annotations as operations
from briefing.prose import Prose
from briefing.store import BookStore
from briefing.things import Annotation, AnnotationKind, PrintFlag
from ui.clock import now
from ui.commandline import refs
from ui.commandline.command import Translate, message
from ui.commandline.console import Console, shortened
from ui.commandline.deeds import Deed, command_of_deeds
from ui.commandline.opening import run
from ui.commandline.values import anchor


def _list(store: BookStore, _args: Namespace, console: Console) -> None:
    found = store.all(Annotation)
    console.json([to_plain(annotation) for annotation in found])
    for annotation in found:
        place = annotation.anchor.quote if annotation.anchor else ""
        console.line(
            f"{refs.handle(annotation)}  {annotation.kind:<13}  {annotation.flag:<9}"
            f"  {shortened(annotation.body.text, 60)}  {shortened(place, 40)}".rstrip()
        )


def _how(parser: ArgumentParser, _: Translate) -> None:
    parser.add_argument(
        "--kind",
        type=AnnotationKind,
        choices=tuple(AnnotationKind),
        metavar=_("KIND"),
        help=_("background, sensitivity, question, talking point or translation"),
    )
    parser.add_argument(
        "--flag",
        type=PrintFlag,
        choices=tuple(PrintFlag),
        metavar=_("FLAG"),
        help=_("print, internal (default) or card only"),
    )
    parser.add_argument("--topic", metavar=_("TOPIC"))


def _add_arguments(parser: ArgumentParser, _: Translate) -> None:
    parser.add_argument("text", metavar=_("WORDS"))
    parser.add_argument("--passage", metavar=_("PASSAGE"), help=_("on a passage, as SOURCE:NUMBER"))
    parser.add_argument("--quote", default="", metavar=_("WORDS"), help=_("on these words of it"))
    parser.add_argument("--commitment", metavar="ID", help=_("on a commitment"))
    parser.add_argument("--note", metavar=_("NOTE"), help=_("on a note"))
    _how(parser, _)


def _given(store: BookStore, args: Namespace) -> dict[str, Any]:
    details: dict[str, Any] = {}
    if args.kind:
        details["kind"] = args.kind
    if args.flag:
        details["flag"] = args.flag
    if args.topic:
        details["topic"] = refs.topic(store, args.topic).uid
    return details


def _add(store: BookStore, args: Namespace, console: Console) -> None:
    details = _given(store, args)
    if args.passage:
        details["anchor"] = anchor(store, args.passage, args.quote)
    if args.commitment:
        details["commitment"] = refs.commitment(store, args.commitment).uid
    if args.note:
        details["note"] = refs.note(store, args.note).uid
    details |= {"author": console.author, "written": now()}
    run(store, operations.annotate(Prose.plain(args.text), **details), console)


def _id_argument(parser: ArgumentParser, _: Translate) -> None:
    parser.add_argument("annotation", metavar="ID", help=_("letters of the list, or its words"))


def _change_arguments(parser: ArgumentParser, _: Translate) -> None:
    _id_argument(parser, _)
    parser.add_argument("--text", metavar=_("WORDS"))
    _how(parser, _)


def _annotation(store: BookStore, args: Namespace) -> Annotation:
    return refs.one_of(store.all(Annotation), args.annotation, lambda a: a.body.text)


def _change(store: BookStore, args: Namespace, console: Console) -> None:
    details = _given(store, args)
    if args.text:
        details["body"] = Prose.plain(args.text)
    run(store, operations.change_annotation(_annotation(store, args), **details), console)


def _remove(store: BookStore, args: Namespace, console: Console) -> None:
    run(store, operations.remove_annotation(_annotation(store, args)), console)


COMMANDS = (
    command_of_deeds(
        "annotate",
        message("list annotations, write, change or remove one"),
        (
            Deed("list", message("list the annotations"), _list),
            Deed(
                "add",
                message("write a remark on a passage, a commitment or a note"),
                _add,
                _add_arguments,
            ),
            Deed("change", message("change a remark"), _change, _change_arguments),
            Deed("remove", message("remove a remark"), _remove, _id_argument),
        ),
        "annotate summit.briefing add 'Sensitive: no date agreed' --passage 1:7 --kind sensitivity",
    ),
)
