"""Inlines become atoms: the smallest stretches that a line never divides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from exports.layout.pages import Colour, Node, Shape
from exports.layout.script import Token, apart, closes, tokens
from exports.layout.shaping import Shaper
from exports.layout.styles import TextStyle
from exports.tree import FootnoteCall, Inline, Link, Text

CALL_SIZE = 0.64
CALL_RISE = 0.34
"""Size and rise of a footnote's number, by the size of the words that it follows."""


@dataclass(slots=True, eq=False)
class Leads:
    """Where words lead: outside, or to a place in the book."""

    node: Node
    """The Link element."""
    words: str
    """What the link says."""
    href: str = ""
    target: str = ""


@dataclass(slots=True, eq=False)
class Ink:
    """What words of one look and one place in the structure have in common."""

    style: TextStyle
    size: float
    node: Node
    latin: str
    han: str
    lang: str
    rise: float = 0.0
    underline: bool = False
    leads: Leads | None = None

    @property
    def colour(self) -> Colour:
        """The colour of the words."""
        return self.style.colour


@dataclass(slots=True, eq=False)
class Piece:
    """Shapes in one ink; the width is in points."""

    ink: Ink
    shapes: tuple[Shape, ...]
    width: float


@dataclass(slots=True, eq=False)
class Atom:
    """Pieces that stay on one line, and the space behind them.

    `glue` is the width of that space; between scripts, and between Chinese marks, there is some
    without any character.
    """

    pieces: list[Piece]
    width: float
    text: str = ""
    """How it ends."""
    space: Piece | None = None
    glue: float = 0.0
    breaks: bool = False
    han: bool = False
    calls: tuple[FootnoteCall, ...] = ()

    def add(self, piece: Piece) -> None:
        """Append what may not be parted from it."""
        self.pieces.append(piece)
        self.width += piece.width


class Setter:
    """Sets inlines; knows the names by which footnotes of the part are led to."""

    def __init__(self, shaper: Shaper, part: str) -> None:
        self.shaper = shaper
        self.part = part

    def note_name(self, number: int) -> str:
        """The destination of a footnote."""
        return f"{self.part}-note-{number}"

    def atoms(
        self, inlines: Sequence[Inline], style: TextStyle, node: Node, lang: str
    ) -> list[Atom]:
        """The atoms of some inlines whose words belong to `node`."""
        plain = all(isinstance(inline, Text) and not inline.lang for inline in inlines)
        atoms: list[Atom] = []
        for inline in inlines:
            match inline:
                case Text():
                    own = node if plain else node.add(Node("Span", lang=inline.lang))
                    self._set(atoms, inline.text, _ink(inline, style, own, lang))
                case Link():
                    self._link(atoms, inline, style, node.add(Node("Link")), lang)
                case FootnoteCall():
                    self._call(atoms, inline, style, node)
                case _:
                    assert_never(inline)
        return atoms

    def _link(self, atoms: list[Atom], link: Link, style: TextStyle, node: Node, lang: str) -> None:
        words = "".join(text.text for text in link.words)
        leads = Leads(node, words, link.href, link.target)
        plain = all(not text.lang for text in link.words)
        for text in link.words:
            own = node if plain else node.add(Node("Span", lang=text.lang))
            ink = _ink(text, style, own, lang)
            ink.leads = leads
            self._set(atoms, text.text, ink)

    def _call(self, atoms: list[Atom], call: FootnoteCall, style: TextStyle, node: Node) -> None:
        number = str(call.number)
        link = node.add(Node("Reference")).add(Node("Link"))
        ink = Ink(
            style=style,
            size=style.size * CALL_SIZE,
            node=link,
            latin=style.face(),
            han=style.han_face(),
            lang="",
            rise=style.size * CALL_RISE,
            leads=Leads(link, number, target=self.note_name(call.number)),
        )
        if not atoms:
            atoms.append(Atom([], 0.0))
        atoms[-1].add(self._piece(ink, ink.latin, number))
        atoms[-1].calls += (call,)

    def _piece(self, ink: Ink, face: str, text: str) -> Piece:
        shaped = self.shaper.shape(face, text, small_capitals=ink.style.small_capitals)
        return Piece(ink, shaped.shapes, shaped.width * ink.size / 1000)

    def _set(self, atoms: list[Atom], text: str, ink: Ink) -> None:
        small = ink.style.small_capitals
        latin = self.shaper.words(ink.latin, small_capitals=small)
        han = self.shaper.words(ink.han, small_capitals=small)
        space = self._piece(ink, ink.latin, " ")
        scale = ink.size / 1000
        for token in tokens(text, ink.lang):
            if token.text:
                shaped = (han if token.han else latin)[token.text]
                _append(atoms, token, Piece(ink, shaped.shapes, shaped.width * scale), space)
            elif atoms and atoms[-1].space is None:
                atoms[-1].space, atoms[-1].glue, atoms[-1].breaks = space, space.width, True


def _append(atoms: list[Atom], token: Token, piece: Piece, space: Piece) -> None:
    """Append a token, to the last atom if no line may end between them."""
    last = atoms[-1] if atoms else None
    if last is None or not _glued(last, token):
        if last is not None and last.space is None and (last.han or token.han):
            last.glue = apart(last.text, token.text) * piece.ink.size
        last = Atom([piece], piece.width)
        atoms.append(last)
    else:
        if last.space is not None:
            # A space that no line may end with.
            last.add(last.space)
            last.space, last.glue = None, 0.0
        last.add(piece)
    last.text, last.breaks, last.han = token.text, token.breaks, token.han
    if token.space:
        last.space, last.glue = space, space.width


def _glued(last: Atom, token: Token) -> bool:
    return not last.breaks or (last.space is None and closes(token.text))


def _ink(text: Text, style: TextStyle, node: Node, lang: str) -> Ink:
    return Ink(
        style=style,
        size=style.size * CALL_SIZE if text.superscript else style.size,
        node=node,
        latin=style.face(bold=text.bold, italic=text.italic),
        han=style.han_face(bold=text.bold),
        lang=text.lang or lang,
        rise=style.size * CALL_RISE if text.superscript else 0.0,
        underline=text.underline,
    )
