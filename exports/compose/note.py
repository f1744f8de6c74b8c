"""A note as a part of the book: its template's sections in order, with their material."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.prose import Prose
from briefing.templates import SectionKind, Template, TemplateSection
from briefing.things import Note, NoteState, Section
from exports.compose.citations import Footnotes
from exports.compose.desk import Desk
from exports.compose.inserts import InsertComposer
from exports.compose.meeting import meeting_table
from exports.compose.prose import Numbers, ProseComposer
from exports.tree import Block, Heading, Panel, Paragraph, Role, Text
from exports.wording import Word


def note_blocks(desk: Desk, note: Note, title: str, label: str) -> Iterator[Block]:
    """The blocks of a note, its title first."""
    template = desk.templates.get(note.template)
    kind = template.title(note.lang) if template else ""
    yield Heading(
        level=1,
        number=label,
        inlines=(Text(text=title),),
        comments=desk.comments(note.uid),
        lang=_other(note.lang, desk.lang),
    )
    state = desk.wording.named("state", note.state)
    if note.state is NoteState.SIGNED_OFF and note.signed_on is not None:
        day = desk.wording.day(note.signed_on)
        state = desk.wording.say(Word.SIGNED_OFF_BY, name=note.signed_by, date=day)
    facts = [words for words in (kind, note.author, state) if words]
    yield Paragraph(inlines=(Text(text=" · ".join(facts)),), role=Role.META)
    yield from _sections(desk, note, template)
    for remark in desk.printed_remarks(note.uid):
        label = desk.wording.named("annotation", remark.kind)
        text = desk.wording.labelled(label, remark.body.text)
        yield Paragraph(inlines=(Text(text=text),), role=Role.SMALL)


def bodies(desk: Desk, note: Note) -> Iterator[Prose]:
    """What is written in the sections of a note, in the order in which they are printed."""
    written = desk.whole.sections_of.get(note.uid, {})
    template = desk.templates.get(note.template)
    known = [section.name for section in template.sections] if template else []
    for name in dict.fromkeys((*known, *written)):
        if name in written:
            yield written[name].body


def _sections(desk: Desk, note: Note, template: Template | None) -> Iterator[Block]:
    footnotes = Footnotes(desk)
    inserts = InsertComposer(desk, footnotes)
    written = desk.whole.sections_of.get(note.uid, {})
    numbers = Numbers() if template and template.numbered else None
    known = template.sections if template else ()
    for section in known:
        composer = ProseComposer(
            desk,
            footnotes,
            inserts.blocks,
            numbers=numbers,
            role=Role.LEAD if section.kind is SectionKind.LEAD else Role.BODY,
            handling=section.handling,
            lang=_other(note.lang, desk.lang),
            uid=written[section.name].uid if section.name in written else "",
        )
        yield from _section(desk, note, section, written.get(section.name), composer)
    # A section that the template does not know any more is printed all the same: no word is lost.
    names = {section.name for section in known}
    for name, orphan in written.items():
        if name not in names and orphan.body:
            yield Heading(level=2, inlines=(Text(text=name),), uid=orphan.uid)
            composer = ProseComposer(desk, footnotes, inserts.blocks, uid=orphan.uid)
            yield from composer.blocks(orphan.body)


def _section(
    desk: Desk,
    note: Note,
    section: TemplateSection,
    written: Section | None,
    composer: ProseComposer,
) -> Iterator[Block]:
    blocks: tuple[Block, ...] = ()
    if section.kind is SectionKind.MEETING:
        blocks = tuple(meeting_table(desk))
    if written is not None and written.body:
        blocks = (*blocks, *composer.blocks(written.body))
    if not blocks and desk.working and section.hint(note.lang):
        hint = Text(text=section.hint(note.lang), lang=_other(note.lang, desk.lang))
        blocks = (Paragraph(inlines=(hint,), role=Role.HINT),)
    if not blocks:
        return
    title = Text(text=section.title(note.lang), lang=_other(note.lang, desk.lang))
    uid = written.uid if written else f"{note.uid}-{section.name}"
    yield Heading(level=2, inlines=(title,), uid=uid)
    if section.handling:
        word = Word.USABLE if section.handling == "usable" else Word.INTERNAL
        yield Panel(title=desk.wording.say(word), blocks=blocks)
    else:
        yield from blocks


def _other(lang: str, book: str) -> str:
    return lang if lang != book else ""
