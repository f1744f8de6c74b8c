"""A face in the file: the glyphs that are used, their widths, and what they say."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterator

import uharfbuzz as hb

from exports.layout.fonts import face_path
from exports.pdf.glyphs import FaceUse
from exports.pdf.objects import PdfFile
from exports.pdf.trees import in_groups
from exports.pdf.values import array, box, dictionary, name, number, ref, utf16

_BLOCK = 100
"""A block of a CMap holds at most a hundred lines (Adobe Technical Note 5014)."""
_NEEDED = {"glyf", "head", "hhea", "hmtx", "loca", "maxp"}
"""Tables of a face that is only shown: its glyphs are chosen and placed already."""
_POSTSCRIPT_NAME = 6
_SERIF, _SYMBOLIC, _ITALIC = 1 << 1, 1 << 2, 1 << 6


def write_font(file: PdfFile, used: FaceUse, at: int) -> None:
    """Write the font of a face under a number."""
    source = hb.Face(hb.Blob.from_file_path(face_path(used.name)))
    data = _subset(source, used)
    base_font = name(f"{_tag(data)}+{source.get_name(_POSTSCRIPT_NAME)}")
    program = file.stream(data, f"/Length1 {len(data)}")
    descendant = {
        "Type": "/Font",
        "Subtype": "/CIDFontType2",
        "BaseFont": base_font,
        "CIDSystemInfo": "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>",
        "FontDescriptor": ref(file.add(_descriptor(source, used, base_font, program))),
        "W": _widths(used),
        "CIDToGIDMap": "/Identity",
    }
    whole = {
        "Type": "/Font",
        "Subtype": "/Type0",
        "BaseFont": base_font,
        "Encoding": "/Identity-H",
        "DescendantFonts": array((ref(file.add(dictionary(descendant))),)),
        "ToUnicode": ref(file.stream(_to_unicode(used).encode("ascii"))),
    }
    file.add(dictionary(whole), at)


def _subset(source: hb.Face, used: FaceUse) -> bytes:
    wanted = hb.SubsetInput()
    wanted.flags = (
        hb.SubsetFlags.RETAIN_GIDS
        | hb.SubsetFlags.NO_HINTING
        | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        | hb.SubsetFlags.NOTDEF_OUTLINE
    )
    wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update({0, *used.meanings})
    tags = {int.from_bytes(tag.encode("ascii"), "big") for tag in {*source.table_tags} - _NEEDED}
    wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(tags)
    data: bytes = hb.subset(source, wanted).blob.data
    return data


def _tag(data: bytes) -> str:
    """The six letters that mark a subset, made of what is in it."""
    digest = hashlib.blake2b(data, digest_size=6).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest)


def _descriptor(source: hb.Face, used: FaceUse, base_font: str, program: int) -> str:
    scale = 1000 / source.upem
    head = source.reference_table("head").data
    measures = source.reference_table("OS/2").data
    ascent, descent = struct.unpack_from(">hh", source.reference_table("hhea").data, 4)
    (weight,) = struct.unpack_from(">H", measures, 4)
    (capitals,) = struct.unpack_from(">h", measures, 88)
    (slant,) = struct.unpack_from(">i", source.reference_table("post").data, 4)
    corners = (corner * scale for corner in struct.unpack_from(">4h", head, 36))
    flags = _SYMBOLIC | (_SERIF if "serif" in used.name else 0) | (_ITALIC if slant else 0)
    return dictionary(
        {
            "Type": "/FontDescriptor",
            "FontName": base_font,
            "Flags": str(flags),
            "FontBBox": box(*corners),
            "ItalicAngle": number(slant / 65536),
            "Ascent": number(ascent * scale),
            "Descent": number(descent * scale),
            "CapHeight": number(capitals * scale),
            # Stems are nowhere in a TrueType file; readers use this one only in place of a face.
            "StemV": number(10 + 220 * max(weight - 50, 0) / 900),
            "FontFile2": ref(program),
        }
    )


def _widths(used: FaceUse) -> str:
    """Widths by glyph, neighbours together."""
    parts: list[str] = []
    before = -2
    for glyph in sorted(used.meanings):
        if glyph != before + 1:
            parts.append(f"]{glyph}[" if parts else f"{glyph}[")
        parts.append(number(used.width(glyph)))
        before = glyph
    return f"[{' '.join(parts)}]]" if parts else "[]"


def _to_unicode(used: FaceUse) -> str:
    lines = [f"<{glyph:04X}> <{utf16(words)}>" for glyph, words in sorted(used.meanings.items())]
    return "\n".join((_CMAP_HEAD, *_blocks(lines), _CMAP_FOOT))


def _blocks(lines: list[str]) -> Iterator[str]:
    for block in in_groups(lines, _BLOCK):
        yield "\n".join((f"{len(block)} beginbfchar", *block, "endbfchar"))


_CMAP_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange"""
_CMAP_FOOT = """endcmap
CMapName currentdict /CMap defineresource pop
end
end"""
