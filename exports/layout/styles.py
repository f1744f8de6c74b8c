"""What pages look like: sizes, leadings, colours and margins for each paper and print size.

Text is ranged left and never stretched, as plain-language guidance for readers of all abilities
asks; Chinese fills its lines, as Chinese printing does. The body stands in a column of 60 to 75
characters, indented from the headings, so that a reader finds the sections by their left edge;
tables take the full width.
"""

from __future__ import annotations

from dataclasses import dataclass

from exports.layout.pages import Colour
from exports.tree import Form, Paper

INK: Colour = (0.0, 0.0, 0.0)
GREY: Colour = (0.33, 0.33, 0.33)
LIGHT: Colour = (0.72, 0.72, 0.72)
WASH: Colour = (0.955, 0.955, 0.945)
ACCENT: Colour = (0.09, 0.25, 0.39)
"""A dark blue, 10:1 on white: it reads as black where the printer has no colour."""

_SIZES = {Paper.A4: (595.28, 841.89), Paper.LETTER: (612.0, 792.0)}
LARGE = 14 / 11
"""By how much everything that is set is larger in large print."""
_FRAME = 479.28
"""Width of headings and tables on either paper: what is wider than A4 goes to the margins."""
_MEASURE = 392.0
"""Of running text: 70 characters of 11 points."""
_LARGE_MEASURE = 440.0
"""Of large print: 62 characters of 14 points."""
_GUTTER = 8.0
"""How much nearer the outer edge the frame stands where both sides are printed."""


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How words are set. Sizes are points."""

    family: str
    size: float
    leading: float
    colour: Colour = INK
    bold: bool = False
    italic: bool = False
    semibold: bool = False
    small_capitals: bool = False

    def face(self, *, bold: bool = False, italic: bool = False) -> str:
        """The face for these words."""
        bold, italic = bold or self.bold, italic or self.italic
        if self.semibold and not italic and not (bold and self.bold):
            return f"{self.family}-semibold"
        name = self.family
        if bold:
            name += "-bold"
        if italic:
            name += "-italic"
        return name

    def han_face(self, *, bold: bool = False) -> str:
        """The face for Han characters among these words."""
        return "han-bold" if bold or self.bold or self.semibold else "han"


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """All looks of one publication."""

    width: float
    height: float
    scale: float
    duplex: bool

    @classmethod
    def of(cls, form: Form) -> StyleSheet:
        """The looks for a form."""
        width, height = _SIZES[form.paper]
        return cls(width, height, LARGE if form.large_print else 1.0, form.duplex)

    # The page

    @property
    def frame_width(self) -> float:
        """Of headings, tables and running heads."""
        return _FRAME

    def frame_left(self, number: int) -> float:
        """Left edge of the frame on a page, from 1; mirrored where both sides are printed."""
        middle = (self.width - _FRAME) / 2
        if not self.duplex:
            return middle
        return middle + (_GUTTER if number % 2 else -_GUTTER)

    @property
    def top(self) -> float:
        """Where the text begins, from the foot of the page."""
        return self.height - (82 if self.height > _SIZES[Paper.LETTER][1] else 76)

    @property
    def bottom(self) -> float:
        """Where the text ends, from the foot of the page."""
        return 72.0 if self.height > _SIZES[Paper.LETTER][1] else 68.0

    @property
    def room(self) -> float:
        """Height of the text."""
        return self.top - self.bottom

    @property
    def indent(self) -> float:
        """Of body text from the frame."""
        return _FRAME - (_MEASURE if self.scale == 1.0 else _LARGE_MEASURE)

    # The words

    def _style(self, family: str, size: float, leading: float, **looks: object) -> TextStyle:
        return TextStyle(family, size * self.scale, leading * self.scale, **looks)  # type: ignore[arg-type]

    @property
    def body(self) -> TextStyle:
        """Running text."""
        return self._style("serif", 11, 15.5)

    @property
    def lead(self) -> TextStyle:
        """The bottom line."""
        return self._style("serif", 13, 18, semibold=False)

    @property
    def quote(self) -> TextStyle:
        """Words of a source."""
        return self._style("serif", 10.5, 15)

    @property
    def meta(self) -> TextStyle:
        """Facts under a heading."""
        return self._style("sans", 9.5, 13, colour=GREY)

    @property
    def small(self) -> TextStyle:
        """Small words beside others."""
        return self._style("sans", 9, 12)

    @property
    def hint(self) -> TextStyle:
        """What an empty section asks for."""
        return self._style("sans", 10, 13.5, colour=GREY, italic=True)

    @property
    def label(self) -> TextStyle:
        """Labels: how a paragraph is to be handled, the title of a panel."""
        return self._style("sans", 10.5, 14, semibold=True, small_capitals=True)

    @property
    def number(self) -> TextStyle:
        """Numbers of paragraphs, in the margin."""
        return self._style("sans", 9.5, 15.5, colour=GREY)

    @property
    def cell(self) -> TextStyle:
        """Words in a table."""
        return self._style("sans", 9.5, 12.6)

    @property
    def cell_small(self) -> TextStyle:
        """Remarks in a table."""
        return self._style("sans", 8.5, 11.4, colour=GREY)

    @property
    def cell_head(self) -> TextStyle:
        """Heads of a table."""
        return self._style("sans", 9, 12, semibold=True)

    @property
    def caption(self) -> TextStyle:
        """Above a table or under a chart."""
        return self._style("sans", 10, 13.5, semibold=True)

    @property
    def footnote(self) -> TextStyle:
        """At the foot of the page."""
        return self._style("serif", 8.8, 11.6)

    @property
    def furniture(self) -> TextStyle:
        """Running heads and page numbers."""
        return TextStyle("sans", 8.5, 11, colour=GREY)

    @property
    def marking(self) -> TextStyle:
        """The protective marking."""
        return TextStyle("sans", 10, 12, bold=True)

    def heading(self, level: int) -> TextStyle:
        """Of a heading of that level."""
        sizes = {1: (21, 26), 2: (13, 17), 3: (11, 15)}
        size, leading = sizes.get(level, (10.5, 14))
        colour = ACCENT if level <= 2 else INK  # noqa: PLR2004
        return self._style("sans", size, leading, semibold=True, colour=colour)
