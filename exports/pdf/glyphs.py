"""Shapes become operands of TJ, each worked out once; what their glyphs say is remembered.

Glyphs go by the ids of the face's own file, so that a page's stream does not depend on what other
pages show.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from exports.layout.fonts import face
from exports.layout.pages import Shape
from exports.pdf.values import number, sayable

_MISSING = "\u25a1"
_MISSING_FACE = "sans"
"""A white square stands for what no face has: glyph 0 must not show (ISO 14289-1, 7.21.8)."""
_CONTINUES = "\u200b"
"""What a glyph says that only ever continues another; ISO 14289-1, 7.21.7 asks for something."""


@dataclass(frozen=True, slots=True)
class Run:
    """Glyphs of one face as operands of TJ; `actual` is said in place of what the glyphs say."""

    face: str
    operands: str
    actual: str = ""


class FaceUse:
    """What a document shows of a face: which glyphs, and what each of them says."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.meanings: dict[int, str] = {}
        self._face = face(name)
        self._widths: dict[int, float] = {}
        # Whichever comes first, the glyph of a space says a plain one.
        self._space = self._face.font.get_nominal_glyph(ord(" "))

    def width(self, glyph: int) -> float:
        """The advance that the font gives a glyph by itself, in 1/1000 of the size."""
        found = self._widths.get(glyph)
        if found is None:
            found = self._face.font.get_glyph_h_advance(glyph) * 1000 / self._face.upem
            self._widths[glyph] = found
        return found

    def glyph(self, char: str) -> int:
        """The glyph of a character."""
        return self._face.font.get_nominal_glyph(ord(char)) or 0

    def says(self, glyph: int, words: str) -> bool:
        """Register what a glyph says; whether it says that wherever it is shown."""
        if glyph == self._space:
            self.meanings[glyph] = " "
            # A space that does not break is a space to whoever copies or listens.
            return words in {" ", "\u00a0"}
        said = sayable(words) or _CONTINUES
        return self.meanings.setdefault(glyph, said) == words


class GlyphBook:
    """The runs of all shapes of a document, and the faces that they use."""

    def __init__(self) -> None:
        self.faces: dict[str, FaceUse] = {}
        self.known: dict[Shape, tuple[Run, ...]] = {}
        """The runs of the shapes that were met already."""

    def runs(self, shape: Shape) -> tuple[Run, ...]:
        """A shape as runs: one, but for shapes that hold what no face has."""
        found = self.known.get(shape)
        if found is None:
            found = self.known[shape] = tuple(self._runs(shape))
        return found

    def _face(self, name: str) -> FaceUse:
        return self.faces.get(name) or self.faces.setdefault(name, FaceUse(name))

    def _runs(self, shape: Shape) -> Iterator[Run]:
        if all(shape.glyphs):
            yield self._run(shape, 0, len(shape.glyphs))
            return
        for start, end in _stretches(shape):
            if shape.glyphs[start]:
                yield self._run(shape, start, end)
            else:
                yield self._stand_in(shape, start)

    def _run(self, shape: Shape, start: int, end: int) -> Run:
        used = self._face(shape.face)
        operands: list[str] = []
        digits = ""
        clear = True
        for place in range(start, end):
            glyph, words = shape.glyphs[place], shape.texts[place]
            # No short cut: each glyph must be registered.
            clear = used.says(glyph, words) and clear
            digits += f"{glyph:04X}"
            kern = used.width(glyph) - shape.advances[place]
            if abs(kern) > 0.01:  # noqa: PLR2004 - a hundred-thousandth of the size
                operands.append(f"<{digits}>{number(kern)}")
                digits = ""
        operands.append(f"<{digits}>" if digits else "")
        actual = "" if clear else "".join(shape.texts[start:end])
        return Run(shape.face, "".join(operands), actual)

    def _stand_in(self, shape: Shape, place: int) -> Run:
        used = self._face(_MISSING_FACE)
        glyph = used.glyph(_MISSING)
        used.says(glyph, _MISSING)
        kern = used.width(glyph) - shape.advances[place]
        actual = shape.texts[place] or _CONTINUES
        return Run(_MISSING_FACE, f"<{glyph:04X}>{number(kern)}", actual)


def _stretches(shape: Shape) -> Iterator[tuple[int, int]]:
    """Where the glyphs that a face lacks divide a shape."""
    cuts = [0]
    for place, (before, after) in enumerate(pairwise(shape.glyphs), start=1):
        if not before or not after:
            cuts.append(place)
    return pairwise([*cuts, len(shape.glyphs)])
