"""Shapes become operands of TJ, each worked out once; what their glyphs say is remembered.

Glyphs go by the ids of the face's own file, so that a page's stream does not depend on what other
pages show.
"""

from __future__ import annotations

from dataclasses import dataclass

from exports.layout.fonts import face
from exports.layout.pages import Shape
from exports.pdf.values import number, sayable

_CONTINUES = "\u200b"
"""What a glyph says that only ever continues another; ISO 14289-1, 7.21.7 asks for something."""


@dataclass(frozen=True, slots=True)
class Run:
    """Glyphs of one face as operands of TJ; `actual` is said in place of what the glyphs say."""

    face: str
    operands: str
    actual: str | None = None
    """None where the glyphs speak for themselves; "" where nothing is to be said."""


class FaceUse:
    """What a document shows of a face: which glyphs, and what each of them says."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.meanings: dict[int, str] = {}
        self._face = face(name)
        self._widths: dict[int, float] = {}
        # These say themselves, though a space that holds or a hyphen at a line's end comes first.
        self._plain = {self._face.font.get_nominal_glyph(ord(char)): char for char in " -"}

    def width(self, glyph: int) -> float:
        """The advance that the font gives a glyph by itself, in 1/1000 of the size."""
        found = self._widths.get(glyph)
        if found is None:
            found = self._face.font.get_glyph_h_advance(glyph) * 1000 / self._face.upem
            self._widths[glyph] = found
        return found

    def says(self, glyph: int, words: str) -> bool:
        """Register what a glyph says; whether it says that wherever it is shown."""
        known = self.meanings.get(glyph)
        if known is None:
            known = self._plain.get(glyph) or sayable(words) or _CONTINUES
            self.meanings[glyph] = known
        # A space that does not break is a space to whoever copies or listens.
        return known == words or (known == " " and words == "\u00a0")


class GlyphBook:
    """The runs of all shapes of a document, and the faces that they use."""

    def __init__(self) -> None:
        self.faces: dict[str, FaceUse] = {}
        self.known: dict[Shape, Run] = {}
        """The runs of the shapes that were met already."""

    def run(self, shape: Shape) -> Run:
        """A shape as operands."""
        found = self.known.get(shape)
        if found is None:
            if 0 in shape.glyphs:
                # ISO 14289-1, 7.21.8: layout has a sign for what no face has.
                raise ValueError("glyph 0 may not be shown")
            used = self.faces.get(shape.face) or FaceUse(shape.face)
            self.faces[shape.face] = used
            found = self.known[shape] = _run(shape, used)
        return found


def _run(shape: Shape, used: FaceUse) -> Run:
    operands: list[str] = []
    digits = ""
    clear = True
    for glyph, advance, words in zip(shape.glyphs, shape.advances, shape.texts, strict=True):
        # No short cut: each glyph must be registered.
        clear = used.says(glyph, words) and clear
        digits += f"{glyph:04X}"
        kern = used.width(glyph) - advance
        if abs(kern) > 0.01:  # noqa: PLR2004 - a hundred-thousandth of the size
            operands.append(f"<{digits}>{number(kern)}")
            digits = ""
    operands.append(f"<{digits}>" if digits else "")
    return Run(shape.face, "".join(operands), None if clear else "".join(shape.texts))
