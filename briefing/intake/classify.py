"""One classifier for every format: what is heading, passage, furniture or neutral."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.intake import front, headings, items, site
from briefing.intake.join import Block
from briefing.intake.judged import Judged
from briefing.intake.language import languages
from briefing.things import PassageKind


def classify(blocks: Sequence[Block], title: str = "") -> list[Judged]:
    """Each block with its kind, language, level and, if it is no instrument, the reason."""
    langs = languages([block.text for block in blocks])
    judged = [
        Judged(block=block, lang=lang, reason=block.first.place)
        for block, lang in zip(blocks, langs, strict=True)
    ]
    site.mark_furniture(judged)
    for part in parts(judged):
        front.mark_neutral(part, title)
    kept = [one for one in judged if one.kept]
    headings.mark_headings(kept)
    items.mark_items(kept)
    _inherit_languages(kept)
    return judged


def parts(judged: list[Judged]) -> list[list[Judged]]:
    """The document cut where its language changes for longer than a passage or two."""
    found: list[list[Judged]] = []
    for one in judged:
        if found and found[-1][0].lang == one.lang:
            found[-1].append(one)
        else:
            found.append([one])
    merged: list[list[Judged]] = []
    for run in found:
        small = sum(one.size for one in run) < _PART
        if merged and (small or merged[-1][0].lang == run[0].lang):
            merged[-1].extend(run)
        else:
            merged.append(run)
    return merged


def _inherit_languages(kept: list[Judged]) -> None:
    following = ""
    for one in reversed(kept):
        if one.kind is PassageKind.HEADING:
            one.lang = following or one.lang
        else:
            following = one.lang


_PART = 60
"""Words; less than that in another language is a quotation, not a version."""
