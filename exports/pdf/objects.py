"""The objects of a PDF file, numbered and written by reportlab's document.

reportlab's own objects are general and slow; ours are finished bytes in the same container, which
writes them, their cross-references and the trailer.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from typing import Any

from reportlab.pdfbase import pdfdoc

_LEVEL = 6
"""Of compression. Level 9 costs twice the time of 6 and saves 1 % on page streams."""


class Object(pdfdoc.PDFObject):  # type: ignore[misc, unused-ignore]
    """An indirect object: its number is known at once, its bytes may come later."""

    __RefOnly__ = 1

    def __init__(self, number: int) -> None:
        self.number = number
        self.body = b""

    @property
    def ref(self) -> str:
        """How other objects name it."""
        return f"{self.number} 0 R"

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """What reportlab writes between `obj` and `endobj`."""
        del document
        return self.body


class Objects:
    """All objects of one file."""

    def __init__(self) -> None:
        self._document = pdfdoc.PDFDocument(
            dummyoutline=1, compression=0, invariant=1, pdfVersion=(1, 7)
        )

    def reserve(self) -> Object:
        """A new object whose bytes are set later."""
        made = Object(self._document.objectcounter + 1)
        self._document.Reference(made, f"o{made.number}")  # type: ignore[no-untyped-call]
        return made

    def add(self, body: str | bytes) -> Object:
        """A new object."""
        made = self.reserve()
        made.body = body.encode("latin-1") if isinstance(body, str) else body
        return made

    def stream(self, content: bytes, entries: str = "", *, compress: bool = True) -> Object:
        """A new stream object."""
        made = self.reserve()
        set_stream(made, content, entries, compress=compress)
        return made

    def finish(self, catalog: Object, info: Object, identity: bytes) -> bytes:
        """The file. `identity` is what its ID is made of, so that equal books have equal bytes."""
        document: Any = self._document
        document.Catalog = catalog
        document.info = info
        document.signature.update(identity)
        data: bytes = document.format()
        return data


def set_stream(made: Object, content: bytes, entries: str = "", *, compress: bool = True) -> None:
    """Make a stream of an object."""
    if compress:
        content = zlib.compress(content, _LEVEL)
        entries += " /Filter /FlateDecode"
    head = f"<< /Length {len(content)} {entries} >>\nstream\n".encode("latin-1")
    # The line end before `endstream` is not part of the data (ISO 32000-1, 7.3.8.1).
    made.body = head + content + b"\r\nendstream"


def text(words: str) -> str:
    """A text string: plain where it can be, else UTF-16 in hexadecimal."""
    if words.isascii() and words.isprintable():
        escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        return f"({escaped})"
    return f"<FEFF{words.encode('utf-16-be', 'surrogatepass').hex().upper()}>"


def number(value: float) -> str:
    """A number as short as its hundredths allow."""
    short = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if short in {"", "-0"} else short


def array(items: Iterable[str]) -> str:
    """An array."""
    return "[" + " ".join(items) + "]"
