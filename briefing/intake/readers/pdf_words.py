"""The words of a PDF page with their places, as PDFium sees them."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

_BOLD_NAME = re.compile(r"bold|black|heavy|semibd|demi(?!light)", re.IGNORECASE)
_BOLD_WEIGHT = 600
_UPRIGHT = 0.2
"""Radians; text that leans more is a watermark or the label of a drawing."""
_BREAKS = frozenset("\r\n")
_HYPHENS = {"\x02": "-", "\ufffe": "-"}
"""How PDFium says that a hyphen stood at the end of a line."""
_RAISED = 0.12
_SMALLER = 0.82
_CALLS = frozenset("0123456789*†‡")


@dataclass(frozen=True, slots=True)
class Word:
    """A word: its ends and its baseline in points from the lower left corner of the page."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class _Char:
    text: str
    left: float
    right: float
    base: float


def words_of(page: pdfium.PdfPage) -> list[Word]:
    """The upright words of a page in the order in which they were drawn."""
    text_page = page.get_textpage()
    try:
        return [word for word in _words(text_page) if word.text]
    finally:
        text_page.close()


def _words(text_page: pdfium.PdfTextPage) -> Iterator[Word]:
    fonts = _Fonts(text_page)
    chars: list[_Char] = []
    first = 0
    for at, char in _chars(text_page):
        if chars and (char is None or _apart(chars[-1], char, fonts.size(first))):
            yield from fonts.word(chars, first)
            chars = []
        if char is not None and not (chars and fonts.is_call(at, char, chars[-1], first)):
            first = first if chars else at
            chars.append(char)
    if chars:
        yield from fonts.word(chars, first)


def _chars(text_page: pdfium.PdfTextPage) -> Iterator[tuple[int, _Char | None]]:
    """Each character with its place; None stands for a blank or a break."""
    raw = text_page.raw
    left, right, low, high, x, base = (ctypes.c_double() for _ in range(6))
    box = [ctypes.byref(one) for one in (left, right, low, high)]
    origin = [ctypes.byref(x), ctypes.byref(base)]
    for at in range(text_page.count_chars()):
        text = chr(pdfium_c.FPDFText_GetUnicode(raw, at))
        text = _HYPHENS.get(text, text)
        if text.isspace() or text == "\0":
            yield at, None
            continue
        pdfium_c.FPDFText_GetCharBox(raw, at, *box)
        pdfium_c.FPDFText_GetCharOrigin(raw, at, *origin)
        yield at, _Char(text, left.value, right.value, base.value)


def _apart(before: _Char, char: _Char, size: float) -> bool:
    """Whether two characters that follow one another stand apart on the page."""
    if abs(before.base - char.base) > size * 0.5:
        return True
    return char.left - before.right > size * 0.8 or char.left < before.left - size


class _Fonts:
    """What the characters of one page are set in, asked for once a word: asking is slow."""

    def __init__(self, text_page: pdfium.PdfTextPage) -> None:
        self._raw = text_page.raw
        self._buffer = ctypes.create_string_buffer(128)
        self._flags = ctypes.c_int()

    def size(self, at: int) -> float:
        """The size of type at a character."""
        return float(pdfium_c.FPDFText_GetFontSize(self._raw, at)) * self._scale(at)

    def word(self, chars: list[_Char], first: int) -> Iterator[Word]:
        """The word that these characters make, unless it leans."""
        if abs(self._angle(first)) > _UPRIGHT:
            return
        yield Word(
            text="".join(char.text for char in chars),
            left=chars[0].left,
            right=chars[-1].right,
            base=chars[0].base,
            size=self.size(first),
            bold=self._is_bold(first),
        )

    def is_call(self, at: int, char: _Char, before: _Char, first: int) -> bool:
        """Whether a character is a footnote's number, raised behind a word."""
        if char.text not in _CALLS or before.text.isdigit():
            return False
        size = self.size(first)
        raised = char.base - before.base > _RAISED * size
        return raised and self.size(at) < _SMALLER * size

    def _scale(self, at: int) -> float:
        matrix = pdfium_c.FS_MATRIX()
        if not pdfium_c.FPDFText_GetMatrix(self._raw, at, ctypes.byref(matrix)):
            return 1.0
        return abs(matrix.d) or 1.0

    def _angle(self, at: int) -> float:
        angle = float(pdfium_c.FPDFText_GetCharAngle(self._raw, at))
        full = 6.283185
        return min(angle % full, full - angle % full) if angle >= 0 else 0.0

    def _is_bold(self, at: int) -> bool:
        if pdfium_c.FPDFText_GetFontWeight(self._raw, at) >= _BOLD_WEIGHT:
            return True
        buffer = self._buffer
        count = pdfium_c.FPDFText_GetFontInfo(
            self._raw, at, buffer, len(buffer), ctypes.byref(self._flags)
        )
        return bool(count) and _BOLD_NAME.search(buffer.value.decode("latin-1")) is not None
