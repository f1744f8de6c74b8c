"""List marks and paragraph numbers, told apart from the text that they stand before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from briefing.intake.clean import without_symbols
from briefing.intake.lines import Line

_GLYPH = re.compile(
    r"(?P<mark>[\uf000-\uf0ff•‣⁃∙◦●○▪▫■□◆◇◊►▶▸➢➤➔→⇒✓✔✦❖★☆※]|(?:·|\*)(?!\*)(?=\s|[^\W\d]))\s*(?=\S)"
)
_DASH = re.compile(r"(?P<mark>--?|–|—|―|‒|o|¤)\s+(?=\S)")
_COUNTS = (
    ("1.1", re.compile(r"(?P<mark>(?P<n>\d{1,2}(?:\.\d{1,2}){1,3})\.?\)?)\s+(?=[^\W\d_])")),
    ("1.", re.compile(r"(?P<mark>(?P<n>\d{1,3})[.．])\s*(?=[^\W\d_]|[“\"«‘(《])")),
    ("1)", re.compile(r"(?P<mark>(?P<n>\d{1,3})\))\s*(?=\S)")),
    ("(1)", re.compile(r"(?P<mark>[(（](?P<n>\d{1,2})[)）])\s*(?=\S)")),
    ("1-", re.compile(r"(?P<mark>(?P<n>\d{1,2})\s*[-–—])\s+(?=[^\W\d_])")),
    ("I.", re.compile(r"(?P<mark>(?P<n>[IVXL]{1,6})\s*[.)])\s+(?=\S)")),
    ("I-", re.compile(r"(?P<mark>(?P<n>[IVXL]{1,6})\s*[-–—:])\s+(?=\S)")),
    ("(i)", re.compile(r"(?P<mark>\(?(?P<n>[ivxl]{1,6})\)|(?P<m>[ivxl]{1,6})\.)\s+(?=\S)")),
    ("(a)", re.compile(r"(?P<mark>[(（]?(?P<n>[a-z])[)）]|(?P<m>[a-z])\.)\s+(?=\S)")),
    ("A.", re.compile(r"(?P<mark>(?P<n>[A-Z])[.)])\s+(?=\S)")),
    ("一、", re.compile(r"(?P<mark>(?P<n>[一二三四五六七八九十]{1,3})\s*[、．.])\s*(?=\S)")),
    ("(一)", re.compile(r"(?P<mark>[(（](?P<n>[一二三四五六七八九十]{1,3})[)）])\s*(?=\S)")),
    ("①", re.compile(r"(?P<mark>(?P<n>[①-⑳]))\s*(?=\S)")),
)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_HAN_DIGITS = "一二三四五六七八九"
BULLET = "•"
"""The style of a mark that does not count."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A possible mark at the start of a text, how it counts, and where the text begins."""

    mark: str
    style: str
    value: int
    rest: int


@lru_cache
def style_of(mark: str) -> str:
    """How a mark that was taken off its text counts."""
    found = next(_marks(mark + " X"), None)
    return found.style if found else BULLET


def take_marks(lines: Sequence[Line]) -> list[Line]:
    """The lines with their marks taken off; a number is one only where its neighbours count too."""
    possible = [list(_marks(line.text)) for line in lines]
    counted = {(mark.style, mark.value) for marks in possible for mark in marks}
    dashes = [marks for marks in possible if marks and marks[0].style == "-"]
    taken = []
    for at, (line, marks) in enumerate(zip(lines, possible, strict=True)):
        above = lines[at - 1] if at else None
        mark = next((m for m in marks if _holds(m, counted, len(dashes), line, above)), None)
        taken.append(_bare(line if mark is None else _taken(line, mark)))
    return taken


def _taken(line: Line, mark: Mark) -> Line:
    shown = "•" if "\uf000" <= mark.mark[:1] <= "\uf0ff" else mark.mark.strip()
    return replace(line, text=line.text[mark.rest :].lstrip(), mark=shown)


def _bare(line: Line) -> Line:
    text = without_symbols(line.text)
    return line if text is line.text else replace(line, text=text)


def _marks(text: str) -> Iterator[Mark]:
    glyph = _GLYPH.match(text)
    if glyph:
        yield Mark(glyph["mark"], BULLET, 0, glyph.end())
        return
    dash = _DASH.match(text)
    if dash:
        yield Mark(dash["mark"], "-", 0, dash.end())
    for style, regex in _COUNTS:
        match = regex.match(text)
        if match:
            digits = match["n"] or match["m"]
            yield Mark(match["mark"], style, _value(style, digits), match.end())


def _value(style: str, digits: str) -> int:
    if style in {"I.", "I-", "(i)"}:
        return _roman(digits.lower())
    if style in {"(a)", "A."}:
        return ord(digits.lower()) - ord("a") + 1
    if style in {"一、", "(一)"}:
        return _han_number(digits)
    if style == "①":
        return ord(digits) - ord("①") + 1
    return int(digits.rpartition(".")[2])


def _roman(digits: str) -> int:
    values = [_ROMAN[digit] for digit in digits]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)


def _han_number(digits: str) -> int:
    tens, ten, ones = digits.rpartition("十")
    if not ten:
        return _HAN_DIGITS.find(digits) + 1
    return (
        10 * ((_HAN_DIGITS.find(tens) + 1) if tens else 1) + _HAN_DIGITS.find(ones[:1] or "?") + 1
    )


def _holds(
    mark: Mark, counted: set[tuple[str, int]], dashes: int, line: Line, above: Line | None
) -> bool:
    """Whether a possible mark is one, judged by the marks of the whole document."""
    if mark.style == BULLET:
        return True
    if mark.style == "-":
        return dashes > 1 or line.gap or line.whole or above is None or above.text.endswith(":")
    beside = {(mark.style, mark.value - 1), (mark.style, mark.value + 1)}
    return bool(beside & counted)
