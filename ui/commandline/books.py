"""Commands on whole books: new, undo, redo, history, backup, restore, dump."""

from __future__ import annotations

import csv
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from briefing.edits import Edit
from briefing.things import WholeBook
from ui.commandline.command import Command, Translate, message
from ui.commandline.console import Console, shortened
from ui.commandline.opening import book_argument, json_argument, opened
from ui.explain import edit_name
from ui.making import make_book


def _new_arguments(parser: ArgumentParser, _: Translate) -> None:
    book_argument(parser, _)
    parser.add_argument("--title", metavar=_("TITLE"), help=_("the book's title"))
    parser.add_argument("--office", default="", metavar=_("NAME"), help=_("who issues the book"))
    parser.add_argument(
        "--lang", choices=("en", "fr", "zh"), help=_("the language of its generated words")
    )
    parser.add_argument("--sample", action="store_true", help=_("fill it with the sample book"))


def _new(args: Namespace, console: Console) -> int:
    _ = console.gettext
    if args.sample:
        from briefing.sample import make_sample  # noqa: PLC0415 - reads and drafts: heavy

        make_sample(args.book, console.progress(_("Making the sample book"))).close()
    else:
        make_book(
            args.book, args.title or "", args.lang or console.lang, args.office, console.author
        ).close()
    console.line(_("Made {path}").format(path=args.book))
    return 0


def _steps_arguments(parser: ArgumentParser, _: Translate) -> None:
    book_argument(parser, _)
    parser.add_argument(
        "--steps", type=int, default=1, metavar="N", help=_("how many steps (default: 1)")
    )


def _undo(args: Namespace, console: Console) -> int:
    return _step(args, console, backwards=True)


def _redo(args: Namespace, console: Console) -> int:
    return _step(args, console, backwards=False)


def _step(args: Namespace, console: Console, *, backwards: bool) -> int:
    _ = console.gettext
    with opened(args) as store:
        for _number in range(args.steps):
            edit = store.undo() if backwards else store.redo()
            if edit is None:
                console.line(
                    _("There is nothing more to undo.")
                    if backwards
                    else _("There is nothing more to redo.")
                )
                return 0
            done = _("Undone: {edit}") if backwards else _("Done again: {edit}")
            console.line(done.format(edit=_named(edit, console)))
    return 0


def _named(edit: Edit, console: Console) -> str:
    name = edit_name(edit.name, console.gettext)
    return f"{name}: {shortened(edit.subject, 60)}" if edit.subject else name


def _history_arguments(parser: ArgumentParser, _: Translate) -> None:
    book_argument(parser, _)
    parser.add_argument(
        "--last", type=int, default=30, metavar="N", help=_("how many lines (default: 30)")
    )
    json_argument(parser, _)


def _history(args: Namespace, console: Console) -> int:
    _ = console.gettext
    with opened(args) as store:
        lines = store.history(args.last)
    console.json(
        [
            {
                "number": line.number,
                "made": line.made,
                "author": line.author,
                "name": line.name,
                "subject": line.subject,
                "undone": line.undone,
            }
            for line in lines
        ]
    )
    console.table(
        [
            (
                str(line.number),
                line.made[:16].replace("T", " "),
                line.author,
                edit_name(line.name, _) + (_(" (undone)") if line.undone else ""),
                shortened(line.subject, 60),
            )
            for line in lines
        ]
    )
    return 0


def _dump_arguments(parser: ArgumentParser, _: Translate) -> None:
    book_argument(parser, _)
    parser.add_argument(
        "--csv", action="store_true", help=_("the commitments as CSV instead of all as JSON")
    )
    parser.add_argument("--output", type=Path, metavar=_("FILE"), help=_("where to write it"))


def _dump(args: Namespace, console: Console) -> int:
    with opened(args) as store:
        whole = store.whole()
    if args.output is None:
        _write_dump(args, whole, console, sys.stdout)
        return 0
    from exports.files import whole_file  # noqa: PLC0415 - only where a file is written

    with (
        whole_file(args.output) as scratch,
        scratch.open("w", encoding="utf-8-sig" if args.csv else "utf-8", newline="") as file,
    ):
        _write_dump(args, whole, console, file)
    console.line(console.gettext("Wrote {path}").format(path=args.output))
    return 0


def _write_dump(args: Namespace, whole: WholeBook, console: Console, file: object) -> None:
    import json  # noqa: PLC0415 - csv needs none of it

    from briefing.codec import to_plain  # noqa: PLC0415
    from ui.commandline.registers import commitment_rows  # noqa: PLC0415

    if args.csv:
        csv.writer(file).writerows(commitment_rows(whole, console.gettext))  # type: ignore[arg-type]
    else:
        things = {
            kind.__name__: [to_plain(thing) for thing in things.values()]
            for kind, things in whole.things.items()
        }
        json.dump(things, file, ensure_ascii=False, indent=1)  # type: ignore[arg-type]


COMMANDS = (
    Command(
        "new",
        message("make a new book"),
        _new_arguments,
        _new,
        "new summit.briefing --title 'Leaders’ summit'",
    ),
    Command("undo", message("take back the last step"), _steps_arguments, _undo),
    Command("redo", message("make again what was taken back"), _steps_arguments, _redo),
    Command(
        "history",
        message("list what was done to a book, newest first"),
        _history_arguments,
        _history,
    ),
    Command(
        "dump",
        message("print everything in a book as JSON, or its commitments as CSV"),
        _dump_arguments,
        _dump,
        "dump summit.briefing --csv --output commitments.csv",
    ),
)
