"""The command line's front: finds the subcommand, runs it, and says what went wrong in one line.

Exit codes: 0 done, 1 could not be done (the reason stands on standard error), 2 not understood,
130 stopped from the keyboard.
"""

from __future__ import annotations

import argparse
import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping, Sequence
from pathlib import Path

from briefing.errors import BriefingError, Refused
from briefing.progress import Cancelled
from ui.commandline.command import Command, message
from ui.commandline.console import Console
from ui.explain import explain, explain_refusal
from ui.login import login_name
from ui.making import SUFFIX
from ui.opening import has_screen, open_windows
from ui.version import version
from ui.words import speak, system_language

INTERRUPTED = 130
ARGPARSE = (
    # What argparse itself says; it looks in the catalogue that `speak` has named.
    message("usage: "),
    message("options"),
    message("positional arguments"),
    message("show this help message and exit"),
    message("show program's version number and exit"),
    message("%(prog)s: error: %(message)s\n"),
    message("the following arguments are required: %s"),
    message("unrecognized arguments: %s"),
    message("expected one argument"),
    message("argument %(argument_name)s: %(message)s"),
    message("invalid choice: %(value)r (choose from %(choices)s)"),
    message("invalid %(type)s value: %(value)r"),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line, and return its exit code."""
    lang = system_language(os.environ)
    words = speak(lang)
    console = Console(gettext=words.gettext, ngettext=words.ngettext, lang=lang, author=_author())
    commands = {command.name: command for command in _commands()}
    given = list(sys.argv[1:] if arguments is None else arguments)
    books = [Path(name) for name in given if _is_book(name, commands)]
    if len(books) == len(given) and (books or has_screen(os.environ)):
        return _open_windows(books, console)
    parser = _parser(commands, console)
    args = parser.parse_args(given)
    if args.command is None:
        parser.print_help()
        return 0
    return _run(commands[args.command], args, console)


def _is_book(name: str, commands: Mapping[str, Command]) -> bool:
    """Whether a word of the command line is meant as a book to open in a window."""
    return name not in commands and Path(name).suffix == SUFFIX


def _open_windows(books: Sequence[Path], console: Console) -> int:
    if has_screen(os.environ):
        return open_windows(books, console.lang)
    console.aside(
        console.gettext(
            "There is no screen to open a window on. “briefing --help” lists what can be done"
            " without one."
        )
    )
    return 1


def _run(command: Command, args: Namespace, console: Console) -> int:
    console = Console(
        gettext=console.gettext,
        ngettext=console.ngettext,
        lang=console.lang,
        author=console.author,
        as_json=getattr(args, "json", False),
    )
    try:
        return command.run(args, console)
    except BriefingError as error:
        console.aside(explain(error, console.gettext))
    except Refused as refusal:
        console.aside(explain_refusal(refusal, console.gettext))
    except (KeyboardInterrupt, Cancelled):
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone, such as `head`; nothing to say, nobody to say it to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1


def _commands() -> tuple[Command, ...]:
    """Every subcommand, in the order in which a book is made."""
    from ui.commandline import (  # noqa: PLC0415 - so that `--version` reads none of them
        annotate,
        backups,
        books,
        commitments,
        exporting,
        meeting,
        notes,
        reading,
        searching,
        selftest,
        sources,
        topics,
        triage,
    )

    modules = (
        reading,
        books,
        sources,
        triage,
        topics,
        commitments,
        annotate,
        meeting,
        notes,
        searching,
        exporting,
        backups,
        selftest,
    )
    return tuple(command for module in modules for command in module.COMMANDS)


def _parser(commands: dict[str, Command], console: Console) -> ArgumentParser:
    _ = console.gettext
    parser = ArgumentParser(
        prog="briefing",
        description=_(
            "Briefing books from what governments publish: read a text, record its commitments,"
            " draft notes, print."
        ),
        epilog=_first_steps(console),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"briefing {version()}")
    group = parser.add_subparsers(dest="command", metavar=_("COMMAND"), title=_("commands"))
    for command in commands.values():
        help_text = _(command.help)
        one = group.add_parser(
            command.name,
            help=help_text,
            description=_("{sentence}.").format(sentence=help_text[:1].upper() + help_text[1:]),
            epilog=_("Example: {command}").format(command=f"briefing {command.example}")
            if command.example
            else None,
        )
        command.arguments(one, _)
    return parser


def _first_steps(console: Console) -> str:
    steps = (
        "new summit.briefing --title 'Summit'",
        "import summit.briefing communique.pdf",
        "candidates summit.briefing",
        "accept summit.briefing --all",
        "draft summit.briefing",
        "export summit.briefing summit.pdf",
    )
    head = console.gettext("First steps, or “briefing demo” for all of them at once:")
    return "\n".join((head, *(f"  briefing {step}" for step in steps)))


def _author() -> str:
    """Who is at the keyboard, as the history names them."""
    return os.environ.get("BRIEFING_AUTHOR") or login_name()
