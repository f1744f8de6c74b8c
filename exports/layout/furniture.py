"""What stands on every page beside its text: running head, marking, page numbers."""

from __future__ import annotations

from collections.abc import Sequence

from exports.layout.atoms import Setter
from exports.layout.lines import SetLine, draw_line, set_lines
from exports.layout.pages import Node, Page, Rule
from exports.layout.shaping import Shaper
from exports.layout.styles import LIGHT, StyleSheet, TextStyle
from exports.tree import Part, PartKind, Publication, Text

_NOBODY = Node("Artifact")
"""Words here are drawn and then taken out of the structure."""
_ENDLESS = 1e6
"""The measure of what is never broken."""


class Furniture:
    """Draws the furniture of one publication."""

    def __init__(self, publication: Publication, sheet: StyleSheet, shaper: Shaper) -> None:
        self._publication = publication
        self._sheet = sheet
        self._setter = Setter(shaper, "furniture")

    def draw(self, page: Page, part: Part | None, number: int, within: int, total: int) -> None:
        """Furnish a page: its number in the book and in its part, both from 1.

        A blank page has no part: it carries nothing, so that nobody looks for words on it.
        """
        before = len(page.placed)
        self._marking(page, self._marking_of(part))
        if part is not None and part.kind is not PartKind.COVER:
            self._head(page, part, number)
            self._foot(page, part, number, within, total)
        own = page.placed[before:]
        del page.placed[before:]
        for placed in own:
            placed.node = None
        page.furniture.extend(own)

    def _marking_of(self, part: Part | None) -> str:
        if part is None:
            return ""
        if part.kind is PartKind.COVER:
            return part.marking or self._publication.marking
        return part.marking

    def _marking(self, page: Page, words: str) -> None:
        if not words:
            return
        line = self._line(words, self._sheet.marking)
        x = (page.width - line.width) / 2
        draw_line(page, line, x, page.height - 32)
        if self._publication.marking_at_foot:
            draw_line(page, line, x, 22)

    def _head(self, page: Page, part: Part, number: int) -> None:
        sheet = self._sheet
        left, width = sheet.frame_left(number), sheet.frame_width
        y = page.height - 54
        half = width / 2 - 8
        inner = self._fitting(self._publication.title, half)
        outer = self._fitting(part.head, half)
        if sheet.duplex and number % 2 == 0:
            inner, outer = outer, inner
        draw_line(page, inner, left, y)
        draw_line(page, outer, left + width - outer.width, y)
        page.placed.append(Rule(left, y - 5, left + width, y - 5, 0.4, LIGHT))

    def _foot(self, page: Page, part: Part, number: int, within: int, total: int) -> None:
        sheet, words = self._sheet, self._publication.words
        left, width = sheet.frame_left(number), sheet.frame_width
        here = words.tab_page.format(prefix=part.page_prefix, page=within)
        one = self._line(here if part.page_prefix else "", sheet.furniture)
        where = words.page_of.format(page=number, pages=total) if total else ""
        other = self._line(where, sheet.furniture)
        if sheet.duplex and number % 2 == 0:
            one, other = other, one
        y = 44
        draw_line(page, one, left, y)
        draw_line(page, other, left + width - other.width, y)

    def _fitting(self, text: str, width: float) -> SetLine:
        """As much of a text as fits on one line, with an ellipsis where it was cut."""
        style = self._sheet.furniture
        line = self._line(text, style)
        if line.width <= width:
            return line
        # Lines of the measure: the first holds as many words as fit.
        first = self._lines(text, style, width - style.size)[0]
        words = "".join(
            said
            for atom in first.atoms
            for piece in atom.pieces + ([atom.space] if atom.space else [])
            for shape in piece.shapes
            for said in shape.texts
        )
        return self._line(words.rstrip(" \u00ad") + "\u202f…", style)

    def _line(self, text: str, style: TextStyle) -> SetLine:
        lines = self._lines(text, style, _ENDLESS)
        return lines[0] if lines else SetLine([], 0.0, style)

    def _lines(self, text: str, style: TextStyle, measure: float) -> Sequence[SetLine]:
        atoms = self._setter.atoms((Text(text=text),), style, _NOBODY, self._publication.lang)
        return set_lines(atoms, style, measure, self._setter.shaper)
