"""What a command speaks through: words, tables, JSON, and progress on a terminal."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, TextIO

from briefing.progress import Progress

_BAR = 24


@dataclass(frozen=True)
class Console:
    """The two streams of a command, and the language that it speaks."""

    gettext: Callable[[str], str]
    ngettext: Callable[[str, str, int], str]
    lang: str
    as_json: bool = False
    author: str = ""
    out: TextIO = field(default_factory=lambda: sys.stdout)
    err: TextIO = field(default_factory=lambda: sys.stderr)

    def line(self, text: str = "") -> None:
        """Say something; a machine that asked for JSON does not hear it."""
        if not self.as_json:
            print(text, file=self.out)

    def json(self, value: Any) -> None:
        """Give a machine what it asked for; a person does not see it."""
        if self.as_json:
            json.dump(value, self.out, ensure_ascii=False, indent=2)
            print(file=self.out)

    def aside(self, text: str) -> None:
        """Say something beside the result, such as a warning."""
        print(text, file=self.err)

    def table(self, rows: Sequence[Sequence[str]]) -> None:
        """Rows in columns; the last column takes the rest and is never cut."""
        if not rows:
            return
        columns = range(len(rows[0]) - 1)
        widths = [max(cells(row[column]) for row in rows) for column in columns]
        for row in rows:
            padded = [_padded(row[column], widths[column]) for column in columns]
            self.line("  ".join((*padded, row[-1])).rstrip())

    def progress(self, what: str) -> Progress:
        """A progress that shows itself on a terminal, and nowhere else."""
        if self.as_json or not self.err.isatty():
            return lambda _done, _total: None
        return lambda done, total: self._draw(what, done, total)

    def _draw(self, what: str, done: int, total: int) -> None:
        share = min(done / total, 1.0) if total else 1.0
        bar = "█" * round(share * _BAR)
        end = "\n" if total and done >= total else ""
        print(f"\r{what}  {bar:░<{_BAR}} {share:4.0%}", end=end, file=self.err, flush=True)


def cells(text: str) -> int:
    """How many cells of a terminal a text takes; a Han character takes two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def shortened(text: str, most: int) -> str:
    """The beginning of a text on one line, with an ellipsis where it was cut."""
    flat = " ".join(text.split())
    if cells(flat) <= most:
        return flat
    while cells(flat) > most - 1:
        flat = flat[:-1]
    return flat.rstrip() + "…"


def _padded(text: str, width: int) -> str:
    return text + " " * (width - cells(text))
