"""Atoms become lines, and lines become placed words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from exports.layout.atoms import Atom, Piece, divided
from exports.layout.pages import Line, LinkArea, Node, Page, Rule
from exports.layout.styles import TextStyle
from exports.tree import FootnoteCall

_FILL = 0.06
"""How much of the measure may be spread over a line's gaps; a looser line is left ragged."""
_SPACE_WEIGHT = 3.0
"""A space takes three times what the gap between two Han characters takes."""


@dataclass(slots=True, eq=False)
class SetLine:
    """Atoms on one line. `spread` is the points that its gaps share out."""

    atoms: list[Atom]
    width: float
    style: TextStyle
    spread: float = 0.0

    @property
    def calls(self) -> list[FootnoteCall]:
        """The footnotes that are called on this line."""
        return [call for atom in self.atoms for call in atom.calls]


def set_lines(
    atoms: Sequence[Atom], style: TextStyle, measure: float, *, fill: bool = False
) -> list[SetLine]:
    """Lines no wider than the measure; `fill` spreads those that nearly fill it."""
    lines: list[SetLine] = []
    current: list[Atom] = []
    used = 0.0
    for atom in _fitting(atoms, measure):
        before = current[-1].space_width if current else 0.0
        if current and used + before + atom.width > measure + 0.01:
            lines.append(SetLine(current, used, style))
            current, used, before = [], 0.0, 0.0
        current.append(atom)
        used += before + atom.width
    if current:
        lines.append(SetLine(current, used, style))
    if fill:
        for line in lines[:-1]:
            slack = measure - line.width
            line.spread = slack if slack <= _FILL * measure else 0.0
    return lines


def _fitting(atoms: Sequence[Atom], measure: float) -> Iterator[Atom]:
    for atom in atoms:
        if atom.width > measure:
            yield from divided(atom, measure)
        else:
            yield atom


def draw_line(page: Page, line: SetLine, x: float, y: float) -> None:
    """Place a line's words with its baseline at `y`."""
    weights = [_weight(atom) for atom in line.atoms[:-1]]
    total = sum(weights)
    unit = line.spread / total if total and line.spread else 0.0
    run: list[tuple[Piece, float]] = []
    at = x
    start = x
    for place, atom in enumerate(line.atoms):
        pieces = [*atom.pieces, atom.space] if atom.space else atom.pieces
        for number, piece in enumerate(pieces):
            gap = 0.0
            if unit and number == len(pieces) - 1 and place < len(weights):
                gap = unit * weights[place]
            if run and not _alike(run[-1][0], piece):
                _place(page, run, start, y)
                run, start = [], at
            run.append((piece, gap))
            at += piece.width + gap
    _place(page, run, start, y)


def _weight(atom: Atom) -> float:
    return _SPACE_WEIGHT if atom.space else 1.0 if atom.han else 0.0


def _alike(one: Piece, other: Piece) -> bool:
    return (
        one.node is other.node
        and one.size == other.size
        and one.rise == other.rise
        and one.colour == other.colour
        and one.underline == other.underline
        and one.target == other.target
        and one.href == other.href
    )


def _place(page: Page, run: list[tuple[Piece, float]], x: float, y: float) -> None:
    if not run:
        return
    first = run[0][0]
    shapes = tuple(shape for piece, _ in run for shape in piece.shapes)
    gaps: list[float] = []
    for piece, gap in run:
        gaps.extend([0.0] * (len(piece.shapes) - 1))
        gaps.append(gap)
    line = Line(
        x=x,
        y=y,
        size=first.size,
        shapes=shapes,
        gaps=tuple(gaps),
        node=first.node,
        colour=first.colour,
        rise=first.rise,
    )
    page.placed.append(line)
    width = sum(piece.width + gap for piece, gap in run)
    if first.underline:
        page.placed.append(Rule(x, y - 1.6, x + width, y - 1.6, 0.5, first.colour))
    if first.link is not None:
        page.links.append(_link_area(first, first.link, x, y, width))


def _link_area(piece: Piece, link: Node, x: float, y: float, width: float) -> LinkArea:
    return LinkArea(
        x=x,
        y=y + piece.rise - 0.25 * piece.size,
        width=width,
        height=1.15 * piece.size,
        node=link,
        href=piece.href,
        target=piece.target,
        words=piece.words,
    )
