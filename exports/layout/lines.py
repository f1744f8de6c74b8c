"""Atoms become lines, and lines become placed words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from exports.layout.atoms import Atom, Ink, Leads, Piece
from exports.layout.dividing import divided, hyphenated
from exports.layout.pages import Line, LinkArea, Page, Rule, Shape
from exports.layout.script import HALVES
from exports.layout.shaping import Shaper, end_trimmed
from exports.layout.styles import TextStyle
from exports.tree import FootnoteCall

_FILL = 0.06
"""How much of the measure may be spread over a line's gaps; a looser line is left ragged."""
_SPACE_WEIGHT = 3.0
"""A space takes three times what the gap between two Han characters takes."""
_NARROW = 24
"""A measure of so many times the size is too narrow for ragged lines of undivided words."""
_RAGGED = 0.22
"""How much of a narrow measure is left blank before a word is divided to fill it."""
_NEARLY = 0.01


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


class _Breaker:
    """Fills lines one after the other, as full as they get."""

    def __init__(
        self, shaper: Shaper, style: TextStyle, measure: float, *, fill: bool = False
    ) -> None:
        self.lines: list[SetLine] = []
        self._shaper, self._style, self._measure = shaper, style, measure
        narrow = measure < _NARROW * style.size
        self._blank = _RAGGED * measure if narrow else measure
        self._half = style.size / 2 if fill else 0.0
        self._atoms: list[Atom] = []
        self._used = 0.0

    def set(self, atoms: Sequence[Atom]) -> list[SetLine]:
        for atom in atoms:
            glue = self._atoms[-1].glue if self._atoms else 0.0
            used = self._used + glue + atom.width
            if used <= self._measure + _NEARLY or self._fits_trimmed(atom, used):
                self._atoms.append(atom)
                self._used = used
            else:
                self._overflow(atom, last=atom is atoms[-1])
        self._end()
        return self.lines

    def _fits_trimmed(self, atom: Atom, used: float) -> bool:
        """Whether a Chinese mark fits at the end of the line without its blank half."""
        halves = bool(self._half) and atom.han and atom.text[-1] in HALVES and not atom.calls
        return halves and used - self._half <= self._measure + _NEARLY

    def _overflow(self, atom: Atom, *, last: bool) -> None:
        """Meet an atom that the line has no more room for.

        The last word stays whole: another line begins with it or with its rest.
        """
        glue = self._atoms[-1].glue if self._atoms else 0.0
        room = self._measure - self._used - glue
        if (room >= self._blank and not last) or (room > 0 and self._too_wide(atom)):
            parts = hyphenated(atom, room, self._shaper, names=self._too_wide(atom))
            if parts:
                self._take(parts[0])
                atom = parts[1]
        self._end()
        while self._too_wide(atom):
            parts = hyphenated(atom, self._measure, self._shaper)
            if parts is None:
                self._divide(atom)
                return
            self._take(parts[0])
            self._end()
            atom = parts[1]
        self._take(atom)

    def _too_wide(self, atom: Atom) -> bool:
        return atom.width > self._measure + _NEARLY

    def _divide(self, atom: Atom) -> None:
        for part in divided(atom, self._measure):
            self._end()
            self._take(part)

    def _take(self, atom: Atom) -> None:
        self._used += (self._atoms[-1].glue if self._atoms else 0.0) + atom.width
        self._atoms.append(atom)

    def _end(self) -> None:
        if not self._atoms:
            return
        self.lines.append(SetLine(self._atoms, self._used, self._style))
        self._atoms, self._used = [], 0.0


def set_lines(
    atoms: Sequence[Atom], style: TextStyle, measure: float, shaper: Shaper, *, fill: bool = False
) -> list[SetLine]:
    """Lines no wider than the measure; `fill` spreads those that nearly fill it."""
    lines = _Breaker(shaper, style, measure, fill=fill).set(atoms)
    if fill:
        for line in lines:
            _trim_end(line)
        for line in lines[:-1]:
            slack = measure - line.width
            line.spread = slack if 0 < slack <= _FILL * measure else 0.0
    return lines


