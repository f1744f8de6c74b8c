"""From passages to candidates: reads each passage in its language, under its lead-in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from briefing.candidates.chinese import ChineseReader
from briefing.candidates.gazetteer import Gazetteer, gazetteer
from briefing.candidates.latin import LatinReader
from briefing.candidates.leadins import LeadIn
from briefing.candidates.maker import Maker, Read
from briefing.candidates.parties import Directory
from briefing.candidates.promise import Promise
from briefing.candidates.speakers import document_parties
from briefing.progress import Progress, unwatched
from briefing.things import Candidate, Party, Passage, PassageKind, Repair, Source

_LANGS = frozenset({"en", "fr", "zh"})


@dataclass(frozen=True, slots=True)
class Finds:
    """What was found in a source."""

    candidates: tuple[Candidate, ...]
    parties: tuple[Party, ...]
    """Parties that the book does not hold yet."""
    speakers: tuple[str, ...] = ()
    """Uids of the parties that the source speaks for."""


class Reader(Protocol):
    """What reads the promises of one language."""

    bodies: list[str]

    def read(self, passage: Passage, lead: LeadIn | None) -> list[Promise]:
        """The promises of a passage, in order."""

    def lead_in(self, passage: Passage, following: Passage | None) -> LeadIn | None:
        """What the passages after this one inherit, if it leads in a list."""

    def heading(self, passage: Passage) -> LeadIn | None:
        """A heading under which items promise."""

    def continues(self, passage: Passage, lead: LeadIn) -> bool:
        """Whether a passage without a list mark still belongs to a list."""


def find(
    source: Source,
    passages: Sequence[Passage],
    parties: Sequence[Party] = (),
    repairs: Sequence[Repair] = (),
    progress: Progress = unwatched,
    extra: Sequence[Path] = (),
) -> Finds:
    """Every commitment that a source seems to make, in reading order, with the reasons."""
    names = gazetteer(parties, extra)
    speakers = document_parties(source, passages, parties, extra)
    directory = Directory(speakers, parties, names)
    mended = frozenset(repair.passage for repair in repairs)
    maker = Maker(source, directory, names, tuple(extra), mended)
    candidates: list[Candidate] = []
    for done, read in enumerate(_read(passages, names, speakers.people, tuple(extra))):
        progress(done, len(passages))
        candidates += maker.candidates(read)
    progress(len(passages), len(passages))
    uids = tuple(directory.party(code).uid for code in speakers.codes)
    return Finds(tuple(candidates), tuple(directory.found), uids)


def _read(
    passages: Sequence[Passage],
    names: Gazetteer,
    people: Mapping[str, str],
    extra: tuple[Path, ...],
) -> Iterator[Read]:
    """Each passage with its heading's words and its promises."""
    readers: dict[str, Reader] = {}
    headings = {p.uid: p.text for p in passages if p.kind is PassageKind.HEADING}
    leads: list[LeadIn] = []
    for place, passage in enumerate(passages):
        lang = passage.lang
        if lang not in _LANGS:
            continue
        if lang not in readers:
            readers[lang] = _reader(lang, names, people, extra)
        reader = readers[lang]
        following = passages[place + 1] if place + 1 < len(passages) else None
        opened = reader.lead_in(passage, following)
        if opened is not None and opened.firmness is None:
            opened = reader.heading(passage) or opened
        if opened is not None and following is not None and not _leads(opened, following, reader):
            opened = None
        if passage.kind is PassageKind.HEADING:
            opened = opened or reader.heading(passage)
            leads = [opened] if opened is not None else []
            continue
        leads = _still_open(leads, passage, reader)
        promises = reader.read(passage, leads[-1] if leads else None)
        if opened is not None:
            promises = [p for p in promises if not _leads_in(p, opened, passage)]
            leads.append(opened)
        section = headings.get(passage.section or "", "")
        yield Read(passage, section, promises, tuple(reader.bodies))


def _still_open(leads: list[LeadIn], passage: Passage, reader: Reader) -> list[LeadIn]:
    """The lead-ins that a passage stands under, the nearest last."""
    while leads and not leads[-1].covers(passage):
        loose = passage.kind is PassageKind.PARAGRAPH and leads[-1].level < 0
        if loose and reader.continues(passage, leads[-1]):
            break
        leads = leads[:-1]
    return leads


def _leads(lead: LeadIn, following: Passage, reader: Reader) -> bool:
    """Whether what follows a lead-in is a list, so that the words before it promise nothing."""
    return lead.covers(following) or reader.continues(following, lead)


def _leads_in(promise: Promise, lead: LeadIn, passage: Passage) -> bool:
    """Whether a promise is no more than the words that lead in a list."""
    return promise.end > passage.text.rfind(lead.text)


def _reader(
    lang: str, names: Gazetteer, people: Mapping[str, str], extra: tuple[Path, ...]
) -> Reader:
    if lang == "zh":
        return ChineseReader(names, people, extra)
    return LatinReader(lang, names, extra)
