"""PDF pages as pictures and as words, by PDFium.

PDFium knows no threads: two calls at once, even for two files, bring the program down. All calls
of the windows go through here, one at a time, and off the GUI thread where they take long.
"""

from __future__ import annotations

import ctypes
import threading
from dataclasses import dataclass
from typing import Any

import pypdfium2
from pypdfium2 import raw
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage

_ONE_AT_A_TIME = threading.RLock()
HYPHEN = "\x02"
"""Stands for the hyphen of a word that is divided at a line's end."""

Box = tuple[float, float, float, float]
"""Left, top, right and foot in points from the upper left corner of a page."""


@dataclass(frozen=True, slots=True)
class PageText:
    """The characters of a page as they are read, and where each of them stands."""

    text: str
    boxes: tuple[Box, ...]


class PdfFile:
    """A PDF in memory; opened when it is first looked into, on whatever thread that happens."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._document: Any = None
        self._closed = False

    def count(self) -> int:
        """How many pages there are."""
        with _ONE_AT_A_TIME:
            self._page(0)
            return len(self._document) if self._document is not None else 0

    def size(self, page: int) -> tuple[float, float]:
        """Width and height of a page in points."""
        with _ONE_AT_A_TIME:
            opened = self._page(page)
            if opened is None:
                return 0.0, 0.0
            found = opened.get_size()
            opened.close()
        return float(found[0]), float(found[1])

    def picture(self, page: int, size: QSize, part: QRect) -> QImage:
        """A part of a page that is drawn in that size; both in pixels."""
        image = QImage(part.size(), QImage.Format.Format_RGB32)
        image.fill(0xFFFFFFFF)
        with _ONE_AT_A_TIME:
            opened = self._page(page)
            if opened is None:
                return image
            buffer = (ctypes.c_char * image.sizeInBytes()).from_buffer(image.bits())
            bitmap = raw.FPDFBitmap_CreateEx(
                part.width(), part.height(), raw.FPDFBitmap_BGRx, buffer, image.bytesPerLine()
            )
            at = (-part.x(), -part.y(), size.width(), size.height())
            raw.FPDF_RenderPageBitmap(bitmap, opened.raw, *at, 0, raw.FPDF_ANNOT)
            raw.FPDFBitmap_Destroy(bitmap)
            opened.close()
        return image

    def text(self, page: int) -> PageText:
        """The words of a page."""
        with _ONE_AT_A_TIME:
            opened = self._page(page)
            if opened is None:
                return PageText("", ())
            height = opened.get_height()
            words = opened.get_textpage()
            found = [_char(words.raw, place, height) for place in range(words.count_chars())]
            words.close()
            opened.close()
        return PageText("".join(char for char, _ in found), tuple(box for _, box in found))

    def close(self) -> None:
        """Give back what it holds; later looks find blank pages."""
        with _ONE_AT_A_TIME:
            self._closed = True
            if self._document is not None:
                self._document.close()
                self._document = None

    def _page(self, number: int) -> Any:
        if self._closed:
            return None
        if self._document is None:
            self._document = pypdfium2.PdfDocument(self._data)
        return self._document[number] if number < len(self._document) else None


def _char(words: Any, place: int, height: float) -> tuple[str, Box]:
    code = raw.FPDFText_GetUnicode(words, place)
    around = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(words, place, around)
    char = chr(code) if code and not 0xD800 <= code < 0xE000 else " "  # noqa: PLR2004 - surrogates
    return char, (around.left, height - around.top, around.right, height - around.bottom)


def without_breaks(text: str) -> str:
    """Words as they are pasted elsewhere: no hyphen at a line's end, one kind of line end."""
    return text.replace(f"{HYPHEN}\r\n", "").replace(HYPHEN, "").replace("\r\n", "\n")
