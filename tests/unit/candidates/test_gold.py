"""How well commitments are found in releases that were written for this test.

The measures are those of the design: overlap of the proposed stretch with the right one,
look-alikes wrongly proposed, promisors, firmness and deadlines of what was found.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from briefing.candidates import find
from briefing.interchange import deadline_value
from briefing.things import Candidate, Passage, PassageKind, Source

GOLD = Path(__file__).parent / "gold"
LOOSE, TIGHT = 0.5, 0.9


@dataclass
class Score:
    """Counts over some documents."""

    expected: int = 0
    proposed: int = 0
    loose: int = 0
    tight: int = 0
    quiet: int = 0
    disturbed: int = 0
    promisors: int = 0
    firmness: int = 0
    deadlines: int = 0
    deadlines_found: int = 0
    deadlines_right: int = 0
    deadlines_surplus: int = 0
    misses: list[str] = field(default_factory=list)

    def f1(self, hits: int) -> float:
        return 200 * hits / max(1, self.expected + self.proposed)

    def share(self, part: int, whole: int) -> float:
        return 100 * part / max(1, whole)


def documents(
    lang: str,
) -> Iterator[tuple[Source, tuple[Passage, ...], list[list[dict[str, Any]]]]]:
    for path in sorted(GOLD.glob(f"{lang}_*.toml")):
        data = tomllib.loads(path.read_text("utf-8"))
        passages, start = [], 0
        for place, entry in enumerate(data["passage"]):
            item = entry["text"].startswith("- ")
            text = entry["text"].removeprefix("- ")
            passages.append(
                Passage(
                    uid=f"{path.stem}-{place}",
                    source=path.stem,
                    position=place,
                    kind=PassageKind.ITEM if item else PassageKind.PARAGRAPH,
                    text=text,
                    lang=data["lang"],
                    start=start,
                    end=start + len(text),
                )
            )
            start += len(text) + 1
        source = Source(
            uid=path.stem,
            title=data["title"],
            file_name=path.name,
            media_type="text/plain",
            original="",
            size=start,
            text="\n".join(p.text for p in passages),
            issued=data["issued"] if isinstance(data["issued"], date) else None,
        )
        yield source, tuple(passages), [e.get("expect", []) for e in data["passage"]]


def overlap(one: tuple[int, int], two: tuple[int, int]) -> float:
    common = max(0, min(one[1], two[1]) - max(one[0], two[0]))
    return common / (one[1] - one[0] + two[1] - two[0] - common)


def score(lang: str) -> Score:
    total = Score()
    for source, passages, expected in documents(lang):
        finds = find(source, passages)
        codes = {party.uid: party.code for party in finds.parties}
        for passage, wanted in zip(passages, expected, strict=True):
            here = [c for c in finds.candidates if c.anchors[0].passage == passage.uid]
            _score_passage(total, passage, wanted, here, codes)
    return total


def _score_passage(
    total: Score,
    passage: Passage,
    wanted: list[dict[str, Any]],
    here: list[Candidate],
    codes: dict[str, str],
) -> None:
    total.expected += len(wanted)
    total.proposed += len(here)
    if not wanted:
        total.quiet += 1
        total.disturbed += bool(here)
        total.misses += [f"LOOK-ALIKE {c.quote!r} {c.reasons}" for c in here]
    left = list(here)
    for entry in wanted:
        start = passage.text.index(entry["quote"])
        span = (start, start + len(entry["quote"]))
        best = max(
            left, key=lambda c: overlap(span, (c.anchors[0].start, c.anchors[0].end)), default=None
        )
        like = 0.0
        if best is not None:
            like = overlap(span, (best.anchors[0].start, best.anchors[0].end))
        if best is None or like < LOOSE:
            total.misses.append(f"MISSED {entry['quote']!r}")
            continue
        left.remove(best)
        total.loose += 1
        total.tight += like >= TIGHT
        if like < TIGHT:
            total.misses.append(f"BOUNDS {like:.2f} {entry['quote']!r} / {best.quote!r}")
        _score_details(total, entry, best, codes)
    if wanted:
        total.misses += [f"SURPLUS {c.quote!r} {c.reasons}" for c in left]


def _score_details(
    total: Score, entry: dict[str, Any], found: Candidate, codes: dict[str, str]
) -> None:
    actors = {codes[uid] for uid in found.promisors}
    total.promisors += actors == set(entry["actors"])
    if actors != set(entry["actors"]):
        total.misses.append(f"ACTORS {sorted(actors)} {entry['actors']} {entry['quote']!r}")
    total.firmness += found.firmness == entry["strength"]
    if found.firmness != entry["strength"]:
        total.misses.append(f"FIRMNESS {found.firmness} {entry['strength']} {entry['quote']!r}")
    value, right = deadline_value(found.deadline), entry.get("deadline", "")
    total.deadlines += bool(right)
    total.deadlines_found += bool(right) and bool(value)
    total.deadlines_right += bool(right) and value.casefold() == right.casefold()
    total.deadlines_surplus += bool(value) and not right
    if value.casefold() != right.casefold():
        total.misses.append(f"DEADLINE {value!r} {right!r} {entry['quote']!r}")


GOOD = {"en": (87, 70), "fr": (90, 70), "zh": (80, 70)}
"""F1 at half and at nine tenths of overlap, from the design's targets."""


@pytest.mark.parametrize("lang", sorted(GOOD))
def test_commitments_are_found_as_well_as_the_design_asks(lang: str):
    total = score(lang)

    report = "\n".join(total.misses)
    loose, tight = GOOD[lang]
    assert total.f1(total.loose) >= loose, report
    assert total.f1(total.tight) >= tight, report
    assert total.share(total.disturbed, total.quiet) <= 4, report
    assert total.share(total.promisors, total.loose) >= 97, report
    assert total.share(total.firmness, total.loose) >= 96, report
    assert total.share(total.deadlines_found, total.deadlines) >= 93, report
    assert total.share(total.deadlines_right, total.deadlines) >= 90, report
    assert total.share(total.deadlines_surplus, total.loose) <= 4, report
