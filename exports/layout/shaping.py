"""Words become glyphs, each distinct word once."""

from __future__ import annotations

from collections.abc import Iterator

import uharfbuzz as hb

from exports.layout.fonts import face, fallbacks
from exports.layout.pages import Shape

_FEATURES = {"kern": True, "liga": True}


_SUBSTITUTE = "□"
"""Shown for a character that no face has; what it stands for stays in the text. The missing glyph
itself may not be painted (ISO 14289-1, 7.21.8)."""


class Shaper:
    """Shapes words and remembers them; a document repeats nearly all of its words."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], tuple[Shape, ...]] = {}

    def shape(self, name: str, text: str) -> tuple[Shape, ...]:
        """The shapes of a word in a face; several where the face lacks some of its characters."""
        key = (name, text)
        found = self._known.get(key)
        if found is None:
            found = tuple(
                _shape(of, run) if of else _substitute(name, run)
                for of, run in _by_face(name, text)
            )
            self._known[key] = found
        return found


def _by_face(name: str, text: str) -> Iterator[tuple[str, str]]:
    """Stretches of a text with the face that has their characters."""
    first = face(name)
    if all(first.has(char) for char in text):
        yield name, text
        return
    current, stretch = name, ""
    for char in text:
        chosen = _face_for(name, char)
        if chosen != current and stretch:
            yield current, stretch
            stretch = ""
        current = chosen
        stretch += char
    yield current, stretch


def _face_for(name: str, char: str) -> str:
    """The face that has a character; "" where none has."""
    return next((other for other in fallbacks(name) if face(other).has(char)), "")


def _substitute(name: str, text: str) -> Shape:
    """One sign for a stretch that no face has."""
    sign = _shape(fallbacks(name)[-1], _SUBSTITUTE)
    return Shape(sign.face, sign.glyphs, sign.advances, (text,), sign.width)


def _shape(name: str, text: str) -> Shape:
    of = face(name)
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    # One direction: no face of ours has a right-to-left script, and the words stay in their order.
    buffer.direction = "ltr"
    hb.shape(of.font, buffer, _FEATURES)
    scale = 1000 / of.upem
    advances = tuple(position.x_advance * scale for position in buffer.glyph_positions)
    starts = [info.cluster for info in buffer.glyph_infos]
    return Shape(
        face=name,
        glyphs=tuple(info.codepoint for info in buffer.glyph_infos),
        advances=advances,
        texts=tuple(_cluster_texts(text, starts)),
        width=sum(advances),
    )


def _cluster_texts(text: str, starts: list[int]) -> Iterator[str]:
    """What each glyph stands for; "" for a glyph that continues the one before it."""
    for place, start in enumerate(starts):
        if place and starts[place - 1] == start:
            yield ""
            continue
        end = next((later for later in starts[place:] if later > start), len(text))
        yield text[start:end]
