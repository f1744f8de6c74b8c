"""Received files made fit to be shown, in another process and without Qt.

Nothing of a file is run, and nothing that it names is loaded.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from dataclasses import dataclass
from html import escape
from typing import Any

import pypdfium2
from lxml import etree

from briefing.intake.decode import NotText, decode
from briefing.progress import Progress

_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_SHOWN = {
    *("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "section", "article"),
    *("ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "td", "th", "caption"),
    *("b", "strong", "i", "em", "u", "sub", "sup"),
}
_EMPTY = frozenset({"br", "hr"})
_HIDDEN = {
    *("script", "style", "head", "iframe", "object", "embed", "svg", "template", "noscript"),
    *("select", "textarea"),
}
_RENAMED = {"section": "div", "article": "div"}
_SYMBOLS = {0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xF06E: "■", 0xF0E0: "→"}
"""Signs of symbol fonts, which no other font has."""
_DEEP = 24
"""Elements inside each other that are shown as such; pages that harm nest thousands."""
_LETTERS = 600_000
_WIDEST = 3_000
"""Pixels of a page's picture."""
_KEPT = 2


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as pixels of four bytes: blue, green, red and one without meaning."""

    page: int
    width: int
    height: int
    stride: int
    pixels: bytes


class Forgotten(Exception):
    """The process does not hold the file (any more): it is to be sent along."""


_open: OrderedDict[str, Any] = OrderedDict()


def page_sizes(digest: str, data: bytes, progress: Progress) -> tuple[tuple[float, float], ...]:
    """Width and height of every page in points; none if it is no PDF that can be shown."""
    try:
        document = _document(digest, data)
        sizes = []
        for page in range(len(document)):
            progress(page, len(document))
            sizes.append(document.get_page_size(page))
        return tuple(sizes)
    except pypdfium2.PdfiumError:
        return ()


def picture(digest: str, data: bytes | None, page: int, width: int, progress: Progress) -> Picture:
    """A page, so many pixels wide."""
    progress(0, 1)
    document = _document(digest, data)
    sheet = document[page]
    points, _height = sheet.get_size()
    scale = min(width, _WIDEST) / max(points, 1)
    bitmap = sheet.render(scale=scale, prefer_bgrx=True, may_draw_forms=False)
    made = Picture(page, bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
    bitmap.close()
    sheet.close()
    return made


def plain_text(data: bytes, progress: Progress) -> str:
    """A text file's text, as its lines stand."""
    progress(0, 1)
    try:
        return decode(data)[0].translate(_SYMBOLS)
    except NotText:
        return ""


def plain_page(data: bytes, progress: Progress) -> str:
    """A web page's text with its headings, lists and tables, and nothing else of it."""
    progress(0, 1)
    target = _Plain()
    parser = etree.HTMLParser(
        encoding="utf-8",
        recover=True,
        no_network=True,
        target=target,  # type: ignore[arg-type]
    )
    parser.feed(_decoded(data).replace("\0", "").encode("utf-8", "replace"))
    parser.close()
    return target.html


class _Plain:
    """Passes on the tags that are shown, bare of attributes."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._stack: list[str] = []
        self._hidden = 0
        self._letters = 0

    @property
    def html(self) -> str:
        """What is shown."""
        return "".join(self._parts)

    def start(self, tag: str, _attributes: dict[str, str]) -> None:
        name = _RENAMED.get(tag, tag)
        if tag in _HIDDEN:
            self._hidden += 1
        elif self._hidden or self._letters > _LETTERS:
            return
        elif tag in _EMPTY:
            self._parts.append(f"<{tag}>")
        elif tag in _SHOWN and len(self._stack) < _DEEP:
            self._stack.append(name)
            self._parts.append(f"<{name}>")

    def end(self, tag: str) -> None:
        name = _RENAMED.get(tag, tag)
        if tag in _HIDDEN:
            self._hidden = max(self._hidden - 1, 0)
        elif not self._hidden and self._stack and self._stack[-1] == name:
            self._stack.pop()
            self._parts.append(f"</{name}>")

    def data(self, text: str) -> None:
        if not self._hidden and self._letters <= _LETTERS:
            self._letters += len(text)
            self._parts.append(escape(text))

    def close(self) -> None:
        while self._stack:
            self._parts.append(f"</{self._stack.pop()}>")


def _document(digest: str, data: bytes | None) -> Any:
    if digest not in _open:
        if data is None:
            raise Forgotten
        _open[digest] = pypdfium2.PdfDocument(data)
    _open.move_to_end(digest)
    while len(_open) > _KEPT:
        _open.popitem(last=False)[1].close()
    return _open[digest]


def _decoded(data: bytes) -> str:
    declared = _CHARSET.search(data[:4096])
    if declared is not None:
        try:
            return data.decode(declared[1].decode("ascii", "replace"))
        except (LookupError, UnicodeDecodeError):
            pass
    try:
        return decode(data)[0]
    except NotText:
        return ""
