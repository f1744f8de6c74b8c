"""Web pages: tags become lines as they come, and what a site puts around a text is named.

The parser hands over tags and makes no tree, so that neither depth nor size of a page can harm.
It loads nothing, runs nothing and expands no entity of the page's own.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import replace
from pathlib import Path

from lxml import etree

from briefing.intake.decode import decode
from briefing.intake.lines import Draft
from briefing.intake.readers.web_head import WebHead
from briefing.intake.readers.web_page import WebPage
from briefing.intake.sniff import Format
from briefing.progress import Progress

_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_DOCTYPE = re.compile(r"<!DOCTYPE", re.IGNORECASE)
_OWN_ENTITIES = re.compile(r"[^>\[]*\[.*?\]\s*>", re.DOTALL)
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "iso8859-1": "cp1252"}
"""What pages mean when they name a smaller encoding."""


def read_html(data: bytes, _path: Path, progress: Progress) -> Draft:
    """The draft of a web page; raises `NotText`."""
    text, encoding = _decoded(data)
    page = _Target()
    parser = etree.HTMLParser(
        encoding="utf-8",
        recover=True,
        no_network=True,
        # The stubs ask for more than the parser does.
        target=page,  # type: ignore[arg-type]
    )
    parser.feed(_without_entities(text).replace("\0", "").encode("utf-8", "replace"))
    parser.close()
    progress(1, 3)
    lines = page.page.lines()
    return replace(page.head.draft(), media_type=Format.HTML, lines=tuple(lines), encoding=encoding)


class _Target:
    """Passes what the parser sees to those who look at the head and at the page."""

    def __init__(self) -> None:
        self.head = WebHead()
        self.page = WebPage()

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.head.start(tag, attributes)
        self.page.start(tag, attributes)

    def end(self, tag: str) -> None:
        self.head.end(tag)
        self.page.end(tag)

    def data(self, text: str) -> None:
        self.head.data(text)
        self.page.data(text)

    def close(self) -> None:
        self.page.close()


def _without_entities(text: str) -> str:
    """A page without the entities that it declares at its head."""
    head = _DOCTYPE.search(text)
    own = _OWN_ENTITIES.match(text, head.end()) if head else None
    return text[: head.start()] + text[own.end() :] if head and own else text


def _decoded(data: bytes) -> tuple[str, str]:
    declared = _CHARSET.search(data[:4096])
    if declared is None or data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return decode(data)
    try:
        name = codecs.lookup(declared[1].decode("ascii", "replace")).name
        encoding = _WIDER.get(name, name)
        return data.decode(encoding), encoding
    except (LookupError, UnicodeDecodeError):
        return decode(data)
