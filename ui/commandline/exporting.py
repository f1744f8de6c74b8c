"""Commands that make files to hand out: export and demo."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from briefing.errors import ExportFailed, Refused
from briefing.operations import books
from briefing.store import BookStore
from exports.tree import Form, Paper, Profile, Publication
from ui.clock import now_here
from ui.commandline import refs
from ui.commandline.command import Command, Translate, message
from ui.commandline.console import Console
from ui.commandline.opening import book_argument, json_argument, opened, run
from ui.opening import open_beside

_SUFFIXES = (".pdf", ".docx")


def _export_arguments(parser: ArgumentParser, _: Translate) -> None:
    book_argument(parser, _)
    parser.add_argument("out", type=Path, metavar="OUT.pdf|OUT.docx")
    parser.add_argument(
        "--tab", metavar="N", help=_("only this tab; it keeps the book’s numbering")
    )
    parser.add_argument(
        "--paper", type=Paper, choices=tuple(Paper), default=Paper.A4, metavar="a4|letter"
    )
    parser.add_argument("--large-print", action="store_true", help=_("14 point instead of 11"))
    parser.add_argument(
        "--single-sided", action="store_true", help=_("no blank pages, no mirrored margins")
    )
    parser.add_argument(
        "--lang",
        choices=("en", "fr", "zh"),
        help=_("the language of the generated words; default: the book’s"),
    )
    parser.add_argument(
        "--profile",
        type=Profile,
        choices=tuple(Profile),
        default=Profile.FINAL,
        metavar="final|working",
        help=_("working shows annotations and empty sections"),
    )
    parser.add_argument(
        "--edition",
        action="store_true",
        help=_("archive the file in the book as a numbered edition"),
    )
    json_argument(parser, _)


def _export(args: Namespace, console: Console) -> int:
    if args.out.suffix.lower() not in _SUFFIXES:
        raise Refused("no-such-format", args.out.name)
    form = Form(
        paper=args.paper,
        large_print=args.large_print,
        duplex=not args.single_sided,
        profile=args.profile,
    )
    with opened(args) as store:
        only = (refs.tab(store, args.tab).uid,) if args.tab else ()
        if args.edition and (only or args.out.suffix.lower() != ".pdf"):
            raise Refused("not-an-edition", args.out.name)
        if args.edition:
            form = replace(form, edition=books.next_edition(store))
        made = now_here()
        publication = _composed(store, form, args.lang, made, only)
        pages = _render(publication, args.out, console)
        if args.edition:
            edit = books.archive_edition(
                store,
                store.keep(args.out.read_bytes()),
                made,
                profile=args.profile,
                paper=args.paper,
                pages=pages,
            )
            run(store, edit, console)
    console.json({"path": str(args.out.resolve()), "size": args.out.stat().st_size})
    console.line(console.gettext("Wrote {path}").format(path=args.out))
    return 0


def export(store: BookStore, out: Path, console: Console) -> None:
    """Write the whole book as it is printed unless one asks for something else."""
    _render(_composed(store, Form(), None, now_here()), out, console)


def _composed(
    store: BookStore, form: Form, lang: str | None, made: str, only: Collection[str] = ()
) -> Publication:
    from exports.compose import compose  # noqa: PLC0415 - the export rooms load late
    from ui.words import wording  # noqa: PLC0415

    whole = store.whole()
    return compose(whole, form, wording(lang or whole.book.lang), made, only)


def _render(publication: Publication, out: Path, console: Console) -> int:
    """Write it in the format that the file's name asks for; how many pages a PDF has, else 0."""
    progress = console.progress(out.name)
    if out.suffix.lower() == ".pdf":
        from exports import pdf  # noqa: PLC0415

        return pdf.render(publication, out, progress)
    from exports import docx  # noqa: PLC0415

    docx.render(publication, out, progress)
    return 0


def _demo_arguments(parser: ArgumentParser, _: Translate) -> None:
    parser.add_argument(
        "folder",
        type=Path,
        nargs="?",
        default=Path("briefing-demo"),
        metavar=_("FOLDER"),
        help=_("where to put it (default: briefing-demo)"),
    )


def _demo(args: Namespace, console: Console) -> int:
    from briefing.sample import make_sample  # noqa: PLC0415

    _ = console.gettext
    try:
        args.folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportFailed(args.folder) from error
    path = _free(args.folder / "sample.briefing")
    with make_sample(path, console.progress(_("Making the sample book"))) as store:
        for suffix in _SUFFIXES:
            export(store, path.with_suffix(suffix), console)
    console.line(
        _("The sample book and its exports are in {folder}:").format(folder=args.folder.resolve())
    )
    for made in (path, *(path.with_suffix(suffix) for suffix in _SUFFIXES)):
        console.line(f"  {made.name}")
    return open_beside(path, console.lang, console.line, _("Opening it…"))


def _free(path: Path) -> Path:
    """The path, or one beside it that is not taken: a demo never writes over anything."""
    number = 2
    free = path
    while free.exists():
        free = path.with_stem(f"{path.stem}-{number}")
        number += 1
    return free


COMMANDS = (
    Command(
        "export",
        message("print the book, or one tab of it, to PDF or DOCX"),
        _export_arguments,
        _export,
        "export summit.briefing summit.pdf --paper letter --profile final",
    ),
    Command(
        "demo",
        message("make the sample book and export it to PDF and DOCX"),
        _demo_arguments,
        _demo,
        "demo",
    ),
)
