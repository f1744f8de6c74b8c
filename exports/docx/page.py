"""Sections, margins, running heads and feet."""

from __future__ import annotations

from dataclasses import dataclass

from exports.docx.xml import TWIPS, clean, document, field, paragraph, run
from exports.tree import Form, Paper, Part, PartKind, Publication

_SIZES = {Paper.A4: (11906, 16838), Paper.LETTER: (12240, 15840)}
_SIDE = 58 * TWIPS
_MIRROR = 8 * TWIPS
_FOOTNOTES = (
    '<w:footnotePr><mc:AlternateContent><mc:Choice Requires="w15">'
    '<w:numRestart w:val="eachSect"/>'
    "</mc:Choice></mc:AlternateContent></w:footnotePr>"
)
"""Footnotes counted anew in each section, for those who can (ECMA-376 part 3, 9.3).

LibreOffice 7.4, told to count anew, prints 0 at every footnote but the first. It passes over what
asks for Word 2013, and counts through the document.
"""


@dataclass(frozen=True, slots=True)
class PageSize:
    """The page in twentieths of a point."""

    width: int
    height: int
    duplex: bool
    indent: int

    @classmethod
    def of(cls, form: Form) -> PageSize:
        """The page of a form."""
        width, height = _SIZES[form.paper]
        return cls(width, height, form.duplex, (40 if form.large_print else 64) * TWIPS)

    @property
    def text_width(self) -> int:
        """Between the margins."""
        return self.width - 2 * _SIDE

    def section(self, references: str) -> str:
        """The properties of a section: one part, its pages and footnotes counted from 1."""
        kind = "oddPage" if self.duplex else "nextPage"
        inner, outer = (_SIDE + _MIRROR, _SIDE - _MIRROR) if self.duplex else (_SIDE, _SIDE)
        return (
            f"<w:sectPr>{references}"
            f"{_FOOTNOTES}"
            f'<w:type w:val="{kind}"/><w:pgSz w:w="{self.width}" w:h="{self.height}"/>'
            f'<w:pgMar w:top="1640" w:right="{outer}" w:bottom="1400" w:left="{inner}"'
            ' w:header="560" w:footer="480" w:gutter="0"/><w:pgNumType w:start="1"/></w:sectPr>'
        )


def header(publication: Publication, part: Part, size: PageSize, *, even: bool) -> bytes:
    """The marking, and the running head unless it is the cover's."""
    rows = [_marking(part)]
    if part.kind is not PartKind.COVER:
        left, right = publication.title, part.head
        rows.append(
            _row("Header", run(right if even else left), run(left if even else right), size)
        )
    return document("hdr", rows)


def footer(publication: Publication, part: Part, size: PageSize, *, even: bool) -> bytes:
    """The page in the tab, and the marking where the scheme asks for it at the foot.

    Word counts pages by section, so that the numbers of the tabs stay true when a note grows while
    it is edited. A total would have to be of the tab too, and only Word itself knows that field.
    """
    rows: list[str] = []
    if part.kind is not PartKind.COVER:
        here = run(part.page_prefix or part.title + " – ") + field("PAGE", "1")
        rows.append(_row("Footer", here if even else "", "" if even else here, size))
    rows.append(_marking(part) if publication.marking_at_foot else paragraph("Footer", ""))
    return document("ftr", rows)


def _row(style: str, left: str, right: str, size: PageSize) -> str:
    tabs = f'<w:tabs><w:tab w:val="right" w:pos="{size.text_width}"/></w:tabs>'
    return paragraph(style, f"{left}{run(chr(9))}{right}", tabs=tabs)


def _marking(part: Part) -> str:
    return paragraph("Marking", run(part.marking) if clean(part.marking) else "")
