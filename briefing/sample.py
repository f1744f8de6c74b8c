"""The sample book: two invented countries, a roadmap received twice, and an adviser's work on it.

Everything in it goes the way that an adviser's own book goes: the sources are read, candidates
found and accepted, notes drafted and written, by the same operations. It is the tests' fixture too.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from importlib import resources
from pathlib import Path
from typing import Any

from briefing.edits import Edit
from briefing.intake import read
from briefing.operations import annotations as remarks
from briefing.operations import books, commitments, drafting, notes, parties, triage
from briefing.operations import sources as overlays
from briefing.operations.receiving import Known, receive
from briefing.progress import Progress, unwatched
from briefing.prose import Item, List, Prose, Run
from briefing.store import BookStore
from briefing.templates import load_templates
from briefing.things import (
    AnnotationKind,
    Book,
    Candidate,
    Commitment,
    Insert,
    InsertKind,
    Note,
    NoteState,
    Party,
    Passage,
    PrintFlag,
    Section,
    Status,
    Tab,
    Topic,
)
from briefing.uid import new_uid

AUTHOR = "Desk adviser"
RECEIVED = "2026-11-16T08:15:00+00:00"
RECORDED = "2026-11-17T10:00:00+00:00"
_STEPS = 6


def make_sample(path: Path, progress: Progress = unwatched) -> BookStore:
    """The sample book in a new file, open. Raises `BookExists` where the file is."""
    data = sample_data()
    title = {name: data[name] for name in ("title", "office", "lang", "scheme", "marking")}
    store = BookStore.create(path, Book(uid=new_uid(), **title), notes.first_tabs(), author=AUTHOR)
    steps: tuple[Callable[[BookStore, dict[str, Any]], None], ...] = (
        _begin,
        _take_in_sources,
        _record_commitments,
        _annotate,
        _draft_notes,
        _write_notes,
    )
    for done, step in enumerate(steps):
        progress(done, _STEPS)
        step(store, data)
    progress(_STEPS, _STEPS)
    return store


def sample_data() -> dict[str, Any]:
    """What the adviser wrote, as the data file has it."""
    return tomllib.loads(_file("book.toml").decode("utf-8"))


def _file(name: str) -> bytes:
    return resources.files("resources").joinpath("sample", name).read_bytes()


def _run(store: BookStore, edit: Edit) -> None:
    store.apply(edit, author=AUTHOR)


def _begin(store: BookStore, data: dict[str, Any]) -> None:
    for party in data["party"]:
        names = tuple(party["names"])
        _run(store, parties.add_party(store, party["code"], party["name"], names=names))
    own = _party(store, data["own_party"])
    _run(store, books.change_book(store, own_party=own.uid))
    meeting = dict(data["meeting"])
    meeting["counterparts"] = tuple(meeting["counterparts"])
    meeting["parties"] = tuple(_party(store, code).uid for code in meeting["parties"])
    _run(store, books.change_meeting(store, **meeting))


def _take_in_sources(store: BookStore, data: dict[str, Any]) -> None:
    for source in data["source"]:
        content = _file(source["file"])
        reading = read(content, source["file"], received=RECEIVED)
        received = receive(reading, Known.of(store))
        store.keep(content)
        _run(store, received.edit)
    for repair in data["repair"]:
        passage = next(p for p in store.all(Passage) if p.text.startswith(repair["starts"]))
        _run(store, overlays.repair(passage, repair["text"], remark=repair["remark"]))


def _record_commitments(store: BookStore, data: dict[str, Any]) -> None:
    _run(store, triage.accept(store, [c.uid for c in store.all(Candidate)]))
    for follow_up in data["follow_up"]:
        details = {name: follow_up.get(name, "") for name in ("lead", "next_step")}
        _run(store, commitments.change_commitment(_commitment(store, follow_up), **details))
    for entry in data["status"]:
        party = _party(store, entry["party"]).uid if "party" in entry else None
        edit = commitments.add_status(
            _commitment(store, entry),
            status=Status(entry["status"]),
            as_of=entry["as_of"],
            party=party,
            evidence=entry["evidence"],
            recorded=RECORDED,
        )
        _run(store, edit)


def _annotate(store: BookStore, data: dict[str, Any]) -> None:
    for annotation in data["annotation"]:
        edit = remarks.annotate(
            Prose.plain(annotation["text"]),
            commitment=_commitment(store, annotation).uid,
            kind=AnnotationKind(annotation["kind"]),
            flag=PrintFlag(annotation["flag"]),
            author=AUTHOR,
            written=RECORDED,
        )
        _run(store, edit)


def _draft_notes(store: BookStore, data: dict[str, Any]) -> None:
    templates = load_templates()
    _run(store, drafting.draft(store, templates["information-note"]))
    bilateral = data["bilateral"]
    note = Note(
        uid=new_uid(),
        title=bilateral["title"],
        template="bilateral-meeting-note",
        lang=bilateral["lang"],
        author=AUTHOR,
    )
    _run(store, notes.add_note(store, note, tuple(_bilateral_sections(note, bilateral))))
    first = min(tab.position for tab in store.all(Tab) if tab.note is not None)
    tab = next(tab for tab in store.all(Tab) if tab.note == note.uid)
    _run(store, notes.move_tab(store, tab, first))
    for side in ("ours", "theirs"):
        insert = Insert(uid=new_uid(), note=note.uid, kind=InsertKind.TABLE, side=side)
        _run(store, notes.add_insert(store, note, side, insert))
    chart = Insert(uid=new_uid(), note=note.uid, kind=InsertKind.CHART, chart="status")
    _run(store, notes.add_insert(store, note, "joint", chart))


def _bilateral_sections(note: Note, data: Mapping[str, Any]) -> Iterable[Section]:
    for name, text in data["sections"].items():
        body = _listed(text) if "\n" in text else Prose.plain(text)
        yield Section(uid=new_uid(), note=note.uid, name=name, body=body)


def _listed(text: str) -> Prose:
    items = tuple(Item(runs=(Run(text=line),)) for line in text.splitlines())
    return Prose((List(items=items),))


def _write_notes(store: BookStore, data: dict[str, Any]) -> None:
    topics = {topic.uid: topic.name for topic in store.all(Topic)}
    written = {note["topic"]: note for note in data["note"]}
    for note in store.all(Note):
        own = written.get(topics.get(note.topic or "", ""))
        if own is None:
            continue
        sections = {s.name: s.body for s in store.where(Section, note=note.uid)}
        for name, text in own["sections"].items():
            words = _listed(text) if "\n" in text else Prose.plain(text)
            body = Prose((*words.blocks, *sections.get(name, Prose()).blocks))
            _run(store, notes.write_section(store, note, name, body))
        state = NoteState(own.get("state", NoteState.DRAFT))
        if state is NoteState.FOR_REVIEW:
            _run(store, notes.change_note(note, state=state))


def _party(store: BookStore, code: str) -> Party:
    return next(party for party in store.all(Party) if party.code == code)


def _commitment(store: BookStore, data: Mapping[str, Any]) -> Commitment:
    """The commitment whose words hold the quote of a data row."""
    words = data["quote"]
    return next(
        c for c in store.all(Commitment) if any(words in anchor.quote for anchor in c.anchors)
    )
