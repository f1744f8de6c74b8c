"""Inlines become atoms: the smallest stretches that a line never divides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from exports.layout.pages import Colour, Node, Shape
from exports.layout.script import Token, closes, tokens
from exports.layout.shaping import Shaper
from exports.layout.styles import TextStyle
from exports.tree import FootnoteCall, Inline, Link, Text

CALL_SIZE = 0.64
CALL_RISE = 0.34
"""Size and rise of a footnote's number, by the size of the words that it follows."""


@dataclass(slots=True)
class Piece:
    """Shapes of one look and one place in the structure."""

    shapes: tuple[Shape, ...]
    size: float
    colour: Colour
    node: Node
    rise: float = 0.0
    underline: bool = False
    href: str = ""
    target: str = ""
    words: str = ""
    """What a link says."""
    link: Node | None = None
    """The Link element that the piece is in."""

    @property
    def width(self) -> float:
        """In points."""
        return sum(shape.width for shape in self.shapes) * self.size / 1000


@dataclass(slots=True)
class Atom:
    """Pieces that stay on one line, and the space behind them."""

    pieces: list[Piece] = field(default_factory=list)
    space: Piece | None = None
    breaks: bool = False
    han: bool = False
    calls: list[FootnoteCall] = field(default_factory=list)

    @property
    def width(self) -> float:
        """Without the space behind."""
        return sum(piece.width for piece in self.pieces)

    @property
    def space_width(self) -> float:
        """Of the space behind."""
        return self.space.width if self.space else 0.0


@dataclass(frozen=True)
class Setter:
    """Sets inlines; knows the names by which footnotes of the part are led to."""

    shaper: Shaper
    part: str

    def note_name(self, number: int) -> str:
        """The destination of a footnote."""
        return f"{self.part}-note-{number}"

    def atoms(
        self, inlines: Sequence[Inline], style: TextStyle, node: Node, lang: str
    ) -> list[Atom]:
        """The atoms of some inlines whose words belong to `node`."""
        plain = all(isinstance(i, Text) and not i.lang for i in inlines)
        atoms: list[Atom] = []
        for inline in inlines:
            match inline:
                case Text():
                    own = node if plain else node.add(Node("Span", lang=inline.lang))
                    self._text(atoms, inline, style, own, lang)
                case Link():
                    self._link(atoms, inline, style, node.add(Node("Link")), lang)
                case FootnoteCall():
                    self._call(atoms, inline, style, node)
        return atoms

    def _text(self, atoms: list[Atom], text: Text, style: TextStyle, node: Node, lang: str) -> None:
        base = Piece((), style.size, style.colour, node, underline=text.underline)
        if text.superscript:
            base = replace(base, size=style.size * CALL_SIZE, rise=style.size * CALL_RISE)
        latin = style.face(bold=text.bold, italic=text.italic)
        han = style.han_face(bold=text.bold)
        for token in tokens(text.text, text.lang or lang):
            self._token(atoms, token, han if token.han else latin, base)

    def _link(self, atoms: list[Atom], link: Link, style: TextStyle, node: Node, lang: str) -> None:
        words = "".join(text.text for text in link.words)
        plain = all(not text.lang for text in link.words)
        for text in link.words:
            own = node if plain else node.add(Node("Span", lang=text.lang))
            before = len(atoms)
            # An atom that runs on from the words before is linked by its own pieces only.
            joined = len(atoms[-1].pieces) if atoms else 0
            self._text(atoms, text, style, own, lang)
            new = [
                piece for atom in atoms[before:] for piece in (*atom.pieces, atom.space) if piece
            ]
            if before and len(atoms[before - 1].pieces) > joined:
                new.extend(atoms[before - 1].pieces[joined:])
            for piece in new:
                piece.href, piece.target, piece.words = link.href, link.target, words
                piece.link = node

    def _call(self, atoms: list[Atom], call: FootnoteCall, style: TextStyle, node: Node) -> None:
        link = node.add(Node("Reference")).add(Node("Link"))
        shapes = self.shaper.shape(style.face(), str(call.number))
        piece = Piece(
            shapes,
            style.size * CALL_SIZE,
            style.colour,
            link,
            rise=style.size * CALL_RISE,
            target=self.note_name(call.number),
            words=str(call.number),
            link=link,
        )
        if not atoms:
            atoms.append(Atom())
        last = atoms[-1]
        last.pieces.append(piece)
        last.calls.append(call)

    def _token(self, atoms: list[Atom], token: Token, name: str, base: Piece) -> None:
        space = replace(base, shapes=self.shaper.shape(name, " ")) if token.space else None
        if not token.text:
            if atoms and atoms[-1].space is None:
                atoms[-1].space = space
                atoms[-1].breaks = True
            return
        piece = replace(base, shapes=self.shaper.shape(name, token.text))
        last = atoms[-1] if atoms else None
        glued = last is not None and (
            not last.breaks or (last.space is None and closes(token.text))
        )
        if last is not None and glued:
            last.pieces.append(piece)
            last.space, last.breaks, last.han = space, token.breaks, token.han
        else:
            atoms.append(Atom([piece], space, token.breaks, token.han))


def divided(atom: Atom, measure: float) -> Iterable[Atom]:
    """An atom that is wider than its line, glyph by glyph: nothing is ever cut off."""
    current = Atom()
    for piece in atom.pieces:
        for shape in piece.shapes:
            for single in _glyphs(shape):
                part = replace(piece, shapes=(single,))
                if current.pieces and current.width + part.width > measure:
                    yield current
                    current = Atom()
                current.pieces.append(part)
    current.space, current.breaks, current.calls = atom.space, atom.breaks, atom.calls
    yield current


def _glyphs(shape: Shape) -> Iterable[Shape]:
    """The clusters of a shape, each as a shape of its own."""
    starts = [i for i, text in enumerate(shape.texts) if text or i == 0]
    for start, end in pairwise([*starts, len(shape.glyphs)]):
        advances = shape.advances[start:end]
        yield Shape(
            shape.face, shape.glyphs[start:end], advances, shape.texts[start:end], sum(advances)
        )
