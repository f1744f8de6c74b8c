"""Fonts in the file: one composite font per face, glyphs by their own ids.

Identity glyph ids make page streams independent of which other glyphs the document uses.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import uharfbuzz as hb

from exports.layout.fonts import face, face_path
from exports.layout.pages import Shape
from exports.pdf.objects import Object, Objects

_BLOCK = 100
"""A block of a CMap holds at most a hundred lines (Adobe Technical Note 5014)."""
_UNSEEN = "\u200b"
"""What a glyph says that only continues another; ISO 14289-1, 7.21.7 asks for something."""
_SYMBOLIC = 4


class PdfFace:
    """A face as the document uses it: which glyphs, and what each says."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.meanings: dict[int, str] = {}
        self._face = face(name)
        self._widths: dict[int, float] = {}
        self._known: dict[Shape, tuple[bytes, str]] = {}

    def width(self, glyph: int) -> float:
        """The advance that the font itself gives a glyph, in 1/1000."""
        found = self._widths.get(glyph)
        if found is None:
            found = self._face.font.get_glyph_h_advance(glyph) * 1000 / self._face.upem
            self._widths[glyph] = round(found, 2)
        return self._widths[glyph]

    def shown(self, shape: Shape) -> tuple[bytes, str]:
        """A shape as operands of TJ, and what it says where its glyphs alone would not."""
        found = self._known.get(shape)
        if found is None:
            found = (self._operands(shape), self._actual_text(shape))
            self._known[shape] = found
        return found

    def _operands(self, shape: Shape) -> bytes:
        pieces: list[str] = []
        run = ""
        for glyph, advance in zip(shape.glyphs, shape.advances, strict=True):
            run += f"{glyph:04X}"
            kern = self.width(glyph) - advance
            if abs(kern) > 0.01:  # noqa: PLR2004 - a hundred-thousandth of the size
                pieces.append(f"<{run}>{kern:.2f}".rstrip("0").rstrip("."))
                run = ""
        if run:
            pieces.append(f"<{run}>")
        return "".join(pieces).encode("ascii")

    def _actual_text(self, shape: Shape) -> str:
        """Register what the glyphs say; the whole text where one says something else elsewhere."""
        clear = True
        for glyph, words in zip(shape.glyphs, shape.texts, strict=True):
            known = self.meanings.setdefault(glyph, words or _UNSEEN)
            clear = clear and bool(words) and known == words
        return "" if clear else "".join(shape.texts)

    def write(self, objects: Objects, into: Object) -> None:
        """The font and everything that it needs."""
        data = self._subset()
        tag = _tag(data)
        post_script = f"{tag}+Briefing-{self.name}"
        file = objects.stream(data, f"/Length1 {len(data)}")
        descriptor = objects.add(
            f"<< /Type /FontDescriptor /FontName /{post_script} /Flags {_SYMBOLIC}"
            f" /FontBBox [-1000 -400 3000 1300] /ItalicAngle {-12 if 'italic' in self.name else 0}"
            f" /Ascent {self._face.ascent:.0f} /Descent {self._face.descent:.0f} /CapHeight 670"
            f" /StemV {140 if 'bold' in self.name else 80} /FontFile2 {file.ref} >>"
        )
        descendant = objects.add(
            f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{post_script}"
            " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
            f" /FontDescriptor {descriptor.ref} /DW 1000 /W {self._width_array()}"
            " /CIDToGIDMap /Identity >>"
        )
        meanings = objects.stream(self._cmap())
        into.body = (
            f"<< /Type /Font /Subtype /Type0 /BaseFont /{post_script} /Encoding /Identity-H"
            f" /DescendantFonts [{descendant.ref}] /ToUnicode {meanings.ref} >>"
        ).encode("latin-1")

    def _subset(self) -> bytes:
        wanted = hb.SubsetInput()
        wanted.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_HINTING
        wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update({0, *self.meanings})
        source = hb.Face(hb.Blob.from_file_path(face_path(self.name)))
        data: bytes = hb.subset(source, wanted).blob.data
        return data

    def _width_array(self) -> str:
        return "[" + " ".join(f"{g} [{self.width(g):g}]" for g in sorted(self.meanings)) + "]"

    def _cmap(self) -> bytes:
        lines = [
            f"<{glyph:04X}> <{_utf16(words)}>" for glyph, words in sorted(self.meanings.items())
        ]
        blocks = [lines[start : start + _BLOCK] for start in range(0, len(lines), _BLOCK)]
        return _CMAP.format(blocks="\n".join(_block(block) for block in blocks)).encode("ascii")


def _block(lines: Iterable[str]) -> str:
    listed = list(lines)
    return "\n".join((f"{len(listed)} beginbfchar", *listed, "endbfchar"))


def _utf16(words: str) -> str:
    return words.encode("utf-16-be", "surrogatepass").hex().upper()


def _tag(data: bytes) -> str:
    """The six letters that mark a subset, made of what is in it."""
    digest = hashlib.sha256(data).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{blocks}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""
