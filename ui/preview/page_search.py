"""Words in the text of a page, over the ends of its lines and whatever their case."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ui.widgets.pdf import HYPHEN, PageText

END = 1 << 30
"""Behind every place of a page."""


@dataclass(frozen=True, slots=True)
class _Flat:
    """The words of a page in one line, and where each character of it comes from."""

    text: str
    places: tuple[int, ...]


def next_place(page: PageText, words: str, at: int, step: int) -> tuple[int, int] | None:
    """Where the words begin and end that stand next from a place on, or next before it."""
    flat, wanted = _flattened(page), " ".join(words.lower().split())
    if not wanted:
        return None
    if step > 0:
        start = next((n for n, place in enumerate(flat.places) if place >= at), len(flat.places))
        found = flat.text.find(wanted, start)
    else:
        end = sum(place < at for place in flat.places)
        found = flat.text.rfind(wanted, 0, max(end + len(wanted) - 1, 0))
    if found < 0:
        return None
    return flat.places[found], flat.places[found + len(wanted) - 1] + 1


@lru_cache(maxsize=512)
def _flattened(page: PageText) -> _Flat:
    chars: list[str] = []
    places: list[int] = []
    hyphened = False
    for place, char in enumerate(page.text):
        if char == HYPHEN:
            hyphened = True
            continue
        space = char.isspace()
        if space and (hyphened or (chars and chars[-1] == " ")):
            continue
        hyphened = False
        low = " " if space else char.lower()
        chars.append(low if len(low) == 1 else char)
        places.append(place)
    return _Flat("".join(chars), tuple(places))
