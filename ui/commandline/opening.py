"""A book as a command opens it: whole, for one deed, and closed again."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing.edits import Edit
from briefing.store import BookStore
from ui.commandline.command import Translate
from ui.commandline.console import Console


def book_argument(parser: ArgumentParser, _: Translate) -> None:
    """The book that a command works on."""
    parser.add_argument("book", type=Path, metavar=_("BOOK"), help=_("a .briefing file"))


def json_argument(parser: ArgumentParser, _: Translate) -> None:
    """Whether a machine reads what is printed."""
    parser.add_argument("--json", action="store_true", help=_("print JSON for a machine"))


@contextmanager
def opened(args: Namespace) -> Iterator[BookStore]:
    """The book of the command line; closed even where the command fails."""
    store = BookStore.open(args.book)
    try:
        yield store
    finally:
        store.close()


def run(store: BookStore, edit: Edit, console: Console) -> None:
    """Make an edit in the name of whoever is at the keyboard; an edit without changes is none."""
    if edit.changes:
        store.apply(edit, author=console.author)
