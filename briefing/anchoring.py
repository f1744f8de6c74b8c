"""Anchors are made here, and found again in another version of their source.

The words decide and the offsets only help: a paragraph that is added above moves every offset,
while a corrected letter leaves nearly all of the words. What cannot be found stays an orphan.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from briefing.anchor import CONTEXT, Anchor
from briefing.text import fingerprint, fold, has_han
from briefing.things import Passage, Source

LIKE = 78.0
"""How alike, out of 100, the words must be: other passages of one release stay below 70."""
SHORTEST = 12
"""Folded characters below which a quote is not looked for by likeness."""
SURE = 3
"""Equal letters in a row that are no accident."""

Span = tuple[int, int]
Place = tuple[Passage, Span]


@dataclass(frozen=True, slots=True)
class _Folded:
    """A text as it is compared, and where each of its characters came from."""

    text: str
    origins: tuple[int, ...]

    def back(self, start: int, end: int) -> Span:
        """The span of the original text that folds to this one."""
        return self.origins[start], self.origins[end - 1] + 1


def make_anchor(source: Source, passage: Passage, start: int, end: int) -> Anchor:
    """The anchor of a span of a passage, with what stands around it in the source."""
    here, there = passage.start + start, passage.start + end
    return Anchor(
        source=source.uid,
        passage=passage.uid,
        start=start,
        end=end,
        quote=passage.text[start:end],
        before=source.text[max(0, here - CONTEXT) : here],
        after=source.text[there : there + CONTEXT],
        fingerprint=fingerprint(passage.text),
        lang=passage.lang,
    )


def find_again(anchor: Anchor, passages: Iterable[Passage]) -> Anchor | None:
    """The anchor in these passages of its source's next version; None if it is an orphan."""
    version = _Version(sorted(passages, key=lambda passage: passage.position))
    for likely in _likely_first(anchor, version.passages):
        found = _best(anchor, version, likely)
        if found is not None:
            return version.anchor(*found)
    return None


def places_of(words: str, text: str) -> Iterator[Span]:
    """Where words stand in a text, whatever their case, accents and width."""
    wanted, folded = fold(words), _fold(text)
    for start in _starts(folded.text, wanted):
        yield folded.back(start, start + len(wanted))


class _Version:
    """The passages of one version of a source, and the text that they make up."""

    def __init__(self, passages: list[Passage]) -> None:
        self.passages = passages
        self.text = "\n".join(passage.text for passage in passages)
        lengths = [len(passage.text) + 1 for passage in passages]
        starts = accumulate(lengths, initial=0)
        self._starts = {p.uid: start for p, start in zip(passages, starts, strict=False)}

    def around(self, passage: Passage, span: Span) -> tuple[str, str]:
        """What stands before and after a span."""
        start, end = (self._starts[passage.uid] + at for at in span)
        return self.text[max(0, start - CONTEXT) : start], self.text[end : end + CONTEXT]

    def anchor(self, passage: Passage, span: Span) -> Anchor:
        """The anchor of a span."""
        before, after = self.around(passage, span)
        return Anchor(
            source=passage.source,
            passage=passage.uid,
            start=span[0],
            end=span[1],
            quote=passage.text[slice(*span)],
            before=before,
            after=after,
            fingerprint=fingerprint(passage.text),
            lang=passage.lang,
        )


def _likely_first(anchor: Anchor, passages: list[Passage]) -> Iterator[list[Passage]]:
    yield [p for p in passages if p.uid == anchor.passage]
    yield [p for p in passages if fingerprint(p.text) == anchor.fingerprint]
    yield [p for p in passages if not anchor.lang or p.lang == anchor.lang]
    yield passages


def _best(anchor: Anchor, version: _Version, likely: list[Passage]) -> Place | None:
    """The best place by the strictest rule that finds any."""
    for rule in (_in_place, _exact, _folded_exact):
        places = [(p, span) for p in likely for span in rule(anchor, p.text)]
        if places:
            return max(places, key=lambda place: _surroundings(anchor, version, place))
    return _most_alike(anchor, version, likely)


