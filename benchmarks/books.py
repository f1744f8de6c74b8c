"""Writes a realistic book of about so many pages; the same number gives the same words."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from briefing.anchoring import make_anchor
from briefing.edits import Add, Edit, EditName
from briefing.operations import notes
from briefing.prose import BlockQuote, InsertBlock, Item, List, Paragraph, Prose, Run
from briefing.store import BookStore
from briefing.things import (
    Book,
    Commitment,
    Deadline,
    DeadlineKind,
    Firmness,
    Insert,
    InsertKind,
    Meeting,
    Note,
    Party,
    Passage,
    PassageKind,
    Section,
    Source,
    Status,
    StatusEntry,
    Tab,
    TabKind,
    Thing,
    Topic,
)
from briefing.uid import new_uid

PAGES_OF_A_TOPIC = 7.6
"""Measured: a note of this kind with its share of the ledger and of the sources annex."""
_COMMITMENTS = 7
_SUBJECTS = [
    "harbour air",
    "rail freight",
    "water quality",
    "school places",
    "wind power",
    "river fish",
    "customs data",
    "rescue at sea",
    "early warning",
    "seed banks",
    "battery metals",
    "port tariffs",
    "coastal forests",
    "road safety",
]
_VERBS = [
    "strengthen",
    "publish",
    "connect",
    "reduce",
    "restore",
    "finance",
    "inspect",
    "exchange",
    "train",
    "protect",
]
_OBJECTS = (
    "joint inspections of {0} in both countries",
    "the common register of {0}",
    "a fund for {0} and {1}",
    "the exchange of data on {0} every month",
    "the network of stations for {0} along the coast",
    "training for two hundred officers in {0}",
    "an early report on {0} and {1}",
)
_CHINESE = "双方同意加强在{0}领域的合作，并在{1}年之前公布共同数据，包括每年举行一次部长级会议。"
_CHINESE_SUBJECTS = ("港口空气", "铁路货运", "水质", "学校", "风电", "海关数据", "海上救援")


def make_book(path: Path, pages: int, seed: int = 7) -> BookStore:
    """A new book of about this many pages, open."""
    dice = random.Random(seed)  # noqa: S311 - the same book each time, not a secret
    book = Book(uid=new_uid(), title=f"A book of about {pages} pages", office="Office", lang="en")
    store = BookStore.create(path, book)
    topics = max(1, round((pages - 3) / PAGES_OF_A_TOPIC))
    first = [change.thing for change in notes.first_tabs()]
    both = parties()
    add(store, [*first, *both, Meeting(uid=new_uid(), occasion="Talks", place="Saltholm")])
    original = store.keep(b"The words of this source were made up for measuring.")
    for number in range(topics):
        add(store, list(_topic(dice, number, both, original)))
    renumber_tabs(store)
    return store


def add(store: BookStore, things: list[Thing]) -> None:
    """Put things into a book in one edit."""
    store.apply(Edit(EditName.IMPORT_SOURCE, tuple(Add(thing) for thing in things)))


def parties() -> list[Party]:
    """The two countries."""
    return [
        Party(uid=new_uid(), code="XA", name="Aldmark"),
        Party(uid=new_uid(), code="XM", name="Marenne"),
    ]


def _topic(
    dice: random.Random, number: int, parties: list[Party], original: str
) -> Iterator[Thing]:
    """A topic with its source, commitments, statuses, and a note on it."""
    name = f"{dice.choice(_SUBJECTS).capitalize()} {number + 1}"
    topic = Topic(uid=new_uid(), name=name, position=number)
    texts = list(passages(dice, name))
    source = a_source(texts, number, original)
    yield topic
    yield source
    yield from texts
    commitments = []
    promises = [p for p in texts if p.kind is not PassageKind.HEADING]
    for english, chinese in zip(promises[::2], promises[1::2], strict=False):
        commitment = a_commitment(dice, (source, english, chinese), topic, parties)
        commitments.append(commitment)
        yield commitment
        yield a_status(dice, commitment)
    yield from a_note(dice, topic, commitments, number)


def _sentence(dice: random.Random) -> str:
    one, other = dice.sample(_SUBJECTS, 2)
    year = dice.randint(2027, 2035)
    done = dice.choice(_OBJECTS).format(one, other)
    return f"The two countries agreed to {dice.choice(_VERBS)} {done} no later than {year}."


def passages(dice: random.Random, name: str, commitments: int = _COMMITMENTS) -> Iterator[Passage]:
    """A heading and promises, each in English and in Chinese."""
    at = 0
    texts = [(PassageKind.HEADING, "en", name)]
    for _ in range(commitments):
        texts.append((PassageKind.ITEM, "en", f"{_sentence(dice)} {_sentence(dice)}"))
        chinese = _CHINESE.format(dice.choice(_CHINESE_SUBJECTS), dice.randint(2027, 2035))
        texts.append((PassageKind.ITEM, "zh", chinese))
    for position, (kind, lang, text) in enumerate(texts):
        yield Passage(
            uid=new_uid(),
            source="",
            position=position,
            kind=kind,
            text=text,
            lang=lang,
            start=at,
            end=at + len(text),
            level=1 if kind is PassageKind.HEADING else 0,
        )
        at += len(text) + 1


def a_source(passages: list[Passage], number: int, original: str) -> Source:
    """The source that passages make up; they are given its uid in place."""
    source = Source(
        uid=new_uid(),
        title=f"Joint statement {number + 1}",
        file_name=f"statement-{number + 1}.txt",
        media_type="text/plain",
        original=original,
        size=1,
        text="\n".join(passage.text for passage in passages),
        langs=("en", "zh"),
        issuer="Office of the Premier",
        issued=date(2025, 1, 1) + timedelta(days=number),
    )
    heading = passages[0].uid
    for place, passage in enumerate(passages):
        section = None if passage.kind is PassageKind.HEADING else heading
        passages[place] = replace(passage, source=source.uid, section=section)
    return source


def a_commitment(
    dice: random.Random,
    words: tuple[Source, Passage, Passage],
    topic: Topic,
    parties: list[Party],
) -> Commitment:
    """The commitment that an English and a Chinese passage hold."""
    source, english, chinese = words
    end = english.text.index(".")
    anchors = (
        make_anchor(source, english, 0, end),
        make_anchor(source, chinese, 0, len(chinese.text) - 1),
    )
    year = english.text[:end].rsplit(" ", 1)[-1]
    return Commitment(
        uid=new_uid(),
        action=anchors[0].quote,
        promisors=tuple(party.uid for party in parties),
        firmness=Firmness.AGREED,
        deadline=Deadline(kind=DeadlineKind.DATE, value=year, text=f"no later than {year}"),
        topics=(topic.uid,),
        anchors=anchors,
        lead=f"Desk {dice.randint(1, 9)}",
        next_step="Ask for the figures of last year.",
    )


def a_status(dice: random.Random, commitment: Commitment) -> StatusEntry:
    """Where a commitment stands."""
    return StatusEntry(
        uid=new_uid(),
        commitment=commitment.uid,
        status=dice.choice(list(Status)),
        as_of=date(2026, dice.randint(1, 11), dice.randint(1, 28)),
        evidence="As the yearly report says.",
    )


def a_note(
    dice: random.Random, topic: Topic, commitments: list[Commitment], number: int
) -> Iterator[Thing]:
    """A note of two pages with an extract and a table."""
    note = Note(uid=new_uid(), title=topic.name, template="information-note", topic=topic.uid)
    yield note
    yield Tab(uid=new_uid(), kind=TabKind.NOTE, note=note.uid, position=2 + number)
    table = Insert(uid=new_uid(), note=note.uid, kind=InsertKind.TABLE, topic=topic.uid)
    extract = Insert(
        uid=new_uid(), note=note.uid, kind=InsertKind.EXTRACT, anchor=commitments[0].anchors[0]
    )
    yield table
    yield extract
    bodies = {
        "issue": Prose((_paragraph(dice, 2),)),
        "background": Prose(
            (
                *(_paragraph(dice, 6) for _ in range(4)),
                _quote(dice),
                InsertBlock(insert=extract.uid),
            )
        ),
        "considerations": Prose(
            (*(_paragraph(dice, 5) for _ in range(4)), InsertBlock(insert=table.uid))
        ),
        "next-steps": Prose(
            (List(items=tuple(Item(runs=(Run(text=_sentence(dice)),)) for _ in range(4))),)
        ),
    }
    for name, body in bodies.items():
        yield Section(uid=new_uid(), note=note.uid, name=name, body=body)


def _paragraph(dice: random.Random, sentences: int) -> Paragraph:
    words = " ".join(_sentence(dice) for _ in range(sentences))
    return Paragraph(runs=(Run(text=words, footnote="From the desk's own files."),))


def _quote(dice: random.Random) -> BlockQuote:
    return BlockQuote(runs=(Run(text=_sentence(dice)),))


def renumber_tabs(store: BookStore) -> None:
    """The generated parts behind the notes."""
    for tab in store.all(Tab):
        if tab.kind in {TabKind.COMMITMENTS, TabKind.ACRONYMS, TabKind.SOURCES}:
            store.apply(notes.move_tab(store, tab, 10_000))


def release_text(pages: int, seed: int = 7) -> str:
    """A release of about this many pages as plain text, a section for each two of them."""
    dice = random.Random(seed)  # noqa: S311
    lines = ["Joint statement on many matters", "Saltholm, 3 May 2026", ""]
    for _ in range(max(1, pages // 2)):
        lines += [dice.choice(_SUBJECTS).capitalize(), ""]
        for _ in range(20):
            lines += [f"{_sentence(dice)} The ministers welcomed the work of the pilots.", ""]
    return "\n".join(lines)
