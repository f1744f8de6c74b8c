"""Notes that are not ready to be printed."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from briefing.checking.fault import Fault, Ground, Severity, fault
from briefing.prose import count_words
from briefing.text import fold
from briefing.things import (
    Annotation,
    Commitment,
    Insert,
    Note,
    NoteState,
    PrintFlag,
    Section,
    Source,
    TabKind,
    Topic,
)


def empty_sections(ground: Ground) -> Iterable[Fault]:
    """Sections that the template asks for and nobody has written."""
    for note in ground.whole.all(Note):
        template = ground.templates.get(note.template)
        written = ground.whole.sections_of.get(note.uid, {})
        for section in template.sections if template else ():
            body = written.get(section.name)
            if section.needed and not (body and body.body):
                title = section.title(note.lang)
                yield fault(
                    "empty-section", Severity.MEND, note, note.title, title, spot=section.name
                )


def unknown_templates(ground: Ground) -> Iterable[Fault]:
    """Notes whose template is not on this machine; they are printed section by section."""
    for note in ground.whole.all(Note):
        if note.template not in ground.templates:
            yield fault("no-template", Severity.MEND, note, note.title, note.template)


def too_long(ground: Ground) -> Iterable[Fault]:
    """Sections over the limit of their template."""
    for note in ground.whole.all(Note):
        template = ground.templates.get(note.template)
        written = ground.whole.sections_of.get(note.uid, {})
        for section in template.sections if template else ():
            body = written.get(section.name)
            over = _length(body.body.text) - section.words if body and section.words else 0
            if over > 0:
                title = section.title(note.lang)
                yield fault("too-long", Severity.MEND, note, title, over, spot=section.name)


def too_many_pages(ground: Ground) -> Iterable[Fault]:
    """Notes that are printed on more pages than their template allows."""
    for note in ground.whole.all(Note):
        template = ground.templates.get(note.template)
        pages = ground.pages.get(note.uid, 0)
        if template and 0 < template.pages < pages:
            yield fault("too-many-pages", Severity.MEND, note, note.title, pages)


@lru_cache(maxsize=10_000)
def _length(text: str) -> int:
    """Counted once for each state of a text: a check is made again after every edit."""
    return count_words(text)


def not_signed_off(ground: Ground) -> Iterable[Fault]:
    """Notes that nobody has signed off."""
    for note in ground.whole.all(Note):
        if note.state is not NoteState.SIGNED_OFF:
            yield fault("not-signed-off", Severity.LOOK, note, note.title, note.state)


def topics_without_note(ground: Ground) -> Iterable[Fault]:
    """Topics that have commitments and no note."""
    covered = {note.topic for note in ground.whole.all(Note)}
    used = {uid for commitment in ground.whole.all(Commitment) for uid in commitment.topics}
    for topic in ground.whole.all(Topic):
        above = {topic.uid, *_ancestors(ground, topic)}
        if topic.uid in used and not above & covered:
            yield fault("no-note", Severity.MEND, topic, topic.name)


def _ancestors(ground: Ground, topic: Topic) -> Iterable[str]:
    above = ground.whole.find(Topic, topic.parent)
    while above is not None:
        yield above.uid
        above = ground.whole.find(Topic, above.parent)


def left_out(ground: Ground) -> Iterable[Fault]:
    """Annotations for print that no page shows.

    Those on a commitment or a note are printed with it; one on a passage is printed below an
    extract of it, or where its words were taken into a note.
    """
    shown = {insert.anchor.passage for insert in ground.whole.all(Insert) if insert.anchor}
    unshown = [
        annotation
        for annotation in ground.whole.all(Annotation)
        if annotation.flag is PrintFlag.PRINT
        and not (annotation.commitment or annotation.note)
        and not (annotation.anchor and annotation.anchor.passage in shown)
    ]
    sections = ground.whole.all(Section) if unshown else ()
    written = "\n".join(_folded(section.body.text) for section in sections)
    for annotation in unshown:
        words = annotation.body.text
        if _folded(words) not in written:
            yield fault("left-out", Severity.LOOK, annotation, words)


@lru_cache(maxsize=10_000)
def _folded(text: str) -> str:
    return fold(text)


def markings(ground: Ground) -> Iterable[Fault]:
    """Notes and sources whose marking is above the book's."""
    book = ground.whole.book
    things: list[Note | Source] = [*ground.whole.all(Note), *ground.whole.all(Source)]
    for thing in things:
        if ground.scheme.rank(thing.marking) > ground.scheme.rank(book.marking):
            yield fault("marking-above", Severity.STOP, thing, thing.title, thing.marking)


def meeting_details(ground: Ground) -> Iterable[Fault]:
    """What the cover would lack."""
    meeting = ground.whole.meeting
    if meeting is None:
        yield fault("no-meeting", Severity.MEND, ground.whole.book, ground.whole.book.title)
        return
    if meeting.ends_early:
        yield fault("meeting-order", Severity.MEND, meeting, meeting.occasion, "ends")
    for name in ("occasion", "place", "starts", "principal"):
        if not getattr(meeting, name):
            yield fault("meeting-lacks", Severity.LOOK, meeting, meeting.occasion, name)


def nothing_in_it(ground: Ground) -> Iterable[Fault]:
    """A book without a single note."""
    if not any(tab.kind is TabKind.NOTE for tab in ground.whole.tabs):
        yield fault("no-notes", Severity.MEND, ground.whole.book, ground.whole.book.title)
