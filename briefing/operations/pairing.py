"""Two language versions beside each other: aligned afresh, paired and taken apart by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from briefing.alignment import align, versions
from briefing.edits import Add, Drop, Edit, EditName
from briefing.progress import Progress, unwatched
from briefing.things import Exclusion, Finding, Pair, Passage, Reader
from briefing.uid import new_uid


@dataclass(frozen=True, slots=True)
class Version:
    """The passages of one language in one source."""

    source: str
    lang: str


def passages_in(book: Reader, version: Version) -> list[Passage]:
    """What a version says, in reading order and without what is left out."""
    excluded = {exclusion.passage for exclusion in book.all(Exclusion)}
    found = (p for p in book.where(Passage, source=version.source) if p.uid not in excluded)
    return [p for p in sorted(found, key=lambda p: p.position) if p.lang == version.lang]


def versions_of(book: Reader, sources: Iterable[str]) -> list[Version]:
    """The language versions of some sources, of each the longest first."""
    excluded = {exclusion.passage for exclusion in book.all(Exclusion)}
    return [
        Version(source, lang)
        for source in sources
        for lang in versions(p for p in book.where(Passage, source=source) if p.uid not in excluded)
    ]


def between(pairs: Iterable[Pair], left: Sequence[Passage], right: Sequence[Passage]) -> list[Pair]:
    """The pairs of two versions as seen from the left one, whichever way round they are kept.

    A passage that stands alone in a pair belongs to whichever version it is of.
    """
    ours, theirs = {p.uid for p in left}, {p.uid for p in right}
    found = []
    for pair in pairs:
        if {*pair.left} <= ours and {*pair.right} <= theirs:
            found.append(pair)
        elif {*pair.right} <= ours and {*pair.left} <= theirs:
            found.append(replace(pair, left=pair.right, right=pair.left))
    return found


def aligned(
    left: Sequence[Passage],
    right: Sequence[Passage],
    fixed: Sequence[Pair],
    progress: Progress = unwatched,
) -> tuple[Pair, ...]:
    """New pairs for two versions, beside those that the adviser has set. Heavy."""
    settled = {uid for pair in fixed for uid in (*pair.left, *pair.right)}
    return tuple(
        pair
        for pair in align(left, right, fixed, progress)
        if pair.left and pair.right and settled.isdisjoint((*pair.left, *pair.right))
    )


def align_again(old: Iterable[Pair], new: Iterable[Pair], subject: str = "") -> Edit:
    """Put new pairs in the place of the old ones that nobody has set."""
    gone = tuple(Drop(pair) for pair in old if not pair.fixed)
    return Edit(EditName.ALIGN_VERSIONS, (*gone, *(Add(pair) for pair in new)), subject)


def pair_by_hand(
    pairs: Iterable[Pair],
    left: Sequence[str],
    right: Sequence[str],
    finding: Finding = Finding.NONE,
) -> Edit:
    """Say that passages answer each other, and how well; pairs that they stood in go.

    One side may be empty: nothing answers in the other version.
    """
    uids = {*left, *right}
    old = (Drop(pair) for pair in pairs if uids & {*pair.left, *pair.right})
    made = Pair(uid=new_uid(), left=tuple(left), right=tuple(right), fixed=True, finding=finding)
    return Edit(EditName.PAIR_PASSAGES, (*old, Add(made)))


def unpair(pairs: Sequence[Pair]) -> Edit:
    """Take pairs apart."""
    return Edit(EditName.UNPAIR_PASSAGES, tuple(Drop(pair) for pair in pairs))