def balanced(
    atoms: Sequence[Atom], style: TextStyle, measure: float, shaper: Shaper
) -> list[SetLine]:
    """Lines of about one length, as titles have them: no more lines than there must be."""
    lines = set_lines(atoms, style, measure, shaper)
    narrow, wide = measure / 2, measure
    while len(lines) > 1 and wide - narrow > style.size / 2:
        middle = (narrow + wide) / 2
        tried = set_lines(atoms, style, middle, shaper)
        if len(tried) > len(lines) or any(atom.width > middle for atom in atoms):
            narrow = middle
        else:
            wide, lines = middle, tried
    return lines


def _trim_end(line: SetLine) -> None:
    atom = line.atoms[-1]
    if not atom.han or atom.calls or not atom.pieces[-1].shapes:
        return
    piece = atom.pieces[-1]
    last = end_trimmed(piece.shapes[-1])
    less = (piece.shapes[-1].width - last.width) * piece.ink.size / 1000
    if less:
        own = Piece(piece.ink, (*piece.shapes[:-1], last), piece.width - less)
        pieces = [*atom.pieces[:-1], own]
        line.atoms[-1] = Atom(pieces, atom.width - less, atom.text, atom.space, han=True)
        line.width -= less


def draw_line(page: Page, line: SetLine, x: float, y: float) -> None:
    """Place a line's words with its baseline at `y`."""
    atoms = line.atoms
    unit = _unit(line)
    last = len(atoms) - 1
    run = _Run(page, x, y)
    for place, atom in enumerate(atoms):
        for piece in atom.pieces:
            run.add(piece)
        space = atom.space
        if space is not None:
            run.add(space, blank=True)
        if place < last:
            gap = atom.glue if space is None else atom.glue - space.width
            if unit:
                gap += unit * _weight(atom)
            if gap:
                run.widen(gap)
    run.end()


def _unit(line: SetLine) -> float:
    total = sum(_weight(atom) for atom in line.atoms[:-1]) if line.spread else 0.0
    return line.spread / total if total else 0.0


def _weight(atom: Atom) -> float:
    return _SPACE_WEIGHT if atom.space else 1.0 if atom.han else 0.0


class _Run:
    """Pieces in one ink next to each other, on their way to the page."""

    def __init__(self, page: Page, x: float, y: float) -> None:
        self._page, self._y = page, y
        self._start = self._at = self._seen = x
        self._ink: Ink | None = None
        self._shapes: list[Shape] = []
        self._gaps: list[float] = []

    def add(self, piece: Piece, *, blank: bool = False) -> None:
        if piece.ink is not self._ink:
            self.end()
            self._ink, self._start = piece.ink, self._at
        self._shapes += piece.shapes
        self._gaps += [0.0] * len(piece.shapes)
        self._at += piece.width
        if not blank:
            self._seen = self._at

    def widen(self, gap: float) -> None:
        """Leave room behind the last shape."""
        if self._gaps:
            self._gaps[-1] += gap
        self._at += gap

    def end(self) -> None:
        ink = self._ink
        if ink is None or not self._shapes:
            return
        shapes, gaps = tuple(self._shapes), tuple(self._gaps)
        x, y, width = self._start, self._y, max(self._seen - self._start, 0.0)
        self._page.placed.append(Line(x, y, ink.size, shapes, gaps, ink.node, ink.colour, ink.rise))
        if ink.underline:
            self._page.placed.append(Rule(x, y - 1.6, x + width, y - 1.6, 0.5, ink.colour))
        if ink.leads is not None:
            self._page.links.append(_link_area(ink.leads, ink, (x, y), width))
        self._shapes, self._gaps = [], []


def _link_area(leads: Leads, ink: Ink, at: tuple[float, float], width: float) -> LinkArea:
    x, y = at
    return LinkArea(
        x=x,
        y=y + ink.rise - 0.25 * ink.size,
        width=width,
        height=1.15 * ink.size,
        node=leads.node,
        href=leads.href,
        target=leads.target,
        words=leads.words,
    )
