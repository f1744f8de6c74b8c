"""What a page paints, with each stretch marked by where it belongs in the structure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import assert_never

from exports.layout.pages import Area, Colour, Line, Node, Page, Placed, Rule
from exports.pdf.faces import PdfFace
from exports.pdf.objects import number, text

_TILE = 5.0


class ContentWriter:
    """Writes the content stream of one page.

    `mark` gives the number of the next marked content of a node on this page.
    """

    def __init__(self, faces: Callable[[str], PdfFace], mark: Callable[[Node], int]) -> None:
        self._faces = faces
        self._mark = mark
        self._out: list[bytes] = []
        self._fill: Colour | None = None

    def page(self, page: Page) -> bytes:
        """All that is placed on a page, then its furniture."""
        for node, group in groupby(page.placed, key=lambda placed: placed.node):
            if node is None:
                self._write("/Artifact << /Type /Layout >> BDC")
            else:
                self._write(f"/{node.tag} << /MCID {self._mark(node)} >> BDC")
            self._paint(group)
            self._write("EMC")
        if page.furniture:
            self._write("/Artifact << /Type /Pagination >> BDC")
            self._paint(page.furniture)
            self._write("EMC")
        return b"\n".join(self._out)

    def _write(self, operators: str) -> None:
        self._out.append(operators.encode("latin-1"))

    def _paint(self, group: Iterable[Placed]) -> None:
        for placed in group:
            match placed:
                case Line():
                    self._line(placed)
                case Rule():
                    self._rule(placed)
                case Area():
                    self._area(placed)
                case _:
                    assert_never(placed)

    # Words

    def _line(self, line: Line) -> None:
        self._colour(line.colour)
        at = f"{number(line.x)} {number(line.y + line.rise)}"
        self._write(f"BT 1 0 0 1 {at} Tm")
        current = ""
        operands: list[bytes] = []
        for shape, gap in zip(line.shapes, line.gaps, strict=True):
            face = self._faces(shape.face)
            shown, actual = face.shown(shape)
            if shape.face != current or actual:
                self._show(operands)
                operands = []
            if shape.face != current:
                self._write(f"/{shape.face} {number(line.size)} Tf")
                current = shape.face
            if actual:
                self._write(f"/Span << /ActualText {text(actual)} >> BDC")
                self._show([shown])
                self._write("EMC")
            else:
                operands.append(shown)
            if gap:
                operands.append(f"{-gap * 1000 / line.size:.1f}".encode("ascii"))
        self._show(operands)
        self._write("ET")

    def _show(self, operands: list[bytes]) -> None:
        if operands:
            self._out.append(b"[" + b"".join(operands) + b"] TJ")

    # Lines and areas

    def _colour(self, colour: Colour) -> None:
        if colour != self._fill:
            self._fill = colour
            self._write(" ".join(number(part) for part in colour) + " rg")

    def _rule(self, rule: Rule) -> None:
        colour = " ".join(number(part) for part in rule.colour)
        dash = " ".join(number(part) for part in rule.dash)
        self._write(
            f"q {colour} RG {number(rule.width)} w [{dash}] 0 d {'1 J ' if rule.dash else ''}"
            f"{number(rule.x1)} {number(rule.y1)} m {number(rule.x2)} {number(rule.y2)} l S Q"
        )

    def _area(self, area: Area) -> None:
        box = " ".join(map(number, (area.x, area.y, area.width, area.height)))
        if area.fill is not None:
            self._colour(area.fill)
            self._write(f"{box} re f")
        if area.pattern:
            self._pattern(area, box)
        if area.stroke is not None:
            colour = " ".join(number(part) for part in area.stroke)
            self._write(f"q {colour} RG {number(area.stroke_width)} w {box} re S Q")

    def _pattern(self, area: Area, box: str) -> None:
        """Lines or dots clipped to the area, so that it reads without colour."""
        self._write(f"q {box} re W n 0 0 0 RG 0.5 w")
        steps = int((area.width + area.height) / _TILE) + 1
        for step in range(steps):
            x = area.x - area.height + step * _TILE
            if area.pattern == "hatch":
                self._write(
                    f"{number(x)} {number(area.y)} m"
                    f" {number(x + area.height)} {number(area.y + area.height)} l S"
                )
            else:
                y = area.y + area.height / 2
                left = area.x + step * _TILE
                self._write(
                    f"1.2 w 1 J {number(left)} {number(y)} m {number(left)} {number(y)} l S"
                )
        self._write("Q")
