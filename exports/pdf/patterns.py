"""Hatching and dots, so that areas differ without colour."""

from __future__ import annotations

from collections.abc import Iterator

from exports.layout.pages import Area, Colour
from exports.pdf.values import number

_HATCH = 4.0
_DOTS = 3.6
_LIGHT = 0.4
"""An area darker than this is patterned in white."""


def pattern(area: Area) -> str:
    """The operators of an area's pattern; whoever writes them clips to the area and restores."""
    ink = "0 0 0" if area.fill is None or _luminance(area.fill) > _LIGHT else "1 1 1"
    if area.pattern == "hatch":
        return " ".join((f"{ink} RG 0.6 w 0 J [] 0 d", *_hatch(area), "S"))
    return " ".join((f"{ink} RG 1.1 w 1 J [] 0 d", *_dots(area), "S"))


def _hatch(area: Area) -> Iterator[str]:
    """Lines that rise to the right."""
    for step in range(int((area.width + area.height) / _HATCH) + 1):
        x = area.x - area.height + step * _HATCH
        yield f"{number(x)} {number(area.y)} m"
        yield f"{number(x + area.height)} {number(area.y + area.height)} l"


def _dots(area: Area) -> Iterator[str]:
    """Lines of no length with round ends, every other row shifted by half a step."""
    for row in range(int(area.height / _DOTS) + 1):
        y = number(area.y + (row + 0.5) * _DOTS)
        for step in range(int(area.width / _DOTS) + 1):
            x = number(area.x + (step + (0.25 if row % 2 else 0.75)) * _DOTS)
            yield f"{x} {y} m {x} {y} l"


def _luminance(colour: Colour) -> float:
    red, green, blue = colour
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
