"""`read`: what the program makes of a file, without any book."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections import Counter
from pathlib import Path
from typing import Any

from ui.commandline.command import Command, Translate, message
from ui.commandline.console import Console, shortened


def _arguments(parser: ArgumentParser, _: Translate) -> None:
    parser.add_argument("file", type=Path, metavar=_("FILE"))
    parser.add_argument("--json", action="store_true", help=_("print the interchange form"))


def _read(args: Namespace, console: Console) -> int:
    from briefing.intake import read_file  # noqa: PLC0415 - readers and lexicons load when needed
    from briefing.operations.receiving import in_interchange_form  # noqa: PLC0415

    progress = console.progress(args.file.name)
    form = in_interchange_form(read_file(args.file, progress))
    console.json(form)
    _show(form, console)
    return 0


def _show(form: dict[str, Any], console: Console) -> None:
    _, ngettext = console.gettext, console.ngettext
    found = form["commitments"]
    console.line(form["doc"])
    langs = Counter(passage["lang"] for passage in form["passages"])
    console.line(
        ngettext("{count} passage", "{count} passages", len(form["passages"])).format(
            count=len(form["passages"])
        )
        + " · "
        + ", ".join(f"{lang} {count}" for lang, count in langs.most_common())
    )
    console.line(
        ngettext("{count} line left out", "{count} lines left out", len(form["excluded"])).format(
            count=len(form["excluded"])
        )
    )
    for section in form["sections"]:
        console.line("  " * section["level"] + section["text"])
    console.line(
        ngettext("{count} candidate", "{count} candidates", len(found)).format(count=len(found))
    )
    console.table(
        [(one["id"], f"{one['confidence']:.2f}", shortened(one["quote"], 90)) for one in found]
    )


COMMANDS = (
    Command(
        "read",
        message("show what the program makes of a file, without any book"),
        _arguments,
        _read,
        "read communique.pdf --json",
    ),
)
