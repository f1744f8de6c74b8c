"""The body: blocks of the tree as paragraphs and tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import assert_never

from exports.docx.bookmarks import Bookmarks, bookmark_name
from exports.docx.page import PageSize
from exports.docx.parts import Comments, Footnotes, Numbering
from exports.docx.xml import TWIPS, attribute, field, paragraph, run, text_run
from exports.layout.adjoining import stays_with
from exports.tree import (
    Block,
    Cell,
    Chart,
    Contents,
    Cover,
    FootnoteCall,
    Heading,
    Inline,
    Link,
    List,
    ListItem,
    Panel,
    Paragraph,
    Quote,
    Role,
    Table,
    TableRole,
    Text,
)

_STYLES = {
    Role.BODY: "BodyText",
    Role.LEAD: "Lead",
    Role.META: "Meta",
    Role.SMALL: "Small",
    Role.HINT: "Hint",
}
_CELL_STYLES = dict.fromkeys(Role, "TableText") | {
    Role.SMALL: "TableSmall",
    Role.META: "TableSmall",
    Role.HINT: "TableSmall",
}
_TABLES = {
    TableRole.PLAIN: "TablePlain",
    TableRole.LEDGER: "TableLedger",
    TableRole.FIELDS: "TableFields",
}
_KEEP = "<w:keepNext/>"
_PANEL = {
    "pBdr": '<w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="B8B8B8"/></w:pBdr>',
    "shd": '<w:shd w:val="clear" w:color="auto" w:fill="F4F4F1"/>',
}


@dataclass(frozen=True)
class Place:
    """Where blocks stand, which decides how they look."""

    lang: str
    cell: bool = False
    head: bool = False
    panel: bool = False
    level: int = 0
    """How deep in a list."""
    stays: bool = False
    """On one page with what follows."""

    def style(self, role: Role) -> str:
        """The style of a paragraph here."""
        if self.head:
            return "TableHead"
        return (_CELL_STYLES if self.cell else _STYLES)[role]

    @property
    def extra(self) -> dict[str, str]:
        """Properties that every paragraph here has."""
        return (_PANEL if self.panel else {}) | self.kept

    @property
    def kept(self) -> dict[str, str]:
        """The property that keeps a paragraph with the next, where it stays with it."""
        return {"keepNext": _KEEP} if self.stays else {}

    @property
    def staying(self) -> Place:
        """The same for what stays on one page with what follows."""
        return replace(self, stays=True)


@dataclass(frozen=True)
class Body:
    """Writes blocks; what they need beside the body goes to its collectors."""

    size: PageSize
    footnotes: Footnotes
    comments: Comments
    numbering: Numbering
    bookmarks: Bookmarks
    address: Callable[[str, bool], str]
    """The relationship of an outside address, of the body or (True) of the footnotes."""
    picture: Callable[[Chart], str]
    """A chart as a run with a drawing."""
    prefixes: dict[str, str]
    """Of each part by its uid: what stands before its page numbers."""

    def blocks(self, blocks: Sequence[Block], place: Place) -> Iterator[str]:
        """The blocks as elements of the body or of a cell."""
        for block, following in zip_longest(blocks, blocks[1:]):
            yield from self._block(block, place.staying if stays_with(block, following) else place)

    def _block(self, block: Block, place: Place) -> Iterator[str]:  # noqa: C901 - a case for each
        match block:
            case Heading():
                yield self._heading(block, place)
            case Paragraph():
                yield from self._paragraph(block, place)
            case Quote():
                content = self._marked(block.inlines, block.lang or place.lang, block.uid)
                content = self.comments.around(content, block.comments)
                yield paragraph("TableText" if place.cell else "Quote", content, **place.extra)
            case List():
                yield from self._list(block, place)
            case Table():
                yield from self._table(block, place)
            case Panel():
                title = run(block.title)
                yield paragraph("PanelTitle", title, **_PANEL)
                yield from self.blocks(block.blocks, replace(place, panel=True))
            case Chart():
                caption = text_run(Text(text=block.caption), place.lang)
                yield paragraph("Caption", caption, keepNext=_KEEP)
                drawing = self.bookmarks.around(self.picture(block), block.uid)
                yield paragraph("BodyText", drawing, **place.kept)
            case Contents():
                yield from self._contents(block)
            case Cover():
                yield from self._cover(block)
            case _:
                assert_never(block)

    # Words

    def inlines(self, inlines: Sequence[Inline], lang: str) -> str:
        """Inlines as runs."""
        return "".join(self._inline(inline, lang, in_note=False) for inline in inlines)

    def _inline(self, inline: Inline, lang: str, *, in_note: bool) -> str:
        match inline:
            case Text():
                return text_run(inline, lang)
            case Link():
                return self._link(inline, lang, in_note=in_note)
            case FootnoteCall():
                spoken = inline.lang or lang
                note = "".join(self._inline(i, spoken, in_note=True) for i in inline.note)
                number = self.footnotes.add(note)
                return (
                    '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
                    f'<w:footnoteReference w:id="{number}"/></w:r>'
                )
            case _:
                assert_never(inline)

    def _link(self, link: Link, lang: str, *, in_note: bool) -> str:
        style = "" if in_note else "Hyperlink"
        words = "".join(text_run(text, lang, style) for text in link.words)
        if link.href:
            return f'<w:hyperlink r:id="{self.address(link.href, in_note)}">{words}</w:hyperlink>'
        return f'<w:hyperlink w:anchor="{bookmark_name(link.target)}">{words}</w:hyperlink>'

    def _marked(self, inlines: Sequence[Inline], lang: str, uid: str) -> str:
        return self.bookmarks.around(self.inlines(inlines, lang), uid)

    def _heading(self, block: Heading, place: Place) -> str:
        number = run(f"{block.number}\t") if block.number else ""
        content = number + self._marked(block.inlines, block.lang or place.lang, block.uid)
        content = self.comments.around(content, block.comments)
        return paragraph(f"Heading{block.level}", content, **place.extra)

    def _paragraph(self, block: Paragraph, place: Place) -> Iterator[str]:
        lang = block.lang or place.lang
        if block.handling:
            yield paragraph("Handling", run(block.handling), **place.staying.extra)
        content = self._marked(block.inlines, lang, block.uid)
        content = self.comments.around(content, block.comments)
        style = place.style(block.role)
        if block.number and not place.cell:
            style, content = "NumberedParagraph", run(f"{block.number}\t") + content
        yield paragraph(style, content, **place.extra)

    def _list(self, block: List, place: Place) -> Iterator[str]:
        number = self.numbering.ordered() if block.ordered else 0
        for item in block.items:
            properties = (
                self.numbering.numbered(number, place.level)
                if number
                else self.numbering.bullets(place.level)
            )
            yield self._item(item, block.lang or place.lang, place, properties)
            yield from self.blocks(item.blocks, replace(place, level=place.level + 1))

    def _item(self, item: ListItem, lang: str, place: Place, properties: str) -> str:
        content = self._marked(item.inlines, lang, item.uid)
        if not place.cell:
            return paragraph("ListParagraph", content, numPr=properties, **place.extra)
        indent = f'<w:ind w:left="{240 * (place.level + 1)}" w:hanging="240"/>'
        return paragraph("TableText", content, numPr=properties, ind=indent, **place.extra)

    # Tables

    def _table(self, block: Table, place: Place) -> Iterator[str]:
        if block.caption:
            caption = text_run(Text(text=block.caption), block.lang or place.lang)
            yield paragraph("Caption", self.bookmarks.around(caption, block.uid), keepNext=_KEEP)
        indent = 0 if block.role is not TableRole.FIELDS else self.size.indent
        total = (self.size.text_width - indent) if not place.cell else self.size.text_width // 3
        widths = [round(total * share) for share in block.widths]
        described = f"<w:tblCaption w:val={attribute(block.caption)}/>" if block.caption else ""
        if block.description:
            described += f"<w:tblDescription w:val={attribute(block.description)}/>"
        head_row, head_column = (1, 0) if block.heads else (0, 1)
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        cells = replace(place, cell=True, stays=False)
        last = len(block.rows) - 1
        rows = (
            self._row(
                row,
                widths,
                cells.staying if place.stays and number == last else cells,
                repeated=number < block.heads,
            )
            for number, row in enumerate(block.rows)
        )
        yield (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{_TABLES[block.role]}"/>'
            f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblInd w:w="{indent}" w:type="dxa"/>'
            '<w:tblLayout w:type="fixed"/>'
            f'<w:tblLook w:val="04A0" w:firstRow="{head_row}" w:lastRow="0"'
            f' w:firstColumn="{head_column}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
            f"{described}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
        )
        # Word joins two tables that touch, and a cell must end with a paragraph.
        yield paragraph("TableEnd", "", **place.kept)

    def _row(
        self, row: Sequence[Cell], widths: Sequence[int], place: Place, *, repeated: bool
    ) -> str:
        properties = "<w:cantSplit/>" + ("<w:tblHeader/>" if repeated else "")
        cells = "".join(
            self._cell(cell, width, place) for cell, width in zip(row, widths, strict=True)
        )
        return f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>"

    def _cell(self, cell: Cell, width: int, place: Place) -> str:
        inner = replace(place, head=cell.head, level=0, panel=False)
        content = "".join(self.blocks(cell.blocks, inner)) or paragraph("TableText", "")
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'

    # Front

    def _contents(self, block: Contents) -> Iterator[str]:
        """A line for each tab, its page by a field that is filled already."""
        end = self.size.text_width
        tabs = (
            f'<w:tabs><w:tab w:val="left" w:pos="{self.size.indent}"/>'
            f'<w:tab w:val="right" w:leader="dot" w:pos="{end}"/></w:tabs>'
        )
        for entry in block.entries:
            name = bookmark_name(entry.target)
            remark = f" ({entry.remark})" if entry.remark else ""
            words = text_run(Text(text=f"{entry.title}{remark}"), block.lang)
            page = run(self.prefixes.get(entry.target, "")) + field(f"PAGEREF {name} \\h", "1")
            yield paragraph(
                "TOC1",
                f'<w:hyperlink w:anchor="{name}">{run(entry.label, "<w:b/>")}{run(chr(9))}{words}'
                f"{run(chr(9))}{page}</w:hyperlink>",
                tabs=tabs,
            )

    def _cover(self, block: Cover) -> Iterator[str]:
        yield paragraph("CoverOffice", run(block.office))
        yield paragraph("Title", text_run(Text(text=block.title), block.lang))
        if block.subtitle:
            yield paragraph("Subtitle", text_run(Text(text=block.subtitle), block.lang))
        hanging = 118 * TWIPS
        for label, value in block.lines:
            yield paragraph(
                "CoverFact",
                run(f"{label}\t", '<w:rStyle w:val="CoverLabel"/>')
                + text_run(Text(text=value), block.lang),
                tabs=f'<w:tabs><w:tab w:val="left" w:pos="{hanging}"/></w:tabs>',
                ind=f'<w:ind w:left="{hanging}" w:hanging="{hanging}"/>',
            )
        if block.edition:
            yield paragraph("CoverEdition", run(block.edition))
