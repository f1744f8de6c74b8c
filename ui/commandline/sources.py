"""Commands on sources: import, sources, exclude, repair."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.errors import BriefingError
from briefing.operations import sources as operations
from briefing.store import BookStore
from briefing.things import (
    Cut,
    Instrument,
    PassageKind,
    Source,
)
from ui.clock import now
from ui.commandline import refs, values
from ui.commandline.command import Command, Translate, message
from ui.commandline.console import Console, shortened
from ui.commandline.deeds import Deed, chosen_details, command_of_deeds
from ui.commandline.opening import book_argument, json_argument, opened, run
from ui.explain import explain

if TYPE_CHECKING:
    from briefing.operations.receiving import Received


def _details_arguments(parser: ArgumentParser, _: Translate) -> None:
    parser.add_argument("--title", metavar=_("TITLE"), help=_("instead of the title found"))
    parser.add_argument(
        "--date",
        dest="issued",
        type=values.day(_),
        metavar="YYYY-MM-DD",
        help=_("when it was issued"),
    )
    parser.add_argument("--issuer", metavar=_("NAME"), help=_("who issued it"))
    parser.add_argument("--url", metavar=_("ADDRESS"), help=_("where it was published"))
    parser.add_argument(
        "--kind",
        dest="instrument",
        type=Instrument,
        choices=tuple(Instrument),
        metavar=_("KIND"),
        help=_("roadmap, communique, joint statement, declaration..."),
    )


def _import_arguments(parser: ArgumentParser, _: Translate) -> None:
    book_argument(parser, _)
    parser.add_argument("files", type=Path, nargs="+", metavar=_("FILE"))
    _details_arguments(parser, _)
    parser.add_argument(
        "--party",
        action="append",
        default=[],
        metavar=_("CODE"),
        help=_("a party that speaks in it, such as CA; may be given several times"),
    )
    json_argument(parser, _)


def _import(args: Namespace, console: Console) -> int:
    """Import each file; one that fails does not keep the others out."""
    failed = 0
    made = []
    with opened(args) as store:
        for path in args.files:
            try:
                made.append(_import_one(store, path, args, console))
            except BriefingError as error:
                if error.path == args.book:
                    raise
                console.aside(explain(error, console.gettext))
                failed += 1
    console.json(made)
    return 1 if failed else 0


def _import_one(
    store: BookStore, path: Path, args: Namespace, console: Console
) -> dict[str, object]:
    from briefing.intake import read_file  # noqa: PLC0415 - the readers load late
    from briefing.operations.receiving import Known, receive  # noqa: PLC0415

    _ = console.gettext
    progress = console.progress(path.name)
    reading = read_file(path, progress=progress, received=now())
    details = chosen_details(args, "title", "issued", "issuer", "url", "instrument")
    received = receive(reading, Known.of(store), details, tuple(args.party), progress)
    store.keep(path.read_bytes())
    run(store, received.edit, console)
    source = received.source
    console.line(_("Imported “{title}” from {name}").format(title=source.title, name=path.name))
    console.line(f"  {_counts(received, console)}")
    if received.copy_of is not None:
        title = received.copy_of.title
        console.line(
            "  "
            + _("The same release as “{title}”: its commitments get an anchor in each.").format(
                title=title
            )
        )
    if received.version_of is not None:
        title = received.version_of.title
        console.line(
            "  "
            + _("A language version of “{title}”: their passages are paired.").format(title=title)
        )
    return {
        "source": source.uid,
        "title": source.title,
        "passages": received.passages,
        "excluded": received.excluded,
        "candidates": received.candidates,
        "copy_of": received.copy_of.uid if received.copy_of else None,
        "version_of": received.version_of.uid if received.version_of else None,
    }


def _counts(received: Received, console: Console) -> str:
    ngettext = console.ngettext
    passages, excluded, found = received.passages, received.excluded, received.candidates
    left_out = ngettext("{count} line left out", "{count} lines left out", excluded)
    return " · ".join(
        (
            ngettext("{count} passage", "{count} passages", passages).format(count=passages),
            left_out.format(count=excluded),
            ngettext("{count} candidate", "{count} candidates", found).format(count=found),
        )
    )


def _list(store: BookStore, _args: Namespace, console: Console) -> None:
    _ = console.gettext
    sources = store.all(Source)
    console.json(
        [
            {
                "number": number,
                "uid": s.uid,
                "title": s.title,
                "issuer": s.issuer,
                "issued": s.issued.isoformat() if s.issued else None,
                "kind": s.instrument,
                "langs": s.langs,
                "file": s.file_name,
                "hash": s.original,
            }
            for number, s in enumerate(sources, start=1)
        ]
    )
    console.table(
        [
            (
                str(number),
                refs.handle(s),
                s.issued.isoformat() if s.issued else "—",
                " ".join(s.langs),
                shortened(s.title, 60),
                s.file_name,
            )
            for number, s in enumerate(sources, start=1)
        ]
    )


def _source_argument(parser: ArgumentParser, _: Translate) -> None:
    parser.add_argument("source", metavar=_("SOURCE"), help=_("its number, title or letters"))


def _show(store: BookStore, args: Namespace, console: Console) -> None:
    """The passages of a source with their numbers, and what was left out."""
    source = refs.source(store, args.source)
    whole = refs.numbered(store, source)
    passages = whole.passages_of.get(source.uid, ())
    console.json(
        [
            {
                "uid": p.uid,
                "number": whole.number_of.get(p.uid),
                "kind": p.kind,
                "lang": p.lang,
                "cut": p.cut,
                "excluded": p.uid in whole.excluded,
                "text": p.text,
            }
            for p in passages
        ]
    )
    for p in passages:
        if p.kind is PassageKind.HEADING and p.uid not in whole.excluded:
            console.line(f"\n{p.text}")
            continue
        number = str(whole.number_of.get(p.uid, "×"))
        cut = " …" if p.cut is not Cut.NO else ""
        console.line(f"{number:>5}  {refs.handle(p)}  {p.text}{cut}")


def _change_arguments(parser: ArgumentParser, _: Translate) -> None:
    _source_argument(parser, _)
    _details_arguments(parser, _)
    parser.add_argument("--marking", metavar=_("LEVEL"), help=_("its protective marking"))


def _change(store: BookStore, args: Namespace, console: Console) -> None:
    names = ("title", "issued", "issuer", "url", "instrument", "marking")
    source = refs.source(store, args.source)
    run(store, operations.change_source(source, **chosen_details(args, *names)), console)


def _remove(store: BookStore, args: Namespace, console: Console) -> None:
    run(store, operations.remove_source(store, refs.source(store, args.source)), console)


def _exclude_arguments(parser: ArgumentParser, _: Translate) -> None:
    book_argument(parser, _)
    parser.add_argument(
        "passages",
        nargs="+",
        metavar=_("PASSAGE"),
        help=_("SOURCE:NUMBER, or the letters of “sources BOOK show”"),
    )
    parser.add_argument("--back", action="store_true", help=_("put them back instead"))


def _exclude(args: Namespace, console: Console) -> int:
    _ = console.gettext
    with opened(args) as store:
        passages = [refs.passage(store, words) for words in args.passages]
        if args.back:
            run(store, operations.restore(store, passages), console)
        else:
            run(store, operations.exclude(store, passages), console)
    done = _("Put back: {count}") if args.back else _("Left out: {count}")
    console.line(done.format(count=len(passages)))
    return 0


def _repair_arguments(parser: ArgumentParser, _: Translate) -> None:
    book_argument(parser, _)
    parser.add_argument("passage", metavar=_("PASSAGE"))
    parser.add_argument("text", metavar=_("WORDS"), help=_("the words that are missing"))
    parser.add_argument(
        "--at-start", action="store_true", help=_("before the passage, not behind it")
    )
    parser.add_argument(
        "--remark", default="", metavar=_("WORDS"), help=_("where the words are from")
    )
    parser.add_argument(
        "--from",
        dest="evidence",
        metavar=_("PASSAGE"),
        help=_("a passage of the book that has the words"),
    )


def _repair(args: Namespace, console: Console) -> int:
    from briefing.anchoring import make_anchor  # noqa: PLC0415

    with opened(args) as store:
        passage = refs.passage(store, args.passage)
        evidence = None
        if args.evidence:
            found = refs.passage(store, args.evidence)
            start = max(found.text.find(args.text), 0)
            end = start + len(args.text) if args.text in found.text else len(found.text)
            evidence = make_anchor(store.get(Source, found.source), found, start, end)
        at = 0 if args.at_start else None
        edit = operations.repair(passage, args.text, at, remark=args.remark, evidence=evidence)
        run(store, edit, console)
    console.line(console.gettext("Repaired: {text}").format(text=shortened(passage.text, 60)))
    return 0


COMMANDS = (
    Command(
        "import",
        message("take sources into a book: text, web page, Word or PDF"),
        _import_arguments,
        _import,
        "import summit.briefing roadmap.html --date 2026-03-04 --party CA --party US",
    ),
    command_of_deeds(
        "sources",
        message("list the sources of a book, show, change or remove one"),
        (
            Deed("list", message("list the sources"), _list),
            Deed("show", message("show the passages of a source"), _show, _source_argument),
            Deed(
                "change", message("correct what is said about a source"), _change, _change_arguments
            ),
            Deed(
                "remove",
                message("remove a source that nothing rests on"),
                _remove,
                _source_argument,
            ),
        ),
        "sources summit.briefing show 1",
    ),
    Command(
        "exclude",
        message("leave passages out that are not part of the instrument, or put them back"),
        _exclude_arguments,
        _exclude,
        "exclude summit.briefing 1:14 1:15",
    ),
    Command(
        "repair",
        message("add words to a passage that was cut off; they are printed in brackets"),
        _repair_arguments,
        _repair,
        "repair summit.briefing 1:7 'renewable energy storage.' --remark 'official web page'",
    ),
)
