"""What is done in other processes for the Sources workspace: values in, values out, no Qt."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from briefing.edits import Add, Edit
from briefing.intake import Reading, read, read_file
from briefing.operations.looking import look_again
from briefing.operations.pairing import Version, aligned, between, passages_in
from briefing.operations.receiving import Known, Received, receive
from briefing.progress import Progress
from briefing.things import Pair, Party, Source, WholeBook


@dataclass(frozen=True, slots=True)
class Taken:
    """A file as it was read, with its bytes: what is imported later is what was seen."""

    reading: Reading
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What the book has to say about a file that is not in it yet."""

    parties: tuple[str, ...] = ()
    """Names of those who speak in it."""
    candidates: int = 0
    copy_of: str = ""
    """Uid of the source, or of the reading, that holds the same text."""
    version_of: str = ""
    """Uid of the source or reading that says the same in another language."""


def take(path: Path, received: str, progress: Progress) -> Taken:
    """Read a file; raises one of the errors named Source."""
    reading = read_file(path, progress, received)
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != reading.source.original:
        reading = read(data, path.name, progress, received)  # it was written to meanwhile
    return Taken(reading, data)


def take_text(data: bytes, name: str, received: str, progress: Progress) -> Taken:
    """Read what was pasted."""
    return Taken(read(data, name, progress, received), data)


def look_over(
    whole: WholeBook, reading: Reading, others: Sequence[Reading], progress: Progress
) -> Seen:
    """Hold a reading against the book, and against those that are to be imported before it."""
    known = _with(Known.of(whole), others)
    received = receive(reading, known, progress=progress)
    added = (change.thing for change in received.edit.changes if isinstance(change, Add))
    names = {party.uid: party.name for party in known.parties}
    names |= {thing.uid: thing.name for thing in added if isinstance(thing, Party)}
    return Seen(
        parties=tuple(names[uid] for uid in received.source.parties if uid in names),
        candidates=received.candidates,
        copy_of=received.copy_of.uid if received.copy_of else "",
        version_of=received.version_of.uid if received.version_of else "",
    )


def receive_into(
    whole: WholeBook,
    reading: Reading,
    details: Mapping[str, Any],
    parties: Sequence[str],
    look: bool,  # noqa: FBT001 - sent by place to another process
    progress: Progress,
) -> Received:
    """A reading as an edit of the book as it is now."""
    return receive(reading, Known.of(whole), details, parties, progress, look=look)


def look_through(whole: WholeBook, source: str, progress: Progress) -> Edit:
    """What a source promises and nobody has proposed yet, as an edit."""
    return look_again(whole, whole.get(Source, source), progress)


def align_afresh(
    whole: WholeBook, left: Version, right: Version, progress: Progress
) -> tuple[Pair, ...]:
    """New pairs for two versions, around those that the adviser has set."""
    ours, theirs = passages_in(whole, left), passages_in(whole, right)
    fixed = [pair for pair in between(whole.all(Pair), ours, theirs) if pair.fixed]
    return aligned(ours, theirs, fixed, progress)


def _with(known: Known, others: Sequence[Reading]) -> Known:
    return replace(
        known,
        sources=(*known.sources, *(reading.source for reading in others)),
        passages={**known.passages, **{r.source.uid: r.kept for r in others}},
    )
