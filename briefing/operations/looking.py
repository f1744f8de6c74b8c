"""Looking for commitments in a source that the book has already: heavy, a function of values."""

from __future__ import annotations

from briefing.anchor import Anchor
from briefing.candidates import find
from briefing.edits import Add, Edit, EditName
from briefing.intake.copies import copy_between
from briefing.operations.receiving import Known, grouped
from briefing.progress import Progress, unwatched
from briefing.things import Candidate, Commitment, Pair, Reader, Repair, Source


def look_again(book: Reader, source: Source, progress: Progress = unwatched) -> Edit:
    """Propose what a source promises and nobody has proposed, decided or recorded yet."""
    known = Known.of(book)
    passages = known.passages.get(source.uid, ())
    finds = find(source, passages, known.parties, book.all(Repair), progress)
    taken = _taken(book, source)
    new = [c for c in finds.candidates if not any(_meet(a, taken) for a in c.anchors)]
    copied = known.passages.get(source.copy_of or "", ())
    copy = copy_between(passages, source.copy_of, copied) if source.copy_of else None
    changes = grouped(new, known, book.all(Pair), copy)
    named = {u for c in new for u in (*c.promisors, *c.promisees, *([c.delegate or ""]))}
    parties = [party for party in finds.parties if party.uid in named]
    return Edit(EditName.PROPOSE_CANDIDATES, (*map(Add, parties), *changes), source.title)


def _taken(book: Reader, source: Source) -> dict[str, list[Anchor]]:
    """By passage, the words that somebody has looked at."""
    found: dict[str, list[Anchor]] = {}
    candidates = (c.anchors for c in book.where(Candidate, source=source.uid))
    commitments = (c.anchors for c in book.among(Commitment, "anchors__source", [source.uid]))
    for anchors in (*candidates, *commitments):
        for anchor in anchors:
            if anchor.source == source.uid:
                found.setdefault(anchor.passage, []).append(anchor)
    return found


def _meet(anchor: Anchor, taken: dict[str, list[Anchor]]) -> bool:
    others = taken.get(anchor.passage, ())
    return any(anchor.start < other.end and other.start < anchor.end for other in others)
