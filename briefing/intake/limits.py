"""How much is read: releases have a few dozen pages, and everything larger is a mistake.

Each limit stands for some ten seconds of work on the slowest machine that advisers have.
"""

from __future__ import annotations

MEGABYTE = 1_000_000
TEXT = 10 * MEGABYTE
"""Bytes of a text file or a web page, and letters that any file may hold."""
FILE = 100 * MEGABYTE
"""Bytes of a PDF or DOCX, which may be full of pictures."""
UNPACKED = 60 * MEGABYTE
"""Bytes of the text part of a DOCX once it is unpacked."""
RATIO = 200
"""How many times larger a packed part may be than its packing; a bomb has a thousand."""
PAGES = 2_000
LINES = 100_000


def said(limit: int) -> str:
    """A limit in bytes as an error's detail."""
    return f"{limit // MEGABYTE} MB"
