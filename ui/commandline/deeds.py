"""Commands with deeds: `topics BOOK`, `topics BOOK add NAME`, `topics BOOK remove NAME`."""

from __future__ import annotations

import argparse
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from briefing.store import BookStore
from ui.commandline.command import Command, Translate
from ui.commandline.console import Console
from ui.commandline.opening import book_argument, json_argument, opened

Arguments: TypeAlias = Callable[[ArgumentParser, Translate], None]
Do: TypeAlias = Callable[[BookStore, Namespace, Console], None]


def no_arguments(_parser: ArgumentParser, _: Translate) -> None:
    """Nothing beside the book."""


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that a command can do; the first of a command is what it does unasked."""

    name: str
    help: str
    do: Do
    arguments: Arguments = no_arguments


def command_of_deeds(
    name: str, help_text: str, deeds: Sequence[Deed], example: str = ""
) -> Command:
    """The command that does these deeds."""

    def arguments(parser: ArgumentParser, _: Translate) -> None:
        book_argument(parser, _)
        json_argument(parser, _)
        group = parser.add_subparsers(dest="deed", metavar=_("DEED"), title=_("deeds"))
        for deed in deeds:
            one = group.add_parser(deed.name, help=_(deed.help), description=_(deed.help))
            # Suppressed, or the deed's own default would undo a --json that stands before it.
            one.add_argument(
                "--json",
                action="store_true",
                default=argparse.SUPPRESS,
                help=_("print JSON for a machine"),
            )
            deed.arguments(one, _)

    def run(args: Namespace, console: Console) -> int:
        chosen = next(deed for deed in deeds if deed.name == (args.deed or deeds[0].name))
        if args.deed is None:
            # What the first deed would have had by default.
            chosen_defaults = ArgumentParser(add_help=False)
            chosen.arguments(chosen_defaults, console.gettext)
            for key, value in vars(chosen_defaults.parse_args([])).items():
                setattr(args, key, getattr(args, key, value))
        with opened(args) as store:
            chosen.do(store, args, console)
        return 0

    return Command(name, help_text, arguments, run, example)


def chosen_details(args: Namespace, *names: str) -> dict[str, object]:
    """The options that were given, to replace what a thing has; the others stay."""
    return {name: value for name in names if (value := getattr(args, name)) is not None}
