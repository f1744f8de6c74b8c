"""What the file says of itself: XMP, the info dictionary, and which standards it claims."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from xml.sax.saxutils import escape

from exports.layout.pages import LaidOut
from exports.pdf.attributes import language_tag
from exports.pdf.objects import PdfFile
from exports.pdf.values import dictionary, sayable, text

PRODUCER = "Briefing"
_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
}
_CLAIMS = """<pdfuaid:part>1</pdfuaid:part>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>"""
"""PDF/A does not know the name of PDF/UA's own property; the file has to explain it."""


def write_metadata(file: PdfFile, laid_out: LaidOut) -> int:
    """Write the XMP packet; its number."""
    names = "\n".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items())
    packet = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        f'<rdf:Description rdf:about=""\n{names}>\n'
        + "\n".join(_properties(laid_out))
        + f"\n{_CLAIMS}\n</rdf:Description></rdf:RDF></x:xmpmeta>\n"
        '<?xpacket end="r"?>'
    )
    # Left unpacked: archives look for the packet without reading the rest.
    return file.stream(packet.encode("utf-8"), "/Type/Metadata/Subtype/XML", packed=False)


def write_info(file: PdfFile, laid_out: LaidOut) -> int:
    """Write the info dictionary, which says the same; its number."""
    made = _moment(laid_out)
    date = f"(D:{made:%Y%m%d%H%M%S}Z)" if made else ""
    entries = {
        "Title": text(laid_out.title),
        "Author": text(laid_out.author) if laid_out.author else "",
        "Subject": text(laid_out.subject) if laid_out.subject else "",
        "Creator": text(PRODUCER),
        "Producer": text(PRODUCER),
        "CreationDate": date,
        "ModDate": date,
    }
    return file.add(dictionary(entries))


def _properties(laid_out: LaidOut) -> Iterator[str]:
    yield "<dc:format>application/pdf</dc:format>"
    if laid_out.title:
        yield _localised("title", laid_out.title)
    if laid_out.author:
        yield f"<dc:creator><rdf:Seq>{_item(laid_out.author)}</rdf:Seq></dc:creator>"
    if laid_out.subject:
        yield _localised("description", laid_out.subject)
    yield f"<dc:language><rdf:Bag>{_item(language_tag(laid_out.lang))}</rdf:Bag></dc:language>"
    yield f"<pdf:Producer>{PRODUCER}</pdf:Producer>"
    yield f"<xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool>"
    made = _moment(laid_out)
    if made:
        yield f"<xmp:CreateDate>{made:%Y-%m-%dT%H:%M:%SZ}</xmp:CreateDate>"
        yield f"<xmp:ModifyDate>{made:%Y-%m-%dT%H:%M:%SZ}</xmp:ModifyDate>"


def _localised(property_: str, words: str) -> str:
    item = f'<rdf:li xml:lang="x-default">{escape(sayable(words))}</rdf:li>'
    return f"<dc:{property_}><rdf:Alt>{item}</rdf:Alt></dc:{property_}>"


def _item(words: str) -> str:
    return f"<rdf:li>{escape(sayable(words))}</rdf:li>"


def _moment(laid_out: LaidOut) -> datetime | None:
    """When the book was made, in universal time; a time without a zone is taken for that."""
    if not laid_out.made:
        return None
    made = datetime.fromisoformat(laid_out.made)
    return (made if made.tzinfo else made.replace(tzinfo=UTC)).astimezone(UTC)
