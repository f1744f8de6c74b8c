"""Commands on backups: backup and restore."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from briefing.errors import Refused
from briefing.store import backups
from briefing.store.restoring import restore
from ui.commandline.command import Command, Translate, message
from ui.commandline.console import Console
from ui.commandline.opening import book_argument, json_argument, opened


def _backup_arguments(parser: ArgumentParser, _: Translate) -> None:
    book_argument(parser, _)
    parser.add_argument(
        "--to", type=Path, metavar=_("FILE"), help=_("a copy there, instead of a dated backup")
    )
    parser.add_argument("--list", action="store_true", help=_("list the backups instead"))
    json_argument(parser, _)


def _backup(args: Namespace, console: Console) -> int:
    _ = console.gettext
    if args.list:
        found = backups.list_backups(args.book)
        console.json([{"made": one.made.isoformat(), "path": str(one.path)} for one in found])
        for number, one in enumerate(found, start=1):
            console.line(f"{number:>3}  {one.made:%Y-%m-%d %H:%M}  {one.path}")
        return 0
    with opened(args) as store:
        if args.to:
            store.snapshot(args.to)
            path = args.to
        else:
            path = store.back_up().path
    console.json({"path": str(path)})
    console.line(_("Backed up to {path}").format(path=path))
    return 0


def _restore_arguments(parser: ArgumentParser, _: Translate) -> None:
    book_argument(parser, _)
    parser.add_argument(
        "backup",
        nargs="?",
        metavar=_("BACKUP"),
        help=_("its number in “backup BOOK --list” or a path; default: the latest"),
    )


def _restore(args: Namespace, console: Console) -> int:
    _ = console.gettext
    chosen = _chosen(args)
    kept = restore(chosen, args.book)
    console.line(_("Restored {book} from {backup}").format(book=args.book, backup=chosen))
    if kept is not None:
        console.line(_("The book as it was is kept as {path}").format(path=kept))
    return 0


def _chosen(args: Namespace) -> Path:
    if args.backup and not args.backup.isdigit():
        return Path(args.backup)
    found = backups.list_backups(args.book)
    if not found:
        raise Refused("no-backup", args.book.name)
    number = int(args.backup or 1)
    if not 1 <= number <= len(found):
        raise Refused("none-named", args.backup)
    return found[number - 1].path


COMMANDS = (
    Command(
        "backup",
        message("make a dated backup of a book, or list them"),
        _backup_arguments,
        _backup,
        "backup summit.briefing",
    ),
    Command(
        "restore",
        message("bring a backup back; the present book is kept beside it"),
        _restore_arguments,
        _restore,
        "restore summit.briefing 2",
    ),
)
