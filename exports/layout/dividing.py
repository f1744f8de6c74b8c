"""Atoms that do not fit on their line are divided: nothing is ever cut off."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exports.layout.atoms import Atom, Ink, Piece
from exports.layout.hyphens import divisions
from exports.layout.pages import Shape
from exports.layout.shaping import Shaper, clusters

_WORD = re.compile(r"(\W*)(\w+)(.*)", re.DOTALL)
_STOPS = frozenset("/.?&=_#-~+%,;:")
"""Behind these an address is divided first."""


def hyphenated(
    atom: Atom, room: float, shaper: Shaper, *, names: bool = True
) -> tuple[Atom, Atom] | None:
    """A word divided so that its beginning, with a hyphen, takes no more than the room.

    With `names` unset, a word with a capital is left whole.
    """
    if atom.han or len(atom.pieces[0].shapes) != 1:
        return None
    piece = atom.pieces[0]
    (shape,) = piece.shapes
    found = _WORD.fullmatch("".join(shape.texts))
    if found is None or piece.ink.style.small_capitals:
        return None
    before, word, after = found.groups()
    if not names and not word.islower():
        return None
    hyphen = shaper.hyphen(shape.face)
    for place in reversed(divisions(word, piece.ink.lang)):
        head = _piece(shaper, piece.ink, shape.face, before + word[:place])
        if head.width + hyphen.width * piece.ink.size / 1000 <= room:
            head.shapes += (hyphen,)
            head.width += hyphen.width * piece.ink.size / 1000
            tail = _piece(shaper, piece.ink, shape.face, word[place:] + after)
            return Atom([head], head.width, breaks=True), _with_first(atom, tail)
    return None


def divided(atom: Atom, measure: float) -> Iterator[Atom]:
    """An atom that is wider than its line, cluster by cluster; at an address's marks if it can."""
    current = Atom([], 0.0, breaks=True)
    stop = 0
    for piece in _single(atom):
        while current.pieces and current.width + piece.width > measure:
            rest = current.pieces[stop:] if stop else []
            yield _of(current.pieces[:stop] if stop else current.pieces)
            current, stop = _of(rest), 0
        current.add(piece)
        if piece.shapes[0].texts[0] in _STOPS:
            stop = len(current.pieces)
    current.space, current.glue, current.breaks = atom.space, atom.glue, atom.breaks
    current.text, current.han, current.calls = atom.text, atom.han, atom.calls
    yield current


def _of(pieces: list[Piece]) -> Atom:
    return Atom(pieces, sum(piece.width for piece in pieces), breaks=True)


def _piece(shaper: Shaper, ink: Ink, face: str, text: str) -> Piece:
    shaped = shaper.shape(face, text)
    return Piece(ink, shaped.shapes, shaped.width * ink.size / 1000)


def _with_first(atom: Atom, first: Piece) -> Atom:
    """The atom with another first piece."""
    pieces = [first, *atom.pieces[1:]]
    width = sum(piece.width for piece in pieces)
    return Atom(pieces, width, atom.text, atom.space, atom.glue, atom.breaks, atom.han, atom.calls)


def _single(atom: Atom) -> Iterator[Piece]:
    for piece in atom.pieces:
        for shape in piece.shapes:
            yield from (_alone(piece.ink, one) for one in clusters(shape))


def _alone(ink: Ink, shape: Shape) -> Piece:
    return Piece(ink, (shape,), shape.width * ink.size / 1000)
