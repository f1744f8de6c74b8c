"""A first note for each topic, from what the book already holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from briefing.anchor import Anchor
from briefing.edits import Add, Change, Edit, EditName
from briefing.operations.books import the_book
from briefing.operations.notes import placed
from briefing.progress import Steps, finish
from briefing.prose import Block, InsertBlock, Item, List, Prose, Run
from briefing.templates import Draws, Template, TemplateSection
from briefing.things import (
    Annotation,
    AnnotationKind,
    Commitment,
    Insert,
    InsertKind,
    Kind,
    Note,
    PrintFlag,
    Reader,
    Section,
    Tab,
    TabKind,
    Topic,
    topics_in_order,
)
from briefing.uid import new_uid

_FIRMNESS = (Kind.TASKING, Kind.UNDERTAKING, Kind.LAUNCHED, Kind.REAFFIRMATION, Kind.SOFT)
_NOTES = 10
"""How many notes are drafted in one step."""
_EXTRACTS = 3
"""How many extracts a draft shows: the firmest words of the topic."""


@dataclass(slots=True)
class Drafted:
    """A note as it is being drafted."""

    note: Note
    sections: list[Section] = field(default_factory=list)
    inserts: list[Insert] = field(default_factory=list)

    @property
    def changes(self) -> list[Change]:
        """What brings it into the book."""
        return [Add(thing) for thing in (self.note, *self.inserts, *self.sections)]

    def place(self, insert: Insert) -> Block:
        """Keep an insert, and give the block that shows it."""
        self.inserts.append(insert)
        return InsertBlock(insert=insert.uid)


def draft(
    book: Reader, template: Template, lang: str = "", topics: Sequence[Topic] | None = None
) -> Edit:
    """A note for each topic with commitments that has none yet, in the topics' order.

    Sections receive what their template says that they draw on, as live inserts: the draft
    follows the book until it is signed off. No word in it is made up.
    """
    return finish(drafting(book, template, lang, topics))


def drafting(
    book: Reader, template: Template, lang: str = "", topics: Sequence[Topic] | None = None
) -> Steps[Edit]:
    """Do as `draft` does, a step at a time."""
    spoken = lang or the_book(book).lang
    about = topics if topics is not None else topics_to_draft(book)
    drafted: list[Drafted] = []
    for topic in about:
        drafted.append(_note(book, template, topic, spoken))
        if not len(drafted) % _NOTES:
            yield len(drafted), len(about)
    tabs = [Tab(uid=new_uid(), kind=TabKind.NOTE, note=one.note.uid, position=0) for one in drafted]
    changes = [change for one in drafted for change in one.changes]
    subject = drafted[0].note.title if drafted else ""
    return Edit(EditName.DRAFT_NOTES, (*changes, *placed(book, tabs)), subject)


def topics_to_draft(book: Reader) -> list[Topic]:
    """Topics that commitments are listed under and that no note is about, in order."""
    about = {note.topic for note in book.all(Note)}
    used = {commitment.topics[0] for commitment in book.all(Commitment) if commitment.topics}
    return [t for t in topics_in_order(book.all(Topic)) if t.uid in used and t.uid not in about]


def _note(book: Reader, template: Template, topic: Topic, lang: str) -> Drafted:
    """One note on a topic, with its material in the sections that draw on it."""
    note = Note(uid=new_uid(), title=topic.name, template=template.name, topic=topic.uid, lang=lang)
    drafted = Drafted(note)
    commitments = book.among(Commitment, "topics", [topic.uid])
    annotations = _annotations(book, topic, commitments)
    for section in template.sections:
        blocks = tuple(_blocks(drafted, section, commitments, annotations))
        body = Prose(blocks)
        drafted.sections.append(Section(uid=new_uid(), note=note.uid, name=section.name, body=body))
    return drafted


def _blocks(
    drafted: Drafted,
    section: TemplateSection,
    commitments: Sequence[Commitment],
    annotations: Sequence[Annotation],
) -> Iterable[Block]:
    match section.draws:
        case Draws.NOTHING:
            return
        case Draws.COMMITMENTS | Draws.STATUS | Draws.EXTRACTS:
            for insert in _inserts(drafted.note, section, commitments):
                yield drafted.place(insert)
        case Draws.NEXT_STEPS:
            steps = [Item(runs=(Run(text=c.next_step),)) for c in commitments if c.next_step]
            if steps:
                yield List(items=tuple(steps))
        case remarks:
            yield from _remarks(annotations, _KIND_OF[remarks])


def _inserts(
    note: Note, section: TemplateSection, commitments: Sequence[Commitment]
) -> Iterable[Insert]:
    match section.draws:
        case Draws.COMMITMENTS:
            yield Insert(
                uid=new_uid(),
                note=note.uid,
                kind=InsertKind.TABLE,
                topic=note.topic,
                side=section.side,
            )
        case Draws.STATUS:
            yield Insert(
                uid=new_uid(),
                note=note.uid,
                kind=InsertKind.CHART,
                topic=note.topic,
                chart="status",
            )
        case _:
            for commitment in _firmest(commitments, note.lang):
                anchor = _spoken(commitment, note.lang)
                yield Insert(uid=new_uid(), note=note.uid, kind=InsertKind.EXTRACT, anchor=anchor)


_KIND_OF = {
    Draws.BACKGROUND: AnnotationKind.BACKGROUND,
    Draws.TALKING_POINTS: AnnotationKind.TALKING_POINT,
    Draws.SENSITIVITIES: AnnotationKind.SENSITIVITY,
    Draws.QUESTIONS: AnnotationKind.QUESTION,
}


def _remarks(annotations: Sequence[Annotation], kind: AnnotationKind) -> Iterable[Block]:
    for annotation in annotations:
        if annotation.kind is kind and annotation.flag is PrintFlag.PRINT:
            yield from annotation.body.blocks


def _firmest(commitments: Sequence[Commitment], lang: str) -> list[Commitment]:
    """The firmest words first, whole sentences before pieces of one; then in the text's order.

    Words in the note's language come before all others.
    """
    with_words = [c for c in commitments if c.anchors]

    def rank(commitment: Commitment) -> tuple[bool, bool, int]:
        anchor = _spoken(commitment, lang)
        foreign = anchor.lang != lang
        return foreign, _is_piece(anchor), _FIRMNESS.index(commitment.kind)

    chosen = sorted(with_words, key=rank)[:_EXTRACTS]
    return [commitment for commitment in with_words if commitment in chosen]


def _spoken(commitment: Commitment, lang: str) -> Anchor:
    """Its words in a language, or else those that it has."""
    own = (anchor for anchor in commitment.anchors if anchor.lang == lang)
    return next(own, commitment.anchors[0])


def _is_piece(anchor: Anchor) -> bool:
    """Whether a quote is a later part of a series, without a subject of its own."""
    return anchor.quote[:1].islower()


def _annotations(book: Reader, topic: Topic, commitments: Sequence[Commitment]) -> list[Annotation]:
    """Remarks that hang on the topic, on its commitments or on the passages they rest on."""
    passages = {anchor.passage for c in commitments for anchor in c.anchors}
    found = (
        *book.among(Annotation, "topic", [topic.uid]),
        *book.among(Annotation, "commitment", [c.uid for c in commitments]),
        *book.among(Annotation, "anchor__passage", passages),
    )
    return [remark for _uid, remark in sorted({remark.uid: remark for remark in found}.items())]
