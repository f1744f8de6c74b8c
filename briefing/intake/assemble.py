"""Judged blocks become the things of a book: a source, its passages, its exclusions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from briefing.intake.cuts import cuts
from briefing.intake.judged import Judged
from briefing.things import Cut, Exclusion, Passage, PassageKind
from briefing.uid import new_uid


def passages_of(source: str, judged: Sequence[Judged]) -> tuple[Passage, ...]:
    """The passages of a source; its text is theirs, one to a line."""
    kept = [one for one in judged if one.kept]
    cut = dict(zip(map(id, kept), cuts(kept), strict=True))
    passages: list[Passage] = []
    section: Passage | None = None
    at = place = 0
    for position, one in enumerate(judged):
        if section and one.kept and _leaves(section, kept, place):
            section = None
        passage = Passage(
            uid=new_uid(),
            source=source,
            position=position,
            kind=one.kind,
            text=one.text,
            lang=one.lang,
            start=at,
            end=at + len(one.text),
            level=one.level,
            section=section.uid if section and one.kind is not PassageKind.HEADING else None,
            mark=one.block.mark,
            cut=cut.get(id(one), Cut.NO),
            page=one.block.first.page,
        )
        passages.append(passage)
        at = passage.end + 1
        place += one.kept
        if one.kept and one.kind is PassageKind.HEADING:
            section = passage
    return tuple(passages)


def _leaves(section: Passage, kept: Sequence[Judged], place: int) -> bool:
    """Whether another language version begins, which the last heading does not cover."""
    one = kept[place]
    if one.lang == section.lang or one.kind is PassageKind.HEADING:
        return False
    return all(other.lang == one.lang for other in kept[place : place + 3])


def exclusions_of(passages: Sequence[Passage], judged: Sequence[Judged]) -> tuple[Exclusion, ...]:
    """An exclusion over each passage that is no instrument."""
    return tuple(
        Exclusion(uid=new_uid(), passage=passage.uid, reason=one.reason)
        for passage, one in zip(passages, judged, strict=True)
        if one.reason
    )


def langs_of(judged: Sequence[Judged]) -> tuple[str, ...]:
    """The languages of what is kept, the one with most passages first."""
    counts = Counter(one.lang for one in judged if one.kept and one.lang)
    return tuple(lang for lang, _ in counts.most_common())