def _in_place(anchor: Anchor, text: str) -> Iterator[Span]:
    around = anchor.before.rpartition("\n")[2]
    if text[: anchor.start].endswith(around) and text[anchor.start : anchor.end] == anchor.quote:
        yield anchor.start, anchor.end


def _exact(anchor: Anchor, text: str) -> Iterator[Span]:
    for start in _starts(text, anchor.quote):
        yield start, start + len(anchor.quote)


def _folded_exact(anchor: Anchor, text: str) -> Iterator[Span]:
    yield from places_of(anchor.quote, text)


def _most_alike(anchor: Anchor, version: _Version, likely: list[Passage]) -> Place | None:
    quote = fold(anchor.quote)
    if len(quote) < SHORTEST:
        return None
    places: list[tuple[float, Place]] = []
    for passage in likely:
        alike = _alike(quote, _fold(passage.text))
        if alike is not None:
            score, span = alike
            around = _surroundings(anchor, version, (passage, span))[0]
            places.append((score + around / 10, (passage, span)))
    best = max(places, key=lambda scored: scored[0], default=None)
    return None if best is None else best[1]


def _alike(quote: str, text: _Folded) -> tuple[float, Span] | None:
    if len(text.text) < len(quote) * 0.6:
        return None
    window = fuzz.partial_ratio_alignment(quote, text.text, score_cutoff=LIKE - 10)
    if window is None:
        return None
    start, end = _trimmed(quote, text.text, window.dest_start, window.dest_end)
    score = fuzz.ratio(quote, text.text[start:end])
    return (score, text.back(start, end)) if score >= LIKE else None


def _trimmed(quote: str, text: str, start: int, end: int) -> Span:
    """The window moved to where the quote's own first and last words stand.

    The window is as long as the quote, so words added to or lost from the text shift its ends.
    """
    room = max(8, len(quote) // 4)
    low, high = max(0, start - room), min(len(text), end + room)
    matching = Levenshtein.opcodes(quote, text[low:high]).as_matching_blocks()
    blocks = [block for block in matching if block.size >= SURE]
    if not blocks:
        return start, end
    first, last = blocks[0], blocks[-1]
    start = max(low, low + first.b - first.a)
    end = min(high, low + last.b + last.size + (len(quote) - last.a - last.size))
    return _at_word(text, start), _at_word(text, end)


def _at_word(text: str, at: int) -> int:
    """The nearest end of a word, where one is near; Han text has none and stays as it is."""
    return min(
        (n for n in range(max(0, at - 3), min(len(text), at + 3) + 1) if _between(text, n)),
        key=lambda n: abs(n - at),
        default=at,
    )


def _between(text: str, at: int) -> bool:
    pair = text[max(0, at - 1) : at + 1]
    return at in {0, len(text)} or has_han(pair) or not pair.isalnum()


def _surroundings(anchor: Anchor, version: _Version, place: Place) -> tuple[float, int]:
    """How well a place is surrounded as the quote was; then the nearer one is better."""
    passage, span = place
    before, after = version.around(passage, span)
    score = fuzz.ratio(fold(before), fold(anchor.before))
    score += fuzz.ratio(fold(after), fold(anchor.after))
    return score, -abs(span[0] - anchor.start)


def _starts(text: str, quote: str) -> Iterator[int]:
    start = text.find(quote) if quote else -1
    while start >= 0:
        yield start
        start = text.find(quote, start + 1)


@lru_cache(maxsize=4096)
def _fold(text: str) -> _Folded:
    letters: list[str] = []
    origins: list[int] = []
    for at, char in enumerate(text):
        for letter in _fold_char(char):
            if letter != " " or (letters and letters[-1] != " "):
                letters.append(letter)
                origins.append(at)
    return _Folded("".join(letters), tuple(origins))


@cache
def _fold_char(char: str) -> str:
    return " " if char.isspace() else fold(char)
