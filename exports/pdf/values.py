"""How values are written in a PDF file (ISO 32000-1, 7.3), on reportlab's own objects."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from reportlab.pdfbase import pdfdoc

_PLAIN = pdfdoc.DummyDoc()
_UNSAYABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufeff\ufffe\uffff]")


def dictionary(entries: Mapping[str, str]) -> str:
    """A dictionary, keys in order; what says nothing is left out."""
    known = {key: value for key, value in entries.items() if value}
    made: bytes = pdfdoc.format(pdfdoc.PDFDictionary(known), _PLAIN)
    return made.decode("latin-1")


def quick_dictionary(entries: Mapping[str, str]) -> str:
    """A dictionary of which a book has thousands: reportlab takes twenty times as long."""
    return f"<<{''.join([f'/{key} {value}' for key, value in entries.items() if value])}>>"


def name(characters: str) -> str:
    """A name."""
    made: str = pdfdoc.PDFName(characters)
    return made


def array(items: Iterable[str]) -> str:
    """An array."""
    return f"[{' '.join(items)}]"


def ref(number: int) -> str:
    """How one object names another."""
    return f"{number} 0 R"


def number(value: float) -> str:
    """A number as short as its hundredths allow."""
    short = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if short in {"", "-0"} else short


def box(left: float, foot: float, right: float, top: float) -> str:
    """A rectangle."""
    return array(map(number, (left, foot, right, top)))


def sayable(words: str) -> str:
    """Words without the characters that no standard allows in a text string."""
    return _UNSAYABLE.sub("\ufffd", words)


def text(words: str) -> str:
    """A text string: plain where it can be, else UTF-16."""
    if words.isascii() and words.isprintable():
        return _literal(words)
    return f"<FEFF{utf16(words)}>"


def utf16(words: str) -> str:
    """The hexadecimal digits of words in UTF-16."""
    return sayable(words).encode("utf-16-be").hex().upper()


def identifier(uid: str) -> str:
    """A byte string that names an element or a destination."""
    if uid.isascii() and uid.isprintable():
        return _literal(uid)
    return f"<{identifier_order(uid).hex().upper()}>"


def identifier_order(uid: str) -> bytes:
    """What identifiers are sorted by in a name tree."""
    return uid.encode("utf-8", "backslashreplace")


def _literal(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"({escaped})"
