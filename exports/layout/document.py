"""A whole publication laid out: parts one by one, then page numbers, contents and furniture."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from briefing.progress import Progress, unwatched
from exports.layout.atoms import Setter
from exports.layout.blocks import BlockSetter
from exports.layout.building import PageBuilder, Pages
from exports.layout.furniture import Furniture
from exports.layout.lines import SetLine
from exports.layout.looks import Look
from exports.layout.pages import Destination, LaidOut, Node, OutlineEntry, Page
from exports.layout.shaping import Shaper
from exports.layout.slabs import Frame
from exports.layout.styles import StyleSheet
from exports.tree import Contents, Part, PartKind, Publication

_TRIES = 3
"""The contents are set until their own length no longer moves what they list."""


@dataclass(frozen=True)
class LaidPart:
    """A part on pages of its own; nothing in it depends on the other parts but the contents."""

    part: Part
    pages: Pages
    node: Node
    outline: list[OutlineEntry]


@dataclass(frozen=True)
class Numbering:
    """The page, from 1, on which each part begins, and how many pages there are."""

    starts: Mapping[str, int]
    total: int


def lay_out(
    publication: Publication, progress: Progress = unwatched, numbering: Numbering | None = None
) -> LaidOut:
    """The publication on pages, which may have the numbers of a book that it is a part of."""
    sheet = StyleSheet.of(publication.form)
    shaper = Shaper()
    laid: list[LaidPart | None] = []
    with uncollected():
        for done, part in enumerate(publication.parts):
            progress(done, len(publication.parts))
            # The contents wait until it is known where the others begin.
            waits = any(isinstance(block, Contents) for block in part.blocks)
            laid.append(None if waits else lay_out_part(part, publication, sheet, shaper, {}))
        document = _assembled(publication, sheet, shaper, laid, numbering)
    progress(len(laid), len(laid))
    return document


@contextmanager
def uncollected() -> Iterator[None]:
    """Pause the collector: pages hold no cycles, and it took a third of the time of a long book."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def lay_out_part(
    part: Part,
    publication: Publication,
    sheet: StyleSheet,
    shaper: Shaper,
    starts: dict[str, int],
) -> LaidPart:
    """One part on its pages; `starts` gives the first page of each part, for the contents."""
    node = Node(
        "Part", title=part.title or publication.title, lang=_other(part.lang, publication.lang)
    )
    setter = BlockSetter(
        setter=Setter(shaper, part.uid),
        sheet=sheet,
        lang=part.lang or publication.lang,
        starts=starts,
        continued=publication.words.continued,
    )
    indent = 0.0 if part.kind is PartKind.CONTENTS else sheet.indent
    frame = Frame(indent, sheet.frame_width - indent)
    slabs = setter.column(part.blocks, node, frame, Look.column(sheet))
    pages = PageBuilder(sheet, _continued(setter)).build(slabs)
    pages.destinations[part.uid] = Destination(0, sheet.height)
    return LaidPart(part, pages, node, setter.outline)


def _continued(setter: BlockSetter) -> SetLine | None:
    """What stands beside a footnote that runs on."""
    style = replace(setter.sheet.cell_small, italic=True)
    return next(
        iter(setter.text(setter.continued, style, Node("Artifact"), setter.sheet.frame_width)), None
    )


def _assembled(
    publication: Publication,
    sheet: StyleSheet,
    shaper: Shaper,
    laid: list[LaidPart | None],
    numbering: Numbering | None,
) -> LaidOut:
    lengths = [len(one.pages.pages) if one else 1 for one in laid]
    done: list[LaidPart] = []
    for _ in range(_TRIES):
        starts = dict(numbering.starts) if numbering else starts_of(publication, lengths)
        done = [
            one or lay_out_part(part, publication, sheet, shaper, starts)
            for part, one in zip(publication.parts, laid, strict=True)
        ]
        found = [len(one.pages.pages) for one in done]
        if found == lengths:
            break
        lengths = found
    return joined(publication, sheet, shaper, done, numbering)


def starts_of(publication: Publication, lengths: Sequence[int]) -> dict[str, int]:
    """The page, from 1, on which each part begins."""
    starts: dict[str, int] = {}
    at = 1
    for part, length in zip(publication.parts, lengths, strict=True):
        if publication.form.duplex and at % 2 == 0:
            at += 1
        starts[part.uid] = at
        at += length
    return starts


def numbering_of(publication: Publication, lengths: Sequence[int]) -> Numbering:
    """The numbers of a book whose parts have so many pages."""
    starts = starts_of(publication, lengths)
    last = publication.parts[-1].uid if publication.parts else ""
    return Numbering(starts, starts[last] + lengths[-1] - 1 if last else 0)


def joined(
    publication: Publication,
    sheet: StyleSheet,
    shaper: Shaper,
    laid: Sequence[LaidPart],
    numbering: Numbering | None = None,
) -> LaidOut:
    """Parts as one document, numbered from 1 or as it is said."""
    root = Node("Document", lang=publication.lang)
    document = LaidOut(
        pages=[],
        root=root,
        destinations={},
        outline=[],
        title=publication.title,
        lang=publication.lang,
        author=publication.author,
        subject=publication.subject,
        made=publication.made,
    )
    placed: list[tuple[Page, Part | None, int]] = []
    for one in laid:
        if publication.form.duplex and len(placed) % 2:
            placed.append((Page(sheet.width, sheet.height, label=""), None, 0))
        first = len(placed)
        for name, place in one.pages.destinations.items():
            document.destinations[name] = replace(place, page=place.page + first)
        named = one.part.title or publication.title
        title = f"{one.part.label}  {named}" if one.part.label else named
        document.outline.append(OutlineEntry(1, title, one.part.uid))
        document.outline.extend(one.outline)
        root.add(one.node)
        for within, page in enumerate(one.pages.pages, start=1):
            label = f"{one.part.label}-{within}" if one.part.label else ""
            # The pages themselves stay bare: they may be numbered otherwise the next time.
            bare = Page(page.width, page.height, [*page.placed], links=page.links, label=label)
            placed.append((bare, one.part, within))
    furniture = Furniture(publication, sheet, shaper)
    total = numbering.total if numbering else len(placed)
    for at, (page, part, within) in enumerate(placed, start=1):
        number = numbering.starts[part.uid] + within - 1 if numbering and part else at
        furniture.draw(page, part, number, within, total)
        page.label = page.label or str(number)
        document.pages.append(page)
    return document


def _other(lang: str, book: str) -> str:
    return lang if lang != book else ""
