"""Words of a source that are no longer the words of the source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.anchor import Anchor
from briefing.checking.corpus import instruments
from briefing.checking.fault import Fault, Ground, Severity, fault
from briefing.prose import BlockQuote, Prose, runs_text
from briefing.things import (
    Annotation,
    Commitment,
    Insert,
    Note,
    Passage,
    Section,
    StatusEntry,
    Thing,
    WholeBook,
)

_SHORTEST = 20
"""Characters from which words set apart count as a quotation."""


def orphaned_anchors(ground: Ground) -> Iterable[Fault]:
    """Anchors whose quote does not stand where they point."""
    for thing, anchor in _anchored(ground.whole):
        passage = ground.whole.find(Passage, anchor.passage)
        if passage is None or passage.text[anchor.start : anchor.end] != anchor.quote:
            yield fault("orphaned-anchor", Severity.STOP, thing, anchor.quote, spot=anchor.passage)


def altered_quotations(ground: Ground) -> Iterable[Fault]:
    """Quotations typed into notes that nearly, but not quite, say what a source says."""
    corpus = instruments(ground.whole)
    for section in ground.whole.all(Section):
        note = ground.whole.get(Note, section.note)
        for words in _typed_quotes(section.body):
            if corpus.altered(words.strip(" \"“”«»'‘’")):
                yield fault("altered-quotation", Severity.STOP, note, words, spot=section.name)


def _typed_quotes(body: Prose) -> Iterator[str]:
    for block in body.blocks:
        if isinstance(block, BlockQuote) and len(words := runs_text(block.runs)) > _SHORTEST:
            yield words


def _anchored(whole: WholeBook) -> Iterator[tuple[Thing, Anchor]]:
    for commitment in whole.all(Commitment):
        for anchor in commitment.anchors:
            yield commitment, anchor
    others: list[Annotation | Insert | StatusEntry] = [
        *whole.all(Annotation),
        *whole.all(Insert),
        *whole.all(StatusEntry),
    ]
    for thing in others:
        if thing.anchor is not None:
            yield thing, thing.anchor
