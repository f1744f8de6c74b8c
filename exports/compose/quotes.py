"""Words of a source as they are printed: mended where cut, each with its citation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.anchor import Anchor
from briefing.things import Cut, Passage, Repair
from exports.compose.citations import Footnotes
from exports.compose.desk import Desk
from exports.tree import Inline, Quote, Text

_ELLIPSIS = "[…]"


def quoted(desk: Desk, anchor: Anchor) -> tuple[list[Inline], list[Repair]]:
    """The words of an anchor with the editor's additions in brackets, and these additions."""
    passage = desk.whole.find(Passage, anchor.passage)
    repairs = sorted(
        (r for r in desk.whole.where(Repair, passage=anchor.passage) if _inside(r, anchor)),
        key=lambda repair: repair.at,
    )
    inlines: list[Inline] = []
    at = anchor.start
    for repair in repairs:
        inlines.append(Text(text=_words(anchor, at, repair.at)))
        inlines.append(Text(text=_bracketed(repair, anchor)))
        at = repair.at
    inlines.append(Text(text=_words(anchor, at, anchor.end)))
    if passage is not None:
        inlines = _with_ellipses(inlines, passage, anchor, repairs)
    return [i for i in inlines if not isinstance(i, Text) or i.text], repairs


def _inside(repair: Repair, anchor: Anchor) -> bool:
    return anchor.start <= repair.at <= anchor.end


def _words(anchor: Anchor, start: int, end: int) -> str:
    return anchor.quote[start - anchor.start : end - anchor.start]


def _bracketed(repair: Repair, anchor: Anchor) -> str:
    spaced = "" if anchor.lang == "zh" else " "
    if repair.at == anchor.start:
        return f"[{repair.text}]{spaced}"
    return f"{spaced}[{repair.text}]"


def _with_ellipses(
    inlines: list[Inline], passage: Passage, anchor: Anchor, repairs: Sequence[Repair]
) -> list[Inline]:
    """Say that words are missing where a cut passage is quoted to its cut end."""
    ends = {repair.at for repair in repairs}
    if passage.cut in {Cut.END, Cut.BOTH} and anchor.end == len(passage.text) not in ends:
        inlines = [*inlines, Text(text=f" {_ELLIPSIS}")]
    if passage.cut in {Cut.START, Cut.BOTH} and anchor.start == 0 not in ends:
        inlines = [Text(text=f"{_ELLIPSIS} "), *inlines]
    return inlines


def quote_block(desk: Desk, footnotes: Footnotes, anchor: Anchor, uid: str = "") -> Quote:
    """An extract set apart, with its citation as a footnote."""
    inlines, repairs = quoted(desk, anchor)
    return Quote(
        inlines=(*inlines, footnotes.cite((anchor,), repairs)),
        uid=uid,
        lang=anchor.lang,
        comments=desk.comments(anchor.passage),
    )


def versions(anchors: Iterable[Anchor], lang: str) -> list[list[Anchor]]:
    """Anchors by language, the book's own first; anchors of one language are copies."""
    by_lang: dict[str, list[Anchor]] = {}
    for anchor in anchors:
        by_lang.setdefault(anchor.lang, []).append(anchor)
    return [by_lang[key] for key in sorted(by_lang, key=lambda key: (key != lang, key))]
