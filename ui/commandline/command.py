"""What a subcommand is made of."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from ui.commandline.console import Console

Translate: TypeAlias = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Command:
    """A subcommand: its name, what it is for, what it takes, and what it does.

    `help` and `example` are messages, translated when they are shown. `run` returns the exit code.
    """

    name: str
    help: str
    arguments: Callable[[ArgumentParser, Translate], None]
    run: Callable[[Namespace, Console], int]
    example: str = ""


def message(text: str) -> str:
    """Mark a text for translation where it stands in a table."""
    return text
