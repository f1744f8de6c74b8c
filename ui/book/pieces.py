"""Pieces of material: what the book holds that a note may show, and what becomes of it there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from briefing.anchor import Anchor
from briefing.anchoring import make_anchor
from briefing.operations.books import the_book
from briefing.prose import Block, InsertBlock, Prose
from briefing.store import BookStore
from briefing.text import fold
from briefing.things import (
    Annotation,
    Commitment,
    Insert,
    InsertKind,
    Note,
    Passage,
    PrintFlag,
    Section,
    Source,
    Topic,
    topics_in_order,
)
from briefing.uid import new_uid
from exports.compose.inserts import sides_of


class PieceKind(StrEnum):
    """What a piece of material is."""

    COMMITMENT = "commitment"
    """Its words as an extract with their citation; or, as a whole, with who and where it stands."""
    PASSAGE = "passage"
    ANNOTATION = "annotation"
    TABLE = "table"
    CHART = "chart"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One piece of material."""

    kind: PieceKind
    words: str = ""
    anchor: Anchor | None = None
    commitment: str | None = None
    annotation: Annotation | None = None
    topic: str | None = None
    side: str = ""
    chart: str = ""

    @property
    def key(self) -> str:
        """By what a piece is told from the others."""
        place = self.anchor.passage if self.anchor else ""
        uid = self.commitment or (self.annotation.uid if self.annotation else place)
        return f"{self.kind}:{uid}:{self.topic or ''}:{self.side}:{self.chart}"


@dataclass(frozen=True, slots=True)
class Used:
    """What a note shows already."""

    inserts: tuple[Insert, ...] = ()
    words: str = ""
    """All that is written in it, folded."""

    @classmethod
    def in_note(cls, store: BookStore, note: str) -> Used:
        """What the note of that uid shows."""
        sections = store.where(Section, note=note)
        words = fold("\n".join(section.body.text for section in sections))
        return cls(tuple(store.where(Insert, note=note)), words)

    def has(self, piece: Piece) -> bool:
        """Whether the piece is in the note."""
        if piece.annotation is not None:
            return self._says(piece.annotation)
        return any(_shows(insert, piece) for insert in self.inserts)

    def _says(self, remark: Annotation) -> bool:
        """Whether a remark is written in the note, or printed below an extract of its passage."""
        place = remark.anchor.passage if remark.anchor else None
        if any(insert.anchor and insert.anchor.passage == place for insert in self.inserts):
            return True
        return bool(self.words) and fold(remark.body.text) in self.words


def _shows(insert: Insert, piece: Piece) -> bool:
    match piece.kind:
        case PieceKind.TABLE:
            same = (insert.topic, insert.side) == (piece.topic, piece.side)
            return insert.kind is InsertKind.TABLE and same
        case PieceKind.CHART:
            same = (insert.topic, insert.chart) == (piece.topic, piece.chart)
            return insert.kind is InsertKind.CHART and same
        case _:
            if piece.commitment is not None and insert.commitment == piece.commitment:
                return True
            return insert.anchor is not None and _same_place(insert.anchor, piece.anchor)


def _same_place(one: Anchor, other: Anchor | None) -> bool:
    return other is not None and (one.passage, one.start, one.end) == (
        other.passage,
        other.start,
        other.end,
    )


# What there is


def pieces_of_topic(store: BookStore, topic: str | None, lang: str) -> list[Piece]:
    """Everything on a topic and on those below it: its promises, remarks, tables and charts."""
    if topic is None:
        return []
    topics = [topic, *(t.uid for t in topics_in_order(store.all(Topic), topic))]
    place = {uid: number for number, uid in enumerate(topics)}
    found = store.among(Commitment, "topics", topics)
    found.sort(key=lambda c: min(place.get(uid, len(place)) for uid in c.topics))
    return [
        *pieces_of_commitments(found, lang),
        *_remarks(store, topics, found),
        *_with_something_in_them(store, topic, found),
    ]


def tables_and_charts(topic: str | None) -> Iterator[Piece]:
    """The generated material on a topic, or on the whole book."""
    for side in ("", "ours", "theirs", "joint"):
        yield Piece(kind=PieceKind.TABLE, topic=topic, side=side)
    for chart in ("status", "deadlines"):
        yield Piece(kind=PieceKind.CHART, topic=topic, chart=chart)


