"""A laid-out document becomes a tagged PDF file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

import resources
from briefing.progress import Progress, unwatched
from exports.layout.pages import LaidOut, OutlineEntry, Page
from exports.pdf.attributes import language_tag
from exports.pdf.content import page_content, reading_order
from exports.pdf.fontfile import write_font
from exports.pdf.glyphs import GlyphBook
from exports.pdf.labels import page_labels
from exports.pdf.links import Links, destinations
from exports.pdf.marks import Marks
from exports.pdf.metadata import write_info, write_metadata
from exports.pdf.objects import PdfFile
from exports.pdf.outline import write_outline
from exports.pdf.structure import write_structure
from exports.pdf.trees import PageTree, name_tree, number_tree
from exports.pdf.values import array, box, dictionary, quick_dictionary, ref, text

_SRGB = "sRGB IEC61966-2.1"
_STEP = 20
"""Pages between two looks at whether the work was cancelled."""


class Painter:
    """Paints one document into a file: pages first, then what holds them together."""

    def __init__(self, laid_out: LaidOut, out: BinaryIO) -> None:
        self._laid_out = laid_out
        self._file = PdfFile(out)
        self._tree = PageTree(self._file, len(laid_out.pages))
        self._resources = self._file.reserve()
        self._glyphs = GlyphBook()
        self._marks = Marks()
        self._order = reading_order(laid_out.root)
        self._links = Links(self._file, self._marks, laid_out.destinations)

    def paint(self, progress: Progress = unwatched) -> None:
        """Write the whole file."""
        total = len(self._laid_out.pages)
        for place, page in enumerate(self._laid_out.pages):
            if place % _STEP == 0:
                progress(place, total)
            self._page(place, page)
        progress(total, total)
        self._tree.write()
        self._fonts()
        self._file.finish(self._catalog(), write_info(self._file, self._laid_out))

    def _page(self, place: int, page: Page) -> None:
        at = self._tree.pages[place]
        self._marks.begin_page(at)
        content = page_content(page, self._glyphs, self._order, self._marks.mark)
        annotations = self._links.write(page.links)
        entries = {
            "Type": "/Page",
            "Parent": ref(self._tree.parent(place)),
            "MediaBox": box(0, 0, page.width, page.height),
            "Resources": ref(self._resources),
            "Contents": ref(self._file.stream(content.encode("latin-1"))),
            "StructParents": self._marks.page_key,
            "Tabs": "/S",
            "Annots": array(map(ref, annotations)) if annotations else "",
        }
        self._file.add(quick_dictionary(entries), at)

    def _fonts(self) -> None:
        fonts = {name: self._file.reserve() for name in self._glyphs.faces}
        for name, used in self._glyphs.faces.items():
            write_font(self._file, used, fonts[name])
        named = dictionary({name: ref(number) for name, number in fonts.items()})
        self._file.add(dictionary({"Font": named}), self._resources)

    # What holds the pages together

    def _catalog(self) -> int:
        laid_out = self._laid_out
        known = [entry for entry in laid_out.outline if entry.target in laid_out.destinations]
        outline = write_outline(self._file, known)
        entries = {
            "Type": "/Catalog",
            "Pages": ref(self._tree.root),
            "StructTreeRoot": ref(write_structure(self._file, self._marks, laid_out.root)),
            "MarkInfo": "<</Marked true>>",
            "Lang": text(language_tag(laid_out.lang)),
            "Metadata": ref(write_metadata(self._file, laid_out)),
            "ViewerPreferences": "<</DisplayDocTitle true>>",
            "PageMode": "/UseOutlines" if outline else "/UseNone",
            "Outlines": ref(outline) if outline else "",
            "Names": dictionary({"Dests": ref(self._destinations(known))}),
            "PageLabels": ref(number_tree(self._file, page_labels(laid_out.pages))),
            "OutputIntents": array((self._output_intent(),)),
        }
        return self._file.add(dictionary(entries))

    def _destinations(self, outline: Iterable[OutlineEntry]) -> int:
        names = self._links.targets.union(entry.target for entry in outline)
        places = destinations(self._laid_out.destinations, names, self._tree.pages)
        return name_tree(self._file, places)

    def _output_intent(self) -> str:
        profile = (Path(resources.__file__).parent / "colour" / "srgb.icc").read_bytes()
        entries = {
            "Type": "/OutputIntent",
            "S": "/GTS_PDFA1",
            "OutputConditionIdentifier": text(_SRGB),
            "Info": text(_SRGB),
            "DestOutputProfile": ref(self._file.stream(profile, "/N 3")),
        }
        return dictionary(entries)
