"""What the file says of itself: XMP, the info dictionary, and which standards it claims."""

from __future__ import annotations

from xml.sax.saxutils import escape

from exports.layout.pages import LaidOut
from exports.pdf.objects import Object, Objects, text
from exports.pdf.structure import language_tag

PRODUCER = "Briefing"

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{lang}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{producer}</xmp:CreatorTool>
<xmp:CreateDate>{made}</xmp:CreateDate>
<xmp:ModifyDate>{made}</xmp:ModifyDate>
<pdf:Producer>{producer}</pdf:Producer>
<pdfuaid:part>1</pdfuaid:part>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description>
<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def write_metadata(objects: Objects, laid_out: LaidOut) -> tuple[Object, Object]:
    """The XMP stream and the info dictionary; they say the same."""
    facts = {
        "title": laid_out.title,
        "author": laid_out.author or PRODUCER,
        "subject": laid_out.subject or laid_out.title,
        "lang": language_tag(laid_out.lang),
        "producer": PRODUCER,
        "made": laid_out.made,
    }
    packet = _XMP.format(**{key: escape(value) for key, value in facts.items()})
    xmp = objects.stream(packet.encode("utf-8"), "/Type /Metadata /Subtype /XML", compress=False)
    made = _pdf_date(laid_out.made)
    info = objects.add(
        f"<< /Title {text(facts['title'])} /Author {text(facts['author'])}"
        f" /Subject {text(facts['subject'])} /Creator {text(PRODUCER)}"
        f" /Producer {text(PRODUCER)}"
        + (f" /CreationDate {made} /ModDate {made}" if made else "")
        + " >>"
    )
    return xmp, info


def _pdf_date(moment: str) -> str:
    """`2026-11-24T10:30:00+01:00` as `(D:20261124103000+01'00')`."""
    if "T" not in moment:
        return ""
    day, time = moment.split("T")
    clock, zone = time[:8], time[8:]
    digits = day.replace("-", "") + clock.replace(":", "")
    offset = f"{zone[:3]}'{zone[4:6]}'" if zone[:1] in {"+", "-"} and len(zone) >= 6 else "Z"  # noqa: PLR2004
    return f"(D:{digits}{offset})"
