"""`self-test`: the whole chain in a scratch folder, in a source checkout or frozen."""

from __future__ import annotations

import tempfile
from argparse import ArgumentParser, Namespace
from pathlib import Path

from ui.commandline.command import Command, Translate, message
from ui.commandline.console import Console
from ui.commandline.exporting import export
from ui.commandline.opening import json_argument


def _arguments(parser: ArgumentParser, _: Translate) -> None:
    json_argument(parser, _)


def _run(_args: Namespace, console: Console) -> int:
    """Make the sample book, find words in it, export it in both formats, and look at the files."""
    from briefing.sample import make_sample  # noqa: PLC0415

    _ = console.gettext
    done: dict[str, object] = {}
    with tempfile.TemporaryDirectory(prefix="briefing-self-test-") as folder:
        path = Path(folder) / "sample.briefing"
        with make_sample(path) as store:
            done["things"] = sum(len(things) for things in store.whole().things.values())
            done["hits"] = len(store.search("emissions", 5))
            for suffix in (".pdf", ".docx"):
                out = path.with_suffix(suffix)
                export(store, out, console)
                done[suffix] = out.stat().st_size
        done["pages"] = _pages(path.with_suffix(".pdf"))
        done["word"] = _opens_in_word(path.with_suffix(".docx"))
    console.json(done)
    passed = all(done.values())
    console.line(
        _("Self-test passed.") if passed else _("Self-test FAILED: {facts}").format(facts=done)
    )
    return 0 if passed else 1


def _pages(path: Path) -> int:
    import pypdfium2  # noqa: PLC0415

    document = pypdfium2.PdfDocument(path)
    try:
        return len(document)
    finally:
        document.close()


def _opens_in_word(path: Path) -> bool:
    import docx  # noqa: PLC0415

    return len(docx.Document(str(path)).element.body) > 0


COMMANDS = (
    Command(
        "self-test",
        message("try the whole chain in a scratch folder"),
        _arguments,
        _run,
    ),
)
