"""Links: where they lie on the page, where they lead, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from urllib.parse import quote

from exports.layout.pages import Destination, LinkArea
from exports.pdf.marks import Marks
from exports.pdf.objects import PdfFile
from exports.pdf.values import box, dictionary, identifier, quick_dictionary, ref, text

_PRINTED = 1 << 2
_OUTSIDE = ("http://", "https://", "mailto:")
"""Addresses that a book leads to: a source may hold others, and none of them is to be followed."""
_AS_WRITTEN = "!#$%&'()*+,/:;=?@[]~"


class Links:
    """Writes the links of a document, and remembers which places they lead to."""

    def __init__(self, file: PdfFile, marks: Marks, places: Mapping[str, Destination]) -> None:
        self.targets: set[str] = set()
        self._file = file
        self._marks = marks
        self._places = places

    def write(self, areas: Iterable[LinkArea]) -> list[int]:
        """The annotations of a page's links; one that leads nowhere is words and no more."""
        return [self._write(area) for area in joined(filter(self._leads, areas))]

    def _leads(self, area: LinkArea) -> bool:
        if area.href:
            return area.href.lower().startswith(_OUTSIDE)
        return area.target in self._places

    def _write(self, area: LinkArea) -> int:
        at = self._file.reserve()
        entries = {
            "Type": "/Annot",
            "Subtype": "/Link",
            "Rect": box(area.x, area.y, area.x + area.width, area.y + area.height),
            "Border": "[0 0 0]",
            "F": str(_PRINTED),
            "StructParent": self._marks.link(area.node, at),
            "Contents": text(area.words or area.href or area.target),
        }
        if area.href:
            address = quote(area.href, _AS_WRITTEN, errors="replace")
            entries["A"] = dictionary({"S": "/URI", "URI": text(address)})
        else:
            self.targets.add(area.target)
            entries["Dest"] = identifier(area.target)
        return self._file.add(quick_dictionary(entries), at)


def joined(areas: Iterable[LinkArea]) -> list[LinkArea]:
    """Areas of one link on one line as one: it is said once, whatever its looks."""
    found: list[LinkArea] = []
    for area in areas:
        if found and _beside(found[-1], area):
            last = found.pop()
            foot = min(last.y, area.y)
            top = max(last.y + last.height, area.y + area.height)
            width = area.x + area.width - last.x
            area = replace(last, y=foot, width=width, height=top - foot)  # noqa: PLW2901
        found.append(area)
    return found


def _beside(one: LinkArea, other: LinkArea) -> bool:
    same = (one.node, one.href, one.target) == (other.node, other.href, other.target)
    middle = other.y + other.height / 2
    # Layout leaves out the space between two looks.
    near = abs(one.x + one.width - other.x) < one.height
    return same and near and one.y < middle < one.y + one.height


def destinations(
    places: Mapping[str, Destination], names: Iterable[str], pages: tuple[int, ...]
) -> Iterable[tuple[str, str]]:
    """The places of some names, as a name tree holds them."""
    for name in names:
        place = places[name]
        yield name, f"[{ref(pages[place.page])}/XYZ null {place.y:.0f} null]"
