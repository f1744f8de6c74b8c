"""Pairs passages by the cheapest way through both versions (dynamic programming)."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from briefing.alignment.likeness import Likeness, Stretch
from briefing.progress import Progress, unwatched
from briefing.things import Pair, Passage, PassageKind
from briefing.uid import new_uid

Group = tuple[tuple[Stretch, ...], tuple[Stretch, ...]]

_MOVES = {
    # (passages left, passages right): cost in nats; the probabilities of Gale and Church, with
    # omissions made likelier because releases arrive cut.
    (1, 1): -math.log(0.85),
    (1, 0): -math.log(0.03) + 2.0,
    (0, 1): -math.log(0.03) + 2.0,
    (1, 2): -math.log(0.04),
    (2, 1): -math.log(0.04),
    (2, 2): -math.log(0.01) + 6.0,
}
_BAND = 60
"""Passages may lie this far from the diagonal, beside a fifth of the longer version."""
_SMALL = 0.08
"""A language with a smaller share of the text is a loan word or a name, not a version."""


def versions(passages: Iterable[Passage]) -> dict[str, list[Passage]]:
    """The language versions that one source holds, the longest text first."""
    found: dict[str, list[Passage]] = {}
    for passage in passages:
        found.setdefault(passage.lang, []).append(passage)
    sizes = Counter({lang: _weight(lang, ps) for lang, ps in found.items()})
    total = sum(sizes.values())
    return {lang: found[lang] for lang, size in sizes.most_common() if size >= _SMALL * total}


def _weight(lang: str, passages: Iterable[Passage]) -> int:
    # A Han character says about as much as three Latin letters.
    return sum(len(p.text) for p in passages) * (3 if lang == "zh" else 1)


def align(
    left: Sequence[Passage],
    right: Sequence[Passage],
    fixed: Iterable[Pair] = (),
    progress: Progress = unwatched,
) -> tuple[Pair, ...]:
    """The pairs of two versions in reading order; passages without a partner stand alone.

    A pair that the adviser has set is kept as it is and nothing is paired across it.
    """
    ours, theirs = [Stretch.of(p) for p in left], [Stretch.of(p) for p in right]
    likeness = Likeness.between(ours, theirs)
    kept = [pair for pair in fixed if pair.fixed]
    cuts = _fixed_points(ours, theirs, kept) or _heading_points(ours, theirs, likeness)
    pairs: list[Pair] = []
    settled = {uid for pair in kept for uid in (*pair.left, *pair.right)}
    stretches = _between(ours, theirs, cuts)
    for done, (a, b) in enumerate(stretches):
        progress(done, len(stretches))
        free_left, free_right = (
            [s for s in side if s.passage.uid not in settled] for side in (a, b)
        )
        groups = _cheapest(free_left, free_right, likeness)
        pairs.extend(_pair(group, likeness) for group in groups)
    place = {p.uid: i for side in (left, right) for i, p in enumerate(side)}
    for pair in sorted(kept, key=lambda pair: place[(pair.left or pair.right)[0]]):
        pairs.insert(_where(pair, pairs, place), pair)
    return tuple(pairs)


def _between(
    ours: list[Stretch], theirs: list[Stretch], cuts: list[tuple[int, int]]
) -> list[tuple[list[Stretch], list[Stretch]]]:
    """The stretches from one fixed point to the next; a point begins a stretch."""
    points = [(0, 0), *cuts, (len(ours), len(theirs))]
    return [(ours[a:c], theirs[b:d]) for (a, b), (c, d) in pairwise(points) if (a, b) != (c, d)]


def _fixed_points(
    ours: list[Stretch], theirs: list[Stretch], fixed: list[Pair]
) -> list[tuple[int, int]]:
    place_left = {s.passage.uid: i for i, s in enumerate(ours)}
    place_right = {s.passage.uid: i for i, s in enumerate(theirs)}
    points = sorted(
        (place_left[pair.left[0]], place_right[pair.right[0]])
        for pair in fixed
        if pair.left and pair.right and pair.left[0] in place_left and pair.right[0] in place_right
    )
    return _rising(points)


def _heading_points(
    ours: list[Stretch], theirs: list[Stretch], likeness: Likeness
) -> list[tuple[int, int]]:
    heads_left = [(i, s) for i, s in enumerate(ours) if s.passage.kind is PassageKind.HEADING]
    heads_right = [(i, s) for i, s in enumerate(theirs) if s.passage.kind is PassageKind.HEADING]
    left_at = {id(s): i for i, s in heads_left}
    right_at = {id(s): i for i, s in heads_right}
    groups = _cheapest([s for _, s in heads_left], [s for _, s in heads_right], likeness)
    one_to_one = [(a[0], b[0]) for a, b in groups if len(a) == len(b) == 1]
    same_count = len(heads_left) == len(heads_right)
    return [
        (left_at[id(a)], right_at[id(b)])
        for a, b in one_to_one
        if same_count or likeness.shared((a,), (b,)) > 0
    ]


def _rising(points: list[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for point in points:
        if not kept or point[1] > kept[-1][1]:
            kept.append(point)
    return kept


def _cheapest(ours: list[Stretch], theirs: list[Stretch], likeness: Likeness) -> list[Group]:
    rows, columns = len(ours), len(theirs)
    band = _BAND + max(rows, columns) // 5
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i in range(rows + 1):
        centre = i * columns // max(rows, 1)
        for j in range(max(0, centre - band), min(columns, centre + band) + 1):
            found = _step(i, j, best, (ours, theirs), likeness)
            if found is not None:
                best[i, j] = found
    return _walk_back(best, ours, theirs)


def _step(
    i: int,
    j: int,
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]],
    sides: tuple[list[Stretch], list[Stretch]],
    likeness: Likeness,
) -> tuple[float, tuple[int, int]] | None:
    """The cheapest way to a place; the cheapest beginnings first, as no cost is below nothing."""
    begun = sorted(
        (best[i - a, j - b][0] + prior, (a, b))
        for (a, b), prior in _MOVES.items()
        if (i - a, j - b) in best
    )
    found: tuple[float, tuple[int, int]] | None = None
    for cost, (a, b) in begun:
        least = found[0] if found else math.inf
        if cost > least:
            break
        left, right = sides[0][i - a : i], sides[1][j - b : j]
        total = cost + _move_cost(left, right, likeness, least - cost)
        way = total, (a, b)
        found = way if found is None else min(found, way)
    return found


def _move_cost(
    left: list[Stretch], right: list[Stretch], likeness: Likeness, limit: float
) -> float:
    """What a move costs; where that is more than the limit, perhaps less than all of it."""
    if not (left and right):
        return _lone_cost(left or right)
    kinds = {s.passage.kind is PassageKind.HEADING for s in (*left, *right)}
    # A heading answers a heading.
    odd = 20.0 if len(kinds) > 1 else 0.0
    return odd + likeness.cost(left, right, limit - odd)


def _lone_cost(stretch: list[Stretch]) -> float:
    # Leaving out a long passage is less likely than leaving out a short one.
    return 1.5 * math.log10(10 + sum(s.length for s in stretch))


def _walk_back(
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]],
    ours: list[Stretch],
    theirs: list[Stretch],
) -> list[Group]:
    i, j = len(ours), len(theirs)
    groups: list[Group] = []
    while (i, j) != (0, 0):
        a, b = best[i, j][1]
        groups.append((tuple(ours[i - a : i]), tuple(theirs[j - b : j])))
        i, j = i - a, j - b
    return groups[::-1]


def _pair(group: Group, likeness: Likeness) -> Pair:
    left, right = group
    return Pair(
        uid=new_uid(),
        left=tuple(s.passage.uid for s in left),
        right=tuple(s.passage.uid for s in right),
        confidence=_confidence(left, right, likeness),
    )


def _confidence(left: tuple[Stretch, ...], right: tuple[Stretch, ...], likeness: Likeness) -> float:
    """From 0 to 1: how sure the pairing is; a stretch that stands alone is half sure."""
    if not left or not right:
        return 0.5
    cost = likeness.cost(left, right)
    return round(1 / (1 + math.exp((cost - 9.0) / 2.5)), 2)


def _where(pair: Pair, pairs: Sequence[Pair], place: dict[str, int]) -> int:
    """Where a pair set by hand stands among the others: before the first that comes after it."""
    for number, other in enumerate(pairs):
        for ours, theirs in ((pair.left, other.left), (pair.right, other.right)):
            if ours and theirs and place[theirs[0]] > place[ours[0]]:
                return number
    return len(pairs)
