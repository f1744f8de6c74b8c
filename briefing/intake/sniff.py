"""What kind of file some bytes are, judged by the bytes first and by the name last."""

from __future__ import annotations

from enum import StrEnum
from pathlib import PurePath


class Format(StrEnum):
    """The formats that are told apart; the first four are read."""

    TEXT = "text/plain"
    HTML = "text/html"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    PDF = "application/pdf"
    LOCKED = "application/x-encrypted-office"
    OTHER = "application/octet-stream"


_CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"{\\rtf",
    b"\x1f\x8b",
    b"7z\xbc\xaf",
    b"Rar!",
    b"SQLite format 3\0",
    b"\x7fELF",
    b"MZ\x90",
    b"BM\x36",
    b"II*\0",
    b"MM\0*",
    b"OggS",
    b"ID3",
    b"%!PS",
)
_HTML_NAMES = {".html", ".htm", ".xhtml"}
_HTML_SIGNS = (b"<!doctype html", b"<html", b"<head", b"<body")


def sniff(data: bytes, file_name: str) -> Format:
    """The format of a file."""
    if b"%PDF-" in data[:1024]:
        return Format.PDF
    if data.startswith(b"PK\x03\x04"):
        return Format.DOCX
    if data.startswith(_CONTAINER):
        return _in_container(data)
    if data.startswith(_OTHERS):
        return Format.OTHER
    return _of_text(data, file_name)


def _in_container(data: bytes) -> Format:
    """A document with a password is a sealed stream in the container of old Word files."""
    sealed = "EncryptedPackage".encode("utf-16-le")
    return Format.LOCKED if sealed in data else Format.OTHER


def _of_text(data: bytes, file_name: str) -> Format:
    suffix = PurePath(file_name).suffix.lower()
    if suffix in {".docx", ".pdf"}:
        # The name says what it was meant to be; its reader will call it damaged.
        return Format.DOCX if suffix == ".docx" else Format.PDF
    head = data[:2048].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if suffix in _HTML_NAMES or head.startswith(_HTML_SIGNS):
        return Format.HTML
    return Format.TEXT
