"""The same release received twice: as a web page and as a PDF, or one as a part of the other.

Passages are compared by the runs of words that they share, so that each is compared in earnest
only with the few that can be its copy; spelling, quotation marks and layout do not count.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from briefing.intake.reading import Reading
from briefing.text import HAN, search_text
from briefing.things import Passage, Source

COPY = 0.6
"""Of the letters of the smaller source must stand in the other."""
_ALIKE = 84.0
_CONTAINED = 90.0
"""How alike, out of 100, two passages must be, or the shorter must be to a piece of the longer."""
_RUN = 4
"""Words in a run; a Han character counts as a word."""
_CLOSE = 3
_SHORTEST = 40
"""Letters; a shorter passage counts only if it is equal."""
_ENOUGH = 300
"""Letters in common; less is a quotation that two texts share, unless it is all of both."""
_WHOLE = 0.95
_LENGTHS = 0.8
_WORD = re.compile(r"\w+")
_SPELT = re.compile(f"[{HAN}]|[^\\W{HAN}]+")
_GLANCE = 0.1
"""Of the runs of words of the smaller text, as they are spelt, stand in every copy of it.

A page and the release that it was made from share 0.98 of them. Other texts have formulas in
common at most: to hold a text against 300 of them takes a third of the time that it took when
single words were compared.
"""


@dataclass(frozen=True, slots=True)
class Match:
    """A passage of one source and its copy in the other, with how alike they are up to 1."""

    left: str
    right: str
    likeness: float


@dataclass(frozen=True, slots=True)
class Copy:
    """A source that holds the same release; `share` of the smaller of the two is in the other."""

    source: str
    share: float
    matches: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class _Text:
    uid: str
    lang: str
    text: str
    runs: frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Texts:
    """The passages of a source, and in which of them each run of words stands."""

    texts: tuple[_Text, ...]
    index: Mapping[tuple[str, ...], list[int]]

    @classmethod
    def of(cls, passages: Iterable[Passage]) -> _Texts:
        texts = tuple(_text(passage) for passage in passages)
        index: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for place, text in enumerate(texts):
            for run in text.runs:
                index[run].append(place)
        return cls(texts, index)


def copy_of(reading: Reading, others: Iterable[tuple[Source, Sequence[Passage]]]) -> Copy | None:
    """The source that a reading is most of all a copy of; None if it is of none.

    The others' passages are those that are not excluded.
    """
    mine = reading.kept
    texts = _Texts.of(mine)
    runs = _spelt_runs(mine)
    found: list[Copy] = []
    for source, passages in others:
        if _may_be_alike(runs, _spelt_runs(passages)):
            copy = _copy(mine, source.uid, passages, _between(texts, passages))
            found += [copy] if copy else []
    return max(found, key=lambda copy: (copy.share, len(copy.matches)), default=None)


def copy_between(mine: Sequence[Passage], source: str, passages: Sequence[Passage]) -> Copy | None:
    """The other source as a copy, if enough of the smaller one is in it."""
    return _copy(mine, source, passages, matches_between(mine, passages))


def _copy(
    mine: Sequence[Passage], source: str, passages: Sequence[Passage], matches: tuple[Match, ...]
) -> Copy | None:
    letters = {passage.uid: len(passage.text) for passage in (*mine, *passages)}
    left = sum(letters[uid] for uid in {match.left for match in matches})
    right = sum(letters[uid] for uid in {match.right for match in matches})
    shares = left / _total(mine), right / _total(passages)
    if min(left, right) < _ENOUGH and min(shares) < _WHOLE:
        return None
    share = max(shares)
    return Copy(source, min(1.0, share), matches) if share >= COPY else None


def matches_between(left: Sequence[Passage], right: Sequence[Passage]) -> tuple[Match, ...]:
    """Passages of one source with their copies in another, in the order of the first."""
    return _between(_Texts.of(left), right)


def _between(left: _Texts, right: Sequence[Passage]) -> tuple[Match, ...]:
    there = [_text(passage) for passage in right]
    shared: dict[int, Counter[int]] = defaultdict(Counter)
    for at, other in enumerate(there):
        for run in other.runs:
            for place in left.index.get(run, ()):
                shared[place][at] += 1
    found: list[Match] = []
    for place in sorted(shared):
        close = [there[at] for at, _ in shared[place].most_common(_CLOSE)]
        found += _matches(left.texts[place], close)
    return tuple(found)


def _spelt_runs(passages: Iterable[Passage]) -> frozenset[tuple[str, ...]]:
    """Runs of words as they stand there, by which two texts can be told apart at a glance."""
    words = _SPELT.findall("\n".join(passage.text for passage in passages).lower())
    return frozenset(zip(*(words[start:] for start in range(_RUN)), strict=False))


def _may_be_alike(ours: frozenset[tuple[str, ...]], theirs: frozenset[tuple[str, ...]]) -> bool:
    """Whether it is worth to compare two texts in earnest."""
    return len(ours & theirs) >= _GLANCE * min(len(ours), len(theirs))


def _total(passages: Sequence[Passage]) -> int:
    return max(1, sum(len(passage.text) for passage in passages))


def _text(passage: Passage) -> _Text:
    words = _WORD.findall(search_text(passage.text))
    size = min(_RUN, max(1, len(words)))
    runs = (tuple(words[at : at + size]) for at in range(len(words) - size + 1))
    return _Text(passage.uid, passage.lang, " ".join(words), frozenset(runs))


def _matches(mine: _Text, close: Sequence[_Text]) -> list[Match]:
    """The copy of a passage, or all the pieces that it was cut into."""
    scored = [(_likeness(mine, other), other) for other in close if other.lang == mine.lang]
    good = sorted((pair for pair in scored if pair[0]), key=lambda pair: -pair[0])
    if good and len(good[0][1].text) >= _LENGTHS * len(mine.text):
        good = good[:1]
    return [Match(mine.uid, other.uid, round(score / 100, 3)) for score, other in good]


def _likeness(mine: _Text, other: _Text) -> float:
    """How alike two passages are out of 100; 0 if neither is a copy nor a piece of the other."""
    if mine.text == other.text:
        return 100.0
    short, long = sorted((mine.text, other.text), key=len)
    if len(short) < _SHORTEST:
        return 0.0
    if len(short) >= _LENGTHS * len(long):
        return fuzz.ratio(short, long, score_cutoff=_ALIKE)
    return fuzz.partial_ratio(short, long, score_cutoff=_CONTAINED)
