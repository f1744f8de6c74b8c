"""Commands that look: search and check."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from dataclasses import asdict

from briefing.checking import Ground, Severity, check
from briefing.markings import load_scheme
from briefing.templates import load_templates
from briefing.things import WholeBook
from briefing.uid import short
from exports.tree import Form
from ui.clock import now_here, today
from ui.commandline.command import Command, Translate, message
from ui.commandline.console import Console, shortened
from ui.commandline.opening import book_argument, json_argument, opened
from ui.explain import fault_words


def _search_arguments(parser: ArgumentParser, _: Translate) -> None:
    book_argument(parser, _)
    parser.add_argument("words", nargs="+", metavar=_("WORDS"))
    parser.add_argument(
        "--most", type=int, default=20, metavar="N", help=_("how many (default: 20)")
    )
    json_argument(parser, _)


def _search(args: Namespace, console: Console) -> int:
    with opened(args) as store:
        hits = store.search(" ".join(args.words), args.most)
    console.json(
        [
            {
                "kind": hit.kind.__name__,
                "uid": hit.uid,
                "within": hit.within,
                "text": hit.text,
                "spans": hit.spans,
            }
            for hit in hits
        ]
    )
    for hit in hits:
        shown = _marked(hit.text, hit.spans)
        console.line(f"{short(hit.uid)}  {hit.kind.__name__:<12}  {shown}")
    if not hits:
        console.line(console.gettext("Nothing found."))
    return 0 if hits else 1


def _marked(text: str, spans: Sequence[tuple[int, int]], around: int = 60) -> str:
    """The words around the first match, matches in guillemets that every terminal shows."""
    if not spans:
        return shortened(text, 2 * around)
    first = spans[0][0]
    begin = max(0, first - around)
    end = min(len(text), first + 2 * around)
    pieces, at = [], begin
    for start, stop in spans:
        if start < begin or stop > end:
            continue
        pieces += [text[at:start], "«", text[start:stop], "»"]
        at = stop
    pieces.append(text[at:end])
    flat = " ".join("".join(pieces).split())
    return ("…" if begin else "") + flat + ("…" if end < len(text) else "")


def _check_arguments(parser: ArgumentParser, _: Translate) -> None:
    book_argument(parser, _)
    parser.add_argument(
        "--strict", action="store_true", help=_("exit code 1 if anything would be printed wrong")
    )
    json_argument(parser, _)


def _check(args: Namespace, console: Console) -> int:
    _ = console.gettext
    with opened(args) as store:
        whole = store.whole()
    ground = Ground(
        whole=whole,
        today=today(),
        templates=load_templates(),
        scheme=load_scheme(whole.book.scheme),
        pages=_pages_of_notes(whole, console),
    )
    faults = check(ground)
    console.json([asdict(fault) for fault in faults])
    titles = {
        Severity.STOP: _("Before printing"),
        Severity.MEND: _("To mend"),
        Severity.LOOK: _("To look at"),
    }
    for severity, title in titles.items():
        own = [fault for fault in faults if fault.severity is severity]
        if own:
            console.line(f"{title} ({len(own)})")
        for fault in own:
            console.line(f"  {short(fault.uid)}  {fault_words(fault, _)}")
    if not faults:
        console.line(_("Ready to print."))
    grave = any(fault.severity is Severity.STOP for fault in faults)
    return 1 if args.strict and grave else 0


def _pages_of_notes(whole: WholeBook, console: Console) -> dict[str, int]:
    """On how many pages each note is printed."""
    from exports.compose import compose  # noqa: PLC0415 - the export rooms load late
    from exports.layout import PartwiseLayout  # noqa: PLC0415
    from ui.words import wording  # noqa: PLC0415

    note_of = {tab.uid: tab.note for tab in whole.tabs if tab.note}
    if not note_of:
        return {}
    publication = compose(whole, Form(), wording(whole.book.lang), now_here(), note_of)
    layout, progress = PartwiseLayout(), console.progress(console.gettext("Counting pages"))
    pages = {}
    for done, part in enumerate(publication.parts):
        progress(done, len(publication.parts))
        pages[note_of[part.uid]] = layout.length(publication, part)
    return pages


COMMANDS = (
    Command(
        "search",
        message("search sources, commitments, annotations and notes"),
        _search_arguments,
        _search,
        "search summit.briefing net-zero 2050",
    ),
    Command(
        "check",
        message("list what is not ready to be printed"),
        _check_arguments,
        _check,
        "check summit.briefing --strict",
    ),
)
