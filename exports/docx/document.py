"""A publication becomes a Word package; python-docx keeps the package in order."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from importlib import resources
from typing import Any

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part as PackagePart
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from briefing.progress import Progress, unwatched
from exports.docx.body import Body, Place
from exports.docx.bookmarks import Bookmarks
from exports.docx.drawing import chart_picture, picture_run
from exports.docx.page import PageSize, footer, header
from exports.docx.parts import Comments, Footnotes, Numbering
from exports.docx.xml import NAMESPACES, allowed, attribute, paragraph
from exports.layout.styles import LARGE
from exports.tree import Chart, Part, Publication

TEMPLATE = "templates/briefing.docx"
_ROOM = ("before", "after", "line")
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)


class Writer:
    """Writes one publication."""

    def __init__(self, publication: Publication) -> None:
        self._publication = publication
        self._size = PageSize.of(publication.form)
        template = resources.files("resources").joinpath(TEMPLATE).read_bytes()
        self._document: Document = docx.Document(io.BytesIO(template))
        self._footnotes, self._comments = Footnotes(), Comments()
        self._numbering = Numbering()
        self._note_part = self._new_part("footnotes.xml", CT.WML_FOOTNOTES, RT.FOOTNOTES)
        self._pictures = 0

    def write(self, progress: Progress = unwatched) -> bytes:
        """The whole file."""
        body = self._body()
        pieces: list[str] = []
        parts = self._publication.parts
        bookmarks = body.bookmarks
        for number, part in enumerate(parts):
            progress(number, len(parts))
            place = Place(lang=part.lang or self._publication.lang)
            pieces.append(paragraph("PartStart", bookmarks.around("", part.uid)))
            pieces.extend(body.blocks(part.blocks, place))
            section = self._size.section(self._references(part, number))
            last = number == len(parts) - 1
            pieces.append(section if last else paragraph("SectionEnd", "", sectPr=section))
        self._put_body("".join(pieces))
        self._put_parts()
        self._describe()
        out = io.BytesIO()
        self._document.save(out)
        return _repeatable(out.getvalue())

    def _body(self) -> Body:
        publication = self._publication
        return Body(
            size=self._size,
            footnotes=self._footnotes,
            comments=self._comments,
            numbering=self._numbering,
            bookmarks=Bookmarks(),
            address=self._address,
            picture=self._picture,
            prefixes={part.uid: part.page_prefix for part in publication.parts},
        )

    # What stands beside the body

    def _new_part(self, name: str, content_type: str, relation: str) -> PackagePart:
        package = self._document.part.package
        part = PackagePart(PackURI(f"/word/{name}"), content_type, b"", package)
        self._document.part.relate_to(part, relation)
        return part

    def _references(self, part: Part, number: int) -> str:
        """Heads and feet of a part, even pages mirrored where both sides are printed."""
        pieces: list[str] = []
        sides = ("default", "even") if self._size.duplex else ("default",)
        for name, make, content_type, relation in (
            ("header", header, CT.WML_HEADER, RT.HEADER),
            ("footer", footer, CT.WML_FOOTER, RT.FOOTER),
        ):
            for side in sides:
                xml = make(self._publication, part, self._size, even=side == "even")
                file = f"{name}-{number + 1}-{side}.xml"
                package = self._document.part.package
                made = PackagePart(PackURI(f"/word/{file}"), content_type, xml, package)
                rid = self._document.part.relate_to(made, relation)
                pieces.append(f'<w:{name}Reference w:type="{side}" r:id="{rid}"/>')
        return "".join(pieces)

    def _address(self, href: str, in_note: bool) -> str:  # noqa: FBT001 - a callback's shape
        part: Any = self._note_part if in_note else self._document.part
        rid: str = part.relate_to(href, RT.HYPERLINK, is_external=True)
        return rid

    def _picture(self, chart: Chart) -> str:
        self._pictures += 1
        lang = chart.lang or self._publication.lang
        picture = chart_picture(chart, self._publication.form, lang)
        rid, _ = self._document.part.get_or_add_image(io.BytesIO(picture.png))
        return picture_run(rid, self._pictures, picture, attribute(chart.description))

    def _put_body(self, content: str) -> None:
        element: Any = self._document.element
        element.remove(element.body)
        element.append(parse_xml(f"<w:body {NAMESPACES}>{content}</w:body>"))

    def _put_parts(self) -> None:
        self._note_part._blob = self._footnotes.xml()  # noqa: SLF001 - a part has no setter
        numbering = self._new_part("numbering.xml", CT.WML_NUMBERING, RT.NUMBERING)
        numbering._blob = self._numbering.xml()  # noqa: SLF001
        if self._comments:
            comments = self._new_part("comments.xml", CT.WML_COMMENTS, RT.COMMENTS)
            comments._blob = self._comments.xml()  # noqa: SLF001
        settings: Any = self._document.settings.element
        if self._publication.form.large_print:
            _enlarge(self._document.styles.element)
        if not self._size.duplex:
            for name in ("mirrorMargins", "evenAndOddHeaders"):
                for found in settings.xpath(f"./w:{name}"):
                    settings.remove(found)

    def _describe(self) -> None:
        publication = self._publication
        made = datetime.fromisoformat(publication.made) if publication.made else None
        properties = self._document.core_properties
        properties.title = allowed(publication.title)
        properties.author = allowed(publication.author)
        properties.subject = allowed(publication.subject)
        properties.language = publication.lang
        properties.last_modified_by = allowed(publication.author)
        if made is not None:
            properties.created = properties.modified = made.astimezone(UTC).replace(tzinfo=None)


def _enlarge(styles: Any) -> None:
    """Make the letters of all styles larger, and the room between lines that goes with them."""
    sizes = styles.xpath(".//w:rPr/w:sz | .//w:rPr/w:szCs")
    rooms = styles.xpath(".//w:pPr/w:spacing")
    for element, names in (*((e, ("val",)) for e in sizes), *((e, _ROOM) for e in rooms)):
        for name in (qn(f"w:{name}") for name in names):
            if element.get(name) is not None:
                element.set(name, str(round(int(element.get(name)) * LARGE)))


def _repeatable(data: bytes) -> bytes:
    """The package with no time of its own: the same publication gives the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for info in source.infolist():
            entry = zipfile.ZipInfo(info.filename, _ZIP_EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            target.writestr(entry, source.read(info), compresslevel=6)
    return out.getvalue()