def _with_something_in_them(
    store: BookStore, topic: str, found: Sequence[Commitment]
) -> Iterator[Piece]:
    own = the_book(store).own_party
    sides = {side for commitment in found for side in sides_of(commitment, own)}
    if own is None:
        sides &= {""}  # who is not on a side has all of them in one table
    dated = any(commitment.deadline.last_day for commitment in found)
    for piece in tables_and_charts(topic):
        if piece.side in sides and (dated or piece.chart != "deadlines"):
            yield piece


def pieces_of_commitments(commitments: Iterable[Commitment], lang: str) -> list[Piece]:
    """A piece for each, quoted in the language asked for where it has words in it."""
    return [
        Piece(
            kind=PieceKind.COMMITMENT,
            words=anchor.quote if anchor else c.action,
            anchor=anchor,
            commitment=c.uid,
        )
        for c in commitments
        for anchor in (anchor_in(c.anchors, lang),)
    ]


def anchor_in(anchors: Sequence[Anchor], lang: str) -> Anchor | None:
    """The first anchor in a language; where there is none, the first."""
    return next((a for a in anchors if a.lang == lang), anchors[0] if anchors else None)


def pieces_found(store: BookStore, words: str, lang: str, limit: int) -> list[Piece]:
    """Commitments, remarks and passages of the whole book that hold these words, best first."""
    hits = store.search(words, limit, {Commitment, Passage, Annotation})
    uids = {kind: [h.uid for h in hits if h.kind is kind] for kind in (Commitment, Passage)}
    commitments = {
        piece.commitment: piece
        for piece in pieces_of_commitments(store.among(Commitment, "uid", uids[Commitment]), lang)
    }
    passages = {p.uid: p for p in store.among(Passage, "uid", uids[Passage])}
    sources = {s.uid: s for s in store.among(Source, "uid", {p.source for p in passages.values()})}
    marked = [h.uid for h in hits if h.kind is Annotation]
    remarks = {a.uid: a for a in store.among(Annotation, "uid", marked)}
    found: list[Piece] = []
    for hit in hits:
        if hit.kind is Commitment:
            found.append(commitments[hit.uid])
        elif hit.kind is Passage:
            passage = passages[hit.uid]
            anchor = make_anchor(sources[passage.source], passage, 0, len(passage.text))
            found.append(Piece(kind=PieceKind.PASSAGE, words=passage.text, anchor=anchor))
        elif remarks[hit.uid].flag is PrintFlag.PRINT:
            found.append(_remark(remarks[hit.uid]))
    return found


def _remarks(
    store: BookStore, topics: Collection[str], commitments: Sequence[Commitment]
) -> list[Piece]:
    """Remarks for print that hang on the topics, their commitments or the passages of these."""
    passages = {anchor.passage for c in commitments for anchor in c.anchors}
    found = {
        remark.uid: remark
        for remark in (
            *store.among(Annotation, "topic", topics),
            *store.among(Annotation, "commitment", [c.uid for c in commitments]),
            *store.among(Annotation, "anchor__passage", passages),
        )
        if remark.flag is PrintFlag.PRINT
    }
    return [_remark(remark) for _uid, remark in sorted(found.items())]


def _remark(remark: Annotation) -> Piece:
    return Piece(kind=PieceKind.ANNOTATION, words=remark.body.text, annotation=remark)


# What becomes of it


def material(
    piece: Piece, note: Note, *, whole: bool = False
) -> tuple[tuple[Block, ...], list[Insert]]:
    """The blocks that a piece becomes, and the inserts that they name.

    `whole` asks for a commitment with who and where it stands, instead of its words alone.
    """
    if piece.annotation is not None:
        return _bare(piece.annotation.body), []
    insert = Insert(uid=new_uid(), note=note.uid, **_details(piece, whole=whole))  # type: ignore[arg-type]
    return (InsertBlock(insert=insert.uid),), [insert]


def _details(piece: Piece, *, whole: bool) -> dict[str, object]:
    match piece.kind:
        case PieceKind.TABLE:
            return {"kind": InsertKind.TABLE, "topic": piece.topic, "side": piece.side}
        case PieceKind.CHART:
            return {"kind": InsertKind.CHART, "topic": piece.topic, "chart": piece.chart}
        case _:
            if piece.commitment is not None and (whole or piece.anchor is None):
                return {"kind": InsertKind.COMMITMENT, "commitment": piece.commitment}
            return {"kind": InsertKind.EXTRACT, "anchor": piece.anchor}


def _bare(body: Prose) -> tuple[Block, ...]:
    return tuple(block for block in body.blocks if not isinstance(block, InsertBlock))
