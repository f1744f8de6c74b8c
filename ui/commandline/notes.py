"""Commands on notes and tabs: note, draft, tabs, templates."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from briefing.codec import to_plain
from briefing.errors import Refused
from briefing.operations import drafting
from briefing.operations import notes as operations
from briefing.prose import Prose
from briefing.store import BookStore
from briefing.templates import Template, load_templates
from briefing.things import Note, NoteState, Section, TabKind
from briefing.uid import new_uid
from ui.clock import today
from ui.commandline import refs
from ui.commandline.command import Command, Translate, message
from ui.commandline.console import Console
from ui.commandline.deeds import Deed, chosen_details, command_of_deeds
from ui.commandline.opening import book_argument, json_argument, opened, run

DEFAULT_TEMPLATE = "information-note"


def template_named(name: str) -> Template:
    """The template of that name, or Refused."""
    found = load_templates().get(name)
    if found is None:
        raise Refused("none-named", name)
    return found


def _list(store: BookStore, _args: Namespace, console: Console) -> None:
    notes = store.all(Note)
    label_of = {tab.note: label for label, tab in refs.labelled_tabs(store)}
    console.json([{"label": label_of.get(n.uid, ""), **to_plain(n)} for n in notes])
    rows = sorted(
        ((label_of.get(n.uid, "—"), refs.handle(n), n.state, n.template, n.title) for n in notes),
        key=lambda row: (len(row[0]), row[0]),
    )
    console.table([tuple(map(str, row)) for row in rows])


def _note_argument(parser: ArgumentParser, _: Translate) -> None:
    parser.add_argument("note", metavar=_("NOTE"), help=_("its tab’s number, title or letters"))


def _show(store: BookStore, args: Namespace, console: Console) -> None:
    note = refs.note(store, args.note)
    sections = {s.name: s for s in store.where(Section, note=note.uid)}
    console.json({"note": to_plain(note), "sections": [to_plain(s) for s in sections.values()]})
    console.line(note.title)
    for section in template_named(note.template).sections:
        console.line(f"\n[{section.name}] {section.title(note.lang)}")
        if section.name in sections:
            console.line(sections[section.name].body.text)


def _details(parser: ArgumentParser, _: Translate) -> None:
    parser.add_argument("--topic", metavar=_("TOPIC"))
    parser.add_argument("--author", metavar=_("NAME"))
    parser.add_argument("--marking", metavar=_("LEVEL"))
    parser.add_argument("--lang", choices=("en", "fr", "zh"))


def _add_arguments(parser: ArgumentParser, _: Translate) -> None:
    parser.add_argument("title", metavar=_("TITLE"))
    parser.add_argument(
        "--template", default=DEFAULT_TEMPLATE, metavar=_("NAME"), help=_("see “templates”")
    )
    _details(parser, _)


def _add(store: BookStore, args: Namespace, console: Console) -> None:
    template = template_named(args.template)
    details = chosen_details(args, "author", "marking", "lang")
    topic = refs.topic(store, args.topic).uid if args.topic else None
    note = Note(uid=new_uid(), title=args.title, template=template.name, topic=topic, **details)  # type: ignore[arg-type]
    run(store, operations.add_note(store, note), console)


def _change_arguments(parser: ArgumentParser, _: Translate) -> None:
    _note_argument(parser, _)
    parser.add_argument("--title", metavar=_("TITLE"))
    parser.add_argument(
        "--state",
        type=NoteState,
        choices=(NoteState.DRAFT, NoteState.FOR_REVIEW),
        metavar=_("STATE"),
        help=_("draft or for review"),
    )
    _details(parser, _)


def _change(store: BookStore, args: Namespace, console: Console) -> None:
    note = refs.note(store, args.note)
    details = chosen_details(args, "title", "state", "author", "marking", "lang")
    if args.topic:
        details["topic"] = refs.topic(store, args.topic).uid
    run(store, operations.change_note(note, **details), console)


def _write_arguments(parser: ArgumentParser, _: Translate) -> None:
    _note_argument(parser, _)
    parser.add_argument(
        "section", metavar=_("SECTION"), help=_("its name in “note BOOK show NOTE”")
    )
    parser.add_argument(
        "text",
        nargs="?",
        metavar=_("WORDS"),
        help=_("a paragraph a line; otherwise read from --file"),
    )
    parser.add_argument(
        "--file", type=Path, metavar=_("FILE"), help=_("a text file, or - for standard input")
    )
    parser.add_argument(
        "--add", action="store_true", help=_("behind what is there, instead of in its place")
    )


def _write(store: BookStore, args: Namespace, console: Console) -> None:
    note = refs.note(store, args.note)
    names = [section.name for section in template_named(note.template).sections]
    if args.section not in names:
        raise Refused("none-named", args.section)
    words = args.text or ""
    if args.file is not None:
        words = sys.stdin.read() if str(args.file) == "-" else args.file.read_text("utf-8")
    body = Prose.plain(words)
    if args.add:
        before = next(iter(store.where(Section, note=note.uid, name=args.section)), None)
        body = Prose((*(before.body.blocks if before else ()), *body.blocks))
    run(store, operations.write_section(store, note, args.section, body), console)


def _sign_arguments(parser: ArgumentParser, _: Translate) -> None:
    _note_argument(parser, _)
    parser.add_argument("--by", required=True, metavar=_("NAME"))


def _sign(store: BookStore, args: Namespace, console: Console) -> None:
    from exports.compose.frozen import shown_by_inserts  # noqa: PLC0415 - composes the note
    from ui.words import wording  # noqa: PLC0415

    note = refs.note(store, args.note)
    day = today()
    shown = shown_by_inserts(store.whole(), note, wording(note.lang), day)
    run(store, operations.sign_off(store, note, args.by, day, shown), console)


def _reopen(store: BookStore, args: Namespace, console: Console) -> None:
    run(store, operations.reopen(store, refs.note(store, args.note)), console)


def _remove(store: BookStore, args: Namespace, console: Console) -> None:
    run(store, operations.remove_note(store, refs.note(store, args.note)), console)


def _draft_arguments(parser: ArgumentParser, _: Translate) -> None:
    book_argument(parser, _)
    parser.add_argument(
        "--template", default=DEFAULT_TEMPLATE, metavar=_("NAME"), help=_("see “templates”")
    )
    parser.add_argument(
        "--topic",
        action="append",
        metavar=_("TOPIC"),
        help=_("only these; otherwise every topic without a note"),
    )
    parser.add_argument("--lang", choices=("en", "fr", "zh"))


def _draft(args: Namespace, console: Console) -> int:
    template = template_named(args.template)
    with opened(args) as store:
        topics = [refs.topic(store, words) for words in args.topic] if args.topic else None
        before = len(store.all(Note))
        run(store, drafting.draft(store, template, args.lang or "", topics), console)
        made = len(store.all(Note)) - before
    console.line(
        console.ngettext("{count} note drafted", "{count} notes drafted", made).format(count=made)
    )
    return 0


def _list_tabs(store: BookStore, _args: Namespace, console: Console) -> None:
    tabs = refs.labelled_tabs(store)
    titles = {note.uid: note.title for note in store.all(Note)}
    console.json([{"label": label, **to_plain(tab)} for label, tab in tabs])
    console.table(
        [
            (label or "·", refs.handle(tab), tab.kind, tab.title or titles.get(tab.note or "", ""))
            for label, tab in tabs
        ]
    )


def _tab_argument(parser: ArgumentParser, _: Translate) -> None:
    parser.add_argument("tab", metavar=_("TAB"), help=_("its label or letters"))


def _move_arguments(parser: ArgumentParser, _: Translate) -> None:
    _tab_argument(parser, _)
    parser.add_argument("position", type=int, metavar="N", help=_("its new place, from 1"))


def _move(store: BookStore, args: Namespace, console: Console) -> None:
    run(store, operations.move_tab(store, refs.tab(store, args.tab), args.position - 1), console)


def _add_tab_arguments(parser: ArgumentParser, _: Translate) -> None:
    parser.add_argument(
        "kind",
        type=TabKind,
        choices=operations.GENERATED,
        metavar=_("KIND"),
        help=_("cover, contents, commitments, acronyms or sources"),
    )


def _add_tab(store: BookStore, args: Namespace, console: Console) -> None:
    run(store, operations.add_tab(store, args.kind), console)


def _remove_tab(store: BookStore, args: Namespace, console: Console) -> None:
    run(store, operations.remove_tab(store, refs.tab(store, args.tab)), console)


def _templates(args: Namespace, console: Console) -> int:
    found = load_templates().values()
    console.json(
        [
            {
                "name": t.name,
                "title": t.title(console.lang),
                "sections": [s.name for s in t.sections],
            }
            for t in found
        ]
    )
    console.table([(t.name, t.title(console.lang)) for t in found])
    del args
    return 0


COMMANDS = (
    Command(
        "draft",
        message("draft a note for each topic, from what was accepted"),
        _draft_arguments,
        _draft,
        "draft summit.briefing --template bilateral-meeting-note",
    ),
    command_of_deeds(
        "note",
        message("list the notes, show, add, write, change, sign off or remove one"),
        (
            Deed("list", message("list the notes"), _list),
            Deed("show", message("show a note section by section"), _show, _note_argument),
            Deed("add", message("add an empty note"), _add, _add_arguments),
            Deed("write", message("write the text of a section"), _write, _write_arguments),
            Deed(
                "change",
                message("change a note’s title, topic or state"),
                _change,
                _change_arguments,
            ),
            Deed(
                "sign-off",
                message("sign a note off and freeze its inserts"),
                _sign,
                _sign_arguments,
            ),
            Deed(
                "reopen",
                message("take a signed-off note back to drafting"),
                _reopen,
                _note_argument,
            ),
            Deed("remove", message("remove a note with its tab"), _remove, _note_argument),
        ),
        "note summit.briefing write 2 issue 'The tariff is still open.'",
    ),
    command_of_deeds(
        "tabs",
        message("list the tabs of the book, move, add or remove one"),
        (
            Deed("list", message("list the tabs in order"), _list_tabs),
            Deed("move", message("put a tab elsewhere"), _move, _move_arguments),
            Deed("add", message("bring a generated part back"), _add_tab, _add_tab_arguments),
            Deed("remove", message("take a generated part out"), _remove_tab, _tab_argument),
        ),
        "tabs summit.briefing move 3 1",
    ),
    Command(
        "templates",
        message("list the formats that notes can follow"),
        json_argument,
        _templates,
    ),
)
