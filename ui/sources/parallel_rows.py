"""Two versions as rows: what answers what, in the order of the left one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.things import Finding, Pair, Passage
from ui.speech import Speech

SURE = 0.8
LIKELY = 0.5


@dataclass(frozen=True, slots=True)
class ParallelRow:
    """Passages that stand side by side; `pair` is None where nobody has paired them."""

    left: tuple[Passage, ...]
    right: tuple[Passage, ...]
    pair: Pair | None = None


def parallel_rows(
    left: Sequence[Passage], right: Sequence[Passage], pairs: Sequence[Pair]
) -> list[ParallelRow]:
    """Every passage of both versions, once."""
    return list(_Weaver(left, right, pairs).rows())


class _Weaver:
    def __init__(
        self, left: Sequence[Passage], right: Sequence[Passage], pairs: Sequence[Pair]
    ) -> None:
        self._left, self._right = left, right
        self._ours = {p.uid: p for p in left}
        self._theirs = {p.uid: p for p in right}
        self._place = {p.uid: at for at, p in enumerate(right)}
        self._of_left = {uid: pair for pair in pairs for uid in pair.left}
        self._of_right = {uid: pair for pair in pairs for uid in pair.right}
        self._done: set[str] = set()
        self._at = 0

    def rows(self) -> Iterator[ParallelRow]:
        for passage in self._left:
            pair = self._of_left.get(passage.uid)
            if pair is None:
                yield ParallelRow((passage,), ())
            elif pair.uid not in self._done:
                if pair.right:
                    yield from self._lone_before(self._place[pair.right[0]])
                yield self._row(pair)
        yield from self._lone_before(len(self._right))

    def _lone_before(self, place: int) -> Iterator[ParallelRow]:
        """Passages on the right that nothing on the left answers."""
        for passage in self._right[self._at : place]:
            pair = self._of_right.get(passage.uid)
            if pair is None:
                yield ParallelRow((), (passage,))
            elif not pair.left and pair.uid not in self._done:
                yield self._row(pair)
        self._at = max(self._at, place)

    def _row(self, pair: Pair) -> ParallelRow:
        self._done.add(pair.uid)
        ours = tuple(self._ours[uid] for uid in pair.left)
        theirs = tuple(self._theirs[uid] for uid in pair.right)
        return ParallelRow(ours, theirs, pair)


def link_words(row: ParallelRow, speech: Speech) -> str:
    """How two passages hang together: a symbol and words."""
    _ = speech.gettext
    pair = row.pair
    if pair is None:
        return _("– nothing answers")
    findings = {
        Finding.ABSENT: _("✕ absent"),
        Finding.WEAKER: _("▽ weaker"),
        Finding.DAMAGED: _("! source damaged"),
    }
    if pair.finding in findings:
        return findings[pair.finding]
    if pair.fixed:
        return _("■ set by hand") if pair.left and pair.right else _("■ stands alone")
    if pair.confidence >= SURE:
        return _("● sure")
    return _("◐ likely") if pair.confidence >= LIKELY else _("○ doubtful")
