"""A source of 1 MB with 5,000 marks in the reader: how soon it opens, how fast a key paints.

`QT_QPA_PLATFORM=offscreen python3 -m benchmarks.reader` prints milliseconds of
the processor, so that a busy machine does no harm. The book around it
holds 10,000 candidates more, because triage must not feel how large the book is.
"""

from __future__ import annotations

import random
import statistics
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import process_time

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from briefing.anchoring import make_anchor
from briefing.edits import Add, Edit, EditName
from briefing.store import BookStore
from briefing.things import (
    Book,
    Candidate,
    CandidateState,
    Commitment,
    Firmness,
    Party,
    Passage,
    PassageKind,
    Source,
    Thing,
)
from briefing.uid import new_uid
from ui.reader.pane import ReaderPane

_WORDS = (
    "the leaders agreed to strengthen joint inspections of harbour air in both countries and to "
    "publish data on water quality every month with the ministers of transport of the coast"
)
SIZE = 1_000_000
MARKS = 5_000
OTHERS = 10_000
_PASSAGE = 560
_SECTION = 24


@dataclass(frozen=True, slots=True)
class Figures:
    """Milliseconds of one thing done many times."""

    name: str
    times: tuple[float, ...]

    def __str__(self) -> str:
        ordered = sorted(self.times)
        high = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
        middle = statistics.median(ordered)
        return f"{self.name:32} p50 {middle:7.1f}  p95 {high:7.1f}  max {ordered[-1]:7.1f}"


def make_marked_book(path: Path, seed: int = 3) -> str:
    """A book with one source of 1 MB and 5,000 marks, and many candidates elsewhere; its uid."""
    dice = random.Random(seed)  # noqa: S311 - the same book each time, not a secret
    with BookStore.create(path, Book(uid=new_uid(), title="Marked")) as store:
        original = store.keep(b"made up for measuring")
        parties = [Party(uid=new_uid(), code=c, name=c) for c in ("XA", "XM")]
        _add(store, parties)
        uid = _fill(store, dice, original, SIZE, MARKS, commitments=MARKS // 2)
        for _ in range(10):
            _fill(store, dice, original, SIZE // 10, OTHERS // 10, commitments=0)
    return uid


def _fill(
    store: BookStore, dice: random.Random, original: str, size: int, marks: int, *, commitments: int
) -> str:
    count = size // _PASSAGE
    texts = [_text(dice) for _ in range(count)]
    source = Source(
        uid=new_uid(), title="A long text", file_name="long.txt", media_type="text/plain",
        original=original, size=size, text="\n".join(texts), langs=("en",),
    )  # fmt: skip
    passages = list(_passages(source, texts))
    bodies = [passage for passage in passages if passage.kind is not PassageKind.HEADING]
    things: list[Thing] = []
    for number in range(marks):
        passage = bodies[number * len(bodies) // marks]
        start = passage.text.index(" ", (number * 97) % (len(passage.text) - 120)) + 1
        anchor = make_anchor(source, passage, start, start + 80)
        if number % 2 and commitments:
            things.append(Commitment(uid=new_uid(), action=anchor.quote, anchors=(anchor,)))
        else:
            things.append(_candidate(source, anchor, number))
    _add(store, [source, *passages, *things])
    return source.uid


def _text(dice: random.Random) -> str:
    words: list[str] = []
    while sum(map(len, words)) + len(words) < _PASSAGE:
        words.append(dice.choice(_WORDS.split()))
    return " ".join(words).capitalize() + "."


def _passages(source: Source, texts: list[str]) -> Iterator[Passage]:
    start, heading = 0, None
    for place, text in enumerate(texts):
        head = place % _SECTION == 0
        kind = PassageKind.HEADING if head else PassageKind.PARAGRAPH
        words = text[:40] if head else text
        passage = Passage(
            uid=new_uid(), source=source.uid, position=place, kind=kind, text=words, lang="en",
            start=start, end=start + len(words), level=int(head), section=heading,
        )  # fmt: skip
        heading = passage.uid if head else heading
        start += len(text) + 1
        yield passage


def _candidate(source: Source, anchor: object, number: int) -> Candidate:
    return Candidate(
        uid=new_uid(), source=source.uid, anchors=(anchor,), firmness=Firmness.AGREED,  # type: ignore[arg-type]
        reasons=("trigger:agreed to",), confidence=0.9, group=f"g{source.uid}{number}",
        state=CandidateState.PROPOSED,
    )  # fmt: skip


def _add(store: BookStore, things: list[Thing]) -> None:
    store.apply(Edit(EditName.IMPORT_SOURCE, tuple(Add(thing) for thing in things)))


def figures(reader: ReaderPane, uid: str) -> Iterator[Figures]:
    """What is measured of a reader in a window that is shown."""
    started = process_time()
    reader.show_source(uid)
    _paint(reader)
    yield Figures("open and paint", (_since(started),))
    yield Figures("lay the rest out, a step", tuple(_steps(80)))
    reader.text.setFocus()
    for name, key, times in (
        ("J: next card and paint", Qt.Key.Key_J, 200),
        ("A: accept, next card and paint", Qt.Key.Key_A, 40),
        ("X: reject, next card and paint", Qt.Key.Key_X, 40),
        ("Z: take back and paint", Qt.Key.Key_Z, 20),
        ("Down and paint", Qt.Key.Key_Down, 200),
        ("Page Down and paint", Qt.Key.Key_PageDown, 100),
    ):
        yield Figures(name, tuple(_pressed(reader, key, times)))
    started = process_time()
    reader.finding.look_for("water quality")
    _paint(reader)
    yield Figures("find, first time", (_since(started),))
    yield Figures("find", tuple(_timed(lambda: reader.finding.look_for("joint insp"), reader)))


def _pressed(reader: ReaderPane, key: Qt.Key, times: int) -> Iterator[float]:
    for _ in range(times):
        started = process_time()
        QTest.keyClick(reader.text, key)
        _paint(reader)
        yield _since(started)


def _timed(deed: Callable[[], None], reader: ReaderPane) -> Iterator[float]:
    for _ in range(20):
        started = process_time()
        deed()
        _paint(reader)
        yield _since(started)


def _steps(count: int) -> Iterator[float]:
    """Turns of the event loop; in each, Qt lays out some more of what is out of sight."""
    for _ in range(count):
        started = process_time()
        QTest.qWait(5)
        yield _since(started)


def _paint(reader: ReaderPane) -> None:
    """Have what waits to be painted painted."""
    QCoreApplication.sendPostedEvents()
    reader.text.viewport().repaint()


def _since(started: float) -> float:
    return (process_time() - started) * 1000
