"""Words become glyphs, each distinct word once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import uharfbuzz as hb

from exports.layout.fonts import face, fallbacks
from exports.layout.pages import Shape
from exports.layout.script import CLOSING, HALVES, OPENING

_FEATURES = {"kern": True, "liga": True}
_SMALL_CAPITALS = {**_FEATURES, "smcp": True, "c2sc": True}
_SUBSTITUTE = "□"
"""Shown for a character that no face has; what it stands for stays in the text. The missing glyph
itself may not be painted (ISO 14289-1, 7.21.8)."""
_JOINERS = frozenset("\u200b\u200c\u200d\u2060\ufe0e\ufe0f\ufeff")
"""Characters that are never seen: HarfBuzz gives them no width, whatever the face has."""
_SIGNS = ("\u25a0", "\u25ff")
"""Squares and circles. Statuses are told by them, so all come from the one face that has all."""
_HALVES, _OPENING, _MARKS = frozenset(HALVES), frozenset(OPENING), frozenset(OPENING + CLOSING)


@dataclass(slots=True, eq=False)
class Shaped:
    """The shapes of a word and their width, in 1/1000 of the size."""

    shapes: tuple[Shape, ...]
    width: float


class Words(dict[str, Shaped]):
    """The words that were shaped in a face; a word that is asked for is shaped once."""

    def __init__(self, name: str, features: dict[str, bool]) -> None:
        super().__init__()
        self._name, self._features = name, features

    def __missing__(self, text: str) -> Shaped:
        shapes = tuple(
            _shape(of, run, self._features) if of else _substitute(self._name, run)
            for of, run in _by_face(self._name, text)
        )
        found = self[text] = Shaped(shapes, sum(shape.width for shape in shapes))
        return found


class Shaper:
    """Shapes words and remembers them; a document repeats nearly all of its words."""

    def __init__(self) -> None:
        self._faces: dict[tuple[str, bool], Words] = {}

    def words(self, name: str, *, small_capitals: bool = False) -> Words:
        """The words of a face; in several shapes where it lacks some of their characters."""
        found = self._faces.get((name, small_capitals))
        if found is None:
            found = Words(name, _SMALL_CAPITALS if small_capitals else _FEATURES)
            self._faces[name, small_capitals] = found
        return found

    def shape(self, name: str, text: str, *, small_capitals: bool = False) -> Shaped:
        """A word in a face."""
        return self.words(name, small_capitals=small_capitals)[text]

    def hyphen(self, name: str) -> Shape:
        """What ends a divided word: seen as a hyphen, read as no more than a chance to divide."""
        (shape,) = self.shape(name, "-").shapes
        return Shape(shape.face, shape.glyphs, shape.advances, ("\u00ad",), shape.width)


def end_trimmed(shape: Shape) -> Shape:
    """A shape at the end of a line: a last Chinese mark gives up its blank half."""
    if not shape.face.startswith("han") or shape.texts[-1] not in _HALVES:
        return shape
    half = shape.advances[-1] / 2
    advances = (*shape.advances[:-1], half)
    return Shape(shape.face, shape.glyphs, advances, shape.texts, shape.width - half)


def clusters(shape: Shape) -> Iterator[Shape]:
    """The clusters of a shape, each as a shape of its own."""
    starts = [place for place, text in enumerate(shape.texts) if text or place == 0]
    for start, end in zip(starts, [*starts[1:], len(shape.glyphs)], strict=True):
        advances = shape.advances[start:end]
        texts = shape.texts[start:end]
        yield Shape(shape.face, shape.glyphs[start:end], advances, texts, sum(advances))


def _by_face(name: str, text: str) -> Iterator[tuple[str, str]]:
    """Stretches of a text with the face that has their characters."""
    if text.isascii() or all(_face_for(name, char) == name for char in text):
        yield name, text
        return
    current, stretch = name, ""
    for char in text:
        chosen = current if char in _JOINERS else _face_for(name, char)
        if chosen != current and stretch:
            yield current, stretch
            stretch = ""
        current = chosen
        stretch += char
    yield current, stretch


def _face_for(name: str, char: str) -> str:
    """The face that has a character; "" where none has."""
    if char in _JOINERS:
        return name
    first, *others = fallbacks(name)
    if _SIGNS[0] <= char <= _SIGNS[1]:
        others.insert(0, others.pop())
        first, others = others[0], [*others[1:], first]
    return next((other for other in (first, *others) if face(other).has(char)), "")


def _substitute(name: str, text: str) -> Shape:
    """One sign for a stretch that no face has."""
    sign = _shape(fallbacks(name)[-1], _SUBSTITUTE, _FEATURES)
    return Shape(sign.face, sign.glyphs, sign.advances, (text,), sign.width)


def _shape(name: str, text: str, features: dict[str, bool]) -> Shape:
    of = face(name)
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    # One direction: no face of ours has a right-to-left script, and the words stay in their order.
    buffer.direction = "ltr"
    hb.shape(of.font, buffer, features)
    scale = 1000 / of.upem
    infos = buffer.glyph_infos
    advances = [position.x_advance * scale for position in buffer.glyph_positions]
    texts = tuple(_cluster_texts(text, [info.cluster for info in infos]))
    if name.startswith("han") and len(texts) > 1:
        _squeeze(texts, advances)
    glyphs = tuple(info.codepoint for info in infos)
    return Shape(name, glyphs, tuple(advances), texts, sum(advances))


def _squeeze(texts: Sequence[str], advances: list[float]) -> None:
    """Two full-width marks that meet share one blank half, as Chinese printing has them."""
    for place, text in enumerate(texts[:-1]):
        after = texts[place + 1]
        if (text in _HALVES and after in _MARKS) or (text in _OPENING and after in _OPENING):
            advances[place] /= 2


def _cluster_texts(text: str, starts: list[int]) -> Iterator[str]:
    """What each glyph stands for; "" for a glyph that continues the one before it."""
    begins = sorted(set(starts))
    ends = dict(zip(begins, [*begins[1:], len(text)], strict=True))
    for place, start in enumerate(starts):
        yield "" if place and starts[place - 1] == start else text[start : ends[start]]
